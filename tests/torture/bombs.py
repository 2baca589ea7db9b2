"""Small files that want to become large ones, and texts in six encodings: refused in a sentence or
taken as they were meant, in seconds and without filling the memory."""

import io
import os
import struct
import zipfile
import zlib
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from openpyxl import Workbook

from motworkshop.imports.template import BLANK, workshop_from_template
from motworkshop.storage.create import create_workshop
from motworkshop.storage.read import read_workshop
from tests.torture.bounds import Ran, run_program, run_python
from tests.torture.seen import Seen

SECONDS, MEGABYTES = 3.0, 300.0
DONE, REFUSED = 0, 3
HEAD = "<w xmlns:r='r'><sheets><sheet name='S' r:id='a'/></sheets></w>"
ROW = "<row r='1'><c r='A1' t='inlineStr'><is><t>text</t></is></c></row>"
START, END = f"<worksheet><sheetData>{ROW}", "</sheetData></worksheet>"
READ_PICTURE = """
import sys
from pathlib import Path
from motworkshop.canvas.picture_reading import read_picture
from motworkshop.errors import WorkshopError
try:
    read_picture(Path(sys.argv[1]).read_bytes())
except WorkshopError as fault:
    print(fault, file=sys.stderr)
    sys.exit(3)
"""


@dataclass(frozen=True)
class Bomb:
    """A file, what may become of it, and how many notes it gives when it is taken."""

    name: str
    make: Callable[[], bytes]
    code: int = REFUSED
    notes: int = 0
    options: tuple[str, ...] = ()


def throw_bombs(folder: Path) -> Seen:
    """Import each of them into a new workshop."""
    seen = Seen()
    slowest = heaviest = 0.0
    for bomb in [*bombs(), *encodings()]:
        ran, notes = _imported(folder, bomb)
        seen.tries += 1
        faults = ran.faults([bomb.code], SECONDS, MEGABYTES)
        if notes != bomb.notes:
            faults.append(f"{notes} notes instead of {bomb.notes}")
        for fault in faults:
            seen.blame(f"{bomb.name}: {fault}")
        slowest, heaviest = max(slowest, ran.seconds), max(heaviest, ran.megabytes)
    for name, content in pictures():
        (folder / "picture").write_bytes(content)
        ran = run_python("-c", READ_PICTURE, folder / "picture")
        seen.tries += 1
        for fault in ran.faults([REFUSED], SECONDS, MEGABYTES):
            seen.blame(f"{name}: {fault}")
        slowest, heaviest = max(slowest, ran.seconds), max(heaviest, ran.megabytes)
    seen.told = f"at most {slowest:.1f} s of computing and {heaviest:.0f} MB"
    return seen


def _imported(folder: Path, bomb: Bomb) -> tuple[Ran, int]:
    file, source = folder / "target.motw", folder / "source.csv"
    file.unlink(missing_ok=True)
    create_workshop(file, workshop_from_template(BLANK, "Target"))
    source.write_bytes(bomb.make())
    ran = run_program("import", file, source, "--as", "touchpoints", *bomb.options)
    source.unlink()
    return ran, len(read_workshop(file).notes)


def bombs() -> Iterator[Bomb]:
    """Workbooks and tables that no honest program writes."""
    merged = "<mergeCells><mergeCell ref='A1:XFD1048576'/></mergeCells>"
    note = "<row><c t='inlineStr'><is><t>One note</t></is></c></row>"
    yield Bomb(
        "one merged range over the whole sheet",
        lambda: _package(START + note + END.replace("</w", merged + "</w")),
        DONE,
        1,
    )
    yield Bomb("423 MB of nothing in one part", lambda: _zip_bomb("xl/s.xml"))
    yield Bomb(
        "423 MB of nothing in a part that is not needed", lambda: _zip_bomb("xl/media/a.png")
    )
    yield Bomb("shared texts pointed to a million times", _pointed_to)
    yield Bomb(
        "a million rows", lambda: _package(START + "<row><c><v>1</v></c></row>" * 10**6 + END)
    )
    yield Bomb(
        "10,000 columns", lambda: _package(START + f"<row>{'<c><v>1</v></c>' * 10**4}</row>" + END)
    )
    yield Bomb("a billion laughs", lambda: _package(_laughs() + START + END))
    yield Bomb("a file from outside", lambda: _package(_outside() + START + "<v>&x;</v>" + END))
    yield Bomb("a zip in a zip in a zip", _nested)
    yield Bomb(
        "eight thousand parts", lambda: _zipped({f"part-{n:090}": b"" for n in range(8_000)})
    )
    yield Bomb("depth of a hundred thousand", lambda: _package("<a>" * 100_000))
    yield Bomb("an attribute of 20 MB", lambda: _package(f"<row r='{'1' * 20_000_000}'/>"))
    yield Bomb("a formula without a result", _formula)
    yield Bomb("a cell of 19 MB", lambda: b"text\n" + b"a" * 19_000_000)
    yield Bomb("a CSV of 21 MB", lambda: b"text\n" + b"a\n" * 10_500_000)
    yield Bomb("a quote that never ends", lambda: b'text\n"' + b"a\n" * 5_000_000)
    yield Bomb("six million commas", lambda: b"text\n" + b"," * 6_000_000)
    yield Bomb("NULs", lambda: b"text\na\0b\n")
    yield Bomb("a lone surrogate", lambda: b"text\n\xed\xa0\x80\n")
    yield Bomb("noise", lambda: os.urandom(1_000_000))
    yield Bomb("infinity as a score", lambda: b"text,importance\na,inf\n")
    yield Bomb("a number of a thousand digits", lambda: b"text,number\na," + b"9" * 1000 + b"\n")
    yield Bomb("a formula as text", lambda: b'text\n=HYPERLINK("http://x")\n', DONE, 1)


def encodings() -> Iterator[Bomb]:
    """The same word in six encodings; where the file does not tell its own, it has to be named."""
    for encoding, word in (
        ("utf-8", "Zürich 😀"),
        ("utf-8-sig", "Zürich 😀"),
        ("utf-16", "Zürich 😀"),
        ("cp1252", "Zürich – naïve"),
        ("shift_jis", "日本語のメモ"),
        ("mac_roman", "Zürich – naïve"),
    ):
        make = partial(f"text\n{word}\n".encode, encoding)
        tells = encoding.startswith("utf")
        code = DONE if tells else REFUSED
        yield Bomb(f"{encoding}, unnamed", make, code, int(tells))
        yield Bomb(f"{encoding}, named", make, DONE, 1, ("--encoding", encoding))


def pictures() -> Iterator[tuple[str, bytes]]:
    """Pictures of billions of points in a few bytes."""
    for side in (65_000, 2**31 - 1):
        yield f"a PNG of {side:,} by {side:,}", _png(side, side, zlib.compress(bytes(10**6)))
    yield "a PNG that is one point high and endless", _png(60_000_000, 1, b"")
    yield "a BMP of 65,000 by 65,000", _bmp(65_000)
    yield "a GIF of 65,535 by 65,535", b"GIF89a" + struct.pack("<HH", 65_535, 65_535) + bytes(100)
    yield "an SVG", b"<svg xmlns='http://www.w3.org/2000/svg' width='9' height='9'/>"
    yield "a PNG of 21 MB", _png(10, 10, bytes(21_000_000))


def _png(width: int, height: int, content: bytes) -> bytes:
    def chunk(name: bytes, body: bytes) -> bytes:
        check = zlib.crc32(name + body)
        return struct.pack(">I", len(body)) + name + body + struct.pack(">I", check)

    head = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    return (
        b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", content) + chunk(b"IEND", b"")
    )


def _bmp(side: int) -> bytes:
    return (
        b"BM"
        + struct.pack("<IHHI", 54, 0, 0, 54)
        + struct.pack("<IiiHHIIiiII", 40, side, side, 1, 24, 0, 0, 0, 0, 0, 0)
    )


def _zipped(parts: dict[str, bytes]) -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return stream.getvalue()


def _parts(sheet: bytes) -> dict[str, bytes]:
    link = "<Relationship Id='{}' Type='x/{}' Target='{}'/>"
    own = link.format("a", "worksheet", "s.xml") + link.format("b", "sharedStrings", "shared.xml")
    return {
        "_rels/.rels": f"<R>{link.format('a', 'officeDocument', 'xl/workbook.xml')}</R>".encode(),
        "xl/workbook.xml": HEAD.encode(),
        "xl/_rels/workbook.xml.rels": f"<R>{own}</R>".encode(),
        "xl/shared.xml": b"<sst/>",
        "xl/s.xml": sheet,
    }


def _package(sheet: str) -> bytes:
    return _zipped(_parts(sheet.encode()))


def _zip_bomb(part: str) -> bytes:
    return _zipped(_parts((START + END).encode()) | {part: b" " * 423_000_000})


def _pointed_to() -> bytes:
    text = "a" * 30_000
    row = "<row><c t='s'><v>0</v></c></row>"
    shared = f"<sst><si><t>{text}</t></si></sst>".encode()
    noise = "".join(f"<!--{os.urandom(8).hex()}-->" for _ in range(20_000))  # not too well packed
    sheet = START + row * 9_000 + noise + END
    return _zipped(_parts(sheet.encode()) | {"xl/shared.xml": shared})


def _laughs() -> str:
    entities = "".join(f"<!ENTITY l{n} '{f'&l{n - 1};' * 10 if n else 'lol'}'>" for n in range(10))
    return f"<?xml version='1.0'?><!DOCTYPE x [{entities}]>"


def _outside() -> str:
    return "<?xml version='1.0'?><!DOCTYPE x [<!ENTITY x SYSTEM 'file:///etc/passwd'>]>"


def _nested() -> bytes:
    inner = _zipped({"a": bytes(10**7)})
    for _level in range(5):
        inner = _zipped({str(number): inner for number in range(10)})
    return inner


def _formula() -> bytes:
    book = Workbook()
    sheet = book.active
    assert sheet is not None
    for row in (["text"], ["=1+1"]):
        sheet.append(row)
    stream = io.BytesIO()
    book.save(stream)
    return stream.getvalue()
