"""The closed lists of words: what an aspect can say, which details, scopes and marks the readers give. One of each."""

from __future__ import annotations

from factcheck.article import SECTIONS
from factcheck.claim import MEASURES, MODALITIES

# Kinds of periods, as ``a.period.kind`` gives them. Source: factcheck.period.
PERIOD_KINDS = (
    *("day", "week", "month", "quarter", "half", "nine-months", "year", "fiscal-year", "season", "decade"),
    *("century", "range", "since", "until", "by", "instant", "duration", "relative", "unknown"),
)

# Marks of the readers: name → meaning.
MARKS = {
    "reference": "a fact the newsroom trusts, found only by patterns that ask for it",
    "undated": "stands for an article with figures and without a date",
    "impossible-date": "a date that no calendar has",
    "range-inverted": "a range written from the larger to the smaller figure",
    "ambiguous-currency": "“$” or “¥” of a country not named",
    "earlier-plan": "a forecast that another one replaces: “down from the previous forecast of”",
    "inherited-unit": "the unit stands at a neighbouring figure",
    "dated-twice": "a time in words and the date beside it: “last month, in October”",
    "relative": "a date in words such as “last Monday”",
    "yearless": "a date without its year",
    "stripped-link": "a name seems to be missing from the text",
    "low-trust": "the passage was hard to read",
}

# Details of the readers: name → (type in expressions, meaning). Groups are numbers that claims of one group share.
DETAILS = {
    "frame": (
        "quantity",
        "the comparison a figure belongs to: level, base and change of one sentence share it",
    ),
    "against": (
        "text",
        "the year that a change is told against, where it is named: 2019 in “up 5 % versus 2019”",
    ),
    "moved": ("text", "up or down: which way a verb says that a level went, “fell to”"),
    "dated": ("text", "“as itself”: a base whose stated time is that of the figure compared with it"),
    "base": ("text", "what a multiple is a multiple of"),
    "weekday": ("quantity", "the weekday stated beside a date, 0 for Monday"),
    "years": ("quantity", "in how many years a record is the first: “the biggest rise in 27 years”"),
    "since": ("quantity", "the year since when a record is the first: “the biggest rise since 1995”"),
    "items": ("quantity", "how many things an announced list names"),
    "words": ("text", "the words of a quotation"),
    "total": ("quantity", "group: a result that a sentence gives for the amounts before it"),
    "part": ("quantity", "group: an amount that goes into a result, or a part beside its share"),
    "sum": ("quantity", "group: a sum whose addends are all named"),
    "addend": ("quantity", "group: one of the addends of a sum"),
    "of": ("quantity", "group: a share, beside its whole and its part"),
    "whole": ("quantity", "group: the whole of a share"),
    "pair": ("quantity", "group: one measure in two units, “10 miles (16 km)”"),
    "place": ("text", "first or second in its pair"),
    "average-total": ("quantity", "group: the total of an average"),
    "average-number": ("quantity", "group: how many the total is spread over"),
    "average-mean": ("quantity", "group: the average itself"),
    "average-of": ("quantity", "group: the average of some figures that are all named"),
    "average-item": ("quantity", "group: one of the figures of an average"),
    "rate-total": ("quantity", "group: a sum in all, beside the same sum per year"),
    "rate-yearly": ("quantity", "group: a sum per year"),
    "rate-time": ("quantity", "group: the years that a sum is spread over"),
    "by": ("text", "what a rank ranks by: largest, oldest, busiest"),
    "price-number": ("quantity", "group: how many things are bought or sold"),
    "price-each": ("quantity", "group: the price of one"),
    "price-total": ("quantity", "group: what they cost together"),
    "sample": ("quantity", "group: a percentage of a counted sample"),
    "sample-size": ("quantity", "group: the size of that sample"),
    "slice": ("quantity", "group: one of the shares that exclude each other"),
    "match": ("quantity", "group: the score a match ended with"),
    "stage-of": ("quantity", "group: a score before that match had ended"),
    "margin-of": ("quantity", "group: by how much that match was won"),
    "aggregate": ("quantity", "group: the score of two matches together, by the second of them"),
    "first-leg": ("quantity", "group: the first of two matches, by the second of them"),
    "record-wins": ("quantity", "group: the wins of a side's record"),
    "record-draws": ("quantity", "group: its draws"),
    "record-losses": ("quantity", "group: its defeats"),
    "record-games": ("quantity", "group: the games it is the record of"),
    "record-points": ("quantity", "group: the points of that record"),
    "linesum": ("quantity", "what the periods of a line score add up to"),
    "timegap": ("quantity", "what two times of a race are apart, in hundredths of a second"),
    "timestep": ("quantity", "how exactly they are told, in hundredths of a second"),
    "metres": ("quantity", "the distance of a race"),
    "seconds": ("quantity", "the time it took"),
    "pace": ("quantity", "the seconds told for each kilometre"),
    "bytotals": ("quantity", "the margin of runs or wickets that two totals of cricket give"),
    "outcome": ("text", "won, led or drew, of the side named first"),
    "first": ("quantity", "the first number of a score"),
    "second": ("quantity", "the second number of a score"),
    "more": ("quantity", "the larger number of a score"),
    "fewer": ("quantity", "the smaller number of a score"),
    "sumfirst": ("quantity", "what the first numbers of a score's periods add up to"),
    "sumsecond": ("quantity", "what the second numbers of a score's periods add up to"),
    "wonfirst": ("quantity", "how many periods the side with the first number won"),
    "wonsecond": ("quantity", "how many periods the other side won"),
    "setsfirst": ("quantity", "how many sets the side with the first number won"),
    "setssecond": ("quantity", "how many sets the other side won"),
    "oddsets": ("quantity", "how many sets ended as no set does"),
    "numerator": ("quantity", "the count that a percentage is given for"),
    "denominator": ("quantity", "the count that it is out of"),
    "deal": ("text", "bought or sold"),
    "recordwords": ("text", "the words that tell how far back a record goes"),
    "copy": ("text", "group: the sentence around a figure, with its other figures"),
    "copy-when": ("text", "group: the sentence without its times, with its figures, on the first of them"),
    "times": ("text", "the times of that sentence, as in “2025-Q3 and XXXX-10”"),
    "timewords": ("text", "those times in its own words"),
    "copy-way": ("text", "group: the sentence without its words of direction, with its figures"),
    "copy-alone": ("text", "group: the sentence around the only figure it has"),
    "speech": ("text", "“yes” where a company speaks of itself, at length: an earnings call"),
    "results": ("text", "whose results of which period the article tells"),
    "role": ("text", "a person's office"),
    "organisation": ("text", "where a person holds the office"),
}

# Dimensions of a scope: name → meaning.
SCOPES = {
    "of": "what a share is a share of, as a metric",
    "group": "which group: of a study (on the drug, of the placebo), or additional (what came on top)",
    "against": "in which currency an exchange rate is told",
    "target": "the company a stake is held in",
    "purpose": "what the money is for",
    "segment": "a part of the business or of the thing measured",
    "place": "a country, region or city",
    "market": "a market",
    "product": "a product",
    "per": "what a rate is per: year, share, capita",
    "accounting": "adjusted, gaap, organic, constant-currency, …",
    "stores": "same: of the stores or houses that were there a year before",
    "share-count": "diluted or basic",
    "split": "shares counted after a split or before it",
    "operations": "continuing or discontinued",
    "tax": "before or after tax",
    "price-basis": "real or nominal",
    "adjustment": "seasonally adjusted or not",
    "attributable": "to whom a profit belongs",
}

# What an aspect can say, where that is a closed list.
CHOICES = {
    "measure": MEASURES,
    "modality": MODALITIES,
    "outlook": ("ahead", *(mood for mood in MODALITIES if mood not in ("forecast", "target", "planned"))),
    "direction": ("up", "down", "flat"),
    "prior": ("yes", "no"),
    "hedge": ("hedged", "plain"),
    "anchor": ("open", "fixed"),
    "section": SECTIONS,
    "marks": tuple(MARKS),
}

# Dimensions that go with a measure; a measure that is not here goes with any.
MEASURE_DIMENSIONS = {
    "share": ("percent", "fraction", "percentage point", "number", "multiple", "ratio"),
    "rank": ("rank", "count", "number"),
    "duration": ("time", "months", "age"),
}
