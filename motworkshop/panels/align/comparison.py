"""The page that shows everybody's stages side by side, and how far apart they are."""

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QScrollArea, QVBoxLayout, QWidget
from typing_extensions import override

from motworkshop.look import Theme
from motworkshop.model.agreement import proposals_by_person, stage_alignment, stage_key
from motworkshop.model.records import StageProposal
from motworkshop.model.workshop import Workshop
from motworkshop.panels.align.columns import Columns
from motworkshop.panels.align.words import alignment_before, alignment_sentence, share_in_words
from motworkshop.panels.icons import Icons
from motworkshop.panels.pages.page import Page, large_button

HOW = "Click names to select them. Double-click or press Enter to make one a stage, or drag it."


class Comparison(Page):
    """The figure, the columns, and what can be done with the selected names.

    Signals: `same_wanted(names)`; `put(name, definition)`; `dragged(name, point)`,
    `dropped(name, definition, point)`; `left` to go back to the board.
    """

    same_wanted = Signal(object)
    put = Signal(str, str)
    dragged = Signal(str, QPoint)
    dropped = Signal(str, str, QPoint)
    left = Signal()

    def __init__(self, theme: Theme, icons: Icons) -> None:
        super().__init__(theme)
        self._workshop: Workshop | None = None
        self._share = self.words(40, is_bold=True)
        self._figure = self.words(20, "–")
        self._figure.setSizePolicy(
            self._figure.sizePolicy().Policy.Minimum, self._figure.sizePolicy().Policy.Minimum
        )
        self._figure.setWordWrap(False)
        self._sentence = self.words(24)
        self._before = self.words(16)
        self.columns = Columns(theme, icons)
        self._scroll = QScrollArea()
        self._scroll.setFrameShape(QScrollArea.Shape.NoFrame)
        self._scroll.setWidgetResizable(True)
        self._scroll.setWidget(self.columns)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._scroll.setCornerWidget(QWidget())  # without one Fusion draws a stray corner
        self._scroll.viewport().setAutoFillBackground(False)
        self.columns.setAutoFillBackground(False)
        self._chosen = self.words(16, HOW)
        self._same = large_button("Declare the same", icons.icon("merge", "on_accent"),
                                  is_primary=True)  # fmt: skip
        self._put = large_button("Make it a stage", icons.icon("plus"))
        self._back = large_button("To the board")
        self._lay_out()
        self._connect()

    def show_workshop(self, workshop: Workshop) -> None:
        """Show everything anew."""
        self._workshop = workshop
        self.columns.show_proposals(workshop, self.theme)
        self._say()

    def show_agreed(self, workshop: Workshop) -> None:
        """Show which names have become stages."""
        self._workshop = workshop
        self.columns.show_agreed(workshop)

    @override
    def set_theme(self, theme: Theme) -> None:
        super().set_theme(theme)
        if self._workshop is not None:
            self.columns.show_proposals(self._workshop, theme)

    def _lay_out(self) -> None:
        words = QVBoxLayout()
        words.setSpacing(4)
        figure = QHBoxLayout()
        figure.setSpacing(16)
        figure.addWidget(self._figure)
        figure.addWidget(self._before, 1)
        for told in (self._share, self._sentence):
            words.addWidget(told)
        words.addLayout(figure)
        foot = QHBoxLayout()
        foot.setSpacing(16)
        foot.addWidget(self._chosen, 1)
        for button in (self._same, self._put, self._back):
            foot.addWidget(button)
        column = QVBoxLayout(self)
        column.setContentsMargins(32, 24, 32, 24)
        column.setSpacing(16)
        column.addLayout(words)
        column.addWidget(self._scroll, 1)
        column.addLayout(foot)

    def _connect(self) -> None:
        self.columns.selected.connect(self._on_selected)
        self.columns.reached.connect(self._scroll.ensureWidgetVisible)
        self.columns.put.connect(self.put)
        self.columns.dragged.connect(self.dragged)
        self.columns.dropped.connect(self.dropped)
        self._same.clicked.connect(self._on_same)
        self._put.clicked.connect(self._on_put)
        self._back.clicked.connect(self.left)
        self._on_selected()

    def _say(self) -> None:
        workshop = self._workshop
        if workshop is None:
            return
        alignment, before = stage_alignment(workshop), alignment_before(workshop)
        self._figure.setText("–" if alignment is None else f"{alignment:.2f}")
        self._share.setText("" if alignment is None else f"{share_in_words(alignment)}.")
        for shown in (self._share, self._figure):
            shown.setVisible(alignment is not None)
        self._figure.setAccessibleName(f"Alignment {self._figure.text()}, from 0 to 1")
        self._sentence.setText(alignment_sentence(workshop))
        scale = "0 is no stage in common, 1 is the same list from everybody."
        if alignment is not None and before is not None and before != alignment:
            scale = f"It was {before:.2f} before you declared names the same. {scale}"
        self._before.setText(scale if proposals_by_person(workshop) else "")

    def _on_selected(self) -> None:
        proposals = self.columns.proposals()
        self._same.setEnabled(len(self._different(proposals)) > 1)
        self._put.setEnabled(bool(proposals))
        self._put.setText("Make them stages" if len(proposals) > 1 else "Make it a stage")
        names = list(dict.fromkeys(f"“{one.name}”" for one in proposals))
        self._chosen.setText(" · ".join(names) if names else HOW)

    def _different(self, proposals: list[StageProposal]) -> set[str]:
        workshop = self._workshop
        return set() if workshop is None else {stage_key(workshop, p.name) for p in proposals}

    def _on_same(self) -> None:
        self.same_wanted.emit(self.columns.names())

    def _on_put(self) -> None:
        for proposal in self.columns.proposals():
            self.put.emit(proposal.name, proposal.definition)
        self.columns.clear_selection()
