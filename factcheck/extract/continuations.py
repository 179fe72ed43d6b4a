"""Figures that continue another: "or $4.12 a share", "from $441 million", "AWS (29 %)", "and imports 4 %"."""

from __future__ import annotations

from factcheck.extract.compared_times import goes_back
from factcheck.extract.hook import DELTA, LEVEL, PRIOR, Hook, Placed
from factcheck.extract.measured_phrases import MeasuredPhrases
from factcheck.extract.roles import Roles
from factcheck.extract.sentence_view import SentenceView
from factcheck.extract.verb_names import own_metric
from factcheck.normalise.calendars import PeriodExpression
from factcheck.syntax.tree import Clause, Noun


class Continuations:
    """``gaps`` are phrases that take a clause's verb over: "exports rose 9 % and imports 4 %"."""

    __slots__ = ("done", "gaps", "phrases", "roles", "view")

    def __init__(
        self, view: SentenceView, done: dict[int, Hook], roles: Roles, phrases: MeasuredPhrases
    ) -> None:
        self.view, self.done, self.roles, self.phrases = view, done, roles, phrases
        self.gaps: dict[int, Noun] = {}

    def go_on(self, figure: Placed, link: int, why: str, role: str | None = None) -> Hook:
        """A figure that continues another: same metric, same scope."""
        before = self.done[link]
        if role is None:
            role = self.roles.role(figure)
            if before.role == LEVEL and figure.is_money and why.startswith("says"):
                role = LEVEL  # "rose to $10 million, or 75 cents per share"
            if before.role != LEVEL and why.startswith("says"):  # "from $9 million, or 44 %"
                role = DELTA if figure.dimension == "percent" else before.role
        hook = Hook(role, before.meaning, why)
        hook.metric, hook.known, hook.link, hook.shared = before.metric, before.known, link, before.shared
        return hook

    def valued(self, figure: Placed) -> Hook | None:
        """ "a backlog of 12,089 homes with a value of $7.7 billion", "valued at", "worth": the same in money."""
        if not (figure.is_money and self.done and self._says_worth(figure)):
            return None
        last = max(self.done)
        counted, hook = self.view.tokens[last].quantity, self.done[last]
        if counted is None or not counted.dimension.startswith("count:") or not hook.known:
            return None
        if not self.view.metrics.allows(hook.metric, figure.dimension):
            return None
        return self.go_on(figure, last, "is what that is worth", hook.role)

    def _says_worth(self, figure: Placed) -> bool:
        tokens, host, at = self.view.tokens, figure.noun.host, figure.noun.preposition
        if figure.word == "of" and host is not None and self.view.preposition(host) == "with":
            return tokens[host.head].lower == "value"
        before = tokens[at - 1] if figure.word == "at" else tokens[figure.noun.first - 1]
        return before.lower in ("valued", "worth") and figure.word in ("", "at")

    def subject(self, clause: Clause) -> Noun | None:
        """What a clause is about: its subject, or the phrase that took the verb over."""
        about = self.gaps.get(clause.number) or clause.about()
        if about is None or clause.kind != "rel" or about is not clause.antecedent or about.host is None:
            return about
        sum_told = about.host.figures[-1] if about.host.figures else -1
        hook = self.done.get(sum_told)
        again = hook is not None and hook.shared and self._told_again(sum_told, about.last)
        return None if again and self._moved_away(clause) else about

    def _told_again(self, sum_told: int, last: int) -> bool:
        """ "$28m, or 6 % of sales": the share is no other thing."""
        return "or" in self.view.lower(max(0, sum_told - 2), last)

    def _moved_away(self, clause: Clause) -> bool:
        """ "which is down from $37 million": what a sum was before, no share's."""
        tokens, first = self.view.tokens, clause.connector
        behind = tokens[first : first + 12]
        money = [one.quantity is not None and one.quantity.dimension.startswith("money") for one in behind]
        return any(m and b.lower == "from" for b, m in zip(behind, money[1:], strict=False)) and not any(
            m and b.lower == "to" for b, m in zip(behind, money[1:], strict=False)
        )

    def bracketed(self, figure: Placed) -> Hook | None:
        """ "AWS (29 %)", "$10 (7.50 pounds)", "revenue ($5m)"."""
        clause, before = figure.clause, figure.clause.antecedent
        if clause.kind != "bracket" or clause.verb is not None or before is None:
            return None
        moved = self._moved_in_bracket(figure, before)
        if moved is not None:
            return moved
        if not figure.noun.bare:
            return None
        if before.figures:
            dated = self._dated_in_bracket(figure, before)
            return dated or self.go_on(figure, before.figures[-1], "says the figure before in another way")
        if self._is_price_move(figure):
            return Hook.named(DELTA, "share-price", True, "stands behind a ticker")
        if clause.nouns and clause.nouns[0] is not figure.noun:
            return None
        meaning = self.phrases.meaning(before)
        if self.view.head_name(before) is not None or not meaning.known:
            last = self._listed(figure)
            if last >= 0:
                hook = self.go_on(figure, last, "continues the list")
                hook.holder = before
                return hook
        return Hook(LEVEL, meaning, "stands in brackets behind it") if meaning.id else None

    def _dated_in_bracket(self, figure: Placed, before: Noun) -> Hook | None:
        """ "£412m, up 4 % (H1 2024: £396m)", "4.2 % (4.1 % previously)": what the level before was then."""
        tokens, at = self.view.tokens, figure.at
        last = self.roles.last_like(figure)
        if last < 0 or self.done[last].role != LEVEL or self.view.clause_of(last) is figure.clause:
            return None
        time = tokens[at - 2].period if at > 1 and tokens[at - 1].text == ":" else None
        year = time.expression if time is not None else None
        dated = isinstance(year, PeriodExpression) and year.year is not None
        beside = {token.lower for token in tokens[max(0, at - 2) : at + 2]}
        if not dated and beside.isdisjoint(self.view.words["told_before"]):
            return None
        return self.go_on(figure, last, "is what the figure before is compared with", PRIOR)

    def _moved_in_bracket(self, figure: Placed, name: Noun) -> Hook | None:
        """ "Norvane (+12 % to 279,200 units)": by how much, and to what, all of the name before."""
        if self.view.head_name(name) is None or name.figures or self._is_price_move(figure):
            return None
        signed = figure.mention.surface[:1] in "+-−–" and figure.dimension == "percent"
        inside = [at for at in self.done if self.view.clause_of(at) is figure.clause and at < figure.at]
        if not signed and not (inside and figure.word == "to"):
            return None
        last = inside[-1] if inside else self.roles.last_like(figure)
        if last < 0:
            hook = Hook(DELTA, None, "stands in brackets behind it")
        else:
            hook = self.go_on(figure, last, "stands in brackets behind it", DELTA if signed else LEVEL)
        hook.holder, hook.link = name, -1
        return hook

    def _is_price_move(self, figure: Placed) -> bool:
        """ "Ostara Micro (OSTM.VI +2.3%)": what a share did today, glued behind its ticker."""
        first, tokens = figure.clause.first + 1, self.view.tokens
        while first < figure.at and tokens[first].text in "([":
            first += 1
        text = "".join(token.text for token in tokens[first : figure.at])
        signed = figure.mention.surface[:1] in "+-−–"
        return signed and figure.dimension == "percent" and text.isupper() and text.replace(".", "").isalnum()

    def _listed(self, figure: Placed) -> int:
        """The figure that a list in brackets goes on from, -1 without."""
        last = self.roles.last_like(figure)
        if last < 0 and figure.mention.kind == "multiple":  # "a P/E of 10, below Microsoft (25x)"
            times = self.view.metrics.allows
            last = next((at for at, h in self.done.items() if h.known and times(h.metric, "multiple")), -1)
        if last < 0 and figure.dimension == "number":
            last = next((at for at, hook in self.done.items() if hook.metric and hook.role == LEVEL), -1)
        return last

    def on_name(self, figure: Placed) -> Hook | None:
        """ "with Apple on 37.9 %, Samsung on 17.2 %": each name has its figure."""
        host = figure.noun.host
        if host is None or figure.word not in ("on", "at", "with") or not self.done:
            return None
        verb = figure.clause.verb
        if self.view.head_name(host) is None:
            return None
        if (
            verb is not None
            and figure.is_money
            and host.preposition < 0
            and own_metric(self.view, verb, figure.mention)
        ):
            return None  # "a round that values Kettle at €1.1 billion"
        last = self.roles.last_like(figure)
        other = self.view.tokens[max(self.done)].quantity
        if last < 0 and other is not None and other.dimension.startswith("money") != figure.is_money:
            return None  # "awarded $509,000 to a teacher pushed out of Marden School at 60"
        hook = self.go_on(
            figure, last if last >= 0 else max(self.done), "is what the name before it has", LEVEL
        )
        hook.holder, hook.link = host, -1
        hook.shared = hook.shared or figure.dimension == "percent"
        return hook

    def joined(self, figure: Placed) -> Hook | None:
        """ "fell $2.10, or 3.1 %", "$452 million, or $4.12 a share", "5 % and 6 %"."""
        before = figure.noun.joined
        named = self._of_next_name(figure, before)
        if named is not None:
            return named
        if before is None or not before.figures or figure.word or before.figures[-1] not in self.done:
            return None
        step = figure.noun.first - 1
        while step > 0 and self.view.tree.tags[step] == "B":
            step -= 1
        link = before.figures[-1]
        if self.view.tokens[step].lower == "or":
            mirrored = self._mirrored(figure, link)
            if mirrored >= 0:
                return self.go_on(figure, mirrored, "is what the figure before is compared with", PRIOR)
            return self.go_on(figure, link, "says the figure before in another way")
        other = self.view.tokens[link].quantity
        if other is not None and other.dimension == figure.dimension:
            return self.go_on(figure, link, "is joined to the figure before")
        return None

    def _mirrored(self, figure: Placed, link: int) -> int:
        """ "$7.3 million or 47.5 % of sales compared with $5.7 million or 55.3 %": the share that this was before; or -1."""
        base = self.done[link]
        if base.role != PRIOR or figure.dimension != "percent" or base.link < 0:
            return -1
        between = (at for at in self.done if base.link < at < link)
        for at in between:
            quantity, hook = self.view.tokens[at].quantity, self.done[at]
            if (
                quantity is not None
                and quantity.dimension == "percent"
                and hook.role == LEVEL
                and hook.metric
            ):
                return at
        return -1

    def _of_next_name(self, figure: Placed, before: Noun | None) -> Hook | None:
        """ "the 17.5 % growth in AWS and 24 % at Azure": each name has its figure."""
        host = before.host if before is not None and not before.figures else None
        like = host.figures[-1] if host is not None and host.figures else -1
        other = self.view.tokens[like].quantity if like in self.done else None
        if figure.word or other is None or other.dimension != figure.dimension:
            return None
        for child in self.view.children.get(figure.noun, ()):
            name = self.view.head_name(child)
            if self.view.preposition(child) not in ("at", "in", "for") or name is None:
                continue
            hook = self.go_on(figure, like, "is what the name behind it has", self.done[like].role)
            if not name.place:
                hook.holder, hook.link, hook.meaning = child, -1, None
            return hook  # "5 % in Europe and 7 % in Asia": of the same, elsewhere
        return None

    def gapped(self, figure: Placed) -> Hook | None:
        """ "exports rose 9 % and imports 4 %", "Okafor took 52 %, Reyes 45 %": the verb is said once."""
        clause, noun, verb = figure.clause, figure.noun, figure.clause.verb
        by = figure.word == "by" and noun.host is not None  # "burglary rose by 3 %, robbery by 1 %"
        between = self.view.preposition(noun) == "between"  # "and cash flow between $60 and $65 million"
        host, reaching = noun.host, between or figure.word in ("to", "at")
        reached = reaching and host is not None and host.joined is not None
        if verb is None or (figure.word and not (by or reached)):
            return None
        first = noun.preposition if by or reached else noun.first
        before = next((other for other in clause.nouns if other.last == first - 1), None)
        if before is None or before.first < verb.last or before.preposition >= 0 or before.pronoun:
            return None
        like = self.roles.last_like(figure)
        somebody = self.view.head_name(before) is not None or self.roles.somebody(before)
        if like < 0 and figure.dimension == "number" and somebody:
            like = max((at for at, done in self.done.items() if done.metric), default=-1)
        if like < 0 and self.view.head_name(before) is not None:
            like = self._moved_before(figure)
        if (before.joined is None and before.apposes is None) or like < 0 or like > before.first:
            return None
        told = self.done[like].meaning
        of_whole = self.done[like].shared and told is not None and told.noun is not clause.subject
        if somebody or (of_whole and self.view.clause_of(like) is clause):  # "gas plants 28 %"
            hook = self.go_on(figure, like, "takes over the verb", self.done[like].role)
            hook.holder, hook.link = before, -1
            return hook
        meaning = self.phrases.meaning(before)
        if not meaning.id:
            return None
        if reached and not (meaning.known and self.phrases.fits(meaning, figure.mention)):
            return None
        self.gaps[clause.number] = before
        role = LEVEL if reached else self.done[like].role  # "and the operating margin to 9.2 %"
        return Hook(role, meaning, "takes over the verb")

    def _moved_before(self, figure: Placed) -> int:
        """ "Halden rose 4 %, Norvane 3 %": the last change of the clause, whatever it is that moved."""
        for at in sorted(self.done, reverse=True):
            other = self.view.tokens[at].quantity
            if self.done[at].role == DELTA and self.view.clause_of(at) is figure.clause and other is not None:
                return at if other.dimension == figure.dimension else -1
        return -1

    def compared(self, figure: Placed) -> Hook | None:
        """ "from $441 million", "less than the €20m", "against 44.9 % for her rival"."""
        if self.roles.role(figure) != PRIOR:
            return None
        own = figure.clause.subject if goes_back(self.view, figure) else None
        if own is not None and self.phrases.meaning(own).known:
            return None  # "A year earlier sales were $5 million and profit was $1 million": of its own
        moved = self._moved_from(figure)
        if moved is not None:
            return moved
        last = max(self.roles.last_like(figure), self.roles.grown_from(figure))
        if last < 0 and figure.is_money:  # "$0.92 per share this year compared with $0.66"
            last = self.roles.last_like(figure, dimension=figure.dimension + " per share")
        if last < 0:
            return None
        hook = self.go_on(figure, last, "is what the figure before is compared with", PRIOR)
        self._of_another(figure.noun, hook)
        return hook

    def _moved_from(self, figure: Placed) -> Hook | None:
        """ "The rate slid from 41 to 36 %": the verb's own subject comes before any figure."""
        verb, subject = figure.clause.verb, self.subject(figure.clause)
        if verb is None or subject is None or figure.word != "from" or not self.roles.moves(verb):
            return None
        if verb.form == "direction" and figure.clause.subject is None:
            return None
        meaning = self.phrases.meaning(subject)
        if not meaning.id or not self.phrases.fits(meaning, figure.mention):
            return None
        hook = Hook(PRIOR, meaning, "is what the verb moved from")
        like = self.roles.last_like(figure)
        hook.link = like if like >= 0 and self.done[like].meaning is meaning else -1
        return hook

    def _of_another(self, noun: Noun, hook: Hook) -> None:
        """ "against 44.9 % for her rival", "with 88 of 409 on placebo": a comparison of two, not of two times."""
        for child in self.view.children.get(noun, ()):
            if child.figures:
                self._of_another(child, hook)
            elif self.view.preposition(child) in ("for", "at", "on", "among", "across") and not child.bare:
                if child.times or self.view.tokens[child.head].lower in self.view.words["no_segments"]:
                    continue  # "on the same date in 2024"
                hook.role = LEVEL
                if self.view.preposition(child) != "on" or self.view.head_name(child) is not None:
                    hook.holder = child  # "on placebo" is a group of patients, nobody's

    def beside(self, figure: Placed) -> Hook | None:
        """The figure before, where this one can only go on: "2.2 percent above a year earlier", ", to $0.92"."""
        last, role = self.roles.last_like(figure), self.roles.role(figure)
        if last < 0 and self.done:
            before = max(self.done)
            meaning = self.done[before].meaning
            grew = self.done[before].role == DELTA and meaning is not None and meaning.known
            if role == DELTA or (grew and meaning is not None and self.phrases.fits(meaning, figure.mention)):
                last = before
        if last < 0 or (role == LEVEL and self.view.clause_of(last) is not figure.clause):
            return None
        hook = self.go_on(figure, last, "continues the figure before", role)
        self.of_own_subject(figure, hook)
        return hook

    def of_own_subject(self, figure: Placed, hook: Hook) -> None:
        """ "Castell fell 6 %, Norvane lost 3 %", "Marlow scored 44 points, Brook five of his 25": not of the one before."""
        subject, there = figure.clause.subject, self.view.clause_of(hook.link)
        other = subject is not None and there is not figure.clause and subject is not there.subject
        named = subject is not None and self.view.head_name(subject) is not None
        if other and named and figure.clause.kind in ("main", "and", "sub"):
            hook.link = -1
