"""Making enumerations as PySide6 asks for them, in a fifth of the time.

All enumerations of a class of Qt are made when the class is first named: 280 of them with 4,400
members until a workshop is painted, which Python makes one by one with all that a hand-written
enumeration might need. Those of Qt are lists of names and whole numbers. What is made here is the
same to the last attribute (a test compares all of Qt's); whatever is not such a list, and any
Python that was not looked at, makes its own.
"""

import enum
import sys
from collections.abc import Iterable
from typing import Any, Final

LOOKED_AT: Final = frozenset({(3, 11)})
"""Versions of Python of whose `enum` this makes the same."""

_PLAIN = frozenset({enum.Enum, enum.IntEnum, enum.Flag, enum.IntFlag})
by_python: Any = vars(enum.EnumMeta)["_create_"]
_templates: dict[tuple[Any, Any], tuple[dict[str, Any], frozenset[str]]] = {}


def install() -> None:
    """Make all enumerations that are made by a call so from now on, where this Python is known."""
    if sys.version_info[:2] in LOOKED_AT:
        enum.EnumMeta._create_ = create  # type: ignore[attr-defined]


def create(cls: Any, class_name: str, names: Any, **how: Any) -> Any:
    """In place of `EnumType._create_`, called in the same way."""
    module = how.get("module") or _asked_for_by()
    if cls in _PLAIN and module is not None and how.get("type") is how.get("qualname") is None:
        template, taken = _template(cls, how.get("boundary"))
        if _is_plain(names, taken):
            return _made(cls, class_name, names, {**template, "__module__": module})
    return by_python(cls, class_name, names, **{**how, "module": module})


def _asked_for_by() -> str | None:
    """The module that names the enumeration first, as Python's own finds it."""
    try:
        return sys._getframe(3).f_globals.get("__name__")  # noqa: SLF001
    except ValueError:  # nothing of Python called
        return None


def _is_plain(names: Any, taken: frozenset[str]) -> bool:
    """Whether these are names and whole numbers, and no name means something already."""
    if not isinstance(names, list):
        return False
    found = set()
    for one in names:
        if not (isinstance(one, tuple) and len(one) == 2):
            return False
        name, value = one
        if name.__class__ is not str or value.__class__ is not int or name[:1] == "_":
            return False
        found.add(name)
    return len(found) == len(names) and taken.isdisjoint(found)


def _template(cls: Any, boundary: Any) -> tuple[dict[str, Any], frozenset[str]]:
    """What every enumeration of a kind has, as Python makes one without members, and the names
    that mean something in it."""
    key = (cls, boundary)
    if key not in _templates:
        empty = by_python(cls, "Empty", [], module=__name__, boundary=boundary)
        every = {name: one for name, one in vars(empty).items() if name != "__weakref__"}
        taken = {name for base in empty.__mro__ for name in vars(base)}
        _templates[key] = (every, frozenset((*taken, "mro", "")))
    return _templates[key]


def _made(
    cls: Any, class_name: str, pairs: Iterable[tuple[str, int]], namespace: dict[str, Any]
) -> Any:
    names: list[str] = []
    members: dict[str, Any] = {}
    by_value: dict[int, Any] = {}
    namespace["_member_names_"], namespace["_member_map_"] = names, members
    namespace["_value2member_map_"], namespace["_unhashable_values_"] = by_value, []
    is_flag, is_number, put = issubclass(cls, enum.Flag), issubclass(cls, int), type.__setattr__
    new = namespace.pop("__new__")
    made = type.__new__(type(cls), class_name, (cls,), namespace)
    put(made, "__new__", new)  # as Python does it: in the namespace it would become another kind
    every = single = 0
    for name, value in pairs:
        is_bit = value > 0 and not value & (value - 1)
        every |= value
        if is_bit:
            single |= value
        member = by_value.get(value)
        if member is None:
            member = int.__new__(made, value) if is_number else object.__new__(made)
            by_value[value] = member
            member._value_, member._name_ = value, name
            member.__objclass__, member._sort_order_ = made, len(names)
            if is_bit or not is_flag:
                names.append(name)
        put(made, name, member)
        members[name] = member
    if is_flag:
        put(made, "_flag_mask_", every)
        put(made, "_singles_mask_", single)
        put(made, "_all_bits_", 2 ** every.bit_length() - 1)
        order = [members[name]._value_ for name in names]
        if order != sorted(order):
            put(made, "_iter_member_", made._iter_member_by_def_)
    return made
