"""The curtain between two voters: whose turn it is next, and who is done, never with what."""

from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLabel, QVBoxLayout, QWidget
from typing_extensions import override

from motworkshop.look import HEADING, PROJECTOR, SPACE, Theme
from motworkshop.model.records import Participant, Person, Round
from motworkshop.model.turnout import missing_voters, other_voters
from motworkshop.model.workshop import Workshop
from motworkshop.panels.controls.buttons import on_button, push_button
from motworkshop.panels.controls.fields import LineField
from motworkshop.panels.controls.labels import label
from motworkshop.panels.controls.rows import clear
from motworkshop.panels.icons import ICON, Icons
from motworkshop.panels.vote.lettering import display_label, enlarge, take_focus
from motworkshop.panels.vote.words import time_needed

MOST_IN_ROW = 5
WIDE = 880
LEAST_NAME = 112


class Curtain(QWidget):
    """Nothing of any ballot can be seen here.

    Signals: `begun(voter)`; `stopped` when the group goes back to the board; `finished` when
    the round is to be closed because everybody is done.
    """

    begun = Signal(object)
    stopped = Signal()
    finished = Signal()

    def __init__(self, icons: Icons, theme: Theme) -> None:
        super().__init__()
        self._icons = icons
        self._theme = theme
        self._next: Person | None = None
        self._done = display_label("", HEADING, is_strong=False)
        self._done.setProperty("role", "good")
        self._words = display_label("", PROJECTOR)
        self._more = display_label("", HEADING, is_strong=False)
        self._begin = push_button("", is_primary=True)
        self._close = push_button(
            "Close the round", icons.icon("lock", "on_accent"), is_primary=True
        )
        self._progress = label("", "section")
        self._progress.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        self._people = QGridLayout()
        self._people.setSpacing(SPACE)
        for column in range(MOST_IN_ROW):
            self._people.setColumnStretch(column, 1)
            self._people.setColumnMinimumWidth(column, LEAST_NAME)
        self._guest = LineField("Somebody else? Type a name and press Enter")
        self._guest.setAccessibleName("Name of a voter who is not on the roster")
        self._stop = push_button("Back to the board")
        self._lay_out()
        self._begin.clicked.connect(self._on_begin)
        self._close.clicked.connect(self.finished)
        self._stop.clicked.connect(self.stopped)
        self._guest.returnPressed.connect(self._on_guest)

    def set_theme(self, theme: Theme) -> None:
        """Draw it in the colours of another theme."""
        self._theme = theme
        self.update()

    def say(self, words: str) -> None:
        """A short line above: that somebody has handed over, or has left."""
        self._done.setText(words)

    def show_round(self, workshop: Workshop, vote: Round) -> None:
        """Show who is next and who is done; a choice made before is kept while it can be."""
        missing = missing_voters(workshop, vote)
        people = [person.id for person in missing]
        if self._next not in people:
            self._next = people[0] if people else None
        self._show_words(workshop, vote, missing)
        self._show_people(workshop, vote, missing)
        roster = len(workshop.of(Participant))
        others = other_voters(workshop, vote)
        done = roster - len(missing) + len(others)
        self._progress.setText(f"{done} of {roster + len(others)} have handed over")
        if self._next is not None:
            take_focus(self._begin)
        elif roster:
            take_focus(self._close)
        else:
            take_focus(self._guest)

    def _show_words(self, workshop: Workshop, vote: Round, missing: list[Participant]) -> None:
        has_roster = bool(workshop.of(Participant))
        name = workshop.name_of(self._next) if self._next is not None else ""
        self._begin.setVisible(self._next is not None)
        self._begin.setText(on_button(f"I am {name} – begin"))
        self._close.setVisible(has_roster and not missing)
        if self._next is not None:
            hand = "Hand the keyboard to" if vote.is_secret else "Next:"
            self._words.setText(f"{hand} {name}")
            self._more.setText(_beside(vote, len(missing)))
        elif has_roster:
            self._words.setText("Everyone has handed over")
            self._more.setText("Close the round to see the dots, or let a late comer vote first.")
        else:
            self._words.setText("Whose turn is it?")
            self._more.setText("Nobody is on the roster. Type a name below.")

    def _show_people(self, workshop: Workshop, vote: Round, missing: list[Participant]) -> None:
        clear(self._people)
        waiting = {person.id for person in missing}
        place = 0
        for person in workshop.ordered(Participant):
            if person.id in waiting:
                button = push_button(on_button(person.name))
                button.setAccessibleName(f"{person.name}: not yet")
                button.clicked.connect(partial(self._on_picked, person.id, workshop, vote))
                self._put(button, place)
            else:
                self._put(self._ticked(person.name), place)
            place += 1
        for name in other_voters(workshop, vote):
            self._put(self._ticked(workshop.name_of(name)), place)
            place += 1

    def _put(self, person: QWidget, place: int) -> None:
        self._people.addWidget(person, place // MOST_IN_ROW, place % MOST_IN_ROW)

    def _ticked(self, name: str) -> QWidget:
        """Somebody who is done: no button any more."""
        box = QWidget()
        box.setAccessibleName(f"{name}: has handed over")
        row = QHBoxLayout(box)
        row.setContentsMargins(SPACE, 0, SPACE, 0)
        row.setSpacing(SPACE)
        tick = QLabel()
        tick.setPixmap(self._icons.pixmap("circle-check", "ok", self.devicePixelRatioF()))
        tick.setFixedWidth(ICON)
        row.addWidget(tick)
        row.addWidget(label(name, "quiet", wraps=True), 1)
        return box

    def _lay_out(self) -> None:
        for button in (self._begin, self._close):
            enlarge(button)
            button.setMinimumWidth(320)
        middle = QWidget()
        middle.setMaximumWidth(WIDE)
        column = QVBoxLayout(middle)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2 * SPACE)
        for widget in (self._done, self._words, self._more):
            column.addWidget(widget)
        for button in (self._begin, self._close):
            column.addWidget(button, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addSpacing(3 * SPACE)
        column.addWidget(self._progress)
        column.addLayout(self._people)
        foot = QHBoxLayout()
        foot.setSpacing(SPACE)
        foot.addWidget(self._guest, 1)
        foot.addWidget(self._stop)
        column.addLayout(foot)
        row = QHBoxLayout()
        row.addStretch(1)
        row.addWidget(middle, 100)
        row.addStretch(1)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(3 * SPACE, 3 * SPACE, 3 * SPACE, 3 * SPACE)
        outer.addStretch(2)
        outer.addLayout(row)
        outer.addStretch(3)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        QPainter(self).fillRect(self.rect(), QColor(self._theme.board))

    def _on_picked(self, person: Person, workshop: Workshop, vote: Round) -> None:
        self._next = person
        self.say("")
        self.show_round(workshop, vote)

    def _on_begin(self) -> None:
        if self._next is not None:
            self._start(self._next)

    def _on_guest(self) -> None:
        if self._guest.text().strip():
            self._start(" ".join(self._guest.text().split()))

    def _start(self, voter: Person) -> None:
        self._guest.clear()
        self.say("")
        self.begun.emit(voter)


def _beside(vote: Round, people: int) -> str:
    if not vote.is_secret:
        return "Pick a name, give the dots, hand over."
    return f"Nobody sees your dots until everyone is done.\nStill to come: {time_needed(people)}"
