"""The public door: read → extract → check → render. No argument parsing, no printing, no exit codes."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache, partial

from factcheck.article import Article
from factcheck.coverage import coverage, coverage_aside
from factcheck.day import date
from factcheck.errors import ConfigurationError, InputError, UnreadableInput
from factcheck.finding import Report
from factcheck.hints import TYPE_CHECKING, Any, Protocol, TypeVar
from factcheck.reading import Read, as_reference
from factcheck.records import replace

if TYPE_CHECKING:
    from pathlib import Path

    from factcheck.claim import Claim
    from factcheck.config import Settings
    from factcheck.kept import Kept, Shelved
    from factcheck.mention import PeriodMention, QuantityMention

T = TypeVar("T")
_STRETCH = 1000  # files


class Track(Protocol):
    """Shows items while they pass: (items, how many, what is being done)."""

    def __call__(self, items: Iterable[T], total: int, doing: str, /) -> Iterable[T]: ...


def article(text: str, path: str | Path = "article.md", published: date | str | None = None) -> Article:
    """An article made of ``text``, as if it lay at ``path`` (whose suffix says the format).

    ``published`` (a date or YYYY-MM-DD) is used when the text does not say itself when it was published.
    Raises UnreadableInput for a claims sheet that breaks its format, ValueError for a date that is none.
    """
    from factcheck.sources import read_text

    day = date.fromisoformat(published) if isinstance(published, str) else published
    return read_text(text, path=str(path), published=day)


def read(path: str | Path) -> Article:
    """The article in a file: text, Markdown, HTML, or a claims sheet. Raises UnreadableInput."""
    from factcheck.sources import read_path

    return read_path(path)


def extract(article: Article) -> list[Claim]:
    """All claims of an article, in the order of its text, each with the trace of how it was read."""
    return list(_read_claims(article, ()).claims)


def quantities(text: str) -> list[QuantityMention]:
    """Every quantity in ``text``, in order, with exact values, units and bounds. Dates are not quantities."""
    from factcheck.extract.masks import read_quantities_of

    return read_quantities_of(text)


def periods(text: str, published: date | None = None) -> list[PeriodMention]:
    """Every date, quarter, range, deadline and duration in ``text``, each with all its readings.

    ``published`` anchors relative words such as "last month"; without it they stay open.
    """
    from factcheck.extract.periods import read_periods

    return list(read_periods(text, published))


def check(
    articles: Iterable[Article], against: Iterable[Article] = (), rules: Any = None, **options: Any
) -> Report:
    """Compare the claims of ``articles`` with one another, and with those of ``against``.

    Findings always involve at least one of ``articles``; ``against`` is context. ``rules`` is None for the shipped
    rules, a sequence of folders of further rules, or a rule set that is already loaded. The same input gives the
    same report whatever its order. Raises ConfigurationError for rules that cannot be used.

    Keyword options: ``trusted`` (articles or claims sheets whose claims are reference facts: what they say decides;
    always context), ``layers`` (folders of further vocabulary), ``rates`` (an ECB file of exchange rates instead of
    the shipped one), ``errors`` (inputs that could not be read, for the report), ``stats`` (a mutable mapping the
    engine writes its counts into), ``track`` (shows progress).
    """
    checked, context = _distinct(list(articles), list(against))
    facts = [as_reference(one) for one in _read_all(list(options.pop("trusted", ())), options)]
    return check_read(_read_all(checked, options), [*_read_all(context, options), *facts], rules, **options)


def check_texts(texts: Iterable[tuple[str, str, date | None]], rules: Any = None) -> Report:
    """:func:`check` for (path, text, publication date): texts under "reference/" are facts that the newsroom trusts."""
    read = [article(text, path, published) for path, text, published in texts]
    trusted = [one for one in read if one.path.startswith("reference/")]
    return check([one for one in read if one not in trusted], rules=rules, trusted=trusted)


def check_read(
    checked: Sequence[Read],
    context: Sequence[Read] = (),
    rules: Any = None,
    *,
    shelved: Sequence[Shelved] = (),
    errors: Sequence[InputError] = (),
    stats: dict[str, Any] | None = None,
    layers: Sequence[Path] = (),
    rates: Path | None = None,
    **_: Any,
) -> Report:
    """:func:`check` for articles whose claims are already read.

    ``shelved`` is further context, still packed: only what can matter to ``checked`` is unpacked, with the same result.
    """
    from factcheck.engine import run_rules
    from factcheck.normalise.desk import Desk

    if rules is None or isinstance(rules, (list, tuple)):
        rules = choose_rules(folders=rules or ())
    if layers:  # claims that were kept may be measured in a newsroom's own units
        from factcheck.extract.quantity_words import load_lexicon

        load_lexicon(tuple(layers))
    taken: list[Read] = []
    aside: list[Shelved] = []
    if shelved:
        from factcheck.engine.reach import from_shelves

        taken, aside = from_shelves(rules, checked, shelved)
    everything = sorted((*checked, *context, *taken), key=lambda one: one.article.path)
    names = frozenset(one.article.path for one in checked)
    costs: dict[str, Any] = {} if stats is None else stats
    findings, compared = run_rules(
        rules,
        [claim for one in everything for claim in one.claims],
        {one.article.path: one.article for one in everything},
        checked=names if context or shelved else None,
        stats=costs,
        desk=Desk(tuple(layers), rates),
    )
    counts: dict[str, int] = {}
    found = {one.claim.key for finding in findings for one in finding.evidence if one.claim is not None}
    for path, _number in found.union(compared):
        counts[path] = counts.get(path, 0) + 1
    covered = [
        coverage(one, counts.get(one.article.path, 0), one.article.path not in names) for one in everything
    ]
    covered.extend(coverage_aside(one) for one in aside)
    return Report(
        articles=tuple(sorted(covered, key=lambda one: (one.context, one.path))),
        findings=tuple(findings),
        errors=tuple(sorted(errors, key=lambda error: (error.path, error.line or 0, error.message))),
        rules=tuple(getattr(rules, "ids", ())),
        unfinished=tuple(name for name, cost in costs.items() if getattr(cost, "cut", 0)),
    )


def render(report: Report, format: str = "markdown") -> str:
    """The report as text in a format of ``factcheck.reports.FORMATS``: markdown, text or json."""
    from factcheck.reports import render as render_report

    return render_report(report, format)


def read_files(
    paths: Sequence[str | Path],
    layers: tuple[Path, ...] = (),
    track: Track | None = None,
    doing: str = "Reading",
    kept: Kept | None = None,
    shelved: list[Shelved] | None = None,
) -> tuple[list[Read], list[InputError]]:
    """Read every file and its claims. A file that cannot be read becomes errors; the others are still read.

    Many files are read by several processes; what comes back is the same, in the same order. ``kept`` holds what
    earlier runs read, and takes what this one reads. With a list ``shelved``, that is put there, still packed.
    """
    found: list[Read] = []
    errors: list[InputError] = []
    results = _results(paths, layers, kept, shelved is not None)
    for result in track(results, len(paths), doing) if track else results:
        if isinstance(result, Read):
            found.append(result)
        elif isinstance(result, tuple):
            errors.extend(result)
        elif shelved is not None:
            shelved.append(result)
    return found, errors


def _results(
    paths: Sequence[str | Path], layers: tuple[Path, ...], kept: Kept | None, packed: bool
) -> Iterator[Read | Shelved | tuple[InputError, ...]]:
    from factcheck.parallel import map_ordered

    read = partial(_read_file, layers=layers, kept=kept)
    if kept is None:
        yield from map_ordered(read, paths)
        return
    for at in range(0, len(paths), _STRETCH):  # not all at once, so that a progress bar moves
        stretch = paths[at : at + _STRETCH]
        earlier = [_find_kept_file(path, kept, packed) for path in stretch]
        missing = [path for path, known in zip(stretch, earlier, strict=True) if known is None]
        fresh = iter(map_ordered(read, missing))
        for known in earlier:
            yield next(fresh) if known is None else known


def _find_kept_file(path: str | Path, kept: Kept, packed: bool) -> Read | Shelved | None:
    from os.path import isfile

    from factcheck.sources import load_bytes

    find = kept.find_shelved if packed else kept.find
    try:
        return find(str(path), load_bytes(path)) if isfile(path) else None  # a pipe can be read only once
    except UnreadableInput:
        return None  # reading it says what is wrong


def _read_file(
    path: str | Path, layers: tuple[Path, ...], kept: Kept | None
) -> Read | tuple[InputError, ...]:
    from factcheck.sources import load_bytes

    try:
        return _read_bytes(str(path), load_bytes(path), layers, kept)
    except UnreadableInput as error:
        return error.errors
    except ConfigurationError:  # a newsroom's own vocabulary is wrong: no article is at fault
        raise
    except Exception as error:  # one article that trips us must not cost the others
        fault = f"{type(error).__name__}: {error}" if str(error) else type(error).__name__
        return (
            InputError(
                str(path), f"could not be read because of a fault in factcheck ({fault}); please report it."
            ),
        )


def read_bytes(name: str, data: bytes, layers: tuple[Path, ...] = (), kept: Kept | None = None) -> Read:
    """An article with its claims from bytes, as if they lay in a file of that name. Raises UnreadableInput."""
    return (kept.find(name, data) if kept else None) or _read_bytes(name, data, layers, kept)


def _read_bytes(name: str, data: bytes, layers: tuple[Path, ...], kept: Kept | None) -> Read:
    from factcheck.sources import read_path

    read = _extracted(read_path(name, data, layers), layers)
    if read.article.sheet_claims:  # they have become claims: nobody needs both
        read = replace(read, article=replace(read.article, sheet_claims=()))
    if kept:
        kept.keep(name, data, read)
    return read


def choose_rules(
    settings: Settings | None = None, folders: Sequence[str | Path] = (), demand_examples: bool = True
) -> Any:
    """The rules a configuration asks for (the shipped ones without), and those of further folders.

    ``demand_examples``: a rule without examples beside it is refused.

    Raises ConfigurationError for a rule that cannot be used, and for a rule or pack that is not there.
    """
    from factcheck.engine import load_rules
    from factcheck.resources import rules_path

    further = [*(settings.rule_folders if settings else ()), *folders]
    places = [rules_path(), *further] if further else None
    if settings is None:
        return load_rules(places, demand_examples=demand_examples)
    packs = settings.packs
    if packs is not None and further:
        from factcheck.engine.files import rule_files

        packs = (
            *packs,
            *{file.parent.name for file in rule_files(further)},
        )  # a newsroom's own are always in use
    return load_rules(
        places,
        packs=packs,
        severities=settings.rules,
        parameters=settings.parameters,
        layers=settings.vocabulary,
        demand_examples=demand_examples,
    )


def _read_all(articles: Sequence[Article], options: dict[str, Any]) -> list[Read]:
    layers = tuple(options.get("layers", ()))
    track: Track | None = options.get("track")
    return [
        _read_claims(one, layers)
        for one in (track(articles, len(articles), "Reading") if track else articles)
    ]


def _read_claims(article: Article, layers: tuple[Path, ...]) -> Read:
    """What was read the last time from this article, or from one of the last that were like it."""
    read: Read
    for how, read in article.remembered():
        if how == layers and read.article is article:  # a changed copy brings its memories along
            return read
    try:
        hash(article)
    except TypeError:  # a sheet may hold what cannot be hashed
        read = _extracted(article, layers)
    else:
        read = _remembered(article, layers)
    if read.article is article:
        article.remember((layers, read))
    return read


def _extracted(article: Article, layers: tuple[Path, ...]) -> Read:
    from factcheck.extract.claims import read_claims

    claims, figures = read_claims(article, layers)
    return Read(article, tuple(claims), figures)


# An editor reads the same few articles anew for each draft: reading is pure, so remember the last ones.
_remembered = lru_cache(maxsize=32)(_extracted)


def _distinct(checked: list[Article], context: list[Article]) -> tuple[list[Article], list[Article]]:
    """Claims are told apart by path: drop an article given twice, number others that share a path."""
    seen: dict[str, Article] = {}

    def fresh(articles: list[Article]) -> Iterator[Article]:
        for one in articles:
            if not isinstance(one, Article):
                raise ConfigurationError(
                    f"check() takes articles, not {type(one).__name__}; see article() and read()"
                )
            path, number = one.path, 1
            while path in seen and seen[path].text != one.text:
                number += 1
                path = f"{one.path}#{number}"
            if path not in seen:
                seen[path] = one
                yield one if path == one.path else replace(one, path=path)

    return list(fresh(checked)), list(fresh(context))
