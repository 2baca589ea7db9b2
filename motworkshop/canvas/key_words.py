"""Menus of the board say the keys that there are, also after somebody has chosen others."""

from collections.abc import Mapping

from PySide6.QtWidgets import QMenu


def with_keys(menu: QMenu, words: Mapping[str, str]) -> QMenu:
    """The menu with other words for keys that are others now ("" for none)."""
    for action in menu.actions():
        text, tab, keys = action.text().partition("\t")
        if tab and keys in words:
            action.setText(f"{text}\t{words[keys]}" if words[keys] else text)
        submenu = action.menu()
        if isinstance(submenu, QMenu):
            with_keys(submenu, words)
    return menu
