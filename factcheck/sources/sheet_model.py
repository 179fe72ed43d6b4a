"""The claims sheet's shape, as pydantic checks it. Imported only to read a sheet or to render its JSON Schema."""

from __future__ import annotations

import json
from typing import Annotated, Literal

from pydantic import (
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Field,
    StringConstraints,
    WithJsonSchema,
    model_validator,
)

from factcheck.day import date

Text = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=2000)]
# Editors type bare scalars (26, 2025) as numbers; the sheet keeps them as they are written.
Written = Annotated[Text, WithJsonSchema({"type": ["string", "number"], "minLength": 1})]


def _day(value: object) -> object:
    """A calendar day written 2025-08-24: other forms have two readings in one country or another."""
    if isinstance(value, str):
        try:
            return date.fromisoformat(value.strip())
        except ValueError:
            raise ValueError("must be a calendar day written YYYY-MM-DD") from None
    return value


Day = Annotated[date, BeforeValidator(_day)]


class _Strict(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)


class SheetSource(_Strict):
    """Where the claims were read."""

    name: Text = Field(description="Publisher or source, as a reader would name it.")
    published: Day | None = Field(
        None, description="Day of publication, YYYY-MM-DD. Leave out if it is not known."
    )
    title: Text | None = Field(None, description="Headline of the article the claims come from.")
    url: Text | None = Field(None, description="Where the article can be found.")
    author: Text | None = Field(None, description="Who wrote it.")
    retrieved: Day | None = Field(
        None, description="Day on which the desk took the facts from there, YYYY-MM-DD."
    )
    authority: Text | None = Field(
        None, description="Why the desk trusts it: the company's own filing, official statistics, …"
    )


class SheetEntry(_Strict):
    """One claim, each aspect in the words of an article; the readers of prose read them."""

    entity: Text = Field(
        description="Who or what the figure is about: a name, or an id of the entity registry."
    )
    metric: Text = Field(description="What is measured: revenue, market share, headcount, …")
    measure: (
        Literal[
            "level",
            "change",
            "share",
            "ratio",
            "streak",
            "rank",
            "count",
            "date",
            "duration",
            "score",
            "list",
            "quotation",
        ]
        | None
    ) = Field(None, description="What kind of number it is. Left out: read from the value and the metric.")
    value: Written | None = Field(
        None,
        description='The figure as written, with unit and hedge: "26 %", "$4.67 billion", "about 40,000 units".',
    )
    period: Written | None = Field(
        None,
        description='The time it speaks of, as written: "Q2 2025", "2025", "the quarter ended June 30, 2025".',
    )
    compared: Written | None = Field(None, description="The period a change is measured from, as written.")
    basis: Text | None = Field(
        None,
        description='What a change is measured against: "year on year", "quarter on quarter", "year to date".',
    )
    base: Text | None = Field(
        None, description='What a multiple is a multiple of: "the previous generation".'
    )
    direction: Literal["up", "down", "flat"] | None = Field(None, description="The sign of a change.")
    scope: dict[Text, Written] = Field(
        default_factory=dict,
        max_length=20,
        description='Limits of the claim by dimension: {"place": "China", "segment": "cloud", "product": "AI PCs"}.',
    )
    modality: Literal["reported", "forecast", "target", "planned", "rumoured", "hypothetical", "negated"] = (
        Field(
            "reported", description="Whether it is stated as fact, expected, aimed at, rumoured, or denied."
        )
    )
    attribution: Text | None = Field(None, description="Who says so, if not the article itself.")
    section: Literal["title", "summary", "heading", "body", "table", "quotation", "caption"] = Field(
        "body", description="Where in the article it stands."
    )
    total_of: Text | None = Field(
        None,
        description="Name of a sum of this sheet that the figure is said to be: its parts are claims with `part_of`.",
    )
    part_of: Text | None = Field(
        None, description="Name of the sum that the figure goes into; see `total_of`."
    )
    quote: Text | None = Field(None, description="The article's words that carry the claim.")
    note: Text | None = Field(None, description="For people; nothing is read from it.")

    @model_validator(mode="after")
    def _says_something(self) -> SheetEntry:
        if self.value is None and self.period is None:
            raise ValueError("needs a `value` or a `period`: it states neither")
        return self


class Sheet(_Strict):
    """A claims sheet: one article's normalised claims."""

    factcheck: Literal["claims"] = Field(description="Marks the file as a claims sheet.")
    source: SheetSource
    claims: list[SheetEntry] = Field(min_length=1, max_length=20_000)


def render_schema() -> str:
    """The published JSON Schema (draft 2020-12) of a claims sheet, as text."""
    schema = Sheet.model_json_schema()
    head = {"$schema": "https://json-schema.org/draft/2020-12/schema", "title": "factcheck claims sheet"}
    return (
        json.dumps(
            {**head, **{key: schema[key] for key in schema if key != "title"}}, indent=2, ensure_ascii=False
        )
        + "\n"
    )


if __name__ == "__main__":
    print(render_schema(), end="")
