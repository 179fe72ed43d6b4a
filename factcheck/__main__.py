"""What a person runs. The one error boundary: every error ends here, with its exit code."""

from __future__ import annotations

import sys
from collections.abc import Sequence


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
        import os

        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())  # nothing left to flush at exit
        return BROKEN_PIPE


if __name__ == "__main__":
    sys.exit(main())
