"""What a reader takes for one character, although it may be several: never cut inside."""

import unicodedata

_JOINER = "\u200d"
_FLAG_LETTERS = range(0x1F1E6, 0x1F200)
_SKIN_TONES = range(0x1F3FB, 0x1F400)


def clusters(text: str) -> list[str]:
    """`text` cut into letters with their marks, whole emoji sequences and flags; in linear time."""
    found: list[str] = []
    for character in text:
        if found and _belongs_to(found[-1], character):
            found[-1] += character
        else:
            found.append(character)
    return found


def is_mark(character: str) -> bool:
    """Whether it is drawn onto the character before it, or not at all."""
    return unicodedata.category(character) in {"Mn", "Mc", "Me", "Cf"} or (
        ord(character) in _SKIN_TONES
    )


def _belongs_to(cluster: str, character: str) -> bool:
    if cluster.endswith(_JOINER) or is_mark(character):
        return len(cluster) < 32  # a letter under a tower of marks still ends
    return len(cluster) == 1 and ord(cluster) in _FLAG_LETTERS and ord(character) in _FLAG_LETTERS
