"""What the bars of the start page and of a workshop have in common."""

from PySide6.QtWidgets import QMenu, QToolButton

from motworkshop.panels.controls.buttons import icon_button
from motworkshop.panels.icons import Icons

BAR = 48


def menu_button(menu: QMenu, icons: Icons) -> QToolButton:
    """The ☰ button with the menu of the program."""
    button = icon_button(icons.icon("menu"), "Menu", "Alt+M")
    button.setShortcut("Alt+M")
    button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
    button.setMenu(menu)
    return button
