"""From rows to notes on the board, with the stages, lanes and clusters that they name."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace
from typing import Any

from motworkshop.imports.outcome import Intake, Kind, Refusal
from motworkshop.imports.rows import Entry, each, in_order
from motworkshop.imports.strips import Strips
from motworkshop.imports.variants import control_words, moment_type_words
from motworkshop.model.agreement import plain_name
from motworkshop.model.change import Change, Edit
from motworkshop.model.edits.clusters import merge_notes
from motworkshop.model.edits.making import edit
from motworkshop.model.edits.notes import Draft, add_notes, used_up
from motworkshop.model.limits import RANGES
from motworkshop.model.records import Category, Id, Lane, Stage, new_id
from motworkshop.model.voting import counted, person_named
from motworkshop.model.workshop import Workshop, lead_of
from motworkshop.values import dataclass

NUMBERS = range(1, 1_000_000)
_SCORES = ("expectation", "experience", "importance", "emotion")


@dataclass(frozen=True, slots=True)
class _Touchpoint:
    """What a row says. `lead` is the number of the note that it lies under."""

    id: Id
    text: str
    author: str
    number: int | None
    stage: str
    lane: str
    lead: int | None
    fields: Mapping[str, Any]


_Rows = list[tuple[Entry, _Touchpoint]]


def take_touchpoints(entries: Sequence[Entry], workshop: Workshop) -> Intake:
    """Notes in free places, as one edit with the stages and lanes that are missing.

    Numbers in the file are kept; other notes get the numbers after the highest one. Two rows of
    the same text are two notes.
    """
    rows, refused = each(entries, _reader(workshop))
    rows, twice = _without_taken_numbers(rows, workshop)
    rows, loose = _without_loose_members(rows, workshop)
    refused += [*twice, *loose]
    if not rows:
        return Intake(Kind.TOUCHPOINTS, refused=in_order(refused))
    rows = _numbered(rows, workshop)
    made, counts = _edit(rows, workshop)
    return Intake(Kind.TOUCHPOINTS, (made,), refused=in_order(refused), made=counts)


def _reader(workshop: Workshop) -> Callable[[Entry], _Touchpoint]:
    categories = _category_words(workshop)
    allowed = _allowed_categories(workshop)
    controls, types = control_words(), moment_type_words()

    def read(entry: Entry) -> _Touchpoint:
        fields: dict[str, Any] = {score: entry.whole(score, RANGES[score]) for score in _SCORES}
        fields["details"] = entry.text("details")
        fields["department"] = entry.title("department")
        fields["channel"] = entry.title("channel")
        fields["link"] = entry.text("link")
        category = entry.title("category")
        if category and plain_name(category) not in categories:
            raise entry.wrong("category", category, allowed)
        fields["category"] = categories.get(plain_name(category))
        fields["control"] = entry.choice("control", controls, "direct, influence or none")
        fields["moment_type"] = entry.choice("moment type", types, "ZMOT, FMOT, SMOT, TMOT or UMOT")
        return _Touchpoint(
            new_id(),
            entry.needed("text"),
            person_named(workshop, entry.title("author")),
            entry.whole("number", NUMBERS),
            entry.title("stage"),
            entry.title("lane"),
            entry.whole("lead", NUMBERS),
            fields,
        )

    return read


def _category_words(workshop: Workshop) -> dict[str, Id]:
    """Categories by the key that sorts a note into them and by name; a name comes first."""
    categories = workshop.ordered(Category)
    words = {str(category.style): category.id for category in categories}
    words.update((plain_name(category.name), category.id) for category in categories)
    return words


def _allowed_categories(workshop: Workshop) -> str:
    names = [category.name for category in workshop.ordered(Category)]
    return f"a category of the workshop: {', '.join(names)}" if names else "empty: there are none"


def _without_taken_numbers(rows: _Rows, workshop: Workshop) -> tuple[_Rows, list[Refusal]]:
    """Leave out the rows whose number belongs to another note, or to a row further up."""
    owners = {note.number: "a note of the workshop" for note in workshop.notes.values()}
    free: _Rows = []
    refused = []
    for entry, row in rows:
        if row.number in owners:
            reason = f"The number {row.number} belongs to {owners[row.number]} already."
            refused.append(Refusal(entry.number, reason))
            continue
        if row.number is not None and row.number <= workshop.about.last_number:
            refused.append(Refusal(entry.number, used_up(row.number, workshop.about.last_number)))
            continue
        if row.number is not None:
            owners[row.number] = entry.where
        free.append((entry, row))
    return free, refused


def _without_loose_members(rows: _Rows, workshop: Workshop) -> tuple[_Rows, list[Refusal]]:
    """Leave out the rows whose lead is missing, or lies under another note itself."""
    members = workshop.remember(lead_of)
    leads = {note.number for note in workshop.notes.values() if note.id not in members}
    leads |= {row.number for _, row in rows if row.number is not None and not _is_member(row)}
    kept: _Rows = []
    refused = []
    for entry, row in rows:
        if _is_member(row) and row.lead not in leads:
            reason = (
                f"{entry.table.called('lead')} is {row.lead}, but no note of that number stands "
                "by itself, so nothing can lie under it."
            )
            refused.append(Refusal(entry.number, reason))
        else:
            kept.append((entry, row))
    return kept, refused


def _is_member(row: _Touchpoint) -> bool:
    return row.lead is not None and row.lead != row.number


def _numbered(rows: _Rows, workshop: Workshop) -> _Rows:
    """Numbers for the rows without one, after the highest of the workshop and of the file."""
    given = (row.number for _, row in rows if row.number is not None)
    last = max([workshop.about.last_number, *given])
    numbered: _Rows = []
    for entry, row in rows:
        if row.number is None:
            last += 1
            row = replace(row, number=last)
        numbered.append((entry, row))
    return numbered


def _edit(rows: _Rows, workshop: Workshop) -> tuple[Edit, dict[str, int]]:
    stages, lanes = Strips(workshop, Stage), Strips(workshop, Lane)
    drafts = [
        Draft(
            row.text,
            row.author,
            {
                **row.fields,
                "number": row.number,
                "stage": stages.named(row.stage),
                "lane": lanes.named(row.lane),
            },
            row.id,
        )
        for _, row in rows
    ]
    frame = edit(workshop, "", [*stages.made, *lanes.made]).change
    with_frame = workshop.applied(frame)
    notes = add_notes(with_frame, drafts).change
    clusters = _clusters((row for _, row in rows), with_frame.applied(notes))
    label = f"Import {counted(len(drafts), 'touchpoint')}"
    counts = {"notes": len(drafts), "stages": len(stages.made), "lanes": len(lanes.made)}
    counts["clusters"] = sum(1 for old, _new in clusters if old is None)
    made = {noun: count for noun, count in counts.items() if count}
    return Edit(label, frame.then(notes).then(clusters)), made


def _clusters(rows: Iterable[_Touchpoint], workshop: Workshop) -> Change:
    """Put members under their leads; no cluster of one lead touches that of another."""
    numbered = {note.number: note.id for note in workshop.notes.values()}
    members: dict[Id, list[Id]] = {}
    for row in rows:
        if row.lead is not None and _is_member(row):
            members.setdefault(numbered[row.lead], []).append(row.id)
    return Change.between(
        pair
        for lead, others in members.items()
        for pair in merge_notes(workshop, lead, others).change
    )
