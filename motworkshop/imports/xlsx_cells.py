"""The cells of one Excel sheet as texts, and the table of texts that all sheets share."""

from typing_extensions import override

from motworkshop.errors import UnreadableInputError
from motworkshop.imports.sheet import (
    LAST_ROW,
    MAX_CELLS,
    MAX_COLUMNS,
    MAX_ROWS,
    MAX_TEXT,
    column_letter,
    too_long,
)
from motworkshop.imports.xlsx_package import PartReader, damaged
from motworkshop.imports.xlsx_values import NumberFormats, iso_text, unescaped

_DIGITS = "0123456789"


class SharedTexts(PartReader):
    """Reads the shared texts; formatting and reading aids (furigana) are left out."""

    def __init__(self) -> None:
        self.texts: list[str] = []
        self._pieces: list[str] = []
        self._is_text = False
        self._is_aid = False

    @override
    def started(self, name: str, attributes: dict[str, str]) -> None:
        if name == "t":
            self._is_text = not self._is_aid
        elif name == "si":
            self._pieces = []
        elif name == "rPh":
            self._is_aid = True

    @override
    def said(self, text: str) -> None:
        if self._is_text:
            self._pieces.append(text)

    @override
    def ended(self, name: str) -> None:
        if name == "t":
            self._is_text = False
        elif name == "si":
            self.texts.append(unescaped("".join(self._pieces)))
        elif name == "rPh":
            self._is_aid = False


class Cells(PartReader):
    """Reads the cells of a sheet into `records`, which `make_sheet` takes; blank rows have none."""

    def __init__(self, source: str, shared: list[str], formats: NumberFormats) -> None:
        self.records: list[tuple[int, list[str]]] = []
        self._source = source
        self._shared = shared
        self._formats = formats
        self._columns: dict[str, int] = {}
        self._numbers: dict[tuple[str, str], str] = {}  # scores and dates come again and again
        self._row = self._cells = self._characters = 0
        self._texts: list[str] = []
        self._column = -1
        self._kind, self._style = "n", "0"
        self._pieces: list[str] = []
        self._collects = self._is_aid = self._is_formula = self._has_value = False

    @override
    def started(self, name: str, attributes: dict[str, str]) -> None:
        if name in {"v", "t"}:
            self._collects = not self._is_aid
            self._has_value = True
        elif name == "c":
            self._begin_cell(attributes)
        elif name == "row":
            self._begin_row(attributes)
        elif name == "f":
            self._is_formula = True
        elif name == "rPh":
            self._is_aid = True

    @override
    def said(self, text: str) -> None:
        if self._collects:
            self._pieces.append(text)

    @override
    def ended(self, name: str) -> None:
        if name in {"v", "t"}:
            self._collects = False
        elif name == "c":
            self._end_cell()
        elif name == "row":
            self._end_row()
        elif name == "rPh":
            self._is_aid = False
        elif name == "sheetData":
            self.is_done = True

    def _begin_row(self, attributes: dict[str, str]) -> None:
        number = attributes.get("r", str(self._row + 1))
        if not (number.isdecimal() and len(number) < 8 and 1 <= int(number) <= LAST_ROW):
            raise damaged(self._source, f"row “{number[:20]}”")
        self._row = int(number)
        self._texts = []
        self._column = -1

    def _begin_cell(self, attributes: dict[str, str]) -> None:
        self._column += 1
        reference = attributes.get("r")
        if reference:
            self._column = self._column_of(reference.rstrip(_DIGITS))
        self._kind = attributes.get("t", "n")
        self._style = attributes.get("s", "0")
        self._pieces = []
        self._is_formula = self._has_value = False

    def _column_of(self, letters: str) -> int:
        known = self._columns.get(letters)
        if known is not None:
            return known
        if not (letters.isascii() and letters.isalpha() and len(letters) <= 3):
            raise damaged(self._source, f"cell “{letters[:20]}”")
        index = -1
        for letter in letters.upper():
            index = (index + 1) * 26 + ord(letter) - ord("A")
        self._columns[letters] = index
        return index

    def _end_cell(self) -> None:
        text = self._text("".join(self._pieces))
        if not text:
            return
        if self._column >= MAX_COLUMNS:
            raise self._refusal(f"lies beyond the {MAX_COLUMNS} columns that can be read: move it")
        missing = self._column + 1 - len(self._texts)
        self._texts.extend([""] * missing)
        self._texts[self._column] = text
        self._cells += max(missing, 0)
        self._characters += len(text)
        if self._cells > MAX_CELLS or self._characters > MAX_TEXT:
            limit = f"{MAX_CELLS:,} cells or {MAX_TEXT:,} characters"
            raise too_long(f"{self._source}, {self._name()}", limit)

    def _end_row(self) -> None:
        if self._texts:
            self.records.append((self._row, self._texts))
        if len(self.records) > MAX_ROWS + 1:
            raise too_long(f"{self._source}, row {self._row}", f"{MAX_ROWS:,} rows")

    def _text(self, raw: str) -> str:
        if self._kind == "e":
            raise self._refusal(f"shows the error {raw[:20]}: mend or empty it")
        if self._is_formula and (not self._has_value or (not raw and self._kind != "str")):
            raise self._refusal(
                "is a formula that was saved without its result: open the file in Excel or "
                "LibreOffice, save it and import it again"
            )
        if not raw:
            return ""
        if self._kind == "s":
            return self._shared_text(raw)
        if self._kind in {"inlineStr", "str"}:
            return unescaped(raw)
        if self._kind == "b":
            return "true" if raw.strip() in {"1", "true"} else "false"
        return iso_text(raw) if self._kind == "d" else self._number(raw)

    def _shared_text(self, raw: str) -> str:
        if raw.isdecimal() and len(raw) < 10 and int(raw) < len(self._shared):
            return self._shared[int(raw)]
        raise damaged(self._source, f"{self._name()} points to a text that is not there")

    def _number(self, raw: str) -> str:
        known = self._numbers.get((raw, self._style))
        if known is not None:
            return known
        try:
            text = self._formats.text(raw.strip(), int(self._style))
        except ValueError as error:
            raise damaged(self._source, f"{self._name()} holds no number") from error
        return self._numbers.setdefault((raw, self._style), text)

    def _name(self) -> str:
        return f"cell {column_letter(self._column)}{self._row}"

    def _refusal(self, what: str) -> UnreadableInputError:
        return UnreadableInputError(f"{self._source}, {self._name()} {what}.")
