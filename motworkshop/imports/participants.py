"""From rows to the roster."""

from collections.abc import Sequence
from dataclasses import replace

from motworkshop.imports.outcome import Intake, Kind
from motworkshop.imports.rows import Entry, RowError, each
from motworkshop.model.edits.people import add_participants
from motworkshop.model.limits import TITLE_LENGTH
from motworkshop.model.records import Participant
from motworkshop.model.voting import counted, person_key
from motworkshop.model.workshop import Workshop


def take_participants(entries: Sequence[Entry], workshop: Workshop) -> Intake:
    """New people for the roster, in the order of the file; no name stands twice."""
    roster = workshop.of(Participant).values()
    owners = {person_key(workshop, person.name): "on the roster" for person in roster}

    def read(entry: Entry) -> tuple[str, str]:
        name = " ".join(entry.needed("name", TITLE_LENGTH).split())
        department = entry.title("department")
        plain = person_key(workshop, name)
        if plain in owners:
            raise RowError(f"{name} is {owners[plain]} already; add a surname or an initial.")
        owners[plain] = f"in {entry.where}"
        return name, department

    taken, refused = each(entries, read)
    if not taken:
        return Intake(Kind.PARTICIPANTS, refused=tuple(refused))
    added = add_participants(workshop, (person for _, person in taken))
    edit = replace(added, label=f"Import {counted(len(taken), 'participant')}")
    made = {"participants": len(taken)}
    return Intake(Kind.PARTICIPANTS, (edit,), refused=tuple(refused), made=made)
