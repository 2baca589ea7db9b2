"""Renaming a stage in its header, and naming a new one in the place for it."""

from PySide6.QtCore import QRect, QRectF
from typing_extensions import override

from motworkshop.canvas.headers import HEIGHT, NEW_STAGE, header_rect, new_stage_rect
from motworkshop.canvas.name_editor import NameEditing
from motworkshop.canvas.plan import BETWEEN, SLIM
from motworkshop.canvas.strip_authoring import StripAuthoring
from motworkshop.canvas.view import View
from motworkshop.model.records import Id

NARROWEST = 200.0


class HeaderEditing(NameEditing):
    """The names of the stages."""

    def __init__(self, view: View, stages: StripAuthoring) -> None:
        super().__init__(view, stages, "stage")

    @override
    def _name(self, strip: Id) -> str:
        column = self._view.scene.deck.plan.column_of(strip)
        return column.name if column else ""

    @override
    def _show_end(self) -> None:
        end = self._view.scene.deck.plan.right + BETWEEN
        top = self._view.camera.seen(self._view.camera.free)[1]
        self._view.bring_into_sight((end, top + 20, end + SLIM + 24, top + 21))

    @override
    def _where(self, strip: Id | None) -> QRect:
        place = self._place(strip)
        width = max(NARROWEST, place.width() - 8)
        x = min(max(4.0, place.left() + 4), max(4.0, self._view.width() - width - 4))
        return QRect(round(x), 10, round(width), HEIGHT - 20)

    @override
    def _hide(self, strip: Id | None) -> None:
        self._view.marked = self._view.marked._replace(hidden=strip or NEW_STAGE)

    @override
    def _show_all(self) -> None:
        self._view.marked = self._view.marked._replace(hidden="")

    def _place(self, strip: Id | None) -> QRectF:
        camera, plan = self._view.camera, self._view.scene.deck.plan
        column = plan.column_of(strip) if strip else None
        return header_rect(camera, column) if column else new_stage_rect(camera, plan)
