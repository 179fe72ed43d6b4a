"""News sentences of our own with their quantities, labelled before the reader had seen them.

A file holds ``## category`` lines, sentences, and under each sentence a line ``= value unit [change]; …`` with every
quantity in the order of the text. A value is ``12``, ``1/3``, ``2.5M`` or a range ``4..6``; the unit ``-`` is none; the
change is ``=`` where none is written. A line ``? what`` below says what is not read so yet: value, unit or change.
"""

from __future__ import annotations

from fractions import Fraction
from pathlib import Path

FILES = ("first_business.txt", "first_public.txt", "first_life.txt", "second.txt", "third.txt", "fourth.txt")
Value = Fraction | tuple[Fraction, Fraction]
Label = tuple[Value, str | None, str]
_SCALES = {"k": 1000, "M": 10**6, "B": 10**9, "T": 10**12}
_CHANGES = ("=", "~", ">", "<", "up", "down")


def read_sentences(name: str) -> list[tuple[str, str, list[Label]]]:
    """(category, sentence, labels) of every sentence in the file ``name`` of this folder."""
    return [entry[:3] for entry in read_entries(name)]


def read_entries(name: str) -> list[tuple[str, str, list[Label], str]]:
    """(category, sentence, labels, what is not read yet) of every sentence in the file ``name``."""
    entries: list[tuple[str, str, list[Label], str]] = []
    category = sentence = ""
    for line in (Path(__file__).parent / name).read_text(encoding="utf-8").splitlines():
        if line.startswith("## "):
            category = line[3:]
        elif line.startswith("? "):
            entries[-1] = (*entries[-1][:3], line[2:])
        elif line.startswith("="):
            entries.append(
                (category, sentence, [_label(part) for part in line[1:].split(";") if part.strip()], "")
            )
        else:
            sentence = line
    return entries


def _label(text: str) -> Label:
    value, *words = text.split()
    change = words.pop() if words[-1] in _CHANGES else "="
    unit = " ".join(words)
    return _value(value), None if unit == "-" else unit, change


def _value(text: str) -> Value:
    low, dots, high = text.partition("..")
    return (_number(low), _number(high)) if dots else _number(low)


def _number(text: str) -> Fraction:
    scale = _SCALES.get(text[-1], 1)
    return Fraction(text[:-1] if scale > 1 else text) * scale
