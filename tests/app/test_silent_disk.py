"""A disk or a network share that does not answer: said within moments, the work goes on, and nobody
waits for it."""

import time
from collections.abc import Callable, Iterator
from pathlib import Path
from threading import Event
from threading import enumerate as threads
from typing import TYPE_CHECKING, Any

import pytest
from pytestqt.qtbot import QtBot

from motworkshop.app.dialogs import Unsaved
from motworkshop.app.program import Program
from motworkshop.app.window import Window
from motworkshop.storage import writer as writing
from motworkshop.storage.check import check_file
from motworkshop.storage.read import read_workshop
from motworkshop.storage.store import Store
from motworkshop.storage.writer import SILENT_SECONDS
from tests.app.test_trouble import desk_of, offers, press, rename

if TYPE_CHECKING:
    from tests.app.conftest import Answers

LONG = 60.0


class Share:
    """The drive on which the workshop lies; all that is written or looked at waits for it."""

    def __init__(self) -> None:
        self._answers = Event()
        self._is_asked = Event()
        self._answers.set()

    def fall_silent(self) -> None:
        self._is_asked.clear()
        self._answers.clear()

    def answer(self) -> None:
        self._answers.set()

    @property
    def is_asked(self) -> bool:
        """Whether somebody waits for it."""
        return self._is_asked.is_set()

    def wait(self) -> None:
        if not self._answers.is_set():
            self._is_asked.set()
            assert self._answers.wait(LONG)


@pytest.fixture(autouse=True)
def soon(monkeypatch: pytest.MonkeyPatch) -> None:
    """As the program has it."""
    monkeypatch.setattr(writing, "SILENT_SECONDS", SILENT_SECONDS)


@pytest.fixture
def share(monkeypatch: pytest.MonkeyPatch) -> Iterator[Share]:
    made = Share()
    for name in ("save_all", "look"):
        monkeypatch.setattr(Store, name, _over(made, getattr(Store, name)))
    yield made
    made.answer()
    for thread in threads():
        if thread.name == "motworkshop-writer":
            thread.join(LONG)


def _over(share: Share, does: Callable[..., None]) -> Callable[..., None]:
    def done(*given: Any, **named: Any) -> None:
        share.wait()
        does(*given, **named)

    return done


def is_told(window: Window) -> bool:
    return desk_of(window).parts.banner.words.startswith("The disk has not answered for ")


def fall_silent(share: Share, window: Window, qtbot: QtBot) -> None:
    share.fall_silent()
    qtbot.waitUntil(lambda: is_told(window))


def test_it_is_said_soon_and_counted_and_over_when_the_disk_answers(
    share: Share, window: Window, file: Path, qtbot: QtBot
) -> None:
    desk = desk_of(window)
    share.fall_silent()
    rename(desk, "Autumn")
    qtbot.waitUntil(lambda: share.is_asked)
    started = time.monotonic()
    qtbot.waitUntil(lambda: is_told(window))
    assert time.monotonic() - started > SILENT_SECONDS - 0.5, "any slow write would alarm people"
    assert "kept in memory" in desk.parts.banner.words
    assert desk.parts.banner.isVisible()
    assert desk.status.state.accessibleName().startswith("Waiting for the disk: no answer for ")
    first = desk.parts.banner.words
    qtbot.waitUntil(lambda: desk.parts.banner.words != first)
    assert is_told(window)
    assert offers(desk) == ["Save a copy…"]
    share.answer()
    qtbot.waitUntil(lambda: desk.status.state.text() == "Saved")
    assert desk.parts.banner.tone != "danger"
    saving = desk.parts.saving
    assert window.close()
    assert read_workshop(saving.path).about.title == "Autumn"


def test_a_message_that_was_closed_does_not_come_back_every_second(
    share: Share, window: Window, qtbot: QtBot
) -> None:
    desk = desk_of(window)
    fall_silent(share, window, qtbot)
    desk.parts.banner.dismiss()
    told = desk.status.state.accessibleName()
    qtbot.waitUntil(lambda: desk.status.state.accessibleName() != told)
    assert not desk.parts.banner.isVisible()


def test_the_work_goes_on_and_all_of_it_is_saved_in_order(
    share: Share, window: Window, qtbot: QtBot
) -> None:
    desk = desk_of(window)
    fall_silent(share, window, qtbot)
    for title in ("Summer", "Autumn", "Winter"):
        rename(desk, title)
        assert desk.bar.title.text() == title
    share.answer()
    qtbot.waitUntil(lambda: desk.status.state.text() == "Saved")
    shown, saving = desk.parts.document.workshop, desk.parts.saving
    assert window.close()
    assert read_workshop(saving.path).about.title == "Winter"
    assert read_workshop(saving.path).notes == shown.notes
    assert check_file(saving.path) == []


def test_a_copy_on_another_disk_can_be_saved_and_worked_in(
    share: Share,
    window: Window,
    program: Program,
    answers: "Answers",
    file: Path,
    tmp_path: Path,
    qtbot: QtBot,
) -> None:
    desk = desk_of(window)
    fall_silent(share, window, qtbot)
    rename(desk, "Autumn")
    answers.path = tmp_path / "copy.motw"
    press(desk, "Save a copy…")
    qtbot.waitUntil(lambda: "Go on in the copy" in offers(desk))
    assert read_workshop(answers.path).about.title == "Autumn"
    press(desk, "Go on in the copy")
    (now,) = program.windows
    assert now.path == answers.path.resolve()
    assert not any("not answered" in asked for asked in answers.asked), "it has a copy"
    assert read_workshop(file).about.title == "Spring"


def test_closing_asks_and_does_not_freeze(
    share: Share, window: Window, answers: "Answers", file: Path, qtbot: QtBot
) -> None:
    desk = desk_of(window)
    fall_silent(share, window, qtbot)
    rename(desk, "Autumn")
    answers.unsaved_answers = [Unsaved.TRY_AGAIN, Unsaved.STAY]
    started = time.monotonic()
    assert not window.close()
    assert time.monotonic() - started < SILENT_SECONDS + 3.0  # three for a busy machine
    asked = [words for words in answers.asked if words.startswith("The disk has not answered")]
    assert len(asked) == 2
    answers.unsaved_answers = [Unsaved.DISCARD]
    assert window.close()
    assert read_workshop(file).about.title == "Spring"


def test_a_disk_that_falls_silent_while_nothing_waits_keeps_nobody(
    share: Share, window: Window, answers: "Answers", file: Path, qtbot: QtBot
) -> None:
    fall_silent(share, window, qtbot)
    assert window.close()
    assert answers.asked == [], "everything is on the disk"
