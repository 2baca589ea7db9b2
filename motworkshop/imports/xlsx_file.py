"""Excel workbooks: which sheet is read, and what its cells say.

Read directly, not through openpyxl: its `load_workbook` cannot tell a formula that was saved
without its result from an empty cell, reads texts such as “_x005F_” wrongly, goes through all
styles and links before any limit applies, and fails on sound files of other programs with whatever
exception comes.
"""

from collections.abc import Sequence
from posixpath import join, normpath
from typing import IO

from typing_extensions import override

from motworkshop.errors import UnreadableInputError
from motworkshop.imports.sheet import Sheet, make_sheet
from motworkshop.imports.xlsx_cells import Cells, SharedTexts
from motworkshop.imports.xlsx_package import Package, PartReader, damaged, open_package
from motworkshop.imports.xlsx_values import NumberFormats, number_formats
from motworkshop.values import dataclass


@dataclass(frozen=True, slots=True)
class _Tab:
    """A sheet as the workbook lists it."""

    name: str
    relation: str
    is_hidden: bool


class _Relations(PartReader):
    """Where the parts of a part lie: by id, and by the last word of their type."""

    def __init__(self, folder: str) -> None:
        self.parts: dict[str, str] = {}
        self.kinds: dict[str, str] = {}
        self._folder = folder

    @override
    def started(self, name: str, attributes: dict[str, str]) -> None:
        if name == "Relationship" and attributes.get("TargetMode") != "External":
            identity = attributes.get("Id", "")
            target = join("/", self._folder, attributes.get("Target", ""))
            self.parts[identity] = normpath(target).lstrip("/")
            self.kinds[identity] = attributes.get("Type", "").rpartition("/")[2]

    def of_kind(self, kind: str) -> str | None:
        """The first part of a kind."""
        return next((self.parts[each] for each, it in self.kinds.items() if it == kind), None)


class _Workbook(PartReader):
    """The list of sheets, and the day that dates count from."""

    def __init__(self) -> None:
        self.tabs: list[_Tab] = []
        self.counts_from_1904 = False

    @override
    def started(self, name: str, attributes: dict[str, str]) -> None:
        if name == "sheet":
            relation = next((it for key, it in attributes.items() if key.endswith(":id")), "")
            is_hidden = attributes.get("state", "visible") != "visible"
            self.tabs.append(_Tab(attributes.get("name", ""), relation, is_hidden))
        elif name == "workbookPr":
            self.counts_from_1904 = attributes.get("date1904") in {"1", "true"}


class _Styles(PartReader):
    """The number format of every cell style."""

    def __init__(self) -> None:
        self.codes: dict[int, str] = {}
        self.styles: list[int] = []
        self._is_cells = False

    @override
    def started(self, name: str, attributes: dict[str, str]) -> None:
        if name == "cellXfs":
            self._is_cells = True
        elif name == "xf" and self._is_cells:
            self.styles.append(_number(attributes.get("numFmtId", "0")))
        elif name == "numFmt":
            code = attributes.get("formatCode", "")
            self.codes[_number(attributes.get("numFmtId", "0"))] = code

    @override
    def ended(self, name: str) -> None:
        if name == "cellXfs":
            self._is_cells = False


def read_xlsx(
    stream: IO[bytes], name: str, sheet: str | None = None, likely: Sequence[str] = ()
) -> Sheet:
    """The table in an open workbook called `name`.

    It is in the sheet that is asked for, else in the first one shown that has a likely name, else
    in the first one shown.
    """
    package = open_package(stream, name)
    with package.archive:
        workbook, relations = _contents(package)
        tabs = workbook.tabs
        tab = _chosen(tabs, sheet, likely, name)
        source = name if len(tabs) == 1 else f"{name}, sheet “{tab.name}”"
        formats = _formats(package, relations, workbook.counts_from_1904)
        cells = Cells(source, _shared(package, relations), formats)
        package.read(relations.parts[tab.relation], cells)
        return make_sheet(cells.records, source)


def sheet_names(stream: IO[bytes], name: str) -> list[str]:
    """The sheets of an open workbook that are shown and have cells, in its order."""
    package = open_package(stream, name)
    with package.archive:
        workbook, _relations_of_it = _contents(package)
        return [tab.name for tab in workbook.tabs if not tab.is_hidden]


def _contents(package: Package) -> tuple[_Workbook, _Relations]:
    """The workbook, of whose tabs only those with cells are left, and where its parts lie."""
    roots = _relations(package, "")
    part = roots.of_kind("officeDocument") or "xl/workbook.xml"
    workbook = _Workbook()
    package.read(part, workbook)
    relations = _relations(package, part)
    workbook.tabs = [
        tab for tab in workbook.tabs if relations.kinds.get(tab.relation) == "worksheet"
    ]
    return workbook, relations


def _relations(package: Package, part: str) -> _Relations:
    folder, _, name = part.rpartition("/")
    relations = _Relations(folder)
    package.read(join(folder, "_rels", f"{name}.rels"), relations)
    return relations


def _chosen(tabs: list[_Tab], wanted: str | None, likely: Sequence[str], name: str) -> _Tab:
    shown = [tab for tab in tabs if not tab.is_hidden]
    if wanted is None and shown:
        return next((tab for tab in shown if tab.name.casefold() in likely), shown[0])
    for tab in tabs:
        if wanted is not None and tab.name.casefold() == wanted.strip().casefold():
            return tab
    if not shown:
        raise damaged(name, "it has no sheet with cells")
    there = ", ".join(f"“{tab.name}”" for tab in shown)
    raise UnreadableInputError(f"{name} has no sheet “{wanted}”: there are {there}.")


def _shared(package: Package, relations: _Relations) -> list[str]:
    shared = SharedTexts()
    part = relations.of_kind("sharedStrings")
    if part is not None and package.has(part):
        package.read(part, shared)
    return shared.texts


def _formats(package: Package, relations: _Relations, is_1904: bool) -> NumberFormats:
    styles = _Styles()
    part = relations.of_kind("styles")
    if part is not None and package.has(part):
        package.read(part, styles)
    return number_formats(styles.codes, styles.styles, is_1904)


def _number(text: str) -> int:
    return int(text) if text.isdecimal() and len(text) < 10 else 0
