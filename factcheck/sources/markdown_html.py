"""How HTML blocks start and end in Markdown (CommonMark 0.31, "HTML blocks", kinds 1 to 7)."""

from __future__ import annotations

import re

from factcheck.patterns import Lazy

_RAW = (
    (
        Lazy(r"<(?:script|pre|style|textarea)(?:[\s>]|$)", re.I),
        Lazy(r"</(?:script|pre|style|textarea)>", re.I),
    ),
    (Lazy(r"<!--"), Lazy(r"-->")),
    (Lazy(r"<\?"), Lazy(r"\?>")),
    (Lazy(r"<!\[CDATA\["), Lazy(r"\]\]>")),
    (Lazy(r"<![A-Za-z]"), Lazy(r">")),
)
_BLOCK_TAGS = frozenset(
    """address article aside base basefont blockquote body caption center col colgroup dd details dialog dir div dl dt
    fieldset figcaption figure footer form frame frameset h1 h2 h3 h4 h5 h6 head header hr html iframe legend li link
    main menu menuitem nav noframes ol optgroup option p param search section summary table tbody td tfoot th thead
    title tr track ul""".split()  # noqa: SIM905
)
_TAG = Lazy(r"</?([A-Za-z][A-Za-z0-9-]*)(?=[\s/>]|$)")
_ALONE = Lazy(
    r"(?:<[A-Za-z][A-Za-z0-9-]*(?:\s+[A-Za-z_:][\w.:-]*(?:\s*=\s*(?:[^\s\"'=<>`]+|'[^']*'|\"[^\"]*\"))?)*\s*/?>"
    r"|</[A-Za-z][A-Za-z0-9-]*\s*>)[ \t]*$"
)


def raw_closing(line: str) -> Lazy | None:
    """For a line that opens a script, comment or the like (kinds 1 to 5): the pattern that ends the block."""
    return next((closing for opening, closing in _RAW if opening.match(line)), None)


def starts_html(line: str, interrupts: bool) -> bool:
    """True for a line that opens a block of kind 6, or of kind 7, which cannot interrupt a paragraph."""
    match = _TAG.match(line)
    if match is not None and match[1].lower() in _BLOCK_TAGS:
        return True
    return not interrupts and _ALONE.match(line) is not None
