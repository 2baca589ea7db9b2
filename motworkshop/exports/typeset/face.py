"""One font file in one document, and how it is embedded.

reportlab's own TTFont cuts a font into pieces of 256 characters and tells readers the wrong text for
characters beyond U+FFFF. Here a font is embedded once, as the glyphs that were used (PDF 32000-1,
9.7 "composite fonts"), each with the text that it stands for in UTF-16.
"""

import struct
import unicodedata
from functools import cached_property
from io import BytesIO
from pathlib import Path
from typing import Any

from reportlab.pdfbase import pdfdoc
from reportlab.pdfbase.ttfonts import FF_NONSYMBOLIC, FF_SYMBOLIC, TTFError, TTFontFace

from motworkshop.errors import WorkshopError
from motworkshop.exports.typeset.shaping import Shaper

_UNDRAWN = frozenset({"Cc", "Cf", "Cs", "Mn", "Mc", "Me", "Zl", "Zp"})
_PER_BLOCK = 100  # entries that a CMap may list in one go


class FontUnreadableError(WorkshopError):
    """A font that comes with the program is missing or damaged."""


class _Codes(dict[str, str]):
    """Character to code in hexadecimal, given on first use; KeyError for what needs more care."""

    def __init__(self, face: "Face") -> None:
        super().__init__()
        self._face = face

    def __missing__(self, character: str) -> str:
        if character not in self._face.advances:
            raise KeyError(character)
        code = self._face.code(self._face.glyph_number(character), character)
        self[character] = code
        return code


class Face:
    """The glyphs of one font file that one document uses; codes are given as they are asked for."""

    def __init__(self, path: Path, resource: str) -> None:
        self.resource = resource
        self._file = _read(path)
        try:
            self._font = TTFontFace(BytesIO(self._file))
        except (TTFError, struct.error) as error:
            raise FontUnreadableError(_sentence(path)) from error
        self._glyphs: list[int] = [0]
        self._texts: list[str] = [""]
        self._code_of: dict[tuple[int, str], str] = {}
        self.codes = _Codes(self)

    @cached_property
    def advances(self) -> dict[str, float]:
        """Width in 1/1000 em of each character that one glyph shows."""
        widths = self._font.charWidths
        return {
            chr(code): float(widths[code])
            for code in self._font.charToGlyph
            if code in widths and unicodedata.category(chr(code)) not in _UNDRAWN
        }

    @cached_property
    def shaper(self) -> Shaper:
        """Joins, stacks and kerns glyphs of this font."""
        return Shaper(self._file, self._font.unitsPerEm)

    def covers(self, character: str) -> bool:
        """Whether the font has a glyph for it."""
        return ord(character) in self._font.charToGlyph

    def glyph_number(self, character: str) -> int:
        """The glyph of a character that the font covers."""
        return int(self._font.charToGlyph[ord(character)])

    def glyph_width(self, number: int) -> float:
        """How far a glyph moves the pen, in 1/1000 em."""
        return float(self._font.hmetrics[number][0] * 1000 / self._font.unitsPerEm)

    def code(self, number: int, text: str) -> str:
        """The code, four hexadecimal digits, that draws a glyph and is copied out as `text`."""
        key = (number, text)
        if key not in self._code_of:
            self._code_of[key] = f"{len(self._glyphs):04X}"
            self._glyphs.append(number)
            self._texts.append(text)
        return self._code_of[key]

    def embed(self, document: pdfdoc.PDFDocument) -> None:
        """Put the glyphs used into a document; once, when all is drawn."""
        doc: Any = document  # reportlab's type stubs leave most of it out
        name = f"{_tag(self.resource)}+{self._font.name.decode('ascii')}"
        used = {number: number for number in (0, *self._glyphs)}
        descendant = pdfdoc.PDFDictionary(
            {
                "Type": "/Font",
                "Subtype": "/CIDFontType2",
                "BaseFont": f"/{name}",
                "CIDSystemInfo": "<< /Registry (Adobe) /Ordering (Identity) /Supplement 0 >>",
                "FontDescriptor": doc.Reference(self._descriptor(doc, name, used)),
                "CIDToGIDMap": doc.Reference(_stream(self._places(list(used)))),
                "W": self._widths(),
            }
        )
        font = pdfdoc.PDFDictionary(
            {
                "Type": "/Font",
                "Subtype": "/Type0",
                "BaseFont": f"/{name}",
                "Encoding": "/Identity-H",
                "DescendantFonts": pdfdoc.PDFArray([doc.Reference(descendant)]),
                "ToUnicode": doc.Reference(_stream(_unicode_map(self._texts).encode("ascii"))),
            }
        )
        doc.idToObject["BasicFonts"][self.resource] = doc.Reference(font)

    def _descriptor(self, doc: Any, name: str, used: dict[int, int]) -> pdfdoc.PDFDictionary:
        font = self._font
        font.charToGlyph = used  # makeSubset keeps what this lists, in its order
        subset = font.makeSubset(list(used))
        file = _stream(subset)
        file.dictionary["Length1"] = len(subset)
        return pdfdoc.PDFDictionary(
            {
                "Type": "/FontDescriptor",
                "FontName": f"/{name}",
                "Flags": font.flags & ~FF_NONSYMBOLIC | FF_SYMBOLIC,
                "FontBBox": pdfdoc.PDFArray(font.bbox),
                "ItalicAngle": font.italicAngle,
                "Ascent": font.ascent,
                "Descent": font.descent,
                "CapHeight": font.capHeight,
                "StemV": font.stemV,
                "FontFile2": doc.Reference(file),
            }
        )

    def _places(self, used: list[int]) -> bytes:
        """From code to the glyph's place in the embedded subset, two bytes each."""
        place_of = {number: place for place, number in enumerate(used)}
        return struct.pack(f">{len(self._glyphs)}H", *map(place_of.__getitem__, self._glyphs))

    def _widths(self) -> str:
        widths = " ".join(f"{self.glyph_width(number):.5g}" for number in self._glyphs)
        return f"[ 0 [ {widths} ] ]"


def _read(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError as error:
        raise FontUnreadableError(_sentence(path)) from error


def _sentence(path: Path) -> str:
    return f"The font {path.name} that comes with the program cannot be read. Install it again."


def _stream(content: bytes) -> pdfdoc.PDFStream:
    return pdfdoc.PDFStream(content=content, filters=[pdfdoc.PDFZCompress])


def _tag(resource: str) -> str:
    """Six letters that mark a subset, from the font's number in the document."""
    number = int(resource.removeprefix("F"))
    return "AAAA" + chr(ord("A") + number // 26) + chr(ord("A") + number % 26)


def _unicode_map(texts: list[str]) -> str:
    entries = [
        f"<{code:04X}> <{text.encode('utf-16-be').hex().upper()}>"
        for code, text in enumerate(texts)
    ]
    blocks = [entries[at : at + _PER_BLOCK] for at in range(0, len(entries), _PER_BLOCK)]
    lists = "\n".join(f"{len(b)} beginbfchar\n{chr(10).join(b)}\nendbfchar" for b in blocks)
    return (
        "/CIDInit /ProcSet findresource begin\n12 dict begin\nbegincmap\n"
        "/CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def\n"
        "/CMapName /Adobe-Identity-UCS def\n/CMapType 2 def\n"
        "1 begincodespacerange\n<0000> <FFFF>\nendcodespacerange\n"
        f"{lists}\nendcmap\nCMapName currentdict /CMap defineresource pop\nend\nend"
    )
