"""The order on paper of a line that mixes directions (Unicode Bidirectional Algorithm, UAX 9).

The implicit part of the algorithm: weak types, paired brackets left to the neutral rules, levels
and reordering. Embedding and isolating controls are ignored, so nobody's text can turn a page.
"""

import re
import unicodedata
from itertools import groupby

_RIGHT_TO_LEFT = re.compile("[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc\U00010800-\U00010fff]")


def has_right_to_left(text: str) -> bool:
    """Whether any character of `text` runs from right to left."""
    return not text.isascii() and _RIGHT_TO_LEFT.search(text) is not None


def starts_right_to_left(text: str) -> bool:
    """The direction of a paragraph: that of its first letter (rules P2 and P3)."""
    if not has_right_to_left(text):
        return False
    strong = (unicodedata.bidirectional(c) for c in text)
    return next((kind for kind in strong if kind in {"L", "R", "AL"}), "L") != "L"


def visual_order(text: str, is_right_to_left: bool) -> list[tuple[str, bool]]:
    """The pieces of one line from left to right, each in reading order with its own direction.

    Brackets are mirrored by the shaper.
    """
    levels = _levels(text, int(is_right_to_left))
    pieces = [
        (level, "".join(character for _, character in group))
        for level, group in groupby(zip(levels, text, strict=True), key=lambda pair: pair[0])
    ]
    for threshold in range(max(levels, default=0), 0, -1):
        pieces = _reversed_from(pieces, threshold)
    return [(piece, level % 2 == 1) for level, piece in pieces]


def _reversed_from(pieces: list[tuple[int, str]], threshold: int) -> list[tuple[int, str]]:
    """Rule L2 for one level; the characters inside a piece are turned when it is drawn."""
    turned: list[tuple[int, str]] = []
    for is_high, group in groupby(pieces, key=lambda piece: piece[0] >= threshold):
        members = list(group)
        turned += reversed(members) if is_high else members
    return turned


def _levels(text: str, base: int) -> list[int]:
    kinds = _resolved_numbers([unicodedata.bidirectional(c) for c in text], base)
    kinds = _resolved_neutrals(kinds, "R" if base else "L")
    raised = {"R": 1, "AN": 2, "EN": 2} if base == 0 else {"R": 1, "L": 2, "AN": 2, "EN": 2}
    return [raised.get(kind, base) for kind in kinds]


def _resolved_numbers(kinds: list[str], base: int) -> list[str]:
    """Rules W1 to W7: marks, digits, and the signs between and around digits."""
    start = "R" if base else "L"
    kinds = _carry_marks(kinds, start)
    strong = start
    for place, kind in enumerate(kinds):
        if kind in {"L", "R", "AL"}:
            strong = kind
        elif kind == "EN" and strong == "AL":
            kinds[place] = "AN"
    kinds = ["R" if kind == "AL" else kind for kind in kinds]
    _join_separators(kinds)
    _join_terminators(kinds)
    strong = start
    for place, kind in enumerate(kinds):
        if kind in {"L", "R"}:
            strong = kind
        elif kind == "EN" and strong == "L":
            kinds[place] = "L"
    return kinds


def _carry_marks(kinds: list[str], start: str) -> list[str]:
    carried = []
    previous = start
    for kind in kinds:
        previous = previous if kind in {"NSM", "BN"} else kind
        carried.append(previous)
    return carried


def _join_separators(kinds: list[str]) -> None:
    for place in range(1, len(kinds) - 1):
        before, kind, after = kinds[place - 1 : place + 2]
        if before == after and (
            (kind in {"ES", "CS"} and before == "EN") or (kind == "CS" and before == "AN")
        ):
            kinds[place] = before


def _join_terminators(kinds: list[str]) -> None:
    """Rule W5: percent and currency signs beside digits, in both directions, in linear time."""
    for places in (range(1, len(kinds)), range(len(kinds) - 2, -1, -1)):
        for place in places:
            if kinds[place] == "ET" and kinds[place - places.step] == "EN":
                kinds[place] = "EN"


def _resolved_neutrals(kinds: list[str], base: str) -> list[str]:
    """Rules N1 and N2: what stands between takes the direction of both sides, else the base."""
    resolved: list[str] = []
    groups = [
        (kind, len(list(group)))
        for kind, group in groupby(k if k in {"L", "R", "AN", "EN"} else "N" for k in kinds)
    ]
    for place, (kind, length) in enumerate(groups):
        if kind == "N":
            before = _direction(groups[place - 1][0]) if place else base
            after = _direction(groups[place + 1][0]) if place + 1 < len(groups) else base
            kind = before if before == after else base
        resolved += [kind] * length
    return resolved


def _direction(kind: str) -> str:
    return "L" if kind == "L" else "R"
