"""Sources: files as newsrooms drop them → articles. One literal registry of formats."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from importlib import import_module
from pathlib import Path
from typing import cast

from factcheck.article import Article
from factcheck.errors import InputError, UnreadableInput
from factcheck.sources.decoding import MAX_BYTES, decode
from factcheck.sources.walk import walk_paths

__all__ = ["FORMATS", "MAX_BYTES", "read_path", "read_text", "walk_paths"]

# Suffix → (module, function), imported when first needed: HTML and sheets bring libraries that prose does not need.
FORMATS = {
    ".md": ("factcheck.sources.markdown", "read_markdown"),
    ".markdown": ("factcheck.sources.markdown", "read_markdown"),
    ".txt": ("factcheck.sources.text", "read_plain_text"),
    ".text": ("factcheck.sources.text", "read_plain_text"),
    ".html": ("factcheck.sources.html", "read_html"),
    ".htm": ("factcheck.sources.html", "read_html"),
    ".yaml": ("factcheck.sources.sheet", "read_sheet"),
    ".yml": ("factcheck.sources.sheet", "read_sheet"),
}
_PLAIN = FORMATS[".txt"]


def read_path(path: str | Path, data: bytes | None = None) -> Article:
    """The article in a file, or in ``data`` as if it lay at ``path``.

    Raises UnreadableInput, with one InputError for each thing wrong, for a file that is missing, empty, binary,
    over MAX_BYTES, in no known encoding, or a claims sheet that breaks its format.
    """
    name = str(path)
    if data is None:
        try:
            with open(path, "rb") as file:
                data = file.read(MAX_BYTES + 1)  # one more than allowed: enough to know it is too large
        except (OSError, ValueError) as error:
            reason = getattr(error, "strerror", None) or str(error)
            raise UnreadableInput(InputError(name, f"this file cannot be read: {reason}.")) from error
    return read_text(decode(data, name), name)


def read_text(text: str, path: str = "article.md", published: date | None = None) -> Article:
    """The article in ``text``, in the format of the path's suffix (plain text for one we do not know).

    ``published`` is used when the text does not say itself when it was published. Raises UnreadableInput for a
    claims sheet that breaks its format.
    """
    module, function = FORMATS.get(Path(path).suffix.lower(), _PLAIN)
    read = getattr(import_module(module), function)
    if function == "read_sheet":
        article = cast("Callable[[str, str], Article]", read)(text, path)
    else:
        from factcheck.sources.sections import finish_page

        article = finish_page(read(text), path)
    if published is not None and article.published is None:
        from factcheck.records import replace

        article = replace(article, published=published)
    return article
