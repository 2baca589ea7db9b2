"""Taking in what is read out: whose turn it is, and one line that keeps the focus."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QSizePolicy, QVBoxLayout, QWidget
from typing_extensions import override

from motworkshop.model.records import Id, Stage
from motworkshop.model.voting import counted, department_of
from motworkshop.panels.brainstorm.turns import Turns
from motworkshop.panels.controls.buttons import push_button
from motworkshop.panels.controls.choices import ChoiceField
from motworkshop.panels.controls.fields import LineField
from motworkshop.panels.controls.labels import label, set_state
from motworkshop.panels.icons import Icons
from motworkshop.panels.pages.page import large_button

PARKING = "Parking lot"
NOBODY = "Nobody is on the roster yet."
WHAT_TO_DO = "Add who is here in Frame, or take notes in without a name."


class CaptureLine(LineField):
    """Type what is read out. Signals: `wrote(line)`; `went_on` and `went_back` to other people."""

    wrote = Signal(str)
    went_on = Signal()
    went_back = Signal()

    def __init__(self) -> None:
        super().__init__("What is read out")
        self.setAccessibleName("Note that is read out")

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            if self.text().strip():
                self.wrote.emit(self.text())
            else:
                self.went_on.emit()
        elif event.key() == Qt.Key.Key_PageDown and not event.modifiers():
            self.went_on.emit()
        elif event.key() == Qt.Key.Key_PageUp and not event.modifiers():
            self.went_back.emit()
        else:
            super().keyPressEvent(event)


class Capture:
    """The controls for taking in notes; panel and page lay them out in their own sizes."""

    def __init__(self, turns: Turns, icons: Icons, *, is_large: bool) -> None:
        self._turns = turns
        make = large_button if is_large else push_button
        self.name = label("", "title", wraps=True)
        self.about = label("", "quiet", wraps=True)
        self.line = CaptureLine()
        self.stage = ChoiceField()
        self.stage.setAccessibleName("Stage for the notes")
        self.told = label("", "small", wraps=True)
        self._is_noted = False
        self._icons = icons
        self.onward: QPushButton = make("Next person", icons.icon("arrow-right"))
        self.onward.setToolTip("Next person (Page down); Page up goes back")
        self.skip: QPushButton = make("Skip")
        self.skip.setToolTip("Comes again at the end, when the others have had their turn")
        self.absent: QPushButton = make("Absent")
        self.absent.setToolTip("Is passed over until back")
        self._connect()
        self.refresh()

    def buttons(self) -> QWidget:
        """The three buttons in a row."""
        row = QWidget()
        line = QHBoxLayout(row)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(8)
        line.addWidget(self.onward, 1)
        line.addWidget(self.skip)
        line.addWidget(self.absent)
        return row

    def take_focus(self) -> None:
        """Put the cursor on the line."""
        self.line.setFocus(Qt.FocusReason.OtherFocusReason)

    def refresh(self) -> None:
        """Show whose turn it is, and the stages."""
        turns, workshop = self._turns, self._turns.workshop
        name = workshop.name_of(turns.person) if turns.person else ""
        nobody = "Nobody in turn" if turns.order.everybody else NOBODY
        self.name.setText(name or nobody)
        self.about.setText(self._about())
        stages = [(stage.id, stage.name) for stage in workshop.ordered(Stage)]
        self.stage.set_options([(None, f"No stage ({PARKING.lower()})"), *stages])
        self.stage.show_value(turns.stage)
        self.line.setPlaceholderText(f"What does {name} read out?" if name else "What is read out?")
        if not self._is_noted:
            self.told.setText(
                _hint(stages[0][1] if stages else "", has_people=bool(turns.order.everybody))
            )
        self.absent.setEnabled(bool(turns.person))
        self.skip.setEnabled(bool(turns.order.waiting))
        self.onward.setEnabled(len(turns.order.present) > 1)
        self._mark_next()

    def _mark_next(self) -> None:
        """What is read out is written down first, then comes the next person; until nobody has
        any left."""
        turns = self._turns
        has_others = len(turns.order.present) > 1
        is_next = turns.has_noted and has_others
        is_line_next = bool(turns.person) and not is_next and not turns.is_over
        set_state(self.line, "kind", "primary" if is_line_next else "plain")
        set_state(self.onward, "kind", "primary" if is_next else "plain")
        self.onward.setIcon(self._icons.icon("arrow-right", "on_accent" if is_next else "ink"))

    def _about(self) -> str:
        turns, workshop = self._turns, self._turns.workshop
        if not turns.order.everybody:
            return WHAT_TO_DO
        if not turns.person:
            return "Everybody is absent. Notes are taken in without a name."
        department = department_of(workshop, turns.person)
        following = turns.order.following
        parts = [department] if department else []
        parts += [f"time {turns.order.lap} round"] if turns.order.lap > 1 else []
        if following is not None and following != turns.person:
            parts.append(f"then {workshop.name_of(following)}")
        return " · ".join(parts)

    def _connect(self) -> None:
        turns = self._turns
        self.line.wrote.connect(self._on_wrote)
        self.line.went_on.connect(turns.go_on)
        self.line.went_back.connect(turns.go_back)
        self.stage.edited.connect(self._on_stage_edited)
        self.onward.clicked.connect(turns.go_on)
        self.skip.clicked.connect(turns.skip)
        self.absent.clicked.connect(lambda: turns.leave(turns.person))
        for button in (self.onward, self.skip, self.absent):
            button.clicked.connect(self.take_focus)
        turns.changed.connect(self.refresh)
        turns.noted.connect(self._on_noted)

    def _on_wrote(self, line: str) -> None:
        if self._turns.take_in(line):
            self.line.clear()

    def _on_stage_edited(self, stage: Id | None) -> None:
        self._turns.write_for(stage)
        self.take_focus()

    def _on_noted(self, note: Id) -> None:
        workshop = self._turns.workshop
        taken = workshop.notes[note]
        self._is_noted = True
        self._mark_next()
        stage = workshop.of(Stage).get(taken.stage or "")
        self.told.setText(f"Note {taken.number} taken in: {stage.name if stage else PARKING}.")


class CapturePanel(QWidget):
    """Capture beside the board. Signal: `people_wanted` when there is nobody in turn to be."""

    people_wanted = Signal()

    def __init__(self, turns: Turns, icons: Icons) -> None:
        super().__init__()
        self.capture = Capture(turns, icons, is_large=False)
        self.capture.name.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Minimum)
        self._turns = turns
        self._icons = icons
        self._frame = push_button("Add who is here")
        self._frame.clicked.connect(self.people_wanted)
        self._buttons = self.capture.buttons()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(self.capture.name)
        column.addWidget(self.capture.about)
        column.addWidget(self._frame)
        column.addWidget(self.capture.stage)
        column.addWidget(self.capture.line)
        column.addWidget(self.capture.told)
        column.addWidget(self._buttons)
        turns.changed.connect(self._show_what_fits)
        self._show_what_fits()

    def _show_what_fits(self) -> None:
        has_people = bool(self._turns.order.everybody)
        role = "title" if has_people else "section"
        set_state(self.capture.name, "role", role)
        self._frame.setVisible(not has_people)
        self._buttons.setVisible(has_people)
        is_next = not has_people and not self._turns.workshop.notes
        set_state(self._frame, "kind", "primary" if is_next else "plain")
        self._frame.setIcon(self._icons.icon("user-plus", "on_accent" if is_next else "ink"))


def _hint(stage: str, *, has_people: bool) -> str:
    """What the keys do, with a stage of this workshop as the example."""
    onward = " Enter again: next person." if has_people else ""
    hint = f"Enter takes the note in.{onward}"
    return f"{hint}\nInto another stage: “{stage}> …”" if stage else hint


def notes_words(number: int, *, are_all_known: bool = True) -> str:
    """How many notes somebody has; "" while there are notes without an author: nobody can say."""
    if number:
        return counted(number, "note")
    return "none yet" if are_all_known else ""


def quiet_right(text: str) -> QLabel:
    """A quiet word at the end of a row."""
    made = label(text, "small")
    made.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
    return made
