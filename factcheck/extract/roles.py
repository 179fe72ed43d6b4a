"""The part a figure plays: a level, a change, the base of a comparison. From its preposition and its verb."""

from __future__ import annotations

from factcheck.extract.base_signs import dated_behind, led_past_comparison, multiplied, shares_change
from factcheck.extract.compared_times import COMPARING_BASES, dated_back, word_before_time
from factcheck.extract.hook import DELTA, LEVEL, PRIOR, Hook, Placed
from factcheck.extract.modality_signs import is_earlier_plan
from factcheck.extract.sentence_view import SentenceView
from factcheck.mention import QuantityMention
from factcheck.normalise.calendars import PeriodExpression
from factcheck.syntax.tree import Clause, Noun, Verb

FIXED_KINDS = ("streak", "rank", "multiple", "ordinal", "duration", "order", "score", "odds", "age")
_SIZE = 50  # times: further apart, two sums are not one thing at two times
_COMPARABLE = frozenset(["duration", "rank", "multiple", "age"])  # "to 62 weeks from 33 weeks in 2019"
_REACHING = frozenset(["to", "at", "near", "around", "past", "beyond", "into", "above", "below"])
_BEYOND = frozenset(["ahead", "short", "shy"])
_HEIGHTS = frozenset(["above", "below", "past", "beyond"])  # "rose above 80": that is where it went
_HELD_TO = frozenset(["above", "below", "over", "under", "versus", "vs", "against", "than", "from"])
_WAYS = frozenset(["up", "down", "higher", "lower"])
_DOING = "VFWEKG"


def said_before(view: SentenceView, at: int) -> bool:
    """ "from $2.44 previously", "our prior range of": what was said of the same time before."""
    near = view.tokens[max(0, at - 5) : at + 4]
    if any(token.lower in view.words["told_before"] for token in near):
        return True
    told = (c.verb for c in view.tree.clauses if c.parent is view.clause_of(at) and c.kind in ("sub", "rel"))
    return any(verb is not None and verb.lemma in view.words["telling_verbs"] for verb in told)


class Roles:
    """Decides the roles of one sentence's figures; ``done`` are the hooks found so far."""

    __slots__ = ("_place", "_role", "done", "view")

    def __init__(self, view: SentenceView, done: dict[int, Hook]) -> None:
        self.view, self.done = view, done
        self._place, self._role = (-1, -1, ""), LEVEL

    def placed(self, at: int, mention: QuantityMention, noun: Noun, clause: Clause) -> Placed:
        """A figure in its place: its phrase, its clause, and the preposition that says where it stands."""
        word, verb = self.view.preposition(noun), clause.verb
        if word == "between" and mention.quantity.is_range:
            # "to fall between $5 and $7", "to deliver between 2,250 and 2,400 homes"
            word = (
                "at"
                if verb is not None and verb.lemma == "fall" and mention.dimension.startswith("money")
                else ""
            )
        if word == "to" and clause.parent is not None and led_past_comparison(self.view, noun, clause):
            clause = clause.parent
        return Placed(at, mention, noun, clause, word_before_time(self.view, noun) or word)

    def role(self, figure: Placed) -> str:
        """The role of a figure in its place. Nothing it depends on changes while one figure is looked at."""
        place = figure.at, figure.noun.first, figure.word
        if self._place != place:
            self._place, self._role = place, self._read_role(figure)
        return self._role

    def _read_role(self, figure: Placed) -> str:
        mention, verb, word = figure.mention, figure.clause.verb, figure.word
        changes = mention.change in ("up", "down") or mention.kind == "points"
        if (mention.kind not in FIXED_KINDS or mention.kind in _COMPARABLE) and self._is_base(figure):
            return PRIOR
        if self.done and is_earlier_plan(self.view, figure.at) and self._beaten(figure):
            return PRIOR  # "which exceeded our prior guidance range of 5 to 7 %"
        if mention.kind in FIXED_KINDS:
            moved = mention.kind == "order" and word == "in" and verb is not None and self.moves(verb)
            return DELTA if changes or moved else LEVEL  # "grew in the mid single digits"
        behind = self.view.tokens[figure.at + 1] if figure.at + 1 < len(self.view.tokens) else None
        told = behind is not None and (self.view.tree.tags[figure.at + 1] == "U" or behind.lower == "ahead")
        if self.compares_behind(figure.at) and (self.done or told):
            return DELTA
        if word == "at" and verb is not None and self.moves(verb) and figure.dimension == "percent":
            return DELTA  # "to grow at 55 % a year"
        if word in _REACHING or (figure.at and self.view.tokens[figure.at - 1].lower in _HEIGHTS):
            return LEVEL
        if changes and (mention.kind == "points" or self.moved_here(figure)):
            return DELTA
        if self.done and shares_change(self.view, figure.at):
            return DELTA
        return DELTA if self._moved_by(figure) else LEVEL

    def _beaten(self, figure: Placed) -> bool:
        """True where the verb or a word between holds one figure against the other: not "it reiterated its prior"."""
        verb, words = figure.clause.verb, self.view.words["beating_verbs"]
        if verb is not None and verb.lemma in words:
            return True
        between = self.view.lower(max(self.done) + 1, figure.at - 1)
        return any(word in COMPARING_BASES or self.view.lexicon.lemma(word) in words for word in between)

    def _moved_by(self, figure: Placed) -> bool:
        """ "rose 4 %", "cut its price by 5 %": how far the verb moved something."""
        verb, noun = figure.clause.verb, figure.noun
        if verb is None or not noun.bare or figure.word not in ("", "by") or noun.first < verb.last:
            return False
        if self.moves(verb):
            return True
        if not self.view.lexicon.does(verb.lemma, "shift"):
            return False
        if figure.word == "by":
            return not (verb.form == "participle" and self.view.lexicon.does(verb.lemma, "causes"))
        return not figure.is_money and self.object(figure) is not None

    def moved_here(self, figure: Placed) -> bool:
        """False where the word for growth is of another clause: "$3,200 million, representing growth of 14 %"."""
        cue, tokens, tags = figure.mention.cue, self.view.tokens, self.view.tree.tags
        if cue is None:
            return True
        for first, (last, _) in self.view.metric_at.items():
            if tokens[first].start <= cue.start < tokens[last].end:
                return False  # "a one-time gain of $12 million": an item of the accounts
        step = figure.at
        if cue.start < tokens[figure.at].start:
            while step > 0 and tokens[step].start > cue.start:
                step -= 1
            doing = step > 0 and tags[step] == "U" and tags[step - 1] in _DOING
            return not doing or self._moves_word(step - 1)  # "make up 85 %" moves nothing
        while step + 1 < len(tokens) and tokens[step].start < cue.start:
            step += 1
        return self.view.clause_of(step) is figure.clause or tags[step] == "U"

    def _moves_word(self, step: int) -> bool:
        """True where the verb at a token moves or measures: "edged up", "closed up"."""
        lemma = self.view.lexicon.lemma(self.view.tokens[step].lower)
        return any(self.view.lexicon.does(lemma, frame) for frame in ("move", "shift", "measure"))

    def compares_behind(self, at: int) -> bool:
        """True for "2.2 percent above a year earlier", "five more than", "30 % sequentially higher"."""
        tokens, tags, step = self.view.tokens, self.view.tree.tags, at + 1
        comparing = self.view.words["comparing"]
        while step < len(tokens) and tags[step] in "BJ" and tokens[step].lower not in (*comparing, "ahead"):
            step += 1
        if (
            step < len(tokens) and tokens[step].lower == "ahead"
        ):  # "sales were 2.7 % ahead", not "3 points ahead of"
            return step + 1 == len(tokens) or tokens[step + 1].lower != "of"
        return step < len(tokens) and tokens[step].lower in comparing

    def _is_base(self, figure: Placed) -> bool:
        at, mention, verb, word = figure.at, figure.mention, figure.clause.verb, figure.word
        tokens = self.view.tokens
        opens = figure.noun.preposition
        before = tokens[opens - 1].lower if opens > 0 else ""
        if word == "of" and before in _BEYOND and figure.noun.host is None:
            return True  # "well ahead of the revenues of $7.19 billion a year ago"
        if word == "to" and before == "relative" and self.done:
            return True
        if word == "of" and self.grown_over(figure.noun.host):
            return True
        if multiplied(self.view, figure):
            return True
        label = tokens[at - 2].period if at > 1 and tokens[at - 1].text == ":" else None
        if label is not None and label.role == "compared":
            return True  # "(prior year: 20.9 %)"
        if (
            verb is not None
            and word in ("", "at", "to", "on", "with")
            and dated_back(self.view, figure.clause, verb)
        ):
            return True
        behind = tokens[at + 1].period if at + 1 < len(tokens) else None
        dated = behind is not None and behind.role == "compared"
        if dated and self.done and mention.change not in ("up", "down"):
            return True  # "$441 million a year earlier"
        if verb is not None and verb.lemma == "be" and word == "" and self._points_back(figure):
            times = [self.view.tokens[step].period for step, _, _ in figure.clause.times]
            back = any(one is not None and one.role == "compared" for one in times)
            return back or said_before(self.view, at)  # "and that was 5 % to 7 % when we spoke in January"
        if verb is not None and verb.lemma == "compare" and word in ("with", "to"):
            return True
        if self._of_time_before(figure) and self.last_like(figure) >= 0:
            return True
        earlier = tokens[at - 1].lower if at > 1 else ""
        if word == "" and earlier in ("previously", "earlier", "formerly") and tokens[at - 2].text in ",(":
            return self.last_like(figure) >= 0  # "$1.22bn, previously $1.35bn"
        if word == "from" and mention.quantity.is_range:  # "to $3.28 to $3.36, from $3.18 to $3.30"
            like = self.last_like(figure)
            other = self.view.tokens[like].quantity if like >= 0 else None
            joined = at > 1 and tokens[at - 2].lower in ("and", "or")  # "from $1 to $2 and from $4 to $5"
            return other is not None and other.quantity.is_range and not joined and self._moved_from(figure)
        if word == "from":
            return self.grown_from(figure) >= 0 or self._moved_from(figure)
        if word == "to" and said_before(self.view, at) and at > 1 and tokens[at - 2].quantity is not None:
            prior = self.done.get(at - 2)  # "$2.52 to $2.58, up from $2.44 to $2.54 previously"
            return prior is not None and prior.role == PRIOR
        if word == "on" and self.done:  # "an increase of 21 % on the £1.42 billion of the year before"
            return self.done[max(self.done)].role == DELTA and self.last_like(figure) >= 0
        if word == "after":  # "ending at 24.10 euros after 27.40 euros on Monday"
            return figure.noun.bare and figure.is_money and self.last_like(figure) >= 0
        if self._joins_base(figure):
            return True
        if word == "over" and mention.kind == "duration":
            return False  # "a raise of 9 % over two years"
        return word in COMPARING_BASES and bool(self.done)

    def _of_time_before(self, figure: Placed) -> bool:
        """ "$0.85 per share, above prior year's $0.80", "topping last week's 40 mm"; not "includes last year's $4 million"."""
        verb, held = figure.clause.verb, figure.word in _HELD_TO
        held = held or (verb is not None and verb.lemma in self.view.words["beating_verbs"])
        owner = figure.noun.owner if figure.noun.bare and held else None
        time = self.view.tokens[owner.head].period if owner is not None and owner.times else None
        asked = time.expression if time is not None else None
        return isinstance(asked, PeriodExpression) and (asked.relation == "last" or time.role == "compared")  # type: ignore[union-attr]

    def grown_over(self, host: Noun | None) -> bool:
        """ "a 13 % increase over our results of last year of $16.1 million": what it grew from."""
        if host is None or host.host is None or self.view.preposition(host) not in ("over", "from", "on"):
            return False
        grown = self.view.tokens[host.host.head].lower in self.view.words["delta_nouns"]
        return grown and bool(host.host.figures) and host.host.figures[-1] in self.done

    def grown_from(self, figure: Placed) -> int:
        """ "growth of 3 % to 6 % from a $4.36 base in 2020": the change that it is the base of, or -1."""
        host = figure.noun.host if figure.word == "from" and figure.is_money else None
        last = host.figures[-1] if host is not None and host.figures else -1
        return last if last in self.done and self.done[last].role == DELTA else -1

    def _joins_base(self, figure: Placed) -> bool:
        """ "compared to revenue of $78 billion and profit of $18 billion": the second is a base as the first is."""
        host = figure.noun.host if figure.word == "of" else figure.noun
        base, verb = host.joined if host is not None else None, figure.clause.verb
        if base is None or verb is None:
            return False
        beside = [one for one in (base, base.host) if one is not None]  # "$78 billion in revenue and"
        held = verb.lemma == "compare" or any(self.view.preposition(one) == "than" for one in beside)
        if not held and not dated_behind(self.view, figure):
            return False
        before = self.done.get(next((one.figures[-1] for one in beside if one.figures), -1))
        return before is not None and before.role == PRIOR

    def _moved_from(self, figure: Placed) -> bool:
        verb, host = figure.clause.verb, figure.noun.host
        had = self.view.tokens[host.figures[-1]].quantity if host is not None and host.figures else None
        if had is not None and not _alike(had.dimension, figure.dimension):
            counted = figure.dimension.startswith("count:") and had.dimension.startswith("money")
            if counted:
                return False  # "slid to second place with $9.4 million from 3,401 screens"
        if verb is not None and (self.moves(verb) or self.view.lexicon.does(verb.lemma, "shift")):
            return True
        last = self.last_like(figure)
        other = self.view.tokens[last].quantity if last >= 0 else None
        if other is None:
            return False
        counts = figure.dimension.startswith("count:")
        return not counts or other.unit == figure.mention.unit  # not "two men stole $4 from 260 pensioners"

    def _points_back(self, figure: Placed) -> bool:
        subject = figure.clause.subject
        if subject is None or not subject.pronoun or self.last_like(figure) < 0:
            return False
        return self.view.tokens[subject.head].lower in ("that", "this", "it")

    def last_like(
        self, figure: Placed, mention: QuantityMention | None = None, dimension: str | None = None
    ) -> int:
        """The last figure before that can be compared with this one (or with ``mention``), -1 without."""
        if mention is None and dimension is None and figure.is_money:
            near = self._last_money(figure)
            if near >= 0:
                return near
        dimension = dimension or (mention or figure.mention).dimension
        best = -1
        for other, hook in self.done.items():
            quantity = self.view.tokens[other].quantity
            assert quantity is not None
            if other < figure.at and hook.metric and _alike(quantity.dimension, dimension):
                best = other
        return best

    def _last_money(self, figure: Placed) -> int:
        """The nearest sum before of the same size, per share or not: "$104.9 million or $0.61 per share, up from $0.56"."""
        dimension, size = figure.dimension.partition(" per ")[0], abs(figure.mention.written.low)
        for other in sorted(self.done, reverse=True):
            quantity = self.view.tokens[other].quantity
            assert quantity is not None
            if other >= figure.at or not self.done[other].metric:
                continue
            if quantity.dimension.partition(" per ")[0] != dimension:
                continue
            have = abs(quantity.written.low)
            if size and have and max(size, have) < _SIZE * min(size, have):
                return other
        return -1

    def moves(self, verb: Verb) -> bool:
        """True for "rose", "was up", "down"."""
        return verb.form == "direction" or verb.lemma in _WAYS or self.view.lexicon.does(verb.lemma, "move")

    def shifts(self, verb: Verb, figure: Placed) -> bool:
        """True for "raised its dividend 5 %", "left its rate at 2 %": the figure is of the verb's object."""
        does = self.view.lexicon.does
        acts = does(verb.lemma, "shift") or does(verb.lemma, "place")
        return acts and not verb.passive and self.object(figure) is not None

    def is_level(self, verb: Verb) -> bool:
        """True for "was", "totalled", "came to": the figure is what the subject is."""
        return verb.lemma == "be" or self.view.lexicon.does(verb.lemma, "measure")

    def object(self, figure: Placed) -> Noun | None:
        """The last plain phrase between the verb and the figure."""
        found = None
        for other in self._objects(figure.clause):
            if other.first > figure.at:
                break
            if other is not figure.noun and other.apposes is None and not other.figures:
                found = other
        return found

    def first_object(self, clause: Clause) -> Noun | None:
        """The first plain phrase behind the verb: "doubled its revenue"."""
        return next(iter(self._objects(clause)), None)

    def _objects(self, clause: Clause) -> list[Noun]:
        verb = clause.verb
        if verb is None:
            return []
        pointing = ("it", "them", "this", "that")
        return [
            noun
            for noun in clause.nouns
            if noun.preposition < 0
            and not noun.bare
            and noun.first > verb.last
            and not (noun.pronoun and self.view.tokens[noun.head].lower not in pointing)
        ]

    def somebody(self, noun: Noun) -> bool:
        """True for a phrase that names somebody: a name, "we", "the company"."""
        lower = self.view.tokens[noun.head].lower
        if noun.pronoun:
            return lower not in ("it", "those", "that", "this", "these", "them", "there", "'s")
        return self.view.head_name(noun) is not None or lower in self.view.words["role_nouns"]


def _alike(one: str, other: str) -> bool:
    if one == other:
        return True
    share = ("percent", "fraction", "ratio")  # "one in four, compared with 17 % in 2021"
    if one in share and other in share:
        return True
    count = ("number", "count")
    return one.partition(":")[0] in count and other.partition(":")[0] in count
