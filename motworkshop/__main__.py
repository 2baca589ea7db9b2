"""The program: a command runs the command line, anything else opens the window."""

import sys

from motworkshop.cli.run import run


def main() -> None:
    """Start the program with the arguments of this process."""
    sys.exit(run(sys.argv[1:]))


if __name__ == "__main__":
    main()
