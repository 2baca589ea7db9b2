import os
import stat
import zipfile
from pathlib import Path

import pytest

from motworkshop.errors import UnreadableInputError
from motworkshop.imports.source import MAX_CSV_BYTES, read_sheet

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(504)


def refusal(path: Path, **options: str) -> str:
    with pytest.raises(UnreadableInputError) as caught:
        read_sheet(path, **options)
    sentence = str(caught.value)
    assert path.name in sentence
    assert "\n" not in sentence
    assert sentence.endswith(".")
    return sentence


def written(folder: Path, name: str, content: bytes) -> Path:
    path = folder / name
    path.write_bytes(content)
    return path


def zipped(folder: Path, name: str, part: str) -> Path:
    with zipfile.ZipFile(folder / name, "w") as archive:
        archive.writestr(part, "<a/>")
    return folder / name


@pytest.mark.parametrize(
    ("name", "content", "called"),
    [
        ("old.xls", OLE, "old Excel format"),
        ("locked.xlsx", OLE + "EncryptedPackage".encode("utf-16-le"), "password"),
        ("plan.pdf", b"%PDF-1.7\n%\xe2\xe3", "a PDF"),
        ("board.png", b"\x89PNG\r\n\x1a\n\x00\x00", "a picture"),
        ("board.csv", b"\xff\xd8\xff\xe0\x00\x10JFIF", "a picture"),
        ("w.motw", b"SQLite format 3\x00\x10\x00", "a workshop"),
        ("letter.csv", b"{\\rtf1\\ansi}", "a text document"),
        ("archive.csv", b"\x1f\x8b\x08\x00", "a compressed archive"),
        ("report.xls", b"\r\n<HTML><table><tr><td>text", "web page"),
        ("report.csv", b'\xef\xbb\xbf<?xml version="1.0"?>', "XML"),
    ],
)
def test_a_file_of_another_kind_is_named_and_what_to_do_is_said(
    tmp_path: Path, name: str, content: bytes, called: str
) -> None:
    sentence = refusal(written(tmp_path, name, content))
    assert called in sentence
    assert ".xlsx or CSV" in sentence or "without" in sentence


@pytest.mark.parametrize(
    ("name", "part", "called"),
    [
        ("t.ods", "content.xml", "OpenDocument"),
        ("t.numbers", "Index/Document.iwa", "Apple Numbers"),
        ("t.xlsb", "xl/workbook.bin", "binary"),
        ("t.docx", "word/document.xml", "Word"),
        ("t.pptx", "ppt/presentation.xml", "PowerPoint"),
    ],
)
def test_an_archive_of_another_program_is_named(
    tmp_path: Path, name: str, part: str, called: str
) -> None:
    assert called in refusal(zipped(tmp_path, name, part))


def test_content_counts_and_not_the_name(tmp_path: Path) -> None:
    assert read_sheet(written(tmp_path, "a.xlsx", b"text,stage\nA,B\n")).headers == (
        "text",
        "stage",
    )


def test_a_missing_file_a_folder_and_a_device_are_refused(tmp_path: Path) -> None:
    assert "does not exist" in refusal(tmp_path / "none.csv")
    assert "is a folder" in refusal(tmp_path)
    if Path("/dev/zero").exists():
        assert "device" in refusal(Path("/dev/zero"))


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="there are no named pipes on Windows")
def test_a_pipe_is_refused_without_waiting_for_a_writer(tmp_path: Path) -> None:
    pipe = tmp_path / "pipe.csv"
    os.mkfifo(pipe)
    assert "pipe" in refusal(pipe)
    assert stat.S_ISFIFO(pipe.stat().st_mode)


def test_a_circle_of_links_is_refused(tmp_path: Path) -> None:
    link = tmp_path / "a.csv"
    link.symlink_to(link)
    assert "cannot be read" in refusal(link)


def test_a_file_that_may_not_be_read_is_said_so(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = written(tmp_path, "secret.csv", b"text\nA\n")

    def refuse(*_: object) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(Path, "open", refuse)  # root may read everything, so chmod shows nothing
    assert "may not be read" in refusal(path)


def test_a_csv_file_of_more_than_20_mb_is_refused_before_it_is_read(tmp_path: Path) -> None:
    path = tmp_path / "big.csv"
    with path.open("wb") as stream:
        stream.truncate(MAX_CSV_BYTES + 1)
    assert "larger than the 20 MB" in refusal(path)


def test_a_sheet_cannot_be_chosen_in_a_csv_file(tmp_path: Path) -> None:
    assert "no sheet “Notes”" in refusal(written(tmp_path, "a.csv", b"text\nA"), sheet="Notes")
