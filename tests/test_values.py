"""The quick decorator against the one of the standard library."""

import copy
import dataclasses
import inspect
import pickle
from collections.abc import Callable
from typing import Any

import pytest
from typing_extensions import override

from motworkshop.model.records import KINDS, Note, Stage
from motworkshop.values import dataclass, pouring


@dataclass(frozen=True, slots=True)
class Quick:
    """A value."""

    one: str
    two: tuple[int, ...] = ()
    three: float | None = None

    @property
    def both(self) -> str:
        """Something written by hand."""
        return f"{self.one} {self.two}"


@dataclasses.dataclass(frozen=True, slots=True)
class Usual:
    """A value."""

    one: str
    two: tuple[int, ...] = ()
    three: float | None = None


@dataclass(frozen=True, slots=True)
class Alone:
    """A value of one part."""

    one: int


@dataclass(frozen=True, slots=True)
class Kept:
    """A value with a list of its own."""

    names: list[str] = dataclasses.field(default_factory=list)


@dataclass(slots=True)
class Loose:
    """A record that changes."""

    one: int = 0


def test_it_is_made_and_told_as_usual() -> None:
    assert repr(Quick("a", (1,), 2.0)) == repr(Usual("a", (1,), 2.0)).replace("Usual", "Quick")
    assert repr(Quick("a", three=1.5)) == "Quick(one='a', two=(), three=1.5)"
    assert Quick(two=(3,), one="b").both == "b (3,)"
    assert Quick.__match_args__ == Usual.__match_args__
    assert Quick.__doc__ == "A value."
    with pytest.raises(TypeError, match=r"Quick.__init__\(\) missing 1 required"):
        Quick()  # type: ignore[call-arg]
    with pytest.raises(TypeError, match="unexpected keyword"):
        Quick("a", four=4)  # type: ignore[call-arg]


def test_it_is_compared_and_hashed_by_its_values() -> None:
    assert Quick("a") == Quick("a", ())
    assert Quick("a") != Quick("b")
    other: object = Usual("a")
    assert Quick("a") != other
    assert hash(Quick("a", (1,), 2.0)) == hash(Usual("a", (1,), 2.0))
    assert hash(Alone(3)) == hash((3,))
    assert Alone(3) == Alone(3) != Alone(4)
    assert len({Quick("a"), Quick("a"), Quick("b")}) == 2


def test_it_cannot_be_changed() -> None:
    value = Quick("a")
    for name in ("one", "nothing"):
        with pytest.raises(
            dataclasses.FrozenInstanceError, match=f"cannot assign to field '{name}'"
        ):
            setattr(value, name, "b")
        with pytest.raises(dataclasses.FrozenInstanceError, match=f"cannot delete field '{name}'"):
            delattr(value, name)
    assert not hasattr(value, "__dict__")
    assert value == Quick("a")


@pytest.mark.parametrize(
    "work", [copy.copy, copy.deepcopy, lambda one: pickle.loads(pickle.dumps(one))]
)
def test_it_is_copied_and_packed(work: Callable[[Any], Any]) -> None:
    for value in (Quick("a", (1, 2), 0.5), Alone(1), Note("n", 1, "Waits"), Kept(["a"])):
        assert work(value) == value


def test_the_tools_of_the_standard_library_know_it() -> None:
    value = Quick("a", (1,))
    assert dataclasses.is_dataclass(value)
    assert dataclasses.replace(value, one="b") == Quick("b", (1,))
    assert dataclasses.asdict(value) == dataclasses.asdict(Usual("a", (1,)))
    assert dataclasses.astuple(value) == ("a", (1,), None)
    told = [(one.name, one.type, one.default) for one in dataclasses.fields(Quick)]
    assert told == [(one.name, one.type, one.default) for one in dataclasses.fields(Usual)]


def test_what_is_out_of_the_ordinary_is_made_as_usual() -> None:
    assert Kept().names == []
    assert Kept().names is not Kept().names
    loose = Loose()
    loose.one = 2
    assert loose == Loose(2)

    @dataclass(frozen=True, slots=True)
    class Own:
        one: int

        @override
        def __eq__(self, other: object) -> bool:
            return isinstance(other, Own)

        __hash__ = None  # type: ignore[assignment]

    assert Own(1) == Own(2)

    @dataclass(frozen=True, slots=True)
    class More(Stage):
        more: int = 0

    one = More("s", "Book", more=3)
    assert (one.name, one.more) == ("Book", 3)
    with pytest.raises(dataclasses.FrozenInstanceError):
        one.more = 4  # type: ignore[misc]


def test_what_is_poured_is_as_what_was_made_one_by_one() -> None:
    poured = pouring(Quick)([("a", "b"), ((1,), ()), (2.0, None)])
    assert poured == [Quick("a", (1,), 2.0), Quick("b")]
    assert [type(one) for one in poured] == [Quick, Quick]
    assert [hash(one) for one in poured] == [hash(Quick("a", (1,), 2.0)), hash(Quick("b"))]
    with pytest.raises(dataclasses.FrozenInstanceError):
        poured[0].one = "c"
    assert pouring(Alone)([(1, 2)]) == [Alone(1), Alone(2)]


def test_columns_of_different_lengths_are_not_poured() -> None:
    with pytest.raises(ValueError, match="shorter"):
        pouring(Quick)([("a", "b"), ((),), (None, None)])


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.__name__)
def test_every_kind_of_record_is_frozen_and_lies_in_slots(kind: type[Any]) -> None:
    record = object.__new__(kind)
    assert not hasattr(record, "__dict__")
    for one in dataclasses.fields(kind):
        with pytest.raises(dataclasses.FrozenInstanceError):
            setattr(record, one.name, None)


def test_how_it_is_made_is_known_before_one_was() -> None:
    @dataclass(frozen=True, slots=True)
    class Fresh:
        """A value."""

        one: str
        two: tuple[int, ...] = ()
        three: float | None = None

    class Further(Fresh):
        """One more."""

    assert inspect.signature(Fresh) == inspect.signature(Usual)
    assert Fresh.__init__.__annotations__ == Usual.__init__.__annotations__
    assert Further("a").one == Fresh("a").one == "a"
    assert Fresh.__init__ is Fresh.__init__, "it is made once"
    assert Fresh.__init__.__qualname__.endswith("Fresh.__init__")
