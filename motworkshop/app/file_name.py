"""What the file of a workshop is called, after its title."""

import re
import unicodedata

MOST_BYTES = 180
"""Of 255 that a name may have; the rest is for the ending, a number and the parts beside it."""
FORBIDDEN = re.compile(r'[/\\:*?"<>|]')
RESERVED = re.compile(r"(con|prn|aux|nul|com\d|lpt\d)(\..*)?", re.IGNORECASE)
UNSEEN = frozenset({"Cc", "Cf", "Cs", "Co", "Cn"})
JOINERS = "\u200c\u200d"
"""Without them some emoji and Indian and Persian words fall apart."""


def file_stem(title: str) -> str:
    """A name for a file, good on every system: what no name may hold is left out."""
    text = FORBIDDEN.sub(" ", unicodedata.normalize("NFC", title))
    seen = "".join(
        letter if letter in JOINERS or unicodedata.category(letter) not in UNSEEN else " "
        for letter in text
    )
    words = " ".join(seen.split())
    short = words.encode()[:MOST_BYTES].decode(errors="ignore").strip(" .")
    if not short.strip(JOINERS):
        return "Workshop"
    return f"{short} workshop" if RESERVED.fullmatch(short) else short


def is_named_after(stem: str, title: str) -> bool:
    """Whether a file is called as a title is, perhaps with a number behind it."""
    wanted = unicodedata.normalize("NFC", file_stem(title)).casefold()
    told = unicodedata.normalize("NFC", stem).casefold()
    return bool(re.fullmatch(re.escape(wanted) + r"( \d+)?", told))
