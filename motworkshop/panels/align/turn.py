"""One person after the other at the keyboard, with a curtain in between; or sheets from paper."""

from itertools import count

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from motworkshop.document.editing import Editing
from motworkshop.look import Theme
from motworkshop.model.change import Change
from motworkshop.model.edits.people import propose_stages
from motworkshop.model.records import Person, StageProposal
from motworkshop.model.voting import same_person
from motworkshop.model.workshop import Workshop
from motworkshop.panels.align.people import next_writer, writers
from motworkshop.panels.align.sheet import Sheet
from motworkshop.panels.icons import Icons
from motworkshop.panels.pages.curtain import CurtainPage


class Turn(QObject):
    """Whose turn it is to write, and the pages for it.

    What is written is in the document at once, so that nothing is lost; nobody is shown it before
    the comparison. Signals: `opened(page)` to be shown; `closed` when the turns are over for now;
    `compared` when everybody has written and wants to see.
    """

    opened = Signal(QWidget)
    closed = Signal()
    compared = Signal()

    def __init__(self, editing: Editing, icons: Icons, theme: Theme, parent: QObject) -> None:
        super().__init__(parent)
        self._editing = editing
        self._visits = count()
        self._visit = next(self._visits)
        self._is_from_paper = False
        self.person: Person | None = None
        self.curtain = CurtainPage(theme)
        self.sheet = Sheet(theme, icons.icon("check", "on_accent"))
        self.curtain.went_on.connect(self._on_went_on)
        self.curtain.turned_away.connect(self.stop)
        self.sheet.edited.connect(self._on_edited)
        self.sheet.finished.connect(self._on_finished)
        self.sheet.left.connect(self.stop)
        editing.document.changed.connect(self._on_changed)

    @property
    def name(self) -> str:
        """Who has the keyboard, by name."""
        return self._name_of(self.person) if self.person is not None else ""

    def begin(self, person: Person, *, is_from_paper: bool, thanks: str = "") -> None:
        """Draw the curtain for this person, or open the sheet that lies on the table."""
        self.person = person
        self._is_from_paper = is_from_paper
        self._visit = next(self._visits)
        if is_from_paper and not thanks:
            self._open_sheet()
            return
        people = writers(self._editing.workshop)
        small = f"{thanks}{sum(people.values())} of {len(people)} have written."
        if is_from_paper:
            self.curtain.say(
                f"{self.name}’s sheet", "Take the next sheet of paper.",
                small=small, onward="Enter it", away="Stop for now",
            )  # fmt: skip
        else:
            self.curtain.say(
                f"{self.name}, it is your turn", "Everybody else looks away until you hand over.",
                small=small, onward="Start writing", away="Somebody else",
            )  # fmt: skip
        self._show_curtain()

    def stop(self) -> None:
        """Put the sheet away; what is written stays."""
        self.person = None
        self.closed.emit()

    def set_theme(self, theme: Theme) -> None:
        """Paint in another theme."""
        self.curtain.set_theme(theme)
        self.sheet.set_theme(theme)

    def _on_went_on(self) -> None:
        if self.person is None:
            self.compared.emit()
        else:
            self._open_sheet()

    def _open_sheet(self) -> None:
        if self._is_from_paper:
            heading = f"{self.name}’s stages, from paper"
        else:
            heading = f"{self.name}, which stages do you see?"
        about = self._editing.workshop.about
        way = [part for part in (about.journey_start, about.journey_end) if part]
        hint = f"From “{way[0]}” to “{way[1]}”. " if len(way) == 2 else ""
        self.sheet.ask(heading, f"{hint}One stage to a line, in order. Enter goes to the next.")
        self.sheet.show_stages(self._written())
        self.opened.emit(self.sheet)
        self.sheet.take_focus()

    def _written(self) -> list[tuple[str, str]]:
        workshop, person = self._editing.workshop, self.person or ""
        return [
            (one.name, one.definition)
            for one in workshop.ordered(StageProposal)
            if same_person(workshop, one.participant, person)
        ]

    def _on_edited(self, line: int) -> None:
        stages = self.sheet.stages()
        if self.person is not None and stages != self._written():
            fold = f"proposal {self.person} {self._visit} {line}"
            self._editing.do(propose_stages, self.person, stages, fold=fold)

    def _on_finished(self) -> None:
        workshop, written = self._editing.workshop, self.person or ""
        following = next_writer(workshop, written)
        if following is not None:
            thanks = f"Thank you, {self._name_of(written)}. "
            self.begin(following, is_from_paper=self._is_from_paper, thanks=thanks)
            return
        self.person = None
        self.curtain.say(
            "Everybody has written", "Now look at all the answers side by side.",
            onward="Compare side by side", away="To the board",
        )  # fmt: skip
        self._show_curtain()

    def _show_curtain(self) -> None:
        self.opened.emit(self.curtain)
        self.curtain.take_focus()

    def _on_changed(self, change: Change) -> None:
        is_about = change.has(StageProposal)
        if is_about and self.person is not None and self.sheet.stages() != self._written():
            self.sheet.show_stages(self._written())
            if self.sheet.isVisible():
                self.sheet.take_focus()

    def _name_of(self, person: Person) -> str:
        workshop: Workshop = self._editing.workshop
        return workshop.name_of(person)
