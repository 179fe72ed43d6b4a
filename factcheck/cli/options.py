"""Plain command lines read without argparse, which costs a fifth of a whole check; all others are argparse's.

A command declares its options once, in the words of ``ArgumentParser``. A line of known long options, each with the
values it wants, is understood here; anything else (abbreviations, ``--x=y``, ``--help``, every mistake) goes to the
real parser, made from the same declarations. Tests hold the two to the same answers.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from factcheck.hints import TYPE_CHECKING, Any, NoReturn

if TYPE_CHECKING:
    from argparse import ArgumentParser

_KNOWN = frozenset(["action", "choices", "default", "dest", "help", "metavar", "nargs", "type"])


class Values:
    """What a command line says, an attribute for each option."""

    def __init__(self, **values: Any) -> None:
        self.__dict__.update(values)

    def __getattr__(self, name: str) -> Any:  # for type checkers: the names are the command's own
        raise AttributeError(name)


class _Option:
    """One declaration. ``takes``: how many values ("0", "1", "+"); ``group``: options that exclude one another."""

    __slots__ = ("choices", "default", "dest", "extends", "group", "kind", "takes", "value")

    def __init__(self, name: str, group: int, **how: Any) -> None:
        if not how.keys() <= _KNOWN:
            raise TypeError(f"{name}: {sorted(how.keys() - _KNOWN)} is not known here")
        action = how.get("action", "store")
        self.dest: str = how.get("dest") or name.lstrip("-").replace("-", "_")
        self.takes = "0" if action in ("store_true", "store_false") else how.get("nargs", "1")
        self.value = action == "store_true"
        self.default: Any = how.get("default", action == "store_false" if self.takes == "0" else None)
        self.extends = action == "extend"
        self.choices: Sequence[str] | None = how.get("choices")
        self.kind: Callable[[str], Any] = how.get("type", str)
        self.group = group
        if self.takes not in ("0", "1", "+") or action not in (
            "store",
            "store_true",
            "store_false",
            "extend",
        ):
            raise TypeError(f"{name}: is not known here")


class Options:
    """The options of one command, declared by its ``add_arguments``."""

    def __init__(self, name: str, description: str, declare: Callable[[Options], None]) -> None:
        self._name, self._description, self._declare = name, description, declare
        self._flags: dict[str, _Option] = {}
        self._rest: _Option | None = None
        self._group = self._groups = 0
        declare(self)

    def add_argument(self, name: str, **how: Any) -> None:
        option = _Option(name, self._group, **how)
        if name.startswith("-"):
            self._flags[name] = option
        elif self._rest is None and option.takes == "+":
            self._rest = option
        else:
            raise TypeError(f"{name}: only one argument of many values is known here")

    def add_mutually_exclusive_group(self) -> Options:
        """An object for the options that exclude one another."""
        self._groups += 1
        group = object.__new__(Options)
        group.__dict__.update(self.__dict__)
        group._group = self._groups
        return group

    def read(self, argv: Sequence[str]) -> Values:
        """The values of a command line. A mistake ends the program as argparse ends it."""
        found = self.read_plain(argv)
        return Values(**vars(self._parser().parse_args(list(argv)))) if found is None else Values(**found)

    def error(self, message: str) -> NoReturn:
        """End the program: the options do not go together."""
        self._parser().error(message)

    def _parser(self) -> ArgumentParser:
        from argparse import ArgumentParser

        parser = ArgumentParser(prog=f"factcheck {self._name}", description=self._description)
        self._declare(parser)  # type: ignore[arg-type]
        return parser

    def read_plain(self, argv: Sequence[str]) -> dict[str, Any] | None:
        """The values of a plain command line; None for one that argparse has to read."""
        options = [*self._flags.values(), *([self._rest] if self._rest else [])]
        found: dict[str, Any] = {option.dest: option.default for option in options}
        chosen: dict[int, _Option] = {}
        given = False
        at = 0
        while at < len(argv):
            word = argv[at]
            if word.startswith("-") and word != "-":
                option = self._flags.get(word)
                at += 1
                if option is None or (option.group and chosen.setdefault(option.group, option) is not option):
                    return None
            else:
                option = self._rest
                if option is None or given:
                    return None
                given = True
            end = at
            while end < len(argv) and (argv[end] == "-" or not argv[end].startswith("-")):
                end += 1
            if option.takes != "+":
                end = min(end, at + int(option.takes))
            values = _converted(option, argv[at:end])
            if values is None:
                return None
            if option.takes == "0":
                found[option.dest] = option.value
            elif option.extends:
                found[option.dest] = [*(found[option.dest] or ()), *values]
            else:
                found[option.dest] = values if option.takes == "+" else values[0]
            at = end
        return found if given or self._rest is None else None


def _converted(option: _Option, words: Sequence[str]) -> list[Any] | None:
    """The words as the option's kind of value; None for too few, or one that it does not take."""
    if option.takes != "0" and not words:
        return None
    try:
        values = [option.kind(word) for word in words]
    except (ValueError, TypeError):
        return None
    return None if option.choices is not None and any(v not in option.choices for v in values) else values
