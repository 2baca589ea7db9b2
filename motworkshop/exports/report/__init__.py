"""The report: one PDF that tells a workshop from its title page to the last of its notes.

`write_report` puts the chapters in order; each chapter is a module that draws itself into a `Book`.
Nothing that people wrote is markup: all of it goes through `typeset`, character by character.
"""

from pathlib import Path

from motworkshop.exports.export import Export
from motworkshop.exports.facts import Facts
from motworkshop.files import written_aside


def write_report(facts: Facts, target: Path, *, paper: str = "a4") -> Export:
    """Write the report to `target`, or leave what stands there as it was.

    `paper` is "a4" or "letter".

    Raises:
        WriteFailedError: the disk does not let us write.
    """
    from motworkshop.exports.report.chapters import report_of
    from motworkshop.exports.report.check import check_pdf
    from motworkshop.exports.report.losses import losses
    from motworkshop.exports.report.nameless import without_names

    changes: list[str] = []
    if not facts.names.are_shown:
        facts, count = without_names(facts)
        if count:
            texts = "1 text" if count == 1 else f"{count:,} texts"
            changes.append(f"Names of participants were replaced in {texts}")
    document = report_of(facts, paper=paper)
    pages = 0
    with (
        written_aside(target, lambda part: check_pdf(part, pages)) as part,
        part.open("wb") as file,
    ):
        pages = document.write(file)
    changes += losses(facts.workshop, document.fonts.missing)
    return Export(target, tuple(changes))


__all__ = ["write_report"]
