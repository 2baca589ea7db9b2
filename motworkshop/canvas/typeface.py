"""The one family of type on the board, with what stands in for the letters it lacks.

The app (or a test) has loaded the files of resources/fonts; the system's fonts are never asked.
"""

from PySide6.QtGui import QFont

from motworkshop.look import FONT

FAMILIES = (
    FONT,
    "Noto Emoji",
    "Noto Sans SC",
    "Noto Sans KR",
    "Noto Sans Arabic",
    "Noto Sans Hebrew",
    "Noto Sans Devanagari",
    "Noto Sans Thai",
    "Noto Sans Symbols 2",
    "Noto Sans Math",
    "Noto Sans",
)


def face(pixels: int, weight: QFont.Weight = QFont.Weight.Normal) -> QFont:
    """The board's type at this size; the same outlines at every scale, so nothing jumps."""
    font = QFont()
    font.setFamilies(list(FAMILIES))
    font.setPixelSize(pixels)
    font.setWeight(weight)
    font.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    font.setStyleStrategy(QFont.StyleStrategy.NoSubpixelAntialias)
    return font


def bold_face(pixels: int) -> QFont:
    """The type of headings and numbers."""
    return face(pixels, QFont.Weight.DemiBold)
