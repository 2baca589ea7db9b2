import csv
from collections import Counter
from itertools import combinations
from math import hypot, log
from random import Random

import pytest

from motworkshop.model.lookalikes import features, look_alikes, plain_text
from motworkshop.paths import resource_path

PLANTED = {
    "Payment is declined without a reason": "Payment gets declined, no reason given",
    "Damaged suitcase, three forms to fill in": "The suitcase is damaged and there are three forms",
    "Waits 25 minutes in the phone queue": "Waiting 25 minutes in the queue on the phone",
    "The app logs out and loses the boarding pass": "Our app logged out, boarding pass was lost",
    "Family is seated apart at the gate": "A family is seated apart",
    "The booked vegan meal is not loaded": "The vegan meal that was booked was not loaded",
    "Wi-Fi is sold but does not work": "Wi-Fi does not work though it was sold",
    "Sees the delay on the board, nobody explains it": "Nobody explains the delay on the board",
    "Security takes 40 minutes": "Security takes forty minutes",
    "Hears of a strike on the news before hearing it from us": "Strike: hears it on the news first",
}


@pytest.fixture(scope="module")
def touchpoints() -> list[str]:
    path = resource_path("sample", "touchpoints.csv")
    with path.open(encoding="utf-8", newline="") as stream:
        return [row["text"] for row in csv.DictReader(stream)]


def test_of_ten_planted_pairs_eight_are_found_with_at_most_three_false(
    touchpoints: list[str],
) -> None:
    assert set(PLANTED) <= set(touchpoints)
    texts = {text: text for text in [*touchpoints, *PLANTED.values()]}
    pairs = {frozenset((found.one, found.other)) for found in look_alikes(texts)}
    planted = {frozenset(pair) for pair in PLANTED.items()}
    assert len(pairs & planted) >= 8
    assert len(pairs - planted) <= 3


def test_case_accents_and_endings_do_not_tell_notes_apart() -> None:
    texts = {"a": "Zürich: Verspätung ohne Erklärung", "b": "ZURICH verspatungen, ohne erklarung",
             "c": "Gepäck ist da", "d": "Sitz ist frei"}  # fmt: skip
    assert [(found.one, found.other) for found in look_alikes(texts)] == [("a", "b")]
    assert plain_text("Ärger ÉTÉ") == "arger ete"


def test_no_notes_and_empty_notes_are_alike_to_nothing() -> None:
    assert look_alikes({}) == []
    assert look_alikes({"a": "", "b": "…", "c": "?"}) == []


def test_the_most_alike_come_first_and_no_more_than_asked_for(touchpoints: list[str]) -> None:
    texts = {text: text for text in [*touchpoints, *PLANTED.values()]}
    found = look_alikes(texts, most=3)
    assert len(found) == 3
    assert found == sorted(found, key=lambda pair: -pair.likeness)
    assert all(0 < pair.likeness <= 1.0001 for pair in found)


def test_the_index_finds_what_comparing_every_pair_finds() -> None:
    """Among few notes no feature is too frequent to bring two together."""
    chance = Random(7)
    words = [f"{start}{end}" for start in ("bag", "seat", "gate", "meal") for end in "abcdefgh"]
    texts = {f"n{n:03}": " ".join(chance.choices(words, k=chance.randint(2, 5))) for n in range(90)}
    found = {(pair.one, pair.other): pair.likeness for pair in look_alikes(texts, most=10_000)}
    expected = slowly(texts)
    assert found.keys() == expected.keys()
    assert len(found) > 20
    assert all(found[pair] == pytest.approx(expected[pair]) for pair in found)
    first = sorted(expected, key=lambda pair: (-round(expected[pair], 9), pair))[:5]
    assert [(pair.one, pair.other) for pair in look_alikes(texts, most=5)] == first


def slowly(texts: dict[str, str]) -> dict[tuple[str, str], float]:
    """The cosine of every pair, from the formula."""
    counts = {key: features(text) for key, text in texts.items()}
    spread = Counter(one for count in counts.values() for one in count)
    limit = max(12, 0.15 * len(texts))
    vectors = {}
    for key, count in counts.items():
        vector = {
            one: (1 + log(number)) * log((len(texts) + 1) / spread[one])
            for one, number in count.items()
            if spread[one] <= limit
        }
        length = hypot(*vector.values()) or 1.0
        vectors[key] = {one: weight / length for one, weight in vector.items()}
    found = {}
    for one, other in combinations(texts, 2):
        shared = vectors[one].keys() & vectors[other].keys()
        likeness = sum(vectors[one][key] * vectors[other][key] for key in shared)
        if likeness >= 0.42:
            found[one, other] = likeness
    return found


def test_a_search_that_is_given_up_ends() -> None:
    asked: list[bool] = []

    def go_on() -> bool:
        asked.append(True)
        return len(asked) < 5

    assert look_alikes({f"n{n}": "The bag did not come" for n in range(50)}, go_on=go_on) == []
    assert len(asked) == 5
