"""The zip file that an Excel workbook is, and its XML parts, read as a stream with limits."""

import zlib
from collections.abc import Iterable
from typing import IO, NoReturn
from xml.parsers.expat import ExpatError, ParserCreate, XMLParserType
from zipfile import ZIP_DEFLATED, ZIP_STORED, BadZipFile, ZipFile

from motworkshop.errors import UnreadableInputError
from motworkshop.values import dataclass

MAX_UNPACKED = 100_000_000
MAX_RATIO = 200
MAX_ELEMENTS = 2_000_000  # of a part; a cell takes two
MAX_DEPTH = 64
MAX_CHARACTERS = 40_000_000
_RATIO_COUNTS_FROM = 1_000_000  # a small workbook of one repeated text packs better than that
_MAX_DIRECTORY = 1_000_000  # bytes, for some 10,000 parts
_MAX_TOKEN = 4_000_000  # bytes of one tag or comment: expat scans it again at every chunk
_CHUNK = 1_000_000
_ENCRYPTED = 0x01 | 0x40
_PATCHED = 0x20

_OTHERS = (  # a part that gives the kind of file away, what such a file is called
    ("xl/workbook.bin", "an Excel file in the binary format (.xlsb)"),
    ("content.xml", "an OpenDocument file such as .ods"),
    ("index/document.iwa", "a file of Apple Numbers or Pages"),
    ("index.zip", "a file of Apple Numbers or Pages"),
    ("word/document.xml", "a Word document"),
    ("ppt/presentation.xml", "a PowerPoint presentation"),
)


class PartReader:
    """Takes what an XML part holds, element by element; names come without their prefix."""

    is_done = False

    def started(self, name: str, attributes: dict[str, str]) -> None:
        """An element begins."""

    def ended(self, name: str) -> None:
        """An element ends."""

    def said(self, text: str) -> None:
        """Text within the element that began last; long texts come in pieces."""


@dataclass(frozen=True, slots=True)
class Package:
    """The parts of a workbook; `names` leads from a part's name in lower case to the real one."""

    archive: ZipFile
    names: dict[str, str]
    source: str

    def read(self, part: str, reader: PartReader) -> None:
        """Hands a part to its reader."""
        real = self.names.get(part.lower())
        if real is None:
            raise damaged(self.source, f"{part} is missing")
        try:
            stream = self.archive.open(real)
        except (BadZipFile, ValueError) as error:  # an offset outside the file is a ValueError
            raise damaged(self.source, f"{part}: {error}") from error
        try:
            with stream:
                _parse(stream, reader, self.source)
        except (BadZipFile, zlib.error, EOFError, ExpatError) as error:
            raise damaged(self.source, f"{part}: {error}") from error

    def has(self, part: str) -> bool:
        """Whether there is a part of this name."""
        return part.lower() in self.names


def damaged(source: str, why: str) -> UnreadableInputError:
    """The error for a workbook that no spreadsheet program would have written."""
    return UnreadableInputError(
        f"{source} is damaged or not an Excel file ({why}): open it in Excel or LibreOffice, save "
        "it as .xlsx and import that."
    )


def open_package(stream: IO[bytes], source: str) -> Package:
    """The workbook in an open file, once its sizes are known to be sane; the caller closes both."""
    packed = _refuse_many_parts(stream, source)
    try:
        archive = ZipFile(stream)
    except (BadZipFile, NotImplementedError, ValueError) as error:
        raise damaged(source, str(error)) from error
    names = {name.lower(): name for name in archive.namelist()}
    for part, kind in _OTHERS:
        if part in names:
            raise UnreadableInputError(
                f"{source} is {kind}: save the table as .xlsx or CSV and import that."
            )
    _refuse_bombs(archive, packed, source)
    return Package(archive, names, source)


def _refuse_many_parts(stream: IO[bytes], source: str) -> int:
    """Before `ZipFile` reads the whole directory; gives the size of the file."""
    packed = stream.seek(0, 2)
    stream.seek(max(0, packed - 22 - 0xFFFF))  # the end record, and the longest comment
    tail = stream.read()
    end = tail.rfind(b"PK\x05\x06")
    directory = int.from_bytes(tail[end + 12 : end + 16], "little")
    if end < 0:
        raise damaged(source, "its end is missing")
    if directory > _MAX_DIRECTORY:
        _refuse_bomb(source, "it has far too many parts")
    return packed


def _refuse_bombs(archive: ZipFile, packed: int, source: str) -> None:
    parts = archive.infolist()
    unpacked = sum(part.file_size for part in parts)
    if unpacked > MAX_UNPACKED:
        _refuse_bomb(source, f"it unpacks to more than {MAX_UNPACKED // 1_000_000} MB")
    if unpacked > _RATIO_COUNTS_FROM and unpacked > MAX_RATIO * packed:
        _refuse_bomb(source, f"it unpacks to more than {MAX_RATIO} times its size")
    if any(part.flag_bits & _ENCRYPTED for part in parts):
        raise UnreadableInputError(
            f"{source} is protected with a password: save it without one and import that."
        )
    if any(
        part.compress_type not in (ZIP_STORED, ZIP_DEFLATED) or part.flag_bits & _PATCHED
        for part in parts
    ):
        raise damaged(source, "it is packed in a way that Excel does not know")


def _refuse_bomb(source: str, why: str) -> NoReturn:
    raise UnreadableInputError(
        f"{source} is not opened because {why}: copy the table into a new spreadsheet, save that "
        "as .xlsx or CSV and import it."
    )


def _parse(stream: IO[bytes], reader: PartReader, source: str) -> None:
    parser = _parser(reader, source)
    fed = 0
    for chunk in _chunks(stream):
        parser.Parse(chunk, False)
        fed += len(chunk)
        if reader.is_done:
            return
        if fed - parser.CurrentByteIndex > _MAX_TOKEN:
            _refuse_bomb(source, "it holds a tag of absurd length")
    parser.Parse(b"", True)


def _chunks(stream: IO[bytes]) -> Iterable[bytes]:
    return iter(lambda: stream.read(_CHUNK), b"")


def _parser(reader: PartReader, source: str) -> XMLParserType:
    elements = depth = characters = 0

    def started(name: str, attributes: dict[str, str]) -> None:
        nonlocal elements, depth
        elements += 1
        depth += 1
        if elements > MAX_ELEMENTS or depth > MAX_DEPTH:
            _refuse_bomb(source, "it holds more cells than can be read")
        reader.started(name.rpartition(":")[2] if ":" in name else name, attributes)

    def ended(name: str) -> None:
        nonlocal depth
        depth -= 1
        reader.ended(name.rpartition(":")[2] if ":" in name else name)

    def said(text: str) -> None:
        nonlocal characters
        characters += len(text)
        if characters > MAX_CHARACTERS:
            _refuse_bomb(source, "it holds more text than can be read")
        reader.said(text)

    def declared(*_: object) -> NoReturn:
        raise damaged(source, "it declares a document type, which Excel never writes")

    parser = ParserCreate()
    parser.buffer_text = True
    parser.StartElementHandler = started
    parser.EndElementHandler = ended
    parser.CharacterDataHandler = said
    parser.StartDoctypeDeclHandler = declared
    return parser
