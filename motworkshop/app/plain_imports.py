"""Importing without PySide6 looking over one's shoulder.

PySide6 reads the source of every module that is imported after it, for a spelling of its names
(`from __feature__ import …`) that nobody uses here; a third of the start went there. What it would
go on to, the import that makes its own classes when they are asked for, is put in its place.
"""

import builtins


def import_plainly() -> None:
    """Import without a look at the source from now on; call it once PySide6 is there."""
    own = getattr(builtins, "__orig_import__", None)
    if own is not None:
        builtins.__import__ = own
