"""Where the command line begins and where every failure of the world ends as one sentence."""

import sys
from collections.abc import Sequence

import typer
from typer.exceptions import Abort, Exit, TyperException

from motworkshop.cli.commands import COMMANDS, app
from motworkshop.cli.exit_codes import ExitCode, exit_code_of
from motworkshop.errors import WorkshopError


def run(arguments: Sequence[str]) -> int:
    """Do what the arguments say; returns the exit code. A traceback only for faults of ours."""
    _speak_unicode()
    first = arguments[0] if arguments else "--help"
    if not first.startswith("-") and first not in COMMANDS:
        return _fail(
            f"“{first}” is neither a command nor an existing file. "
            f"The commands are {', '.join(COMMANDS)}.",
            ExitCode.WRONG_USE,
        )
    return _command(arguments)


def _command(arguments: Sequence[str]) -> int:
    command = typer.main.get_command(app)
    try:
        result = command.main(list(arguments), prog_name="motworkshop", standalone_mode=False)
    except WorkshopError as error:
        return _fail(str(error), exit_code_of(error))
    except Exit as end:
        return end.exit_code
    except Abort:
        return _fail("Stopped.", ExitCode.WRONG_USE)
    except TyperException as error:
        told = error.format_message() if isinstance(error, typer.BadParameter) else str(error)
        sentence = " ".join(told.split())
        return _fail(f"{sentence} See “motworkshop {_asked(arguments)}”.", ExitCode.WRONG_USE)
    except BrokenPipeError:
        sys.stderr.close()
        return ExitCode.NOT_WRITTEN
    return result if isinstance(result, int) else ExitCode.DONE


def _asked(arguments: Sequence[str]) -> str:
    return f"{arguments[0]} --help" if arguments[0] in COMMANDS else "--help"


def _fail(sentence: str, code: ExitCode) -> int:
    sys.stderr.write(sentence + "\n")
    return code


def _speak_unicode() -> None:
    """Write UTF-8 whatever the locale says: texts of a workshop are in any script."""
    for stream in (sys.stdin, sys.stdout, sys.stderr):
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure is not None:
            reconfigure(encoding="utf-8", errors="surrogateescape")
