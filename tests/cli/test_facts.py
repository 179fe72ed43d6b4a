"""``factcheck facts``: addresses, holdings and rates, without ever going to the network."""

from __future__ import annotations

import socket
from pathlib import Path

import pytest

from factcheck.cli import run_command
from factcheck.errors import ConfigurationError


@pytest.fixture(autouse=True)
def offline(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(socket, "socket", lambda *args, **kwargs: pytest.fail("the network was used"))
    monkeypatch.chdir(tmp_path)


@pytest.mark.parametrize("company", [["Alibaba"], ["BABA"], ["1577552"], ["CIK1577552"]])
def test_the_address_of_a_companys_facts(company: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    assert run_command(["facts", "address", *company]) == 0
    said = capsys.readouterr().out
    assert "https://data.sec.gov/api/xbrl/companyfacts/CIK0001577552.json" in said
    assert "User-Agent" in said and "Accept-Encoding" in said


def test_a_company_without_a_number() -> None:
    with pytest.raises(ConfigurationError, match="no SEC number"):
        run_command(["facts", "address", "Lenovo"])


def test_what_the_trusted_files_hold(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "cpi.csv").write_text("month,CPI\n2025-05,3.4\n2025-06,3.6\n", encoding="utf-8")
    (tmp_path / "cpi.yaml").write_text(
        "factcheck: series\nfile: cpi.csv\nsource: {name: Statistics Norland, authority: official statistics}\n"
        "date: {column: month, frequency: month}\ncolumns: {CPI: {entity: Norland, metric: inflation, unit: percent}}\n",
        encoding="utf-8",
    )
    assert run_command(["facts", "list", "cpi.yaml"]) == 0
    said = capsys.readouterr().out
    assert "2 facts on Norland; 2025-05-31 to 2025-06-30; Statistics Norland (official statistics)" in said
    assert run_command(["facts", "list"]) == 0
    assert "No reference facts" in capsys.readouterr().out


def test_rates_by_day(capsys: pytest.CaptureFixture[str]) -> None:
    assert run_command(["facts", "rate", "33398", "cny", "usd", "2025-06-30"]) == 0
    said = capsys.readouterr().out
    assert said.startswith("CNY 33,398 = USD 4,661.") and "30 June 2025 (ECB" in said
    assert run_command(["facts", "rate", "200", "CNY", "USD", "2020-04-01", "--until", "2020-06-30"]) == 0
    assert capsys.readouterr().out.count("ECB") == 3
    assert run_command(["facts", "rate", "1", "TWD", "USD", "2025-06-30"]) == 1
    assert "publishes no reference rate for TWD" in capsys.readouterr().out


@pytest.mark.parametrize("amount", ["33,398m", "33.398 billion", "33398000000"])
def test_sums_are_read_as_they_are_written(amount: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert run_command(["facts", "rate", amount, "CNY", "USD", "2025-06-30"]) == 0
    assert capsys.readouterr().out.startswith("CNY 33,398,000,000 = USD 4,661,")


@pytest.mark.parametrize("amount", ["much", "5%", "1 to 2 billion"])
def test_what_is_no_sum_is_refused(amount: str, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as left:
        run_command(["facts", "rate", amount, "CNY", "USD", "2025-06-30"])
    assert left.value.code == 2 and "is no sum of money" in capsys.readouterr().err
