from PySide6.QtGui import QImage
from pytestqt.qtbot import QtBot

from motworkshop.model.records import PhaseKind
from motworkshop.model.rounds import close_round, hand_over
from motworkshop.model.workshop import Workshop
from motworkshop.panels.projector.reveal_page import RevealPage
from motworkshop.panels.projector.view import ProjectorView
from motworkshop.panels.reveal.bars import bars_of
from tests.panels.projector.wall_room import note_id, open_vote, put_up, workshop_with_notes


def _shown(view: ProjectorView, qtbot: QtBot) -> None:
    with qtbot.waitExposed(view):
        view.show()


def test_bars_grow_together_then_sort_then_say_what_they_mean() -> None:
    base = workshop_with_notes()
    after, vote = open_vote(base)
    after = after.applied(hand_over(after, vote, "Ann", {note_id(base, "Meal cold"): 2}))
    after = after.applied(close_round(after, vote))
    page = RevealPage.of(after, bars_of(after, after.of(type(vote))[vote.id]))
    moments = [
        RevealPage(page.bars, page.sentence, part).moment for part in (0.0, 0.3, 0.55, 0.8, 1)
    ]
    assert moments[0].grown == 0
    assert 0 < moments[1].grown < 1
    assert moments[1].sorted == 0
    assert moments[2].grown == 1
    assert 0 < moments[3].sorted < 1
    assert moments[3].marks == 0
    assert (moments[4].grown, moments[4].sorted, moments[4].marks) == (1, 1, 1)


def test_closing_the_round_in_front_of_all_lets_the_bars_grow(qtbot: QtBot) -> None:
    base = workshop_with_notes()
    after, vote = open_vote(base)
    room = put_up(qtbot, after, is_animated=True)
    room.view.show_phase(PhaseKind.REVEAL)
    _shown(room.view, qtbot)
    note = note_id(base, "Meal cold")
    room.document.record(hand_over(after, vote, "Ann", {note: 2}))
    moved = [room.view.is_moving]
    room.document.record(close_round(room.document.workshop, vote))
    assert [*moved, room.view.is_moving] == [False, True]
    assert "the cut: 1 is in" not in room.read()
    qtbot.waitUntil(lambda: not room.view.is_moving)
    assert "1 of 2 places taken" in room.read()
    room.view.show_phase(PhaseKind.OWN)
    qtbot.waitUntil(lambda: not room.view.is_moving)
    room.view.show_phase(PhaseKind.REVEAL)
    room.view.set_animated(False)
    assert "1 of 2 places taken" in room.read()


def test_the_reveal_can_be_played_again_and_selecting_does_not_stop_it(
    qtbot: QtBot, sample: Workshop
) -> None:
    room = put_up(qtbot, sample, is_animated=True)
    room.view.show_phase(PhaseKind.REVEAL)
    _shown(room.view, qtbot)
    moved = [room.view.is_moving]
    room.view.play_reveal()
    moved.append(room.view.is_moving)
    room.selection.select([next(iter(sample.notes))])
    assert [*moved, room.view.is_moving] == [False, True, True]


def test_without_animation_everything_is_there_at_once(qtbot: QtBot, sample: Workshop) -> None:
    room = put_up(qtbot, sample)
    _shown(room.view, qtbot)
    room.view.show_phase(PhaseKind.REVEAL)
    room.view.play_reveal()
    assert not room.view.is_moving
    assert "the cut: 10 are in" in room.read()


def test_pictures_change_over_softly_but_a_curtain_falls_at_once(
    qtbot: QtBot, sample: Workshop
) -> None:
    room = put_up(qtbot, sample, is_animated=True)
    _shown(room.view, qtbot)
    room.view.show_phase(PhaseKind.CATEGORISE)
    moved = [room.view.is_moving]
    room.view.set_curtain(True)
    assert [*moved, room.view.is_moving] == [True, False]
    still = put_up(qtbot, sample)
    still.view.show_phase(PhaseKind.CATEGORISE)
    still.view.set_curtain(True)
    assert _picture(room.view) == _picture(still.view)


def _picture(view: ProjectorView) -> QImage:
    return view.grab().toImage()
