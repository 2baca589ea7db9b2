"""What the figures of a round mean, in plain sentences."""

from collections.abc import Sequence

from motworkshop.model.agreement import kendall_w, vote_overlap
from motworkshop.model.movement import Move
from motworkshop.model.records import Note, Round
from motworkshop.model.tally import DecidedBy, Standing, Tally, TallyLine, is_counted
from motworkshop.model.voting import counted
from motworkshop.model.workshop import Workshop
from motworkshop.panels.vote.words import in_words, listed

COUNTED = (
    "The dots were counted by hand. How many people stand behind them, and how far they agree, "
    "is unknown."
)


def tie_sentence(tally: Tally) -> str:
    """ "3 notes are tied for 1 place."; "" where there is no open tie."""
    if not tally.tied:
        return ""
    return f"{counted(len(tally.tied), 'note')} are tied for {counted(tally.places_left, 'place')}."


def run_off_words(tied: int) -> str:
    """What the button says: “Run-off among these three”."""
    return f"Run-off among these {in_words(tied)}"


def figures_of(workshop: Workshop, vote: Round) -> list[str]:
    """What overlap and Kendall's W say about this round, a sentence each."""
    if is_counted(workshop, vote):
        return [COUNTED]
    told = []
    overlap = vote_overlap(workshop, vote)
    if overlap is not None:
        told.append(
            f"Overlap {overlap:.2f}: take any two people – of the notes that either of them "
            f"chose, {overlap * 100:.0f} % were chosen by both."
        )
    agreement = kendall_w(workshop, vote)
    if agreement is not None:
        words = "little" if agreement < 0.3 else "some" if agreement < 0.6 else "strong"
        told.append(
            f"Kendall's W {agreement:.2f}, where 0 is none and 1 is full agreement on the "
            f"ranking: there is {words} agreement."
        )
    return told or ["With fewer than two voters there is no agreement to measure."]


def round_sentence(workshop: Workshop, tally: Tally) -> str:
    """How many voted, with how many dots."""
    voted = "" if tally.turnout is None else f"{people_words(tally.turnout)} voted, "
    kind = "secret" if tally.round.is_secret else "open"
    by_hand = ", counted by hand" if is_counted(workshop, tally.round) else ""
    return f"{voted}{counted(tally.dots, 'dot')} on {counted(len(tally.lines), 'note')}, {kind}{by_hand}"


def standing_word(line: TallyLine) -> str:
    """The word beside a note whose place is not plain from the cut."""
    if line.standing is Standing.TIED:
        return "tied"
    if line.decided is None:
        return ""
    how = "run-off" if line.decided is DecidedBy.RUN_OFF else "decided"
    return f"{line.standing.value}: {how}"


def move_words(move: Move) -> str:
    """How a note moved between two rounds."""
    if move.after is None:
        return "not voted on now"
    if move.before is None:
        return "new"
    if not move.after.dots:
        return f"no dot now (was {move.before.rank})"
    if not move.before.dots:
        return f"no dot before, now {move.after.rank}"
    ranks = move.ranks or 0
    if not ranks:
        return f"same ({move.after.rank})"
    way = "up" if ranks > 0 else "down"
    return f"{way} {abs(ranks)} ({move.before.rank} to {move.after.rank})"


def numbers_of(notes: Sequence[Note]) -> str:
    """ "10, 17 and 24"."""
    return listed([str(note.number) for note in notes])


def people_words(number: int) -> str:
    """ "1 person", "5 people"."""
    return "1 person" if number == 1 else f"{number:,} people"
