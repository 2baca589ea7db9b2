"""A wall for tests: the view over a workshop, without anything that moves."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from PySide6.QtCore import QSize
from PySide6.QtGui import QColor, QImage
from pytestqt.qtbot import QtBot

from motworkshop.document.document import Document
from motworkshop.document.editing import Editing
from motworkshop.document.selection import Selection
from motworkshop.look import LIGHT
from motworkshop.model.edits.notes import Draft, add_notes
from motworkshop.model.edits.people import add_participants
from motworkshop.model.edits.stages import add_stage
from motworkshop.model.history import History
from motworkshop.model.records import Id, Round, Stage
from motworkshop.model.rounds import Terms, close_round, hand_over, start_round
from motworkshop.model.workshop import Workshop
from motworkshop.panels.phases.clock import Clock
from motworkshop.panels.projector.view import ProjectorView

SIZE = QSize(960, 540)
PEOPLE = ("Ann", "Bo", "Cy", "Di")
TEXTS = ("Payment declined", "Bag lost", "Seat broken", "Gate changed", "Meal cold", "Crew smiles")


@dataclass
class WallRoom:
    """The view with all that it follows, and which boards it asked for."""

    document: Document
    selection: Selection
    clock: Clock
    view: ProjectorView
    boards: list[tuple[QSize, tuple[Id, ...]]] = field(default_factory=list)

    def read(self) -> str:
        """All that can be read, line by line."""
        self.view.grab()
        return "\n".join(self.view.words)


def put_up(qtbot: QtBot, workshop: Workshop, *, is_animated: bool = False) -> WallRoom:
    """A wall for this workshop."""
    document = Document(workshop)
    selection = Selection(document)
    clock = Clock(Editing(document))
    boards: list[tuple[QSize, tuple[Id, ...]]] = []

    def board(size: QSize, notes: Sequence[Id]) -> QImage:
        boards.append((QSize(size), tuple(notes)))
        image = QImage(size, QImage.Format.Format_RGB32)
        image.fill(QColor("#40E0D0"))
        return image

    view = ProjectorView(document, selection, clock, LIGHT, board)
    view.set_animated(is_animated)
    view.resize(SIZE)
    qtbot.addWidget(view)
    return WallRoom(document, selection, clock, view, boards)


def workshop_with_notes() -> Workshop:
    """Two stages, six notes, four people."""
    history = History(Workshop.titled("Spring"))
    history.do(add_participants(history.workshop, [(name, "Sales") for name in PEOPLE]))
    for name in ("Book", "Fly"):
        history.do(add_stage(history.workshop, name, f"All of {name.lower()}ing"))
    stage = history.workshop.ordered(Stage)[0].id
    drafts = [Draft(text, fields={"stage": stage}) for text in TEXTS]
    history.do(add_notes(history.workshop, drafts))
    return history.workshop


def note_id(workshop: Workshop, text: str) -> Id:
    """The id of the note with this text."""
    return next(note.id for note in workshop.notes.values() if note.text == text)


def open_vote(workshop: Workshop, *, is_secret: bool = True) -> tuple[Workshop, Round]:
    """The workshop with an open round on all notes."""
    terms = Terms("Which moments break it?", 3, 2, 2, is_secret)
    after = workshop.applied(start_round(workshop, "First vote", terms))
    return after, next(iter(after.of(Round).values()))


def tied(base: Workshop) -> Workshop:
    """A closed round with three notes tied for the last of two places."""
    after, vote = open_vote(base)
    a, b, c, d = (
        note_id(base, text)
        for text in ("Payment declined", "Bag lost", "Seat broken", "Gate changed")
    )
    for name, dots in (("Ann", {a: 2, b: 1}), ("Bo", {a: 1, c: 1}), ("Cy", {d: 1})):
        after = after.applied(hand_over(after, vote, name, dots))
    return after.applied(close_round(after, vote))
