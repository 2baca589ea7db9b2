import codecs
import pickle

import pytest

from motworkshop.errors import UnreadableInputError
from motworkshop.imports.encoding import EncodingUnknownError, decode

TEXT = "text,stage\nGepäck in Zürich verspätet – ‘ärgerlich’,Ankunft\n"
PLAIN = TEXT.replace("–", "-").replace("‘", "'").replace("’", "'")
JAPANESE = "text,stage\n手荷物が遅れて届く,到着\n"


@pytest.mark.parametrize(
    "content",
    [
        TEXT.encode("utf-8"),
        TEXT.encode("utf-8-sig"),
        TEXT.encode("utf-16"),
        codecs.BOM_UTF16_BE + TEXT.encode("utf-16-be"),
        TEXT.encode("utf-16-le"),
        TEXT.encode("utf-16-be"),
        TEXT.encode("utf-32"),
    ],
    ids=["utf-8", "mark", "utf-16", "be", "le-unmarked", "be-unmarked", "utf-32"],
)
def test_what_a_file_says_of_itself_needs_no_question(content: bytes) -> None:
    assert decode(content, "a.csv", None) == TEXT


def test_plain_english_in_utf_16_without_a_mark_is_known() -> None:
    for encoding in ("utf-16-le", "utf-16-be"):
        assert decode("text\nWaits\n".encode(encoding), "a.csv", None) == "text\nWaits\n"


def test_utf_16_without_a_mark_is_known_even_when_little_of_it_is_latin() -> None:
    assert decode(JAPANESE.encode("utf-16-le"), "a.csv", None) == JAPANESE


@pytest.mark.parametrize("encoding", ["cp1252", "mac-roman", "cp1250"])
def test_other_encodings_are_read_when_named_and_asked_for_when_not(encoding: str) -> None:
    content = TEXT.encode(encoding)
    assert decode(content, "a.csv", encoding) == TEXT
    with pytest.raises(EncodingUnknownError) as caught:
        decode(content, "a.csv", None)
    looks = {each.encoding: each.sample for each in caught.value.candidates}
    assert "Gepäck" in looks.values()
    assert "--encoding" in str(caught.value)


def test_the_question_shows_how_the_first_such_word_looks_under_each() -> None:
    with pytest.raises(EncodingUnknownError) as caught:
        decode(PLAIN.encode("cp1252"), "notes.csv", None)
    sentence = str(caught.value)
    assert sentence.startswith("notes.csv is not UTF-8")
    assert "cp1252 gives “Gepäck”" in sentence
    assert "mac-roman gives “Gep‰ck”" in sentence
    assert len({each.sample for each in caught.value.candidates}) == len(caught.value.candidates)


def test_japanese_is_among_what_is_offered() -> None:
    content = JAPANESE.encode("shift_jis")
    with pytest.raises(EncodingUnknownError) as caught:
        decode(content, "a.csv", None)
    assert any(each.sample == "手荷物が遅れて届く" for each in caught.value.candidates)
    assert decode(content, "a.csv", "shift_jis") == JAPANESE


def test_the_question_survives_the_way_from_a_child_process() -> None:
    with pytest.raises(EncodingUnknownError) as caught:
        decode(PLAIN.encode("cp1252"), "a.csv", None)
    again = pickle.loads(pickle.dumps(caught.value))
    assert str(again) == str(caught.value)
    assert again.candidates == caught.value.candidates


def test_a_mark_wins_over_the_encoding_that_is_named() -> None:
    assert decode(TEXT.encode("utf-8-sig"), "a.csv", "cp1252") == TEXT


def test_a_wrong_encoding_is_refused_with_the_line() -> None:
    with pytest.raises(UnreadableInputError, match=r"is not utf-8: line 3 "):
        decode(b"text\r\nA\r\nZ\xfcrich\r\n", "a.csv", "utf-8")


@pytest.mark.parametrize("encoding", ["klingon", "base64", "rot13"])
def test_what_is_no_encoding_of_text_is_refused(encoding: str) -> None:
    with pytest.raises(UnreadableInputError, match="is not an encoding of text"):
        decode(b"text\nA\n", "a.csv", encoding)
