"""The line at the bottom says what is there and lays nothing else anew."""

from itertools import pairwise

from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot
from typing_extensions import override

from motworkshop.app.window import Window
from motworkshop.model.edits.notes import categorise_notes
from motworkshop.model.records import Category
from motworkshop.panels.inspector.inspector import Inspector
from tests.app.test_desk import desk_of, workshop_of


class LaidAnew(QObject):
    """Which widgets were asked to lay themselves anew."""

    def __init__(self) -> None:
        super().__init__()
        self.widgets: list[QObject] = []
        self.quiet_rounds = 0

    def is_still(self) -> bool:
        """Whether nothing was laid anew for some rounds: what came late has found its place."""
        self.quiet_rounds = 0 if self.widgets else self.quiet_rounds + 1
        self.widgets.clear()
        return self.quiet_rounds > 10

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() is QEvent.Type.LayoutRequest:
            self.widgets.append(watched)
        return super().eventFilter(watched, event)


def test_the_counts_follow_and_the_window_is_not_laid_anew_for_them(
    window: Window, qtbot: QtBot
) -> None:
    desk = desk_of(window)
    window.show()
    qtbot.waitUntil(lambda: desk.status.loose.text() == "4 without a category")
    qtbot.waitUntil(lambda: desk.findChild(Inspector) is not None)
    seen = LaidAnew()
    desk.installEventFilter(seen)
    qtbot.waitUntil(seen.is_still)
    workshop = workshop_of(window)
    kind = workshop.ordered(Category)[0].id
    desk.parts.document.do(categorise_notes(workshop, list(workshop.notes)[:1], kind))
    qtbot.waitUntil(lambda: desk.status.loose.text() == "3 without a category")
    qtbot.waitUntil(lambda: desk.status.state.text() == "Saved")
    assert seen.widgets == []


def test_its_parts_stand_beside_one_another_and_in_sight(window: Window, qtbot: QtBot) -> None:
    desk = desk_of(window)
    window.show()
    window.resize(1280, 800)
    qtbot.waitUntil(desk.status.loose.isVisible)
    parts: list[QWidget] = [desk.status.state, desk.status.counts, desk.status.loose]
    for left, right in pairwise(parts):
        assert left.geometry().right() < right.geometry().left()
    assert all(desk.status.rect().contains(part.geometry()) for part in parts)
    workshop = workshop_of(window)
    kind = workshop.ordered(Category)[0].id
    desk.parts.document.do(categorise_notes(workshop, list(workshop.notes), kind))
    qtbot.waitUntil(desk.status.loose.isHidden)
    assert desk.status.counts.geometry().right() > desk.status.width() - 40
