"""Renaming a lane beside its name in the gutter, and naming a new one."""

from PySide6.QtCore import QRect
from typing_extensions import override

from motworkshop.canvas.gutter import NEW_LANE, WIDTH, lane_rect, new_lane_rect
from motworkshop.canvas.headers import HEIGHT
from motworkshop.canvas.name_editor import NameEditing
from motworkshop.canvas.plan import BETWEEN, SHALLOW
from motworkshop.canvas.strip_authoring import StripAuthoring
from motworkshop.canvas.view import View
from motworkshop.model.records import Id

WIDE, TALL = 240, 40


class LaneEditing(NameEditing):
    """The names of the lanes; the line lies level, as one reads and writes."""

    def __init__(self, view: View, lanes: StripAuthoring) -> None:
        super().__init__(view, lanes, "lane")

    @override
    def _name(self, strip: Id) -> str:
        row = self._view.scene.deck.plan.row_of(strip)
        return row.name if row else ""

    @override
    def _show_end(self) -> None:
        bottom = self._view.scene.deck.plan.rows[-1].bottom + BETWEEN
        if self._view.scene.deck.plan.has_lanes:
            left = self._view.camera.seen(self._view.camera.free)[0]
            self._view.bring_into_sight((left + 20, bottom, left + 21, bottom + SHALLOW / 2))

    @override
    def _where(self, strip: Id | None) -> QRect:
        camera, plan = self._view.camera, self._view.scene.deck.plan
        row = plan.row_of(strip) if strip else None
        place = lane_rect(camera, row) if row else new_lane_rect(camera, plan)
        middle = place.center().y() - TALL / 2
        top = min(max(HEIGHT + 4.0, middle), camera.free.bottom() - TALL)
        return QRect(WIDTH + 2 if row else 4, round(top), WIDE, TALL)

    @override
    def _hide(self, strip: Id | None) -> None:
        self._view.lane_marked = self._view.lane_marked._replace(hidden=strip or NEW_LANE)

    @override
    def _show_all(self) -> None:
        self._view.lane_marked = self._view.lane_marked._replace(hidden="")
