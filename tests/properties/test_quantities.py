"""Known values written in many forms are read back; text around a mention does not change it; no input is slow."""

from __future__ import annotations

from collections.abc import Callable
from fractions import Fraction

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

import factcheck
from factcheck.extract.quantities import read_quantities
from factcheck.extract.quantity_words import load_lexicon
from factcheck.interval import Answer
from factcheck.mention import QuantityMention
from tests.linear import assert_linear

LEXICON = load_lexicon()
SMALL = {word: value for word, value in LEXICON.ones.items() if value and word not in ("nought", "naught")}
SYMBOLS = {
    "$": "US dollar",
    "US$": "US dollar",
    "€": "euro",
    "£": "pound sterling",
    "HK$": "Hong Kong dollar",
    "₹": "Indian rupee",
}
WORDS = {
    "euros": "euro",
    "yuan": "Chinese yuan",
    "yen": "Japanese yen",
    "Swiss francs": "Swiss franc",
    "dollars": "US dollar",
}
SCALES = {
    "": 1,
    " thousand": 10**3,
    " million": 10**6,
    " billion": 10**9,
    " trillion": 10**12,
    "bn": 10**9,
    "m": 10**6,
    "k": 1000,
}
UNITS = {
    "km": "kilometre", " kilometres": "kilometre", " miles": "mile", "kg": "kilogram", " tonnes": "tonne", "MW": "megawatt",
    " MWh": "megawatt hour", "%": "percent", " per cent": "percent", " percentage points": "percentage point",
    " basis points": "basis point", " hectares": "hectare", " litres": "litre", " barrels": "barrel", "GB": "gigabyte",
    "°C": "degree Celsius", " days": "day", " years": "year", "mm": "millimetre", " km/h": "kilometre per hour",
    " developers": "developer", " job cuts": "job cut", "x": "times",
}  # fmt: skip
LEADS = [
    "",
    "The figure was ",
    "Officials said it came to ",
    "It stood at ",
    "In all, ",
    "“It was ",
    "(",
    "Last week, they counted ",
]
TAILS = [
    "",
    ".",
    ", officials said.",
    " in the north.",
    "; nobody knew why.",
    ")",
    "”, she said.",
    " — and that was that.",
]

mantissas = st.tuples(st.integers(1, 999), st.integers(0, 2), st.integers(0, 99)).map(
    lambda t: str(t[0]) + (f".{t[2] % 10 ** t[1]:0{t[1]}d}" if t[1] else "")
)


def single(text: str) -> QuantityMention:
    mentions = read_quantities(text)
    assert len(mentions) == 1, (text, [m.surface for m in mentions])
    return mentions[0]


@settings(max_examples=100, deadline=None)
@given(
    mantissas,
    st.sampled_from(sorted(SYMBOLS)),
    st.sampled_from(sorted(SCALES)),
    st.sampled_from(LEADS),
    st.sampled_from(TAILS),
)
def test_money_before(mantissa: str, symbol: str, scale: str, lead: str, tail: str) -> None:
    mention = single(f"{lead}{symbol}{mantissa}{scale}{tail}")
    assert mention.value == Fraction(mantissa) * SCALES[scale]
    assert mention.unit == SYMBOLS[symbol]
    assert mention.surface == f"{symbol}{mantissa}{scale}"


@settings(max_examples=60, deadline=None)
@given(
    mantissas,
    st.sampled_from(sorted(WORDS)),
    st.sampled_from(["", " thousand", " million", " billion"]),
    st.sampled_from(LEADS),
)
def test_money_after(mantissa: str, word: str, scale: str, lead: str) -> None:
    mention = single(f"{lead}{mantissa}{scale} {word} that day.")
    assert (mention.value, mention.unit) == (Fraction(mantissa) * SCALES[scale], WORDS[word])


@settings(max_examples=100, deadline=None)
@given(mantissas, st.sampled_from(sorted(UNITS)), st.sampled_from(LEADS), st.sampled_from(TAILS))
def test_units(mantissa: str, unit: str, lead: str, tail: str) -> None:
    mention = single(f"{lead}{mantissa}{unit}{tail}")
    assert (mention.value, mention.unit) == (Fraction(mantissa), UNITS[unit])


@settings(max_examples=80, deadline=None)
@given(st.integers(1, 10**12), st.sampled_from([",", "\u202f", "\u00a0", "indian"]))
def test_grouping(number: int, style: str) -> None:
    if style == "indian":
        head, tail = str(number)[:-3], str(number)[-3:]
        groups = [head[max(0, end - 2) : end] for end in range(len(head), 0, -2)][::-1]
        written = ",".join([*groups, tail])
    else:
        written = f"{number:,}".replace(",", style)
    assert single(f"They counted {written} birds.").value == number


@settings(max_examples=80, deadline=None)
@given(st.integers(1, 999_999))
def test_number_words(number: int) -> None:
    assert single(f"They counted exactly {spell(number)} birds there.").value == number


def spell(number: int) -> str:
    names = {value: word for word, value in SMALL.items()}
    tens = {value: word for word, value in LEXICON.tens.items() if word != "fourty"}
    if number >= 1000:
        rest = number % 1000
        head = f"{spell(number // 1000)} thousand"
        return head + (f"{' and' if rest < 100 else ''} {spell(rest)}" if rest else "")
    if number >= 100:
        rest = number % 100
        return f"{names[number // 100]} hundred" + (f" and {spell(rest)}" if rest else "")
    if number < 20:
        return names[number]
    return tens[number - number % 10] + (f"-{names[number % 10]}" if number % 10 else "")


@settings(max_examples=80, deadline=None)
@given(
    st.integers(1, 400), st.integers(1, 400), st.sampled_from(["{}-{}{}", "{} to {}{}", "{}–{}{}", "between {} and {}{}"]),
    st.sampled_from(["%", " million", " tonnes", " percentage points", " billion euros"]),
)  # fmt: skip
def test_ranges(low: int, more: int, form: str, unit: str) -> None:
    mention = single(f"They foresee {form.format(low, low + more, unit)} in all.")
    scale = 10**6 if "million" in unit else 10**9 if "billion" in unit else 1
    assert mention.value == (low * scale, (low + more) * scale)


@settings(max_examples=60, deadline=None)
@given(
    mantissas,
    st.sampled_from(sorted(SYMBOLS)),
    st.text(alphabet="abc xyz,.;:()\n\u00a0“”’—é", max_size=60),
    st.text(alphabet="abc xyz,.;:()\n", max_size=60),
)
def test_text_around_does_not_change_the_value(mantissa: str, symbol: str, before: str, behind: str) -> None:
    mention = single(f"{before} {symbol}{mantissa} billion {behind}")
    assert (mention.value, mention.unit) == (Fraction(mantissa) * 10**9, SYMBOLS[symbol])


@settings(max_examples=100, deadline=None)
@given(st.text(alphabet="0123456789.,-–/%$€£xmk bnahundred()[]'’\n\u00a0½²", max_size=80))
@example("0€/0%")
def test_any_text_gives_sorted_disjoint_mentions(text: str) -> None:
    end = 0
    for mention in read_quantities(text):
        assert end <= mention.start < mention.end <= len(text)
        assert mention.surface == text[mention.start : mention.end]
        end = mention.end


FORMS = ["{}", "about {}", "nearly {}", "more than {}", "up to {}", "at least {}"]


@settings(max_examples=200, deadline=None)
@given(mantissas, mantissas, st.sampled_from(FORMS), st.sampled_from(["", " thousand", " million"]))
def test_a_written_hedge_never_creates_a_conflict(one: str, two: str, form: str, scale: str) -> None:
    plain, hedged, other = (
        single(words).quantity
        for words in (f"${one}{scale}", f"about ${one}{scale}", form.format(f"${two}{scale}"))
    )
    order = [Answer.AGREE, Answer.UNDECIDED, Answer.CONFLICT]
    assert order.index(hedged.agrees(other)) <= order.index(plain.agrees(other))


def _words_of(lexicon: object) -> list[str]:
    """Every word that decides how a number is read."""
    found: set[str] = set()
    for name in LEXICON.__slots__:
        known = getattr(lexicon, name)
        for group in known.values() if name == "near" else [known]:
            found.update(word for word in group if isinstance(word, str) and word)
    return sorted(found)


@settings(max_examples=400, deadline=None)
@given(
    st.lists(
        st.one_of(
            st.sampled_from(_words_of(LEXICON)),
            st.integers(0, 3000).map(str),
            st.sampled_from(
                ["1,204", "3.5", "-⅔", "10^5", "'24", "$", "%", "(", ")", "-", "–", ".", ",", "\n"]
            ),
        ),
        max_size=14,
    ),
    st.sampled_from([" ", "-", ""]),
)
def test_any_words_of_the_vocabulary_give_sound_mentions(words: list[str], between: str) -> None:
    text = between.join(words)
    end = 0
    for mention in factcheck.quantities(text):
        assert end <= mention.start < mention.end <= len(text)
        assert not mention.strict.is_empty
        assert not mention.loose.is_empty
        end = mention.end


def test_a_negative_part_has_bounds_on_both_sides() -> None:
    (mention,) = read_quantities("The result was -⅔ of it.")
    assert mention.strict.holds(Fraction(-2, 3))


# Each takes a number of pieces.
HOSTILE: dict[str, Callable[[int], str]] = {
    "digits": lambda n: "9" * 4 * n,
    "commas": lambda n: "1," * 2 * n,
    "dots": lambda n: "1.2." * n,
    "hyphens": lambda n: "-" * 2 * n + "5" + "-" * 2 * n,
    "chained": lambda n: "1-2-" * n,
    "spaced groups": lambda n: "1 " + "000 " * n,
    "brackets": lambda n: "(" * 2 * n + "5" + ")" * 2 * n,
    "one word": lambda n: "a" * 16 * n,
    "glued words": lambda n: "a-" * 2 * n + "5",
    "currency": lambda n: "$" * 4 * n,
    "number words": lambda n: "one hundred " * n,
    "hundreds": lambda n: "hundred " * n,
    "and": lambda n: "five and " * n,
    "hedges": lambda n: "about more than " * n + "5",
    "letters and digits": lambda n: "a1" * 2 * n,
    "slashes": lambda n: "1/2" * n,
    "cues": lambda n: "rose by " * n + "5%",
    "points": lambda n: "one point " * n,
    "per": lambda n: "5 per " * n,
    "plusses": lambda n: "1+" * 2 * n,
    "colons": lambda n: "1:" * 2 * n,
    "pounds": lambda n: "5 pounds " * n,
    "pesos of two countries": lambda n: "5 pesos in Mexico and Argentina, 4 Chilean pesos " * (n // 4),
    "crowns of places": lambda n: "5 crowns Prague Oslo " * (n // 2),
    "dollars of places": lambda n: "$5 Sydney Toronto " * (n // 2),
    "a measure of": lambda n: "a gallon of " * n,
    "and a half": lambda n: "a year and a half " * n,
    "spreads": lambda n: "5 ± " * n,
    "suspended hyphens": lambda n: "2- and " * n,
    "capitals": lambda n: "5 United States " * (n // 2),
    "lists": lambda n: "1, " * n + "2 million dollars",
}


@pytest.mark.parametrize("name", sorted(HOSTILE))
def test_hostile_text_takes_linear_time(name: str) -> None:
    assert_linear(read_quantities, HOSTILE[name])


def test_a_megabyte_without_a_space() -> None:
    assert read_quantities("a" * 1_000_000) == read_quantities("9" * 1_000_000) == []
