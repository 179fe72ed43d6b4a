"""Bytes → text, or one clear reason why not."""

from __future__ import annotations

import codecs
import re

from factcheck.errors import InputError, UnreadableInput
from factcheck.hints import NoReturn

MAX_BYTES = 5 * 1024 * 1024

_BOMS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_SIGNATURES = (
    (b"%PDF", "a PDF"),
    (b"\x89PNG", "a PNG image"),
    (b"\xff\xd8\xff", "a JPEG image"),
    (b"GIF8", "a GIF image"),
    (b"PK\x03\x04", "a ZIP archive, or an office document, which is one"),
    (b"\x1f\x8b", "a gzip archive"),
    (b"\xd0\xcf\x11\xe0", "an old office document"),
    (b"{\\rtf", "an RTF document"),
)
# An encoding is believed only if it is one of these: a page must not pick any codec Python knows.
_DECLARABLE = frozenset(
    ["iso8859-15", "koi8-r", "koi8-u", "mac-roman", "shift_jis", "euc_jp", "euc_kr", "big5", "gb2312", "gbk"]
    + ["gb18030", "cp1252", "utf-8"]
    + [f"cp125{n}" for n in range(9)]
    + [f"iso8859-{n}" for n in range(2, 17)]
)
# HTML 5, "Encoding" standard: pages that say Latin-1 or ASCII mean Windows-1252.
_MEANS_1252 = frozenset(["iso8859-1", "latin-1", "ascii"])
_DECLARATION = (
    rb"""<meta[^>]{0,200}?charset\s{0,9}=\s{0,9}["']?\s{0,9}([\w.:-]{2,40})"""
    rb"""|<\?xml[^>]{0,100}?encoding\s{0,9}=\s{0,9}["']([\w.:-]{2,40})"""
    rb"""|^encoding[ \t]{0,9}[:=][ \t]{0,9}["']?([\w.:-]{2,40})""",
    re.IGNORECASE | re.MULTILINE,
)
_HEAD_BYTES = 4096


def decode(data: bytes, path: str) -> str:
    """The text of a file's bytes. A byte order mark stays in it as its first character, so offsets count it.

    Encodings: what a byte order mark says, else UTF-8, else what the page itself declares (``<meta charset>``,
    an XML declaration, ``encoding:`` in front matter). Raises UnreadableInput for a file that is empty, too
    large, binary, or in none of these.
    """
    if len(data) > MAX_BYTES:
        megabytes = MAX_BYTES // (1024 * 1024)
        _refuse(path, f"is too large: an article may have {megabytes} MB ({MAX_BYTES:,} bytes)")
    if not data:
        _refuse(path, "is empty")
    for signature, what in _SIGNATURES:
        if data.startswith(signature):
            _refuse(path, f"is not text: it looks like {what}")
    for mark, encoding in _BOMS:
        if data.startswith(mark):
            return _checked(_strict(data, encoding, path), path)
    nul = data.find(b"\0")
    if nul != -1:
        _refuse(path, f"is binary, not text: it has a NUL byte at offset {nul}")
    try:
        return _checked(data.decode("utf-8"), path)
    except UnicodeDecodeError as error:
        declared = declared_encoding(data)
        if declared is None or declared == "utf-8":
            _refuse(
                path,
                f"is not UTF-8: byte 0x{data[error.start]:02x} at offset {error.start} cannot be decoded. "
                "Save it as UTF-8, or state its encoding (<meta charset> in HTML, `encoding:` in front matter)",
            )
    return _checked(_strict(data, declared, path), path)


def declared_encoding(data: bytes) -> str | None:
    """The Python codec of the encoding that a page's first bytes declare, if it is one we believe."""
    found = re.compile(*_DECLARATION).search(data[:_HEAD_BYTES])
    if found is None:
        return None
    label = next(group for group in found.groups() if group).decode("ascii", "replace")
    try:
        name = codecs.lookup(label).name
    except LookupError:
        return None
    if name in _MEANS_1252:
        return "cp1252"
    return name if name in _DECLARABLE else None


def _strict(data: bytes, encoding: str, path: str) -> str:
    try:
        return data.decode(encoding)
    except UnicodeDecodeError as error:
        _refuse(path, f"says it is {encoding}, but byte offset {error.start} cannot be decoded as that")


def _checked(text: str, path: str) -> str:
    if not text.strip("\ufeff \t\r\n\f\v"):
        _refuse(path, "is empty: it holds only white space")
    if "\0" in text:
        _refuse(path, f"is binary, not text: it has a NUL character at offset {text.index(chr(0))}")
    return text


def _refuse(path: str, message: str) -> NoReturn:
    raise UnreadableInput(InputError(path, f"this file {message}."))
