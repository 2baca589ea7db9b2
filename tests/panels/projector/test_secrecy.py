"""Nothing of an open secret round may reach the wall, whatever phase it shows."""

from PySide6.QtGui import QImage
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractSlider,
    QAbstractSpinBox,
    QLineEdit,
    QTextEdit,
    QWidget,
)
from pytestqt.qtbot import QtBot

from motworkshop.model.records import Participant, PhaseKind, Round
from motworkshop.model.rounds import close_round, hand_over
from motworkshop.model.workshop import Workshop
from tests.panels.projector.wall_room import (
    PEOPLE,
    TEXTS,
    WallRoom,
    note_id,
    open_vote,
    put_up,
    workshop_with_notes,
)


def _voted(workshop: Workshop, chosen: str) -> Workshop:
    """An open secret round in which three of four have put their dots on this note."""
    after, vote = open_vote(workshop)
    for name in PEOPLE[:3]:
        person = next(one.id for one in after.of(Participant).values() if one.name == name)
        after = after.applied(hand_over(after, vote, person, {note_id(after, chosen): 2}))
    return after


def _everything(room: WallRoom) -> list[tuple[tuple[str, ...], QImage]]:
    """Words and picture of each phase, curtained or not, with proposals or without."""
    seen = []
    for kind in PhaseKind:
        for is_curtained in (False, True):
            for are_shown in (False, True):
                room.view.show_phase(kind)
                room.view.set_curtain(is_curtained)
                room.view.set_proposals_shown(are_shown)
                image = room.view.grab().toImage()
                seen.append((room.view.words, image))
    return seen


def _are_alike(one: QImage, other: QImage) -> bool:
    """The same but for a hair at the edge of a letter, which Qt draws a shade off at times."""
    if one == other:
        return True
    pairs = zip(bytes(one.constBits()), bytes(other.constBits()), strict=True)
    return one.size() == other.size() and all(abs(a - b) < 16 for a, b in pairs)


def test_no_picture_depends_on_what_was_voted_for(qtbot: QtBot) -> None:
    base = workshop_with_notes()
    one = _everything(put_up(qtbot, _voted(base, "Payment declined")))
    other = _everything(put_up(qtbot, _voted(base, "Gate changed")))
    assert len(one) == 36
    for (words, image), (other_words, other_image) in zip(one, other, strict=True):
        assert words == other_words
        assert _are_alike(image, other_image)


def test_it_would_depend_on_it_once_the_round_is_closed(qtbot: QtBot) -> None:
    base = workshop_with_notes()
    read = []
    for chosen in ("Payment declined", "Gate changed"):
        after = _voted(base, chosen)
        vote = next(iter(after.of(Round).values()))
        room = put_up(qtbot, after.applied(close_round(after, vote)))
        room.view.show_phase(PhaseKind.REVEAL)
        read.append(room.read())
    assert read[0] != read[1]


def test_while_a_secret_round_is_open_no_note_is_named_in_vote_and_reveal(qtbot: QtBot) -> None:
    room = put_up(qtbot, _voted(workshop_with_notes(), "Bag lost"))
    room.selection.select([note_id(room.document.workshop, "Bag lost")])
    room.view.set_spotlight(note_id(room.document.workshop, "Bag lost"))
    for kind in (PhaseKind.VOTE, PhaseKind.REVEAL):
        room.view.show_phase(kind)
        room.view.set_spotlight(note_id(room.document.workshop, "Bag lost"))
        read = room.read()
        assert "3 of 4 handed over" in read
        assert "Nobody sees your dots until everyone is done." in read
        assert not [text for text in TEXTS if text in read]
        assert not [name for name in PEOPLE if name in read]
    assert room.boards == []


def test_an_open_secret_round_gives_no_moments_and_no_bars(qtbot: QtBot) -> None:
    room = put_up(qtbot, _voted(workshop_with_notes(), "Bag lost"))
    for kind in (PhaseKind.OWN, PhaseKind.REPORT):
        room.view.show_phase(kind)
        read = room.read()
        assert "Bag lost" not in read
        assert "from 3" not in read


def test_a_ballot_that_comes_in_changes_the_count_and_nothing_else(qtbot: QtBot) -> None:
    after, vote = open_vote(workshop_with_notes())
    room = put_up(qtbot, after)
    room.view.show_phase(PhaseKind.VOTE)
    before = room.read().splitlines()
    person = next(iter(after.of(Participant)))
    room.document.record(hand_over(after, vote, person, {note_id(after, "Bag lost"): 2}))
    now = room.read().splitlines()
    assert [(a, b) for a, b in zip(before, now, strict=True) if a != b] == [
        ("0 of 4 handed over", "1 of 4 handed over")
    ]


def test_there_is_nothing_to_press_or_to_write_in(qtbot: QtBot, sample: Workshop) -> None:
    controls = (
        QAbstractButton,
        QLineEdit,
        QTextEdit,
        QAbstractSpinBox,
        QAbstractSlider,
        QAbstractItemView,
    )
    room = put_up(qtbot, sample)
    for kind in PhaseKind:
        room.view.show_phase(kind)
        room.read()
        found = [one for one in room.view.findChildren(QWidget) if isinstance(one, controls)]
        assert found == []
        assert room.view.findChildren(QWidget) == []


def test_proposals_are_told_only_after_somebody_shows_them(qtbot: QtBot, sample: Workshop) -> None:
    room = put_up(qtbot, sample)
    room.view.show_phase(PhaseKind.ALIGN)
    hidden = room.read()
    assert "13 people have written down theirs" in hidden
    assert "Inspiration" not in hidden
    assert "Astrid" not in hidden
    room.view.set_proposals_shown(True)
    assert "Inspiration" in room.read()
    room.view.set_proposals_shown(False)
    assert room.read() == hidden


def test_the_curtain_hides_notes_in_every_phase_around_the_board(
    qtbot: QtBot, sample: Workshop
) -> None:
    room = put_up(qtbot, sample)
    room.selection.select(list(sample.notes)[:2])
    texts = [note.text for note in sample.notes.values()]
    for kind in (
        PhaseKind.ALIGN,
        PhaseKind.BRAINSTORM,
        PhaseKind.CLUSTER,
        PhaseKind.CATEGORISE,
    ):
        room.view.show_phase(kind)
        room.view.set_curtain(True)
        room.boards.clear()
        read = room.read()
        assert not [text for text in texts if text in read]
        assert room.boards == []


def test_a_dark_wall_is_black_and_tells_nothing(qtbot: QtBot, sample: Workshop) -> None:
    room = put_up(qtbot, sample)
    room.read()
    room.view.set_blank(True)
    image = room.view.grab().toImage()
    colours = {image.pixelColor(x, y).name() for x in range(0, 960, 7) for y in range(0, 540, 7)}
    assert colours == {"#000000"}
    assert room.view.words == ()
    room.view.set_blank(False)
    assert room.read()


def test_going_dark_in_the_middle_of_a_change_leaves_no_trace(
    qtbot: QtBot, sample: Workshop
) -> None:
    room = put_up(qtbot, sample, is_animated=True)
    with qtbot.waitExposed(room.view):
        room.view.show()
    room.view.show_phase(PhaseKind.OWN)
    moved = [room.view.is_moving]
    room.view.set_blank(True)
    assert [*moved, room.view.is_moving] == [True, False]
    image = room.view.grab().toImage()
    assert image.pixelColor(100, 100).name() == "#000000"
