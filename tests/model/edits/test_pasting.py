"""Lines and copied notes on the board of the same or of another workshop."""

import json
from collections.abc import Callable
from typing import TYPE_CHECKING, Any

import pytest

from motworkshop.errors import RefusedError
from motworkshop.model.change import Change
from motworkshop.model.edits.categories import add_category
from motworkshop.model.edits.clusters import merge_notes
from motworkshop.model.edits.notes import categorise_notes
from motworkshop.model.edits.pasting import paste_lines, paste_notes
from motworkshop.model.excerpt import Excerpt, excerpt_of
from motworkshop.model.excerpt_text import from_json, to_html, to_json, to_plain
from motworkshop.model.history import History
from motworkshop.model.records import (
    Ballot,
    Category,
    Cluster,
    Control,
    Count,
    Id,
    MomentOfTruth,
    Note,
    Picture,
    Round,
    Turnout,
)
from motworkshop.model.workshop import Workshop
from tests.model.edits.full import full_workshop

if TYPE_CHECKING:
    from tests.model.conftest import Room

Rooms = Callable[[], "Room"]


def new_notes(before: Workshop, after: Workshop) -> list[Note]:
    return [note for key, note in after.notes.items() if key not in before.notes]


def test_lines_become_notes_below_one_another_in_one_step(room: "Room") -> None:
    book, fly = room.stage("Book"), room.stage("Fly")
    room.do(paste_lines(room.workshop, ["Pays", "Fly> Boards", "  "], book, None))
    notes = list(room.workshop.notes.values())
    assert [(note.text, note.stage, note.number) for note in notes] == [
        ("Pays", book, 1),
        ("Boards", fly, 2),
    ]
    assert room.history.done[-1] == "Paste 2 notes"
    room.history.undo()
    assert not room.workshop.notes


def test_a_line_that_is_too_long_is_cut(room: "Room") -> None:
    room.do(paste_lines(room.workshop, ["word " * 4000], None, None))
    [note] = room.workshop.notes.values()
    assert 9_990 <= len(note.text) <= 10_000


def test_blank_lines_alone_are_refused(room: "Room") -> None:
    with pytest.raises(RefusedError, match="no text"):
        paste_lines(room.workshop, [" ", ""], None, None)


def copied(room: "Room", notes: list[Id]) -> Excerpt:
    """As it comes out of the clipboard of another window."""
    return from_json(to_json(excerpt_of(room.workshop, notes)))


def test_every_field_of_a_note_travels_but_its_id_and_number(room: "Room") -> None:
    [eva] = room.people("Eva")
    stage = room.stage("Book")
    room.do(add_category(room.workshop, "Rescue"))
    [category] = room.workshop.of(Category)
    fields: dict[str, Any] = {
        "details": "twice",
        "author": eva,
        "department": "Desk",
        "category": category,
        "channel": "Phone",
        "control": Control.DIRECT,
        "emotion": -2,
        "expectation": 5,
        "experience": 1,
        "importance": 3,
        "link": "https://example.com",
        "stage": stage,
        "height": 4,
    }
    [note] = room.notes("Pays\nand waits", **fields)
    room.do(paste_notes(room.workshop, copied(room, [note])))
    old, new = room.workshop.notes.values()
    for name in ("text", *fields):
        assert getattr(new, name) == getattr(old, name), name
    assert (new.number, new.id == old.id) == (2, False)
    assert (new.x, new.y) != (old.x, old.y)


def test_another_workshop_finds_its_own_stage_category_and_person_by_name(
    new_room: Rooms,
) -> None:
    here, there = new_room(), new_room()
    [eva] = here.people("Eva")
    notes = here.notes("Pays", stage=here.stage("Book"), author=eva)
    here.do(add_category(here.workshop, "Rescue"))
    here.do(categorise_notes(here.workshop, notes, next(iter(here.workshop.of(Category)))))
    stage = there.stage("BOOK")
    [other_eva] = there.people("eva")
    there.do(add_category(there.workshop, "rescue"))
    there.notes("Was here first")
    there.do(paste_notes(there.workshop, copied(here, notes)))
    [first, note] = there.workshop.notes.values()
    assert (note.stage, note.author, note.number) == (stage, other_eva, 2)
    assert note.category == next(iter(there.workshop.of(Category)))
    assert first.text == "Was here first"


def test_what_the_other_workshop_does_not_have_is_parked_and_written_out(new_room: Rooms) -> None:
    here, there = new_room(), new_room()
    [eva] = here.people("Eva")
    notes = here.notes("Pays", "Waits", stage=here.stage("Book"), author=eva)
    there.stage("Fly")
    there.do(paste_notes(there.workshop, copied(here, notes)))
    for note in there.workshop.notes.values():
        assert (note.stage, note.category, note.author) == (None, None, "Eva")


def test_a_cluster_stays_one(room: "Room") -> None:
    lead, first, second = room.notes("Pays", "Has to pay", "Payment")
    room.do(merge_notes(room.workshop, lead, [first, second]))
    before = room.workshop
    room.do(paste_notes(room.workshop, copied(room, [lead])))
    [top, *members] = new_notes(before, room.workshop)
    [made] = [one for one in room.workshop.of(Cluster).values() if one.lead == top.id]
    assert made.members == tuple(note.id for note in members)
    assert [note.text for note in members] == ["Has to pay", "Payment"]


def test_votes_and_decisions_never_travel() -> None:
    before = full_workshop()
    history = History(before)
    on_ballot = [note.id for note in before.notes.values() if note.id.startswith("v")]
    assert before.of(Ballot)
    content = to_json(excerpt_of(before, on_ballot))
    history.do(paste_notes(before, from_json(content)))
    for kind in (Round, Ballot, Count, Turnout, MomentOfTruth):
        assert history.workshop.of(kind) == before.of(kind)
    told = json.loads(content)
    assert {name for note in told["notes"] for name in note} <= {
        "text", "category", "stage", "height", "x", "y", "author", "lane",
    }  # fmt: skip
    for secret in (*before.of(Ballot), *before.of(Round), *on_ballot, "dots"):
        assert secret.encode() not in content


def test_a_picture_travels_once_with_all_notes_that_have_it(room: "Room") -> None:
    picture = Picture("pic", "image/png", b"\x89PNG", 4, 3)
    room.history = History(room.workshop.applied(Change.between([(None, picture)])))
    notes = room.notes("Pays", "Waits", picture="pic")
    room.do(paste_notes(room.workshop, copied(room, notes)))
    assert len(room.workshop.of(Picture)) == 2
    new = [note.picture for note in room.workshop.notes.values() if note.id not in notes]
    assert len(set(new)) == 1
    assert new[0] not in {"pic", None}


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"[]",
        b"null",
        b'{"format": 1}',
        b'{"format": 2, "notes": [], "pictures": []}',
        b'{"format": 1, "notes": [{}], "pictures": []}',
        b'{"format": 1, "notes": [{"text": 5}], "pictures": []}',
        b'{"format": 1, "notes": [{"text": "a", "x": "1"}], "pictures": []}',
        b'{"format": 1, "notes": [{"text": "a", "x": 1' + b"0" * 400 + b'}], "pictures": []}',
        b'{"format": 1, "notes": [{"text": "a", "control": "all"}], "pictures": []}',
        b'{"format": 1, "notes": [{"text": "a", "under": 0}], "pictures": []}',
        b'{"format": 1, "notes": [{"text": "a", "under": -1}], "pictures": []}',
        b'{"format": 1, "notes": [{"text": "a"}, {"text": "b", "under": -2}], "pictures": []}',
        b'{"format": 1, "notes": [{"text": "a", "under": 1}, {"text": "b", "under": 0}],'
        b' "pictures": []}',
        b'{"format": 1, "notes": [{"text": "a", "picture": 0}], "pictures": []}',
        b'{"format": 1, "notes": [], "pictures": [{"media_type": "image/svg+xml",'
        b' "content": "", "width": 1, "height": 1}]}',
        b"[" * 100_000,
        b"\xff\xfe",
    ],
)
def test_a_clipboard_that_another_program_wrote_is_refused_in_words(content: bytes) -> None:
    with pytest.raises(RefusedError, match="cannot be read"):
        from_json(content)


def test_values_beyond_the_limits_are_refused_as_a_whole(room: "Room") -> None:
    forged = b'{"format": 1, "notes": [{"text": "a"}, {"text": "b", "height": 99999999}],'
    with pytest.raises(RefusedError, match="height"):
        room.do(paste_notes(room.workshop, from_json(forged + b' "pictures": []}')))
    assert not room.workshop.notes


def test_one_note_is_its_text_and_several_are_a_table(room: "Room") -> None:
    notes = room.notes("=1+1", 'Says "no"\nand <goes>', stage=room.stage("Book"))
    one, both = excerpt_of(room.workshop, notes[:1]), excerpt_of(room.workshop, notes)
    assert to_plain(one) == "=1+1"
    table = 'Text\tStage\n=1+1\tBook\n"Says ""no""\nand <goes>"\tBook\n'
    assert to_plain(both) == table


def test_no_cell_of_the_html_table_is_a_formula_or_markup(room: "Room") -> None:
    notes = room.notes("=HYPERLINK(1)", "<img src=x>\n& more")
    html = to_html(excerpt_of(room.workshop, notes))
    assert "<td style=\"mso-number-format:'\\@'; white-space:pre-wrap\">=HYPERLINK(1)</td>" in html
    assert "&lt;img src=x&gt;<br style=" in html
    assert "<img" not in html
