"""What the moments of truth still lack, gap after gap, and the button that walks through them."""

from collections.abc import Sequence

from motworkshop.model.moments import Lack, Moment, lacks
from motworkshop.model.records import Id

Gap = tuple[Moment, Lack]


def first_to_fill(moments: Sequence[Moment]) -> Id:
    """The first moment that lacks something; the first of all where none does, "" without any."""
    lacking = [moment for moment in moments if lacks(moment)]
    return next((moment.note.id for moment in [*lacking, *moments]), "")


def next_gap(moments: Sequence[Moment], note: Id, asked: Lack | None) -> Gap | None:
    """The first gap after `asked` on the card of `note`, and after the last one the first again.

    None for `asked` means that nothing was asked on this card yet.
    """
    order = list(Lack)
    notes = [moment.note.id for moment in moments]
    here = (notes.index(note) if note in notes else -1, order.index(asked) if asked else -1)
    gaps = [
        ((place, order.index(lack)), (moment, lack))
        for place, moment in enumerate(moments)
        for lack in lacks(moment)
    ]
    later = [gap for at, gap in gaps if at > here]
    return next((gap for gap in [*later, *(gap for _at, gap in gaps)]), None)


def lack_name(lack: Lack) -> str:
    """What is missing, as people say it."""
    return "without asking" if lack is Lack.FREEDOM else str(lack)


def gap_words(gap: Gap, open_card: Id) -> str:
    """“Fill in accountable” on the card that is open, else “Next incomplete: 9, accountable”."""
    moment, lack = gap
    if moment.note.id == open_card:
        return f"Fill in {lack_name(lack)}"
    return f"Next incomplete: {moment.note.number}, {lack_name(lack)}"


def lack_words(moment: Moment) -> tuple[str, str]:
    """What a moment lacks in words, and the role of the label that says so."""
    missing = lacks(moment)
    if not missing:
        return "Complete", "good"
    others = [lack_name(lack) for lack in missing if lack is not Lack.ACCOUNTABLE]
    told = ["nobody accountable yet"] if Lack.ACCOUNTABLE in missing else []
    told += [f"lacks {', '.join(others)}"] if others else []
    words = "; ".join(told)
    return words[0].upper() + words[1:], "warn"
