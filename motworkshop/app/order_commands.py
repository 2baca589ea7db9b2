"""The commands that put notes, stages and lanes in order."""

from motworkshop.app.command import Command
from motworkshop.model.edits.aligning import Axis, Edge
from motworkshop.model.edits.arranging import Order

ALIGNED = {
    Edge.LEFT: "left edges",
    Edge.CENTRE: "centres",
    Edge.RIGHT: "right edges",
    Edge.TOP: "upper edges",
    Edge.MIDDLE: "middles",
    Edge.BOTTOM: "lower edges",
}

ORDER_COMMANDS = (
    Command("new_stage", "Arrange", "New stage"),
    Command("new_lane", "Arrange", "New lane"),
    Command("turn_stage", "Arrange", "Collapse or expand the stage"),
    Command("lock", "Arrange", "Lock or unlock", ("Ctrl+L",)),
    Command("snap", "Arrange", "Snap while dragging"),
    *(Command(f"arrange_{one}", "Arrange", f"Arrange the stage by {one}") for one in Order),
    *(Command(f"align_{one}", "Arrange", f"Align {words}") for one, words in ALIGNED.items()),
    *(Command(f"distribute_{one}", "Arrange", f"Distribute {one}") for one in Axis),
)
