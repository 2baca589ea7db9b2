"""What is worked out of a workshop, kept while it stays true or can be brought up to date cheaply."""

from collections.abc import Callable, Hashable
from typing import TYPE_CHECKING, NamedTuple, TypeVar, cast

from motworkshop.model.change import Change
from motworkshop.model.records import Record

if TYPE_CHECKING:
    from motworkshop.model.workshop import Workshop

T = TypeVar("T")
W = TypeVar("W", bound=Callable[..., object])
MANY = 1000
"""Of more records that changed at once a result is sooner worked out again than carried over."""


class Reads(NamedTuple):
    """What a function asks of a workshop: records of these kinds, and which others there are."""

    kinds: frozenset[type[Record]]
    ids_of: frozenset[type[Record]]


def reads(*kinds: type[Record], ids_of: tuple[type[Record], ...] = ()) -> Callable[[W], W]:
    """Says of a pure function of a workshop that its result depends on nothing else, so that what
    is remembered of it outlives all other changes. Of `ids_of` it only asks which ones exist."""
    asked = Reads(frozenset(kinds), frozenset(ids_of))

    def mark(work: W) -> W:
        work.__dict__["reads"] = asked
        return work

    return mark


def carried(
    step: "Callable[[T, Workshop, Change], T | None]",
) -> "Callable[[Callable[[Workshop], T]], Callable[[Workshop], T]]":
    """Says how the result of a pure function that `reads` some kinds follows a change of those:
    `step(result, before, change)` gives the next result without touching this one (the same
    object where nothing in it changes), or None where working it out again is the better way."""

    def mark(work: "Callable[[Workshop], T]") -> "Callable[[Workshop], T]":
        work.__dict__["carried"] = step
        return work

    return mark


class Memory:
    """The results of pure functions of one workshop, each worked out once."""

    __slots__ = ("_results",)

    def __init__(self) -> None:
        self._results: dict[tuple[object, ...], object] = {}

    def result(
        self, workshop: "Workshop", work: Callable[..., T], given: tuple[Hashable, ...]
    ) -> T:
        """The result of `work(workshop, *given)`."""
        key = (work, *given)
        if key not in self._results:
            self._results[key] = work(workshop, *given)
        return cast("T", self._results[key])

    def after(self, before: "Workshop", change: Change) -> "Memory":
        """What of this is true after `change` of the workshop `before`, or can be carried over."""
        touched = change.kinds
        came = {type(old or new) for old, new in change if old is None or new is None}
        later = Memory()
        for key, result in list(self._results.items()):  # `step` may remember more of it
            asked: Reads | None = getattr(key[0], "reads", None)
            if asked and asked.kinds.isdisjoint(touched) and asked.ids_of.isdisjoint(came):
                later._results[key] = result
                continue
            step = getattr(key[0], "carried", None)
            followed = step(result, before, change) if step is not None else None
            if followed is not None:
                later._results[key] = followed
        return later
