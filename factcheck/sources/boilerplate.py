"""Which blocks of a page are the site's and not the article's, by vocabulary and by where they stand."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from factcheck.hints import TYPE_CHECKING, Any
from factcheck.patterns import Lazy
from factcheck.records import dataclass
from factcheck.sources.dates import read_dates
from factcheck.sources.pages import Block
from factcheck.vocabulary import load_part

if TYPE_CHECKING:
    from pathlib import Path

_SHORT = 40  # words: longer blocks are prose, whatever they begin with
_TINY = 6
_ISIN = Lazy(r"\b[A-Z]{2}[A-Z0-9]{9}\d\b")
_TICKER_LINE = Lazy(r"\$?[A-Z]{1,6}(?:[.:][A-Z]{1,4})?(?:--|[+-]\d{1,3}\.\d{1,3}%)$")
_READING_TIME = Lazy(r"\d{1,3}\s?-?(?:min|minute|minutes|mins)\.?\s?read\b", re.IGNORECASE)
_BREADCRUMB = Lazy(r"(?:[^>»›|]{2,30}[>»›][ ]?){2,6}[^>»›|.!?]{2,60}$|Home[ ]?[>»›/|]")
_STRAIGHT = str.maketrans({"’": "'", "‘": "'", "“": '"', "”": '"', "\u00a0": " ", "\u202f": " "})


@dataclass(frozen=True, slots=True)
class Boilerplate:
    """The vocabulary part ``boilerplate``: phrases in the form that ``plain_form`` gives."""

    lines: frozenset[str]
    starts: tuple[str, ...]
    ends: tuple[str, ...]
    contains: tuple[str, ...]
    tails: frozenset[str]
    biographies: tuple[str, ...]
    advertisements: frozenset[str]
    calls: tuple[str, ...]
    teasers: tuple[str, ...]
    bylines: tuple[str, ...]
    summaries: frozenset[str]


@lru_cache(maxsize=8)
def load_boilerplate(layers: tuple[Path, ...] = ()) -> Boilerplate:
    """The shipped vocabulary with a newsroom's layers over it."""
    return Boilerplate(**load_part("boilerplate", _build, layers))


def _build(data: dict[str, Any]) -> dict[str, Any]:
    sets = {"lines", "tails", "advertisements", "summaries"}
    return {
        name: (frozenset if name in sets else tuple)(str(phrase) for phrase in data.get(name) or ())
        for name in Boilerplate.__match_args__
    }


def plain_form(words: str) -> str:
    """Words as the vocabulary writes them: lower case, straight quotes, single blanks, no punctuation at the end."""
    return " ".join(words.translate(_STRAIGHT).lower().split()).rstrip(" .!?…:")


def find_boilerplate(blocks: Sequence[Block], words: Sequence[str], known: Boilerplate) -> list[bool]:
    """For each block, whether it is boilerplate. ``words`` is each block's prose with runs of blanks made one."""
    forms = [plain_form(text) if len(text) < 400 else "" for text in words]
    counts = [text.count(" ") + 1 for text in words]
    flags = [
        block.kind == "boilerplate" or (bool(form) and _is_site_line(form, text, count, known))
        for block, form, text, count in zip(blocks, forms, words, counts, strict=True)
    ]
    _flag_repeated_dates(words, flags)
    _flag_advertisements(words, forms, counts, flags, known)
    _flag_tail(blocks, forms, words, counts, flags, known)
    return flags


def _is_site_line(form: str, text: str, count: int, known: Boilerplate) -> bool:
    if form in known.lines or form in known.tails:
        return True
    if count > _SHORT:
        return False
    if form.startswith(known.starts) or any(phrase in form for phrase in known.contains):
        return True
    if count <= 4 and form.endswith(known.ends):
        return True
    if count <= _TINY and (_ISIN.search(text) or _TICKER_LINE.match(text) or not any(map(str.isalnum, text))):
        return True
    if count <= 12 and _READING_TIME.search(text):
        return True
    if (text.startswith("@ ") and count <= 4) or (count <= 14 and _BREADCRUMB.match(text)):
        return True
    return count <= 25 and text.endswith(("?", "!", ":")) and any(phrase in form for phrase in known.teasers)


def _flag_repeated_dates(words: Sequence[str], flags: list[bool]) -> None:
    """The same bare date over and over belongs to a list of other articles."""
    bare: dict[str, list[int]] = {}
    for index, text in enumerate(words):
        if len(text) <= 24 and is_bare_date(text):
            bare.setdefault(text, []).append(index)
    for places in bare.values():
        if len(places) > 1:
            for index in places:
                flags[index] = True


def is_bare_date(text: str) -> bool:
    """True for a line that is a date and nothing else."""
    dated = read_dates(text)
    return any(not (text[: date.start] + text[date.end :]).strip(" .,|-") for date in dated)


def _flag_advertisements(
    words: Sequence[str], forms: list[str], counts: list[int], flags: list[bool], known: Boilerplate
) -> None:
    for index, form in enumerate(forms):
        if form not in known.advertisements:
            continue
        last = index
        for after in range(index + 1, min(index + 5, len(forms))):
            if counts[after] > 60:
                break
            if any(phrase in forms[after] for phrase in known.calls):
                last = after
            elif after > index + 1 or words[after][-1:] in '.”"' or _has_figure(words[after]):
                break  # the article goes on; only a headline may stand between the mark and the call
        for inside in range(index, last + 1):
            flags[inside] = True


def _flag_tail(
    blocks: Sequence[Block],
    forms: list[str],
    words: Sequence[str],
    counts: list[int],
    flags: list[bool],
    known: Boilerplate,
) -> None:
    """Everything after a tail mark, then upwards from the end whatever is too short to be prose."""
    total = sum(count for count, flag in zip(counts, flags, strict=True) if not flag)
    before = tries = 0
    for index, form in enumerate(forms):
        if form in known.tails and before * 2 > total and tries < 8:
            tries += 1
            if not _states_figures(blocks[index:], words[index:]):
                flags[index:] = [True] * (len(flags) - index)
                break
        before += 0 if flags[index] else counts[index]
    index = len(flags) - 1
    lines: list[int] = []
    ended = any(flags)  # only a page known to carry site lines is trimmed by form
    while index >= 0 and ended:
        if flags[index]:
            pass
        elif (
            forms[index].startswith(known.biographies)
            and counts[index] <= 60
            and not _has_figure(words[index])
        ):
            flags[index] = True
        elif (
            blocks[index].kind == "paragraph"
            and counts[index] <= _TINY
            and words[index][-1:] not in '.!?"”:'
            and (not _has_figure(words[index]) or is_bare_date(words[index]))
        ):
            lines.append(index)
        else:
            break
        index -= 1
    if len(lines) > 1 or (lines and lines[0] == len(flags) - 1 and index < lines[0] - 1):
        for line in lines:
            flags[line] = True


def _states_figures(blocks: Sequence[Block], words: Sequence[str]) -> bool:
    """True when a tail is rather the article: it has a table, or several long paragraphs."""
    return any(block.kind == "table" for block in blocks) or sum(text.count(" ") > 40 for text in words) > 3


def _has_figure(text: str) -> bool:
    return any(char.isdigit() for char in text)
