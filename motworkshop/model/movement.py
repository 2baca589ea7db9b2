"""What moved between two rounds: the rank of each note before and after."""

from motworkshop.model.records import Id, Round
from motworkshop.model.tally import TallyLine, tally_of
from motworkshop.model.workshop import Workshop
from motworkshop.values import dataclass


@dataclass(frozen=True, slots=True)
class Move:
    """One note in two rounds; a line is None where the note was not on that ballot."""

    note: Id
    before: TallyLine | None
    after: TallyLine | None

    @property
    def ranks(self) -> int | None:
        """How many ranks it rose (fell, if below zero); None where it has no rank in one round.

        A note without a dot has no rank: it shares the last one with all others that got nothing.
        """
        if not (self.before and self.after and self.before.dots and self.after.dots):
            return None
        return self.before.rank - self.after.rank


def moves_between(workshop: Workshop, before: Round, after: Round) -> list[Move]:
    """The notes that got a dot in either round, by their place in the later one.

    Raises:
        HiddenRoundError: one of the rounds is secret and still open.
    """
    earlier = {line.note: line for line in tally_of(workshop, before).lines}
    later = {line.note: line for line in tally_of(workshop, after).lines}
    notes = [*later, *(note for note in earlier if note not in later)]
    moves = [Move(note, earlier.get(note), later.get(note)) for note in notes]
    return [move for move in moves if any(line and line.dots for line in (move.before, move.after))]
