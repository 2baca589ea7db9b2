"""Which picture the room sees: chosen from the workshop and from what is to be shown of it."""

from collections.abc import Callable
from typing import Protocol

from motworkshop.model.agreement import proposals_by_person
from motworkshop.model.moments import moments_of
from motworkshop.model.records import Id, Note, PhaseKind, Round, RoundStatus, Stage
from motworkshop.model.rounds import deciding_round
from motworkshop.model.turnout import open_rounds
from motworkshop.model.voting import counted, is_hidden
from motworkshop.model.workshop import Workshop
from motworkshop.panels.phases.guide import GUIDES
from motworkshop.panels.projector.align_page import AlignPage
from motworkshop.panels.projector.board_page import BoardPage, BoardPicture
from motworkshop.panels.projector.frame_page import FramePage
from motworkshop.panels.projector.heat_page import HeatPage
from motworkshop.panels.projector.moment_page import MomentPage
from motworkshop.panels.projector.note_card import note_card
from motworkshop.panels.projector.reveal_page import RevealPage
from motworkshop.panels.projector.statement import Progress, Statement
from motworkshop.panels.projector.top_list import TopList, accountable_words
from motworkshop.panels.projector.wall import Wall
from motworkshop.panels.projector.words import (
    OPEN,
    SECRET,
    terms_words,
    turnout,
    turnout_words,
)
from motworkshop.panels.reveal.bars import bars_of
from motworkshop.panels.reveal.words import numbers_of
from motworkshop.panels.vote.words import QUESTION
from motworkshop.values import dataclass


class Picture(Protocol):
    """Something to be painted; `has_clock` if it shows the clock itself."""

    @property
    def has_clock(self) -> bool:
        """Whether the head need not show it."""
        ...

    def paint(self, wall: Wall) -> None:
        """Paint everything but the head."""
        ...


@dataclass(frozen=True, slots=True)
class Staging:
    """What is to be shown: the phase, what is hidden, and what is spoken of."""

    kind: PhaseKind
    is_curtained: bool = False
    are_proposals_shown: bool = False
    prompt: str = ""
    spotlight: Id | None = None
    selected: tuple[Id, ...] = ()
    round: Id | None = None

    @property
    def notes(self) -> tuple[Id, ...]:
        """The notes that are spoken of."""
        return (self.spotlight,) if self.spotlight else self.selected


def picture_of(workshop: Workshop, staging: Staging, board: BoardPicture) -> Picture:
    """The picture of a phase."""
    choices: dict[PhaseKind, Callable[[], Picture]] = {
        PhaseKind.FRAME: lambda: FramePage.of(workshop),
        PhaseKind.ALIGN: lambda: _align(workshop, staging, board),
        PhaseKind.BRAINSTORM: lambda: _brainstorm(workshop, staging),
        PhaseKind.CLUSTER: lambda: _board(workshop, staging, board),
        PhaseKind.CATEGORISE: lambda: _categorise(workshop, staging, board),
        PhaseKind.VOTE: lambda: _vote(workshop),
        PhaseKind.REVEAL: lambda: _reveal(workshop, staging),
        PhaseKind.OWN: lambda: _own(workshop, staging),
        PhaseKind.REPORT: lambda: _report(workshop),
    }
    return choices[staging.kind]()


def revealed_round(workshop: Workshop, staging: Staging) -> Round | None:
    """The round whose result is shown now, if there is one; never one that is hidden."""
    if staging.kind is not PhaseKind.REVEAL or open_rounds(workshop):
        return None
    chosen = workshop.of(Round).get(staging.round or "")
    vote = chosen if chosen is not None else deciding_round(workshop)
    return None if vote is None or vote.status is RoundStatus.OPEN or is_hidden(vote) else vote


def _align(workshop: Workshop, staging: Staging, board: BoardPicture) -> Picture:
    if staging.spotlight in workshop.of(Stage) and not staging.is_curtained:
        return BoardPage(board, workshop, GUIDES[staging.kind].now, stage=staging.spotlight)
    if staging.are_proposals_shown and not staging.is_curtained:
        return AlignPage.of(workshop)
    number = len(proposals_by_person(workshop))
    people = "1 person has" if number == 1 else f"{number} people have"
    figure = f"{people} written down theirs" if number else ""
    return Statement(
        "Write down the stages alone", ("Then we compare, and agree on one list.",), figure
    )


def _brainstorm(workshop: Workshop, staging: Staging) -> Picture:
    notes = len(workshop.notes)
    figure = f"{counted(notes, 'note')} so far" if notes else ""
    prompt = staging.prompt.strip()
    if staging.is_curtained:
        line = "One touchpoint on each note. Nobody talks."
        return Statement("Write in silence", (line,), figure, prompt=prompt)
    newest = max(workshop.of(Note).values(), key=lambda note: note.number, default=None)
    spoken = staging.spotlight if staging.spotlight in workshop.notes else None
    card = note_card(workshop, spoken or (newest.id if newest else ""))
    return Statement("Go round, one note each", (), figure, note=card, prompt=prompt)


def _board(workshop: Workshop, staging: Staging, board: BoardPicture) -> Picture:
    if staging.is_curtained:
        return Statement(GUIDES[staging.kind].now)
    if staging.spotlight in workshop.of(Stage):
        return BoardPage(board, workshop, GUIDES[staging.kind].now, stage=staging.spotlight)
    return BoardPage(
        board,
        workshop,
        GUIDES[staging.kind].now,
        tuple(note for note in staging.notes if note in workshop.notes),
    )


def _categorise(workshop: Workshop, staging: Staging, board: BoardPicture) -> Picture:
    table = HeatPage.of(workshop)
    if staging.is_curtained or staging.notes or table.is_empty:
        return _board(workshop, staging, board)
    return table


def _vote(workshop: Workshop) -> Picture:
    rounds = workshop.ordered(Round)
    taking = open_rounds(workshop)
    if taking:
        return _open_round(workshop, taking[-1])
    if not rounds:
        guide = GUIDES[PhaseKind.VOTE]
        return Statement(QUESTION, (guide.now, SECRET))
    last = rounds[-1]
    done, expected = turnout(workshop, last)
    said = Progress(done, expected, turnout_words(done, expected))
    return Statement(_question(last), ("The vote is closed.",), progress=said, has_clock=False)


def _open_round(workshop: Workshop, vote: Round) -> Statement:
    done, expected = turnout(workshop, vote)
    lines = [SECRET if vote.is_secret else OPEN, f"{terms_words(vote)}."]
    if vote.run_off_of is not None:
        on_ballot = [workshop.notes[note] for note in vote.notes if note in workshop.notes]
        lines.insert(0, f"Run-off between {numbers_of(on_ballot)}.")
    progress = Progress(done, expected, turnout_words(done, expected))
    return Statement(_question(vote), lines, progress=progress)


def _question(vote: Round) -> str:
    return vote.question.strip() or vote.title


def _reveal(workshop: Workshop, staging: Staging) -> Picture:
    taking = open_rounds(workshop)
    if taking:
        return _open_round(workshop, taking[-1])
    vote = revealed_round(workshop, staging)
    if vote is None:
        return Statement("No vote has been closed yet", ("There is nothing to reveal.",))
    return RevealPage.of(workshop, bars_of(workshop, vote))


def _own(workshop: Workshop, staging: Staging) -> Picture:
    moments = moments_of(workshop)
    spoken = staging.notes[0] if len(staging.notes) == 1 else None
    for moment in moments:
        if moment.note.id == spoken:
            page = MomentPage.of(workshop, moment)
            if page is not None:
                return page
    if not moments:
        return Statement("Who answers for each moment?", ("A vote finds the moments of truth.",))
    return TopList.of(workshop, "Who answers for each moment?", accountable_words(moments), moments)


def _report(workshop: Workshop) -> Picture:
    moments = moments_of(workshop)
    about = workshop.about
    if not moments:
        return Statement(about.title, (about.journey,), has_clock=False)
    line = " · ".join(part for part in (about.title, about.journey) if part.strip())
    return TopList.of(workshop, "Our moments of truth", line, moments)
