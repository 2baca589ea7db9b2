"""Quiet colours and letters by which equal stages are known from one another."""

from PySide6.QtGui import QColor

from motworkshop.look import Theme

GOLDEN_TURN = 137.5
"""Degrees: hues stepped by the golden angle stay apart however many there are."""
FIRST_HUE = 210.0


def tint(theme: Theme, number: int) -> QColor:
    """The paper of group `number`; ink of the theme is well read on it."""
    lightness, saturation = (0.24, 0.30) if theme.is_dark else (0.90, 0.55)
    return QColor.fromHslF(_hue(number), saturation, lightness)


def thread(theme: Theme, number: int) -> QColor:
    """The line that joins group `number`, and the frame around its names."""
    lightness, saturation = (0.62, 0.40) if theme.is_dark else (0.42, 0.45)
    return QColor.fromHslF(_hue(number), saturation, lightness)


def letter(number: int) -> str:
    """A, B … Z, A2, B2 …: the same thing for those who do not see the colour."""
    sign = chr(ord("A") + number % 26)
    return sign if number < 26 else f"{sign}{number // 26 + 1}"


def _hue(number: int) -> float:
    return ((FIRST_HUE + number * GOLDEN_TURN) % 360) / 360
