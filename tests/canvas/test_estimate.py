"""The estimate of the model beside what the canvas measures with the fonts themselves."""

import pytest

from motworkshop.canvas.note_text import NoteTexts
from motworkshop.model.text_room import steps_for

PASSENGERS = (
    "The price jumps while I am booking, and nobody can tell me why it does",
    "@united I'm saying I made the flight but with poor/non-communication, unaccounted for lost "
    "time & lots of frustrated flyers standing around",
    "Waited 2 hrs 40 min at gate B17; no announcement, no water, no staff — worst trip of 2024!!!",
    "Boarding by groups 1-9 (really?) but everyone just stands up at once & blocks the aisle...",
    "Miles credited after 3 weeks, 5 calls, 2 e-mails and a letter to head office in Frankfurt",
)
OTHERS = (
    "値段を見る。予約の途中で価格が変わってしまい、理由が分からない。" * 3,
    "안녕하세요 예약하는 동안 가격이 오릅니다 " * 6,
    "Я читаю новости каждое утро, пока жду посадку. " * 5,
    "أهلا وسهلا بكم في رحلتنا إلى القاهرة " * 6,
    "สวัสดีครับยินดีต้อนรับขึ้นเครื่อง" * 6,
    "नमस्ते दुनिया, उड़ान में देरी है " * 6,
    "ÄÖÜ ÉÀÈ ŁŻŹ " * 16,
    "😀 🎉 " * 40,
    "👨‍👩‍👧‍👦" * 20,
    "www.example.com/a/very-long/path-with-things?and=more&" * 6,
    "Donaudampfschifffahrtsgesellschaftskapitänsmützenabzeichen " * 6,
    "W" * 200,
    "i" * 500,
    "a\tb\t" * 30,
    "one\n\ntwo\n" * 9,
    "a\u00a0b " * 60,
)


@pytest.mark.parametrize("text", [*PASSENGERS, *OTHERS])
def test_the_estimate_is_never_too_little_for_the_text(fonts: None, text: str) -> None:
    texts = NoteTexts()
    steps = steps_for(text)
    assert steps >= texts.steps(text)
    assert not texts.fitted(text, steps).is_cut


@pytest.mark.parametrize("text", PASSENGERS)
def test_the_estimate_of_what_people_write_is_right(fonts: None, text: str) -> None:
    assert [steps_for(text[:length]) for length in range(1, len(text), 7)] == pytest.approx(
        [NoteTexts().steps(text[:length]) for length in range(1, len(text), 7)], abs=1
    )
    assert steps_for(text) - NoteTexts().steps(text) <= 1
