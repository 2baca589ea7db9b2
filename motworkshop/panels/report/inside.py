"""What the report will hold, part by part, and what is still missing for it."""

from motworkshop.model.agreement import proposals_by_person
from motworkshop.model.moments import Moment
from motworkshop.model.note_counts import counts_by
from motworkshop.model.records import (
    Category,
    Evidence,
    PhaseClock,
    Promise,
    Round,
    RoundStatus,
    Stage,
)
from motworkshop.model.rounds import deciding_round
from motworkshop.model.tally import tally_of
from motworkshop.model.voting import counted, merged_words
from motworkshop.model.workshop import Workshop, visible_notes

_gaps = counts_by(lambda note: note.expectation is not None or note.experience is not None)
_scored_both = counts_by(lambda note: note.importance is not None and note.experience is not None)
Part = tuple[str, str]
"""The name of a part of the report, and how much of it there is; "" where there is nothing."""


def parts_of(workshop: Workshop, moments: list[Moment]) -> list[Part]:
    """The parts of the report in their order."""
    stages, kinds = len(workshop.of(Stage)), len(workshop.of(Category))
    has_table = stages and kinds and workshop.notes
    minutes = sum(clock.used for clock in workshop.of(PhaseClock).values()) / 60
    return [
        ("Moments of truth", _some(len(moments), "moment")),
        ("The journey as a map", _some(len(workshop.of(Stage)), "stage")),
        ("How each of us saw the stages", _some(len(proposals_by_person(workshop)), "list")),
        ("Stages and categories", _size(stages, kinds, has_table)),
        ("Expectation and experience", _scored(workshop.remember(_gaps)[True])),
        ("The vote", _some(len(workshop.of(Round)), "round")),
        ("Importance and experience", _scored(workshop.remember(_scored_both)[True])),
        ("Promises and people", _some(len(workshop.of(Promise)) if moments else 0, "promise")),
        ("Evidence", _some(len(workshop.of(Evidence)), "piece")),
        ("All notes", _all_notes(workshop)),
        ("How the time was used", _some(round(minutes), "minute")),
    ]


def _all_notes(workshop: Workshop) -> str:
    notes = len(workshop.notes)
    return merged_words(notes, len(visible_notes(workshop))) if notes else _some(0, "note")


def missing_words(workshop: Workshop, moments: list[Moment]) -> list[str]:
    """What is missing apart from the cards, in sentences."""
    return [*_title_page(workshop), *_vote(workshop, moments)]


def _title_page(workshop: Workshop) -> list[str]:
    about = workshop.about
    blank = [
        (about.organisation, "organisation"),
        (about.date, "date"),
        (about.place, "place"),
        (about.facilitator, "facilitator"),
    ]
    absent = [words for value, words in blank if not value.strip()]
    return [f"On the title page: {', '.join(absent)}."] if absent else []


def _vote(workshop: Workshop, moments: list[Moment]) -> list[str]:
    told = [
        f"The round “{vote.title}” is still open, so its dots are not in the report."
        for vote in workshop.ordered(Round)
        if vote.status is RoundStatus.OPEN and vote.is_secret
    ]
    vote = deciding_round(workshop)
    tied = tally_of(workshop, vote).tied if vote else []
    if tied:
        told.append(f"{counted(len(tied), 'note')} tied at the cut, and nothing decided yet.")
    elif not moments:
        told.append("No vote has been closed, so there are no moments of truth.")
    return told


def _some(number: int, noun: str) -> str:
    return counted(number, noun) if number else ""


def _scored(number: int) -> str:
    return f"{counted(number, 'note')} with scores" if number else ""


def _size(stages: int, categories: int, is_there: object) -> str:
    return f"{stages} × {categories}" if is_there else ""
