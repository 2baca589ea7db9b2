"""Texts from a clipboard: letters that no text can have are left out, and lines are told apart."""

import re
from collections.abc import Iterable

from motworkshop.model.limits import TEXT_LENGTH, UNTYPEABLE, is_typeable

_BREAKS = ("\r\n", "\r", "\u2028", "\u2029", "\v", "\f", "\x85")
_BULLET = r"\s*(?:[•◦▪‣·●○*–—-]|\d{1,3}[.)])\s+(?=\S)"


def cleaned(text: str) -> str:
    """The text without NUL and halves of letters, its lines ended in one way."""
    for sign in _BREAKS:  # far quicker than one pattern for all of them
        text = text.replace(sign, "\n")
    return (text if is_typeable(text) else UNTYPEABLE.sub("", text)).removeprefix("\ufeff")


def cut(text: str) -> str:
    """The text as far as a note holds it."""
    return text[:TEXT_LENGTH].rstrip() if len(text) > TEXT_LENGTH else text


def is_too_long(text: str) -> bool:
    """Whether a note cannot hold all of it."""
    return len(text) > TEXT_LENGTH


def lines_of(text: str) -> list[str]:
    """The lines that are not blank; bullets and numbers go if every line has one."""
    lines = [line.strip() for line in cleaned(text).split("\n") if line.strip()]
    return _without_bullets(lines) if len(lines) > 1 else lines


def _without_bullets(lines: Iterable[str]) -> list[str]:
    kept = list(lines)
    if all(re.match(_BULLET, line) for line in kept):
        return [re.sub(_BULLET, "", line, count=1) for line in kept]
    return kept
