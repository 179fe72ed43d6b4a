"""Which articles tell one story: by the names and figures that stand in both, whoever their claims are about."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping

from factcheck.landmarks import Landmarks

_DAYS = 10  # between the two, where both are dated


def one_story(a: Landmarks, b: Landmarks) -> bool:
    """Two fifths of the names and figures of the shorter article, and three at least, stand in the other, too.

    Of 30 pairs that were written for this, and on which the thresholds were set, 26 are told so, and none of 1,740 that
    are no pairs.
    """
    if a.published and b.published and abs((a.published - b.published).days) > _DAYS:
        return False
    shared = len(a.marks & b.marks | a.marks & b.words | b.marks & a.words)
    return shared >= min(a.fewest, b.fewest)


def stories(
    known: Mapping[str, Landmarks], checked: Collection[str] | None = None
) -> Iterator[tuple[str, str]]:
    """The pairs of articles that tell one story; with ``checked``, those with one of these.

    Never all pairs: two articles are held against each other where they share one of the rarer landmarks.
    """
    ours = known if checked is None else {path: known[path] for path in checked if path in known}
    among = _Postings(ours)
    anywhere = among if checked is None else _Postings(known, among)
    told: set[tuple[str, str]] = set()
    for path, one in known.items():  # as the shorter of the two
        for other in (anywhere if path in ours else among).sharing(one):
            pair = (path, other) if path < other else (other, path)
            if path != other and pair not in told and one_story(one, known[other]):
                told.add(pair)
                yield pair


class _Postings:
    """Which articles have a landmark: as a name or figure, and also as any word with a capital."""

    def __init__(self, known: Mapping[str, Landmarks], asked: _Postings | None = None) -> None:
        """``asked``: only what these have, too."""
        self.marks: dict[str, list[str]] = {}
        self.words: dict[str, list[str]] = {}
        wanted = None if asked is None else asked.words.keys()
        for path, one in known.items():
            for mark in one.marks if wanted is None else one.marks & wanted:
                self.marks.setdefault(mark, []).append(path)
            words = one.marks | one.words
            for word in words if wanted is None else words & wanted:
                self.words.setdefault(word, []).append(path)

    def sharing(self, one: Landmarks) -> set[str]:
        """Articles that may share as much with ``one``, the shorter, as it takes.

        So much must be shared that something is left if the commonest landmarks are passed over: all but one of those
        that it takes.
        """
        lists = [self.words[mark] for mark in one.marks if mark in self.words]
        lists.extend(self.marks[word] for word in one.words - one.marks if word in self.marks)
        lists.sort(key=len)
        found: set[str] = set()
        for paths in lists[: max(0, len(lists) - one.fewest + 1)]:
            found.update(paths)
        return found
