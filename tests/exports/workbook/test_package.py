"""The file is looked at before it takes the place of an older one."""

from pathlib import Path
from zipfile import ZIP_DEFLATED, ZipFile

import pytest

from motworkshop.errors import WriteFailedError
from motworkshop.exports.facts import gather
from motworkshop.exports.workbook import book, tables_of, write_workbook
from motworkshop.exports.workbook.package import check_package
from motworkshop.model.workshop import Workshop


@pytest.fixture
def target(shop: Workshop, tmp_path: Path) -> Path:
    path = tmp_path / "shop.xlsx"
    write_workbook(gather(shop), path)
    return path


def with_part(path: Path, name: str, old: bytes, new: bytes) -> None:
    with ZipFile(path) as source:
        contents = {part: source.read(part) for part in source.namelist()}
    assert old in contents[name]
    contents[name] = contents[name].replace(old, new, 1)
    with ZipFile(path, "w", ZIP_DEFLATED) as made:
        for part, content in contents.items():
            made.writestr(part, content)


def test_a_whole_file_passes(shop: Workshop, target: Path) -> None:
    check_package(target, tables_of(gather(shop)))


@pytest.mark.parametrize("kept", [0, 100, 5_000, -30])
def test_a_file_that_was_cut_off_is_refused(shop: Workshop, target: Path, kept: int) -> None:
    target.write_bytes(target.read_bytes()[:kept])
    with pytest.raises(WriteFailedError, match="did not come out whole"):
        check_package(target, tables_of(gather(shop)))


def test_a_flipped_byte_is_refused(shop: Workshop, target: Path) -> None:
    content = bytearray(target.read_bytes())
    begin = content.find(b"xl/worksheets/sheet1.xml") + 100
    content[begin] ^= 0xFF
    target.write_bytes(content)
    with pytest.raises(WriteFailedError, match="did not come out whole"):
        check_package(target, tables_of(gather(shop)))


@pytest.mark.parametrize(
    ("part", "old", "new"),
    [
        ("xl/worksheets/sheet1.xml", b'<row r="3"', b'<raw r="3"'),
        ("xl/workbook.xml", b'name="Tally"', b'name="Other"'),
        ("xl/worksheets/sheet7.xml", b"</sheetData>", b""),
    ],
)
def test_a_missing_row_or_sheet_is_refused(
    shop: Workshop, target: Path, part: str, old: bytes, new: bytes
) -> None:
    with_part(target, part, old, new)
    with pytest.raises(WriteFailedError, match="did not come out whole"):
        check_package(target, tables_of(gather(shop)))


def test_the_old_workbook_stays_when_the_new_one_is_not_whole(
    shop: Workshop, target: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = target.read_bytes()

    def cut_off(*arguments: object) -> None:
        Path(str(arguments[-1])).write_bytes(before[:200])

    monkeypatch.setattr(book, "write_package", cut_off)
    with pytest.raises(WriteFailedError):
        write_workbook(gather(shop), target)
    assert target.read_bytes() == before
    assert [path.name for path in target.parent.iterdir()] == ["shop.xlsx"]


def test_a_workbook_is_not_written_into_a_folder_that_is_not_there(
    shop: Workshop, tmp_path: Path
) -> None:
    with pytest.raises(WriteFailedError, match="no folder"):
        write_workbook(gather(shop), tmp_path / "nowhere" / "shop.xlsx")
