"""What a round refers to may not be taken away by an undo, a redo or a delete."""

from collections.abc import Mapping

from motworkshop.errors import RefusedError
from motworkshop.model.change import Change
from motworkshop.model.records import Ballot, Id, Note, Participant, Record, Round, Stage, Turnout
from motworkshop.model.workshop import Workshop


class HeldByRoundError(RefusedError):
    """A record cannot go because a round refers to it; says which one."""


def refuse_loss(workshop: Workshop, change: Change) -> None:
    """Refuse a change that removes a note, stage or participant that a round refers to.

    Raises:
        HeldByRoundError: names the record and the round.
    """
    if not workshop.of(Round):
        return
    for old, new in change:
        if old is None or new is not None:
            continue
        holder = round_that_holds(workshop, old)
        if holder is not None:
            raise HeldByRoundError(
                f"{_called(old)} has a part in the round “{holder.title}”. "
                "Keep it, or discard that round first."
            )


def round_that_holds(workshop: Workshop, record: Record) -> Round | None:
    """The first round that refers to a note (on its ballot), a stage (of such a note) or a
    participant (who handed over), or None."""
    if not isinstance(record, (Note, Stage, Participant)):
        return None
    return workshop.remember(_holders).get(record.id)


def _holders(workshop: Workshop) -> Mapping[Id, Round]:
    """The first round that refers to each id. Gathered once: an undo may remove thousands."""
    holders: dict[Id, Round] = {}
    voters: list[Turnout | Ballot] = [
        *workshop.of(Turnout).values(),
        *workshop.of(Ballot).values(),
    ]
    for vote in workshop.ordered(Round):
        for note_id in vote.notes:
            holders.setdefault(note_id, vote)
            note = workshop.notes.get(note_id)
            if note is not None and note.stage is not None:
                holders.setdefault(note.stage, vote)
        for seen in voters:
            if seen.round == vote.id:
                holders.setdefault(seen.voter, vote)
    return holders


def _called(record: Record) -> str:
    if isinstance(record, Note):
        return f"Note {record.number}"
    kind = "Stage" if isinstance(record, Stage) else "Participant"
    return f"{kind} “{getattr(record, 'name', '')}”"
