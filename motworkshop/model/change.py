"""The one value that carries every edit: per id the old and the new record."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import TypeAlias

from motworkshop.model.records import RECORDED, Id, Record

Pair: TypeAlias = tuple[Record | None, Record | None]
"""(old, new); None is absent. Both sides are absolute values, never both None."""


@dataclass(frozen=True)
class Change:
    """What differs between two states of a workshop. Can be inverted, and two can be folded."""

    pairs: Mapping[Id, Pair] = field(default_factory=dict)

    @classmethod
    def between(cls, pairs: Iterable[Pair]) -> "Change":
        """The change of these pairs, without those whose two sides are equal."""
        found: dict[Id, Pair] = {}
        for old, new in pairs:
            record = old if old is not None else new
            if record is not None and old != new:
                found[record.id] = (old, new)
        return cls(found)

    def __bool__(self) -> bool:
        return bool(self.pairs)

    def __iter__(self) -> Iterator[Pair]:
        return iter(self.pairs.values())

    @cached_property
    def kinds(self) -> frozenset[type[Record]]:
        """The kinds of its records; all who listen ask for them, and thousands may be pasted."""
        return frozenset(type(one) for pair in self for one in pair if one is not None)

    def has(self, *kinds: type[Record]) -> bool:
        """Whether it brings, takes or changes a record of one of these kinds."""
        return not self.kinds.isdisjoint(kinds)

    def inverted(self) -> "Change":
        """The change that leads back."""
        return Change({key: (new, old) for key, (old, new) in self.pairs.items()})

    def then(self, later: "Change") -> "Change":
        """This change and then `later`, as one; `later` must start where this one ends."""
        if not self.pairs:
            return later
        joined = dict(self.pairs)
        for key, (old, new) in later.pairs.items():
            first = joined[key][0] if key in joined else old
            if first == new:
                joined.pop(key, None)
            else:
                joined[key] = (first, new)
        return Change(joined)

    @property
    def is_recorded(self) -> bool:
        """Whether it holds a record of a kind that stands outside undo."""
        return self.has(*RECORDED)


@dataclass(frozen=True)
class Edit:
    """A change with the words that name it in the undo list.

    Edits of the same non-empty `fold` key that follow one another become one step (typing).
    """

    label: str
    change: Change
    fold: str = ""
