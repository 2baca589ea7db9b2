"""The panel of a phase: what the group does now, its time box, what is there, and what is next."""

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from motworkshop.document.editing import Editing
from motworkshop.look import SPACE
from motworkshop.model.records import PhaseKind
from motworkshop.panels.controls.buttons import push_button
from motworkshop.panels.controls.labels import label
from motworkshop.panels.controls.scrolling import scrolling
from motworkshop.panels.icons import ICON, Icons
from motworkshop.panels.phases.clock import Clock
from motworkshop.panels.phases.guide import GUIDES
from motworkshop.panels.phases.time_box import TimeBox


class PhasePanel(QWidget):
    """Heading, instruction and time box of one phase, its contents, and the way on."""

    def __init__(
        self,
        kind: PhaseKind,
        editing: Editing,
        clock: Clock,
        icons: Icons,
        contents: Sequence[QWidget],
    ) -> None:
        super().__init__()
        self.kind = kind
        guide = GUIDES[kind]
        page = QWidget()
        column = QVBoxLayout(page)
        column.setContentsMargins(2 * SPACE, 2 * SPACE, 2 * SPACE, 2 * SPACE)
        column.setSpacing(2 * SPACE)
        heading = QVBoxLayout()
        heading.setSpacing(SPACE)
        heading.addWidget(label(guide.name, "heading", wraps=True))
        heading.addWidget(label(guide.how, "quiet", wraps=True))
        column.addLayout(heading)
        column.addWidget(TimeBox(editing, kind))
        for widget in contents:
            column.addWidget(widget)
        column.addStretch(1)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(scrolling(page), 1)
        following = _following(kind)
        if following is not None:
            onward = push_button(
                f"Next: {GUIDES[following].name}", icons.icon("arrow-right", "on_accent"),
                is_primary=True,
            )  # fmt: skip
            onward.setIconSize(QSize(ICON, ICON))  # the icon comes after the words here
            onward.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
            onward.clicked.connect(lambda: clock.go_to(following))
            whole.addWidget(_footer(onward))


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
