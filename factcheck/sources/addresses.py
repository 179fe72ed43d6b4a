"""Web and mail addresses in prose."""

from __future__ import annotations

from factcheck.patterns import Lazy

_URL = Lazy(r"(?:https?://|\bwww\.)[^\s<>\"”]{1,2000}")
_MAILBOX = Lazy(r"[\w.+-]{1,64}$")
_HOST = Lazy(r"[\w-]{1,63}(?:\.[\w-]{1,63}){1,5}")


def find_addresses(text: str) -> list[tuple[int, int]]:
    """Spans of web and mail addresses: their digits are no figures."""
    spans: list[tuple[int, int]] = []
    if "://" in text or "www." in text:
        spans.extend(
            (match.start(), _unpunctuated(text, match.start(), match.end())) for match in _URL.finditer(text)
        )
    at = text.find("@")
    while at != -1:
        before = _MAILBOX.search(text[max(0, at - 64) : at])
        after = _HOST.match(text, at + 1)
        if before and after:
            spans.append((at - len(before[0]), after.end()))
        at = text.find("@", at + 1)
    return spans


def _unpunctuated(text: str, start: int, end: int) -> int:
    """Where an address ends without the punctuation of its sentence."""
    while end > start and text[end - 1] in ".,;:!?)]}'’":
        end -= 1
    return end
