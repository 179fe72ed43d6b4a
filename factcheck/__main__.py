"""What a person runs. The one error boundary: every error ends here, with its exit code."""

from __future__ import annotations

import gc
import os
import sys
from collections.abc import Sequence

from factcheck.hints import NoReturn


def main(argv: Sequence[str] | None = None) -> int:
    """Run a command line; return 0, 1 (findings), 2 (usage, configuration, rules) or 3 (unreadable input)."""
    from factcheck.cli import run_command
    from factcheck.cli.exits import BROKEN_PIPE, INTERRUPTED, UNREADABLE, USAGE
    from factcheck.errors import ConfigurationError, UnreadableInput

    for stream in (sys.stdout, sys.stderr):
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure is not None:  # curly quotes reach a pipe on every system
            reconfigure(encoding="utf-8", errors="backslashreplace")
    try:
        code = run_command(list(sys.argv[1:] if argv is None else argv))
        sys.stdout.flush()
        return code
    except ConfigurationError as error:
        print(error, file=sys.stderr)  # opens with file:line:column where there is one
        return USAGE
    except UnreadableInput as error:
        print(error, file=sys.stderr)
        return UNREADABLE
    except KeyboardInterrupt:
        print("factcheck: interrupted", file=sys.stderr)
        return INTERRUPTED
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())  # nothing left to flush at exit
        return BROKEN_PIPE


def run() -> NoReturn:
    """The program: :func:`main` for the arguments of this process, and out without cleaning up.

    One short run makes no cycles worth collecting, and taking an interpreter apart costs as much as ten modules.
    """
    gc.set_threshold(100_000, 20, 20)
    from factcheck.bytecode import use_kept_bytecode

    bytecode = use_kept_bytecode()
    from factcheck.patterns import keep_patterns

    try:
        code = main()
    except SystemExit as leaving:  # argparse: --help, or a wrong option
        code = leaving.code if isinstance(leaving.code, int) else int(leaving.code is not None)
        sys.stdout.flush()
    keep_patterns()
    if bytecode is not None:
        bytecode.keep()
    sys.stderr.flush()
    os._exit(code)


if __name__ == "__main__":
    run()
