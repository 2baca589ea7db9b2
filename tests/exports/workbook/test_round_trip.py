"""The sheets Notes and Participants, imported into a new workshop, give the same workshop."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from motworkshop.exports.facts import gather
from motworkshop.exports.notes_csv import write_notes_csv
from motworkshop.imports.intake import read_intake
from motworkshop.imports.outcome import Kind, Options
from motworkshop.model.history import History
from motworkshop.model.records import Category, Lane, Note, Participant, Stage
from motworkshop.model.workshop import Workshop, lead_of

Written = Callable[..., Path]


def imported(source: Path, categories: Workshop, *kinds: Kind) -> Workshop:
    """A new workshop of the same categories with what the file holds; nothing is refused."""
    history = History(
        Workshop(
            [*Workshop.titled("Again").records(), *categories.of(Category).values()],
        )
    )
    for kind in kinds:
        sheet = {Kind.PARTICIPANTS: "Participants"}.get(kind)
        intake = read_intake(source, kind, history.workshop, Options(sheet=sheet))
        assert intake.refused == ()
        for edit in intake.edits:
            history.do(edit)
    return history.workshop


def said(workshop: Workshop) -> dict[int, tuple[Any, ...]]:
    """What each note says, by number, in words instead of ids; its place is not in a sheet."""
    leads = workshop.remember(lead_of)
    numbers = {note.id: note.number for note in workshop.notes.values()}
    stages, lanes = workshop.of(Stage), workshop.of(Lane)
    return {
        note.number: (
            replace(note, id="", author="", stage=None, lane=None, x=0, y=0, height=0),
            workshop.name_of(note.author),
            stages[note.stage].name if note.stage else None,
            lanes[note.lane].name if note.lane else None,
            numbers[leads[note.id]] if note.id in leads else None,
        )
        for note in workshop.notes.values()
    }


def people(workshop: Workshop) -> list[tuple[str, str]]:
    return [(person.name, person.department) for person in workshop.ordered(Participant)]


def names(workshop: Workshop, kind: type[Stage] | type[Lane]) -> list[str]:
    return [strip.name for strip in workshop.ordered(kind)]


def test_the_workbook_gives_back_every_note_stage_and_person(
    airline: Workshop, written: Written
) -> None:
    again = imported(written(airline), airline, Kind.PARTICIPANTS, Kind.TOUCHPOINTS)
    assert said(again) == said(airline)
    assert names(again, Stage) == names(airline, Stage)
    assert people(again) == people(airline)


def test_stages_come_back_in_their_order_when_numbers_do_not_follow_it(
    shop: Workshop, written: Written
) -> None:
    again = imported(written(shop), shop, Kind.PARTICIPANTS, Kind.TOUCHPOINTS)
    assert said(again) == said(shop)
    assert names(again, Stage) == ["Enter", "Buy", "Leave"]
    assert names(again, Lane) == ["Street", "Web"]
    author = next(note.author for note in again.notes.values() if note.number == 1)
    assert again.of(Participant)[author].name == "Ada"


def test_the_csv_gives_back_every_note(shop: Workshop, tmp_path: Path) -> None:
    target = tmp_path / "notes.csv"
    write_notes_csv(gather(shop), target)
    assert said(imported(target, shop, Kind.TOUCHPOINTS)) == said(shop)


@pytest.mark.parametrize("text", ["=1+1", "@home", "🙂 smiles", "_x0041_", "'quoted", "a\n\nb"])
def test_a_note_comes_back_as_it_went_out(shop: Workshop, written: Written, text: str) -> None:
    odd = Note("odd", 8, text, details=text, channel=" ".join(text.split()), stage="s1")
    before = Workshop([*shop.records(), odd])
    after = imported(written(before), before, Kind.PARTICIPANTS, Kind.TOUCHPOINTS)
    assert said(after)[8] == said(before)[8]
