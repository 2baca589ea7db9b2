"""Themes and motion: what the person chose, else what the system says."""

import os
import stat
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QSettings, Qt
from PySide6.QtGui import QPalette
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu
from pytestqt.qtbot import QtBot
from typing_extensions import override

from motworkshop.app.appearance import Appearance
from motworkshop.app.build import build_program
from motworkshop.app.desk import Desk
from motworkshop.app.menu import MainMenu
from motworkshop.app.program import Program
from motworkshop.app.remembered import Remembered
from motworkshop.app.system_look import SystemLook, moves_by_gnome, moves_by_kde
from motworkshop.app.window import Window
from motworkshop.imports.sample import sample_workshop
from motworkshop.look import DARK, HIGH_CONTRAST, HIGH_CONTRAST_DARK, LIGHT, Theme
from motworkshop.model.records import PhaseKind
from motworkshop.panels.icons import Icons
from motworkshop.panels.reveal.scene import RevealScene
from motworkshop.storage.create import create_workshop
from tests.app.conftest import Answers
from tests.app.screens import open_desk


class Asked(SystemLook):
    """A system that says what a test wants it to."""

    def __init__(self, app: QApplication) -> None:
        super().__init__(app.styleHints(), "linux")
        self.dark = self.contrast = self.still = False
        self.named: list[bool | None] = []

    def say(self, *, dark: bool = False, contrast: bool = False, still: bool = False) -> None:
        self.dark, self.contrast, self.still = dark, contrast, still
        self.changed.emit()

    @property
    @override
    def is_dark(self) -> bool:
        return self.dark

    @property
    @override
    def has_high_contrast(self) -> bool:
        return self.contrast

    @property
    @override
    def has_less_motion(self) -> bool:
        return self.still

    @override
    def name_scheme(self, is_dark: bool | None) -> None:
        self.named.append(is_dark)


@pytest.fixture
def system(dressed: QApplication) -> Asked:
    return Asked(dressed)


@pytest.fixture
def appearance(dressed: QApplication, system: Asked, settings: QSettings) -> Iterator[Appearance]:
    made = Appearance(dressed, Icons(LIGHT, dressed), Remembered(settings), system)
    yield made
    made.deleteLater()


@pytest.fixture
def program(
    dressed: QApplication, settings: QSettings, answers: Answers, system: Asked
) -> Iterator[Program]:
    made = build_program(dressed, settings, answers, system)
    yield made
    made.quit()


def shown(theme: Theme) -> bool:
    return QApplication.palette().color(QPalette.ColorRole.Window).name().upper() == theme.panel


def names(appearance: Appearance, theme: Theme) -> bool:
    """Whether this theme is the one, and on the screen."""
    return appearance.theme is theme and shown(theme)


def moves(scene: RevealScene) -> bool:
    return scene.centre.chart.is_moving


def test_the_system_is_followed_while_nobody_has_chosen(
    appearance: Appearance, system: Asked
) -> None:
    assert names(appearance, LIGHT)
    system.say(dark=True)
    assert names(appearance, DARK)
    system.say(dark=True, contrast=True)
    assert names(appearance, HIGH_CONTRAST_DARK)
    system.say(contrast=True)
    assert names(appearance, HIGH_CONTRAST)
    system.say()
    assert names(appearance, LIGHT)
    assert set(system.named) == {None}  # the frame of the window is left to the system


def test_what_a_person_chose_stands_whatever_the_system_says(
    appearance: Appearance, system: Asked, settings: QSettings
) -> None:
    appearance.choose("dark")
    assert system.named == [None, True]
    system.say(contrast=True)
    assert names(appearance, DARK)
    assert Remembered(settings).theme == "dark"
    appearance.choose("system")
    assert names(appearance, HIGH_CONTRAST)
    appearance.choose("light")
    assert names(appearance, LIGHT)
    assert system.named[1:] == [True, None, False]


def test_nothing_is_painted_anew_when_the_system_says_the_same(
    appearance: Appearance, system: Asked
) -> None:
    changes: list[Theme] = []
    appearance.changed.connect(changes.append)
    system.say()
    assert changes == []
    system.say(dark=True)
    assert changes == [DARK]


def test_less_motion_is_followed_and_can_be_chosen(
    appearance: Appearance, system: Asked, settings: QSettings
) -> None:
    told: list[bool] = []
    appearance.motion_changed.connect(told.append)
    system.say(still=True)
    assert (appearance.is_animated, told) == (False, [False])
    appearance.choose_motion("full")
    assert (appearance.is_animated, told) == (True, [False, True])
    system.say()
    appearance.choose_motion("less")
    assert (appearance.is_animated, Remembered(settings).motion) == (False, "less")


def test_with_less_motion_the_board_jumps(window: Window, system: Asked, qtbot: QtBot) -> None:
    desk = desk_of(window)
    system.say(still=True)
    before = desk.parts.board.zoom()
    desk.parts.board.zoom_in()
    assert desk.parts.board.zoom() == pytest.approx(before * 1.25)
    system.say()
    desk.parts.board.zoom_in()
    assert desk.parts.board.zoom() == pytest.approx(before * 1.25)  # it has only begun
    qtbot.waitUntil(lambda: desk.parts.board.zoom() > before * 1.5)


def test_with_less_motion_the_bars_of_the_reveal_stand_still(
    program: Program, system: Asked, tmp_path: Path, qtbot: QtBot
) -> None:
    create_workshop(tmp_path / "airline.motw", sample_workshop())
    desk = desk_of(open_desk(program, tmp_path / "airline.motw", qtbot))
    system.say(still=True)  # before the scene is made
    desk.parts.clock.go_to(PhaseKind.REVEAL)
    scene = desk.parts.scenes.scene(PhaseKind.REVEAL)
    assert isinstance(scene, RevealScene)
    scene.centre.play()
    assert not moves(scene)
    system.say()
    scene.centre.play()
    assert moves(scene)
    system.say(still=True)
    assert not moves(scene)


def test_theme_and_motion_are_chosen_in_the_menu_and_ticked_there(
    window: Window, system: Asked
) -> None:
    menu = window.menu
    assert menu is not None
    choose(menu, "Theme", "High contrast, light")
    assert shown(HIGH_CONTRAST)
    assert ticked(menu, "Theme") == ["High contrast, light"]
    choose(menu, "Theme", "High contrast, dark")
    assert shown(HIGH_CONTRAST_DARK)
    choose(menu, "Motion", "Less motion")
    assert ticked(menu, "Motion") == ["Less motion"]
    before = desk_of(window).parts.board.zoom()
    QTest.keyClick(window, Qt.Key.Key_Plus, Qt.KeyboardModifier.ControlModifier)
    assert desk_of(window).parts.board.zoom() == pytest.approx(before * 1.25)


def desk_of(window: Window) -> Desk:
    assert window.desk is not None
    return window.desk


def submenu(menu: MainMenu, title: str) -> QMenu:
    menu.aboutToShow.emit()
    found = next(action.menu() for action in menu.actions() if action.text() == title)
    assert isinstance(found, QMenu)
    return found


def choose(menu: MainMenu, title: str, words: str) -> None:
    next(one for one in submenu(menu, title).actions() if one.text() == words).trigger()


def ticked(menu: MainMenu, title: str) -> list[str]:
    return [one.text() for one in submenu(menu, title).actions() if one.isChecked()]


@pytest.mark.parametrize(
    ("answer", "moves"), [("false\n", False), ("true\n", True), ("", True), ("No such key", True)]
)
def test_what_gnome_says_of_motion(answer: str, moves: bool) -> None:
    assert moves_by_gnome(answer) is moves


@pytest.mark.parametrize(
    ("words", "moves"),
    [
        ("[KDE]\nAnimationDurationFactor=0\n", False),
        ("[KDE]\nAnimationDurationFactor=0.5\n", True),
        ("[General]\nAnimationDurationFactor=0\n", True),
        ("", True),
    ],
)
def test_what_kde_says_of_motion(tmp_path: Path, words: str, moves: bool) -> None:
    file = tmp_path / "kdeglobals"
    file.write_text(words, encoding="utf-8")
    assert moves_by_kde(file) is moves
    assert moves_by_kde(tmp_path / "missing")


@pytest.mark.skipif(os.name == "nt", reason="a shell script stands in for gsettings")
def test_gnome_is_asked_without_waiting(
    dressed: QApplication, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    stand_in = tmp_path / "gsettings"
    stand_in.write_text('#!/bin/sh\n[ "$3" = enable-animations ] && echo false\n')
    stand_in.chmod(stand_in.stat().st_mode | stat.S_IXUSR)
    monkeypatch.setenv("PATH", f"{tmp_path}{os.pathsep}{os.environ['PATH']}")
    system = SystemLook(dressed.styleHints(), "linux")
    assert not system.has_less_motion
    with qtbot.waitSignal(system.changed):
        system.ask_desktop()
        assert not system.has_less_motion
    assert system.has_less_motion


def test_the_real_system_answers_without_a_fault(dressed: QApplication) -> None:
    for platform in ("linux", "win32", "darwin"):
        system = SystemLook(dressed.styleHints(), platform)
        assert [system.is_dark, system.has_high_contrast, system.has_less_motion] == [False] * 3
        system.name_scheme(None)
