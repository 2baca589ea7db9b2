"""Pictures on notes: in the list of all notes and on the page of a moment, each in the file once."""

from io import BytesIO
from typing import Any

import pypdf
import pytest
from PIL import Image, ImageChops
from pypdf.generic import ContentStream, NameObject

from motworkshop.exports.typeset.photos import LARGEST, photo_of
from motworkshop.model.edits.clusters import merge_notes
from motworkshop.model.edits.pictures import put_picture
from motworkshop.model.moments import moments_of
from motworkshop.model.records import Id, Picture, new_id
from motworkshop.model.workshop import Workshop
from tests.exports.report.conftest import Report, Write

BLUE, GREEN = (40, 120, 200), (30, 160, 60)


def picture(
    kind: str, size: tuple[int, int], colour: tuple[int, ...], mode: str = "RGB"
) -> Picture:
    written = BytesIO()
    Image.new(mode, size, colour).save(written, kind)
    return Picture(new_id(), f"image/{kind.lower()}", written.getvalue(), *size)


def numbered(workshop: Workshop, number: int) -> Id:
    return next(note.id for note in workshop.notes.values() if note.number == number)


@pytest.fixture
def pictured(sample: Workshop) -> Workshop:
    """A photograph on the first moment of truth, a drawing on note 2, rubbish on note 5."""
    first = moments_of(sample)[0].note.id
    lies_on = {
        first: picture("JPEG", (1600, 900), BLUE),
        numbered(sample, 2): picture("PNG", (300, 500), (*GREEN, 255), "RGBA"),
        numbered(sample, 5): Picture(new_id(), "image/png", b"\x89PNG\r\n\x1a\nrubbish", 9, 9),
    }
    for note, one in lies_on.items():
        sample = sample.applied(put_picture(sample, note, one).change)
    return sample


def shown_on(page: pypdf.PageObject) -> list[tuple[str, str]]:
    """What each picture of a page is said to show, and its name in the file."""
    stream = ContentStream(page["/Contents"], page.pdf)
    said, found = "", []
    for operands, operator in stream.operations:
        if operator == b"BDC":
            said = str(operands[1].get("/Alt", ""))
        elif operator == b"Do":
            found.append((said, str(operands[0])))
        elif operator == b"EMC":
            said = ""
    return found


def test_a_picture_stands_on_the_page_of_its_moment_and_in_the_list_and_is_told(
    pictured: Workshop, write: Write
) -> None:
    report = write(pictured)
    moment = moments_of(pictured)[0].note
    words = f"Picture on note {moment.number}: {moment.text}"
    pages = [[said for said, _name in shown_on(page)] for page in report.reader.pages]
    assert [words in said for said in pages].count(True) == 2
    other = next(note for note in pictured.notes.values() if note.number == 2)
    assert sum(said.count(f"Picture on note 2: {other.text}") for said in pages) == 1
    assert "The picture on note 5 could not be read." in report.text


def test_a_picture_is_in_the_file_once_as_small_as_it_is_shown(
    pictured: Workshop, write: Write
) -> None:
    images = embedded(write(pictured))
    sizes = sorted(image.size for image in images.values())
    assert sizes == [(300, 500), (LARGEST, 506)]
    for wanted, size in ((BLUE, (LARGEST, 506)), (GREEN, (300, 500))):
        image = next(one for one in images.values() if one.size == size)
        away = ImageChops.difference(image.convert("RGB"), Image.new("RGB", size, wanted))
        assert max(away.tobytes()) < 12


def test_the_page_of_a_moment_shows_the_picture_of_a_note_under_it(
    sample: Workshop, write: Write
) -> None:
    lead = moments_of(sample)[0].note
    under = numbered(sample, 2)
    sample = sample.applied(merge_notes(sample, lead.id, [under]).change)
    sample = sample.applied(put_picture(sample, under, picture("PNG", (80, 50), BLUE)).change)
    pages = write(sample).reader.pages
    page = next(one for one in pages if "Moment of truth 1 of" in one.extract_text())
    assert [said.split(":")[0] for said, _name in shown_on(page)] == ["Picture on note 2"]


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"GIF89a\x01\x00\x01\x00\x00\x00\x00;",
        b"\x89PNG\r\n\x1a\n" + b"\x00" * 40,
        b"\xff\xd8\xff\xe0" + b"\x00" * 40,
    ],
)
def test_what_is_no_picture_is_none(content: bytes) -> None:
    assert photo_of("one", content) is None


def test_a_picture_too_large_to_be_unpacked_is_left_out() -> None:
    written = BytesIO()
    Image.new("1", (20_000, 20_000)).save(written, "PNG")
    assert photo_of("bomb", written.getvalue()) is None


def embedded(report: Report) -> dict[str, Image.Image]:
    """The images of the file by object, opened as a reader would."""
    found: dict[str, Image.Image] = {}
    for page in report.reader.pages:
        resources: Any = page["/Resources"]
        for name in {name for _said, name in shown_on(page)}:
            reference = resources["/XObject"].raw_get(NameObject(name))
            content = reference.get_object()
            found[str(reference.idnum)] = Image.open(BytesIO(content.get_data()))
    return found
