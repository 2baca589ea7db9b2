"""What every test may lean on. Tests run without a screen unless one is asked for."""

import os

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")  # before Qt is imported, or it aborts

import gc
import sys
from collections.abc import Callable, Iterator
from itertools import count
from pathlib import Path
from typing import Any

import pytest
from hypothesis import settings
from pytestqt.qtbot import QtBot
from typing_extensions import override

PATIENCE = 40_000
"""Milliseconds. A disk that everybody writes to has stood still for eleven seconds."""
DISK_SECONDS = PATIENCE / 1000
EVERY = 20
"""Tests after which all garbage is looked for."""
NOWHERE = (-1000, -1000)
"""A place of the screen that no window covers."""
CHECKOUT = Path(__file__).parent.parent

settings.register_profile("ci", derandomize=False, deadline=None)
settings.register_profile("local", deadline=None, max_examples=50)
settings.load_profile("ci" if os.environ.get("CI") else "local")


class PatientBot(QtBot):
    """Waits as long as a busy machine needs; on an idle one nothing takes longer."""

    @override
    def waitUntil(self, callback: Callable[[], bool | None], *, timeout: int = PATIENCE) -> None:
        super().waitUntil(callback, timeout=timeout)

    @override
    def waitSignal(self, signal: Any, *, timeout: int = PATIENCE, **how: Any) -> Any:
        return super().waitSignal(signal, timeout=timeout, **how)

    @override
    def waitExposed(self, widget: Any, *, timeout: int = PATIENCE) -> Any:
        return super().waitExposed(widget, timeout=timeout)


@pytest.fixture
def qtbot(qapp: object, request: pytest.FixtureRequest) -> QtBot:
    """In place of the one of pytest-qt, which gives up after five seconds."""
    return PatientBot(request)


@pytest.fixture(scope="session")
def shared_data() -> Path:
    """The folder with the real workshops, from $MOTW_DATA or beside the checkout."""
    named = os.environ.get("MOTW_DATA")
    folder = Path(named) if named else CHECKOUT.parent / "shared" / "data"
    if not folder.is_dir():
        pytest.skip(f"no real workshops here: {folder} does not exist (set MOTW_DATA)")
    return folder


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption(
        "--renew-golden", action="store_true", help="take the golden pictures of notes anew"
    )


@pytest.fixture(scope="session", autouse=True)
def _collect_nowhere_else() -> None:
    """As in the program: Qt's objects must not be destroyed by a thread that happens to allocate."""
    gc.disable()


@pytest.fixture(scope="session", autouse=True)
def _disk_may_take_its_time() -> Iterator[None]:
    """What people are told when a disk stands still (a banner, a question when the window closes)
    belongs to the tests that are about it, and must not come upon the others by luck."""
    from motworkshop.storage import writer

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(writer, "SILENT_SECONDS", DISK_SECONDS)
        patch.setattr(writer, "SLOW_SECONDS", DISK_SECONDS)
        yield


@pytest.fixture(scope="session")
def disk_is_waited_for() -> Iterator[None]:
    """The same for the window: so long it waits before it says that something is not saved."""
    from motworkshop.app import crash_rescue
    from motworkshop.app.saving import Saving

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(crash_rescue, "SECONDS_TO_SAVE", DISK_SECONDS)
        patch.setattr(Saving.finish, "__defaults__", (DISK_SECONDS,))
        yield


@pytest.fixture(scope="session")
def _tests() -> Iterator[int]:
    return count(1)


@pytest.fixture(autouse=True)
def _collect(_tests: Iterator[int]) -> Iterator[None]:
    """After each test the young, and all now and then."""
    yield
    gc.collect(1 if next(_tests) % EVERY else 2)


@pytest.fixture(autouse=True)
def _hand_is_off_the_mouse() -> None:
    """Else the pointer stands where the last test left it, and what lies there looks hovered; and
    after a double click the button is taken to be held."""
    widgets = sys.modules.get("PySide6.QtWidgets")
    if widgets is None or widgets.QApplication.instance() is None:
        return
    from PySide6.QtCore import Qt
    from PySide6.QtGui import QCursor
    from PySide6.QtTest import QTest

    if widgets.QApplication.mouseButtons() & Qt.MouseButton.LeftButton:
        QTest.mouseRelease(widgets.QWidget(), Qt.MouseButton.LeftButton)
    QCursor.setPos(*NOWHERE)


@pytest.fixture(autouse=True)
def _nothing_lies_about() -> None:
    """Else a menu of a test that failed takes all clicks, and what one copied another pastes."""
    widgets = sys.modules.get("PySide6.QtWidgets")
    if widgets is None or widgets.QApplication.instance() is None:
        return
    while (menu := widgets.QApplication.activePopupWidget()) is not None and menu.close():
        pass
    widgets.QApplication.clipboard().clear()


@pytest.fixture(scope="session", autouse=True)
def _empty_clipboard_at_the_end() -> Iterator[None]:
    """The offscreen platform keeps what was copied until Python has gone, and then crashes."""
    yield
    gui = sys.modules.get("PySide6.QtGui")
    if gui is not None and gui.QGuiApplication.instance() is not None:
        gui.QGuiApplication.clipboard().clear()
