"""Article text inside Markdown: it shows as written and can neither mark up nor script the report."""

from __future__ import annotations

import re
from urllib.parse import quote

from factcheck.patterns import Lazy
from factcheck.reports.text import one_line

_SPECIAL = Lazy(r"([\\`*_{}\[\]<>#|~$])")
_STARTS = Lazy(r"^(\d+(?=[.)])|(?=[-+=]))([-+=.)])(?=\s|$)")  # a backslash escapes signs, not digits
_LINKS = Lazy(r"(?i)\b(https?|ftp|mailto)(:)|\b(www)(\.)")


def prose(text: str) -> str:
    """Text as Markdown that renders to the very same words, on one line."""
    plain = _SPECIAL.sub(r"\\\1", one_line(text)).replace("&", "&amp;")
    plain = _STARTS.sub(r"\1\\\2", plain)
    return _LINKS.sub(lambda m: f"{m[1] or m[3]}\\{m[2] or m[4]}" if m[4] else f"{m[1]}&#58;", plain)


def code(text: str) -> str:
    """Text as inline code. Bars are escaped for tables; backquotes lengthen the fence."""
    plain = one_line(text).replace("|", "\\|")
    longest = max((len(run) for run in re.findall(r"`+", plain)), default=0)
    fence = "`" * (longest + 1)
    pad = " " if plain.startswith("`") or plain.endswith("`") else ""
    return f"{fence}{pad}{plain}{pad}{fence}"


def address(path: str) -> str:
    """A path as a link target."""
    return quote(path.replace("\\", "/"), safe="/.-_~")
