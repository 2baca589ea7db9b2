"""Colours that the board makes from the theme's."""

from PySide6.QtGui import QColor

from motworkshop.look import Theme


def mixed(one: str, other: str, share: float) -> QColor:
    """`one` with this share (0 to 1) of `other`."""
    first, second = QColor(one), QColor(other)
    return QColor.fromRgbF(
        first.redF() * (1 - share) + second.redF() * share,
        first.greenF() * (1 - share) + second.greenF() * share,
        first.blueF() * (1 - share) + second.blueF() * share,
    )


def faded(colour: str, alpha: float) -> QColor:
    """A colour that lets through what lies below; alpha 0 to 1."""
    made = QColor(colour)
    made.setAlphaF(alpha)
    return made


def band(theme: Theme) -> QColor:
    """Behind the notes of a stage: barely lighter than the board."""
    return mixed(theme.board, theme.panel, 0.55 if not theme.is_dark else 0.75)


def parking_band(theme: Theme) -> QColor:
    """Behind the parking lot: a little darker than the board, where the theme has shades."""
    if theme.board == theme.panel:
        return QColor(theme.board)
    return mixed(theme.board, theme.line, 0.35)
