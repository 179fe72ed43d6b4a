"""A sentence with everything the finders ask of it: its tokens, names, known metrics, phrases and clauses."""

from __future__ import annotations

from collections.abc import Container, Iterator, Sequence

from factcheck.extract.clause_words import ClauseWords, phrase_at
from factcheck.extract.joined_words import mark_joined
from factcheck.extract.name_mentions import NameMention
from factcheck.extract.sentences import Sentence
from factcheck.normalise.metrics import Metrics
from factcheck.records import dataclass
from factcheck.span import Span
from factcheck.syntax.clauses import read_tree
from factcheck.syntax.lexicon import Lexicon
from factcheck.syntax.tokens import PERIOD, QUANTITY, WORD, Token
from factcheck.syntax.tree import Clause, Noun, Tree

_LONGEST_NAME = 6  # words


@dataclass(frozen=True, slots=True)
class PlainWords:
    """The words of a sentence in lower case, where each stands and in which token; ``openers`` may open words of basis."""

    lowers: list[str]
    spans: list[tuple[int, int]]
    tokens: list[int]
    openers: list[int]


class SentenceView:
    """``metric_at`` maps the first token of each known metric to (its last token, its id); ``children`` maps a noun
    phrase to those that a preposition ties to it; ``figures`` are the token numbers of the quantities; ``own_words``
    is true where a company speaks of itself, so that unknown names are its parts; ``dated`` where a time is told;
    ``lowers`` are the words there are; ``plain`` are those inside times, too, once somebody has asked, as ``of_people`` is whether it speaks of groups of people."""

    __slots__ = (
        "brought_in",
        "children",
        "dated",
        "figures",
        "lexicon",
        "lowers",
        "metric_at",
        "metrics",
        "name_at",
        "names",
        "of_people",
        "own_words",
        "parts",
        "plain",
        "scope_at",
        "sentence",
        "tokens",
        "tree",
        "words",
    )

    def __init__(
        self,
        sentence: Sentence,
        tokens: Sequence[Token],
        names: Sequence[NameMention],
        metrics: Metrics,
        words: ClauseWords,
        lexicon: Lexicon,
        own_words: bool = False,
    ) -> None:
        self.sentence, self.tokens, self.own_words = sentence, tokens, own_words
        self.metrics, self.words, self.lexicon = metrics, words, lexicon
        lowers = [token.lower if token.kind == WORD else "\0" for token in tokens]
        self.lowers = frozenset(lowers)
        known = {at for name in names if name.entity.known for at in range(name.first, name.last + 1)}
        scope_starts = metrics.scope_starts(lowers)
        known |= _long_scopes(lowers, scope_starts, metrics)
        self.metric_at, inside = _metrics(lowers, known, metrics)
        self.names = [
            n for n in names if n.entity.known or not inside.intersection(range(n.first, n.last + 1))
        ]
        self.name_at = {at: name for name in self.names for at in range(name.first, name.last + 1)}
        solid = dict.fromkeys(inside, "N")
        _basis(lowers, words, solid)
        self.scope_at = _scopes(lowers, scope_starts, metrics, solid)
        signs = [at for at, token in enumerate(tokens) if token.text == "&"]
        joined = mark_joined(lowers, signs, self.metric_at, self.name_at, words["unit_words"], solid, lexicon)
        if any(at in joined for at in self.name_at):  # "the Ag Services and Oilseeds segment": one name
            self.names = [n for n in self.names if n.entity.known or n.first not in joined]
            self.name_at = {at: name for at, name in self.name_at.items() if name in self.names}
        solid.update({**dict.fromkeys(self.name_at, "N"), **joined})
        if own_words and tokens[0].text.islower():
            solid.update(dict.fromkeys(_company_before(tokens, self.metric_at, lexicon), "N"))
        self.tree: Tree = read_tree(tokens, lexicon, solid)
        self.children: dict[Noun, list[Noun]] = {}
        self.parts: dict[Noun, list[Clause]] = {}
        for noun in self.tree.nouns:
            if noun.host is not None:
                self.children.setdefault(noun.host, []).append(noun)
        for clause in self.tree.clauses:
            if clause.antecedent is not None and clause.kind in ("part", "rel"):
                self.parts.setdefault(clause.antecedent, []).append(clause)
        self.figures = [at for at, token in enumerate(tokens) if token.kind == QUANTITY]
        self.dated = PERIOD in [token.kind for token in tokens]
        self.brought_in = ":" in [token.text for token in tokens]
        self.plain: PlainWords | None = None
        self.of_people: bool | None = None

    def preposition(self, noun: Noun) -> str:
        """The preposition of a noun phrase in lower case; "" without."""
        return self.tokens[noun.preposition].lower if noun.preposition >= 0 else ""

    def names_in(self, first: int, last: int) -> Iterator[NameMention]:
        for name in self.names:
            if first <= name.first and name.last <= last:
                yield name

    def head_name(self, noun: Noun) -> NameMention | None:
        """The name that a noun phrase is: "the Oslo firm Nimbus", "chief executive Dana Whitlock"."""
        return self.name_at.get(noun.head)

    def clause_of(self, token: int) -> Clause:
        return self.tree.clause_at[token]

    def noun_of(self, token: int) -> Noun | None:
        return self.tree.noun_at.get(token)

    def span(self, first: int, last: int) -> Span:
        return Span(self.tokens[first].start, self.tokens[last].end)

    def lower(self, first: int, last: int) -> list[str]:
        return [token.lower or token.text.lower() for token in self.tokens[first : last + 1]]


def _metrics(
    lowers: Sequence[str], known: set[int], metrics: Metrics
) -> tuple[dict[int, tuple[int, str]], set[int]]:
    found: dict[int, tuple[int, str]] = {}
    inside: set[int] = set()
    others: set[int] = set()
    for at in metrics.starts(lowers):
        if at in known or at in inside or at in others:
            continue
        match = metrics.found(lowers, at)
        if match is None:
            continue
        length, key = match
        if key is None:
            others.update(range(at, at + length))
        elif not known.intersection(range(at, at + length)):
            found[at] = at + length - 1, key
            inside.update(range(at, at + length))
    return found, inside


def _long_scopes(lowers: Sequence[str], starts: Sequence[int], metrics: Metrics) -> set[int]:
    """The tokens of "on a cash basis", "available for common stock": no metric begins inside."""
    found: set[int] = set()
    for at in starts:
        match = metrics.match_scope(lowers, at) if lowers[at] in _OPENS_LONG else None
        if match is not None and match[0] > 2:
            found.update(range(at, at + match[0]))
    return found


_OPENS_LONG = frozenset(("on", "available"))
_AROUND = frozenset(("globally", "around", "across", "throughout"))
_OPENS_BASIS = frozenset(
    (
        "from",
        "on",
        "in",
        "at",
        "as",
        "excluding",
        "stripping",
        "before",
        "under",
        "available",
        "net",
    )
)
_NO_NOUN = frozenset(
    ("\0", "it", "they", "he", "she", "we", "the", "in", "by", "for", "from", "to", "and", "but", "at")
)
_ENDS_BASIS = frozenset(("versus", "vs", "compared", "against"))


def _scopes(
    lowers: Sequence[str], starts: Sequence[int], metrics: Metrics, solid: dict[int, str]
) -> dict[int, tuple[int, tuple[str, str]]]:
    """First token of each scope phrase → (last token, (dimension, value)): "adjusted", "from continuing operations"."""
    found: dict[int, tuple[int, tuple[str, str]]] = {}
    done = 0
    for at in starts:
        match = metrics.match_scope(lowers, at) if at >= done and at not in solid else None
        if match is None:
            continue
        last = at + match[0] - 1
        start = at - 2 if lowers[at - 2 : at] in (["on", "a"], ["on", "an"]) and at >= 2 else at
        phrase = lowers[at - 1] if at else ""
        if lowers[last + 1 : last + 2] == ["basis"]:
            last += 1
        elif start == at and phrase in ("from", "on", "in", "at") and match[0] > 1:
            start = at - 1
        behind = lowers[last + 1] if last + 1 < len(lowers) else "\0"
        # "grew 12.1% constant currency, …", "$40 million pretax versus $14 million"
        adverb = match[0] == 1 and lowers[at].endswith("ally")  # "declined 13 % organically year over year"
        ends = behind == "\0" or (match[1][0] == "tax" and behind in _ENDS_BASIS)
        of_figure = adverb or (at > 0 and lowers[at - 1] == "\0" and ends)
        whole = start < at or of_figure or last > at or lowers[at] in _OPENS_BASIS
        found[at] = last, match[1]
        of_metric = lowers[at] == "worldwide" and at - 1 in solid  # "Sales worldwide came to"
        if match[1][0] == "place" and (lowers[at] in _AROUND or behind in _NO_NOUN or of_metric):
            solid.update(dict.fromkeys(range(at, last + 1), "J"))  # "globally, it holds", "sold worldwide"
        elif whole and not solid.keys() & set(range(start, last + 1)):
            before_noun = (
                start == at
                and not of_figure
                and lowers[at] not in _OPENS_BASIS
                and "for" not in lowers[at : last + 1]
            )
            solid.update(
                dict.fromkeys(range(start, last + 1), "A" if before_noun and last + 1 < len(lowers) else "J")
            )
        elif not whole:
            solid[at] = "A"
        done = last + 1
    return found


def _basis(lowers: Sequence[str], words: ClauseWords, solid: dict[int, str]) -> None:
    """Mark "year on year", "sequentially": they describe a change and belong to no noun phrase of their own."""
    for at, lower in enumerate(lowers):
        if lower in words.basis and at not in solid:
            match = phrase_at(words.basis, lowers, at)
            names = match is not None and lowers[at + match[0] : at + match[0] + 1] == ["of"]
            if match is not None and match[1] != "per-year" and not names:
                solid.update(dict.fromkeys(range(at, at + match[0]), "J"))


def _company_before(tokens: Sequence[Token], metric_at: Container[int], lexicon: Lexicon) -> range:
    """ "norvane water works q2 earnings per share $1.14": the words before a time that a known measure follows."""
    end = next((at for at, token in enumerate(tokens) if token.kind != WORD), 0)
    if not 2 <= end <= _LONGEST_NAME or tokens[end].kind != PERIOD or end + 1 not in metric_at:
        return range(0)
    named = lexicon.code(tokens[end - 1].lower) == "N"  # "norvane posts q2 sales" has its verb there
    plain = all(set("NVWFEGA") & set(lexicon.code(token.lower)) for token in tokens[:end])
    return range(end) if plain and named else range(0)
