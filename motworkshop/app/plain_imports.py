"""Importing Qt, and all that comes after it, without what nobody here needs of PySide6.

PySide6 brings several modules that know how its functions are called, for the text of a TypeError
and for `help`. They lie in a library as packed source and are compiled in every start,
which takes half as long as Qt itself. Here they are stand-ins that become what they stand for when
something is asked of them.

And PySide6 reads the source of every module that is imported after it, for a spelling of its names
(`from __feature__ import …`) that nobody uses here. What it would go on to, the import that makes
its own classes when they are asked for, is put in its place.
"""

import builtins
import sys
from collections.abc import Sequence
from importlib.machinery import ModuleSpec
from types import ModuleType
from typing import TYPE_CHECKING, Any, cast

from typing_extensions import override

from motworkshop.app import quick_enums

if TYPE_CHECKING:
    from importlib.abc import Loader

SIGNATURES = "shibokensupport.signature."
LATE = frozenset(
    f"{SIGNATURES}{name}"
    for name in (
        "errorhandler",
        "layout",
        "lib.enum_sig",
        "lib.pyi_generator",
        "lib.tool",
        "parser",
    )
)


def import_qt() -> None:
    """Import Qt if it is not there, and look at no source from now on."""
    quick_enums.install()
    ours = sys.meta_path
    sys.meta_path = _AskedFirst([_LateFinder(), *ours])
    try:
        import PySide6.QtWidgets  # noqa: F401
    finally:
        sys.meta_path = ours
    own = getattr(builtins, "__orig_import__", None)
    if own is not None:
        builtins.__import__ = own


class _AskedFirst(list[Any]):
    """Finders of which the first one stays the first: PySide6 puts what unpacks its modules before
    all others."""

    @override
    def insert(self, index: Any, finder: Any) -> None:
        super().insert(index + 1, finder)


class _LateFinder:
    """Finds a stand-in for a module of `LATE`, provided that somebody else finds the module."""

    def find_spec(
        self, name: str, path: Sequence[str] | None, target: ModuleType | None = None
    ) -> ModuleSpec | None:
        """As the import of Python asks for it."""
        if name not in LATE:
            return None
        others = [one for one in sys.meta_path if one is not self]
        found = filter(None, (one.find_spec(name, path, target) for one in others))
        real = next(found, None)
        if real is None or real.loader is None:
            return real
        return ModuleSpec(name, cast("Loader", _LateLoader(real)))


class _LateLoader:
    """Makes the stand-in of a module."""

    def __init__(self, real: ModuleSpec) -> None:
        self._real = real

    def create_module(self, spec: ModuleSpec) -> ModuleType:
        """A module without its contents."""
        return _StandIn(spec.name, self._real)

    def exec_module(self, module: ModuleType) -> None:
        """Not yet."""


class _StandIn(ModuleType):
    """Becomes the module as soon as something is asked of it that not every module has."""

    def __init__(self, name: str, real: ModuleSpec) -> None:
        super().__init__(name)
        self._real: ModuleSpec | None = real

    @override
    def __getattr__(self, name: str) -> object:
        real = self.__dict__.get("_real")
        if real is None or real.loader is None or name.startswith("__"):
            raise AttributeError(f"module {self.__name__!r} has no attribute {name!r}")
        self._real, self.__spec__ = None, real
        real.loader.exec_module(self)
        return getattr(self, name)
