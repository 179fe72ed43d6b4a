"""Claims sheets: normalised claims written by people, read rather than extracted. See docs/claims-sheet.md."""

from __future__ import annotations

from factcheck.article import Article, Section
from factcheck.errors import InputError, UnreadableInput
from factcheck.hints import TYPE_CHECKING, Any
from factcheck.records import dataclass
from factcheck.sources.pages import blanked
from factcheck.sources.sheet_yaml import Place, YamlPlaces, read_yaml
from factcheck.span import LineMap, Span

if TYPE_CHECKING:
    from factcheck.sources.sheet_model import SheetEntry

_MOST_ERRORS = 50


@dataclass(frozen=True, slots=True)
class SheetClaim:
    """One entry of a claims sheet: aspects as written, nothing resolved.

    ``span`` covers the entry in the file, ``value_span`` its figure (the entry's period if it has no figure; inside
    quotation marks, without them). ``spans`` gives the place of every field present, as (field, span) pairs.
    """

    number: int
    span: Span
    value_span: Span
    entity: str
    metric: str
    measure: str | None = None
    value: str | None = None
    period: str | None = None
    compared: str | None = None
    basis: str | None = None
    base: str | None = None
    direction: str | None = None
    scope: tuple[tuple[str, str], ...] = ()
    modality: str = "reported"
    attribution: str | None = None
    section: str = "body"
    total_of: str | None = None
    part_of: str | None = None
    quote: str | None = None
    note: str | None = None
    spans: tuple[tuple[str, Span], ...] = ()

    def span_of(self, name: str) -> Span | None:
        """Where a field's value stands in the file."""
        return next((span for key, span in self.spans if key == name), None)


def read_sheet(text: str, path: str) -> Article:
    """The article a claims sheet stands for; its ``sheet_claims`` are SheetClaims.

    Raises UnreadableInput with an InputError (line, column, field) for each thing that breaks the format.
    """
    places = read_yaml(text, path)
    if not isinstance(places.data, dict) or places.data.get("factcheck") != "claims":
        raise UnreadableInput(
            InputError(
                path, "this file is not a claims sheet: its first field must be `factcheck: claims`.", 1, 1
            )
        )
    from pydantic import ValidationError

    from factcheck.sources.sheet_model import Sheet

    try:
        sheet = Sheet.model_validate(places.data)
    except ValidationError as error:
        raise UnreadableInput(*_errors(error.errors(), places, text, path)) from None
    claims = tuple(_claim(number, entry, places, text) for number, entry in enumerate(sheet.claims))
    published = sheet.source.published
    return Article(
        path=path,
        text=text,
        prose=blanked(text),
        sections=tuple(Section(claim.section, claim.span) for claim in claims),
        title=sheet.source.title,
        published=published,
        published_span=_inner(places.spans[("source", "published")], text) if published else None,
        author=sheet.source.author,
        source=sheet.source.name,
        sheet_claims=claims,
        origin=origin_of(sheet.source.authority, sheet.source.retrieved, sheet.source.url),
    )


def origin_of(authority: object, retrieved: object, url: object) -> str | None:
    """How a source was obtained, for people; None where nobody says."""
    parts = (authority, retrieved and f"retrieved {retrieved}", url)
    return ", ".join(str(part) for part in parts if part) or None


def _claim(number: int, entry: SheetEntry, places: YamlPlaces, text: str) -> SheetClaim:
    place: Place = ("claims", number)
    whole = places.spans[place]
    end = whole.start + len(whole.of(text).rstrip())
    data = places.data["claims"][number]
    spans = tuple(
        (name, _inner(places.spans[(*place, name)], text)) for name in data if data[name] is not None
    )
    found = dict(spans)
    values: dict[str, Any] = {
        name: getattr(entry, name) for name in type(entry).model_fields if name != "scope"
    }
    return SheetClaim(
        number=number,
        span=Span(whole.start, end),
        value_span=found.get("value") or found["period"],
        scope=tuple(sorted(entry.scope.items())),
        spans=spans,
        **values,
    )


def _inner(span: Span, text: str) -> Span:
    """A scalar's span without its quotation marks."""
    if span.end - span.start >= 2 and text[span.start] in "\"'" and text[span.end - 1] == text[span.start]:
        return Span(span.start + 1, span.end - 1)
    return span


def _errors(found: list[Any], places: YamlPlaces, text: str, path: str) -> list[InputError]:
    lines = LineMap(text)
    errors: list[InputError] = []
    for problem in found[:_MOST_ERRORS]:
        place: Place = tuple(problem["loc"])
        unknown = problem["type"] == "extra_forbidden"
        span = places.keys.get(place) if unknown else places.spans.get(place)
        known = place
        while span is None and known:
            known = known[:-1]
            span = places.spans.get(known) or places.keys.get(known)
        line, column = lines.position(span.start if span else 0)
        errors.append(InputError(path, f"{_named(place)}: {_said(problem)}.", line, column))
    if len(found) > _MOST_ERRORS:
        errors.append(InputError(path, f"and {len(found) - _MOST_ERRORS} more errors like these."))
    return errors


def _named(place: Place) -> str:
    """A place as people count: claim 4, field `measure`."""
    parts = list(place)
    words = ""
    if parts[:1] == ["claims"] and len(parts) > 1 and isinstance(parts[1], int):
        words = f"claim {parts[1] + 1}"
        parts = parts[2:]
    fields = ".".join(str(part) for part in parts if part != "[key]")
    return ", ".join(part for part in (words, f"field `{fields}`" if fields else "") if part) or "sheet"


def _said(problem: Any) -> str:
    kind, context = problem["type"], problem.get("ctx") or {}
    if kind == "extra_forbidden":
        return "there is no such field"
    if kind == "string_too_short":
        return "is empty"
    if kind == "missing":
        return "is required"
    if kind == "literal_error":
        return f"must be {context.get('expected')}, not {str(problem['input'])[:60]!r}"
    if kind == "value_error":
        return str(context.get("error"))
    if (
        kind in ("string_type", "dict_type", "list_type", "model_type", "date_type")
        and problem["input"] is None
    ):
        return "is empty"
    if kind in ("model_type", "dict_type", "model_attributes_type"):
        return "must be a mapping of fields"
    if kind == "list_type":
        return "must be a list"
    if kind == "too_short":
        return "must not be empty"
    message = str(problem["msg"])
    return message[:1].lower() + message[1:]
