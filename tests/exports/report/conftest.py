"""Reports made and read back as a reader would."""

from collections.abc import Callable
from dataclasses import dataclass
from importlib import import_module
from pathlib import Path
from typing import Any

import pypdf
import pytest

from motworkshop.exports.export import Export
from motworkshop.exports.facts import gather
from motworkshop.exports.report import write_report
from motworkshop.imports.sample import sample_workshop
from motworkshop.model.records import About, Ballot, Category, Note, Round, RoundStatus, Stage
from motworkshop.model.workshop import Workshop

pypdfium2: Any = import_module("pypdfium2")  # comes without type hints


@dataclass(frozen=True)
class Report:
    """A written report: its text page by page, its bytes, and what `write_report` said."""

    export: Export
    pages: list[str]
    content: bytes

    @property
    def text(self) -> str:
        """All pages with every run of white space as one space."""
        return plain(" ".join(self.pages))

    @property
    def letters(self) -> str:
        """All pages without any white space, for texts that were broken into lines."""
        return "".join(" ".join(self.pages).split())

    @property
    def reader(self) -> pypdf.PdfReader:
        return pypdf.PdfReader(self.export.path)

    @property
    def chapters(self) -> list[str]:
        """The titles of the bookmarks, all levels."""
        return _titles(self.reader.outline)

    def page(self, number: int) -> str:
        """The text of a page, counted from 1, white space evened out."""
        return plain(self.pages[number - 1])

    def page_with(self, text: str) -> str:
        """The first page behind the contents that holds this text, white space evened out."""
        return next(plain(page) for page in self.pages[2:] if text in plain(page))


Write = Callable[..., Report]


def plain(text: str) -> str:
    return " ".join(text.replace("\ufffe", "-").split())


def _titles(outline: list[Any]) -> list[str]:
    titles: list[str] = []
    for entry in outline:
        titles += _titles(entry) if isinstance(entry, list) else [entry.title]
    return titles


@pytest.fixture
def write(tmp_path: Path) -> Write:
    """Write the report of a workshop and read it back."""

    def written(
        workshop: Workshop, *, with_names: bool = True, paper: str = "a4", cut: int | None = None
    ) -> Report:
        target = tmp_path / "report.pdf"
        facts = gather(workshop, with_names=with_names, cut=cut)
        export = write_report(facts, target, paper=paper)
        content = target.read_bytes()
        with pypdfium2.PdfDocument(content) as pdf:
            pages = [page.get_textpage().get_text_range() for page in pdf]
        return Report(export, pages, content)

    return written


@pytest.fixture(scope="session")
def sample() -> Workshop:
    return sample_workshop()


@pytest.fixture(scope="session")
def sample_report(sample: Workshop, tmp_path_factory: pytest.TempPathFactory) -> Report:
    """The sample's report, written once."""
    target = tmp_path_factory.mktemp("sample") / "report.pdf"
    export = write_report(gather(sample), target)
    content = target.read_bytes()
    with pypdfium2.PdfDocument(content) as pdf:
        pages = [page.get_textpage().get_text_range() for page in pdf]
    return Report(export, pages, content)


Build = Callable[..., list[Any]]


@pytest.fixture
def board() -> Build:
    """Records of a board: a title, `stages` stages, four categories, and a note per text."""

    def built(texts: list[str], *, stages: int = 1, title: str = "Test") -> list[Any]:
        columns = [Stage(f"stage {n}", f"Stage {n}", position=n) for n in range(stages)]
        kinds = [
            Category(f"kind {n}", name, n, position=n)
            for n, name in enumerate(("Rescue", "Revenue", "Respond", "Relationship"), 1)
        ]
        notes = [
            Note(
                f"note {n}",
                n,
                text,
                category=f"kind {n % 4 + 1}",
                stage=f"stage {n % stages}" if stages else None,
            )
            for n, text in enumerate(texts, 1)
        ]
        return [About("about", title), *columns, *kinds, *notes]

    return built


Vote = Callable[..., list[Any]]


@pytest.fixture
def vote() -> Vote:
    """Records of a closed round with one ballot for each mapping of note numbers to dots."""

    def voted(
        notes: int, ballots: list[dict[int, int]], *, key: str = "vote", **fields: Any
    ) -> list[Any]:
        ids = tuple(f"note {n}" for n in range(1, notes + 1))
        settings = {"title": key.title(), "notes": ids, "status": RoundStatus.CLOSED, **fields}
        given = [
            Ballot(f"{key} {n}", key, tuple((f"note {i}", dots) for i, dots in ballot.items()))
            for n, ballot in enumerate(ballots)
        ]
        return [Round(key, **settings), *given]

    return voted
