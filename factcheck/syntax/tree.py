"""The parts of a sentence: noun phrases, verb groups, clauses. Numbers are token numbers; -1 stands for none."""

from __future__ import annotations

from collections.abc import Sequence

from factcheck.syntax.tokens import Token


class Noun:
    """A noun phrase, or a bare figure: tokens ``first`` to ``last`` (included), its head noun at ``head``.

    ``figures`` are the quantities inside, ``times`` the periods ("third-quarter revenue"). ``owner`` is the phrase
    before 's, ``possessive`` the token of "its". ``preposition`` governs it, and then ``host`` is the noun phrase right
    before, which it may narrow down. ``apposes`` is the phrase it stands beside between commas, ``joined`` the one
    before "and". ``bare`` is true for a figure without any noun, ``pronoun`` for "it".
    """

    __slots__ = (
        "apposes",
        "bare",
        "clause",
        "figures",
        "first",
        "head",
        "host",
        "joined",
        "last",
        "owner",
        "possessive",
        "preposition",
        "pronoun",
        "times",
    )

    def __init__(self, first: int, last: int, head: int) -> None:
        self.first, self.last, self.head = first, last, head
        self.figures: tuple[int, ...] = ()
        self.times: tuple[int, ...] = ()
        self.owner: Noun | None = None
        self.possessive = self.preposition = -1
        self.host: Noun | None = None
        self.apposes: Noun | None = None
        self.joined: Noun | None = None
        self.bare = self.pronoun = False
        self.clause: Clause | None = None


class Verb:
    """A verb group, tokens ``first`` to ``last``; ``lemma`` is its main verb, ``chain`` the verbs before it.

    ``form``: finite, open (a form in -ed that may be a past or a participle), participle, ing, infinitive, direction
    ("up", "flat"). ``ahead`` is true after "will" and "to", ``modal`` the word of possibility ("could").
    ``figure`` is the token of a figure that is the verb itself ("doubled").
    """

    __slots__ = (
        "ahead",
        "chain",
        "figure",
        "first",
        "form",
        "head",
        "last",
        "lemma",
        "modal",
        "negated",
        "passive",
    )

    def __init__(self, first: int, last: int, head: int, lemma: str, form: str) -> None:
        self.first, self.last, self.head, self.lemma, self.form = first, last, head, lemma, form
        self.chain: tuple[str, ...] = ()
        self.negated = self.passive = self.ahead = False
        self.modal = ""
        self.figure = -1


class Clause:
    """A clause. ``kind``: main, and (shares or follows a main clause), that (what is said), sub, rel, part, inf, say
    (", she said" behind what is said), bracket.

    ``nouns`` are its noun phrases in order, without the subject's own parts taken over by others; ``times`` its
    periods, as (token, preposition token, the noun phrase it stands right behind); ``connector`` the word that opened it.
    """

    __slots__ = (
        "antecedent",
        "connector",
        "first",
        "kind",
        "last",
        "nouns",
        "number",
        "parent",
        "subject",
        "times",
        "verb",
    )

    def __init__(self, number: int, kind: str, first: int, parent: Clause | None = None) -> None:
        self.number, self.kind, self.first, self.last, self.parent = number, kind, first, first, parent
        self.subject: Noun | None = None
        self.verb: Verb | None = None
        self.nouns: list[Noun] = []
        self.times: list[tuple[int, int, Noun | None]] = []
        self.antecedent: Noun | None = None
        self.connector = -1

    def about(self) -> Noun | None:
        """Its subject, or what stands for one: the antecedent of "which", the subject of the clause around."""
        clause: Clause | None = self
        while clause is not None:
            if clause.subject is not None:
                return clause.subject
            if clause.antecedent is not None:
                return clause.antecedent
            clause = clause.parent
        return None


class Tree:
    """A sentence read: its clauses in order of their beginnings, and which phrase and clause each token is in."""

    __slots__ = ("clause_at", "clauses", "noun_at", "nouns", "tags", "tokens")

    def __init__(self, tokens: Sequence[Token], tags: Sequence[str]) -> None:
        self.tokens, self.tags = tokens, tags
        self.nouns: list[Noun] = []
        self.clauses: list[Clause] = []
        self.noun_at: dict[int, Noun] = {}
        self.clause_at: list[Clause] = []

    def show(self) -> str:
        """The tree for people, one clause a line."""
        words = [token.text for token in self.tokens]
        lines = []
        for clause in self.clauses:
            parts = [
                f"{words[noun.preposition] + ' ' if noun.preposition >= 0 else ''}[{' '.join(words[noun.first : noun.last + 1])}]"
                for noun in clause.nouns
            ]
            subject = clause.about()
            about = " ".join(words[subject.first : subject.last + 1]) if subject is not None else "–"
            verb = clause.verb
            doing = f"{' '.join(words[verb.first : verb.last + 1])}/{verb.lemma}/{verb.form}" if verb else "–"
            times = [words[at] for at, _, _ in clause.times]
            lines.append(
                f"{clause.number} {clause.kind} <{clause.parent.number if clause.parent else '-'} | {about} | {doing} | {' '.join(parts)} | {times}"
            )
        return "\n".join(lines)
