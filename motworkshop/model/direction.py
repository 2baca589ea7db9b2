"""Which way a text runs."""

from unicodedata import bidirectional


def is_leftward(text: str) -> bool:
    """Whether it runs from right to left, as its first letter with a direction says."""
    kinds = (bidirectional(sign) for sign in text)
    return next((kind for kind in kinds if kind in {"L", "R", "AL"}), "L") != "L"
