"""What the phases from the vote on show: rounds, tallies, moments of truth, and what is missing."""

from collections.abc import Sequence

from PySide6.QtWidgets import QWidget

from motworkshop.model.moments import Moment, lacks, load_per_accountable, moments_of
from motworkshop.model.records import (
    Cluster,
    Evidence,
    Participant,
    Promise,
    Round,
    RoundStatus,
    Stage,
)
from motworkshop.model.rounds import deciding_round
from motworkshop.model.tally import Standing, TallyLine, tally_of, turnout_of
from motworkshop.model.voting import counted, suggested_budget
from motworkshop.model.workshop import Workshop, visible_notes
from motworkshop.panels.controls.labels import label
from motworkshop.panels.controls.rows import LinkRow, Section, figure_row
from motworkshop.panels.phases.panel import Overview


def vote_overview(workshop: Workshop, _overview: Overview) -> Sequence[QWidget]:
    """The suggested dots with their reason, and the rounds so far: who is done, never what."""
    notes = len(visible_notes(workshop))
    advice = Section("Dots for each voter")
    if notes:
        budget = suggested_budget(notes)
        words = f"A quarter of {counted(notes, 'note')}, at least 3 and at most 15; 1 on each note."
        advice.rows.addWidget(figure_row(words, str(budget), "quiet"))
    else:
        words = "There is nothing to vote on yet. Put touchpoints on the board first."
        advice.rows.addWidget(label(words, "quiet", wraps=True))
    rounds = Section("Rounds")
    for vote in workshop.ordered(Round):
        turnout = turnout_of(workshop, vote)
        done = "" if turnout is None else f", {turnout} handed over"
        kind = "secret" if vote.is_secret else "open vote"
        rounds.rows.addWidget(figure_row(vote.title, vote.status.value))
        rounds.rows.addWidget(
            label(f"{counted(len(vote.notes), 'note')}, {kind}{done}", "small", wraps=True)
        )
    if not workshop.of(Round):
        rounds.rows.addWidget(label("No round has been held yet.", "quiet", wraps=True))
    return [advice, rounds]


def reveal_overview(workshop: Workshop, overview: Overview) -> Sequence[QWidget]:
    """The tally of the round that decides, with ties told as ties."""
    vote = deciding_round(workshop)
    if vote is None:
        is_open = any(one.status is RoundStatus.OPEN for one in workshop.of(Round).values())
        words = (
            "Nobody sees the dots until everyone is done and the round is closed."
            if is_open
            else "No round has been closed yet, so there is nothing to reveal."
        )
        return [label(words, "quiet", wraps=True)]
    tally = tally_of(workshop, vote)
    result = Section(vote.title)
    for line in tally.standing(Standing.IN):
        result.rows.addWidget(_line(workshop, line, overview))
    if tally.tied:
        words = f"{counted(len(tally.tied), 'note')} tied for {counted(tally.places_left, 'place')}"
        result.rows.addWidget(label(words, "warn", wraps=True))
    for line in tally.tied:
        result.rows.addWidget(_line(workshop, line, overview))
    below = len(tally.lines) - len(tally.standing(Standing.IN, Standing.TIED))
    if below:
        result.rows.addWidget(label(f"{counted(below, 'note')} below the cut", "small"))
    return [result]


def own_overview(workshop: Workshop, overview: Overview) -> Sequence[QWidget]:
    """The moments of truth, what each still lacks, and who carries how many."""
    moments = moments_of(workshop)
    if not moments:
        words = "A vote finds the moments of truth. None has been closed yet."
        return [label(words, "quiet", wraps=True)]
    listed = Section("Moments of truth")
    for moment in moments:
        missing = [lack.value for lack in lacks(moment)]
        row = LinkRow(f"{moment.note.number}  {moment.note.text}", "" if missing else "complete")
        row.chosen.connect(lambda note=moment.note.id: overview.notes_chosen.emit([note]))
        listed.rows.addWidget(row)
        if missing:
            listed.rows.addWidget(label(f"Missing: {', '.join(missing)}", "warn", wraps=True))
    return [listed, _load(workshop, moments)]


def report_overview(workshop: Workshop, _overview: Overview) -> Sequence[QWidget]:
    """What the report will hold, and what is still missing for it."""
    moments = moments_of(workshop)
    rows = [
        figure_row("Participants", str(len(workshop.of(Participant)))),
        figure_row("Promises", str(len(workshop.of(Promise)))),
        figure_row("Stages", str(len(workshop.of(Stage)))),
        figure_row("Notes", f"{len(workshop.notes):,}"),
        figure_row("Clusters", str(len(workshop.of(Cluster)))),
        figure_row("Pieces of evidence", f"{len(workshop.of(Evidence)):,}"),
        figure_row("Rounds", str(len(workshop.of(Round)))),
        figure_row("Moments of truth", str(len(moments))),
    ]
    missing = _missing(workshop, moments)
    gaps = Section("Missing")
    for words in missing:
        gaps.rows.addWidget(label(words, "warn", wraps=True))
    if not missing:
        gaps.rows.addWidget(label("Nothing is missing.", "good"))
    return [Section("In the report", *rows), gaps]


def _missing(workshop: Workshop, moments: list[Moment]) -> list[str]:
    about = workshop.about
    blank = [
        (about.organisation, "the organisation"),
        (about.date, "the date"),
        (about.place, "the place"),
        (about.facilitator, "the facilitator"),
    ]
    absent = [words for value, words in blank if not value.strip()]
    found = [f"On the title page: {', '.join(absent)}."] if absent else []
    if not moments:
        return [*found, "No vote has been closed, so there are no moments of truth."]
    unowned = sum(1 for moment in moments if not (moment.card and moment.card.accountable.strip()))
    if unowned:
        found.append(f"{counted(unowned, 'moment')} without anybody accountable.")
    return found


def _line(workshop: Workshop, line: TallyLine, overview: Overview) -> QWidget:
    note = workshop.notes[line.note]
    breadth = "" if line.breadth is None else f" from {line.breadth}"
    row = LinkRow(f"{line.rank}.  {note.text}", f"{line.dots}{breadth}")
    row.chosen.connect(lambda: overview.notes_chosen.emit([note.id]))
    return row


def _load(workshop: Workshop, moments: list[Moment]) -> Section:
    load = Section("Accountable for")
    for name, carried in load_per_accountable(workshop, moments).items():
        load.rows.addWidget(figure_row(name or "Nobody yet", counted(len(carried), "moment")))
    return load
