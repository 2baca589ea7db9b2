"""What the alignment of a group means, in a sentence."""

from motworkshop.model.agreement import (
    proposals_by_person,
    stage_alignment,
    stage_key,
)
from motworkshop.model.records import SameStage
from motworkshop.model.workshop import Workshop

NUMBERS = (
    "No", "One", "Two", "Three", "Four", "Five", "Six", "Seven", "Eight", "Nine", "Ten",
    "Eleven", "Twelve",
)  # fmt: skip
BANDS = (
    (0.2, "Hardly any of it is the same journey."),
    (0.5, "Part of it is the same journey, most of it is not."),
    (0.8, "Much of it is the same journey."),
    (1.0, "It is nearly the same journey."),
)

SHARES = (
    (0.03, "hardly any"), (0.1, "about a tenth"), (0.2, "about a fifth"),
    (0.25, "about a quarter"), (1 / 3, "about a third"), (0.4, "about two fifths"),
    (0.5, "about half"), (0.6, "about three fifths"), (2 / 3, "about two thirds"),
    (0.75, "about three quarters"), (0.85, "most"), (0.95, "nearly all"),
)  # fmt: skip


def answers(workshop: Workshop) -> int:
    """How many different lists of stages there are."""
    lists = proposals_by_person(workshop).values()
    return len({tuple(stage_key(workshop, stage.name) for stage in one) for one in lists})


def alignment_sentence(workshop: Workshop) -> str:
    """“Three people, three answers. …”: what the alignment figure means."""
    alignment = stage_alignment(workshop)
    people = len(proposals_by_person(workshop))
    if alignment is None:
        return "Two people and more must write down their stages before they can be compared."
    if alignment == 1:
        return f"{in_words(people)} people, one answer. Everybody sees the same journey."
    meaning = next(words for most, words in BANDS if alignment <= most)
    different = answers(workshop)
    said = "answer" if different == 1 else "answers"
    return f"{in_words(people)} people, {in_words(different).lower()} {said}. {meaning}"


def share_in_words(alignment: float) -> str:
    """“You share about a quarter of the stages”: the figure as people say it."""
    share = min(SHARES, key=lambda known: abs(known[0] - alignment))[1]
    if alignment in (0, 1):
        share = "none" if alignment == 0 else "all"
    return f"You share {share} of the stages"


def alignment_before(workshop: Workshop) -> float | None:
    """The alignment as it was before the group declared any names the same."""
    return stage_alignment(workshop.remember(_undeclared))


def in_words(number: int) -> str:
    """A small number as a word."""
    return NUMBERS[number] if number < len(NUMBERS) else str(number)


def _undeclared(workshop: Workshop) -> Workshop:
    return Workshop(one for one in workshop.records() if not isinstance(one, SameStage))
