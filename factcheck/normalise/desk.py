"""What rules may ask beside the claims: exchange rates by day, and what the registry says of an entity."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factcheck.normalise.currencies import Rates

if TYPE_CHECKING:
    from pathlib import Path

    from factcheck.normalise.entities import Registry


class Desk:
    """Rates of one file (None: the shipped one) and a registry with a newsroom's layers. Loads what is asked for."""

    __slots__ = ("layers", "rates")

    def __init__(self, layers: tuple[Path, ...] = (), rates: Path | None = None) -> None:
        self.layers = layers
        self.rates = Rates(rates)

    @property
    def registry(self) -> Registry:
        from factcheck.normalise.entities import load_registry

        return load_registry(self.layers)

    def currency_of(self, entity: str) -> str | None:
        """The ISO code of the currency an entity reports in; None where the registry does not say."""
        return self.registry.info(entity).currency if self.registry.known(entity) else None
