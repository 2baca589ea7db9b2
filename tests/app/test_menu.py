from collections.abc import Iterator

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu

from motworkshop.app.program import Program
from motworkshop.app.window import Window


def offered(menu: QMenu) -> Iterator[tuple[str, QAction]]:
    """Each entry with the name of the menu it stands in."""
    for action in menu.actions():
        submenu = action.menu()
        if isinstance(submenu, QMenu):
            yield from ((action.text(), one) for _where, one in offered(submenu))
        elif not action.isSeparator():
            yield "", action


def opened(window: Window) -> dict[QAction, str]:
    assert window.menu is not None
    window.menu.aboutToShow.emit()
    return {action: where for where, action in offered(window.menu)}


def test_every_command_stands_in_the_menu_once_by_its_group(window: Window) -> None:
    assert window.desk is not None
    assert window.actions_ is not None
    entries = opened(window)
    for actions in (window.desk.actions_, window.actions_):
        for command in actions.commands:
            assert actions[command.name] in entries, command.name
    desk = window.desk.actions_
    assert entries[desk["undo"]] == ""
    assert entries[desk["duplicate"]] == "Notes"
    assert entries[desk["category_1"]] == "Categories"
    assert entries[desk["find_next"]] == "Find"


def test_without_a_workshop_the_menu_has_what_a_window_can_do(program: Program) -> None:
    window = program.new_window()
    assert window.actions_ is not None
    entries = opened(window)
    assert set(window.actions_) <= entries.keys()
    assert not {"Notes", "Find", "Categories"} & set(entries.values())


def test_the_menu_stands_in_one_column_on_the_smallest_screen(window: Window) -> None:
    assert window.menu is not None
    window.menu.aboutToShow.emit()
    window.menu.ensurePolished()
    places = [window.menu.actionGeometry(one) for one in window.menu.actions()]
    assert len({place.left() for place in places}) == 1
    assert places[-1].bottom() <= 768
