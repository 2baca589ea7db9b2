"""How ballots come in."""

from enum import Enum


class Way(Enum):
    """By the keyboard that goes round, from paper ballot by ballot, or counted by hand."""

    KEYBOARD = "keyboard"
    PAPER = "paper"
    TOTALS = "totals"
