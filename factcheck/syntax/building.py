"""A sentence being read: the clause that is open, the phrase before, and what they need to know of each other."""

from __future__ import annotations

from collections.abc import Sequence

from factcheck.syntax.lexicon import Lexicon
from factcheck.syntax.tokens import Token
from factcheck.syntax.tree import Clause, Noun, Tree, Verb

_LONGEST_OPENING = 12  # tokens
COMMAS = ",—–"
QUOTES = "“”\"‘’'"


class Building:
    """``current`` is the open clause, ``last`` the phrase before; ``fresh`` is true while nothing stands between.

    ``comma``, ``conjunction`` and ``quoted`` tell what stood since; ``preposition`` is the token of one that waits.
    """

    __slots__ = (
        "comma",
        "conjunction",
        "current",
        "fresh",
        "last",
        "lexicon",
        "preposition",
        "quoted",
        "tags",
        "tokens",
        "tree",
    )

    def __init__(self, tokens: Sequence[Token], tags: Sequence[str], lexicon: Lexicon) -> None:
        self.tokens, self.tags, self.lexicon = tokens, tags, lexicon
        self.tree = Tree(tokens, tags)
        self.current = self.open("main", 0, None)
        self.last: Noun | None = None
        self.preposition = -1
        self.fresh = self.comma = self.conjunction = self.quoted = False

    def open(self, kind: str, at: int, parent: Clause | None) -> Clause:
        """A new clause of the sentence; it is not entered yet."""
        clause = Clause(len(self.tree.clauses), kind, at, parent)
        self.tree.clauses.append(clause)
        return clause

    def enter(self, clause: Clause) -> None:
        """What follows belongs to this clause."""
        self.current, self.fresh, self.comma, self.conjunction = clause, False, False, False

    def with_subject(self, clause: Clause, subject: Noun) -> Clause:
        """Gives a clause its subject and what stands behind that, out of the open clause."""
        clause.subject, subject.clause = subject, clause
        home = self.current
        start = self.opening(subject.first)
        around = [noun for noun in home.nouns if noun.first > start and noun.clause is home]
        home.nouns = [noun for noun in home.nouns if noun not in around]
        for noun in around:
            noun.clause = clause
        clause.nouns[:0] = sorted([subject, *around], key=lambda noun: noun.first)
        behind_times = [one for one in home.times if one[0] > start]
        home.times = [one for one in home.times if one[0] < start]
        clause.times.extend(behind_times)
        clause.first = min(clause.first, start)
        tree = self.tree
        for token in range(clause.first, len(tree.clause_at)):
            tree.clause_at[token] = clause
        return clause

    def opening(self, first: int) -> int:
        """Where a clause opens whose subject is at a token: "…, and in the second quarter that had been $0.37"."""
        for step in range(first - 1, max(0, first - _LONGEST_OPENING), -1):
            if self.tags[step] == "C" and self.tokens[step - 1].text == ",":
                opens = self.tags[step + 1] in "PJT" or self.tokens[step + 1].text == ","
                return step + 1 if opens and step < first - 1 else first
            if self.tags[step] in "VEFWGKMZYXQ":
                break
        return first

    def lead(self) -> Noun | None:
        """The phrase right before, as a whole: "the number" of "the number of cases in March"."""
        noun = self.said_once(self.last) if self.fresh and self.last is not None else None
        while noun is not None and noun.preposition >= 0 and noun.host is not None:
            noun = noun.host
        return noun

    def said_once(self, noun: Noun) -> Noun:
        """ "net income of $17.5 million, or $1.49 per share": the first of two figures that say the same."""
        before = noun.joined
        again = noun.bare and before is not None and before.bare and self.tokens[noun.first - 1].lower == "or"
        return before if again and before is not None else noun

    def waiting(self) -> Clause | None:
        """The nearest clause around the open one that still has no verb but a phrase to be its subject."""
        clause = self.current.parent if self.current.verb is not None else self.current
        while clause is not None:
            if clause.verb is None and any(noun.preposition < 0 for noun in clause.nouns):
                return clause
            clause = clause.parent
        return None

    def follows_comma(self, noun: Noun) -> bool:
        """True for a phrase right behind a comma, a dash or a quotation mark."""
        return noun.first > 0 and self.tokens[noun.first - 1].text in COMMAS + QUOTES

    def after_verb(self, noun: Noun) -> bool:
        """True for a phrase behind the open clause's verb."""
        verb = self.current.verb
        return verb is not None and noun.first > verb.last

    def acting(self, verb: Verb) -> Clause:
        """The clause whose subject another verb shares: not "to save" in "see room to save and raised our guidance"."""
        clause, past = self.current, self.tags[verb.first] in "EV"
        while clause.kind == "inf" and clause.parent is not None and past:
            clause = clause.parent
        return clause

    def home(self) -> Clause:
        """The main clause around the open one."""
        clause = self.current
        while clause.parent is not None and clause.kind not in ("main", "and", "bracket"):
            clause = clause.parent
        return clause

    def put_right(self, clause: Clause) -> Clause:
        """ "Chips made abroad cost": what was taken for the verb describes the subject."""
        verb = clause.verb
        assert verb is not None
        part = self.open("part", verb.first, clause)
        part.verb, part.antecedent = verb, clause.subject
        moved = [noun for noun in clause.nouns if noun.first > verb.last]
        for noun in moved:
            noun.clause = part
        part.nouns = moved
        part.times = [one for one in clause.times if one[0] > verb.last]
        clause.nouns = [noun for noun in clause.nouns if noun.first < verb.first]
        clause.times = [one for one in clause.times if one[0] < verb.first]
        for token in range(verb.first, len(self.tree.clause_at)):
            self.tree.clause_at[token] = part
        verb.form = "participle"
        return clause
