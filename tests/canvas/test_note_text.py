import pytest
from PySide6.QtGui import QColor, QImage, QPainter

from motworkshop.canvas.note_text import FOOT, TOP, FittedText, NoteTexts
from motworkshop.model.layout import MOST_STEPS, NOTE_WIDTH, PLAIN_STEPS, STEP

SCRIPTS = {
    "Latin": "Waits forty minutes at the counter and nobody explains why",
    "Arabic": "ينتظر أربعين دقيقة أمام المكتب ولا أحد يشرح السبب",
    "Hebrew": "הטיסה מתעכבת ואין מידע על השער החדש",
    "Chinese": "值机柜台前排队四十分钟，没有人解释原因。客户很生气，以后不会再来",
    "Korean": "체크인 카운터에서 사십 분을 기다렸지만 아무도 설명하지 않았다",
    "Thai": "รอหน้าเคาน์เตอร์สี่สิบนาทีและไม่มีใครอธิบายว่าทำไม",
    "emoji": "🎉 🛫 👩‍👩‍👧 100th flight and nobody says thank you 🇩🇪",
    "one long word": "Donaudampfschifffahrtsgesellschaftskapitänsmützenabzeichen" * 2,
}


@pytest.fixture
def texts(fonts: None) -> NoteTexts:
    return NoteTexts()


def drawn(fitted: FittedText, steps: int) -> QImage:
    """The text in black on white, in the size of the note with a rim of 20 around it."""
    image = QImage(NOTE_WIDTH + 40, steps * STEP + 40, QImage.Format.Format_RGB32)
    image.fill(QColor("white"))
    painter = QPainter(image)
    painter.translate(20, 20)
    fitted.draw(painter)
    painter.end()
    return image


def ink(image: QImage, left: int, top: int, right: int, bottom: int) -> int:
    return sum(
        image.pixelColor(x, y).lightness() < 128
        for x in range(left, right)
        for y in range(top, bottom)
    )


@pytest.mark.parametrize("script", SCRIPTS)
def test_text_of_any_script_fits_its_note(texts: NoteTexts, script: str) -> None:
    text = SCRIPTS[script]
    steps = texts.steps(text)
    fitted = texts.fitted(text, steps)
    image = drawn(fitted, steps)
    inside = ink(image, 30, 22, 20 + NOTE_WIDTH - 6, 20 + steps * STEP - round(FOOT) + 4)
    assert not fitted.is_cut
    assert inside > 100
    assert ink(image, 0, 0, image.width(), image.height()) == inside


@pytest.mark.parametrize("script", ["Arabic", "Hebrew"])
def test_text_from_right_to_left_begins_at_the_right(texts: NoteTexts, script: str) -> None:
    image = drawn(texts.fitted(SCRIPTS[script].split()[0], PLAIN_STEPS), PLAIN_STEPS)
    middle = 20 + NOTE_WIDTH // 2 + 10
    assert ink(image, middle, 0, image.width(), 100) > 5 * ink(image, 0, 0, middle, 100)


def test_a_short_text_is_large_and_a_longer_one_shrinks_before_the_note_grows(
    texts: NoteTexts,
) -> None:
    sizes = [
        texts.fitted("word " * count, PLAIN_STEPS).paragraphs[0][0].font().pixelSize()
        for count in (3, 14, 22)
    ]
    assert sizes[0] == 16
    assert 12 <= sizes[2] <= sizes[1] < 16
    assert texts.steps("word " * 22) == PLAIN_STEPS


def test_no_text_is_set_smaller_than_twelve_pixels(texts: NoteTexts) -> None:
    for count in (1, 10, 40, 200, 1000):
        text = "word " * count
        fitted = texts.fitted(text, texts.steps(text))
        assert min(layout.font().pixelSize() for layout, _top in fitted.paragraphs) >= 12


def test_a_note_grows_by_whole_steps_as_far_as_its_text_needs(texts: NoteTexts) -> None:
    heights = [texts.steps("word " * count) for count in range(1, 120, 7)]
    assert heights == sorted(heights)
    assert heights[0] == PLAIN_STEPS
    text = "word " * 100
    steps = texts.steps(text)
    assert not texts.fitted(text, steps).is_cut
    assert texts.fitted(text, steps - 1).is_cut


def test_ten_thousand_characters_end_with_an_ellipsis_in_the_tallest_note(
    texts: NoteTexts,
) -> None:
    text = "complaint " * 1000
    assert texts.steps(text) == MOST_STEPS
    fitted = texts.fitted(text, MOST_STEPS)
    assert fitted.is_cut
    assert fitted.paragraphs[-1][0].text().endswith("…")
    image = drawn(fitted, MOST_STEPS)
    assert ink(image, 0, 20 + MOST_STEPS * STEP - round(FOOT) + 4, 200, image.height()) == 0


def test_lines_that_were_broken_by_hand_stay_so(texts: NoteTexts) -> None:
    fitted = texts.fitted("one\n\nthree", PLAIN_STEPS)
    tops = [top for _layout, top in fitted.paragraphs]
    assert len(tops) == 3
    assert tops[2] == 2 * (tops[1] - tops[0])
    assert texts.steps("\n".join("abcdefghij")) > PLAIN_STEPS


def test_only_the_last_texts_are_kept(texts: NoteTexts) -> None:
    first = texts.fitted("note 0", PLAIN_STEPS)
    for number in range(1, 1300):
        texts.fitted(f"note {number}", PLAIN_STEPS)
    assert texts.fitted("note 0", PLAIN_STEPS) is not first
    assert TOP > 0
