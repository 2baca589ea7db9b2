"""The entries of the menus that bring notes, pictures and links in and out."""

from typing import TYPE_CHECKING

import pytest
from PySide6.QtGui import QGuiApplication

from motworkshop.model.edits.notes import edit_notes
from motworkshop.model.links import Link
from motworkshop.model.records import Picture
from tests.canvas.picture_files import picture
from tests.canvas.test_context_menu import choose, menu_at, names

if TYPE_CHECKING:
    from tests.canvas.conftest import Wall

pytestmark = [pytest.mark.qt_log_ignore("raise|grabbing", extend=True)]


def test_lines_are_pasted_into_the_stage_that_was_clicked(wall: "Wall") -> None:
    QGuiApplication.clipboard().setText("Waits for the bag\nLeaves")
    choose(menu_at(wall, wall.at("Arrive", 100, 300)), "Paste here")
    assert {wall.note(5).stage, wall.note(6).stage} == {wall.stage("Arrive").id}


def test_a_note_is_copied_by_the_menu(wall: "Wall") -> None:
    choose(menu_at(wall, wall.middle(2)), "Copy")
    assert QGuiApplication.clipboard().text() == "Pays"


def test_the_link_of_a_note_says_where_it_leads_and_is_only_asked_for(wall: "Wall") -> None:
    asked: list[Link] = []
    wall.board.link_chosen.connect(asked.append)
    note = wall.note(2).id
    wall.document.do(edit_notes(wall.workshop, [note], link="https://аррӏе.com/a"))
    choose(menu_at(wall, wall.middle(2)), "Open xn--80ak6aa92e.com…")
    assert asked == [Link("https://xn--80ak6aa92e.com/a", "xn--80ak6aa92e.com")]


def test_what_may_not_be_opened_is_not_offered(wall: "Wall") -> None:
    for link in ("file:///etc/passwd", "https://a@b.com", "javascript:x"):
        wall.document.do(edit_notes(wall.workshop, [wall.note(2).id], link=link))
        menu = menu_at(wall, wall.middle(2))
        assert not [name for name in names(menu) if name.startswith("Open")]
        menu.close()


def test_face_down_the_menu_tells_nothing_of_a_note(wall: "Wall") -> None:
    wall.document.do(edit_notes(wall.workshop, [wall.note(2).id], link="https://example.com"))
    wall.board.set_curtain(True)
    menu = menu_at(wall, wall.middle(2))
    assert not {"Copy", "Cut", "Open example.com…"} & set(names(menu))
    menu.close()


def test_a_picture_is_taken_off_by_the_menu(wall: "Wall") -> None:
    wall.board.parts.authoring.put_picture(
        wall.note(2).id, Picture("pic", "image/png", picture(20, 10), 20, 10)
    )
    assert wall.note(2).height == 5
    choose(menu_at(wall, wall.middle(2)), "Remove picture")
    assert (wall.note(2).picture, wall.note(2).height) == (None, 3)
