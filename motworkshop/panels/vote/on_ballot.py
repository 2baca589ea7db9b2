"""Which notes stand on the ballot of the next round: all, the selected ones, or one stage."""

from collections.abc import Collection

from motworkshop.model.heatmap import stage_counts
from motworkshop.model.records import Id, Stage
from motworkshop.model.voting import counted
from motworkshop.model.workshop import Workshop, lead_of, visible_notes
from motworkshop.values import dataclass


@dataclass(frozen=True, slots=True)
class OnBallot:
    """A choice of notes; the selected ones are those selected at the start."""

    kind: str
    stage: Id | None = None


ALL, SELECTED = OnBallot("all"), OnBallot("selected")


def notes_of(workshop: Workshop, wanted: OnBallot, selected: Collection[Id]) -> list[Id]:
    """The notes that a choice puts on the ballot; those that were merged come with their lead."""
    visible = visible_notes(workshop)
    if wanted.kind == "stage":
        return [note.id for note in visible if note.stage == wanted.stage]
    if wanted.kind == "selected":
        leads = workshop.remember(lead_of)
        kept = {leads.get(note, note) for note in selected}
        if not kept:
            return []
        return [note.id for note in visible if note.id in kept]
    return [note.id for note in visible]


def ballot_options(workshop: Workshop, selected: Collection[Id]) -> list[tuple[object, str]]:
    """The choices that put at least one note on the ballot, in words."""
    every = notes_of(workshop, ALL, selected)
    options: list[tuple[object, str]] = [(ALL, f"All {counted(len(every), 'note')}")]
    chosen = len(notes_of(workshop, SELECTED, selected))
    if chosen:
        options.append((SELECTED, f"The selected {counted(chosen, 'note')}"))
    by_stage = stage_counts(workshop)
    for stage in workshop.ordered(Stage):
        if on_it := by_stage[stage.id]:
            one = OnBallot("stage", stage.id)
            options.append((one, f"{stage.name}: {counted(on_it, 'note')}"))
    return options


def before_merging(workshop: Workshop, notes: Collection[Id]) -> int:
    """How many notes these are with all that were merged into them."""
    leads = workshop.remember(lead_of)
    return len(notes) + sum(1 for lead in leads.values() if lead in notes)
