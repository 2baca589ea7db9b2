"""Whose turn it is when a group goes round: everybody once in each lap."""

from collections.abc import Iterable
from dataclasses import replace

from motworkshop.model.records import Id
from motworkshop.values import dataclass


@dataclass(frozen=True, slots=True)
class TurnOrder:
    """A round robin as a value: `waiting` is who comes after `current` in this lap.

    `current` is None while nobody is there. `absent` people are passed over until they are back.
    """

    everybody: tuple[Id, ...] = ()
    absent: frozenset[Id] = frozenset()
    current: Id | None = None
    waiting: tuple[Id, ...] = ()
    lap: int = 1

    @classmethod
    def begin(cls, people: Iterable[Id]) -> "TurnOrder":
        """The first lap, from the first person on."""
        return _advanced(replace(cls(tuple(people)), waiting=tuple(people), lap=1))

    @property
    def present(self) -> tuple[Id, ...]:
        """Those who are there, in the order of the roster."""
        return tuple(one for one in self.everybody if one not in self.absent)

    @property
    def following(self) -> Id | None:
        """Who comes next."""
        return self.after_next().current if self.present else None

    def after_next(self) -> "TurnOrder":
        """The next person's turn; after the last one a new lap begins."""
        if self.waiting or not self.present:
            return _advanced(self)
        return _advanced(replace(self, waiting=self.present, lap=self.lap + 1))

    def after_skip(self) -> "TurnOrder":
        """The next person's turn; the one at hand comes again at the end of this lap."""
        if self.current is None or not self.waiting:
            return self
        return _advanced(replace(self, waiting=(*self.waiting, self.current)))

    def before(self) -> "TurnOrder":
        """Back to the person before on the roster; the one at hand is next then."""
        if self.current not in self.present or len(self.present) < 2:
            return self
        earlier = self.present[self.present.index(self.current) - 1]
        rest = tuple(one for one in (self.current, *self.waiting) if one not in {earlier, None})
        return replace(self, current=earlier, waiting=rest)

    def given_to(self, person: Id) -> "TurnOrder":
        """This person's turn, out of order; the others keep theirs."""
        rest = tuple(one for one in self.waiting if one != person)
        return replace(self, current=person, waiting=rest, absent=self.absent - {person})

    def without(self, person: Id) -> "TurnOrder":
        """Somebody has left the room."""
        away = replace(
            self,
            absent=self.absent | {person},
            waiting=tuple(one for one in self.waiting if one != person),
        )
        return away.after_next() if person == self.current else away

    def with_back(self, person: Id) -> "TurnOrder":
        """Somebody has come back, and has a turn in this lap."""
        if person not in self.absent:
            return self
        back = replace(self, absent=self.absent - {person}, waiting=(*self.waiting, person))
        return back if back.current is not None else _advanced(back)

    def on_roster(self, people: Iterable[Id]) -> "TurnOrder":
        """The same round with the roster as it is now: newcomers come last, leavers are gone."""
        roster = tuple(people)
        if roster == self.everybody:
            return self
        new = tuple(one for one in roster if one not in self.everybody)
        kept = tuple(one for one in self.waiting if one in roster)
        fresh = replace(
            self, everybody=roster, absent=self.absent & set(roster), waiting=(*kept, *new)
        )
        return fresh if self.current in roster else fresh.after_next()


def _advanced(order: TurnOrder) -> TurnOrder:
    if not order.waiting:
        return replace(order, current=None)
    return replace(order, current=order.waiting[0], waiting=order.waiting[1:])
