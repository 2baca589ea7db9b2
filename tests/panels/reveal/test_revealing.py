from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QComboBox, QWidget

from motworkshop.imports.sample import sample_workshop
from motworkshop.look import LIGHT
from motworkshop.model.edits.notes import Draft, add_notes
from motworkshop.model.records import PhaseKind, Round
from motworkshop.model.rounds import count_dots, discard_round
from motworkshop.model.tally import tally_of
from motworkshop.panels.controls.rows import LinkRow
from motworkshop.panels.icons import Icons
from motworkshop.panels.reveal.bar_painter import columns_of
from motworkshop.panels.reveal.bars import bars_of
from motworkshop.panels.reveal.centre import Legend, RevealCentre
from motworkshop.panels.reveal.far_apart import FarApart
from motworkshop.panels.reveal.heads import ColumnHeads
from motworkshop.panels.reveal.words import order_words, overlap_words, round_sentence

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from tests.panels.reveal.conftest import RevealRoom

MANY = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"


def test_closing_tells_who_is_missing_and_then_the_bars_grow(room: "RevealRoom") -> None:
    room.hold({"Ann": {"A": 1}}, is_closed=False)
    room.open_scene()
    assert "1 has handed over. | Not yet: Bo and Cy" in room.seen()
    room.click("Close and reveal")
    assert "Bo and Cy have not voted." in room.seen()
    room.click("Wait")
    assert room.is_open()
    room.click("Close and reveal")
    with room.qtbot.waitSignal(room.scene.round_revealed):
        room.click("Close and reveal anyway")
    assert not room.is_open()
    assert room.wanted[-1] is True
    assert room.read_out()[0] == "Rank 1, note 1: A, 1 dot from 1 person, in"


def test_while_a_secret_round_is_open_nothing_but_the_turnout_is_told(
    room: "RevealRoom",
) -> None:
    room.hold({"Ann": {"A": 7}}, is_closed=False)
    room.open_scene()
    assert room.wanted == [False]
    assert "7" not in room.seen()
    assert room.read_out() == [""]


def test_everybody_done_closes_at_once(room: "RevealRoom") -> None:
    room.hold({"Ann": {"A": 1}, "Bo": {}, "Cy": {}}, is_closed=False)
    room.open_scene()
    assert "Nobody is missing." in room.seen()
    room.click("Close and reveal")
    assert not room.is_open()


def test_bars_grow_then_stand_still(room: "RevealRoom") -> None:
    room.hold({"Ann": {"A": 1, "B": 2}})
    room.open_scene()
    room.scene.set_animated(True)
    with room.qtbot.waitSignal(room.scene.centre.settled):
        room.click("Let the bars grow again")
        assert room.scene.centre.chart.is_moving
    assert not room.scene.centre.chart.is_moving


def test_with_reduced_motion_the_end_is_shown_at_once(room: "RevealRoom") -> None:
    room.hold({"Ann": {"A": 1}})
    room.open_scene()
    with room.qtbot.waitSignal(room.scene.centre.settled):
        room.click("Let the bars grow again")
        assert not room.scene.centre.chart.is_moving


def test_the_first_fifteen_of_many_fit_and_the_rest_scrolls(room: "RevealRoom") -> None:
    room.document.do(add_notes(room.workshop, [Draft(letter * 3) for letter in MANY]))
    room.hold({"Ann": {"A": 2, "B": 1}})
    room.open_scene()
    chart = room.scene.centre.chart
    seen = chart.parentWidget()
    assert seen is not None
    assert chart.place_of(14).bottom() <= seen.height()
    assert chart.height() > seen.height()


def test_a_clicked_bar_chooses_its_note(room: "RevealRoom") -> None:
    room.hold({"Ann": {"C": 2, "B": 1}})
    room.open_scene()
    chart = room.scene.centre.chart
    with room.qtbot.waitSignal(room.scene.notes_chosen) as chosen:
        place = chart.place_of(1).center().toPoint()
        QTest.mouseClick(chart, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, place)
    assert chosen.args == [[room.note("B")]]


def test_a_click_on_the_line_of_the_cut_chooses_nothing(room: "RevealRoom") -> None:
    room.hold({"Ann": {"C": 2}})
    room.open_scene()
    chart = room.scene.centre.chart
    assert chart.note_at(chart.place_of(1).top() - 2) is None


def test_bars_are_walked_and_chosen_by_keyboard(room: "RevealRoom") -> None:
    room.hold({"Ann": {"C": 2, "B": 1}})
    room.open_scene()
    chart = room.scene.centre.chart
    QTest.keyClick(chart, Qt.Key.Key_Down)
    with room.qtbot.waitSignal(room.scene.notes_chosen) as chosen:
        QTest.keyClick(chart, Qt.Key.Key_Return)
    assert chosen.args == [[room.note("B")]]


def test_the_note_selected_on_the_board_is_the_current_bar(room: "RevealRoom") -> None:
    room.hold({"Ann": {"C": 2, "B": 1}})
    room.open_scene()
    room.selection.select([room.note("B")])
    with room.qtbot.waitSignal(room.scene.notes_chosen) as chosen:
        QTest.keyClick(room.scene.centre.chart, Qt.Key.Key_Return)
    assert chosen.args == [[room.note("B")]]


def test_the_board_can_be_seen_instead_and_stays_wanted(room: "RevealRoom") -> None:
    room.hold({"Ann": {"A": 1}})
    room.open_scene()
    assert room.wanted == [True]
    room.click("Back to the board")
    assert room.wanted[-1] is False
    room.scene.panel.hide()
    room.scene.panel.show()
    assert room.wanted[-1] is False
    room.click("Show the bars")
    assert room.wanted[-1] is True


def test_what_the_figures_mean_is_said_in_sentences(room: "RevealRoom") -> None:
    room.hold({"Ann": {"A": 1, "B": 1}, "Bo": {"A": 1, "C": 1}})
    room.open_scene()
    words = "Two people agree on about 1 note in 3. | Strong agreement on the order."
    assert f"{words} | Vote overlap 0.33 · Kendall's W 0.62" in room.seen()


def test_of_a_count_it_says_that_breadth_and_agreement_are_unknown(room: "RevealRoom") -> None:
    room.hold({}, is_closed=False)
    room.document.record(count_dots(room.workshop, room.round(), {room.note("A"): 4}, 3))
    room.close()
    room.open_scene()
    assert "The dots were counted by hand." in room.seen()
    assert "overlap" not in room.seen()


def test_a_second_round_tells_what_moved(room: "RevealRoom") -> None:
    room.hold({"Ann": {"A": 3, "B": 2, "C": 1}})
    room.hold({"Ann": {"A": 1, "B": 3, "D": 2}}, title="Second vote")
    room.open_scene()
    seen = room.seen()
    assert "What moved since “Vote”" in seen
    assert "2  B | up 1 (2 to 1)" in seen
    assert "1  A | down 2 (1 to 3)" in seen
    assert "4  D | no dot before, now 2" in seen
    assert "3  C | no dot now (was 3)" in seen


def test_earlier_rounds_can_be_looked_at(room: "RevealRoom") -> None:
    room.hold({"Ann": {"A": 3}})
    room.hold({"Ann": {"B": 3}}, title="Second vote")
    room.open_scene()
    assert room.read_out()[0].startswith("Rank 1, note 2: B")
    box = room.window.findChildren(QComboBox)[0]
    index = box.findText("Vote")
    box.setCurrentIndex(index)
    box.activated.emit(index)
    assert room.read_out()[0].startswith("Rank 1, note 1: A")


def test_without_a_closed_round_there_is_nothing_to_reveal(room: "RevealRoom") -> None:
    room.open_scene()
    assert "No vote yet." in room.seen()
    wanted: list[PhaseKind] = []
    room.scene.phase_wanted.connect(wanted.append)
    room.click("Go to Vote")
    assert wanted == [PhaseKind.VOTE]
    assert room.wanted == [False]


def test_when_the_only_round_is_discarded_the_picture_goes(room: "RevealRoom") -> None:
    room.hold({"Ann": {"A": 3}})
    room.open_scene()
    room.document.record(discard_round(room.workshop, room.round()))
    assert room.wanted == [True, False]
    assert "No vote yet." in room.seen()


def test_the_picture_is_painted_with_bars_in_the_accent_colour(room: "RevealRoom") -> None:
    room.hold({"Ann": {"A": 3}})
    room.open_scene()
    chart = room.scene.centre.chart
    picture = chart.grab().toImage()
    row = chart.place_of(0).center().toPoint()
    colours = {picture.pixelColor(QPoint(x, row.y())).name() for x in range(picture.width())}
    assert "#2954c8" in colours
    assert tally_of(room.workshop, room.round()).dots == 3


def test_how_far_people_agree_is_told_in_plain_words() -> None:
    told = [overlap_words(value) for value in (0.0, 0.11, 0.33, 0.52, 0.97, 1.0)]
    assert told == [
        "no note", "about 1 note in 9", "about 1 note in 3", "about 5 notes in 10",
        "about 9 notes in 10", "every note",
    ]  # fmt: skip
    assert [order_words(value) for value in (0.0, 0.19, 0.2, 0.4, 0.6, 1.0)] == [
        "Little", "Little", "Some", "Fair", "Strong", "Strong",
    ]  # fmt: skip


def test_where_sides_are_far_apart_comes_first_with_their_shares(qtbot: "QtBot") -> None:
    workshop = sample_workshop()
    apart = FarApart(workshop, workshop.ordered(Round)[0])
    qtbot.addWidget(apart)
    rows = [row.accessibleName() for row in apart.findChildren(LinkRow)]
    assert rows[0] == "38  No room left for the cabin bag: Front line 10\u00a0%, Office 2\u00a0%"
    with qtbot.waitSignal(apart.chosen) as chosen:
        apart.findChildren(LinkRow)[2].click()
    assert workshop.notes[chosen.args[0]].number == 5


def test_notes_merged_after_the_vote_are_told_with_both_counts() -> None:
    workshop = sample_workshop()
    tally = tally_of(workshop, workshop.ordered(Round)[0])
    words = "13 people voted in secret: 104 dots on 61 notes, 59 after merging"
    assert round_sentence(workshop, tally) == words


def test_when_nothing_is_open_any_more_it_says_how_many_are_decided(room: "RevealRoom") -> None:
    room.hold({"Ann": {"A": 3, "B": 2, "C": 1}})
    room.open_scene()
    assert "3 moments of truth" in room.seen()
    room.hold({"Ann": {"A": 1}}, title="Again", is_closed=False)
    assert "moments of truth" not in room.seen()


def test_the_legend_explains_the_marks_of_all_sides(qtbot: "QtBot") -> None:
    workshop = sample_workshop()
    legend = Legend(Icons(LIGHT), LIGHT)
    qtbot.addWidget(legend)
    legend.show_bars(bars_of(workshop, workshop.ordered(Round)[0]))
    words = "Share of each side's dots: Front line Office sides far apart: Front line / Office"
    assert legend.accessibleName() == words


def test_rank_and_note_number_have_headings_that_stay_while_the_bars_scroll(
    qtbot: "QtBot",
) -> None:
    centre = RevealCentre(Icons(LIGHT), LIGHT)
    qtbot.addWidget(centre)
    centre.resize(784, 724)
    workshop = sample_workshop()
    centre.show_bars(workshop, bars_of(workshop, workshop.ordered(Round)[0]))
    with qtbot.waitExposed(centre):
        centre.show()
    heads = centre.findChild(ColumnHeads)
    assert heads is not None
    assert heads.accessibleName() == "Rank, Note"
    assert heads.geometry().bottom() < centre.chart.mapTo(centre, QPoint(0, 0)).y()
    rank, note = written(heads)
    first = centre.chart.place_of(0)
    columns = columns_of(first, has_sides=True)
    assert abs(rank[1] - columns.rank.right()) <= 3
    assert abs((note[0] + note[1]) / 2 - columns.chip.center().x()) <= 3
    before = heads.geometry()
    QTest.keyClick(centre.chart, Qt.Key.Key_PageDown)
    QTest.keyClick(centre.chart, Qt.Key.Key_PageDown)
    assert centre.chart.mapTo(centre, QPoint(0, 0)).y() < 0, "the bars have scrolled"
    assert heads.geometry() == before


def written(widget: QWidget) -> list[tuple[int, int]]:
    """Where words begin and end from left to right; letters stand closer than 6 pixels."""
    picture = widget.grab().toImage()
    ground = picture.pixelColor(picture.width() - 1, 0)
    inked = [
        x
        for x in range(picture.width())
        if any(picture.pixelColor(x, y) != ground for y in range(picture.height()))
    ]
    words: list[tuple[int, int]] = []
    for x in inked:
        if words and x - words[-1][1] < 6:
            words[-1] = (words[-1][0], x)
        else:
            words.append((x, x))
    return words
