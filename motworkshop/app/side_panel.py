"""The one panel on the right: the inspector while notes are selected, else the phase's panel."""

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from motworkshop.app.middle import Middle
from motworkshop.document.selection import Selection
from motworkshop.model.records import PhaseKind
from motworkshop.panels.controls.scrolling import scrolling
from motworkshop.panels.inspector.inspector import Inspector
from motworkshop.panels.phases.clock import Clock

PANEL = 320


class SidePanel(QWidget):
    """Shows one panel at a time; those of the phases are made when they are first seen.

    Signal: `left` when Esc was pressed in it.
    """

    left = Signal()

    def __init__(
        self,
        selection: Selection,
        clock: Clock,
        middle: Middle,
        inspector: Inspector,
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
        self._pages = QStackedWidget()
        self._inspector = scrolling(inspector)
        self._pages.addWidget(self._inspector)
        column = QVBoxLayout(self)
        column.setContentsMargins(1, 0, 0, 0)
        column.addWidget(self._pages)
        escape = QShortcut(QKeySequence(Qt.Key.Key_Escape), self)
        escape.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        escape.activated.connect(self.left)
        selection.changed.connect(self.show_what_fits)
        clock.moved.connect(self.show_what_fits)
        middle.turned.connect(self.show_what_fits)
        self.show_what_fits()

    @property
    def is_inspecting(self) -> bool:
        """Whether the inspector is shown."""
        return self._pages.currentWidget() is self._inspector

    def show_what_fits(self) -> None:
        """Show the inspector while notes are selected on the board, else the phase."""
        if self._selection.notes and self._middle.is_board_shown:
            self._pages.setCurrentWidget(self._inspector)
            return
        kind = self._clock.phase
        if kind not in self._panels:
            self._panels[kind] = self._make_panel(kind)
            self._pages.addWidget(self._panels[kind])
        self._pages.setCurrentWidget(self._panels[kind])
