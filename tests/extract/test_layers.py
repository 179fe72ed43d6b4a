"""A newsroom's own units and words are read in prose and in sheets, and measured."""

from __future__ import annotations

from pathlib import Path

import factcheck
from factcheck.pipeline import _extracted, check_read

UNITS = "units:\n  firkin: {words: [firkin], symbols: [fkn], size: 41/1000 metre ** 3}\n"


def test_units_of_a_newsroom(tmp_path: Path) -> None:
    (tmp_path / "quantities.yaml").write_text(UNITS, encoding="utf-8")
    layers = (tmp_path,)
    texts = {
        "a.md": "Castell Brewery's output was 1,230 firkins in 2024, the brewer said.",
        "b.md": "Castell Brewery's output was 50,430 litres in 2024, the brewer said.",
        "c.md": "Castell Brewery's output was 52,300 litres in 2024, the brewer said.",
        "s.yaml": "factcheck: claims\nsource: {name: X}\nclaims:\n"
        "  - {entity: Castell Brewery, metric: output, value: '1,230 fkn', period: '2024'}\n",
    }
    read = {path: _extracted(factcheck.article(text, path=path), layers) for path, text in texts.items()}
    units = {path: one.claims[0].quantity.unit for path, one in read.items() if one.claims[0].quantity}
    assert units == {"a.md": "firkin", "b.md": "litre", "c.md": "litre", "s.yaml": "firkin"}
    assert read["a.md"].claims[0].quantity.dimension == "volume"  # type: ignore[union-attr]

    def found(*paths: str) -> list[str]:
        return [one.rule for one in check_read([read[path] for path in paths], layers=layers).findings]

    assert found("a.md", "b.md") == []
    assert found("a.md", "c.md") == ["value-conflict"]
