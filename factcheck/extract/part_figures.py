"""Figures that are a part of what was counted or measured before: "76 % of them", "83,000 of whom", "$1.6bn of that"."""

from __future__ import annotations

from factcheck.extract.continuations import Continuations
from factcheck.extract.hook import DELTA, LEVEL, Hook, Placed
from factcheck.extract.meaning import Meaning
from factcheck.extract.measured_phrases import MeasuredPhrases
from factcheck.extract.roles import Roles
from factcheck.extract.sentence_view import SentenceView
from factcheck.syntax.tree import Noun

PARTS = ("percent", "fraction")
RELATIVE = (*PARTS, "percentage point", "basis point")


class PartFigures:
    """What a part is a part of, and whose part it is."""

    __slots__ = ("continuations", "phrases", "roles", "view")

    def __init__(
        self, view: SentenceView, roles: Roles, phrases: MeasuredPhrases, continuations: Continuations
    ) -> None:
        self.view, self.roles, self.phrases, self.continuations = view, roles, phrases, continuations

    def of_them(self, figure: Placed) -> Hook | None:
        """ "597,000 people, three-quarters of them children": of what was counted before."""
        last = max((at for at, hook in self.roles.done.items() if hook.metric), default=-1)
        if last < 0:
            return self._of_them_before(figure)
        hook = self.continuations.go_on(figure, last, "is part of what was counted before", LEVEL)
        hook.whole, hook.shared = last, True
        self._whose_part(figure, hook)
        return hook

    def _of_them_before(self, figure: Placed) -> Hook | None:
        """ "Children under five accounted for 76 percent of them": of what the sentence before counted."""
        carried = self.phrases.carried
        if carried is None or figure.dimension not in PARTS or not carried.id:
            return None
        hook = Hook(LEVEL, self.phrases.pointing(figure.noun, carried), "is part of what was counted before")
        hook.shared = True
        self._whose_part(figure, hook)
        return hook

    def _whose_part(self, figure: Placed, hook: Hook) -> None:
        """ "with North America contributing $1.6bn of that": the part of whoever makes it up."""
        clause = figure.clause
        verb, part = clause.verb, clause.subject or clause.antecedent
        made = verb is not None and verb.lemma in self.view.words["part_verbs"]
        if not made or part is None or part.pronoun:
            return
        name = self.view.head_name(part)
        if name is not None and name.place:
            hook.place = name.entity.id
        else:
            hook.holder, hook.link = part, -1

    def who_makes(self, figure: Placed) -> Noun | None:
        """ "Heat pumps made up 28 % of heating sales": whose the part is."""
        clause = figure.clause
        verb, subject = clause.verb, clause.about()
        made = verb is not None and verb.lemma in self.view.words["whole_verbs"]
        if not made or verb is None or figure.noun.first < verb.last or subject is None:
            return None
        return None if subject.pronoun or subject.figures or subject.bare else subject

    def some_of_whom(self, figure: Placed) -> Hook | None:
        """ "122,000 people, 83,000 of whom paid"."""
        words = self.view.lower(figure.at + 1, min(figure.at + 2, len(self.view.tokens) - 1))
        if figure.noun.apposes is None or words not in (["of", "whom"], ["of", "which"], ["of", "them"]):
            return None
        before = figure.noun.apposes
        meaning = self.phrases.meaning(before) if words[1] == "whom" and not before.figures else None
        if meaning is not None and meaning.id:  # "among pensioners, just 31 % of whom back it"
            hook = Hook(LEVEL, meaning, "is the whole of which the figure is a part")
            hook.shared = True
            return hook
        return self.of_them(figure)

    def of_its_value(self, figure: Placed, child: Noun) -> Hook | None:
        """ "shares have lost a fifth of their value": what lost it is measured."""
        subject, verb = figure.clause.subject, figure.clause.verb
        value = child.possessive >= 0 and self.view.tokens[child.head].lower in ("value", "worth")
        way = self.view.words.won_or_lost.get(verb.lemma) if verb is not None else None
        if not value or subject is None or way is None:
            return None
        meaning = self.phrases.meaning(subject)
        if not meaning.known:
            return None
        hook = Hook(DELTA, meaning, "is what the verb moves")
        hook.way = way
        return hook

    def is_whole(self, noun: Noun) -> bool:
        """ "of the company", "of the total"."""
        head = self.view.tokens[noun.head].lower
        words = self.view.words
        return (
            head in words["company_nouns"]
            or head in words["unit_words"]
            or head in ("total", "whole", "rest")
        )

    def of_the_whole(self, whole: Noun, part: Meaning | None) -> Hook | None:
        """ "Revenue was $214 million, it's now 44 % of the company": a share of what is measured."""
        if part is None:
            return None
        hook = Hook(LEVEL, part, "is a part of what stands behind “of”")
        hook.of, hook.shared = self.view.tokens[whole.head].lower, True
        return hook

    def share(self, figure: Placed, role: str, meaning: Meaning, part: Meaning | None) -> Hook:
        """ "4 % of revenues" of the ``part`` that is measured, else of whoever makes it."""
        if part is not None and part.known and self.view.metrics.allows(part.id, figure.dimension):
            return Hook(
                role, part, "is measured, as a part of what stands behind “of”"
            )  # "gross margin 45 % of sales"
        if part is not None:
            hook = Hook(role, part, "is a part of what stands behind “of”")
            hook.of = meaning.id.removeprefix("~").replace("-", " ")
            hook.shared = True
            return hook
        hook = Hook(role, meaning, "is the whole of which the figure is a part")
        hook.shared = True
        hook.holder = self.who_makes(figure)
        rest, _, last = meaning.id.removeprefix("~").rpartition(" ")
        known = self.view.words.shares.get(last)
        if known is not None and not meaning.known:
            hook.metric, hook.known = known, True
            if rest:
                meaning.scope.setdefault("segment", rest)
        return hook

    def stands_for(self, figure: Placed) -> bool:
        """ "we closed five mergers, representing $16 million of revenue": theirs, not ours."""
        verb = figure.clause.verb
        return figure.is_money and verb is not None and verb.lemma in self.view.words["standing_for"]

    def told_as_part(self, figure: Placed, hook: Hook) -> None:
        """ "Expenses as a percentage of sales were 12 %": a share of what stands behind "of", and no growth."""
        meaning, view = hook.meaning, self.view
        if meaning is None or figure.dimension not in RELATIVE or hook.shared or meaning.carried:
            return
        if "as" not in view.lowers:
            return
        last = meaning.noun.last
        if meaning.noun.first > figure.at or view.lower(last + 1, last + 2) != ["as", "a"]:
            return
        whole = view.noun_of(last + 5) if last + 5 < figure.at else None
        if whole is None or view.lower(last + 3, last + 4)[1:] != ["of"]:
            return
        of = self.phrases.meaning(whole)
        rate = view.metrics.known(meaning.id) and view.metrics.allows(meaning.id, "percent")
        if of.id and not rate:
            hook.of, hook.shared = of.id.removeprefix("~").replace("-", " "), True

    def of_figure(self, figure: Placed, child: Noun, role: str) -> Hook | None:
        """ "one in five of the 450 samples", "61 of 412 patients": both count the same things."""
        whole = child.figures[-1]
        inner = self.view.tokens[whole].quantity
        assert inner is not None
        if self.phrases.counts(inner):
            hook = self.phrases.count(inner, role)
        else:
            last = self.roles.last_like(figure, inner)
            if last < 0:
                return None
            hook = self.continuations.go_on(figure, last, "is part of the figure behind “of”", role)
            self.continuations.of_own_subject(figure, hook)
        hook.whole, hook.shared = whole, True
        return hook

    def told_before(self, figure: Placed) -> Meaning | None:
        """ "q1 operating profit $1.25 billion, 37 percent of revenue": the sum right before is the part."""
        last = max(self.roles.done, default=-1)
        before = self.roles.done.get(last)
        beside = last >= 0 and self.view.lower(last + 1, figure.noun.first - 1) in (
            [","],
            [",", "or"],
            ["or"],
        )
        if (
            before is not None
            and before.meaning is not None
            and self.view.tokens[figure.noun.first - 1].text == ","
        ):
            # "spent $2.3 billion on research, 14 % of revenue"
            beside = beside or last < before.meaning.noun.last == figure.noun.first - 2
        money = self.view.tokens[last].quantity if beside else None
        if before is None or money is None or not money.dimension.startswith("money") or before.role != LEVEL:
            return None
        return before.meaning if before.known else None

    def put_before(self, figure: Placed) -> Meaning | None:
        """ "Q1 digital sales 35 percent of sales": in a line without a verb, the measure before the figure."""
        before = self.view.noun_of(figure.at - 1) if figure.at and not figure.word else None
        if before is None or figure.clause.verb is not None or before.preposition >= 0 or before.figures:
            return None
        meaning = self.phrases.meaning(before)
        return meaning if meaning.known else None

    def reaching(self, figure: Placed) -> Hook | None:
        """ "resulted in revenue exceeding $5 million", "land spend approaching $600 million"."""
        view, step = self.view, figure.at - 1
        if step < 1 or view.tree.tags[step] != "B":
            return None
        while step > 0 and view.tree.tags[step] == "B":
            step -= 1
        far = any(word.endswith("ing") for word in view.lower(step + 1, figure.at - 1))
        before = view.noun_of(step) if far and figure.noun.bare else None
        if before is None or before.last != step or before.figures or before.pronoun:
            return None
        meaning = self.phrases.meaning(before)
        fits = meaning.id and self.phrases.fits(meaning, figure.mention) and not self.roles.somebody(before)
        return Hook(LEVEL, meaning, "is what reaches so far") if fits else None

    def grown_by(self, figure: Placed) -> Hook | None:
        """ "the increase in our expense ratio by 20 basis points to 28.5 %": by how much, and to what."""
        host = figure.noun.host
        if figure.word == "to" and host is not None and host.bare and host.figures:
            before = self.roles.done.get(host.figures[-1])
            if (
                before is not None
                and before.role == DELTA
                and before.metric
                and self.view.preposition(host) in ("by", "of")
            ):
                return self.continuations.go_on(figure, host.figures[-1], "is where that led", LEVEL)
        if figure.word != "by" or host is None or host.host is None or self.view.preposition(host) != "in":
            return None
        meaning = self.phrases.meaning(host)
        grown = self.view.tokens[host.host.head].lower in self.view.words["delta_nouns"]
        return Hook(DELTA, meaning, "is by how much it grew or shrank") if grown and meaning.known else None
