"""A small workshop, and sheets written as lines of CSV."""

from collections.abc import Callable
from typing import Protocol

import pytest

from motworkshop.imports.csv_file import read_csv
from motworkshop.imports.intake import Intake, Kind, Options, intake_of
from motworkshop.imports.sheet import Sheet
from motworkshop.model.edits.notes import Draft, add_notes
from motworkshop.model.edits.people import add_participants
from motworkshop.model.history import History
from motworkshop.model.records import About, Category, Stage, new_id
from motworkshop.model.workshop import Workshop

CATEGORIES = ("Rescue", "Revenue", "Respond", "Relationship")


class Take(Protocol):
    """Reads the lines of a CSV file into a workshop without applying anything."""

    def __call__(self, lines: str, workshop: Workshop, options: Options | None = None) -> Intake:
        """What these lines would change."""


@pytest.fixture
def bare() -> Workshop:
    """A workshop with its categories and one stage, and nobody in it."""
    categories = [
        Category(new_id(), name, at, position=at) for at, name in enumerate(CATEGORIES, 1)
    ]
    return Workshop([About(new_id(), "Test"), Stage(new_id(), "Check in", "", 1), *categories])


@pytest.fixture
def staffed(bare: Workshop) -> Workshop:
    """The bare workshop with four people and four notes, numbered from 1."""
    history = History(bare)
    people = [("Astrid", "Marketing"), ("Bengt", "Sales"), ("Carin", "Sales"), ("Dag", "IT")]
    history.do(add_participants(history.workshop, people))
    texts = ("Waits on hold", "Gets a refund", "Hears the crew", "Loses a bag")
    history.do(add_notes(history.workshop, [Draft(text) for text in texts]))
    return history.workshop


@pytest.fixture
def sheet_of() -> Callable[[str], Sheet]:
    """Makes a sheet from lines of CSV."""
    return lambda lines: read_csv(lines.encode(), "test.csv")


@pytest.fixture
def applied() -> Callable[[Workshop, Intake], Workshop]:
    """Applies an intake as the command line does: through the history, with its checks."""

    def apply(workshop: Workshop, intake: Intake) -> Workshop:
        history = History(workshop)
        for edit in intake.edits:
            history.do(edit)
        history.record(intake.recorded)
        assert len(history.done) == len(intake.edits) <= 1
        return history.workshop

    return apply


@pytest.fixture
def take_as(sheet_of: Callable[[str], Sheet]) -> Callable[[Kind], Take]:
    """Reads lines as rows of one kind."""

    def reader_of(kind: Kind) -> Take:
        def read(lines: str, workshop: Workshop, options: Options | None = None) -> Intake:
            return intake_of(sheet_of(lines), kind, workshop, options)

        return read

    return reader_of
