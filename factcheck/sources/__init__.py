"""Sources: files as newsrooms drop them → articles. One literal registry of formats."""

from __future__ import annotations

from os.path import splitext

from factcheck.article import Article
from factcheck.day import date
from factcheck.errors import InputError, UnreadableInput
from factcheck.hints import TYPE_CHECKING, cast
from factcheck.sources.decoding import MAX_BYTES, decode
from factcheck.sources.walk import walk_names, walk_paths

if TYPE_CHECKING:
    from pathlib import Path

__all__ = ["FORMATS", "MAX_BYTES", "load_bytes", "read_path", "read_text", "walk_names", "walk_paths"]

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


def read_path(path: str | Path, data: bytes | None = None, layers: tuple[Path, ...] = ()) -> Article:
    """The article in a file, or in ``data`` as if it lay at ``path``. ``layers`` are folders of further vocabulary.

    Raises UnreadableInput, with one InputError for each thing wrong, for a file that is missing, empty, binary,
    over MAX_BYTES, in no known encoding, or a claims sheet that breaks its format.
    """
    name = str(path)
    return read_text(decode(load_bytes(path) if data is None else data, name), name, layers=layers)


def load_bytes(path: str | Path) -> bytes:
    """What lies in a file, up to one byte more than it may have. Raises UnreadableInput."""
    try:
        with open(path, "rb") as file:
            return file.read(MAX_BYTES + 1)  # one more than allowed: enough to know it is too large
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or str(error)
        raise UnreadableInput(InputError(str(path), f"this file cannot be read: {reason}.")) from error


def read_text(
    text: str, path: str = "article.md", published: date | None = None, layers: tuple[Path, ...] = ()
) -> Article:
    """The article in ``text``, in the format of the path's suffix (plain text for one we do not know).

    ``published`` is used when the text does not say itself when it was published. Raises UnreadableInput for a
    claims sheet that breaks its format.
    """
    module, function = FORMATS.get(splitext(path)[1].lower(), _PLAIN)
    read = getattr(__import__(module, fromlist=[function]), function)
    if function == "read_sheet":
        article = cast("Article", read(text, path))
    else:
        from factcheck.sources.sections import finish_page

        article = finish_page(read(text), path, layers)
    if published is not None and article.published is None:
        from factcheck.records import replace

        article = replace(article, published=published)
    return article
