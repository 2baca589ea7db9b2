"""The bars of a round as values: what each row says, and in which order the rows stand."""

from collections.abc import Mapping

from motworkshop.look import CategoryStyle, category_style
from motworkshop.model.agreement import side_shares
from motworkshop.model.contested import contested_notes
from motworkshop.model.counting import counting
from motworkshop.model.movement import moves_between
from motworkshop.model.records import Category, Id, Note, Round, RoundStatus
from motworkshop.model.tally import Standing, Tally, TallyLine, tally_of
from motworkshop.model.voting import counted
from motworkshop.model.workshop import Workshop
from motworkshop.panels.reveal.words import (
    people_words,
    reason_words,
    run_off_words_of,
    standing_word,
    tie_words,
)
from motworkshop.values import dataclass

MOST_ROWS = 300
"""Of a longer ballot only notes with dots have rows, and those whose place is or was in question:
nobody looks at thousands of bars of no length."""
_ORDER = {Standing.IN: 0, Standing.TIED: 1, Standing.OUT: 2}


@dataclass(frozen=True, slots=True)
class Bar:
    """One note of the round. `start` is its place while the bars grow, by number."""

    note: Note
    style: CategoryStyle
    line: TallyLine
    word: str
    shares: Mapping[str, float]
    is_contested: bool
    start: int

    @property
    def sentence(self) -> str:
        """The row as it is read out."""
        people = "" if self.line.breadth is None else f" from {people_words(self.line.breadth)}"
        words = [
            f"Rank {self.line.rank}, note {self.note.number}: {self.note.text}",
            f"{counted(self.line.dots, 'dot')}{people}",
            self.word or self.line.standing.value,
        ]
        return ", ".join([*words, "sides far apart"] if self.is_contested else words)


@dataclass(frozen=True, slots=True)
class Bars:
    """All bars, most dots first; equal dots with those that are in first, then by number."""

    tally: Tally
    rows: tuple[Bar, ...]
    sides: tuple[str, ...]
    settled: str = ""
    """What was tied at the cut and what settled it."""
    reasons: tuple[str, ...] = ()
    """Why the group decided as it did, a sentence each."""
    run_offs: tuple[str, ...] = ()
    """What the run-offs of the round gave, a sentence each."""
    left_out: int = 0
    """How many notes without a dot have no row."""

    @property
    def tie(self) -> str:
        """What was tied at the cut, how it was settled, and why; "" without a tie."""
        return " ".join([self.settled, *self.reasons]) if self.settled else ""

    @property
    def told(self) -> str:
        """The tie in full, with the results of run-offs."""
        return " ".join([self.tie, *self.run_offs]) if self.settled else ""

    @property
    def bracket(self) -> range:
        """The rows that were tied at the cut, settled or not; they stand together."""
        places = [
            place
            for place, row in enumerate(self.rows)
            if row.line.standing is Standing.TIED or row.line.decided is not None
        ]
        return range(places[0], places[-1] + 1) if places else range(0)

    @property
    def most_people(self) -> int | None:
        """How many people gave dots to the note that most gave dots to; None after a count."""
        return max((row.line.breadth or 0 for row in self.rows), default=0) or None

    @property
    def most(self) -> int:
        """The longest bar."""
        return max((row.line.dots for row in self.rows), default=0)

    @property
    def largest_share(self) -> float:
        """The largest share of a side's dots on one note."""
        return max((max(row.shares.values(), default=0) for row in self.rows), default=0)

    def count(self, *standings: Standing) -> int:
        """How many rows stand so; these come first, in the order in, tied, out."""
        return sum(1 for row in self.rows if row.line.standing in standings)


def bars_of(workshop: Workshop, vote: Round) -> Bars:
    """What is revealed of a closed round.

    Raises:
        HiddenRoundError: the round is secret and still open.
    """
    tally = tally_of(workshop, vote)
    shares = side_shares(workshop, vote)
    contested = contested_notes(workshop, vote)
    moved = _moved(workshop, vote)
    drawn = _drawn(workshop, vote)
    notes, styles = workshop.notes, _styles(workshop)
    number = {line.note: notes[line.note].number for line in drawn}
    place = {note: at for at, note in enumerate(sorted(number, key=lambda one: number[one]))}
    lines = sorted(drawn, key=lambda line: (-line.dots, _ORDER[line.standing], number[line.note]))
    rows = tuple(
        Bar(
            note := notes[line.note],
            styles.get(note.category) or styles[None],
            line,
            standing_word(line) or moved.get(line.note, ""),
            {side: share.get(line.note, 0.0) for side, share in shares.items()},
            line.note in contested,
            place[line.note],
        )
        for line in lines
    )
    sides = tuple(shares) if len(shares) > 1 else ()
    return Bars(
        tally,
        rows,
        sides,
        tie_words(workshop, tally),
        tuple(reason_words(workshop, vote)),
        tuple(run_off_words_of(workshop, vote)),
        len(tally.lines) - len(drawn),
    )


@counting
def _drawn(workshop: Workshop, vote: Round) -> tuple[TallyLine, ...]:
    """The lines that have a row; a ballot may hold thousands."""
    lines = tally_of(workshop, vote).lines
    return tuple(line for line in lines if _has_row(line, len(lines)))


def _has_row(line: TallyLine, notes: int) -> bool:
    is_in_question = line.decided is not None or line.standing is not Standing.OUT
    return notes <= MOST_ROWS or line.dots > 0 or is_in_question


def round_before(workshop: Workshop, vote: Round) -> Round | None:
    """The closed main round before this one, to compare with; a run-off has none."""
    if vote.run_off_of is not None:
        return None
    earlier = [
        other
        for other in workshop.ordered(Round)
        if other.run_off_of is None
        and other.status is RoundStatus.CLOSED
        and (other.position, other.id) < (vote.position, vote.id)
    ]
    return earlier[-1] if earlier else None


def _moved(workshop: Workshop, vote: Round) -> dict[Id, str]:
    """A short word for each note that moved since the round before."""
    before = round_before(workshop, vote)
    if before is None:
        return {}
    return {
        move.note: f"{'up' if move.ranks > 0 else 'down'} {abs(move.ranks)}"
        for move in moves_between(workshop, before, vote)
        if move.ranks
    }


def _styles(workshop: Workshop) -> Mapping[Id | None, CategoryStyle]:
    """The style of each category; None is none."""
    categories = workshop.of(Category)
    return {None: category_style(None)} | {
        key: category_style(one.style) for key, one in categories.items()
    }
