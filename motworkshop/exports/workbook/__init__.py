"""The Excel workbook: every table of a workshop on a sheet of its own, values only.

Each sheet is a real table with filter buttons. Notes and Participants can be imported again.
"""

from pathlib import Path

from motworkshop.exports.export import Export
from motworkshop.exports.facts import Facts
from motworkshop.exports.workbook.frame import (
    categories_table,
    participants_table,
    proposals_table,
    stages_table,
)
from motworkshop.exports.workbook.moments import (
    actions_table,
    evidence_table,
    metrics_table,
    moments_table,
)
from motworkshop.exports.workbook.notes import notes_table
from motworkshop.exports.workbook.table import Table
from motworkshop.exports.workbook.votes import rounds_table, tally_table
from motworkshop.files import written_aside


def write_workbook(facts: Facts, target: Path) -> Export:
    """Write the workbook to `target`, or leave what stands there as it was.

    Raises:
        WriteFailedError: the disk does not let us write.
    """
    from motworkshop.exports.workbook.book import write_book
    from motworkshop.exports.workbook.package import check_package

    tables = tables_of(facts)
    changes: list[str] = []
    with written_aside(target, lambda part: check_package(part, tables)) as part:
        write_book(facts, tables, part, changes.append)
    return Export(target, tuple(changes))


def tables_of(facts: Facts) -> tuple[Table, ...]:
    """All tables in the order of the sheets."""
    return (
        notes_table(facts),
        stages_table(facts),
        proposals_table(facts),
        categories_table(facts),
        participants_table(facts),
        rounds_table(facts),
        tally_table(facts),
        moments_table(facts),
        metrics_table(facts),
        actions_table(facts),
        evidence_table(facts),
    )


__all__ = ["tables_of", "write_workbook"]
