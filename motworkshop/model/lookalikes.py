"""Hints at notes that say nearly the same, in any language, by their words and word parts."""

import unicodedata
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from math import log, sqrt
from re import findall

from motworkshop.model.records import Id

GRAM = 4
LIKE_ENOUGH = 0.42
"""Cosine from which two notes are shown as alike; chosen on planted pairs, see the tests."""
TOO_COMMON = 0.15
"""Features that stand in a larger share of the notes tell nothing apart and are left out."""
COMMON_ANYHOW = 12
"""In small workshops a feature of so few notes is never too common."""


@dataclass(frozen=True, slots=True)
class LookAlike:
    """Two notes and how alike they are, 0 … 1."""

    one: Id
    other: Id
    likeness: float


def look_alikes(texts: Mapping[Id, str], most: int = 50) -> list[LookAlike]:
    """Pairs of notes that say nearly the same, the most alike first.

    The cosine of TF-IDF vectors (Salton 1975) of words and of runs of four letters, so that
    other endings of a word still count; found through an index of features, not pair by pair.
    """
    keys = list(texts)
    vectors = _weighted([features(texts[key]) for key in keys])
    sums = _products(vectors)
    found = [
        LookAlike(keys[one], keys[other], likeness)
        for (one, other), likeness in sums.items()
        if likeness >= LIKE_ENOUGH
    ]
    return sorted(found, key=lambda pair: (-pair.likeness, pair.one, pair.other))[:most]


def features(text: str) -> Counter[str]:
    """What a text is compared by: its words, and the four-letter runs of the longer ones."""
    found: Counter[str] = Counter()
    for word in findall(r"\w+", plain_text(text)):
        found[word] += 1
        padded = f"<{word}>"
        if len(word) >= GRAM:
            found.update(padded[at : at + GRAM] for at in range(len(padded) - GRAM + 1))
        elif not word.isascii():
            found.update(word)
    return found


def plain_text(text: str) -> str:
    """The text without case and accents."""
    parts = unicodedata.normalize("NFKD", text.casefold())
    return "".join(sign for sign in parts if not unicodedata.combining(sign))


def _weighted(counts: Sequence[Counter[str]]) -> list[dict[str, float]]:
    """Unit vectors of (1 + log tf) · log(n / df), without what is too common or stands alone."""
    total = len(counts)
    spread: Counter[str] = Counter()
    for count in counts:
        spread.update(count.keys())
    limit = max(COMMON_ANYHOW, TOO_COMMON * total)
    rarity = {one: log((total + 1) / number) for one, number in spread.items() if number <= limit}
    vectors = []
    for count in counts:
        vector = {
            one: (1 + log(number)) * rarity[one] for one, number in count.items() if one in rarity
        }
        length = sqrt(sum(weight * weight for weight in vector.values())) or 1.0
        vectors.append({one: weight / length for one, weight in vector.items()})
    return vectors


def _products(vectors: Iterable[Mapping[str, float]]) -> dict[tuple[int, int], float]:
    """The cosines of all pairs that share a feature."""
    postings: dict[str, list[tuple[int, float]]] = defaultdict(list)
    sums: dict[tuple[int, int], float] = defaultdict(float)
    for number, vector in enumerate(vectors):
        for feature, weight in vector.items():
            for earlier, other in postings[feature]:
                sums[earlier, number] += weight * other
            postings[feature].append((number, weight))
    return sums
