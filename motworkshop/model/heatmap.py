"""Stage × category: how many notes each cell holds, and which cells are empty."""

from collections import Counter

from motworkshop.model.arithmetic import mean
from motworkshop.model.note_counts import counts_by
from motworkshop.model.records import Category, Id, Note, Stage
from motworkshop.model.workshop import Workshop, visible_notes
from motworkshop.values import dataclass

_cell_counts = counts_by(lambda note: (note.stage, note.category))


@dataclass(frozen=True, slots=True)
class HeatMap:
    """Notes per (stage id, category id); None stands for the parking lot and for no category."""

    stages: tuple[Stage, ...]
    categories: tuple[Category, ...]
    counts: Counter[tuple[Id | None, Id | None]]

    @property
    def empty(self) -> list[tuple[Stage, Category]]:
        """The cells without a note, stage by stage."""
        return [
            (stage, category)
            for stage in self.stages
            for category in self.categories
            if not self.counts[stage.id, category.id]
        ]


def heat_map(workshop: Workshop) -> HeatMap:
    """Count the visible notes by stage and category."""
    counts = workshop.remember(_cell_counts)
    return HeatMap(tuple(workshop.ordered(Stage)), tuple(workshop.ordered(Category)), counts)


def stage_counts(workshop: Workshop) -> Counter[Id | None]:
    """How many notes stand in each stage; None is the parking lot."""
    return _summed(workshop, 0)


def category_counts(workshop: Workshop) -> Counter[Id | None]:
    """How many notes on the board are in each category; None is in none."""
    return _summed(workshop, 1)


def _summed(workshop: Workshop, place: int) -> Counter[Id | None]:
    found: Counter[Id | None] = Counter()
    for cell, number in workshop.remember(_cell_counts).items():
        found[cell[place]] += number
    return found


@dataclass(frozen=True, slots=True)
class CurvePoint:
    """The mean scores of one stage's notes; None where nothing was scored."""

    stage: Stage
    expectation: float | None
    experience: float | None
    emotion: float | None
    notes: int


def experience_curve(workshop: Workshop) -> list[CurvePoint]:
    """Per stage, in order, what customers expect, get and feel on average."""
    by_stage: dict[Id | None, list[Note]] = {}
    for note in visible_notes(workshop):
        by_stage.setdefault(note.stage, []).append(note)
    points = []
    for stage in workshop.ordered(Stage):
        notes = by_stage.get(stage.id, [])
        points.append(
            CurvePoint(
                stage,
                mean(note.expectation for note in notes),
                mean(note.experience for note in notes),
                mean(note.emotion for note in notes),
                len(notes),
            )
        )
    return points
