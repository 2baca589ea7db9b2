"""From rows to ballots; a voter's ballot is taken whole or not at all."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from motworkshop.imports.ballot_box import BallotBox, box_for
from motworkshop.imports.note_finder import NoteFinder, said_of
from motworkshop.imports.outcome import Intake, Kind, Options, Refusal
from motworkshop.imports.rows import Entry, RowError, each, in_order
from motworkshop.imports.sheet import shortened
from motworkshop.model.limits import DOTS, TITLE_LENGTH
from motworkshop.model.records import Id, Note, Person
from motworkshop.model.rounds import line_for
from motworkshop.model.voting import (
    BallotError,
    check_ballot,
    has_handed_over,
    is_hidden,
    person_key,
    person_named,
)
from motworkshop.model.workshop import Workshop


def take_ballots(entries: Sequence[Entry], workshop: Workshop, options: Options) -> Intake:
    """Ballots for the round that the options name, as one recorded change.

    Voters who are not on the roster stay names. If one row of a voter cannot be taken, none is:
    half a ballot would be a vote that nobody cast.
    """
    box = box_for(workshop, options)
    ballot_notes = _BallotNotes(box)
    voters, refused = _by_voter(entries, workshop)
    papers = []
    for paper in voters.values():
        paper.read(ballot_notes)
        paper.check(box)
        if paper.faults:
            refused += paper.refusals()
        else:
            papers.append(paper)
    change = box.filled((paper.voter, paper.dots) for paper in papers)
    made = _made(box, papers) if papers else {}
    return Intake(Kind.BALLOTS, recorded=change, refused=in_order(refused), made=made)


class _BallotNotes:
    """Finds the line of a ballot that a row means."""

    def __init__(self, box: BallotBox) -> None:
        self._box = box
        self._finder = NoteFinder(box.workshop)
        self._lines: dict[Id, Id | None] = {}

    def meant(self, entry: Entry) -> tuple[Id, Id]:
        """The note that a row names, and the note of the ballot that its dots go to."""
        text, number = entry.text("text"), entry.title("number")
        found = self._numbered(entry, number, text) if number else self._finder.texts(text)
        lines = {self._line(note) for note in found} - {None}
        if not lines and found:
            raise RowError(
                f"“{shortened(found[0].text)}” is not on the ballot of “{self._box.vote.title}”."
            )
        line = lines.pop() if len(lines) == 1 else None
        if line is None:
            raise RowError(said_of(text, found))
        return next(note.id for note in found if self._line(note) == line), line

    def _numbered(self, entry: Entry, number: str, text: str) -> list[Note]:
        note = self._finder.numbered(number)
        if note is None:
            raise RowError(f"There is no note {shortened(number)}.")
        if text and note not in self._finder.texts(text):
            raise RowError(
                f"Note {note.number} is “{shortened(note.text)}”, but {entry.table.called('text')} "
                f"is “{shortened(text)}”."
            )
        return [note]

    def _line(self, note: Note) -> Id | None:
        if note.id not in self._lines:
            self._lines[note.id] = line_for(self._box.workshop, self._box.vote, note.id)
        return self._lines[note.id]


@dataclass
class _Paper:
    """All rows of one voter while they are read: dots by line, and faults by row."""

    name: str
    voter: Person
    entries: list[Entry] = field(default_factory=list)
    dots: Counter[Id] = field(default_factory=Counter)
    faults: dict[int, str] = field(default_factory=dict)

    def read(self, notes: _BallotNotes) -> None:
        """Take each row in; a note that stands in two rows is a fault of both."""
        rows: dict[Id, list[Entry]] = {}
        for entry in self.entries:
            try:
                mark = _mark(entry, notes)
            except RowError as error:
                self.faults[entry.number] = str(error)
                continue
            if mark is not None:
                note, line, dots = mark
                self.dots[line] += dots
                rows.setdefault(note, []).append(entry)
        for twins in rows.values():
            for entry in twins if len(twins) > 1 else ():
                others = ", ".join(twin.where for twin in twins if twin is not entry)
                self.faults[entry.number] = f"{self.name} voted for the same note in {others} too."

    def check(self, box: BallotBox) -> None:
        """Fault every row if the voter may not hand this ballot over."""
        if has_handed_over(box.workshop, box.vote, self.voter):
            self._fault_all(f"{self.name} has handed over in “{box.vote.title}” already.")
        elif not self.faults:
            try:
                check_ballot(box.vote, {line: dots for line, dots in self.dots.items() if dots})
            except BallotError as error:
                self._fault_all(f"Ballot of {self.name}: {error}")

    def refusals(self) -> Iterable[Refusal]:
        """Every row of the ballot, the sound ones because of the others."""
        first = min(self.faults)
        word = self.entries[0].table.numbered_by
        rest = f"The ballot of {self.name} is not taken in part; see {word} {first}."
        for entry in self.entries:
            yield Refusal(entry.number, self.faults.get(entry.number, rest))

    def _fault_all(self, reason: str) -> None:
        self.faults = {entry.number: reason for entry in self.entries}


def _by_voter(
    entries: Sequence[Entry], workshop: Workshop
) -> tuple[dict[str, _Paper], list[Refusal]]:
    named, refused = each(entries, lambda entry: entry.needed("voter", TITLE_LENGTH))
    papers: dict[str, _Paper] = {}
    for entry, name in named:
        plain = person_key(workshop, name)
        if plain not in papers:
            papers[plain] = _Paper(name, person_named(workshop, name))
        papers[plain].entries.append(entry)
    return papers, refused


def _mark(entry: Entry, notes: _BallotNotes) -> tuple[Id, Id, int] | None:
    """Note, line and dots of a row; None where the voter only says that nothing is given."""
    dots = entry.whole("dots", range(DOTS + 1))
    names_note = bool(entry.text("text") or entry.title("number"))
    if not names_note:
        if dots:
            raise RowError("The note is missing: give its text or its number.")
        return None
    if dots is None:
        raise RowError(f"{entry.table.called('dots')} is empty; every row needs it.")
    note, line = notes.meant(entry)
    return note, line, dots


def _made(box: BallotBox, papers: list[_Paper]) -> dict[str, int]:
    made = {"ballots": len(papers)}
    if not is_hidden(box.vote) or box.is_new:
        made["dots"] = sum(paper.dots.total() for paper in papers)
    return made | ({"rounds": 1} if box.is_new else {})
