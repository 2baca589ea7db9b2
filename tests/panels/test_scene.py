"""What all scenes have in common, said once."""

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot
from typing_extensions import override

from motworkshop.document.document import Document
from motworkshop.document.editing import Editing
from motworkshop.document.selection import Selection
from motworkshop.look import DARK, Theme
from motworkshop.model.edits.notes import Draft, add_notes
from motworkshop.model.workshop import Workshop
from motworkshop.panels.scene import Scene


class Painting(QWidget):
    """Something that paints itself."""

    def __init__(self) -> None:
        super().__init__()
        self.themes: list[Theme] = []

    def set_theme(self, theme: Theme) -> None:
        self.themes.append(theme)


class Small(Scene):
    """A scene with a page in the middle that is wanted or not."""

    def __init__(self, editing: Editing, selection: Selection) -> None:
        super().__init__(editing, selection)
        self.page = Painting()
        self.centre = self.page
        self.painted = (self.page,)

    def turn(self, *, is_wanted: bool) -> None:
        self._want_centre(is_wanted=is_wanted)
        self._want_curtain(is_wanted=is_wanted)


class Focused(Small):
    """One that has a place to write."""

    @override
    def take_focus(self) -> bool:
        self.page.setFocus()
        return True


@pytest.fixture
def document(qtbot: QtBot) -> Document:
    made = Document(Workshop.titled("Test"))
    made.do(add_notes(made.workshop, [Draft("Late bag")]))
    return made


def test_the_middle_and_the_curtain_are_asked_for_and_given_back_once(document: Document) -> None:
    scene = Small(Editing(document), Selection(document))
    told: list[tuple[str, bool]] = []
    scene.centre_wanted.connect(lambda is_so: told.append(("centre", is_so)))
    scene.curtain_wanted.connect(lambda is_so: told.append(("curtain", is_so)))
    assert not scene.is_centre_wanted
    for is_wanted in (True, True, False, False):
        scene.turn(is_wanted=is_wanted)
        assert (scene.is_centre_wanted, scene.is_curtain_wanted) == (is_wanted, is_wanted)
    assert told == [("centre", True), ("curtain", True), ("centre", False), ("curtain", False)]


def test_no_key_can_reach_notes_that_are_out_of_sight(document: Document) -> None:
    selection = Selection(document)
    scene = Small(Editing(document), selection)
    selection.select(document.workshop.notes)
    scene.turn(is_wanted=False)
    assert selection.notes
    scene.turn(is_wanted=True)
    assert selection.notes == ()


def test_what_paints_itself_is_told_of_another_theme(document: Document) -> None:
    scene = Small(Editing(document), Selection(document))
    scene.set_theme(DARK)
    assert scene.page.themes == [DARK]


def test_a_scene_without_a_place_to_write_leaves_the_focus_to_the_board(
    document: Document,
) -> None:
    selection = Selection(document)
    assert not Small(Editing(document), selection).take_focus()
    assert Focused(Editing(document), selection).take_focus()
