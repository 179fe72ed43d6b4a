"""Which text of a page is the article: decided by trafilatura, mapped back to our blocks by their words."""

from __future__ import annotations

import logging
from collections.abc import Sequence

from factcheck.patterns import Lazy

_WORD = Lazy(r"\w+")
_RUN = 4  # words in a row that make a block recognisable
_ENOUGH = 0.2  # below this part of the page's words, trafilatura has not found the article


class MainText:
    """The runs of words of the main text; ``has`` tells whether a block's words are in it."""

    def __init__(self, lines: Sequence[str]) -> None:
        self._lines: set[tuple[str, ...]] = set()
        self._runs: set[tuple[str, ...]] = set()
        self.size = 0
        whole: list[str] = []
        for line in lines:
            words = _words(line)
            self._lines.add(tuple(words))
            whole.extend(words)
        self.size = len(whole)
        self._runs.update(zip(*(whole[shift:] for shift in range(_RUN)), strict=False))

    def has(self, text: str) -> bool:
        words = _words(text)
        if tuple(words) in self._lines:
            return True
        runs = list(zip(*(words[shift:] for shift in range(_RUN)), strict=False))
        return bool(runs) and sum(run in self._runs for run in runs) * 10 >= len(runs) * 6


def find_main_text(html: str, words_on_page: int) -> MainText | None:
    """The main text, or None when the library finds too little to believe (a bare fragment, an odd page)."""
    import trafilatura  # 160 ms: only for HTML

    logging.getLogger("trafilatura").setLevel(logging.CRITICAL)
    try:
        found = trafilatura.extract(
            html, include_comments=False, include_tables=True, include_formatting=False, deduplicate=False
        )
    except Exception:
        return None  # a page it cannot take is read by its structure alone
    if not found:
        return None
    main = MainText([line.lstrip("-# |") for line in found.splitlines()])
    return main if main.size >= max(20, words_on_page * _ENOUGH) else None


def _words(text: str) -> list[str]:
    return [match[0] for match in _WORD.finditer(text.lower())]
