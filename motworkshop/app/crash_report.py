"""What may be told about a fault: where in the program, and never what people wrote.

A message of an exception can hold a note's text, a name or a path, so only messages that Python
itself writes about our code are kept; of the others only the type. Standard library only.
"""

import sys
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path
from traceback import FrameSummary, TracebackException
from types import TracebackType

from motworkshop import __version__
from motworkshop.values import dataclass

OURS = Path(__file__).parents[1]
OF_THE_LANGUAGE = (
    AttributeError,
    ImportError,
    IndexError,
    MemoryError,
    NameError,
    NotImplementedError,
    RecursionError,
    TypeError,
    ZeroDivisionError,
)
"""Their messages name things of our code: attributes, arguments, modules."""
LONGEST = 300
MOST_FRAMES = 60


@dataclass(frozen=True, slots=True)
class Fault:
    """Something that nobody expected. `place` is the same for the same fault at the same line."""

    place: str
    report: str


def fault_of(
    kind: type[BaseException],
    error: BaseException,
    trace: TracebackType | None,
    thread: str = "",
) -> Fault:
    """A fault, with its report."""
    told = TracebackException(kind, error, trace, compact=True)
    lines = list(_chain(told, error))
    last = told.stack[-1] if told.stack else None
    place = f"{_name(kind)} {_where(last)}" if last else _name(kind)
    when = datetime.now().astimezone().isoformat(timespec="seconds")
    head = [f"{when}{f', thread {thread}' if thread else ''}", *environment()]
    return Fault(place, "\n".join([*head, "", *lines]))


def environment() -> list[str]:
    """The program and what it runs on."""
    import platform  # too slow for the start, and not wanted there

    frozen = ", installed" if getattr(sys, "frozen", False) else ""
    lines = [f"motworkshop {__version__}{frozen}", f"Python {platform.python_version()}"]
    qt = sys.modules.get("PySide6.QtCore")
    if qt is not None:
        lines.append(f"Qt {qt.qVersion()}")
    return [*lines, f"{platform.system()} {platform.release()}, {platform.machine()}"]


def _chain(told: TracebackException, error: BaseException) -> Iterator[str]:
    """The lines of an exception after those of what led to it."""
    before, joined = told.__cause__, "That led directly to:"
    cause = error.__cause__
    if before is None and not told.__suppress_context__:
        before, joined, cause = told.__context__, "While that was dealt with:", error.__context__
    if before is not None and cause is not None:
        yield from _chain(before, cause)
        yield joined
    for frame in told.stack[-MOST_FRAMES:]:
        yield f"  {_where(frame)} in {frame.name}"
        if frame.line:
            yield f"    {frame.line.strip()}"
    yield f"{_name(type(error))}{_message(error)}"


def _message(error: BaseException) -> str:
    if isinstance(error, OSError):
        return f": [{error.errno}] {error.strerror}" if error.errno else ""
    if isinstance(error, OF_THE_LANGUAGE):
        return f": {str(error)[:LONGEST]}" if str(error) else ""
    return " (its message is left out, it may hold what people wrote)" if str(error) else ""


def _where(frame: FrameSummary) -> str:
    """A line of the program without the folders of this computer."""
    path = Path(frame.filename)
    if path.is_relative_to(OURS):
        return f"motworkshop/{path.relative_to(OURS).as_posix()}:{frame.lineno}"
    parts = (
        path.parts[path.parts.index("site-packages") + 1 :]
        if "site-packages" in path.parts
        else path.parts[-2:]
    )
    return f"{'/'.join(parts)}:{frame.lineno}"


def _name(kind: type[BaseException]) -> str:
    module = kind.__module__
    return kind.__qualname__ if module == "builtins" else f"{module}.{kind.__qualname__}"
