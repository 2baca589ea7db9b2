"""What became of a tie at the cut, in sentences."""

from collections.abc import Sequence

from motworkshop.exports.facts import RoundFacts
from motworkshop.exports.report.book import Book
from motworkshop.exports.report.words import in_words, is_or_are, listed, sentence
from motworkshop.model.tally import DecidedBy, Standing, Tally, TallyLine


def tied_sentence(tally: Tally) -> str:
    """The open statement of a tie that nobody has settled; "" where there is none."""
    if not tally.tied:
        return ""
    left = tally.places_left
    places = "the last place" if left == 1 else f"the last {in_words(left)} places"
    tied = is_or_are(len(tally.tied), "note")
    return f"{tied} tied for {places} — the group has not decided yet"


def settled_sentences(book: Book, vote: RoundFacts) -> list[str]:
    """How the places of tied notes were decided: by which run-off, by which reason."""
    tally = vote.tally
    if tally is None:
        return []
    by_run_off = [line for line in tally.lines if line.decided is DecidedBy.RUN_OFF]
    by_reason = [line for line in tally.lines if line.decided is DecidedBy.DECISION]
    told = []
    if by_run_off:
        titles = [
            f"“{later.round.title}”"
            for later in book.facts.rounds
            if later.round.run_off_of == vote.round.id and later.tally is not None
        ]
        how = f"A run-off ({listed(titles)}) settled the tie at the cut"
        told.append(f"{how}: {_who_is_in(book, by_run_off)}.")
    if by_reason:
        how = "The group decided the tie at the cut"
        told.append(f"{how}: {_who_is_in(book, by_reason)}.")
        told += _reasons(book, vote)
    return told


def _who_is_in(book: Book, lines: Sequence[TallyLine]) -> str:
    inside = [str(book.number(line.note)) for line in lines if line.standing is Standing.IN]
    outside = [str(book.number(line.note)) for line in lines if line.standing is Standing.OUT]
    said = []
    if inside:
        said.append(f"{listed(inside)} {'is' if len(inside) == 1 else 'are'} in")
    if outside:
        said.append(f"{listed(outside)} {'is' if len(outside) == 1 else 'are'} out")
    return ", ".join(said)


def _reasons(book: Book, vote: RoundFacts) -> list[str]:
    cards = [
        card for card in book.cards.values() if card.decided_in == vote.round.id and card.reason
    ]
    cards.sort(key=lambda card: book.number(card.note))
    return [f"{book.number(card.note)}: {sentence(card.reason)}" for card in cards]
