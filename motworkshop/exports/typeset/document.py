"""Sheets in order, numbered, linked, and written as one PDF."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import BinaryIO

from reportlab.pdfbase import pdfdoc
from reportlab.pdfgen.canvas import Canvas

from motworkshop.exports.typeset.clean import one_line
from motworkshop.exports.typeset.flow import Flow
from motworkshop.exports.typeset.fonts import Fonts
from motworkshop.exports.typeset.paper import A4, Margins, Paper
from motworkshop.exports.typeset.photos import Photo
from motworkshop.exports.typeset.sheet import Sheet, resource_of
from motworkshop.values import dataclass


@dataclass(frozen=True, slots=True)
class Imprint:
    """What a file says about itself to those who look at its properties."""

    title: str
    author: str = ""
    subject: str = ""
    creator: str = "motworkshop"
    language: str = "en"


@dataclass(frozen=True, slots=True)
class PageNumber:
    """`number` of `count`, and the title of the last chapter begun on or before the page."""

    number: int
    count: int
    chapter: str


@dataclass(frozen=True, slots=True)
class ContentsEntry:
    """A chapter: where it is, for contents and bookmarks. `level` 0 is the highest."""

    title: str
    level: int
    place: str
    page: int


Furniture = Callable[[Sheet, PageNumber], None]
DrawContents = Callable[[Flow, Sequence[ContentsEntry]], None]


@dataclass(slots=True)
class _Page:
    sheet: Sheet
    is_bare: bool


class Document:
    """A PDF being made. Pages are recorded and put together by `write`, once."""

    def __init__(
        self,
        imprint: Imprint,
        *,
        fonts: Fonts | None = None,
        paper: Paper = A4,
        margins: Margins | None = None,
        furniture: Furniture | None = None,
        is_invariant: bool = False,
    ) -> None:
        self.fonts = fonts or Fonts()
        self.paper = paper
        self.margins = margins or Margins()
        self._imprint = imprint
        self._furniture = furniture
        self._is_invariant = is_invariant
        self._pages: list[_Page] = []
        self._chapters: list[tuple[Sheet, ContentsEntry]] = []
        self._contents: tuple[int, DrawContents] | None = None

    def add_page(self, paper: Paper | None = None, *, is_bare: bool = False) -> Sheet:
        """The next page; a bare one has no running head and foot."""
        size = paper or self.paper
        sheet = Sheet(self.fonts, size.width, size.height)
        self._pages.append(_Page(sheet, is_bare))
        return sheet

    def flow(self, paper: Paper | None = None) -> Flow:
        """Text that begins on a new page and takes as many as it needs."""
        return Flow(lambda: self.add_page(paper), self.margins)

    def begin_chapter(self, sheet: Sheet, top: float, title: str, level: int = 0) -> str:
        """Enter a heading at `top` of a page into bookmarks and contents; the place's name."""
        place = f"chapter {len(self._chapters) + 1}"
        sheet.place(place, max(0, top - 12))
        self._chapters.append((sheet, ContentsEntry(one_line(title), level, place, 0)))
        return place

    def put_contents_here(self, draw: DrawContents) -> None:
        """The table of contents comes after the pages so far; `draw` is called by `write`."""
        self._contents = (len(self._pages), draw)

    def write(self, file: BinaryIO) -> int:
        """Put the pages together; how many they are.

        A link to a place that was never named is a ValueError.
        """
        pages = self._with_contents()
        entries = self._entries(pages)
        self._furnish(pages, entries)
        canvas = _PlainCanvas(file, self._imprint, self._is_invariant)
        names = _names_of_places([page.sheet for page in pages])
        for page in pages:
            _put(canvas, page.sheet, names)
        level = -1
        for entry in entries:
            level = min(entry.level, level + 1)  # readers refuse a bookmark without a parent
            canvas.addOutlineEntry(entry.title or " ", names[entry.place], level)
        canvas.embed(self.fonts)
        canvas.save()
        return len(pages)

    def _with_contents(self) -> list[_Page]:
        """All pages; the contents are drawn again until their own length is counted in."""
        if self._contents is None:
            return self._pages
        at, draw = self._contents
        before, after = self._pages[:at], self._pages[at:]
        missing = self.fonts.missing.copy()
        drawn: list[_Page] = []
        for _ in range(3):
            entries = self._entries([*before, *drawn, *after])
            length = len(drawn)
            self.fonts.missing = missing.copy()
            drawn = self._drawn_contents(draw, entries)
            if len(drawn) == length:
                break
        return [*before, *drawn, *after]

    def _drawn_contents(self, draw: DrawContents, entries: list[ContentsEntry]) -> list[_Page]:
        pages: list[_Page] = []

        def next_sheet() -> Sheet:
            pages.append(_Page(Sheet(self.fonts, self.paper.width, self.paper.height), False))
            return pages[-1].sheet

        draw(Flow(next_sheet, self.margins), entries)
        return pages

    def _entries(self, pages: list[_Page]) -> list[ContentsEntry]:
        number_of = {id(page.sheet): number for number, page in enumerate(pages, 1)}
        return [replace(entry, page=number_of[id(sheet)]) for sheet, entry in self._chapters]

    def _furnish(self, pages: list[_Page], entries: list[ContentsEntry]) -> None:
        if self._furniture is None:
            return
        chapter_from = {entry.page: entry.title for entry in reversed(entries) if not entry.level}
        chapter = ""
        for number, page in enumerate(pages, 1):
            chapter = chapter_from.get(number, chapter)
            if not page.is_bare:
                self._furniture(page.sheet, PageNumber(number, len(pages), chapter))


class _PlainCanvas(Canvas):
    """reportlab's canvas as a writer of pages that are drawn already."""

    _doc: pdfdoc.PDFDocument
    _formsinuse: list[str]

    def __init__(self, file: BinaryIO, imprint: Imprint, is_invariant: bool) -> None:
        # Its own compression would write streams as text, a quarter larger; the filter does not.
        super().__init__(file, pageCompression=0, invariant=is_invariant, lang=imprint.language)
        self._shown: set[str] = set()
        self._doc.defaultStreamFilters = [pdfdoc.PDFZCompress]
        self.setTitle(one_line(imprint.title))
        self.setAuthor(one_line(imprint.author))
        self.setSubject(one_line(imprint.subject))
        self.setCreator(one_line(imprint.creator))
        self.setViewerPreference("DisplayDocTitle", "true")

    def _make_preamble(self) -> None:
        """Overrides reportlab's, which begins each page with Helvetica, a font not embedded."""
        self._preamble = ""

    def show(self, photo: Photo) -> None:
        """Let the page at hand have a picture, which comes into the file once."""
        if photo.key not in self._shown:
            self._shown.add(photo.key)
            shown = _ShownPhoto(photo)
            self._doc.Reference(shown, resource_of(photo))  # type: ignore[no-untyped-call]
            self._doc.addForm(photo.key, shown)
        self._formsinuse.append(photo.key)
        self._currentPageHasImages = 1

    def embed(self, fonts: Fonts) -> None:
        """Put the glyphs that were used into the file."""
        for face in fonts.faces:
            face.embed(self._doc)


class _ShownPhoto(pdfdoc.PDFImageXObject):
    """A JPEG as it is, not unpacked and not written as text."""

    def __init__(self, photo: Photo) -> None:
        super().__init__(photo.key)
        self.width, self.height = photo.width, photo.height
        self.bitsPerComponent, self.colorSpace = 8, "DeviceRGB"
        self.streamContent = photo.content  # type: ignore[assignment]
        self._filters = ("DCTDecode",)


def _names_of_places(sheets: list[Sheet]) -> dict[str, str]:
    """From the place's name to a short one that PDF readers take."""
    places = dict.fromkeys(name for sheet in sheets for name, _ in sheet.places)
    targets = {link.target for sheet in sheets for link in sheet.links}
    if lost := targets - places.keys():
        raise ValueError(f"Links lead to places that no page has: {sorted(lost)}")
    return {name: f"p{number}" for number, name in enumerate(places, 1)}


def _put(canvas: _PlainCanvas, sheet: Sheet, names: dict[str, str]) -> None:
    canvas.setPageSize((sheet.width, sheet.height))
    canvas.addLiteral(sheet.operators)
    for photo in sheet.photos:
        canvas.show(photo)
    for name, y in sheet.places:
        canvas.bookmarkHorizontalAbsolute(names[name], y)
    for link in sheet.links:
        area = (link.left, link.bottom, link.right, link.top)
        canvas.linkAbsolute("", names[link.target], area)
    canvas.showPage()
