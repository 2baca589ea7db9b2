"""The first minute: what is offered, by mouse, by keys, and by letting a file fall on the window."""

from datetime import datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, QRectF, Qt, QUrl
from PySide6.QtGui import QCursor, QDragEnterEvent, QDropEvent, QFontMetricsF
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QPushButton, QToolButton
from pytestqt.qtbot import QtBot

from motworkshop.app.cards import Card, RecentCard, TemplateCard, flow
from motworkshop.app.program import Program
from motworkshop.app.recent import said_date
from motworkshop.app.start_page import StartPage, template_words
from motworkshop.app.window import Window
from motworkshop.imports.template import template_names, workshop_from_template
from motworkshop.model.records import Category, Stage
from motworkshop.model.workshop import Workshop
from motworkshop.storage.create import create_workshop
from motworkshop.storage.read import read_workshop

if TYPE_CHECKING:
    from tests.app.conftest import Answers

LEFT = Qt.MouseButton.LeftButton


def test_there_is_one_next_thing_to_do_and_it_makes_an_empty_workshop(
    program: Program, answers: "Answers", tmp_path: Path, qtbot: QtBot
) -> None:
    window = program.new_window()
    buttons = [one for one in start_of(window).findChildren(QPushButton) if one.isVisible()]
    (new,) = [one for one in buttons if one.property("kind") == "primary"]
    assert new.text() == "New workshop"
    answers.path = tmp_path / "Ours.motw"
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    new.setFocus()
    QTest.keyClick(new, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: window.desk is not None)
    made = read_workshop(answers.path)
    assert made.about.title == "Ours"
    assert made.of(Stage) == {}
    assert len(made.of(Category)) == 4


def test_every_template_shows_its_real_stages(program: Program) -> None:
    window = program.new_window()
    cards = {card.words.name: card for card in window.findChildren(TemplateCard)}
    assert set(cards) == set(template_names()) - {"blank"}
    for name, card in cards.items():
        made = workshop_from_template(name, "x")
        assert card.words.stages == tuple(one.name for one in made.ordered(Stage))
        assert card.words.stages[0] in card.accessibleName()


@pytest.mark.parametrize("width", [200, 280, 340])
def test_stages_that_have_no_room_are_counted(width: int, dressed: QApplication) -> None:
    metrics = QFontMetricsF(dressed.font())
    stages = template_words("health-care").stages
    chips = flow(stages, metrics, QRectF(0, 0, width, 90))
    names = [words for words, _chip in chips]
    hidden = int(names[-1].removeprefix("+ ")) if names[-1].startswith("+ ") else 0
    shown = len(names) - bool(hidden)
    assert shown + hidden == len(stages)
    assert all(chip.right() <= width and chip.bottom() <= 90 for _words, chip in chips)
    assert not any(
        one.intersects(other) for at, (_, one) in enumerate(chips) for _, other in chips[at + 1 :]
    )


def test_recent_workshops_come_first_when_there_are_any(
    program: Program, several: list[Path]
) -> None:
    window = program.new_window()
    heads = [one for one in start_of(window).findChildren(QLabel) if one.isVisible()]
    places = {one.text(): one.mapTo(window, QPoint()).y() for one in heads}
    assert places["Recent"] < places["Start from a template"]
    assert [one.file.path for one in cards(window)] == several[:4]


def test_without_recent_workshops_nothing_is_said_of_them(program: Program) -> None:
    window = program.new_window()
    assert "Recent" not in [
        one.text() for one in start_of(window).findChildren(QLabel) if one.isVisible()
    ]


def test_all_of_them_can_be_shown(program: Program, several: list[Path], qtbot: QtBot) -> None:
    window = program.new_window()
    shows = next(one for one in window.findChildren(QPushButton) if one.text() == "Show all 6")
    QTest.mouseClick(shows, LEFT)
    qtbot.waitUntil(lambda: [one.file.path for one in cards(window)] == several)
    assert shows.text() == "Show fewer"


@pytest.mark.parametrize(("width", "columns"), [(1024, 3), (1280, 4), (1920, 4)])
def test_cards_stand_in_the_columns_of_one_grid(
    program: Program, several: list[Path], width: int, columns: int, qtbot: QtBot
) -> None:
    window = program.new_window()
    window.resize(width, 900)
    qtbot.waitUntil(lambda: len({left(one) for one in shown(window)}) == columns)
    widths = [one.width() for one in shown(window)]
    assert max(widths) - min(widths) <= 1


def test_a_single_card_is_no_wider_than_the_others(program: Program, file: Path) -> None:
    window = program.new_window()
    program.open_file(file, window)
    window.close()
    again = program.new_window()
    widths = {one.width() for one in shown(again)}
    assert len(cards(again)) == 1
    assert max(widths) - min(widths) <= 1


def test_arrows_go_from_card_to_card_and_enter_opens(
    program: Program, several: list[Path], qtbot: QtBot
) -> None:
    window = program.new_window()
    window.resize(1280, 900)
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    first, second = cards(window)[:2]
    first.setFocus()
    QTest.keyClick(first, Qt.Key.Key_Right)
    assert second.hasFocus()
    QTest.keyClick(second, Qt.Key.Key_Down)
    below = window.focusWidget()
    assert isinstance(below, TemplateCard)
    assert left(below) == left(second)
    QTest.keyClick(below, Qt.Key.Key_Up)
    assert second.hasFocus()
    QTest.keyClick(second, Qt.Key.Key_Return)
    assert window.path == several[1]


def test_delete_takes_a_card_off_the_list_and_leaves_the_file(
    program: Program, several: list[Path], qtbot: QtBot
) -> None:
    window = program.new_window()
    QTest.keyClick(cards(window)[0], Qt.Key.Key_Delete)
    qtbot.waitUntil(lambda: [one.file.path for one in cards(window)] == several[1:5])
    assert several[0].exists()


def test_the_pointer_goes_on_to_the_button_that_takes_a_card_off_and_presses_it(
    program: Program, several: list[Path], qtbot: QtBot
) -> None:
    window = program.new_window()
    name = f"Take {several[0].stem} off this list"

    def shows_the_button() -> bool:
        card = cards(window)[0]
        point_at(window, QPoint(5, 5))
        point_at(window, card.mapTo(window, card.rect().center()))
        return name in names_in_sight(window)

    qtbot.waitUntil(shows_the_button)
    (remove,) = [one for one in window.findChildren(QToolButton) if one.accessibleName() == name]
    at = remove.mapTo(window, remove.rect().center())
    point_at(window, at - QPoint(3, 0))
    point_at(window, at)
    assert name in names_in_sight(window)
    QTest.mouseClick(window.windowHandle(), LEFT, Qt.KeyboardModifier.NoModifier, at)
    qtbot.waitUntil(lambda: [one.file.path for one in cards(window)] == several[1:5])


def test_a_missing_workshop_is_grey_says_so_and_can_be_taken_off(
    program: Program, several: list[Path], qtbot: QtBot
) -> None:
    several[0].unlink()
    window = program.new_window()
    card = cards(window)[0]
    assert not card.isEnabled()
    assert card.file.date == "Not found"
    assert card.toolTip() == str(several[0])
    removes = [one for one in window.findChildren(QToolButton) if one.isVisible()]
    name = f"Take {several[0].stem} off this list"
    QTest.mouseClick(next(one for one in removes if one.accessibleName() == name), LEFT)
    qtbot.waitUntil(lambda: [one.file.path for one in cards(window)] == several[1:5])


def test_a_workshop_let_fall_on_the_window_is_opened(program: Program, file: Path) -> None:
    window = program.new_window()
    assert drop(window, [file])
    assert window.path == file


def test_what_is_no_workshop_is_not_taken(program: Program, tmp_path: Path) -> None:
    window = program.new_window()
    other = tmp_path / "letter.docx"
    other.touch()
    assert not drop(window, [other])
    assert window.desk is None


def test_several_workshops_get_a_window_each(program: Program, several: list[Path]) -> None:
    window = program.new_window()
    assert drop(window, several[:3])
    assert [one.path for one in program.windows] == several[:3]


def test_a_table_let_fall_on_a_workshop_is_looked_at(
    window: Window, tmp_path: Path, qtbot: QtBot
) -> None:
    from motworkshop.app.import_sheet import ImportSheet

    table = tmp_path / "rows.csv"
    table.write_text("text\nWaits\n", encoding="utf-8")
    assert drop(window, [table])
    qtbot.waitUntil(lambda: any(one.isVisible() for one in window.findChildren(ImportSheet)))


NOW = datetime(2026, 11, 22, 14, 30).astimezone()


@pytest.mark.parametrize(
    ("before", "words"),
    [
        (timedelta(minutes=5), "Today, 14:25"),
        (timedelta(hours=20), "Yesterday, 18:30"),
        (timedelta(days=3), "Thursday, 14:30"),
        (timedelta(days=7), "15 November"),
        (timedelta(days=400), "18 October 2025"),
        (timedelta(days=-1), "23 November"),
    ],
)
def test_dates_are_said_in_words(before: timedelta, words: str) -> None:
    assert said_date(NOW - before, NOW) == words


@pytest.fixture
def several(program: Program, tmp_path: Path, workshop: Workshop) -> list[Path]:
    """Six workshops that were open lately, the last one first."""
    paths = [tmp_path / f"Workshop {number}.motw" for number in range(6)]
    for path in reversed(paths):
        create_workshop(path, workshop)
        window = program.new_window()
        program.open_file(path, window)
        window.close()
    return paths


def drop(window: Window, paths: list[Path]) -> bool:
    """Let files fall on the middle of a window; whether it took them."""
    content = QMimeData()
    content.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    actions, none = Qt.DropAction.CopyAction, Qt.KeyboardModifier.NoModifier
    enter = QDragEnterEvent(QPoint(400, 300), actions, content, LEFT, none)
    QApplication.sendEvent(window, enter)
    if enter.isAccepted():
        QApplication.sendEvent(window, QDropEvent(QPointF(400, 300), actions, content, LEFT, none))
    return enter.isAccepted()


def cards(window: Window) -> list[RecentCard]:
    found = [one for one in window.findChildren(RecentCard) if one.isVisible()]
    return sorted(found, key=lambda one: (one.mapTo(window, QPoint()).y(), left(one)))


def shown(window: Window) -> list[Card]:
    return [one for one in window.findChildren(Card) if one.isVisible()]


def left(card: Card) -> int:
    return card.mapTo(card.window(), QPoint()).x()


def start_of(window: Window) -> StartPage:
    assert window.start is not None
    return window.start


def names_in_sight(window: Window) -> list[str]:
    return [one.accessibleName() for one in window.findChildren(QToolButton) if one.isVisible()]


def point_at(window: Window, point: QPoint) -> None:
    """Move the pointer there, as Qt hears of it and as it finds it when it looks for itself."""
    QCursor.setPos(window.mapToGlobal(point))
    QTest.mouseMove(window.windowHandle(), point)
    QApplication.processEvents()
