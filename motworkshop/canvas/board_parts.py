"""All that works on a board, made and introduced to one another in one place."""

from motworkshop.canvas.authoring import Authoring
from motworkshop.canvas.board_pictures import BoardPictures
from motworkshop.canvas.capture import Capture
from motworkshop.canvas.clipboard import NoteClipboard
from motworkshop.canvas.context_menu import ContextMenus
from motworkshop.canvas.dropping import Dropping
from motworkshop.canvas.emptiness import Emptiness
from motworkshop.canvas.exchange_menu import ExchangeMenu
from motworkshop.canvas.header_editor import HeaderEditing
from motworkshop.canvas.header_keys import HeaderKeys
from motworkshop.canvas.keyboard import Keyboard
from motworkshop.canvas.lane_editor import LaneEditing
from motworkshop.canvas.lane_keys import LaneKeys
from motworkshop.canvas.more_stages import MoreStages
from motworkshop.canvas.note_editing import NoteEditing
from motworkshop.canvas.ordering import Ordering
from motworkshop.canvas.overview_map import OverviewMap
from motworkshop.canvas.pointer import Pointer
from motworkshop.canvas.strip_authoring import StripAuthoring, StripEdits
from motworkshop.canvas.strip_menu import StripMenus
from motworkshop.canvas.strip_pointer import StripPointer
from motworkshop.canvas.touch import Touch
from motworkshop.canvas.view import View
from motworkshop.document.document import Document
from motworkshop.document.selection import Selection


class BoardParts:
    """What edits, points, types and tells on one view; none of it keeps a fact."""

    def __init__(self, view: View, document: Document, selection: Selection) -> None:
        deck, texts = view.scene.deck, view.scene.painter.texts
        self.authoring = Authoring(document, selection, deck, texts.steps, view)
        self.writing = NoteEditing(view, document, selection, self.authoring)
        self.stages = StripAuthoring(self.authoring, StripEdits.of_stages())
        self.lanes = StripAuthoring(self.authoring, StripEdits.of_lanes())
        self.headings = HeaderEditing(view, self.stages)
        self.lane_names = LaneEditing(view, self.lanes)
        self.strips = StripPointer(view, self.stages, self.lanes, self.headings, self.lane_names)
        self.pointer = Pointer(view, self.authoring, selection, self.writing, self.strips)
        self.ordering = Ordering(deck, self.authoring, selection)
        self.lane_keys = LaneKeys(view, self.lane_names, self.lanes)
        self.header_keys = HeaderKeys(view, self.headings, self.stages, self.lane_keys)
        self.keyboard = Keyboard(
            view, self.pointer, self.authoring, selection, self.writing, self.header_keys,
            ordering=self.ordering,
        )  # fmt: skip
        self.capture = Capture(view, selection, self.authoring)
        self.pictures = BoardPictures(view, selection, self.authoring, self.capture, self.writing)
        self.clipboard = NoteClipboard(view, selection, self.authoring, self.capture, self.pictures)
        self.keyboard.add(self.clipboard.keys())
        self.exchange = ExchangeMenu(view, self.clipboard, self.pictures)
        strip_menus = StripMenus(
            view, self.stages, self.lanes, self.headings, self.lane_names, self.ordering
        )
        self.menus = ContextMenus(
            view, self.pointer, self.keyboard, self.header_keys, self.authoring, selection,
            strip_menus, self.ordering, self.exchange,
        )  # fmt: skip
        self.touch = Touch(view, self.pointer, self.menus)
        self.drops = Dropping(view, self.pointer, self.clipboard, self.pictures)
        self.more = MoreStages(view)
        self.overview = OverviewMap(view)
        self.overview.stand_above(self.capture.entry)
        self.overview.make_way_for(self.writing.editor)
        for happened in (self.writing.began, self.writing.ended, self.writing.editor.typed):
            happened.connect(self.overview.follow)
        self.emptiness = Emptiness(view, self.headings.add)
