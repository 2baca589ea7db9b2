"""In every phase, however far it is, at most one button stands out, and it is what is next."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QLineEdit, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from motworkshop.app.desk import Desk
from motworkshop.app.program import Program
from motworkshop.model.change import Change, Edit
from motworkshop.model.edits.categories import add_category
from motworkshop.model.edits.frame import edit_about
from motworkshop.model.edits.moments import add_action, add_metric, decide, describe_moment
from motworkshop.model.edits.notes import Draft, add_notes, categorise_notes
from motworkshop.model.edits.people import add_participants, propose_stages
from motworkshop.model.edits.stages import add_stage
from motworkshop.model.history import History
from motworkshop.model.records import Category, Decision, Participant, PhaseKind, Round
from motworkshop.model.rounds import Terms, close_round, hand_over, start_round
from motworkshop.model.workshop import Workshop
from motworkshop.storage.create import create_workshop

PEOPLE = (("Ann", "Web"), ("Bo", "Cabin"))
TEXTS = ("Late bag", "Kind crew", "Cold soup", "Lost card")
LINE = "Note that is read out"


class Room:
    """The program with a workshop that grows, and what stands out in its window."""

    def __init__(self, program: Program, folder: Path, qtbot: QtBot) -> None:
        self.qtbot = qtbot
        path = folder / "next.motw"
        create_workshop(path, History(Workshop.titled("Next")).workshop)
        self.window = program.new_window()
        self.window.resize(1280, 800)
        program.open_file(path, self.window)
        assert self.window.desk is not None
        self.desk: Desk = self.window.desk
        self.window.activateWindow()
        qtbot.waitUntil(self.window.isActiveWindow)

    @property
    def workshop(self) -> Workshop:
        return self.desk.parts.document.workshop

    def do(self, edit: Callable[..., Edit], *told: object, **values: object) -> None:
        self.desk.parts.document.do(edit(self.workshop, *told, **values))

    def record(self, change: Callable[..., Change], *told: object) -> None:
        self.desk.parts.document.record(change(self.workshop, *told))

    def go_to(self, kind: PhaseKind) -> None:
        self.desk.parts.clock.go_to(kind)

    def write_notes(self) -> None:
        self.do(add_notes, [Draft(text) for text in TEXTS])

    def notes(self) -> list[str]:
        by_text = {note.text: note.id for note in self.workshop.notes.values()}
        return [by_text[text] for text in TEXTS]

    def person(self, name: str) -> str:
        people = self.workshop.of(Participant).values()
        return next(person.id for person in people if person.name == name)

    def vote(self, title: str = "Vote") -> Round:
        return next(one for one in self.workshop.of(Round).values() if one.title == title)

    def start(self, title: str = "Vote", *, cut: int = 2) -> None:
        self.record(start_round, title, Terms("Which?", 3, 1, cut, True))

    def hold(self, title: str = "Vote", *, dots: tuple[int, ...] = (0, 1), cut: int = 2) -> None:
        """A closed round in which Ann gave a dot to each of these notes."""
        self.start(title, cut=cut)
        given = {self.notes()[place]: 1 for place in dots}
        self.record(hand_over, self.vote(title), self.person("Ann"), given)
        self.record(close_round, self.vote(title))

    def click(self, words: str) -> None:
        def found() -> list[QAbstractButton]:
            buttons = self.window.findChildren(QAbstractButton)
            said = [one for one in buttons if words in {one.text(), one.accessibleName()}]
            return [one for one in said if one.isVisible() and one.isEnabled()]

        self.qtbot.waitUntil(lambda: bool(found()))
        QTest.mouseClick(found()[0], Qt.MouseButton.LeftButton)

    def shown(self) -> list[str]:
        buttons = self.window.findChildren(QPushButton)
        return [one.text() for one in buttons if one.isVisible()]

    def offered(self) -> list[str]:
        buttons = self.window.findChildren(QPushButton)
        seen = [one for one in buttons if one.isVisible() and one.isEnabled()]
        buttons_next = [one.text() for one in seen if one.property("kind") == "primary"]
        lines = self.window.findChildren(QLineEdit)
        return buttons_next + [
            one.accessibleName()
            for one in lines
            if one.isVisible() and one.property("kind") == "primary"
        ]

    def offers(self, *words: str) -> None:
        """Once everything has come to rest, this one button stands out, and no other."""

        def is_so() -> None:
            assert self.offered() == list(words)
            timers = self.window.findChildren(QTimer)
            soon = [one for one in timers if one.isSingleShot() and one.interval() < 5000]
            assert not any(one.isActive() for one in soon)

        self.qtbot.waitUntil(is_so)


@pytest.fixture
def room(program: Program, tmp_path: Path, qtbot: QtBot) -> Room:
    return Room(program, tmp_path, qtbot)


@pytest.fixture
def peopled(room: Room) -> Room:
    room.do(add_participants, PEOPLE)
    return room


@pytest.fixture
def noted(peopled: Room) -> Room:
    peopled.do(add_stage, "Book")
    peopled.write_notes()
    return peopled


def test_frame_is_done_with_a_journey_and_somebody_to_walk_it(room: Room) -> None:
    room.go_to(PhaseKind.FRAME)
    room.offers("Name the journey")
    room.do(edit_about, journey="From dream to claim")
    room.offers("Add who is here")
    room.do(add_participants, PEOPLE)
    room.offers("Next: Align on stages")


def test_align_begins_with_a_turn_then_compares_then_agrees(peopled: Room) -> None:
    room = peopled
    room.go_to(PhaseKind.ALIGN)
    room.offers("Start with Ann")
    room.do(propose_stages, room.person("Ann"), [("Book", ""), ("Fly", "")])
    room.offers("Hand the keyboard to Bo")
    room.do(propose_stages, room.person("Bo"), [("Buy", "")])
    room.offers("Compare side by side")
    room.click("Compare side by side")
    room.offers()
    room.do(add_stage, "Book")
    room.offers("Next: Brainstorm")
    room.click("To the board")
    room.offers("Next: Brainstorm")
    room.do(propose_stages, room.person("Bo"), [("Buy", ""), ("Fly", "")])
    room.offers("Compare side by side")


def test_proposals_are_compared_first_even_where_stages_are_agreed(peopled: Room) -> None:
    room = peopled
    room.do(add_stage, "Book")
    for name, stage in (("Ann", "Book"), ("Bo", "Buy")):
        room.do(propose_stages, room.person(name), [(stage, "")])
    room.go_to(PhaseKind.ALIGN)
    room.offers("Compare side by side")
    room.click("Compare side by side")
    room.offers("Next: Brainstorm")


def test_writing_stages_alone_nothing_stands_out_but_the_page(peopled: Room) -> None:
    room = peopled
    room.do(add_stage, "Book")
    room.go_to(PhaseKind.ALIGN)
    room.click("Hand the keyboard to Ann")
    room.offers("Start writing")
    room.click("Start writing")
    room.offers("Done, hand over")


def test_brainstorm_begins_in_silence_and_goes_on_with_notes(peopled: Room) -> None:
    room = peopled
    room.go_to(PhaseKind.BRAINSTORM)
    room.offers("Agree on the stages")
    room.click("Agree on the stages")
    assert room.desk.parts.clock.phase is PhaseKind.ALIGN
    room.do(add_stage, "Book")
    room.go_to(PhaseKind.BRAINSTORM)
    room.offers("Start silent writing")
    room.click("Start silent writing")
    assert room.desk.parts.clock.is_running
    room.offers()
    room.click("Begin the round robin")
    room.offers(LINE)
    room.write_notes()
    room.offers(LINE)
    line = next(
        one
        for one in room.window.findChildren(QLineEdit)
        if one.accessibleName() == LINE and one.isVisible()
    )
    QTest.keyClicks(line, "Lost my hat")
    QTest.keyClick(line, Qt.Key.Key_Return)
    room.offers("Next person")
    room.click("Next person")
    room.offers(LINE)
    room.click("Next person")
    room.click("Next person")
    room.offers("Next: Cluster")
    room.click("Silent writing")
    room.offers("Begin the round robin")


def test_cluster_has_its_merge_only_while_notes_are_gathered(peopled: Room) -> None:
    room = peopled
    room.go_to(PhaseKind.CLUSTER)
    room.offers("Go to Brainstorm")
    room.write_notes()
    room.offers("Next: Categorise")
    search = next(
        one
        for one in room.window.findChildren(QLineEdit)
        if one.accessibleName() == "Find notes to merge"
    )
    search.setFocus()
    for words in ("bag", "soup"):
        QTest.keyClicks(search, words)
        QTest.keyClick(search, Qt.Key.Key_Return)
    room.offers("Merge 2 notes under 1")
    room.click("Merge 2 notes under 1")
    room.offers("Next: Categorise")


def test_a_pair_that_looks_alike_comes_before_the_way_on(peopled: Room) -> None:
    room = peopled
    room.do(add_notes, [Draft("The bag is late"), Draft("The bag is too late")])
    room.go_to(PhaseKind.CLUSTER)
    room.offers("Merge")
    room.click("Not the same")
    room.offers("Next: Categorise")


def test_a_pair_that_is_only_somewhat_alike_does_not_ask_to_be_merged(peopled: Room) -> None:
    room = peopled
    room.do(add_notes, [Draft("The bag is late"), Draft("The bag is late again")])
    room.go_to(PhaseKind.CLUSTER)
    room.qtbot.waitUntil(lambda: "Merge" in room.shown())
    room.offers("Next: Categorise")


def test_categorise_is_done_when_every_note_has_a_category(noted: Room) -> None:
    room = noted
    room.go_to(PhaseKind.CATEGORISE)
    room.offers("Sort 4 notes")
    room.do(add_category, "Rescue")
    rescue = next(iter(room.workshop.of(Category)))
    room.do(categorise_notes, room.notes()[:2], rescue)
    room.offers("Sort 2 notes")
    room.click("Sort 2 notes")
    room.offers()
    room.do(categorise_notes, room.notes(), rescue)
    room.offers("Next: Vote")


def test_vote_leads_from_the_terms_through_the_turns_to_the_reveal(noted: Room) -> None:
    room = noted
    room.go_to(PhaseKind.VOTE)
    room.offers("Start vote")
    room.click("Start vote")
    room.offers("Pass the keyboard")
    room.click("Pass the keyboard")
    room.offers("Only the voter can see it – go on")
    room.click("Only the voter can see it – go on")
    room.offers("I am Ann – begin")
    room.click("I am Ann – begin")
    room.offers()
    QTest.keyClick(focus(), Qt.Key.Key_Space)
    room.offers("Hand over")
    QTest.keyClick(focus(), Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    room.offers("I am Bo – begin")
    room.click("Back to the board")
    room.offers("Pass the keyboard")
    vote = room.vote("First vote")
    room.record(hand_over, vote, room.person("Bo"), {})
    room.offers("Close the round")
    room.record(close_round, room.vote("First vote"))
    room.offers("Next: Reveal and decide")
    room.click("Vote again")
    room.offers("Start vote")
    room.click("Do not vote again")
    room.offers("Next: Reveal and decide")


def test_without_notes_vote_leads_back_to_brainstorm(peopled: Room) -> None:
    peopled.go_to(PhaseKind.VOTE)
    peopled.offers("Go to Brainstorm")


def test_reveal_settles_what_is_open_or_tied_before_anything_else(noted: Room) -> None:
    room = noted
    room.go_to(PhaseKind.REVEAL)
    room.offers("Go to Vote")
    room.hold(dots=(0, 1), cut=1)
    room.offers("Run-off among these two")
    room.click("Decide with a reason")
    room.offers()
    decisions = {room.notes()[0]: Decision.IN, room.notes()[1]: Decision.OUT}
    room.do(decide, room.vote(), decisions, "It is worse")
    room.offers("Next: Own")
    room.start("Second vote")
    room.offers("Close and reveal")


def test_a_tie_waits_while_a_later_round_is_open(noted: Room) -> None:
    room = noted
    room.hold(dots=(0, 1), cut=1)
    room.start("Second vote")
    room.go_to(PhaseKind.REVEAL)
    room.offers("Close and reveal")


def test_own_leads_from_gap_to_gap_and_then_to_the_report(noted: Room) -> None:
    room = noted
    room.go_to(PhaseKind.OWN)
    room.offers("Go to Vote")
    room.hold(dots=(0,))
    room.offers("Fill in accountable")
    note = room.notes()[0]
    room.do(describe_moment, note, accountable="Ann")
    room.offers("Fill in ideal experience")
    room.do(describe_moment, note, ideal_experience="Told at once", freedom="A taxi")
    room.do(add_metric, note, "Complaints", target=3.0)
    room.do(add_action, note, "Call them")
    room.offers("Next: Report")


def test_report_offers_the_report_in_every_state(noted: Room) -> None:
    room = noted
    room.go_to(PhaseKind.REPORT)
    room.offers("Make the PDF")
    room.hold(dots=(0,))
    room.offers("Make the PDF")


def test_the_way_on_cannot_throw_a_voters_dots_away(noted: Room) -> None:
    room = noted
    room.go_to(PhaseKind.VOTE)
    for words in (
        "Start vote",
        "Pass the keyboard",
        "Only the voter can see it – go on",
        "I am Ann – begin",
    ):
        room.click(words)
    QTest.keyClick(focus(), Qt.Key.Key_Space)
    room.offers("Hand over")
    onward = next(
        one
        for one in room.window.findChildren(QPushButton)
        if one.isVisible() and one.text() == "Next: Reveal and decide"
    )
    at = onward.mapTo(room.window, onward.rect().center())
    QTest.mouseClick(room.window.windowHandle(), Qt.MouseButton.LeftButton, pos=QPoint(at))
    assert room.desk.parts.clock.phase is PhaseKind.VOTE
    assert room.desk.parts.scenes.is_in_turn
    room.click("Hand over")
    room.offers("I am Bo – begin")
    assert onward.isEnabled()


def focus() -> QWidget:
    """Whatever has the keyboard."""
    found = QApplication.focusWidget()
    assert found is not None
    return found
