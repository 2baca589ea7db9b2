"""How a context menu is filled."""

from collections.abc import Callable
from typing import TypeAlias

from PySide6.QtWidgets import QMenu

Entry: TypeAlias = tuple[str, Callable[[], object]]
"""What it is called, with its key after a tab, and what it does."""


def add_entries(menu: QMenu, *entries: Entry) -> None:
    """More lines in a menu."""
    for words, act in entries:
        menu.addAction(words).triggered.connect(lambda _checked=False, act=act: act())
