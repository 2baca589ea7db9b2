import time
from collections.abc import Callable

import pytest

from motworkshop.imports.intake import Intake, Kind, intake_of
from motworkshop.imports.sheet import Row, Sheet
from motworkshop.model.edits.clusters import merge_notes
from motworkshop.model.edits.notes import delete_notes
from motworkshop.model.records import (
    Category,
    Cluster,
    Control,
    Lane,
    MomentType,
    Note,
    Participant,
    Stage,
)
from motworkshop.model.workshop import Workshop

Applied = Callable[[Workshop, Intake], Workshop]
Take = Callable[..., Intake]


@pytest.fixture
def take(take_as: Callable[[Kind], Take]) -> Take:
    return take_as(Kind.TOUCHPOINTS)


def notes_of(workshop: Workshop) -> list[Note]:
    return sorted(workshop.notes.values(), key=lambda note: note.number)


def reasons(intake: Intake) -> dict[int, str]:
    return {refusal.row: refusal.reason for refusal in intake.refused}


def test_every_column_becomes_a_field_of_the_note(
    take: Take, applied: Applied, staffed: Workshop
) -> None:
    intake = take(
        "text,stage,lane,details,author,department,category,channel,control,moment type,"
        "expectation,experience,importance,emotion,number,link\n"
        "Calls us,Check in,Phone,Twice,astrid,Sales,rescue,Phone,Direct,zmot,4,4.0,5,−1,70,"
        "https://example.org\n",
        staffed,
    )
    after = applied(staffed, intake)
    note = notes_of(after)[-1]
    stage, lane = after.of(Stage)[note.stage or ""], after.of(Lane)[note.lane or ""]
    assert (note.number, note.text, note.details) == (70, "Calls us", "Twice")
    assert (stage.name, lane.name, note.channel) == ("Check in", "Phone", "Phone")
    assert after.of(Participant)[note.author].name == "Astrid"
    assert after.of(Category)[note.category or ""].name == "Rescue"
    assert (note.control, note.moment_type) == (Control.DIRECT, MomentType.ZMOT)
    assert (note.expectation, note.experience, note.importance, note.emotion) == (4, 4, 5, -1)
    assert (note.department, note.link) == ("Sales", "https://example.org")
    assert intake.made == {"notes": 1, "lanes": 1}
    assert after.about.last_number == 70


def test_missing_stages_are_made_in_order_of_first_appearance_and_others_reused(
    take: Take, applied: Applied, bare: Workshop
) -> None:
    intake = take("text,stage\na,Depart\nb,CHECK  IN\nc,Arrive\nd,depart\ne,\n", bare)
    after = applied(bare, intake)
    assert [stage.name for stage in after.ordered(Stage)] == ["Check in", "Depart", "Arrive"]
    assert [stage.position for stage in after.ordered(Stage)] == [1, 2, 3]
    names = [after.of(Stage)[n.stage].name if n.stage else None for n in notes_of(after)]
    assert names == ["Depart", "Check in", "Arrive", "Depart", None]
    assert intake.made == {"notes": 5, "stages": 2}


def test_a_stage_of_refused_rows_only_is_not_made(
    take: Take, applied: Applied, bare: Workshop
) -> None:
    intake = take("text,stage,lane,importance\na,Ghost,Nobody,6\nb,Arrive,,5\n", bare)
    after = applied(bare, intake)
    assert [stage.name for stage in after.ordered(Stage)] == ["Check in", "Arrive"]
    assert not after.of(Lane)


def test_a_row_without_text_is_refused_with_its_number(take: Take, bare: Workshop) -> None:
    intake = take("text,stage\na,Book\n  ,Book\nb,Book\n", bare)
    assert reasons(intake) == {3: "“text” is empty; every row needs it."}
    assert intake.made["notes"] == 2


def test_a_text_stays_as_it_is_but_for_its_ends(
    take: Take, applied: Applied, bare: Workshop
) -> None:
    after = applied(
        bare, take('text\n=1+1\n@you 🙂\n"  two\r\n  lines  "\n+1\n\'quoted\n-5\n', bare)
    )
    texts = [note.text for note in notes_of(after)]
    assert texts == ["=1+1", "@you 🙂", "two\n  lines", "+1", "'quoted", "-5"]


def test_two_rows_of_the_same_text_are_two_notes(
    take: Take, applied: Applied, bare: Workshop
) -> None:
    after = applied(bare, take("text\nsame\nsame\n", bare))
    assert [note.number for note in notes_of(after)] == [1, 2]
    assert len({(note.x, note.y) for note in after.notes.values()}) == 2


def test_a_text_of_more_than_ten_thousand_characters_is_refused(take: Take, bare: Workshop) -> None:
    intake = take(f"text\n{'x' * 10_000}\n{'x' * 10_001}\n", bare)
    assert reasons(intake) == {3: "“text” has 10,001 characters; at most 10,000 fit."}


@pytest.mark.parametrize("character", ["\0", "\ud800"])
@pytest.mark.parametrize("field", ["text", "stage", "details", "author"])
def test_a_character_that_no_text_can_have_refuses_its_row(
    bare: Workshop, character: str, field: str
) -> None:
    headers = tuple(dict.fromkeys(("text", field)))
    rows = (Row(2, tuple(f"a{character}b" if it == field else "a" for it in headers)),)
    intake = intake_of(Sheet(headers, rows), Kind.TOUCHPOINTS, bare)
    assert reasons(intake) == {2: f"“{field}” holds a character that no text can have."}
    assert intake.edits == ()


@pytest.mark.parametrize(
    ("column", "value", "allowed"),
    [
        ("Importance", "6", "a whole number from 1 to 5"),
        ("Importance", "0", "a whole number from 1 to 5"),
        ("Experience", "3.5", "a whole number from 1 to 5"),
        ("Expectation", "high", "a whole number from 1 to 5"),
        ("Emotion", "−3", "a whole number from −2 to +2"),
        ("Number", "0", "a whole number from 1 to 999,999"),
        ("Control", "maybe", "direct, influence or none"),
        ("Moment type", "XMOT", "ZMOT, FMOT, SMOT, TMOT or UMOT"),
        ("Category", "Reply", "a category of the workshop: Rescue, Revenue, Respond, Relationship"),
        ("Category", "5", "a category of the workshop: Rescue, Revenue, Respond, Relationship"),
    ],
)
def test_a_bad_value_names_its_column_what_it_holds_and_what_it_may_hold(
    take: Take, bare: Workshop, column: str, value: str, allowed: str
) -> None:
    intake = take(f"text,{column}\na,{value}\n", bare)
    assert reasons(intake) == {2: f"“{column}” is “{value}”; it must be {allowed}."}


@pytest.mark.parametrize(
    ("written", "emotion"),
    [("+1", 1), ("-1", -1), ("−2", -2), ("–2", -2), ("0", 0), ("2.0", 2), ("1,0", 1), ("", None)],
)
def test_an_emotion_is_read_in_all_its_spellings(
    take: Take, applied: Applied, bare: Workshop, written: str, emotion: int | None
) -> None:
    after = applied(bare, take(f'text,emotion\na,"{written}"\n', bare))
    assert notes_of(after)[0].emotion == emotion


def test_a_category_is_found_by_name_or_by_its_key(
    take: Take, applied: Applied, bare: Workshop
) -> None:
    after = applied(bare, take("text,category\na,REVENUE\nb,3\nc,\n", bare))
    names = [after.of(Category)[n.category].name if n.category else None for n in notes_of(after)]
    assert names == ["Revenue", "Respond", None]


def test_an_author_who_is_not_on_the_roster_stays_a_name(
    take: Take, applied: Applied, staffed: Workshop
) -> None:
    after = applied(staffed, take("text,author\na,Zoe\n", staffed))
    assert notes_of(after)[-1].author == "Zoe"
    assert len(after.of(Participant)) == 4


def test_numbers_are_kept_and_others_follow_the_highest(
    take: Take, applied: Applied, bare: Workshop
) -> None:
    after = applied(bare, take("text,number\na,\nb,1\nc,17\nd,\n", bare))
    assert {note.text: note.number for note in notes_of(after)} == {
        "a": 18,
        "b": 1,
        "c": 17,
        "d": 19,
    }
    assert after.about.last_number == 19


def test_a_number_whose_note_was_deleted_is_refused(take: Take, staffed: Workshop) -> None:
    last = staffed.about.last_number
    (gone,) = [note.id for note in staffed.notes.values() if note.number == last]
    left = staffed.applied(delete_notes(staffed, [gone]).change)
    assert reasons(take(f"text,number\na,{last}\nb,{last + 1}\n", left)) == {
        2: f"The number {last} is used up: numbers are given once. The next free one is {last + 1}."
    }


def test_a_number_that_is_taken_is_refused(take: Take, staffed: Workshop) -> None:
    intake = take("text,number\na,2\nb,50\nc,50\n", staffed)
    assert reasons(intake) == {
        2: "The number 2 belongs to a note of the workshop already.",
        4: "The number 50 belongs to line 3 already.",
    }


def test_a_number_once_given_is_not_given_again_by_itself(
    take: Take, applied: Applied, staffed: Workshop
) -> None:
    last = notes_of(staffed)[-1]
    without = staffed.applied(delete_notes(staffed, [last.id]).change)
    after = applied(without, take("text\nnew\n", without))
    assert notes_of(after)[-1].number == 5


def test_notes_come_back_under_their_lead(take: Take, applied: Applied, bare: Workshop) -> None:
    lines = "number,text,under note\n1,lead,\n2,member,1\n3,alone,3\n,late,1\n"
    intake = take(lines, bare)
    after = applied(bare, intake)
    (cluster,) = after.of(Cluster).values()
    assert after.notes[cluster.lead].text == "lead"
    assert [after.notes[member].text for member in cluster.members] == ["member", "late"]
    assert intake.made["clusters"] == 1


def test_a_note_of_the_workshop_can_be_a_lead(
    take: Take, applied: Applied, staffed: Workshop
) -> None:
    numbered = {note.number: note.id for note in staffed.notes.values()}
    edit = merge_notes(staffed, numbered[1], [numbered[2]])
    clustered = staffed.applied(edit.change)
    intake = take("text,lead\na,1\nb,2\n", clustered)
    (cluster,) = applied(clustered, intake).of(Cluster).values()
    assert len(cluster.members) == 2
    assert list(reasons(intake)) == [3]
    assert "no note of that number stands by itself" in reasons(intake)[3]
    assert "clusters" not in intake.made


def test_a_row_whose_lead_is_refused_is_refused_too(take: Take, bare: Workshop) -> None:
    intake = take("number,text,lead\n1,,\n2,member,1\n3,deep,2\n4,good,\n", bare)
    assert list(reasons(intake)) == [2, 3, 4]
    assert intake.made == {"notes": 1}


def test_the_whole_import_is_one_step_that_can_be_undone(
    take: Take, applied: Applied, bare: Workshop
) -> None:
    lines = "number,text,stage,lane,lead\n1,a,Book,Web,\n2,b,Book,Web,1\n"
    (edit,) = take(lines, bare).edits
    after = bare.applied(edit.change)
    assert after.applied(edit.change.inverted()) == bare
    assert edit.label == "Import 2 touchpoints"


def test_nothing_is_left_to_do_when_all_rows_are_refused(take: Take, bare: Workshop) -> None:
    intake = take("text,importance\na,9\n", bare)
    assert (intake.edits, bool(intake.recorded), intake.made) == ((), False, {})


def test_fifteen_thousand_rows_take_about_a_second(bare: Workshop) -> None:
    headers = ("text", "stage", "category", "importance", "lead", "number")
    rows = tuple(
        Row(
            at + 1,
            (f"Note {at}", f"Stage {at % 40}", "Rescue", "3", str(at - at % 3 + 1), str(at + 1)),
        )
        for at in range(15_000)
    )
    started = time.process_time()
    intake = intake_of(Sheet(headers, rows), Kind.TOUCHPOINTS, bare)
    assert intake.made == {"notes": 15_000, "stages": 40, "clusters": 5_000}
    assert (
        time.process_time() - started < 6
    )  # 1.1 s where it was written; four times slower would be a fault
