"""Pictures of what the room sees, in every phase where it shows something else."""

from collections.abc import Iterator

from PySide6.QtCore import QDeadlineTimer, QSize
from PySide6.QtWidgets import QApplication, QWidget

from motworkshop.app.desk import Desk
from motworkshop.app.presenting import Presenting
from motworkshop.model.records import Id, Participant, PhaseKind, Round, Stage
from motworkshop.model.rounds import Terms, close_round, hand_over, start_round, start_run_off
from motworkshop.model.workshop import Workshop
from motworkshop.panels.projector.view import ProjectorView

PROMPT = "It went wrong, and nobody said so"
QUESTION = "Which moments make or break the journey?"
TWO = (30, 29)
"""The strongest notes of the sample, by number."""
SOFTLY = 250
"""Milliseconds after which one picture has changed into the next."""
GROWING = 500
"""Milliseconds after which bars are half grown."""


def walls(desk: Desk, size: QSize) -> Iterator[tuple[str, QWidget]]:
    """The wall beside this desk, which has the sample; a vote goes on afterwards."""
    presenting = desk.parts.board.findChild(Presenting)
    if presenting is None:
        raise ValueError("nothing can be presented from this desk")
    view = presenting.projector.view
    presenting.projector.window.resize(size)
    presenting.projector.window.show()
    for scenes in (_before_the_vote(desk, view), _after_the_vote(desk, view), _voting(desk)):
        for name in scenes:
            wait(SOFTLY)
            yield f"wall-{name}", view
    presenting.projector.window.hide()


def wait(milliseconds: int = 400) -> None:
    """Let everything be laid out and painted."""
    end = QDeadlineTimer(milliseconds)
    while not end.hasExpired():
        QApplication.processEvents()


def _before_the_vote(desk: Desk, view: ProjectorView) -> Iterator[str]:
    parts = desk.parts
    workshop, go_to = parts.document.workshop, parts.clock.go_to
    go_to(PhaseKind.FRAME)
    yield "1-frame"
    go_to(PhaseKind.ALIGN)
    yield "2-align-alone"
    view.set_proposals_shown(True)
    yield "2-align-compared"
    view.set_proposals_shown(False)
    view.set_spotlight(workshop.ordered(Stage)[3].id)
    yield "2-align-stage"
    go_to(PhaseKind.BRAINSTORM)
    view.set_curtain(True)
    yield "3-brainstorm-silence"
    view.set_curtain(False)
    view.set_prompt(PROMPT)
    yield "3-brainstorm-round"
    view.set_prompt("")
    go_to(PhaseKind.CLUSTER)
    yield "4-cluster-board"
    parts.selection.select([_note(workshop, number) for number in TWO])
    yield "4-cluster-two"
    parts.selection.clear()
    go_to(PhaseKind.CATEGORISE)
    yield "5-categorise"


def _after_the_vote(desk: Desk, view: ProjectorView) -> Iterator[str]:
    go_to = desk.parts.clock.go_to
    go_to(PhaseKind.REVEAL)
    view.play_reveal()
    wait(GROWING)
    yield "7-reveal-growing"
    while view.is_moving:
        wait(100)
    yield "7-reveal"
    go_to(PhaseKind.OWN)
    view.set_spotlight(None)
    yield "8-own-all"
    view.set_spotlight(_note(desk.parts.document.workshop, TWO[0]))
    yield "8-own-one"
    go_to(PhaseKind.REPORT)
    yield "9-report"


def _voting(desk: Desk) -> Iterator[str]:
    """Six of the room have voted in secret; then a tie, and the run-off that it needs."""
    document, go_to = desk.parts.document, desk.parts.clock.go_to
    go_to(PhaseKind.VOTE)
    yield "6-vote-closed"
    people = list(document.workshop.of(Participant))
    document.record(start_round(document.workshop, "Once more", Terms(QUESTION, 3, 1, 3, True)))
    vote = _round(document.workshop, "Once more")
    for place, person in enumerate(people[:6]):
        dots = dict.fromkeys(vote.notes[place % 3 : place % 3 + 2], 1)
        document.record(hand_over(document.workshop, vote, person, dots))
    yield "6-vote-running"
    document.record(close_round(document.workshop, vote))
    go_to(PhaseKind.REVEAL)
    wait(1800)
    yield "7-reveal-tie"
    terms = Terms(QUESTION, 1, 1, 1, True)
    closed = _round(document.workshop, "Once more")
    document.record(start_run_off(document.workshop, closed, "Run-off", terms))
    go_to(PhaseKind.VOTE)
    yield "6-vote-run-off"


def _note(workshop: Workshop, number: int) -> Id:
    return next(note.id for note in workshop.notes.values() if note.number == number)


def _round(workshop: Workshop, title: str) -> Round:
    return next(one for one in workshop.of(Round).values() if one.title == title)
