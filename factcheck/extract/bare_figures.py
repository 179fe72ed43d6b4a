"""Figures without a noun of their own: "revenue of $5m", "58 % of the target", "$5 billion in bonds"."""

from __future__ import annotations

from factcheck.extract.compared_times import is_yardstick
from factcheck.extract.continuations import Continuations
from factcheck.extract.figure_hosts import done_to, had_by, per_share
from factcheck.extract.growth import growth_of, stood_for
from factcheck.extract.hook import DELTA, LEVEL, PRIOR, Hook, Placed
from factcheck.extract.losses import loss_before, loss_of
from factcheck.extract.meaning import Meaning
from factcheck.extract.measured_phrases import MeasuredPhrases
from factcheck.extract.part_figures import PARTS, PartFigures
from factcheck.extract.roles import Roles
from factcheck.extract.sentence_view import SentenceView
from factcheck.extract.sized_figures import SizedFigures
from factcheck.extract.verb_figures import VerbFigures
from factcheck.syntax.tree import Noun

_BEHIND = "stands right before the figure"


class BareFigures:
    """Tries one construction after the other, the firmest first."""

    __slots__ = ("continuations", "parts", "phrases", "roles", "sized", "verbs", "view")

    def __init__(
        self, view: SentenceView, roles: Roles, phrases: MeasuredPhrases, continuations: Continuations
    ) -> None:
        self.view, self.roles, self.phrases = view, roles, phrases
        self.continuations = continuations
        self.parts = PartFigures(view, roles, phrases, continuations)
        self.sized = SizedFigures(view, phrases)
        self.verbs = VerbFigures(view, roles, phrases, continuations)

    def hook(self, figure: Placed) -> Hook | None:
        """The hook of a bare figure by the first construction it stands in."""
        return (
            self.continuations.valued(figure)
            or self.sized.worth(figure)
            or self.sized.aside(figure)
            or self.sized.size(figure)
            or self.sized.times_what(figure)
            or self.sized.so_far(figure)
            or self._of(figure)
            or self.parts.grown_by(figure)
            or self._more_than(figure)
            or self.parts.some_of_whom(figure)
            or self.parts.reaching(figure)
            or self._right_behind(figure)
            or self.continuations.on_name(figure)
            or self._part_of(figure)
            or self.continuations.joined(figure)
            or self.continuations.gapped(figure)
            or self.continuations.compared(figure)
            or self._apposed(figure)
            or self.verbs.by_verb(figure)
            or self.continuations.beside(figure)
        )

    def _of(self, figure: Placed) -> Hook | None:
        """ "revenue of $5m", "a lead of 91 runs", "an increase of 4 %", "61 of 412"."""
        host, word = had_by(self.view, figure), figure.word
        if host is not None and word == "for" and self._is_forecast(host):
            word = "of"  # "lower than analysts' forecast for $13.33 billion"
        if host is None or word not in ("of", "at") or host.pronoun:
            return None
        if host.figures and host.bare:
            before = self.roles.done.get(host.figures[-1])
            if word != "of" or before is None or not before.metric:
                return None
            own = self._part_of(figure) if figure.is_money else None  # "98 % of its $47.5 billion in revenue"
            return (
                own
                if own is not None and own.known
                else self.continuations.go_on(figure, host.figures[-1], "is the whole", LEVEL)
            )
        role = self.roles.role(figure.instead(host, self.view.preposition(host)))
        if role == PRIOR and is_yardstick(self.view, host, figure.at):
            role = LEVEL
            if not any(host.first <= first <= host.last for first in self.view.metric_at):
                return Hook(role, None, "")  # "than the national average of 3.7"
        if self.view.head_name(host) is not None:
            return self._abbreviation(host, role)
        meaning = self.phrases.meaning(host)
        deed = word == "of" and meaning.id and not meaning.known
        metric = done_to(self.view, figure, host) if deed else None
        if metric is not None:
            return Hook.named(role, metric, True, "is what was done, and to what")
        verb = figure.clause.verb
        beats = (
            verb is not None and verb.lemma in self.view.words["beating_verbs"]
        )  # "beat forecasts at $734 million"
        inside = (
            host.preposition >= 0 and host.host is not None
        )  # "at the high end of our guidance range at $1.77"
        if word == "at" and meaning.plan and (inside or beats):
            return None
        if word == "of" and (meaning.grown or not meaning.known) and self.roles.grown_over(host):
            return self.continuations.compared(figure)
        if meaning.grown and not meaning.id and figure.is_money:
            lost = loss_of(figure, host, role, self.continuations)
            if lost is not None:
                return lost
        if meaning.grown:
            return self._grown(figure, host, meaning)
        if self.verbs.total_paid(host, figure):
            return self.verbs.priced(figure, role)
        if meaning.id and not self.phrases.fits(meaning, figure.mention) and " per " in figure.dimension:
            meaning = self.phrases.opened(host)  # "at a cash cost of $1.10 a pound": of no sum that we know
        if not meaning.id or not self.phrases.fits(meaning, figure.mention):
            return None
        with_it = self.view.preposition(host) == "with" and figure.dimension == "percent"
        if word == "at" and not meaning.known and not with_it:  # "With approval at 44 %, she would win"
            return None
        hook = Hook(role, meaning, f"has the figure behind “{word}”")
        if per_share(self.view, figure.noun.host):
            hook.metric = self.view.metrics.per_share(hook.metric) or hook.metric
        return hook

    def _is_forecast(self, noun: Noun) -> bool:
        return self.view.words.modality_nouns.get(self.view.tokens[noun.head].lower) == "forecast"

    def _grown(self, figure: Placed, host: Noun, meaning: Meaning) -> Hook:
        hook = Hook(DELTA, meaning, "is what grew or shrank")
        if meaning.id:
            last = stood_for(self.phrases, host, figure.clause)
            if last >= 0:
                before = self.roles.done[last]
                hook.metric, hook.known, hook.link = before.metric, before.known, last
            return hook
        within = next(
            (n for n in self.view.children.get(figure.noun, ()) if self.view.preposition(n) == "in"), None
        )
        if within is not None and self.phrases.meaning(within).known:
            return Hook(
                DELTA, self.phrases.meaning(within), "is what grew or shrank"
            )  # "a rise of 80 in the workforce"
        grower = self.view.head_name(within) if within is not None else None
        if grower is not None and grower.entity.known and not grower.place:
            meaning.owner = within  # "growth of 17.5 % in AWS"
            return hook
        behind = self._part_of(figure)
        if behind is not None:
            return behind  # "an increase of $206 million to its buyback"
        hook.link = growth_of(self.phrases, host, figure.clause, meaning)
        hook.metric, hook.known = meaning.id, meaning.known
        return hook

    def _abbreviation(self, noun: Noun, role: str) -> Hook | None:
        """ "an HBR of 87 %": capitals that name a measure, not anybody, unless the registry knows them."""
        name = self.view.head_name(noun)
        if name is None or name.entity.known or name.first != name.last:
            return None
        word = self.view.tokens[name.first].text
        if not (word.isupper() and 2 <= len(word) <= 5):
            return None
        return Hook.named(role, "~" + word.lower(), False, "is an abbreviation that has the figure")

    def _part_of(self, figure: Placed) -> Hook | None:
        """ "58 % of the target", "$5 billion in bonds", "80 mm of rain"."""
        role = self.roles.role(figure)
        for child in self._behind(figure.noun):
            word = self.view.preposition(child)
            term = [self.view.tokens[at].quantity for at in child.figures]
            if word == "of" and not figure.is_money and " per " in (figure.mention.unit or ""):
                continue  # "137 mg per cup of coffee"
            if word == "of" and "P" in self.view.tree.tags[figure.at : child.preposition]:
                continue  # "to $87 million on the back of strong demand"
            if term and not child.bare and all(one is not None and one.kind == "duration" for one in term):
                found = self._of_phrase(figure, child, word, role)  # "$300 million of 10-year notes"
                if found is not None:
                    return found
            if child.figures and word == "of":
                found = self.parts.of_figure(figure, child, role)
                whole = found is None and not child.bare and figure.dimension in PARTS
                return self._of_phrase(figure, child, word, role) if whole else found
            if (
                child.pronoun
                and word == "of"
                and self.view.tokens[child.head].lower in ("them", "these", "those", "which", "whom", "that")
            ):
                return self.parts.of_them(figure)
            if child.pronoun or child.figures:
                continue
            found = self._of_phrase(figure, child, word, role)
            if found is not None:
                return found
        return None

    def _behind(self, noun: Noun) -> list[Noun]:
        """Phrases tied to a figure; "6 % per year off the 2022 base" ties them to the year."""
        tied: list[Noun] = []
        for child in self.view.children.get(noun, ()):
            tied.extend(self._behind(child) if self.view.preposition(child) == "per" else [child])
        return tied

    def _of_phrase(self, figure: Placed, child: Noun, word: str, role: str) -> Hook | None:
        meaning = self.phrases.meaning(child)
        why = f"follows “{word}” behind the figure"
        if (
            word == "off" and figure.dimension == "percent"
        ):  # "to grow 6 % to 8 % off the 2022 earnings per share"
            return Hook(DELTA, meaning, why) if meaning.known else None
        if word in ("to", "for", "on"):
            added = figure.clause.verb is not None and figure.clause.verb.lemma == "add"
            if word == "to" and added and meaning.id and not meaning.known and figure.is_money:
                return Hook(DELTA, meaning, why)  # "adding $14 a month to the average bill"
            fits = meaning.known and figure.is_money and self.phrases.fits(meaning, figure.mention)
            if word == "on" and (self.phrases.has_figure(child) or self._is_told(figure)):
                return None  # "net income was $5 million on sales of $60 million", "earned $5 million on higher sales"
            return Hook(DELTA if word == "to" else role, meaning, why) if fits else None
        if (
            word == "of"
            and figure.is_money
            and self.view.tokens[child.head].lower in self.view.words["money_nouns"]
        ):
            paid_for = self._paid_for(figure, child)
            if paid_for is not None:
                return Hook(role, paid_for, "is what the money is for")
        share = figure.dimension in PARTS or figure.mention.kind in ("fraction", "ratio")
        if share and word == "of" and role == DELTA and self.view.tokens[figure.at - 1].lower == "or":
            role = LEVEL  # "rose to $71 billion, or 77 % of the total"
        if share and word == "of" and not meaning.id and self.parts.is_whole(child):
            return self.parts.of_the_whole(child, self.verbs.measured_part(figure))
        lost = self.parts.of_its_value(figure, child) if share and word == "of" else None
        if lost is not None:
            return lost
        if word not in ("of", "in", "worth") or not meaning.id:
            return None
        if word == "of" and figure.is_money and meaning.id == "share-price":
            return None  # "repurchased $142 million of shares"
        paid = word == "in" and figure.word == "for" and figure.is_money
        if paid and self.view.tokens[child.last].lower in self.view.words["paid_with"]:
            return None  # "to buy Dunmore for $1.2 billion in cash"
        if word == "in" and figure.is_money and not meaning.known and self._invests(figure):
            return None  # "to invest $350 million in real estate"
        if word == "in" and (share or figure.mention.change in ("up", "down")):
            return None
        if share and word == "of":
            return self.parts.share(figure, role, meaning, self._part(figure))
        if meaning.known and (
            self.parts.stands_for(figure) or not self.phrases.fits(meaning, figure.mention)
        ):
            meaning = self.phrases.opened(child)  # "$88 billion of loan volume"
        name = self.view.head_name(child)
        event = word == "in" and self.view.tree.tags[child.first] in "DH"  # "raised $75 million in a round"
        if event or (name is not None and name.place) or not self.phrases.fits(meaning, figure.mention):
            return None
        if not figure.is_money and self.verbs.subject_measures(figure.clause):
            return None  # "emissions totalled 2 million tonnes of CO2"
        return Hook(role, meaning, why)

    def _invests(self, figure: Placed) -> bool:
        """True where the verb says what money is that goes into something."""
        named = self.verbs.own(figure)
        return named is not None and named[0] == "investment"

    def _is_told(self, figure: Placed) -> bool:
        """True for "earned" and for "profit rose to": verb or subject say it, and no purpose needs to."""
        named = self.verbs.own(figure)
        if named is not None:
            return named[1] and not self._invests(figure)
        return self.verbs.subject_measures(figure.clause, moving=True)

    def _paid_for(self, figure: Placed, money: Noun) -> Meaning | None:
        """ "used $552 million of cash for share repurchases": what it bought."""
        for child in self.view.children.get(money, ()):
            if self.view.preposition(child) in ("for", "on") and not child.bare:
                meaning = self.phrases.meaning(child)
                if meaning.known and self.phrases.fits(meaning, figure.mention):
                    meaning.plan = ""  # "for our buyback program": what was paid is no plan
                    return meaning
        return None

    def _part(self, figure: Placed) -> Meaning | None:
        return (
            self.verbs.measured_part(figure)
            or self.parts.told_before(figure)
            or self.parts.put_before(figure)
        )

    def _more_than(self, figure: Placed) -> Hook | None:
        """ "28.4 million subscribers, 1.9 million more than three months before"."""
        like = self.roles.last_like(figure)
        beside = figure.noun.apposes
        apart = beside is not None and bool(beside.figures) and beside.figures[-1] in self.roles.done
        if (
            apart
            and beside is not None
            and (figure.dimension == "percent" or figure.mention.kind == "fraction")
            and not figure.word
        ):
            told = self.roles.done[beside.figures[-1]]
            if self.roles.compares_behind(figure.at) and told.metric and told.role == LEVEL:
                return self.continuations.go_on(
                    figure, beside.figures[-1], "says how much more it is", DELTA
                )  # "92 billion transistors, 40 % more than"
        if figure.word or like < 0 or not self.roles.compares_behind(figure.at):
            return None
        same_clause = self.view.clause_of(like) is figure.clause
        if not same_clause or figure.dimension in ("percent", "fraction") or figure.noun.joined is not None:
            return None
        return self.continuations.go_on(figure, like, "says how much more it is", DELTA)

    def _right_behind(self, figure: Placed) -> Hook | None:
        """ "on sales 3 % higher at EUR 402m": behind a metric that a preposition brings in."""
        before = max((at for at in self.roles.done if at < figure.at), default=-1)
        if figure.word == "at" and before >= 0 and self.roles.done[before].why == _BEHIND:
            return self.continuations.go_on(figure, before, "is where that led", LEVEL)
        noun = next((one for one in figure.clause.nouns if one.last == figure.at - 1), None)
        sized = self.sized.numbered(figure, noun) if noun is not None else None
        if sized is not None:
            return sized
        if noun is None or noun.bare or noun.figures or figure.word:
            return None
        if noun.preposition < 0:
            return loss_before(figure, noun, self.phrases)
        meaning = self.phrases.meaning(noun)
        if not meaning.known or not self.roles.compares_behind(figure.at):
            return None
        return Hook(DELTA, meaning, _BEHIND)

    def _apposed(self, figure: Placed) -> Hook | None:
        """ "with revenue, at least 30 % higher than last year": beside the phrase it says more of."""
        before = figure.noun.apposes
        if before is None or before.figures or figure.word or before.pronoun:
            return None
        whole = before.host if self.view.preposition(before) == "of" else None
        last = whole.figures[-1] if whole is not None and whole.bare and whole.figures else -1
        if (
            figure.mention.kind == "multiple" and last in self.roles.done
        ):  # "112 % of GDP, almost twice the level"
            return self.continuations.go_on(figure, last, "says the figure before in another way", LEVEL)
        meaning = self.phrases.meaning(before)
        if not meaning.known or not self.phrases.fits(meaning, figure.mention):
            return None
        return Hook(self.roles.role(figure), meaning, "stands beside it")
