"""Setting up a round: what is asked, which notes, how many dots, secret or open."""

from dataclasses import dataclass

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from motworkshop.document.editing import Editing
from motworkshop.document.selection import Selection
from motworkshop.look import SPACE
from motworkshop.model.change import Change
from motworkshop.model.records import Cluster, Id, Note, Participant, Round, Side, Stage
from motworkshop.model.rounds import Terms, round_titled, start_round
from motworkshop.model.voting import counted, suggested_budget
from motworkshop.model.workshop import Workshop, lead_of, visible_notes
from motworkshop.panels.controls.buttons import push_button
from motworkshop.panels.controls.choices import ChoiceField
from motworkshop.panels.controls.fields import LineField, TextField
from motworkshop.panels.controls.labels import label
from motworkshop.panels.controls.rows import Section, clear
from motworkshop.panels.icons import Icons
from motworkshop.panels.vote.lettering import enable_primary
from motworkshop.panels.vote.numbers import NumberField
from motworkshop.panels.vote.segments import Segments
from motworkshop.panels.vote.sides import sides_preview
from motworkshop.panels.vote.words import QUESTION, budget_reason, next_title

NO_LIMIT = "no limit"
SECRET = "Secret: nobody sees anybody's dots until the round is closed."
OPEN = (
    "Open: everybody sees who gives what. People follow the first votes, so the result looks "
    "clearer than it is. A secret vote finds more of what matters."
)


@dataclass(frozen=True, slots=True)
class OnBallot:
    """Which notes stand on the ballot; the selected ones are those selected at the start."""

    kind: str
    stage: Id | None = None


ALL, SELECTED = OnBallot("all"), OnBallot("selected")


class RoundSetup(QWidget):
    """The terms of the next round. Signal: `started(round id)`."""

    started = Signal(object)

    def __init__(self, editing: Editing, selection: Selection, icons: Icons) -> None:
        super().__init__()
        self._editing = editing
        self._selection = selection
        self._remembered: tuple[Id, ...] = ()
        self._is_budget_ours = True
        self._is_title_ours = True
        self._title = LineField()
        self._question = TextField(QUESTION, least=2, most=4)
        self._question.show_value(QUESTION)
        self._notes = ChoiceField()
        self._on_ballot = ALL
        self._budget = NumberField(0, 999, NO_LIMIT)
        self._reason = label("", "small", wraps=True)
        self._suggested = push_button("")
        self._cap = NumberField(0, 999, NO_LIMIT)
        self._cap.setValue(1)
        self._cut = NumberField(1, 999)
        self._cut.setValue(10)
        self._kind = Segments([(True, "Secret"), (False, "Open")])
        self._kind_words = label(SECRET, "small", wraps=True)
        self._sides = QVBoxLayout()
        self._sides.setSpacing(4)
        self._start = push_button("Start vote", icons.icon("play", "on_accent"), is_primary=True)
        self._lay_out()
        self._connect()
        self.refresh()

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2 * SPACE)
        column.addWidget(_under("Title of the round", self._title))
        column.addWidget(_under("Question", self._question))
        column.addWidget(_under("Notes on the ballot", self._notes))
        dots = QVBoxLayout()
        dots.setSpacing(SPACE)
        dots.addLayout(_beside("Dots for each voter", self._budget))
        dots.addWidget(self._reason)
        dots.addWidget(self._suggested)
        dots.addLayout(_beside("At most on one note", self._cap))
        dots.addLayout(_beside("Places above the cut", self._cut))
        column.addLayout(dots)
        kind = QVBoxLayout()
        kind.setSpacing(SPACE)
        kind.addWidget(self._kind)
        kind.addWidget(self._kind_words)
        column.addLayout(kind)
        sides = Section("Sides that are compared")
        sides.rows.addLayout(self._sides)
        column.addWidget(sides)
        column.addWidget(self._start)

    def _connect(self) -> None:
        self._title.edited.connect(self._on_title_edited)
        self._notes.edited.connect(self._on_notes_chosen)
        self._budget.valueChanged.connect(self._on_budget_changed)
        self._suggested.clicked.connect(self._on_suggested)
        self._kind.chosen.connect(self._on_kind_chosen)
        self._start.clicked.connect(self._on_start)
        self._selection.changed.connect(self._on_selection_changed)
        self._editing.document.changed.connect(self._on_changed)

    def refresh(self) -> None:
        """Follow the board: which notes there are, and how many dots fit them."""
        workshop = self._editing.workshop
        if self._is_title_ours or round_titled(workshop, self._title.text()) is not None:
            taken = [vote.title for vote in workshop.ordered(Round)]
            self._title.show_value(next_title(taken))
            self._is_title_ours = True
        options = self._options(workshop)
        self._notes.set_options(options)
        if self._on_ballot not in [value for value, _words in options]:
            self._on_ballot = ALL
        self._notes.show_value(self._on_ballot)
        self._refresh_budget()
        clear(self._sides)
        for row in sides_preview(workshop):
            self._sides.addWidget(row)

    def _options(self, workshop: Workshop) -> list[tuple[object, str]]:
        visible = visible_notes(workshop)
        options: list[tuple[object, str]] = [(ALL, f"All {counted(len(visible), 'note')}")]
        selected = len(self._chosen(workshop, SELECTED))
        if selected:
            options.append((SELECTED, f"The selected {counted(selected, 'note')}"))
        for stage in workshop.ordered(Stage):
            on_it = len(self._chosen(workshop, OnBallot("stage", stage.id)))
            if on_it:
                options.append(
                    (OnBallot("stage", stage.id), f"{stage.name}: {counted(on_it, 'note')}")
                )
        return options

    def _chosen(self, workshop: Workshop, wanted: OnBallot) -> list[Id]:
        visible = visible_notes(workshop)
        if wanted.kind == "stage":
            return [note.id for note in visible if note.stage == wanted.stage]
        if wanted.kind == "selected":
            leads = workshop.remember(lead_of)
            kept = {leads.get(note, note) for note in self._remembered}
            return [note.id for note in visible if note.id in kept]
        return [note.id for note in visible]

    def _refresh_budget(self) -> None:
        notes = len(self._chosen(self._editing.workshop, self._on_ballot))
        best = suggested_budget(notes)
        if self._is_budget_ours and notes:
            self._budget.blockSignals(True)
            self._budget.setValue(best)
            self._budget.blockSignals(False)
        nothing = "There is nothing to vote on yet. Put touchpoints on the board first."
        self._reason.setText(budget_reason(notes) if notes else nothing)
        self._suggested.setText(f"Take the suggested {counted(best, 'dot')}")
        self._suggested.setVisible(bool(notes) and self._budget.value() != best)
        enable_primary(self._start, is_enabled=bool(notes))

    def _on_title_edited(self, text: str) -> None:
        self._is_title_ours = not text.strip()

    def _on_notes_chosen(self, wanted: OnBallot) -> None:
        self._on_ballot = wanted
        self._refresh_budget()

    def _on_budget_changed(self) -> None:
        self._is_budget_ours = False
        self._refresh_budget()

    def _on_suggested(self) -> None:
        self._is_budget_ours = True
        self._refresh_budget()
        self._budget.setFocus()

    def _on_kind_chosen(self, is_secret: bool) -> None:
        self._kind_words.setText(SECRET if is_secret else OPEN)

    def _on_selection_changed(self) -> None:
        if self._selection.notes:  # kept when the selection goes: this panel is hidden meanwhile
            self._remembered = self._selection.notes
            self.refresh()

    def _on_changed(self, change: Change) -> None:
        kinds = (Note, Stage, Cluster, Round, Participant, Side)
        if any(isinstance(old or new, kinds) for old, new in change):
            self.refresh()

    def _on_start(self) -> None:
        workshop = self._editing.workshop
        terms = Terms(
            self._question.toPlainText().strip(),
            self._budget.value() or None,
            self._cap.value() or None,
            self._cut.value(),
            bool(self._kind.value),
        )
        before = set(workshop.of(Round))
        title = self._title.text()
        notes = self._chosen(workshop, self._on_ballot)
        voters = [person.id for person in workshop.ordered(Participant)]
        self._editing.record(start_round, title, terms, notes, voters)
        for vote in self._editing.workshop.of(Round).keys() - before:
            self._is_title_ours = self._is_budget_ours = True
            self._on_ballot = ALL
            self.refresh()
            self.started.emit(vote)


def _under(caption: str, field: QWidget) -> QWidget:
    box = QWidget()
    column = QVBoxLayout(box)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(4)
    words = label(caption, "caption")
    words.setBuddy(field)
    field.setAccessibleName(caption)
    column.addWidget(words)
    column.addWidget(field)
    return box


def _beside(caption: str, field: QWidget) -> QHBoxLayout:
    row = QHBoxLayout()
    row.setSpacing(SPACE)
    words = label(caption, wraps=True)
    words.setBuddy(field)
    field.setAccessibleName(caption)
    row.addWidget(words, 1)
    row.addWidget(field)
    return row
