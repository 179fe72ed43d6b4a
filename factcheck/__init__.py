"""factcheck: finds the figures, dates, streaks and ranks that disagree, within one article and across many.

    import factcheck

    draft = factcheck.article("Profit rose 4% to $52 million.", path="draft.md")
    report = factcheck.check([draft], against=[factcheck.read("archive/june.md")])
    print(factcheck.render(report, "markdown"))

Everything public is in ``__all__`` and is imported when first asked for, so ``import factcheck`` costs nothing.
"""

from __future__ import annotations

import sys
from types import ModuleType

from factcheck.hints import TYPE_CHECKING, Any
from factcheck.version import __version__

if TYPE_CHECKING:
    from factcheck.article import Article
    from factcheck.claim import Claim
    from factcheck.errors import ConfigurationError, FactcheckError, InputError, UnreadableInput
    from factcheck.finding import Coverage, Evidence, Finding, Report
    from factcheck.mention import PeriodMention, QuantityMention
    from factcheck.pipeline import article, check, extract, periods, quantities, read, render

__all__ = [
    "Article",
    "Claim",
    "ConfigurationError",
    "Coverage",
    "Evidence",
    "FactcheckError",
    "Finding",
    "InputError",
    "PeriodMention",
    "QuantityMention",
    "Report",
    "UnreadableInput",
    "__version__",
    "article",
    "check",
    "extract",
    "periods",
    "quantities",
    "read",
    "render",
]

_HOME = {
    "Article": "factcheck.article",
    "Claim": "factcheck.claim",
    "ConfigurationError": "factcheck.errors",
    "Coverage": "factcheck.finding",
    "Evidence": "factcheck.finding",
    "FactcheckError": "factcheck.errors",
    "Finding": "factcheck.finding",
    "InputError": "factcheck.errors",
    "PeriodMention": "factcheck.mention",
    "QuantityMention": "factcheck.mention",
    "Report": "factcheck.finding",
    "UnreadableInput": "factcheck.errors",
    "article": "factcheck.pipeline",
    "check": "factcheck.pipeline",
    "extract": "factcheck.pipeline",
    "periods": "factcheck.pipeline",
    "quantities": "factcheck.pipeline",
    "read": "factcheck.pipeline",
    "render": "factcheck.pipeline",
}


class _Door(ModuleType):
    """The public functions ``article`` and ``extract`` share their names with modules of lower floors.

    Importing such a module sets it as an attribute of the package; the public name must win.
    """

    def __setattr__(self, name: str, value: object) -> None:
        if not (name in _HOME and isinstance(value, ModuleType)):
            super().__setattr__(name, value)


def __getattr__(name: str) -> Any:
    home = _HOME.get(name)
    if home is None:
        raise AttributeError(f"module 'factcheck' has no attribute {name!r}")
    value = getattr(__import__(home, fromlist=[name]), name)  # importlib would cost more than the module
    globals()[name] = value
    return value


def __dir__() -> list[str]:
    return sorted(__all__)


sys.modules[__name__].__class__ = _Door
