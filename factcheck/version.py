"""The version, on the lowest floor, where everyone may ask for it."""

__version__ = "0.1.0"
