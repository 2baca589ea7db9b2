"""The fonts that ship with the program; a system font is never asked for by us."""

from PySide6.QtGui import QFont, QFontDatabase

from motworkshop.canvas.typeface import FAMILIES
from motworkshop.look import TEXT
from motworkshop.paths import resource_path

FILES = (
    "Inter-Regular",
    "Inter-Italic",
    "Inter-SemiBold",
    "Inter-Bold",
    "NotoEmoji-Regular",
    "NotoSans-Regular",
    "NotoSansSymbols2-Regular",
    "NotoSansMath-Regular",
    "NotoSansArabic-Regular",
    "NotoSansHebrew-Regular",
    "NotoSansDevanagari-Regular",
    "NotoSansThai-Regular",
    "NotoSansSC-Regular",
    "NotoSansKR-Regular",
)


__all__ = ["FAMILIES", "FILES", "FontError", "interface_font", "load_font", "load_fonts"]


class FontError(Exception):
    """A font of ours cannot be used: a broken installation."""


def load_fonts() -> None:
    """Make the shipped fonts known to Qt, which would say nothing about a missing one."""
    for name in FILES:
        load_font(str(resource_path("fonts", f"{name}.ttf")))


def load_font(path: str) -> None:
    """Make one font known.

    Raises:
        FontError: Qt does not take it.
    """
    if QFontDatabase.addApplicationFont(path) == -1:
        raise FontError(f"The font {path} cannot be used. Install the program again.")


def interface_font() -> QFont:
    """The font of all controls."""
    font = QFont()
    font.setFamilies(list(FAMILIES))
    font.setPixelSize(TEXT)
    return font
