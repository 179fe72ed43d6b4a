"""Bytes that are text are read, with offsets of the decoded file; bytes that are not get one clear error."""

from __future__ import annotations

import codecs
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from factcheck.errors import UnreadableInput
from factcheck.sources import MAX_BYTES, read_path
from factcheck.sources.decoding import declared_encoding

WORDS = "The café took €5 on Monday – “a record”, it says here for everyone to read."


def message(data: bytes, path: str = "drop.txt") -> str:
    with pytest.raises(UnreadableInput) as caught:
        read_path(path, data)
    (error,) = caught.value.errors
    assert error.path == path
    return error.message


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b"", "is empty"),
        (b"\xef\xbb\xbf \r\n\t", "only white space"),
        (b"%PDF-1.7 words", "looks like a PDF"),
        (b"PK\x03\x04....", "ZIP"),
        (b"words\0words", "NUL byte at offset 5"),
        (b"caf\xe9 took 5", "byte 0xe9 at offset 3"),
        (b"x" * (MAX_BYTES + 1), "5 MB"),
        (b"\xff\xfea", "byte offset 2"),
        (b"---\nencoding: rot13\n---\ncaf\xe9", "is not UTF-8"),
        (b"---\nencoding: windows-1252\n---\n\x81", "says it is cp1252"),
    ],
)
def test_a_file_that_is_no_article(data: bytes, said: str) -> None:
    assert said in message(data)


@pytest.mark.parametrize(
    "data",
    [
        WORDS.encode(),
        codecs.BOM_UTF8 + WORDS.encode(),
        codecs.BOM_UTF16_LE + WORDS.encode("utf-16-le"),
        codecs.BOM_UTF16_BE + WORDS.encode("utf-16-be"),
    ],
)
def test_encodings_that_show_themselves(data: bytes) -> None:
    article = read_path("drop.txt", data)
    assert article.text.lstrip("\ufeff") == WORDS
    assert "\ufeff" not in article.prose
    assert len(article.prose) == len(article.text)


@pytest.mark.parametrize(
    ("head", "path"),
    [
        (b'<meta charset="windows-1252"><p>', "a.html"),
        (b'<meta http-equiv="Content-Type" content="text/html; charset=iso-8859-1"><p>', "a.html"),
        (b"---\nencoding: windows-1252\n---\n", "a.md"),
        (b"---\ntitle: x\nencoding: 'cp1252'\n---\n", "a.txt"),
    ],
)
def test_windows_1252_that_says_so(head: bytes, path: str) -> None:
    article = read_path(path, head + WORDS.encode("cp1252"))
    assert "€5" in article.prose
    assert article.text.endswith(WORDS)


def test_a_wrong_declaration_does_not_spoil_utf_8() -> None:
    assert "€5" in read_path("a.html", b'<meta charset="windows-1252"><p>' + WORDS.encode()).prose


def test_only_text_encodings_are_believed() -> None:
    assert declared_encoding(b"encoding: zlib_codec\n") is None
    assert declared_encoding(b"encoding: utf-7\n") is None
    assert declared_encoding(b'<meta charset="latin1">') == "cp1252"


def test_a_file_that_is_not_there(tmp_path: Path) -> None:
    with pytest.raises(UnreadableInput, match="cannot be read"):
        read_path(tmp_path / "none.txt")
    with pytest.raises(UnreadableInput, match="cannot be read"):
        read_path(tmp_path)


@settings(max_examples=100, deadline=None)
@given(st.binary(max_size=200), st.sampled_from(["a.txt", "a.md", "a.yaml"]))
def test_any_bytes_are_read_or_refused(data: bytes, path: str) -> None:
    try:
        article = read_path(path, data)
    except UnreadableInput as error:
        assert error.errors
    else:
        assert len(article.prose) == len(article.text)
