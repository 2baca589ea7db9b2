"""Going through notes one by one; those that the group left undecided come again at the end."""

from collections.abc import Collection, Iterable
from dataclasses import replace

from motworkshop.model.records import Id
from motworkshop.values import dataclass


@dataclass(frozen=True, slots=True)
class Sorting:
    """How far a group is with its notes: `seen` is the way taken, so that it can go back."""

    waiting: tuple[Id, ...] = ()
    seen: tuple[Id, ...] = ()
    undecided: tuple[Id, ...] = ()
    is_again: bool = False

    @classmethod
    def begin(cls, notes: Iterable[Id]) -> "Sorting":
        """All notes still to come."""
        return cls(tuple(notes))

    @property
    def current(self) -> Id | None:
        """The note at hand; None when all are through."""
        return self.waiting[0] if self.waiting else None

    @property
    def decided(self) -> int:
        """How many notes the group has decided about."""
        return len(set(self.seen) - set(self.undecided) - set(self.waiting))

    @property
    def total(self) -> int:
        """How many notes there are in all."""
        return len({*self.waiting, *self.seen, *self.undecided})

    def after_decision(self) -> "Sorting":
        """On to the next note."""
        if self.current is None:
            return self
        kept = tuple(note for note in self.undecided if note != self.current)
        return _onward(replace(self, undecided=kept))

    def after_doubt(self) -> "Sorting":
        """On to the next note; this one comes again at the end."""
        if self.current is None:
            return self
        others = tuple(note for note in self.undecided if note != self.current)
        return _onward(replace(self, undecided=(*others, self.current)))

    def back(self) -> "Sorting":
        """The note before."""
        if not self.seen:
            return self
        return replace(self, waiting=(self.seen[-1], *self.waiting), seen=self.seen[:-1])

    def among(self, notes: Collection[Id]) -> "Sorting":
        """The same way with only the notes that are still there."""

        def kept(some: tuple[Id, ...]) -> tuple[Id, ...]:
            return tuple(note for note in some if note in notes)

        left = replace(
            self, waiting=kept(self.waiting), seen=kept(self.seen), undecided=kept(self.undecided)
        )
        return left if left.waiting else _again(left)


def _onward(way: Sorting) -> Sorting:
    left = replace(way, waiting=way.waiting[1:], seen=(*way.seen, way.waiting[0]))
    return left if left.waiting else _again(left)


def _again(way: Sorting) -> Sorting:
    """The undecided notes once more."""
    return replace(way, waiting=way.undecided, is_again=True) if way.undecided else way
