"""Names that finish what is being typed in the entry line."""

import re

from motworkshop.model.quick_line import folded, line_reader
from motworkshop.model.workshop import Workshop
from motworkshop.values import dataclass

MOST = 6
LEAST_LETTERS = 3
"""So many letters begin the name of a stage before it is offered: most lines begin with a text."""
_TAG = re.compile(r'(?<!\S)([#@])(?:"([^"]*)|(\S*))$')


@dataclass(frozen=True, slots=True)
class Completion:
    """A name, and the line and the place of the cursor once it is taken."""

    name: str
    line: str
    cursor: int


def completions(workshop: Workshop, line: str, cursor: int) -> list[Completion]:
    """What the word before the cursor may become; [] if it begins no name or is one already."""
    reader = workshop.remember(line_reader)
    before, after = line[:cursor], line[cursor:].lstrip(" ")
    tag = _TAG.search(before)
    if tag is not None:
        sign, begun = tag.group(1), tag.group(2) or tag.group(3) or ""
        names, head = reader.tags[sign].beginning(begun), before[: tag.start()]
        made = [_Made(name, f"{head}{sign}{_in_quotes(name)} ") for name in names]
    else:
        begun = before.strip().removeprefix(">").lstrip()
        is_asked = before.strip() == ">"
        if not is_asked and len(begun) < LEAST_LETTERS:
            return []
        names = [name for name in reader.stages.beginning(begun) if _begins(name, begun)]
        made = [_Made(name, f"{name}> ") for name in names]
    if len(made) == 1 and folded(made[0].name) == folded(begun) and tag is not None:
        return []
    return [Completion(one.name, one.head + after, len(one.head)) for one in made[:MOST]]


@dataclass(frozen=True, slots=True)
class _Made:
    name: str
    head: str


def _begins(name: str, begun: str) -> bool:
    return folded(name).startswith(folded(begun))


def _in_quotes(name: str) -> str:
    return f'"{name}"' if " " in name else name
