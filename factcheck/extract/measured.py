"""What each figure of a sentence measures: by the construction it stands in, from the firmest to the loosest.

A figure in brackets, before a noun, before what it counts, or bare (see bare_figures). One that stands in no
construction measures nothing that could be named, and is left so.
"""

from __future__ import annotations

from factcheck.extract.bare_figures import BareFigures
from factcheck.extract.continuations import Continuations
from factcheck.extract.expected import expected_by, foreseen
from factcheck.extract.growth import growth_of
from factcheck.extract.hook import DELTA, LEVEL, PRIOR, Hook, Placed
from factcheck.extract.losses import loss_of
from factcheck.extract.meaning import Meaning
from factcheck.extract.measured_phrases import MeasuredPhrases
from factcheck.extract.people_counted import told_of_people
from factcheck.extract.recurring import Recurring
from factcheck.extract.respectively import deal_out
from factcheck.extract.roles import Roles
from factcheck.extract.sentence_view import SentenceView
from factcheck.extract.verb_names import way_of
from factcheck.extract.word_forms import singular
from factcheck.mention import QuantityMention
from factcheck.syntax.tree import Clause


class Measurer:
    """Hooks the figures of one sentence, left to right. ``carried`` is what the sentence before measured last,
    ``of_parts`` what the paragraph last told of a part of the company."""

    __slots__ = ("bare", "continuations", "done", "phrases", "recurring", "roles", "view")

    def __init__(self, view: SentenceView, carried: Meaning | None, of_parts: Meaning | None) -> None:
        self.view = view
        self.done: dict[int, Hook] = {}
        self.roles = Roles(view, self.done)
        self.phrases = MeasuredPhrases(view, self.done, self.roles, carried)
        self.continuations = Continuations(view, self.done, self.roles, self.phrases)
        self.recurring = Recurring(view, self.done, self.phrases, self.continuations)
        self.bare = BareFigures(view, self.roles, self.phrases, self.continuations)
        self.bare.verbs.of_parts = of_parts if view.own_words else None

    def hooks(self) -> dict[int, Hook]:
        """Token number of each figure → its hook."""
        for at in self.view.figures:
            mention = self.view.tokens[at].quantity
            assert mention is not None
            self.done[at] = self._hook(at, mention)
        deal_out(self.view, self.done, self.phrases)
        return self.done

    def _hook(self, at: int, mention: QuantityMention) -> Hook:
        noun, clause = self.view.noun_of(at), self.view.clause_of(at)
        if noun is None:
            return self.bare.verbs.is_the_verb(clause)
        figure = self.roles.placed(at, mention, noun, clause)
        clause, word = figure.clause, figure.word
        if mention.kind == "streak":
            return self.recurring.hook(figure, clause)
        if mention.kind == "age" and at == noun.head and self.view.tree.tags[noun.first] in "DH":
            return Hook.named(LEVEL, "~age", False, "is the age of whom it describes")  # "The 34-year-old"
        if mention.kind == "age" and word == "aged":
            aged = Hook.named(LEVEL, "~age", False, "is the age of whom it describes")
            aged.holder = noun.host  # "two children aged 4 and 7"
            return aged
        if mention.kind == "score" and at + 1 < len(self.view.tokens) and self.view.tree.tags[at + 1] == "N":
            behind = self.view.tokens[at + 1].lower  # "in a 4-1 vote"
            return Hook.named(LEVEL, "~" + singular(behind), False, "is what was won or lost by it")
        if mention.unit == "point" and self.roles.compares_behind(at):
            like = self.roles.last_like(figure, dimension="percent")
            if like >= 0:  # "61.7 percent, 4 points higher than"
                return self.continuations.go_on(figure, like, "says how far it moved", DELTA)
        if mention.unit == "point" and self._moves_a_name(clause):
            return Hook(DELTA, None, "")  # "the Nikkei put on 436 points": of its level
        give = self.view.lower(at - 3, at - 1) == ["plus", "or", "minus"] and figure.is_money
        if give or self._off_plan(at) or (word == "by" and self._beats_by(clause)):
            return Hook(LEVEL, None, "")  # "guidance of $4.07, plus or minus $0.01"
        hook = self.continuations.bracketed(figure)
        if hook is None and expected_by(self.view, figure):
            hook = foreseen(figure, self.roles, self.phrases, self.continuations) or Hook(LEVEL, None, "")
            between = self.view.lower(figure.at + 1, figure.noun.head - 1)
            if not self.view.words["delta_nouns"].isdisjoint(between):
                hook.role = DELTA  # "worse than the 15 percent drop analysts had feared"
            return hook
        if hook is None:
            hook = self.bare.sized.away(figure)
        if hook is None and self.view.tokens[noun.head].lower == "others":
            hook = self.bare.verbs.told_apart(figure)  # "12 people died and 40 others were wounded"
        if hook is None and not noun.bare:
            hook = self._described(figure)
        if hook is None and self.phrases.counts(mention):
            hook = self._counted(figure)
        if hook is None:
            hook = self.bare.hook(figure)
        if hook is not None:
            self.bare.parts.told_as_part(figure, hook)
        if hook is not None and hook.role != LEVEL and hook.link < 0:
            self._tie_to_what_it_points_at(figure, hook)
        return hook if hook is not None else Hook(self.roles.role(figure), None, "")

    def _off_plan(self, at: int) -> bool:
        """ "18 months behind schedule", "$400 million over budget"."""
        words = self.view.words
        if words["planned_for"].isdisjoint(self.view.lowers):
            return False
        behind = self.view.lower(at + 1, at + 3)
        steps = [step for step, word in enumerate(behind) if word in words["planned_for"]]
        return bool(steps and steps[0]) and all(word in words["off_plan"] for word in behind[: steps[0]])

    def _beats_by(self, clause: Clause) -> bool:
        """ "beating estimates by 2 cents", "missing by $322 million": of nobody's earnings, only how far off they were."""
        verb = clause.verb
        if verb is None or verb.lemma not in self.view.words["beating_verbs"]:
            return False
        beaten = self.roles.first_object(clause)
        if beaten is None:
            return clause.subject is None or clause.kind == "part"
        head = self.view.tokens[beaten.head].lower
        return (
            head in self.view.words["estimate_words"]
            or self.view.words.modality_nouns.get(head) == "forecast"
        )

    def _moves_a_name(self, clause: Clause) -> bool:
        verb, subject = clause.verb, clause.subject
        name = self.view.head_name(subject) if subject is not None else None
        moves = verb is not None and (self.roles.moves(verb) or self.view.lexicon.does(verb.lemma, "shift"))
        moves = moves or (verb is not None and way_of(self.view, verb) != "")  # "lost 42 points"
        return (
            name is not None
            and name.kind == "index"
            and (moves or (verb is not None and verb.lemma == "put"))
        )

    def _tie_to_what_it_points_at(self, figure: Placed, hook: Hook) -> None:
        """ "and that's up from $2.44": the base of the figure that "that" means; "down from our prior view of $12bn"."""
        subject = figure.clause.subject
        like = self.roles.last_like(figure) if hook.role == PRIOR else max(self.done, default=-1)
        viewed = hook.role == PRIOR and hook.meaning is not None and bool(hook.meaning.plan)
        if viewed and like >= 0 and hook.meaning is not None and hook.metric == f"~{hook.meaning.plan}":
            hook.metric, hook.known = (
                self.done[like].metric,
                self.done[like].known,
            )  # "from our previous target of"
        if viewed and like >= 0 and self.done[like].metric == hook.metric:
            hook.link = self.done[like].link if self.done[like].role == PRIOR else like
            return
        owner = hook.meaning.owner if hook.meaning is not None else None
        if owner is not None and owner.host is subject:
            return  # "that of Marlow Dairy": not of whom the figure before is
        pronoun = subject is not None and self.view.tokens[subject.head].lower in (
            "that",
            "this",
            "it",
            "which",
        )
        if pronoun and like >= 0 and self.done[like].metric == hook.metric:
            hook.link = self.done[like].link if self.done[like].role == PRIOR else like

    def _says_how_many(self, figure: Placed) -> bool:
        """ "Net new orders were 2,655 homes", "class sizes average 31.4 pupils": the subject is what is measured."""
        verb, subject = figure.clause.verb, figure.clause.subject
        if verb is None or subject is None or figure.word or figure.noun.first < verb.last:
            return False
        if not (verb.lemma in ("be", "average") or self.roles.is_level(verb)) or self.roles.somebody(subject):
            return False
        meaning = self.phrases.meaning(subject)
        return (meaning.known or verb.lemma == "average") and self.phrases.fits(meaning, figure.mention)

    def _described(self, figure: Placed) -> Hook | None:
        """The figure stands before a noun: "a $53 billion plan", "33 % market share", "a 4 % rise in council tax"."""
        mention, meaning = figure.mention, self.phrases.meaning(figure.noun)
        if mention.kind == "age" and figure.at < figure.noun.head:  # "a 29-year-old man"
            hook = Hook.named(LEVEL, "~age", False, "is the age of whom it describes")
            hook.holder = figure.noun
            return hook
        sized = self._sized(figure) or self._end_of_range(figure)
        if sized is not None:
            return sized
        changed = mention.change in ("up", "down") and self.roles.moved_here(figure)
        if meaning.grown and not meaning.id:
            role = self.roles.role(figure)
            if role == PRIOR or self.phrases.is_result(figure.noun, figure):
                lost = loss_of(figure, figure.noun, role, self.continuations)
                return lost or self._grown(figure, meaning)
        if meaning.grown or (
            (mention.kind == "order" or changed) and mention.kind not in ("multiple", "duration")
        ):
            return self._grown(figure, meaning)
        if not meaning.id:
            return None
        if (
            meaning.known
            and figure.dimension.startswith("count:")
            and not self.phrases.fits(meaning, mention)
        ):
            meaning = self.phrases.opened(figure.noun)  # "a one-goal deficit" is no government's
        valued = mention.kind == "multiple" and any(char.isdigit() for char in mention.surface)
        if valued and figure.clause.subject is not None and self._says_how_many(figure):
            told = self.phrases.meaning(figure.clause.subject)
            if self.view.metrics.kind(told.id) == "rate":
                return Hook(
                    self.roles.role(figure), told, "is the subject of the clause"
                )  # "leverage was 2.5 times EBITDA"
        hook = Hook(self.roles.role(figure), meaning, "is the noun that the figure describes")
        if valued and meaning.known:  # "at 12 times earnings", not "triple last year's earnings"
            hook.metric = self.view.metrics.multiple(meaning.id) or hook.metric
        return hook

    def _grown(self, figure: Placed, meaning: Meaning) -> Hook:
        hook = Hook(DELTA, meaning, "is what grew or shrank")
        if not meaning.id:
            hook.link = growth_of(self.phrases, figure.noun, figure.clause, meaning)
            hook.metric, hook.known = meaning.id, meaning.known
        elif meaning.known and not meaning.scope and self.done:
            last = max(self.done)  # "$43.5 million of adjusted EBITDA, or 47 % EBITDA growth"
            hook.link = last if self.done[last].metric == meaning.id else -1
        return hook

    def _end_of_range(self, figure: Placed) -> Hook | None:
        """ "sees profit at the top end of its £200 million to £220 million range": a range of what is foreseen."""
        noun, tokens = figure.noun, self.view.tokens
        host = noun.host
        end = host is not None and tokens[host.head].lower in self.view.words["range_parts"]
        if not end or tokens[noun.head].lower != "range" or self.view.preposition(noun) != "of":
            return None
        told = self.roles.first_object(figure.clause) or figure.clause.about()
        meaning = self.phrases.meaning(told) if told is not None else None
        fits = meaning is not None and meaning.known and self.phrases.fits(meaning, figure.mention)
        return Hook(LEVEL, meaning, "is the range of what is told") if fits else None

    def _sized(self, figure: Placed) -> Hook | None:
        """ "A 7.8 magnitude earthquake", "a magnitude 6.2 quake": a plain number of the measure beside it, of what it describes."""
        metrics, at, mention = self.view.metrics, figure.at, figure.mention
        before = self.view.metric_at.get(at - 1, (-1, ""))
        if before[0] == at - 1 and figure.noun.first <= at - 1 and at < figure.noun.head:
            fits = figure.dimension == "number" and metrics.allows(before[1], "number")
            hook = Hook.named(LEVEL, before[1], True, "stands behind what it is the size of")
            hook.holder = figure.noun
            return hook if fits and metrics.kind(before[1]) == "price" else None
        last, name = self.view.metric_at.get(at + 1, (-1, ""))
        unit = (mention.unit or "").lower().split()
        match = metrics.match(unit, 0) if unit and figure.dimension.startswith("count:") else None
        if match is not None and match[0] == len(unit):
            last, name = at, match[1]
        ahead = at <= last < figure.noun.last and figure.noun.figures[:1] == (at,)
        plain = figure.dimension == "number" or match is not None
        if not (ahead and plain and metrics.kind(name) == "price" and metrics.allows(name, "number")):
            return None
        hook = Hook.named(LEVEL, name, True, "stands before what it is the size of")
        hook.holder = figure.noun
        return hook

    def _counted(self, figure: Placed) -> Hook | None:
        """ "54,000 open-source models": what is counted is the metric, unless a verb moves something else by it."""
        verb, noun, roles = figure.clause.verb, figure.noun, self.roles
        headed = self.view.noun_of(figure.at - 1) if figure.at and not figure.word else None
        if headed is not None and headed.preposition < 0 and (verb is None or verb.first > figure.at):
            meaning = self.phrases.meaning(
                headed
            )  # "Quarter-end backlog 12,089 homes valued at $7.7 million"
            if meaning.known and not meaning.grown and self.phrases.fits(meaning, figure.mention):
                return Hook(LEVEL, meaning, "stands before the figure")
        if verb is not None and noun.first > verb.last:
            subject = figure.clause.about()
            lost = (
                subject is not None and roles.somebody(subject) and verb.form != "direction"
            )  # "Pavlova has dropped nine games": no measure moves
            if not figure.word and roles.moves(verb) and not roles.shifts(verb, figure) and not lost:
                return None
            base = (
                figure.word != "from" or roles.role(figure) == PRIOR
            )  # not "$9.4 million from 3,401 screens"
            if (
                base
                and figure.word in ("by", "to", "from", "at")
                and (roles.moves(verb) or roles.shifts(verb, figure))
            ):
                return None
        host = noun.host
        if self._says_how_many(figure):
            return None
        if figure.mention.unit == "point" and figure.word == "of" and host is not None and not host.figures:
            meaning = self.phrases.meaning(host)  # "a margin of error of 2.2 points"
            if meaning.known and self.view.metrics.allows(meaning.id, "percentage point"):
                return Hook(roles.role(figure), meaning, "has the figure behind “of”")
        if figure.word == "of" and host is not None and not host.bare and not host.figures:
            meaning = self.phrases.meaning(host)
            if meaning.grown and not meaning.id and self._gain_of(figure):
                return self.phrases.count(figure.mention, DELTA)
            if meaning.grown or (meaning.known and self.phrases.fits(meaning, figure.mention)):
                return None  # "an average attendance of 20,000 fans"
            if not meaning.id and self.bare.verbs.subject_measures(figure.clause, moving=True):
                return None  # "Housing starts rose to an annual rate of 1.32 million units"
        kept = self._kept_in(figure)
        if kept is not None:
            return kept
        acted_on = verb is not None and not figure.word and noun.first > verb.last
        named = told_of_people(self.view, roles, figure, acted_on)
        if named is not None:
            return named
        return self.phrases.count(figure.mention, roles.role(figure), verb.lemma if acted_on and verb else "")

    def _gain_of(self, figure: Placed) -> bool:
        """ "The survey showed a gain of 31,000 jobs": what is counted grew, for the subject is no measure."""
        subject = figure.clause.about()
        return subject is not None and not self.phrases.meaning(subject).known and not self.done

    def _kept_in(self, figure: Placed) -> Hook | None:
        """ "5,820 homes in backlog": what they are kept in is the metric."""
        for child in self.view.children.get(figure.noun, ()):
            plain = self.view.preposition(child) == "in" and child.first == child.last and not child.bare
            meaning = self.phrases.meaning(child) if plain else None
            if meaning is None or not meaning.known or self.view.metrics.kind(meaning.id) != "stock":
                continue
            if self.phrases.fits(meaning, figure.mention):
                return Hook(self.roles.role(figure), meaning, "is what they are kept in")
        return None
