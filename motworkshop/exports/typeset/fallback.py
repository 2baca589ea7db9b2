"""Which of the bundled fonts to ask for a character that Inter lacks.

The big CJK fonts are asked only for their own scripts, so that a tick does not load ten megabytes;
where nothing fits, all are asked before a character is given up.
"""

import unicodedata

_ARABIC = ((0x0600, 0x06FF), (0x0750, 0x077F), (0x0870, 0x08FF), (0xFB50, 0xFDFF), (0xFE70, 0xFEFE))
_HEBREW = ((0x0590, 0x05FF), (0xFB1D, 0xFB4F))
_DEVANAGARI = ((0x0900, 0x097F), (0x1CD0, 0x1CFF), (0xA8E0, 0xA8FF))
_THAI = ((0x0E00, 0x0E7F),)
_HANGUL = ((0x1100, 0x11FF), (0x3130, 0x318F), (0xA960, 0xA97F), (0xAC00, 0xD7FF))
_HAN = ((0x2E80, 0xA4CF), (0xF900, 0xFAFF), (0xFE30, 0xFE4F), (0xFF00, 0xFFEF), (0x20000, 0x3FFFF))
_PICTURES = ((0x1F000, 0x1FFFF),)

_BY_SCRIPT = (
    ("NotoSansHebrew-Regular", _HEBREW),
    ("NotoSansArabic-Regular", _ARABIC),
    ("NotoSansDevanagari-Regular", _DEVANAGARI),
    ("NotoSansThai-Regular", _THAI),
    ("NotoSansKR-Regular", _HANGUL),
    ("NotoSansSC-Regular", _HAN),
    ("NotoEmoji-Regular", _PICTURES),
)
_FOR_ALL = (
    "NotoSans-Regular",
    "NotoSansSymbols2-Regular",
    "NotoSansMath-Regular",
    "NotoEmoji-Regular",
    "NotoSansSC-Regular",
    "NotoSansKR-Regular",
    "NotoSansHebrew-Regular",
    "NotoSansArabic-Regular",
    "NotoSansDevanagari-Regular",
    "NotoSansThai-Regular",
)

SHAPED = frozenset(
    {
        "NotoEmoji-Regular",
        "NotoSansHebrew-Regular",
        "NotoSansArabic-Regular",
        "NotoSansDevanagari-Regular",
        "NotoSansThai-Regular",
    }
)
"""Fonts whose glyphs are joined, stacked or merged and so go through the shaper."""


def names_for(character: str) -> list[str]:
    """Font names in the order to ask: the script's own first."""
    code = ord(character)
    own = [name for name, ranges in _BY_SCRIPT if any(low <= code <= high for low, high in ranges)]
    return list(dict.fromkeys([*own, *_FOR_ALL]))


def script_of(cluster: str, before: str) -> str:
    """Latin, Greek or Cyrillic, which share fonts but not their shaping; else as `before`."""
    if not cluster[0].isalpha():
        return before
    script = unicodedata.name(cluster[0], "").partition(" ")[0]
    return script if script in {"LATIN", "GREEK", "CYRILLIC"} else ""


def is_invisible(character: str) -> bool:
    """Joiners, variation selectors, directional marks: they steer and are never drawn."""
    code = ord(character)
    return (
        code in {0x00AD, 0x034F, 0x061C, 0x180E, 0xFEFF}
        or 0x200B <= code <= 0x200F
        or 0x202A <= code <= 0x202E
        or 0x2060 <= code <= 0x206F
        or 0xFE00 <= code <= 0xFE0F
        or 0xE0000 <= code <= 0xE0FFF
    )
