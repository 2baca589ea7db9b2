from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtTest import QTest

from motworkshop.model.records import Ballot, Round
from motworkshop.model.rounds import close_round

if TYPE_CHECKING:
    from tests.panels.vote.conftest import MakeRoom, VoteRoom

Key = Qt.Key


def test_a_secret_round_by_keyboard_alone_keeps_names_and_dots_apart(room: "VoteRoom") -> None:
    room.pass_the_keyboard()
    room.press(Key.Key_Space)  # I am Ann – begin
    room.type("++")
    room.press(Key.Key_Down)
    room.type("+")
    room.press(Key.Key_Return, control=True)
    room.press(Key.Key_Space)  # I am Bo – begin
    room.press(Key.Key_Down)
    room.type("+")
    room.press(Key.Key_Return, control=True)
    given = [room.dots(ballot) for ballot in room.ballots]
    assert sorted(given, key=len) == [{"Cold soup": 1}, {"Late bag": 2, "Cold soup": 1}]
    assert {ballot.voter for ballot in room.ballots} == {""}
    assert room.voters == ["Ann", "Bo"]


def test_the_warning_and_the_time_come_before_the_first_secret_turn_only(
    room: "VoteRoom",
) -> None:
    room.start()
    assert "3 people, about 2 minutes each: 6 minutes." in room.seen()
    room.click("Pass the keyboard")
    assert room.wanted == [True]
    assert "Everyone can see this screen" in room.seen()
    assert "Blank the projector (B)" in room.seen()
    room.click("Only the voter can see it – go on")
    assert "Hand the keyboard to Ann" in room.seen()
    room.click("Back to the board")
    room.click("Pass the keyboard")
    assert "Hand the keyboard to Ann" in room.seen()


def test_not_now_goes_back_to_the_board(room: "VoteRoom") -> None:
    room.start()
    room.click("Pass the keyboard")
    room.click("Not now")
    assert room.wanted == [True, False]
    assert not room.workshop.of(Ballot)


def test_the_dots_of_a_turn_are_in_no_record_before_they_are_handed_over(
    room: "VoteRoom",
) -> None:
    room.pass_the_keyboard()
    before = room.workshop
    room.click("I am Ann – begin")
    room.click_row("Late bag")
    room.click_row("Cold soup")
    assert room.workshop == before
    assert room.scene.is_in_turn
    room.click("Hand over")
    assert [room.dots(ballot) for ballot in room.ballots] == [{"Late bag": 1, "Cold soup": 1}]


def test_the_next_voter_sees_the_curtain_and_then_an_empty_ballot(room: "VoteRoom") -> None:
    room.pass_the_keyboard()
    room.click("I am Ann – begin")
    room.click_row("Late bag")
    room.click("Hand over")
    assert "Ann has handed over." in room.seen()
    assert "Hand the keyboard to Bo" in room.seen()
    assert "1 of 3 have handed over" in room.seen()
    assert not room.rows()
    room.click("I am Bo – begin")
    assert all(row.endswith("0 dots") for row in room.rows())
    assert len(room.rows()) == 4


def test_a_click_adds_and_minus_or_shift_click_takes_back(room: "VoteRoom") -> None:
    room.pass_the_keyboard()
    room.click("I am Ann – begin")
    row = room.row("Late bag")
    for place in (row.place_of_plus(), row.place_of_plus()):
        QTest.mouseClick(
            row, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, place.center().toPoint()
        )
    assert row.accessibleName() == "1: Late bag, 2 dots"
    minus = row.place_of_minus().center().toPoint()
    QTest.mouseClick(row, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, minus)
    assert row.accessibleName() == "1: Late bag, 1 dot"
    room.click_row("Late bag", is_back=True)
    assert row.accessibleName() == "1: Late bag, 0 dots"
    room.click_row("Late bag", is_back=True)
    assert "There is no dot on this note to take back." in room.seen()


def test_cap_and_budget_are_kept_and_the_sentence_says_which(room: "VoteRoom") -> None:
    room.pass_the_keyboard()
    room.click("I am Ann – begin")
    room.type("+++")
    assert "At most 2 dots may lie on one note." in room.seen()
    room.click_row("Cold soup")
    room.click_row("Kind crew")
    assert "All 3 dots are given. Take one back first." in room.seen()
    room.click("Hand over")
    assert [room.dots(ballot) for ballot in room.ballots] == [{"Late bag": 2, "Cold soup": 1}]


def test_somebody_may_give_no_dots(room: "VoteRoom") -> None:
    room.pass_the_keyboard()
    room.click("I am Ann – begin")
    assert not room.button("Hand over").isEnabled()
    room.click("Give no dots")
    assert (room.voters, [ballot.dots for ballot in room.ballots]) == (["Ann"], [()])


def test_typing_searches_by_number_and_word_and_escape_shows_all_again(room: "VoteRoom") -> None:
    room.pass_the_keyboard()
    room.click("I am Ann – begin")
    room.type("soup")
    assert room.rows() == ["3: Cold soup, 0 dots"]
    room.press(Key.Key_Return)
    room.type("+")
    assert room.rows() == ["3: Cold soup, 1 dot"]
    room.press(Key.Key_Escape)
    assert len(room.rows()) == 4
    room.type("4")
    assert room.rows() == ["4: Lost card, 0 dots"]


def test_notes_stand_stage_by_stage_for_everybody(room: "VoteRoom") -> None:
    room.pass_the_keyboard()
    room.click("I am Ann – begin")
    assert [row.split(":")[0] for row in room.rows()] == ["1", "3", "2", "4"]


def test_leaving_is_told_what_is_lost_and_throws_the_dots_away(room: "VoteRoom") -> None:
    room.pass_the_keyboard()
    room.click("I am Ann – begin")
    room.click_row("Late bag")
    room.press(Key.Key_Escape)
    assert "1 dot of Ann will be thrown away." in room.seen()
    room.click("Go on voting")
    assert room.row("Late bag").accessibleName().endswith("1 dot")
    room.click("Leave without handing over")
    room.click("Throw 1 dot away and leave")
    assert "Ann left without handing over." in room.seen()
    assert (room.voters, room.ballots, room.scene.is_in_turn) == ([], [], False)
    room.click("I am Ann – begin")
    assert room.row("Late bag").accessibleName().endswith("0 dots")


def test_opening_another_phase_throws_the_dots_away_and_the_curtain_says_so(
    room: "VoteRoom",
) -> None:
    room.pass_the_keyboard()
    room.click("I am Ann – begin")
    room.click_row("Late bag")
    room.scene.centre.hide()
    room.scene.centre.show()
    assert not room.rows()
    assert "Ann left without handing over. The dots were thrown away." in room.seen()


def test_nothing_else_is_within_reach_during_a_turn(room: "VoteRoom") -> None:
    room.pass_the_keyboard()
    with room.qtbot.waitSignal(room.scene.turn_began):
        room.click("I am Ann – begin")
    assert not room.button("Close the round").isEnabled()
    with room.qtbot.waitSignal(room.scene.turn_ended):
        room.click("Give no dots")
    assert room.button("Close the round").isEnabled()


def test_undo_and_letters_in_a_turn_never_reach_the_window(room: "VoteRoom") -> None:
    reached: list[str] = []
    for keys in ("Ctrl+Z", "N", "1", "Backspace"):
        shortcut = QShortcut(QKeySequence(keys), room.window)
        shortcut.activated.connect(lambda keys=keys: reached.append(keys))
    room.pass_the_keyboard()
    room.click("I am Ann – begin")
    room.type("+")
    room.press(Key.Key_Z, control=True)
    assert room.row("Late bag").accessibleName().endswith("0 dots")
    room.type("n1")
    room.press(Key.Key_Backspace)
    assert reached == []


def test_a_late_comer_votes_by_name_and_nobody_votes_twice(room: "VoteRoom") -> None:
    room.pass_the_keyboard()
    guest = room.field("Name of a voter who is not on the roster")
    QTest.keyClicks(guest, "  Gast  Ida ")
    QTest.keyClick(guest, Key.Key_Return)
    room.click("Give no dots")
    assert room.voters == ["Gast Ida"]
    assert "1 of 4 have handed over" in room.seen()
    QTest.keyClicks(guest, "gast ida")
    QTest.keyClick(guest, Key.Key_Return)
    assert room.refusals == ["gast ida has handed over already."]
    assert len(room.ballots) == 1


def test_somebody_else_can_be_next(room: "VoteRoom") -> None:
    room.pass_the_keyboard()
    room.click("Cy: not yet")
    room.click("I am Cy – begin")
    room.click("Give no dots")
    assert room.voters == ["Cy"]


def test_when_everybody_is_done_the_curtain_offers_to_close(room: "VoteRoom") -> None:
    room.pass_the_keyboard()
    for name in ("Ann", "Bo", "Cy"):
        room.click(f"I am {name} – begin")
        room.click("Give no dots")
    assert "Everyone has handed over" in room.seen()
    close = [
        button
        for button in room.scene.centre.findChildren(type(room.button("Back to the board")))
        if button.text() == "Close the round" and button.isVisible()
    ]
    with room.qtbot.waitSignal(room.scene.round_closed):
        QTest.mouseClick(close[0], Qt.MouseButton.LeftButton)
    assert not room.is_open()
    assert room.wanted[-1] is False


def test_a_round_that_is_closed_elsewhere_ends_the_turn(room: "VoteRoom") -> None:
    room.pass_the_keyboard()
    room.click("I am Ann – begin")
    room.click_row("Late bag")
    room.document.record(close_round(room.workshop, room.vote))
    assert not room.scene.is_in_turn
    assert (room.ballots, room.wanted[-1]) == ([], False)


def test_sides_go_on_the_ballots_and_names_do_not(sided: "VoteRoom") -> None:
    sided.pass_the_keyboard()
    for name in ("Ann", "Di", "Guy"):
        sided.click(f"{name}: not yet")
        sided.click(f"I am {name} – begin")
        sided.click("Give no dots")
    assert sorted(ballot.side for ballot in sided.ballots) == ["", "Front", "Office"]
    assert {ballot.voter for ballot in sided.ballots} == {""}


def test_names_and_notes_are_plain_text(make_room: "MakeRoom") -> None:
    room = make_room([("A & <b>B</b>", "")], ["<img src=x> & co"])
    room.pass_the_keyboard()
    assert "Hand the keyboard to A & <b>B</b>" in room.seen()
    room.click("I am A && <b>B</b> – begin")
    assert room.rows() == ["1: <img src=x> & co, 0 dots"]
    room.click_row("<img src=x> & co")
    room.click("Hand over")
    assert [room.dots(ballot) for ballot in room.ballots] == [{"<img src=x> & co": 1}]


def test_without_a_roster_voters_are_named_one_by_one(make_room: "MakeRoom") -> None:
    room = make_room([])
    room.start()
    room.click("Pass the keyboard")
    room.click("Only the voter can see it – go on")
    assert "Whose turn is it?" in room.seen()
    room.type("Zoe")
    room.press(Key.Key_Return)
    room.click("Give no dots")
    assert room.voters == ["Zoe"]


def test_a_discarded_round_takes_the_turn_with_it(room: "VoteRoom") -> None:
    room.start()
    room.click("Discard the round…")
    assert "This cannot be undone." in room.seen()
    room.click("Keep it")
    assert len(room.workshop.of(Round)) == 1
    room.click("Discard the round…")
    room.click("Discard the round")
    assert not room.workshop.of(Round)
    assert room.has_button("Start vote")
