"""The vote: the deciding round, how far people agree, run-offs, other rounds, and movement."""

from collections.abc import Sequence

from motworkshop.exports.facts import RoundFacts
from motworkshop.exports.report.book import Book
from motworkshop.exports.report.boxes import callout, figures
from motworkshop.exports.report.tally_table import draw_tally
from motworkshop.exports.report.ties import settled_sentences
from motworkshop.exports.report.words import people, share, two_decimals
from motworkshop.exports.typeset.flow import Flow
from motworkshop.exports.typeset.styles import BODY, FIGURES, SMALL_STRONG, Align
from motworkshop.exports.typeset.table import Cell, Column, StyledCell, Table
from motworkshop.model.records import Round, RoundStatus
from motworkshop.model.tally import TallyLine
from motworkshop.model.voting import counted


def draw_votes(book: Book) -> None:
    """All rounds; of one that is secret and open the turnout and nothing else."""
    rounds = book.facts.rounds
    if not rounds:
        return
    deciding = book.facts.deciding
    first = deciding or rounds[0]
    flow = book.chapter("The vote", _question(first.round))
    _draw_round(book, flow, first, is_deciding=first is deciding)
    if first.tally is not None:
        _draw_agreement(book, flow, first)
    for later in rounds:
        if later is not first:
            is_run_off = later.round.run_off_of is not None
            name = "Run-off" if is_run_off else "Round"
            title = later.round.title
            if not title.casefold().startswith(name.casefold()):
                title = f"{name}: {title}"
            book.section(flow, title, later.round.question, keep=170)
            _draw_round(book, flow, later, is_deciding=False)
    _draw_movement(book, flow)


def _question(vote: Round) -> str:
    return vote.question or vote.title


def _draw_round(book: Book, flow: Flow, vote: RoundFacts, *, is_deciding: bool) -> None:
    if vote.tally is None:
        voters = len(book.departments)
        of = f" of {voters}" if voters else ""
        handed = f"{vote.turnout or 0}{of} {'has' if vote.turnout == 1 else 'have'} handed over."
        head = f"“{vote.round.title}” is secret and still open: {handed}"
        callout(flow, head, "Nothing else is shown before it closes.", is_warning=True)
        return
    flow.paragraph(_terms(vote), BODY)
    if is_deciding:
        for said in settled_sentences(book, vote):
            flow.space(4)
            flow.paragraph(said, BODY)
    flow.space(10)
    draw_tally(book, flow, vote)


def _terms(vote: RoundFacts) -> str:
    """On what terms the round voted, and how many did."""
    terms = vote.round
    said = []
    if vote.turnout is not None:
        said.append(f"{people(vote.turnout)} voted")
    if terms.budget is not None:
        said.append(f"{counted(terms.budget, 'dot')} each")
    if terms.cap is not None:
        said.append(f"at most {terms.cap} on one touchpoint")
    if vote.tally is not None:
        said.append(f"{counted(vote.tally.dots, 'dot')} given in all")
    said.append("secret ballot" if terms.is_secret else "open vote")
    state = " The round is still open." if terms.status is RoundStatus.OPEN else ""
    counted_by_hand = vote.tally is not None and any(
        line.breadth is None for line in vote.tally.lines
    )
    paper = (
        " The dots were counted on paper: how many people stand behind them, and how far they "
        "agree, is unknown."
        if counted_by_hand
        else ""
    )
    text = ", ".join(said)
    return f"{text[:1].upper()}{text[1:]}.{state}{paper}"


def _draw_agreement(book: Book, flow: Flow, vote: RoundFacts) -> None:
    if vote.overlap is None and vote.kendall_w is None:
        return
    book.section(flow, "How far people agree")
    pairs = []
    if vote.overlap is not None:
        pairs.append((share(vote.overlap), "of the touchpoints chosen by two people are the same"))
    if vote.kendall_w is not None:
        pairs.append((two_decimals(vote.kendall_w), "agreement on the ranking (Kendall's W)"))
    figures(flow, pairs)
    flow.paragraph(_meaning(vote), BODY)


def _meaning(vote: RoundFacts) -> str:
    said = ""
    if vote.overlap is not None:
        said = (
            f"Take any two people: of all the touchpoints that either of them gave dots to, "
            f"{share(vote.overlap)} got dots from both (vote overlap {vote.overlap:.3f}). "
        )
    if vote.kendall_w is not None:
        words = "little" if vote.kendall_w < 0.3 else "some" if vote.kendall_w < 0.6 else "strong"
        said += (
            f"Kendall's W is {vote.kendall_w:.3f}, where 0 is no agreement and 1 is full "
            f"agreement: there is {words} agreement on the ranking."
        )
    return said.strip()


# Two main rounds and more


def _draw_movement(book: Book, flow: Flow) -> None:
    """Ranks of the last two main rounds beside each other."""
    main = [
        vote
        for vote in book.facts.rounds
        if vote.round.run_off_of is None and vote.tally is not None
    ]
    if len(main) < 2:
        return
    before, after = main[-2:]
    text = f"Ranks in “{before.round.title}” and in “{after.round.title}”."
    book.section(flow, "How the rounds differ", text)
    columns = (
        Column("No.", 7, Align.RIGHT, FIGURES),
        Column("Touchpoint", 50),
        Column(before.round.title, 16, Align.RIGHT, FIGURES),
        Column(after.round.title, 16, Align.RIGHT, FIGURES),
        Column("Moved", 14, Align.RIGHT, FIGURES),
    )
    Table(columns).draw(flow, _movements(book, before, after))


def _movements(book: Book, before: RoundFacts, after: RoundFacts) -> Sequence[Sequence[Cell]]:
    earlier = {line.note: line for line in before.tally.lines} if before.tally else {}
    later = {line.note: line for line in after.tally.lines} if after.tally else {}
    notes = [*later, *(note for note in earlier if note not in later)]
    rows: list[list[Cell]] = []
    for note in notes:
        one, other = earlier.get(note), later.get(note)
        if not ((one and one.dots) or (other and other.dots)):
            continue
        number = str(book.number(note))
        rows.append([number, book.text(note), _rank(one), _rank(other), _moved(one, other)])
    return rows


def _rank(line: TallyLine | None) -> str:
    if line is None:
        return "not on it"
    return f"{line.rank} ({counted(line.dots, 'dot')})" if line.dots else "no dot"


def _moved(one: TallyLine | None, other: TallyLine | None) -> Cell:
    if not (one and other):
        return "–"
    change = one.rank - other.rank
    if not change:
        return "same"
    return StyledCell(f"{'up' if change > 0 else 'down'} {abs(change)}", SMALL_STRONG)
