"""A picture of the board of any workshop, also of one that is not open."""

from PySide6.QtCore import QSize
from PySide6.QtGui import QImage

from motworkshop.canvas.deck import Deck
from motworkshop.canvas.note_painter import NotePainter
from motworkshop.canvas.overview import Overview
from motworkshop.look import Theme
from motworkshop.model.workshop import Workshop


def board_picture(workshop: Workshop, theme: Theme, size: QSize) -> QImage:
    """The whole board of a workshop in a picture of this size."""
    deck = Deck(workshop)
    return Overview(deck, NotePainter(theme, deck.picture), theme, size).draw()
