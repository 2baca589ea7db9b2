"""The one panel on the right: the inspector while notes are selected, else the phase's panel."""

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction, QKeySequence, QShortcut
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from motworkshop.app.first_paint import FirstPaint
from motworkshop.app.middle import Middle
from motworkshop.document.selection import Selection
from motworkshop.model.records import PhaseKind
from motworkshop.panels.controls.scrolling import scrolling
from motworkshop.panels.phases.clock import Clock

if TYPE_CHECKING:
    from motworkshop.panels.inspector.inspector import Inspector

PANEL = 320


class SidePanel(QWidget):
    """Shows one panel at a time; those of the phases are made when they are first seen, the first
    one once the board was.

    Signal: `left` when Esc was pressed in it.
    """

    left = Signal()

    def __init__(
        self,
        selection: Selection,
        clock: Clock,
        middle: Middle,
        make_inspector: Callable[[], "Inspector"],
        make_panel: Callable[[PhaseKind], QWidget],
    ) -> None:
        super().__init__()
        self.setObjectName("side")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setFixedWidth(PANEL)
        self._selection = selection
        self._clock = clock
        self._middle = middle
        self._make_panel = make_panel
        self._panels: dict[PhaseKind, QWidget] = {}
        self._outline: QWidget | None = None
        self._pages = QStackedWidget()
        self._make_inspector = make_inspector
        self._inspector: Inspector | None = None
        self._actions: Mapping[str, QAction] = {}
        self._inspecting: QWidget | None = None
        column = QVBoxLayout(self)
        column.setContentsMargins(1, 0, 0, 0)
        column.addWidget(self._pages)
        escape = QShortcut(QKeySequence(Qt.Key.Key_Escape), self)
        escape.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        escape.activated.connect(self.left)
        selection.changed.connect(self.show_what_fits)
        clock.moved.connect(self.show_what_fits)
        middle.turned.connect(self.show_what_fits)
        FirstPaint(self, self._fill, middle.is_settled)

    @property
    def inspector(self) -> "Inspector":
        """The inspector; made when it is first wanted, or once the panel was seen without it."""
        if self._inspector is None:
            self._inspector = made = self._make_inspector()
            made.follow_actions(self._actions)
        return self._inspector

    @property
    def _inspection(self) -> QWidget:
        """The inspector in room that scrolls."""
        if self._inspecting is None:
            self._inspecting = scrolling(self.inspector)
            self._pages.addWidget(self._inspecting)
        return self._inspecting

    def is_settled(self) -> bool:
        """Whether nothing that can be seen here waits to be made."""
        return not self.isVisible() or self._pages.count() > 0

    @property
    def is_inspecting(self) -> bool:
        """Whether the inspector is shown."""
        return self._inspecting is not None and self._pages.currentWidget() is self._inspecting

    def _fill(self) -> None:
        """The board was seen; now what stands beside it, and then what may be wanted next."""
        self.show_what_fits()
        FirstPaint(self, lambda: self._inspection)

    def follow_actions(self, actions: Mapping[str, QAction]) -> None:
        """Let the inspector name the keys of these actions, as they are at present."""
        self._actions = actions
        if self._inspector is not None:
            self._inspector.follow_actions(actions)

    def set_private(self, *, is_private: bool) -> None:
        """While somebody is alone with a ballot, the way on would throw it away unasked."""
        for footer in self.findChildren(QWidget, "footer"):
            footer.setEnabled(not is_private)

    def set_outline(self, outline: QWidget | None) -> None:
        """Let the outline stand here instead of anything else; None takes it away."""
        if outline is not None and self._pages.indexOf(outline) < 0:
            self._pages.addWidget(outline)
        self._outline = outline
        self.show_what_fits()

    def show_what_fits(self) -> None:
        """Show the outline if it is wanted, the inspector while the person has selected notes on
        the board, else the phase: what its own panel points out is looked at beside it."""
        if self._outline is not None:
            self._pages.setCurrentWidget(self._outline)
            return
        selection = self._selection
        is_picked = bool(selection.notes) and not selection.is_pointed_out
        if is_picked and self._middle.is_board_shown:
            self._pages.setCurrentWidget(self._inspection)
            return
        kind = self._clock.phase
        self.make_ahead(kind)
        self._pages.setCurrentWidget(self._panels[kind])

    def make_ahead(self, kind: PhaseKind) -> bool:
        """Make the panel of a phase; whether there was none."""
        is_missing = kind not in self._panels
        if is_missing:
            self._panels[kind] = self._make_panel(kind)
            self._pages.addWidget(self._panels[kind])
        return is_missing
