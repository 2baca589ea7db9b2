from collections.abc import Callable, Mapping

import pytest

from motworkshop.imports.columns import key
from motworkshop.imports.variants import (
    control_words,
    evidence_kind_words,
    moment_type_words,
    sentiment_words,
)
from motworkshop.model.records import Control, EvidenceKind, MomentType, Sentiment


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("Direct (we decide)", Control.DIRECT),
        ("direkt", Control.DIRECT),
        ("Einfluss", Control.INFLUENCE),
        ("NONE", Control.NONE),
        ("żadna", Control.NONE),
        ("others decide", Control.NONE),
    ],
)
def test_control_is_understood_in_several_languages(written: str, meant: Control) -> None:
    assert control_words()[key(written)] is meant


def test_the_german_gut_is_a_feeling_as_a_kind_and_good_as_a_sentiment() -> None:
    assert evidence_kind_words()[key("gut")] is EvidenceKind.GUT
    assert sentiment_words()[key("gut")] is Sentiment.POSITIVE


def test_every_choice_is_understood_by_its_own_name() -> None:
    assert all(control_words()[key(one)] is one for one in Control)
    assert all(moment_type_words()[key(one)] is one for one in MomentType)
    assert all(evidence_kind_words()[key(one)] is one for one in EvidenceKind)
    assert all(sentiment_words()[key(one)] is one for one in Sentiment)


@pytest.mark.parametrize(
    "words", [control_words, moment_type_words, evidence_kind_words, sentiment_words]
)
def test_no_word_is_empty(words: Callable[[], Mapping[str, object]]) -> None:
    assert "" not in words()
