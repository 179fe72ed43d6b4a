"""Names in a sentence: entities of the registry, and capitalised names nobody has told us about."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence

from factcheck.claim import Entity
from factcheck.day import date
from factcheck.extract.clause_words import ClauseWords
from factcheck.extract.name_openers import Openers
from factcheck.normalise.entities import Registry
from factcheck.normalise.metrics import Metrics
from factcheck.normalise.names import is_legal_word, name_key
from factcheck.records import dataclass, field
from factcheck.syntax.tokens import WORD, Token, hyphened

_INDEX_WORDS = frozenset(("index", "average"))
_GOES_ON = frozenset(("and", "but", "while", "where", "which", "as"))
_WHERE = frozenset(("in", "near", "across", "outside", "throughout"))
_COMPANIES = ("company", "bank")
_LANDS = frozenset(("country", "region", "state"))
PLACE_KINDS = frozenset(("country", "region", "city", "continent", "place", "state"))


@dataclass(frozen=True, slots=True)
class NameMention:
    """A name at tokens ``first`` to ``last`` (included). ``place`` for countries, regions and cities.

    ``kind`` is what the registry says of it (company, index, office, …); for an open name "person" or "body" where the
    article shows which, else None.
    """

    first: int
    last: int
    entity: Entity
    place: bool = False
    segment: str | None = None
    kind: str | None = None


@dataclass(slots=True)
class NameBook:
    """The names of one article: open names seen where capitals mean something, and how often each was seen.

    ``people`` are the names that the article gives a role ("chief executive Dana Whitlock") or shortens to the last
    word; ``bodies`` those it gives a measure ("Harbour Line's revenue"). ``published`` tells which names were in use.
    """

    registry: Registry
    words: ClauseWords
    metrics: Metrics
    openers: Openers
    published: date | None = None
    open_names: dict[str, str] = field(default_factory=dict)
    seen: Counter[str] = field(default_factory=Counter)
    people: set[str] = field(default_factory=set)
    bodies: set[str] = field(default_factory=set)
    houses: Counter[str] = field(default_factory=Counter)  # whose officers are named: "AAM's President"
    _runs: dict[int, list[tuple[int, int]]] = field(default_factory=dict)

    def learn(self, sentences: Iterable[Sequence[Token]], titles: Iterable[Sequence[Token]] = ()) -> None:
        """Collect open names from running text, then fold short forms into the one long form they begin."""
        found: Counter[tuple[str, ...]] = Counter()
        for tokens in sentences:
            for first, last in self._capitalised(tokens):
                if (
                    first == last
                    and self._opens_sentence(tokens, first)
                    and not self.openers.acts(tokens, first)
                ):
                    continue  # one capitalised word that opens a sentence tells nothing by itself
                name = tuple(token.text for token in tokens[first : last + 1])
                found[name] += 1
                self._weigh(tokens, first, last, " ".join(name))
        for tokens in titles:
            if all(token.text.isupper() for token in tokens if token.kind == WORD):
                continue  # "GRAIN HARVEST SMALLEST SINCE 2012"
            for first, last in self._capitalised(tokens)[:1]:
                behind = tokens[last + 1] if last + 1 < len(tokens) else None
                dated = (
                    behind is not None and behind.period is not None and behind.period.period.kind != "month"
                )
                formed = first < last and behind is not None and behind.text[:1].islower()
                formed = formed and (
                    is_legal_word(tokens[last].lower)  # "Brindle & Co margin slips"
                    or (behind is not None and behind.lower in self.words["result_words"])
                )  # "Castell Tools earnings call"
                if first == 0 and behind is not None and (dated or formed or behind.lower == "'s"):
                    found[tuple(token.text for token in tokens[: last + 1])] += 1
        longer = sorted(found, key=lambda name: (-len(name), -found[name], name))
        begins: dict[str, list[tuple[str, ...]]] = {}
        for name in longer:
            begins.setdefault(name[0], []).append(name)
        for name in longer:
            target = name
            alike = begins[name[0]]
            homes = [other for other in alike if len(other) > len(name) and other[: len(name)] == name]
            if (
                not homes and len(name) == 1 and not (name[0].isupper() and len(name[0]) < 6)
            ):  # "Town" is Brackley Town, where no other Town plays
                homes = [other for other in longer if len(other) > 1 and other[-1:] == name]
                named = (
                    homes[0][0].lower() in self.words["things_named"] if homes else False
                )  # "Hurricane Ian"
                if len(homes) == 1 and not named and name[0].lower() not in self.words["company_names"]:
                    self.people.add(" ".join(homes[0]))  # only people go by their last name
            if len(homes) == 1:
                target = homes[0]
            self.open_names[" ".join(name)] = " ".join(target)

    def _weigh(self, tokens: Sequence[Token], first: int, last: int, name: str) -> None:
        """What the words around a name tell: a role before or behind it, a measure that it has."""
        roles = self.words["person_roles"]
        lowers = [token.lower for token in tokens[last + 1 : last + 6]]
        before = tokens[first - 1].lower if first else ""
        if before == "." and first > 1:
            before = tokens[first - 2].lower  # "Mr. Orme"
        apposed = lowers[:1] == [","] and any(word in roles for word in lowers[1:])
        apposed = apposed and lowers[1] not in _GOES_ON  # "in Elmar, and the mayor put the damage at"
        if before in roles or apposed:
            self.people.add(name)
        if (
            len(lowers) > 1
            and lowers[0] == "'s"
            and any(word in self.words["officers"] for word in lowers[1:4])
        ):
            self.houses[name] += 1
        elif len(lowers) > 1 and lowers[0] == "'s" and self.metrics.match(lowers, 1) is not None:
            self.bodies.add(name)

    def _opens_sentence(self, tokens: Sequence[Token], at: int) -> bool:
        return not any(token.kind == WORD for token in tokens[:at])

    def read(self, tokens: Sequence[Token], title_case: bool = False) -> list[NameMention]:
        """The names of one sentence, left to right; ``title_case`` text only shows names known from elsewhere."""
        mentions: list[NameMention] = []
        originals = [token.text.replace("’", "'") if token.kind == WORD else "\0" for token in tokens]
        if all(word == "\0" or word.islower() or not word.isalpha() for word in originals):
            return self._places(tokens)
        taken = -1
        runs = dict(self._capitalised(tokens))
        known_starts = self.registry.starts(originals)
        if not known_starts and not runs:
            return []
        for at in sorted({*known_starts, *runs}):
            if at <= taken:
                continue
            known = self.registry.match(originals, at, self.seen) if at in known_starts else None
            if known is not None:
                mentions.append(self._known(tokens, at, known))
                taken = mentions[-1].last
                continue
            last = self._before_known(originals, at, runs.get(at, -1), known_starts)
            if last < at or (last == at and len(tokens[at].text.rstrip(".")) == 1):
                continue
            mention = self._open(tokens, at, last, title_case)
            if mention is not None:
                mentions.append(mention)
                taken = mention.last
        return mentions

    def _places(self, tokens: Sequence[Token]) -> list[NameMention]:
        """The countries and regions of a wire line in small letters: "sales in north america fell 3 percent"."""
        words = [_as_name(token.lower) if token.kind == WORD else "\0" for token in tokens]
        mentions: list[NameMention] = []
        taken = -1
        for at in self.registry.starts(words):
            known = self.registry.match(words, at, self.seen) if at > taken else None
            if known is None or self.registry.info(known[1]).kind not in _LANDS:
                continue
            if tokens[at].lower not in self.words["shy_places"]:
                mentions.append(self._known(tokens, at, known))
                taken = mentions[-1].last
        return mentions

    def _before_known(self, originals: Sequence[str], first: int, last: int, known_starts: list[int]) -> int:
        """Where an open name must stop because a known one begins: "Track Harlow's" names only Harlow."""
        for at in known_starts:
            if first < at <= last and self.registry.match(originals, at, self.seen) is not None:
                return at - 1
        return last

    def _known(self, tokens: Sequence[Token], at: int, known: tuple[int, str]) -> NameMention:
        length, key = known
        last = at + length - 1
        info = self.registry.info(key)
        behind = tokens[last + 1].lower if last + 1 < len(tokens) else ""
        last += info.kind == "index" and behind in _INDEX_WORDS  # "the Nasdaq Composite Index fell"
        words = " ".join(token.text for token in tokens[at : last + 1])
        parent = getattr(info, "parent", None)
        segment, kind = None, info.kind
        if parent and info.kind == "segment":
            before = (
                info.since is not None and self.published is not None and str(self.published) < info.since
            )
            segment, info = None if before else info.name, self.registry.info(parent)
        self.seen[info.id] += 1
        plus = tokens[last + 1] if last + 1 < len(tokens) else None
        if plus is not None and plus.text == "+" and not plus.spaced and info.kind in _COMPANIES:
            segment, last = f"{words.lower()}+", last + 1  # "Disney+" is Disney's
        return NameMention(
            at, last, Entity(info.id, info.name, words, known=True), info.kind in PLACE_KINDS, segment, kind
        )

    def _open(self, tokens: Sequence[Token], first: int, last: int, title_case: bool) -> NameMention | None:
        name = " ".join(token.text for token in tokens[first : last + 1])
        full = self.open_names.get(name)
        if full is None and (title_case or first == last):
            return None
        organs = self.words["organs"]
        if all(token.lower in organs for token in tokens[first : last + 1] if token.lower != "of"):
            return None  # "our Board of Directors": the company
        full = full or name
        key = "~" + (name_key(full) or full.lower())
        self.seen[key] += 1
        place = (
            first > 0
            and tokens[first - 1].lower in _WHERE
            and tokens[min(last + 1, len(tokens) - 1)].lower != "'s"
            and not (
                first > 1 and tokens[first - 2].text.rpartition(" ")[2].lower() in self.words["invested"]
            )
        )
        kind = "person" if full in self.people else "body" if full in self.bodies else None
        shown = _written(tokens, first, last)
        entity = Entity(key, shown if full == name else full, shown)
        return NameMention(first, last, entity, place and kind is None, None, kind)

    def _capitalised(self, tokens: Sequence[Token]) -> list[tuple[int, int]]:
        """Runs of capitalised words that may be a name, as (first, last) token numbers; found once a sentence."""
        found = self._runs.get(id(tokens))
        if found is None:
            found = self._runs[id(tokens)] = self._find_capitalised(tokens)
        return found

    def _is_role(self, tokens: Sequence[Token], at: int) -> bool:
        """ "Insurer Maplecross", "Mayor Teresa Coyle": what somebody is, before the name."""
        lower = tokens[at].lower
        if not (lower in self.words["person_roles"] or lower in self.words["roles_before_names"]):
            return False
        named = at + 1 < len(tokens) and tokens[at + 1].spaced and self.openers.is_name_word(tokens, at + 1)
        return named and self._opens_sentence(tokens, at)

    def _find_capitalised(self, tokens: Sequence[Token]) -> list[tuple[int, int]]:
        runs: list[tuple[int, int]] = []
        last = -1
        for at in [at for at, token in enumerate(tokens) if token.text[0].isupper()]:
            if at <= last or not self.openers.is_name_word(tokens, at) or self._is_role(tokens, at):
                continue
            last = at
            while last + 1 < len(tokens):
                goes_on = tokens[last + 1].spaced or hyphened(tokens, last + 1)  # "Tex-Mart"
                if goes_on and self.openers.is_name_word(tokens, last + 1):
                    last += 1
                elif (
                    last + 2 < len(tokens)
                    and (
                        tokens[last + 1].text == "&"
                        or tokens[last + 1].lower in ("of", "de", "van", "von")
                        or (at == last and _slashed(tokens, last))
                    )
                    and self.openers.is_name_word(tokens, last + 2)
                ):
                    last += 2
                else:
                    break
            if at == last and tokens[at].lower in self.words["company_nouns"]:
                continue  # "Group operating profit rose", "the Company said"
            if (
                at == last
                and len(tokens[at].text) > 2
                and tokens[at].text[-1] == "s"
                and tokens[at].text[:-1].isupper()
            ):
                continue  # "MPs", "SUVs": many of a kind
            runs.append((at, last))
        return runs


def _slashed(tokens: Sequence[Token], at: int) -> bool:
    """ "Cullen/Frost": one name of two, and not "EUR/USD"."""
    glued = tokens[at + 1].text == "/" and not (tokens[at + 1].spaced or tokens[at + 2].spaced)
    return glued and not (tokens[at].text.isupper() or tokens[at + 2].text.isupper())


def _written(tokens: Sequence[Token], first: int, last: int) -> str:
    """A name with the hyphens and slashes it is written with."""
    shown = tokens[first].text
    for at in range(first + 1, last + 1):
        slash = "/" in (tokens[at - 1].text, tokens[at].text)
        shown += ("-" if hyphened(tokens, at) else "" if slash else " ") + tokens[at].text
    return shown


def _as_name(lower: str) -> str:
    """ "u.s." as "U.S.", "europe" as "Europe"."""
    return lower.upper() if "." in lower else lower.capitalize()
