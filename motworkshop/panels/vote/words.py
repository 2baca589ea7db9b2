"""What is said about a vote, in plain sentences."""

from collections.abc import Sequence

from motworkshop.model.counting import counting
from motworkshop.model.moments import moments_of
from motworkshop.model.records import Round
from motworkshop.model.rounds import decided_round, deciding_round
from motworkshop.model.tally import line_notes
from motworkshop.model.voting import counted, merged_words, suggested_budget
from motworkshop.model.workshop import Workshop

MINUTES_EACH = 2
"""How long one person takes with a ballot on the screen."""
QUESTION = "Which moments make or break the journey?"
_NUMBERS = ("no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")
_ORDINALS = ("", "First", "Second", "Third", "Fourth", "Fifth", "Sixth", "Seventh", "Eighth")


def ballot_words(workshop: Workshop, vote: Round) -> str:
    """How many notes were on a ballot, and as how many they count today."""
    return merged_words(*_sizes(workshop, vote))


@counting
def _sizes(workshop: Workshop, vote: Round) -> tuple[int, int]:
    counts_under = line_notes(workshop, vote)
    return len(counts_under), len(set(counts_under.values()))


def budget_reason(notes: int, before: int | None = None) -> str:
    """Why so many dots are suggested: “61 notes: a quarter is 15 dots”.

    `before` is how many notes they were before merging.
    """
    budget = suggested_budget(notes)
    quarter = (notes + 2) // 4
    head = f"{merged_words(before or notes, notes)}: a quarter is {counted(quarter, 'dot')}"
    if quarter < budget:
        return f"{head}, and fewer than {budget} tell too little."
    if quarter > budget:
        return f"{head}, and more than {budget} are too many to give with care."
    return f"{head}."


def time_needed(people: int) -> str:
    """What passing the keyboard takes: “13 people, about 2 minutes each: 26 minutes”."""
    each = f"about {MINUTES_EACH} minutes each"
    if people == 1:
        return f"1 person: about {MINUTES_EACH} minutes."
    return f"{people} people, {each}: {people * MINUTES_EACH} minutes."


def terms_of(workshop: Workshop, vote: Round) -> str:
    """On what terms a round votes, in one line."""
    budget = "dots without limit" if vote.budget is None else f"{counted(vote.budget, 'dot')} each"
    cap = "" if vote.cap is None else f", at most {vote.cap} on one note"
    kind = "secret" if vote.is_secret else "open"
    return f"{ballot_words(workshop, vote)}; {budget}{cap}, {kind}"


def reopening_words(workshop: Workshop, vote: Round) -> str:
    """What taking votes again changes, and what it does not."""
    told = [
        f"Take votes in “{vote.title}” again? What was handed over stays; others can still give "
        "their dots.",
        "Until it is closed again its dots are hidden everywhere.",
    ]
    deciding = deciding_round(workshop)
    moments = len(moments_of(workshop))
    if deciding is not None and decided_round(workshop, vote).id == deciding.id and moments:
        told.append(
            f"What it decided may come out otherwise: {counted(moments, 'moment')} of truth, and "
            "ties that were settled. What you wrote on the cards is kept."
        )
    told.append("Who has seen the dots will know them.")
    return " ".join(told)


def listed(names: Sequence[str], most: int = 0) -> str:
    """ "Ann, Bo and Cy"; after `most` names only how many others there are."""
    shown = list(names)
    if most and len(shown) > most + 1:
        shown = [*shown[:most], f"{len(names) - most} others"]
    if len(shown) < 2:
        return "".join(shown)
    return f"{', '.join(shown[:-1])} and {shown[-1]}"


def in_words(number: int) -> str:
    """A small number as a word, others in figures."""
    return _NUMBERS[number] if 0 <= number < len(_NUMBERS) else f"{number:,}"


def next_title(taken: Sequence[str]) -> str:
    """What the next round is called: “First vote”, “Second vote” …, none of those taken."""
    known = {" ".join(title.casefold().split()) for title in taken}
    numbers = range(len(taken) + 1, len(taken) * 2 + 2)
    titles = (
        f"{_ORDINALS[number]} vote" if number < len(_ORDINALS) else f"Vote {number}"
        for number in numbers
    )
    return next(title for title in titles if title.casefold() not in known)
