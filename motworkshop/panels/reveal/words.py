"""What the figures of a round mean, in plain sentences."""

from collections.abc import Sequence

from motworkshop.model.agreement import kendall_w, vote_overlap
from motworkshop.model.contested import contested_notes
from motworkshop.model.counting import counting
from motworkshop.model.moments import cards_by_note
from motworkshop.model.movement import Move
from motworkshop.model.records import Id, MomentOfTruth, Note, Round, RoundStatus
from motworkshop.model.tally import (
    DecidedBy,
    Standing,
    Tally,
    TallyLine,
    is_counted,
    run_offs_of,
    tally_of,
)
from motworkshop.model.voting import counted
from motworkshop.model.workshop import Workshop
from motworkshop.panels.vote.words import ballot_words, in_words, listed

COUNTED = (
    "The dots were counted by hand. How many people stand behind them, and how far they agree, "
    "is unknown."
)

FEW = 0.35
"""Below this overlap “1 note in 4” is plainer than “so many in 10”."""
ORDER = ((0.6, "Strong"), (0.4, "Fair"), (0.2, "Some"))
"""From which value of Kendall's W on agreement is called so."""
MOST_TOLD = 5
"""So many results of a run-off are told one by one."""
_SETTLED_BY = {
    DecidedBy.RUN_OFF: "The run-off chose",
    DecidedBy.DECISION: "The group decided for",
}


def tie_sentence(tally: Tally) -> str:
    """ "3 notes are tied for 1 place."; "" where there is no open tie."""
    if not tally.tied:
        return ""
    return f"{counted(len(tally.tied), 'note')} are tied for {counted(tally.places_left, 'place')}."


def run_off_words(tied: int) -> str:
    """What the button says: “Run-off among these three”."""
    return f"Run-off among these {in_words(tied)}"


def figures_of(workshop: Workshop, vote: Round) -> list[str]:
    """How far people agree about what matters and about the order, a sentence each."""
    if is_counted(workshop, vote):
        return [COUNTED]
    told = []
    overlap = vote_overlap(workshop, vote)
    if overlap is not None:
        told.append(f"Two people agree on {overlap_words(overlap)}.")
    agreement = kendall_w(workshop, vote)
    if agreement is not None:
        told.append(f"{order_words(agreement)} agreement on the order.")
    return told or ["With fewer than two voters there is no agreement to measure."]


def measures_of(workshop: Workshop, vote: Round) -> str:
    """The figures behind the sentences, for those who know them; "" where there are none."""
    measures = (
        ("Vote overlap", vote_overlap(workshop, vote)),
        ("Kendall's W", kendall_w(workshop, vote)),
    )
    return " · ".join(f"{name} {value:.2f}" for name, value in measures if value is not None)


def overlap_words(overlap: float) -> str:
    """Of the notes that either of two people chose, how many both chose: “about 1 note in 9”."""
    if overlap <= 0:
        return "no note"
    if overlap >= 1:
        return "every note"
    if overlap < FEW:
        return f"about 1 note in {1 / overlap:,.0f}"
    return f"about {min(9, round(overlap * 10))} notes in 10"


def order_words(agreement: float) -> str:
    """Kendall's W as a word to begin a sentence with."""
    return next((word for least, word in ORDER if agreement >= least), "Little")


def round_sentence(workshop: Workshop, tally: Tally) -> str:
    """How many voted, with how many dots."""
    voted = "" if tally.turnout is None else f"{people_words(tally.turnout)} voted"
    kind = "in secret" if tally.round.is_secret else "openly"
    by_hand = ", counted by hand" if is_counted(workshop, tally.round) else ""
    head = f"{voted} {kind}" if voted else kind.capitalize()
    dots = f"{counted(tally.dots, 'dot')} on {ballot_words(workshop, tally.round)}"
    return f"{head}{by_hand}: {dots}"


def tie_words(workshop: Workshop, tally: Tally) -> str:
    """What was tied at the cut and how it was settled, without reasons; "" without a tie.

    “Tied for place 10. The run-off chose 34.”
    """
    settled = settled_lines(tally)
    if not tally.tied and not settled:
        return ""
    if tally.round.run_off_of is not None:
        return "Still tied after this run-off."
    told = [f"Tied for {places_words(tally)}."]
    for how in DecidedBy:
        lines = [line for line in settled if line.decided is how]
        chosen = [line for line in lines if line.standing is Standing.IN]
        if lines:
            notes = [workshop.notes[line.note] for line in chosen]
            found = numbers_of(sorted(notes, key=lambda note: note.number))
            told.append(f"{_SETTLED_BY[how]} {found or 'none of them'}.")
    return " ".join(told)


def run_off_words_of(workshop: Workshop, vote: Round) -> list[str]:
    """What the closed run-offs of a round gave: “Run-off: 6 dots for 34, 4 for 5 and 3 for 53.”"""
    closed = (one for one in run_offs_of(workshop, vote) if one.status is RoundStatus.CLOSED)
    return [f"{one.title}: {_shares_words(workshop, tally_of(workshop, one))}." for one in closed]


def _shares_words(workshop: Workshop, tally: Tally) -> str:
    lines = sorted(tally.lines, key=lambda line: (-line.dots, workshop.notes[line.note].number))
    told = [f"{line.dots:,} for {workshop.notes[line.note].number}" for line in lines[:MOST_TOLD]]
    noun = "dot" if lines and lines[0].dots == 1 else "dots"
    told[:1] = [one.replace(" for", f" {noun} for", 1) for one in told[:1]]
    more = len(lines) - len(told)
    return listed([*told, f"{counted(more, 'note')} with fewer"] if more else told)


def reason_words(workshop: Workshop, vote: Round) -> list[str]:
    """Why the group decided a tie of this round as it did, each reason once."""
    reasons = dict.fromkeys(card.reason for card in decisions_in(workshop, vote) if card.reason)
    return [f"Because: {reason}" for reason in reasons]


def decisions_in(workshop: Workshop, vote: Round) -> list[MomentOfTruth]:
    """The notes about which the group decided in this round."""
    cards = workshop.remember(cards_by_note).values()
    return [card for card in cards if card.decided_in == vote.id and card.decision is not None]


def settled_lines(tally: Tally) -> list[TallyLine]:
    """The notes that were tied at the cut until a run-off or a decision settled it."""
    return list(tally.settled)


@counting
def notes_in_question(workshop: Workshop, vote: Round) -> frozenset[Id]:
    """The notes that sides are far apart on, or that were or are tied at the cut."""
    tally = tally_of(workshop, vote)
    lines = (*tally.tied, *settled_lines(tally))
    voted_again = (note for later in run_offs_of(workshop, vote) for note in later.notes)
    named = (*contested_notes(workshop, vote), *(line.note for line in lines), *voted_again)
    return frozenset(named)


def places_words(tally: Tally) -> str:
    """The places that tied notes compete for: “place 10”, “places 2 and 3”, “places 2 to 5”."""
    first = min(line.rank for line in (*tally.tied, *settled_lines(tally)))
    if first >= tally.cut:
        return f"place {first}"
    return f"places {first} {'and' if first + 1 == tally.cut else 'to'} {tally.cut}"


def decided_sentence(tally: Tally) -> str:
    """ "10 moments of truth", once no tie is open; "" before, and for a run-off."""
    inside = len(tally.standing(Standing.IN))
    if tally.tied or tally.round.run_off_of is not None or not inside:
        return ""
    return "1 moment of truth" if inside == 1 else f"{inside} moments of truth"


def standing_word(line: TallyLine) -> str:
    """The word beside a note whose place is not plain from the cut."""
    if line.standing is Standing.TIED:
        return "tied"
    if line.decided is None:
        return ""
    how = "run-off" if line.decided is DecidedBy.RUN_OFF else "decision"
    return f"{line.standing.value} by {how}"


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
