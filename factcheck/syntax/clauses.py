"""Clauses of a sentence: who does what, and which phrases belong there. One pass from left to right, no backtracking.

A phrase goes to the clause that is open; a verb opens one, unless the open clause still waits for its verb. A past
that turns out to have been a participle ("chips made abroad cost more") is put right when the true verb comes.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from factcheck.syntax.building import COMMAS, QUOTES, Building
from factcheck.syntax.lexicon import Lexicon
from factcheck.syntax.phrases import read_noun, read_verb
from factcheck.syntax.tags import read_tags
from factcheck.syntax.tokens import Token
from factcheck.syntax.tree import Clause, Noun, Tree, Verb
from factcheck.syntax.verb_clauses import VerbClauses

_VERBAL = "VFWEKGMZYX"


def read_tree(tokens: Sequence[Token], lexicon: Lexicon, solid: Mapping[int, str]) -> Tree:
    """The phrases and clauses of a sentence. ``solid`` fixes the codes of names and metrics, see syntax.tags."""
    return _Reader(Building(tokens, read_tags(tokens, lexicon, solid), lexicon)).read()


class _Reader:
    """Goes through the tokens and hands each phrase, verb and sign to its place."""

    __slots__ = ("building", "verbs")

    def __init__(self, building: Building) -> None:
        self.building, self.verbs = building, VerbClauses(building)

    def read(self) -> Tree:
        building, tags = self.building, self.building.tags
        clause_at = building.tree.clause_at
        at, size = 0, len(tags)
        while at < size:
            start, at = at, self._step(at, tags[at], size)
            clause = building.current
            clause.last = at - 1
            clause_at += [clause] * (at - start)
        return building.tree

    def _step(self, at: int, tag: str, size: int) -> int:
        """Reads what stands at a token; the token behind it."""
        building = self.building
        if tag in "NQDHAOTJ":
            return self._at_noun(at)
        if tag == "P":
            return self._at_preposition(at)
        if tag in _VERBAL or (tag == "n" and at + 1 < size and building.tags[at + 1] in _VERBAL):
            return self._at_verb(at)
        if tag == "S":
            return self._subordinate(at)
        if tag in ".i":
            self._sign(at)
        elif tag == "U":
            if not self._particle(at):
                self._verb(Verb(at, at, at, building.tokens[at].lower, "direction"))
        elif tag == "R":
            self._relative(at)
        elif tag == "C":
            building.conjunction, building.fresh = True, False
        return at + 1

    def _particle(self, at: int) -> bool:
        """True where "up" or "lower" only goes with what is before it: "closed 0.7 % lower", "made up of", "edged up"."""
        if self.building.fresh and self.building.last is not None and self.building.last.bare:
            tags = self.building.tags  # "with net income of $126 million also down 9 %" tells of that
            return not (at > 1 and tags[at - 1] == "B" and at + 1 < len(tags) and tags[at + 1] == "Q")
        if at == 0 or self.building.tags[at - 1] not in "VFWEKG":
            return False
        return not self.building.lexicon.does(
            self.building.lexicon.lemma(self.building.tokens[at - 1].lower), "ends"
        )

    def _sign(self, at: int) -> None:
        text = self.building.tokens[at].text
        if text in COMMAS:
            self.building.comma, self.building.fresh = True, False
            particle = self.building.preposition == at - 1 and at > 1
            if particle and self.building.tags[at - 2] in _VERBAL + "BD":
                self.building.preposition = -1  # "Moving on, our tax rate was", "All in, costs were"
        elif text in ";:" and not self._bracketed():  # not the colon of "(NASDAQ: ABC)"
            self.building.enter(self.building.open("main", at + 1, None))
            self.building.last = None
        elif text == "(":
            opened = self.building.open("bracket", at + 1, self.building.current)
            opened.antecedent = self.building.last
            self.building.enter(opened)
        elif text == ")":
            clause: Clause | None = self.building.current
            while clause is not None and clause.kind != "bracket":
                clause = clause.parent
            if clause is not None and clause.parent is not None:
                before = clause.antecedent
                self.building.enter(clause.parent)
                self.building.last = before
                opens = before.preposition if before is not None else -1
                tied = opens >= 0 and self.building.tokens[opens].lower != "with"
                if before is not None and clause.verb is None and not before.figures and not tied:
                    self.building.fresh = (
                        True  # "with the Harbour Party (HP) winning", "FFO (adjusted) per share"
                    )
        elif text in QUOTES:
            self.building.quoted = True
            self.building.fresh = False

    def _bracketed(self) -> bool:
        """True where no verb has come yet in an open bracket."""
        clause = self.building.current
        return clause.kind == "bracket" and clause.verb is None

    def _subordinate(self, at: int) -> int:
        if (
            at + 1 < len(self.building.tags)
            and self.building.tags[at + 1] == "P"
            and self.building.tokens[at + 1].lower == "of"
        ):
            self.building.preposition, self.building.fresh = at, False  # "because of"
            return at + 2
        if (
            self.building.tokens[at].lower == "where"
            and self.building.last is not None
            and not self.building.last.bare
        ):
            self._relative(at)  # "in Tolmar, where"
            return at + 1
        behind = self.building.tokens[at + 1] if at + 1 < len(self.building.tokens) else None
        alone = behind is not None and behind.text in ",.;" and at > 0 and self.building.comma
        if behind is None or alone or (self.building.tokens[at].lower, behind.lower) == ("so", "far"):
            return at + 1  # "robberies, though, climbed", "so far this year": they open no clause
        clause = self.building.open(
            "that" if self.building.tokens[at].lower == "that" else "sub", at, self.building.current
        )
        clause.connector = at
        self.building.enter(clause)
        return at + 1

    def _relative(self, at: int) -> None:
        clause = self.building.open("rel", at, self.building.current)
        if self.building.preposition == at - 1 or self.building.comma:
            # "of which the county pays $2 million": its own, not its subject's; "such as , where": of a name left out
            self.building.preposition = -1
        meant = self.building.last
        where = self.building.tokens[at].lower in ("where", "whose")  # "$100m in China, where"
        while meant is not None and meant.host is not None and self._locates(meant) and not where:
            meant = meant.host  # "flats on Mill Lane, which would include"
        told = self.building.current
        parted = told.kind == "say" and told.verb is not None and self.building.comma
        if parted and told.verb is not None and told.verb.last == at - 2 and not where:
            before = [one for one in self.building.tree.clauses[: told.number] if one.kind in ("main", "and")]
            meant = (
                before[-1].about() if before else meant
            )  # "reached 530,000, police figures showed, which is"
        clause.connector, clause.antecedent = at, meant
        self.building.enter(clause)
        self.building.last = meant

    def _locates(self, noun: Noun) -> bool:
        word = self.building.tokens[noun.preposition].lower
        return word in ("in", "on", "at", "near") and self.building.tokens[noun.head].text[:1].isupper()

    def _at_preposition(self, at: int) -> int:
        tags = self.building.tags
        if self.building.tokens[at].lower == "to" and at + 1 < len(tags):
            step = at + 1
            while step < len(tags) and tags[step] in "Bn":
                step += 1
            if step < len(tags) and (tags[step] == "W" or self.building.tokens[step].lower in ("be", "have")):
                return self._at_verb(at)
        if self.building.preposition < 0 or self.building.preposition < at - 1:
            self.building.preposition = at
        return at + 1

    def _at_noun(self, at: int) -> int:
        noun = read_noun(self.building.tokens, self.building.tags, at)
        if noun is None:
            if self.building.tags[at] == "T":
                host = (
                    self.building.last
                    if self.building.fresh and self.building.last is not None and not self.building.last.bare
                    else None
                )
                self.building.current.times.append((at, self.building.preposition, host))
                self.building.preposition = -1
            elif self.building.tags[at] not in "JD":
                self.building.fresh = False
            return at + 1
        self._noun(noun)
        return noun.last + 1

    def _noun(self, noun: Noun) -> None:
        tree = self.building.tree
        if self.building.tokens[noun.first].lower == "whose" and self.building.last is not None:
            self._relative(noun.first)  # "The Pilots, whose payroll is the highest, have won"
            self.building.last = None
        if self.building.comma and noun.preposition < 0 and self.building.preposition < 0:
            self._leave_opening()
        clause = self.building.current
        tree.nouns.append(noun)
        for token in range(noun.first, noun.last + 1):
            tree.noun_at[token] = noun
        noun.preposition, self.building.preposition = self.building.preposition, -1
        if noun.preposition >= 0:
            if self.building.fresh and self.building.last is not None:
                noun.host = self.building.last
        elif self.building.last is not None and not self.building.last.pronoun:
            if self.building.conjunction:
                noun.joined = self.building.last
            elif self.building.comma and self.building.last.clause is clause:
                noun.apposes = self.building.last
        noun.clause = clause
        clause.nouns.append(noun)
        if clause.kind == "say" and clause.subject is None and noun.preposition < 0 and not noun.bare:
            clause.subject = noun  # "…, said Ms Lee"
        self.building.last, self.building.fresh = noun, True
        self.building.comma = self.building.conjunction = False

    def _leave_opening(self) -> None:
        """ "Citing weak demand, Norvane": the comma ends what stood before the main clause."""
        clause: Clause | None = self.building.current
        while (
            clause is not None
            and clause.kind in ("part", "sub", "inf", "that", "rel")
            and clause.verb is not None
        ):
            outer = clause.parent
            if outer is not None and outer.verb is None and not any(n.preposition < 0 for n in outer.nouns):
                self.building.current, self.building.last = outer, None
                return
            clause = outer

    def _at_verb(self, at: int) -> int:
        verb = read_verb(self.building.tokens, self.building.tags, at, self.building.lexicon)
        self._verb(verb)
        return verb.last + 1

    def _verb(self, verb: Verb) -> None:
        clause = self.verbs.clause_for(verb)
        clause.verb = verb
        self.building.enter(clause)
        self.building.preposition = -1
