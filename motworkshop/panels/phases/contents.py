"""Which contents the panel of each phase has."""

from collections.abc import Callable, Sequence

from PySide6.QtWidgets import QWidget

from motworkshop.document.editing import Editing
from motworkshop.document.selection import Selection
from motworkshop.model.records import PhaseKind
from motworkshop.model.workshop import Workshop
from motworkshop.panels.frame.promises import Promises
from motworkshop.panels.frame.roster import frame_sections
from motworkshop.panels.frame.title_page import TitlePage
from motworkshop.panels.icons import Icons
from motworkshop.panels.phases.board_overviews import (
    align_overview,
    brainstorm_overview,
    categorise_overview,
    cluster_overview,
)
from motworkshop.panels.phases.new_stage import NewStage
from motworkshop.panels.phases.panel import Overview
from motworkshop.panels.phases.vote_overviews import (
    own_overview,
    report_overview,
    reveal_overview,
    vote_overview,
)


def contents_of(
    kind: PhaseKind, editing: Editing, selection: Selection, icons: Icons
) -> list[QWidget]:
    """What stands under the instruction of a phase."""
    if kind is PhaseKind.FRAME:
        return frame_sections(editing, icons, TitlePage(editing), Promises(editing, icons))
    overview = Overview(editing, _writer_of(kind))
    overview.notes_chosen.connect(selection.select)
    return [overview, NewStage(editing)] if kind is PhaseKind.ALIGN else [overview]


def _writer_of(kind: PhaseKind) -> Callable[[Workshop, Overview], Sequence[QWidget]]:
    return {
        PhaseKind.ALIGN: align_overview,
        PhaseKind.BRAINSTORM: brainstorm_overview,
        PhaseKind.CLUSTER: cluster_overview,
        PhaseKind.CATEGORISE: categorise_overview,
        PhaseKind.VOTE: vote_overview,
        PhaseKind.REVEAL: reveal_overview,
        PhaseKind.OWN: own_overview,
        PhaseKind.REPORT: report_overview,
    }[kind]
