"""Lines that follow each other without a blank line: which of them are one paragraph?

A hard-wrapped paragraph breaks its lines where the next word would not have fitted. A drop from a content system
has one paragraph a line, with bylines, headings and the ends of stripped links on lines of their own.
"""

from __future__ import annotations

from itertools import pairwise

from factcheck.sources.published import opens_with_date

_WIDEST_WRAP = 120
_NARROWEST_WRAP = 40
TAIL = 200  # characters of a paragraph that show how it ends
_SENTENCE_END = ".!?:;…\"”’')]"
_CONTINUES = frozenset(
    [
        "a",
        "an",
        "and",
        "as",
        "at",
        "but",
        "by",
        "for",
        "from",
        "in",
        "into",
        "like",
        "of",
        "on",
        "or",
        "such",
        "than",
        "that",
        "the",
        "their",
        "its",
        "to",
        "versus",
        "with",
        "without",
    ]
)


def split_lines(text: str, lines: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """Paragraph spans of a run of lines (spans without line ends); a line of blanks, such as ``&nbsp;``, is none."""
    lines = [line for start, end in lines if (line := _trim(text, start, end))[0] < line[1]]
    if len(lines) < 2:
        return lines
    if _stands_over_byline(text, lines):
        return [lines[0], *split_lines(text, lines[1:])]
    if _is_wrapped(text, lines):
        return [(lines[0][0], lines[-1][1])]
    paragraphs = [lines[0]]
    for start, end in lines[1:]:
        before = paragraphs[-1]
        if runs_on(text[max(before[0], before[1] - TAIL) : before[1]], text[start:end]) and not _is_credit(
            text[before[0] : before[1]], text[start:end]
        ):
            paragraphs[-1] = (before[0], end)
        else:
            paragraphs.append((start, end))
    return paragraphs


def runs_on(before: str, after: str) -> bool:
    """True when ``after`` can only be the rest of a sentence that ``before`` left open, as after a stripped link."""
    last = before.rstrip()[-1:]
    if not last or last in _SENTENCE_END:
        return False
    first = after[:1]
    if first in ",;)’'.":
        return True
    if last == "," and len(before.split(None, 4)) > 3:
        return True
    word = after.split(None, 1)[0]
    if first.islower() and word == word.lower() and len(before) > 20:
        return True
    return before.rsplit(None, 1)[-1] in _CONTINUES and before.count(" ") > 5  # "Sign in" is no open sentence


def _is_credit(before: str, after: str) -> bool:
    """True for "(Reporting by …)" or "Contact: …" under the last sentence, and for what stands under such a line."""
    if before.endswith("))"):
        return True
    label = after.partition(" ")[0]
    return before[-1:] in ".!?)”" and (
        after[:1] in "(©" or (label[-1:] == ":" and label[:1].isupper() and label[:-1].isalpha())
    )


def _stands_over_byline(text: str, lines: list[tuple[int, int]]) -> bool:
    """True for a headline with "By Ruth Ames, Monday 6 October", or the day and the hour, on the line below."""
    over, below = text[slice(*lines[0])], text[slice(*lines[1])]
    if over.rstrip()[-1:] not in _SENTENCE_END + "," and opens_with_date(below):
        return True
    words = below.split(None, 3)
    credited = (
        len(words) > 2 and words[0] in ("By", "BY") and words[1][:1].isupper() and words[2][:1].isupper()
    )
    return credited and over.rstrip()[-1:] not in _SENTENCE_END and max(len(over), len(below)) < _WIDEST_WRAP


def _trim(text: str, start: int, end: int) -> tuple[int, int]:
    line = text[start:end]
    return start + len(line) - len(line.lstrip()), start + len(line.rstrip())


def _is_wrapped(text: str, lines: list[tuple[int, int]]) -> bool:
    width = max(end - start for start, end in lines)
    if not _NARROWEST_WRAP <= width <= _WIDEST_WRAP:
        return False
    natural = 0
    for (start, end), (after, after_end) in pairwise(lines):
        if _is_credit(text[start:end], text[after:after_end]):
            return False
        word = text[after:after_end].split(None, 1)[0]
        natural += end - start + 1 + len(word) > width - 3
    return natural * 5 >= (len(lines) - 1) * 4
