"""What rules may ask beside the claims: exchange rates by day, and what the registry says of an entity."""

from __future__ import annotations

from factcheck.hints import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

    from factcheck.normalise.currencies import Rates
    from factcheck.normalise.entities import Registry


class Desk:
    """Rates of one file (None: the shipped one) and a registry with a newsroom's layers.

    Every check has one and most ask it nothing, so nothing is imported or loaded before that.
    """

    __slots__ = ("_file", "_rates", "layers")

    def __init__(self, layers: tuple[Path, ...] = (), rates: Path | None = None) -> None:
        self.layers = layers
        self._file = rates
        self._rates: Rates | None = None

    @property
    def rates(self) -> Rates:
        from factcheck.normalise.currencies import Rates

        if self._rates is None:
            self._rates = Rates(self._file)
        return self._rates

    @property
    def registry(self) -> Registry:
        from factcheck.normalise.entities import load_registry

        return load_registry(self.layers)

    def currency_of(self, entity: str) -> str | None:
        """The ISO code of the currency an entity reports in; None where the registry does not say."""
        return self.registry.info(entity).currency if self.registry.known(entity) else None
