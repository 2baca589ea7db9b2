"""Dataclasses that cost little to make: the decorator of the standard library, in a quarter of the
time.

There are two hundred of them on the way to the board, and the standard library has six functions
compiled for each; together that took a seventh of the start. Here only `__init__` is compiled, the
others are the same few functions for all. What comes out behaves like the original in every respect
(a test holds them against each other); whatever is out of the ordinary goes to the original.
"""

import dataclasses
from collections.abc import Callable, Iterable, Sequence
from operator import attrgetter
from reprlib import recursive_repr
from types import MethodType
from typing import TYPE_CHECKING, Any

__all__ = ["dataclass", "pouring"]

if TYPE_CHECKING:
    from dataclasses import dataclass
else:

    def dataclass(kind=None, /, **options):
        """As `dataclasses.dataclass`."""

        def make(kind):
            if options == {"frozen": True, "slots": True} and _is_ordinary(kind):
                return _made(kind)
            return dataclasses.dataclass(**options)(kind)

        return make if kind is None else make(kind)


def pouring(kind: type[Any]) -> Callable[[Sequence[Iterable[object]]], list[Any]]:
    """A function that makes many of a frozen kind with slots, all at once, out of the values of each
    field; they come from nowhere but a column, so no `__post_init__` looks at them.

    They are filled in a mould, which is such a class without its guards, and released as what they
    are: four times as quick as one call of the constructor for each.
    """
    names = [one.name for one in dataclasses.fields(kind)]
    mould = type(kind.__name__, kind.__bases__, {"__slots__": kind.__slots__})
    lines = [
        "def pour(columns):",
        "    poured = []",
        f"    for {', '.join(f'_{name}' for name in names)}, in zip(*columns, strict=True):",
        "        one = mould()",
        *(f"        one.{name} = _{name}" for name in names),
        "        one.__class__ = kind",
        "        poured.append(one)",
        "    return poured",
    ]
    given: dict[str, Any] = {"mould": mould, "kind": kind}
    exec("\n".join(lines), given)
    pour: Callable[[Sequence[Iterable[object]]], list[Any]] = given["pour"]
    return pour


_OWN = frozenset({"__init__", "__repr__", "__eq__", "__hash__", "__setattr__", "__delattr__"})
_PLAIN = {"init": True, "repr": True, "hash": None, "compare": True}


def _is_ordinary(kind: type[Any]) -> bool:
    """Nothing inherited, nothing written by hand that the decorator would make."""
    return (
        kind.__bases__ == (object,)
        and _OWN.isdisjoint(kind.__dict__)
        and not any(isinstance(one, dataclasses.Field) for one in kind.__dict__.values())
    )


def _made(kind: type[Any]) -> type[Any]:
    made = dataclasses.dataclass(init=False, repr=False, eq=False, slots=True)(kind)
    names = tuple(one.name for one in dataclasses.fields(made))
    made.__init__ = _LateInit(made, names)
    for method in (
        *_comparisons(names),
        _repr(names),
        *_guards(made, names),
        *_pickling(names),
    ):
        method.__qualname__ = f"{made.__qualname__}.{method.__name__}"
        setattr(made, method.__name__, method)
    params = made.__dataclass_params__
    params.init = params.repr = params.eq = params.frozen = True
    return made


class _LateInit:
    """Stands where `__init__` is to be until somebody asks for it: half of what such a class costs
    is to compile that, and many are never called on the way to the board."""

    def __init__(self, made: type[Any], names: tuple[str, ...]) -> None:
        self._given = (made, names)

    def __get__(self, one: object, kind: type[Any]) -> Callable[..., Any]:
        made, init = self._given[0], _init(*self._given)
        init.__qualname__ = f"{made.__qualname__}.__init__"
        made.__init__ = init
        return init if one is None else MethodType(init, one)


def _init(made: type[Any], names: tuple[str, ...]) -> Callable[..., Any]:
    """Puts each value straight into its slot."""
    given: dict[str, Any] = {}
    heads, body = [], []
    for name, one in zip(names, dataclasses.fields(made), strict=True):
        given[f"_put_{name}"] = made.__dict__[name].__set__
        given[f"_for_{name}"] = one.default
        heads.append(name if one.default is dataclasses.MISSING else f"{name}=_for_{name}")
        body.append(f"    _put_{name}(self, {name})")
    if hasattr(made, "__post_init__"):
        body.append("    self.__post_init__()")
    lines = [f"def __init__({', '.join(['self', *heads])}):", *(body or ["    pass"])]
    exec("\n".join(lines), given)
    init: Callable[..., Any] = given["__init__"]
    init.__annotations__ = {**made.__annotations__, "return": None}
    return init


def _getter(names: tuple[str, ...]) -> Callable[[Any], tuple[Any, ...]]:
    """All values of one, as a tuple."""
    if len(names) > 1:
        return attrgetter(*names)
    return lambda one: tuple(getattr(one, name) for name in names)


def _comparisons(names: tuple[str, ...]) -> tuple[Callable[..., Any], ...]:
    values = _getter(names)

    def __eq__(self: Any, other: object) -> bool:  # noqa: N807
        if other.__class__ is not self.__class__:
            return NotImplemented
        return values(self) == values(other)

    def __hash__(self: Any) -> int:  # noqa: N807
        return hash(values(self))

    return __eq__, __hash__


def _repr(names: tuple[str, ...]) -> Callable[..., Any]:
    @recursive_repr()
    def __repr__(self: Any) -> str:  # noqa: N807
        told = ", ".join(f"{name}={getattr(self, name)!r}" for name in names)
        return f"{self.__class__.__qualname__}({told})"

    return __repr__


def _guards(made: type[Any], names: tuple[str, ...]) -> tuple[Callable[..., Any], ...]:
    """What keeps it frozen; a class that is made of it may have more to set."""

    def __setattr__(self: Any, name: str, value: object) -> None:  # noqa: N807
        if type(self) is made or name in names:
            raise dataclasses.FrozenInstanceError(f"cannot assign to field {name!r}")
        super(made, self).__setattr__(name, value)

    def __delattr__(self: Any, name: str) -> None:  # noqa: N807
        if type(self) is made or name in names:
            raise dataclasses.FrozenInstanceError(f"cannot delete field {name!r}")
        super(made, self).__delattr__(name)

    return __setattr__, __delattr__


def _pickling(names: tuple[str, ...]) -> tuple[Callable[..., Any], ...]:
    put = object.__setattr__

    def __getstate__(self: Any) -> list[object]:  # noqa: N807
        return [getattr(self, name) for name in names]

    def __setstate__(self: Any, state: list[object]) -> None:  # noqa: N807
        for name, value in zip(names, state, strict=True):
            put(self, name, value)

    return __getstate__, __setstate__
