"""The program: a command or an option runs the command line, anything else opens the window."""

import sys
from collections.abc import Sequence
from pathlib import Path


def main() -> None:
    """Start the program with the arguments of this process."""
    if getattr(sys, "frozen", False):
        from multiprocessing import freeze_support

        freeze_support()
    arguments = sys.argv[1:]
    if opens_window(arguments):
        from motworkshop.app.start import start

        sys.exit(start(arguments))
    from motworkshop.cli.run import run

    sys.exit(run(arguments))


def opens_window(arguments: Sequence[str]) -> bool:
    """Whether the arguments ask for the window: none, or files."""
    if not arguments:
        return True
    first = Path(arguments[0])
    if arguments[0].startswith("-") or not first.exists():
        return False
    return first.suffix == ".motw" or not _is_command(arguments[0])


def _is_command(word: str) -> bool:
    """Whether it is a command, even where a file of that name lies about."""
    from motworkshop.cli.commands import COMMANDS  # costs more than a window that needs none

    return word in COMMANDS


if __name__ == "__main__":
    main()
