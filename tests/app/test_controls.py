"""Everything that can be pressed or written in, on every screen, for those who use no mouse."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QRect, QSettings, Qt
from PySide6.QtGui import QAccessible, QFocusEvent, QImage
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractSpinBox,
    QApplication,
    QComboBox,
    QLineEdit,
    QPlainTextEdit,
    QWidget,
)
from pytestqt.qtbot import QtBot
from shiboken6 import isValid

from motworkshop.app.build import build_program
from motworkshop.app.program import Program
from tests.app.conftest import Answers
from tests.app.screens import keep_still, screens, settle

CONTROLS = (
    QAbstractButton, QAbstractItemView, QAbstractSpinBox, QComboBox, QLineEdit, QPlainTextEdit,
)  # fmt: skip
AROUND = 6
LEAST_CHANGED = 24
"""Pixels that another look must have to be seen."""


@pytest.fixture
def program(dressed: QApplication, settings: QSettings, answers: Answers) -> Iterator[Program]:
    keep_still(settings)
    made = build_program(dressed, settings, answers)
    yield made
    made.quit()
    settle()


def controls(window: QWidget) -> list[QWidget]:
    """What a person can work with now, composite parts of Qt's own widgets left out."""
    return [
        widget
        for widget in window.findChildren(QWidget)
        if widget.isVisible() and widget.isEnabled() and not widget.visibleRegion().isEmpty()
        if isinstance(widget, CONTROLS) or widget.focusPolicy() is not Qt.FocusPolicy.NoFocus
        if not isinstance(widget.parent(), QComboBox | QAbstractSpinBox)
        if widget.focusProxy() is None and not widget.objectName().startswith("qt_")
    ]


def kind_of(widget: QWidget) -> tuple[str, ...]:
    """Widgets of one kind need be looked at once."""
    dress = (str(widget.property(name)) for name in ("kind", "edge", "role"))
    is_checked = isinstance(widget, QAbstractButton) and widget.isChecked()
    return (type(widget).__name__, widget.objectName(), str(is_checked), *dress)


def name_of(widget: QWidget) -> str:
    told = QAccessible.queryAccessibleInterface(widget)
    return told.text(QAccessible.Text.Name).strip()


@pytest.mark.slow
@pytest.mark.timeout(240)
def test_every_control_has_a_name_comes_up_by_tab_and_shows_that_it_has_the_keys(
    program: Program, tmp_path: Path, qtbot: QtBot
) -> None:
    nameless: set[str] = set()
    unreachable: set[str] = set()
    unseen: set[str] = set()
    kinds: set[tuple[str, ...]] = set()
    for screen, window in screens(program, tmp_path, qtbot):
        for widget in controls(window):
            if not isValid(widget):
                continue
            what = f"{screen}: {type(widget).__name__} “{name_of(widget)}”"
            if not name_of(widget):
                nameless.add(f"{what} {widget.objectName()} in {type(widget.parent()).__name__}")
            if not _can_have_keys(widget):
                unreachable.add(what)
            elif has_own_keys(widget) and kind_of(widget) not in kinds:
                kinds.add(kind_of(widget))
                if not _shows_keys(window, widget):
                    unseen.add(what)
    faults = {"has no name": nameless, "not by Tab": unreachable, "focus is not seen": unseen}
    assert not any(faults.values()), "\n".join(
        f"{fault}: {what}" for fault, found in faults.items() for what in sorted(found)
    )
    assert len(kinds) > 40


def has_own_keys(widget: QWidget) -> bool:
    """Whether Tab leads to it; the start page has the keys only until something on it has."""
    by_tab = bool(widget.focusPolicy() & Qt.FocusPolicy.TabFocus)
    return by_tab and widget.objectName() != "start"


def _can_have_keys(widget: QWidget) -> bool:
    """By itself; or what it is a part of has the keys, as a score its five buttons; or a line
    beside it walks through it."""
    around = [one for one in (widget.parentWidget(),) if one is not None]
    is_list = isinstance(widget, QAbstractItemView)
    has_line = is_list and any(one.findChild(QLineEdit) is not None for one in around)
    by_tab = Qt.FocusPolicy.TabFocus
    return has_line or any(one.focusPolicy() & by_tab for one in (widget, *around))


def _shows_keys(window: QWidget, widget: QWidget) -> bool:
    window.activateWindow()
    before = QApplication.focusWidget()
    by_tab = Qt.FocusReason.TabFocusReason
    if widget.hasFocus():  # or nothing would be told, for it has them already
        QApplication.sendEvent(widget, QFocusEvent(QFocusEvent.Type.FocusIn, by_tab))
    widget.setFocus(by_tab)
    with_keys = _around(window, widget)
    widget.clearFocus()
    settle()
    if not isValid(widget) or not widget.isVisible():  # a sheet that goes with the keys
        return True
    without = _around(window, widget)
    if before is not None and isValid(before) and before.isVisible():
        before.setFocus(Qt.FocusReason.OtherFocusReason)
    return _changed(with_keys, without) >= LEAST_CHANGED


def _around(window: QWidget, widget: QWidget) -> QImage:
    settle()
    corner = widget.mapTo(window, QPoint(0, 0))
    area = QRect(corner, widget.size()).adjusted(-AROUND, -AROUND, AROUND, AROUND)
    return window.grab(area.intersected(window.rect())).toImage()


def _changed(one: QImage, other: QImage) -> int:
    """How many pixels are not the same."""
    if one.size() != other.size():
        return LEAST_CHANGED
    flat = [image.convertToFormat(QImage.Format.Format_RGB32) for image in (one, other)]
    first, second = (memoryview(image.constBits()).cast("I") for image in flat)
    return sum(1 for a, b in zip(first, second, strict=True) if a != b)
