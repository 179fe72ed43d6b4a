"""One small emitter per format, all over the same findings. One literal registry."""

from __future__ import annotations

from factcheck.errors import ConfigurationError
from factcheck.finding import Report
from factcheck.hints import cast

# Opens every Markdown report, so that one left in a folder of articles is not checked as one of them.
MARK = "<!-- factcheck report -->"

# Format → module with render_<format>(report) -> str, imported when first asked for.
FORMATS = {
    "json": "factcheck.reports.json",
    "markdown": "factcheck.reports.markdown",
    "text": "factcheck.reports.text",
}


def render(report: Report, format: str) -> str:
    """The report in one format. The same report always gives the same bytes; the text ends with a newline."""
    home = FORMATS.get(format)
    if home is None:
        raise ConfigurationError(f"unknown format {format!r}: use one of {', '.join(FORMATS)}")
    name = f"render_{format}"
    return cast("str", getattr(__import__(home, fromlist=[name]), name)(report))
