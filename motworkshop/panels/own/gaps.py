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


def gap_words(gap: Gap) -> str:
    """“Next missing: 9 – accountable”."""
    moment, lack = gap
    return f"Next missing: {moment.note.number} – {lack}"
