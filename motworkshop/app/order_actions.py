"""What the commands do that put notes, stages and lanes in order."""

from collections.abc import Callable
from functools import partial

from motworkshop.app.actions import Actions
from motworkshop.app.remembered import Remembered
from motworkshop.canvas.board import Board
from motworkshop.model.edits.aligning import Axis, Edge
from motworkshop.model.edits.arranging import Order

SNAP = "snap"


def connect_ordering(actions: Actions, board: Board, remembered: Remembered) -> None:
    """Connect the commands of `ORDER_COMMANDS` to a board; snapping is as it was last chosen."""
    does: dict[str, Callable[[], None]] = {
        "new_stage": board.new_stage,
        "new_lane": board.new_lane,
        "turn_stage": board.turn_meant_stage,
        "lock": board.lock_selected,
    }
    does |= {f"arrange_{one}": partial(board.arrange, one) for one in Order}
    does |= {f"align_{one}": partial(board.align_selected, one) for one in Edge}
    does |= {f"distribute_{one}": partial(board.distribute_selected, one) for one in Axis}
    for name, work in does.items():
        actions[name].triggered.connect(lambda _checked=False, work=work: work())
    _connect_snap(actions, board, remembered)


def _connect_snap(actions: Actions, board: Board, remembered: Remembered) -> None:
    snap = actions["snap"]
    snap.setCheckable(True)
    snap.setChecked(remembered.is_on(SNAP))
    board.set_snapping(snap.isChecked())
    snap.toggled.connect(board.set_snapping)
    snap.toggled.connect(lambda is_on: remembered.set_on(SNAP, is_on=is_on))
