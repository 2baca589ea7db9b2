from typing import TYPE_CHECKING

from motworkshop.model.edits.notes import edit_notes

if TYPE_CHECKING:
    from tests.panels.reveal.conftest import RevealRoom


def test_what_is_out_of_sight_is_not_worked_out_until_it_is_seen_again(room: "RevealRoom") -> None:
    room.tie()
    room.open_scene()
    shown: list[bool] = []
    room.scene.panel.round_shown.connect(lambda: shown.append(True))
    room.document.do(edit_notes(room.workshop, [room.note("B")], text="First"))
    assert len(shown) == 1
    assert "First" in " ".join(room.read_out())
    room.window.hide()
    room.document.do(edit_notes(room.workshop, [room.note("A")], text="Second"))
    room.document.do(edit_notes(room.workshop, [room.note("C")], text="Third"))
    assert len(shown) == 1
    room.window.show()
    room.qtbot.waitUntil(lambda: "Third" in " ".join(room.read_out()))
    assert len(shown) == 2


def test_a_note_that_is_not_in_question_is_told_otherwise_in_its_row_alone(
    room: "RevealRoom",
) -> None:
    room.tie()
    room.open_scene()
    shown: list[bool] = []
    room.scene.panel.round_shown.connect(lambda: shown.append(True))
    room.document.do(edit_notes(room.workshop, [room.note("A")], text="Bags arrive late"))
    assert "Bags arrive late" in " ".join(room.read_out())
    assert not shown, "nothing beside the bars names the note"
    room.document.undo()
    assert "Bags arrive late" not in " ".join(room.read_out())
