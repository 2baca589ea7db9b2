"""What the phases around the board show: stages, touchpoints, clusters and categories."""

from collections import Counter
from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QWidget

from motworkshop.look import NO_CATEGORY, category_style
from motworkshop.model.agreement import proposals_by_person, stage_alignment
from motworkshop.model.heatmap import HeatMap, heat_map
from motworkshop.model.records import Cluster, Participant, Stage
from motworkshop.model.voting import counted
from motworkshop.model.workshop import Workshop, visible_notes
from motworkshop.panels.controls.category import CategoryChip
from motworkshop.panels.controls.labels import label
from motworkshop.panels.controls.rows import LinkRow, Section, figure_row
from motworkshop.panels.phases.panel import Overview

NAMED = 6
"""How many empty cells are named before “and n more”."""


def align_overview(workshop: Workshop, _overview: Overview) -> Sequence[QWidget]:
    """The proposals, how alike they are, and the stages the group agreed on."""
    proposals = proposals_by_person(workshop)
    alignment = stage_alignment(workshop)
    rows = [figure_row("People who wrote down their stages", str(len(proposals)))]
    if alignment is not None:
        rows.append(figure_row("Alignment, from 0 to 1", f"{alignment:.2f}"))
    stages = workshop.ordered(Stage)
    agreed = Section("Agreed stages")
    if not stages:
        agreed.rows.addWidget(
            label("No stages yet. Write down yours first, alone.", "quiet", wraps=True)
        )
    in_stage = Counter(note.stage for note in visible_notes(workshop))
    for number, stage in enumerate(stages, start=1):
        row = figure_row(f"{number}  {stage.name}", counted(in_stage[stage.id], "note"))
        row.setToolTip(stage.definition)
        agreed.rows.addWidget(row)
    return [Section("Proposals", *rows), agreed]


def brainstorm_overview(workshop: Workshop, _overview: Overview) -> Sequence[QWidget]:
    """How many notes there are, from whom, and cards for moments that groups tend to miss."""
    authors = Counter(workshop.name_of(note.author) for note in workshop.notes.values())
    named = [(name, number) for name, number in authors.most_common() if name]
    silent = [
        person.name
        for person in workshop.ordered(Participant)
        if person.id not in {note.author for note in workshop.notes.values()}
    ]
    there = Section("On the board", figure_row("Notes", f"{len(workshop.notes):,}"))
    for name, number in named[:12]:
        there.rows.addWidget(figure_row(name, str(number), "quiet"))
    if silent and named:
        there.rows.addWidget(label(f"Nothing yet from {', '.join(silent)}.", "warn", wraps=True))
    prompts = Section("What about…")
    for prompt in workshop.about.prompts:
        prompts.rows.addWidget(label(prompt, wraps=True))
    return [there, prompts] if workshop.about.prompts else [there]


def cluster_overview(workshop: Workshop, overview: Overview) -> Sequence[QWidget]:
    """The clusters; a click selects the lead note."""
    clusters = list(workshop.of(Cluster).values())
    found = Section(
        "Clusters",
        figure_row("Notes that stand by themselves", f"{len(visible_notes(workshop)):,}"),
    )
    if not clusters:
        words = "No clusters yet. Select notes that say the same and press Ctrl+G."
        found.rows.addWidget(label(words, "quiet", wraps=True))
    for cluster in sorted(clusters, key=lambda one: -len(one.members)):
        lead = workshop.notes[cluster.lead]
        row = LinkRow(f"{lead.number}  {lead.text}", counted(len(cluster.members) + 1, "note"))
        row.chosen.connect(lambda note=lead.id: overview.notes_chosen.emit([note]))
        found.rows.addWidget(row)
    return [found]


def categorise_overview(workshop: Workshop, _overview: Overview) -> Sequence[QWidget]:
    """Counts per category and the table of stages and categories, with its empty cells named."""
    table = heat_map(workshop)
    totals: Counter[str | None] = Counter()
    for (_stage, category), number in table.counts.items():
        totals[category] += number
    counts = Section("Categories")
    for one in table.categories:
        counts.rows.addWidget(_category_row(one.name, one.style, totals[one.id]))
    counts.rows.addWidget(_category_row("Without a category", None, totals[None]))
    if not table.stages:
        return [counts]
    return [counts, Section("Stages and categories", _heat_table(table), _empty_cells(table))]


def _category_row(name: str, style: int | None, number: int) -> QWidget:
    row = QWidget()
    line = QHBoxLayout(row)
    line.setContentsMargins(0, 0, 0, 0)
    line.setSpacing(8)
    line.addWidget(CategoryChip(NO_CATEGORY if style is None else category_style(style), name))
    line.addWidget(figure_row(name, f"{number:,}"), 1)
    return row


def _heat_table(table: HeatMap) -> QWidget:
    room = QWidget()
    grid = QGridLayout(room)
    grid.setContentsMargins(0, 0, 0, 0)
    grid.setHorizontalSpacing(4)
    grid.setVerticalSpacing(4)
    grid.setColumnStretch(0, 1)
    for column, category in enumerate(table.categories, start=1):
        chip = CategoryChip(category_style(category.style), category.name)
        grid.addWidget(chip, 0, column, Qt.AlignmentFlag.AlignCenter)
    most = max(table.counts.values(), default=1)
    for row, stage in enumerate(table.stages, start=1):
        grid.addWidget(label(stage.name, wraps=True), row, 0)
        for column, category in enumerate(table.categories, start=1):
            number = table.counts[stage.id, category.id]
            cell = label(str(number) if number else "–", "cell")
            cell.setProperty("heat", min(3, -(-3 * number // most)) if number else 0)
            cell.setAlignment(Qt.AlignmentFlag.AlignCenter)
            cell.setFixedSize(40, 32)
            cell.setToolTip(f"{stage.name}, {category.name}: {counted(number, 'note')}")
            grid.addWidget(cell, row, column)
    return room


def _empty_cells(table: HeatMap) -> QWidget:
    empty = table.empty
    if not empty:
        return label("No cell is empty.", "good", wraps=True)
    named = ", ".join(f"{stage.name} × {category.name}" for stage, category in empty[:NAMED])
    more = f" and {len(empty) - NAMED} more" if len(empty) > NAMED else ""
    return label(f"Empty: {named}{more}.", "small", wraps=True)
