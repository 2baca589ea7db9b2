"""Enumerations that are made quickly are, to the last attribute, those that Python makes."""

import enum
import pickle
import subprocess
import sys
from collections.abc import Iterator
from itertools import product
from types import ModuleType
from typing import Any

import pytest
from PySide6 import QtCore, QtGui, QtSvg, QtWidgets

from motworkshop.app import quick_enums

pytestmark = pytest.mark.skipif(
    sys.version_info[:2] not in quick_enums.LOOKED_AT, reason="this Python makes its own"
)
KINDS = (enum.Enum, enum.IntEnum, enum.Flag, enum.IntFlag)
KEEP = enum.FlagBoundary.KEEP


def all_of_qt() -> list[Any]:
    """Every enumeration in the parts of Qt that the program uses."""
    found = {}
    for module in (QtCore, QtGui, QtWidgets, QtSvg):
        for one in _in(module, 2):
            found[id(one)] = one
    return list(found.values())


def _in(place: ModuleType | type, depth: int) -> Iterator[Any]:
    for name in dir(place):
        one = getattr(place, name, None)
        if isinstance(one, enum.EnumMeta):
            yield one
        elif isinstance(one, type) and depth:
            yield from _in(one, depth - 1)


def made(kind: Any, name: str, pairs: Any, **how: Any) -> tuple[Any, Any]:
    """The same enumeration as Python makes it, and as it is made quickly."""
    how = {"module": __name__, **how}
    ours = quick_enums.create(kind, name, pairs, **how)
    return quick_enums.by_python(kind, name, pairs, **how), ours


def told(one: Any) -> dict[str, object]:
    """All there is to an enumeration, without what it is by itself: members by name and value."""
    members = one.__members__
    plain = {
        name: value
        for name, value in vars(one).items()
        if name not in members and not name.startswith("_member_map") and name[:7] != "_value2"
    }
    plain["_iter_member_"] = plain.get("_iter_member_") and plain["_iter_member_"].__name__
    each = {
        name: (
            member.name, member.value, type(member.value), member._sort_order_, sorted(vars(member)),
            member.__objclass__ is one, type(member) is one, vars(one)[name] is member,
            repr(member), str(member), f"{member}", hash(member) == hash(member.name),
        )
        for name, member in members.items()
    }  # fmt: skip
    by_value = {value: member.name for value, member in one._value2member_map_.items()}
    kinds = {name: type(value).__name__ for name, value in vars(one).items() if name not in members}
    return {**plain, "": (list(members), each, by_value, list(map(str, one)), len(one), kinds)}


def same(python: Any, ours: Any) -> None:
    assert told(python) == told(ours)
    assert python.__mro__[1:] == ours.__mro__[1:]
    some = [member.value for member in python][:6]
    for a, b in product(some, some) if issubclass(python, enum.Flag) else ():
        for mixed in (a | b, a & b, a ^ b, ~a):
            assert outcome(python, mixed) == outcome(ours, mixed)
    for value in (*some, 987_654_321):
        assert outcome(python, value) == outcome(ours, value)


def outcome(kind: Any, value: int) -> str:
    """What one gets who asks for a value, and for its opposite if it has one."""
    try:
        found = kind(value)
        return f"{found!r} {~found!r}" if isinstance(found, enum.Flag) else repr(found)
    except (TypeError, ValueError) as fault:
        return str(fault)


def test_all_of_qt_are_the_same() -> None:
    every = all_of_qt()
    assert len(every) > 600
    for one in every:
        kind = one.__mro__[1]
        pairs = [(name, member.value) for name, member in one.__members__.items()]
        boundary = vars(one).get("_boundary_", KEEP)
        same(*made(kind, one.__name__, pairs, boundary=boundary))


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("boundary", [None, *enum.FlagBoundary])
@pytest.mark.parametrize(
    "pairs",
    [
        [("A", 1), ("B", 2), ("C", 4)],
        [("None_", 0), ("A", 1), ("Same", 1), ("All", 255)],
        [("B", 4), ("A", 1), ("Mask", -1), ("Low", 3)],
        [("Least", -5), ("Big", 1 << 40)],
    ],
)
def test_aliases_masks_and_order_are_the_same(
    kind: Any, boundary: Any, pairs: list[tuple[str, int]]
) -> None:
    same(*made(kind, "Some", pairs, boundary=boundary))


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize(
    "pairs",
    [
        "A B C",
        ["A", "B"],
        {"A": 1, "B": 2},
        [("name", 1), ("value", 2)],
        [("A", True)],
        [("A", 1), ("__hidden__", 2)],
        (("A", 1), ("B", 2)),
    ],
)
def test_what_is_no_list_of_names_and_numbers_is_left_to_python(kind: Any, pairs: Any) -> None:
    python, ours = made(kind, "Some", pairs)
    assert told(python) == told(ours)


def test_what_python_refuses_is_refused() -> None:
    for pairs in ([("A", 1), ("A", 2)], [("mro", 1)]):
        with pytest.raises((TypeError, ValueError)):
            quick_enums.create(enum.IntEnum, "Some", pairs, module=__name__)


def test_a_member_survives_being_packed() -> None:
    ours = quick_enums.create(enum.Flag, "Packed", [("A", 1), ("B", 2)], module=__name__)
    globals()["Packed"] = ours
    assert pickle.loads(pickle.dumps(ours.A)) is ours.A
    assert pickle.loads(pickle.dumps(ours.A | ours.B)) == ours.A | ours.B


def test_the_program_has_qt_made_quickly_and_the_names_say_where_they_come_from() -> None:
    script = (
        "from motworkshop.app import plain_imports, quick_enums\n"
        "made = []\n"
        "own = quick_enums._made\n"
        "quick_enums._made = lambda *given: made.append(given[1]) or own(*given)\n"
        "plain_imports.import_qt()\n"
        "from PySide6.QtCore import Qt\n"
        "assert 'Key' in made and 'AlignmentFlag' in made, made\n"
        "print(Qt.Key.Key_A, repr(Qt.AlignmentFlag.AlignLeft), Qt.Key.__module__,\n"
        "      Qt.Key.__qualname__, Qt.Key(65) is Qt.Key.Key_A)\n"
    )
    plain = "from PySide6.QtCore import Qt\n" + script[script.index("print") :]
    ours, python = (
        subprocess.run([sys.executable, "-c", one], capture_output=True, text=True, check=True)
        for one in (script, plain)
    )
    assert ours.stdout == python.stdout
