"""Hints at notes that say nearly the same, in any language, by their words and word parts."""

import unicodedata
from collections import Counter, defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence, Set
from math import log, sqrt
from re import findall

from motworkshop.model.records import Id
from motworkshop.values import dataclass

GRAM = 4
ROUNDING = 1e-9
LIKE_ENOUGH = 0.42
"""Cosine from which two notes are shown as alike; chosen on planted pairs, see the tests."""
TOO_COMMON = 0.15
"""Features that stand in a larger share of the notes tell nothing apart and are left out."""
RARE = 60
"""A feature of so many notes does not bring two together by itself: among thousands of notes
nearly every pair shares some of those. It still counts for two that another one has brought."""
COMMON_ANYHOW = 12
"""In small workshops a feature of so few notes is never too common."""
BARRED = str.maketrans({"ø": "o", "ł": "l", "đ": "d", "ð": "d", "ħ": "h", "ŧ": "t", "ı": "i"})
"""Letters whose stroke Unicode does not take for an accent; readers of other languages do."""


@dataclass(frozen=True, slots=True)
class LookAlike:
    """Two notes and how alike they are, 0 … 1."""

    one: Id
    other: Id
    likeness: float


def look_alikes(
    texts: Mapping[Id, str], most: int = 50, go_on: Callable[[], bool] = lambda: True
) -> list[LookAlike]:
    """Pairs of notes that say nearly the same, the most alike first.

    The cosine of TF-IDF vectors (Salton 1975) of words and of runs of four letters, so that
    other endings of a word still count; found through an index of features, not pair by pair.
    `go_on` is asked after each note; when it says no, the search ends with what it has found.
    """
    keys = list(texts)
    counts = []
    for key in keys:
        counts.append(features(texts[key]))
        if not go_on():
            return []
    best = _Best(most)
    for one, other, likeness in _alike(*_weighted(counts), best, go_on):
        best.add(LookAlike(keys[one], keys[other], min(1.0, likeness)))
    return best.sorted()


class _Best:
    """The most alike pairs so far, and how alike a pair must be to come among them."""

    def __init__(self, most: int) -> None:
        self._most = most
        self._found: list[LookAlike] = []
        self.least = LIKE_ENOUGH

    def add(self, pair: LookAlike) -> None:
        self._found.append(pair)
        if len(self._found) >= 2 * self._most:
            self._found = self.sorted()
            self.least = max(LIKE_ENOUGH, self._found[-1].likeness)

    def sorted(self) -> list[LookAlike]:
        return sorted(self._found, key=_order)[: self._most]


def _order(pair: LookAlike) -> tuple[float, Id, Id]:
    return (-pair.likeness, pair.one, pair.other)


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
    folded = text.casefold()
    if folded.isascii():  # most texts are; ten thousand notes are folded at once for a search
        return folded
    parts = unicodedata.normalize("NFKD", folded)
    bare = "".join(sign for sign in parts if not unicodedata.combining(sign))
    return bare.casefold().translate(BARRED)  # taken apart, a sign may show a capital again


def _weighted(counts: Sequence[Counter[str]]) -> tuple[list[dict[str, float]], set[str]]:
    """Unit vectors of (1 + log tf) · log(n / df), without what is too common or stands alone;
    and the features of few notes."""
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
    return vectors, {one for one in rarity if spread[one] <= RARE}


def _alike(
    vectors: Sequence[Mapping[str, float]], rare: Set[str], best: _Best, go_on: Callable[[], bool]
) -> Iterator[tuple[int, int, float]]:
    """The pairs that share a rare feature and are alike enough, with their cosine.

    By Cauchy and Schwarz the other features add no more than the product of their lengths (the
    bound of Bayardo, Ma and Srikant 2007), so few pairs have to be worked out in full.
    """
    postings: dict[str, list[tuple[int, float]]] = defaultdict(list)
    rest: list[float] = []
    for number, vector in enumerate(vectors):
        sums: dict[int, float] = defaultdict(float)
        common = 0.0
        for feature, weight in vector.items():
            if feature not in rare:
                common += weight * weight
                continue
            for earlier, other in postings[feature]:
                sums[earlier] += weight * other
            postings[feature].append((number, weight))
        rest.append(sqrt(common))
        for earlier, shared in sums.items():
            if shared + rest[number] * rest[earlier] >= best.least - ROUNDING:
                likeness = _cosine(vectors[earlier], vector)
                if likeness >= best.least - ROUNDING:
                    yield earlier, number, likeness
        if not go_on():
            return


def _cosine(one: Mapping[str, float], other: Mapping[str, float]) -> float:
    """Of unit vectors; the order of the sum is the same whoever comes first."""
    if len(one) > len(other):
        one, other = other, one
    return sum(weight * other[feature] for feature, weight in one.items() if feature in other)
