"""One line as it is typed while somebody reads a note out: “Book> The price jumps”."""

from dataclasses import dataclass

from motworkshop.model.agreement import plain_name
from motworkshop.model.records import Id, Stage
from motworkshop.model.workshop import Workshop


@dataclass(frozen=True, slots=True)
class QuickLine:
    """What a line says: the text of the note, and the stage it names (None if it names none)."""

    text: str
    stage: Id | None = None


def read_line(workshop: Workshop, line: str) -> QuickLine:
    """Take “Stage> text” apart; what stands before “>” is a stage's name, its beginning or number.

    A line whose first part is no stage, or fits several, is text as it stands.
    """
    before, sign, after = line.partition(">")
    stage = _stage_called(workshop, before) if sign else None
    if stage is None:
        return QuickLine(line.strip())
    return QuickLine(after.strip(), stage.id)


def _stage_called(workshop: Workshop, name: str) -> Stage | None:
    wanted = plain_name(name)
    stages = workshop.ordered(Stage)
    if not wanted:
        return None
    if wanted.isdecimal() and 1 <= int(wanted) <= len(stages):
        return stages[int(wanted) - 1]
    exact = [stage for stage in stages if plain_name(stage.name) == wanted]
    found = exact or [stage for stage in stages if plain_name(stage.name).startswith(wanted)]
    return found[0] if len(found) == 1 else None
