"""The panel of a phase: what the group does now, its time box, what is there, and what is next."""

from PySide6.QtCore import QSize, Qt, QTimer
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget
from typing_extensions import override

from motworkshop.document.editing import Editing
from motworkshop.look import SPACE
from motworkshop.model.phases import time_boxes
from motworkshop.model.records import PhaseKind
from motworkshop.model.results import has_result
from motworkshop.panels.controls.buttons import GAP
from motworkshop.panels.controls.labels import label, set_state
from motworkshop.panels.controls.rows import Section
from motworkshop.panels.controls.scrolling import scrolling
from motworkshop.panels.icons import ICON, Icons
from motworkshop.panels.phases.clock import Clock
from motworkshop.panels.phases.guide import GUIDES
from motworkshop.panels.phases.offers import Offers
from motworkshop.panels.phases.time_box import TimeBoxes
from motworkshop.panels.scene import Scene


class PhasePanel(QWidget):
    """Heading and instruction of one phase, its contents, its two time boxes, and the way on."""

    def __init__(
        self,
        kind: PhaseKind,
        editing: Editing,
        clock: Clock,
        icons: Icons,
        scene: Scene,
    ) -> None:
        super().__init__()
        self.kind = kind
        guide = GUIDES[kind]
        page = QWidget()
        column = QVBoxLayout(page)
        column.setContentsMargins(2 * SPACE, 2 * SPACE, 2 * SPACE, 2 * SPACE)
        column.setSpacing(2 * SPACE)
        # From outside to inside: whatever gets another parent is given its style anew, down to the
        # last field in it.
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(scrolling(page), 1)
        heading = QVBoxLayout()
        heading.setSpacing(SPACE)
        heading.addWidget(label(guide.name, "heading", wraps=True))
        heading.addWidget(label(guide.how, "quiet", wraps=True))
        column.addLayout(heading)
        for widget in scene.contents:
            column.addWidget(widget)
        if len(time_boxes(editing.workshop, kind)) > 1:  # else the clock says it all
            column.addWidget(Section("Time boxes", TimeBoxes(editing, kind, clock, icons)))
        column.addStretch(1)
        following = _following(kind)
        if following is not None:
            onward = Onward(following, kind, editing, clock, icons, scene)
            whole.addWidget(_footer(onward))


class Onward(QPushButton):
    """The way to the next phase.

    It is the thing to do next once this phase has its result and nothing in it is: at most one
    button on the screen stands out.
    """

    def __init__(
        self,
        following: PhaseKind,
        kind: PhaseKind,
        editing: Editing,
        clock: Clock,
        icons: Icons,
        scene: Scene,
    ) -> None:
        super().__init__(f"Next: {GUIDES[following].name}")
        self._kind = kind
        self._editing = editing
        self._icons = icons
        self._is_next: bool | None = None
        self.setAutoDefault(False)
        self.setIconSize(QSize(ICON + GAP, ICON))  # the icon comes after the words here
        self.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
        self.clicked.connect(lambda: clock.go_to(following))
        self._soon = QTimer(self, singleShot=True, interval=50)
        self._soon.timeout.connect(self._refresh)
        editing.document.changed.connect(self._on_changed)
        self._offers = Offers(scene, self)
        self._at_once = QTimer(self, singleShot=True, interval=0)
        self._at_once.timeout.connect(self._refresh)
        self._offers.changed.connect(self._at_once.start)
        self._refresh()

    @override
    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._refresh()

    def _on_changed(self) -> None:
        if self.isVisible():
            self._soon.start()

    def _refresh(self) -> None:
        is_next = has_result(self._editing.workshop, self._kind) and not self._offers.is_any
        if is_next is self._is_next:
            return
        self._is_next = is_next
        set_state(self, "kind", "primary" if is_next else "plain")
        role = "on_accent" if is_next else "ink"
        self.setIcon(self._icons.icon("arrow-right", role, is_behind=True))


def _footer(button: QWidget) -> QWidget:
    """The way on stays in sight, however long the panel is."""
    footer = QWidget()
    footer.setObjectName("footer")
    footer.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
    row = QVBoxLayout(footer)
    row.setContentsMargins(2 * SPACE, SPACE, 2 * SPACE, SPACE)
    row.addWidget(button)
    return footer


def _following(kind: PhaseKind) -> PhaseKind | None:
    kinds = list(PhaseKind)
    place = kinds.index(kind) + 1
    return kinds[place] if place < len(kinds) else None
