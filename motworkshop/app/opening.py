"""Opening workshops, new and old, in the windows of the program, and what is said when that fails.

It stands apart from `program` because the start page is on the screen before anybody opens one.
"""

import os
from collections.abc import Callable, Sequence
from contextlib import suppress
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from motworkshop.app.dialogs import Dialogs
from motworkshop.app.file_name import file_stem
from motworkshop.app.first_paint import FirstPaint
from motworkshop.app.places import warning_about
from motworkshop.app.read_only import ReadOnly
from motworkshop.app.recent import RecentFiles, free_name
from motworkshop.app.remembered import documents_folder
from motworkshop.app.saving import Saving
from motworkshop.app.window import Window
from motworkshop.errors import WorkshopError, WriteFailedError
from motworkshop.model.workshop import Workshop
from motworkshop.storage.errors import DamagedFileError, FileLockedError, HeldElsewhereError
from motworkshop.storage.lock_files import is_surely_free
from motworkshop.storage.read import read_workshop
from motworkshop.storage.writer import create_new, open_existing

if TYPE_CHECKING:
    from motworkshop.app.program import Program
    from motworkshop.storage.store import Store


class Opening(QObject):
    """Opens workshops in windows."""

    def __init__(
        self,
        program: "Program",
        put_desk: Callable[[Window, Workshop, Saving], None],
        dialogs: Dialogs,
        recent: RecentFiles,
        backups: Path,
        read: Callable[[Path], Workshop] | None = None,
    ) -> None:
        super().__init__(program)
        self._program = program
        self._put_desk = put_desk
        self._dialogs = dialogs
        self._recent = recent
        self._backups = backups
        self._read = read or read_workshop

    def open_file(self, path: Path, window: Window) -> None:
        """Open a workshop in this window, or in a new one if something is open here."""
        shown = self.window_of(path)
        if shown is not None:
            shown.raise_()
            shown.activateWindow()
            return
        try:
            _refuse_if_held(path.resolve())
            workshop = self._read(path)
            _refuse_if_locked(path.resolve())
        except WorkshopError as fault:
            self._refuse(path, window, fault)
            return
        home = self._free(window)
        saving = Saving(path.resolve(), partial(open_existing, path, workshop, self._keep_old))
        self._put_desk(home, workshop, saving)
        self._recent.add(path)
        if home.desk is not None:  # the board first, then the writer's thread and SQLModel
            FirstPaint(home.desk, saving.start, home.is_settled)
        self._warn_about_place(home)

    def _keep_old(self, store: "Store") -> object:
        """Keep a copy of a file as it was before it is brought up to date. On the thread of the
        store."""
        from motworkshop.app.backing_up import back_up
        from motworkshop.storage.backups import BEFORE_MIGRATION

        return back_up(self._backups, BEFORE_MIGRATION, store)

    def _free(self, window: Window) -> Window:
        """This window, or a new one if something is open here."""
        return self._program.new_window() if window.desk else window

    def go_on(self, copy: Path, window: Window) -> None:
        """Open a copy of what is open in a window, instead of that."""
        self.open_file(copy, window)
        if self.window_of(copy) is not None:
            window.close()

    def create_from_template(self, template: str, window: Window) -> None:
        """Ask for a place, and begin a new workshop there."""
        name = "New workshop" if template == "blank" else f"{template.capitalize()} workshop"
        path = self._dialogs.new_file(
            window, "Where to keep the new workshop", name.replace("-", " ")
        )
        if path is not None:
            from motworkshop.imports.template import workshop_from_template

            self._create(path, partial(workshop_from_template, template, path.stem), window)

    def create_sample(self, window: Window) -> None:
        """Make a copy of the sample among the documents and open it."""
        self._create(free_name(documents_folder(), "Airline sample"), _sample, window)

    def _create(
        self,
        path: Path,
        make: Callable[[], Workshop],
        window: Window,
        tell: Callable[[Window], object] = lambda _window: None,
    ) -> None:
        """Make a new workshop file and open it; `tell` says in its window what is to be said."""
        self._open_made(path, partial(create_new, path, make), window, tell)

    def open_made(self, window: Window, stem: str, make: Callable[[Path], "Store"]) -> None:
        """Ask for a place, have a file made there, and open it."""
        path = self._dialogs.new_file(window, "Where to keep the new file", file_stem(stem))
        if path is not None:
            self._open_made(path, partial(make, path), window)

    def _open_made(
        self,
        path: Path,
        open_store: Callable[[], "Store"],
        window: Window,
        tell: Callable[[Window], object] = lambda _window: None,
    ) -> None:
        home = self._free(window)
        saving = Saving(path.resolve(), open_store, home)
        saving.opened.connect(partial(self._on_created, home, saving, tell))
        saving.save_failed.connect(partial(self._on_not_created, home, saving))
        home.show_start().set_busy(f"Making “{path.name}”…")
        saving.start()

    def _on_created(
        self, window: Window, saving: Saving, tell: Callable[[Window], object], workshop: Workshop
    ) -> None:
        saving.opened.disconnect()
        saving.save_failed.disconnect()
        self._put_desk(window, workshop, saving)
        self._recent.add(saving.path)
        self._warn_about_place(window)
        tell(window)

    def _on_not_created(self, window: Window, saving: Saving, words: str) -> None:
        saving.save_failed.disconnect()
        saving.opened.disconnect()  # a later try may have come through, and nobody saves there
        saving.close()
        saving.deleteLater()
        window.say(words)

    def _warn_about_place(self, window: Window) -> None:
        warning = warning_about(window.path) if window.path else ""
        if warning:
            copies = partial(self._work_on_copy, window)
            window.say(warning, "warn", [("Work on a copy…", copies)])

    def _work_on_copy(self, window: Window) -> None:
        """Copy what is open to another place, and go on there."""
        if window.desk is None:
            return
        parts = window.desk.parts
        copy = self._dialogs.new_file(window, "Where to keep the copy", parts.path.stem)
        if copy is not None:
            from motworkshop.app.outputs import CopyJob

            job = CopyJob(copy, parts.document.workshop, window)
            job.wrote.connect(lambda path: self.go_on(path, window))
            job.failed.connect(window.say)
            job.start()

    def open_to_look(self, path: Path, window: Window, why: str) -> None:
        """Open a workshop that cannot be changed here; `why` is said in its window."""
        try:
            workshop = read_workshop(path)
        except WorkshopError as fault:
            self._refuse(path, window, fault)
            return
        home = self._free(window)
        self._put_desk(home, workshop, ReadOnly(path.resolve()))
        self._recent.add(path)
        self._say_read_only(path, home, why)

    def _say_read_only(self, path: Path, window: Window, why: str) -> None:
        choices = [
            ("Try to change it", partial(self._try_to_change, path, window)),
            ("Open a copy…", partial(self._open_copy, path, window)),
        ]
        window.say(f"Open to look at only. {why}", "warn", choices)

    def _try_to_change(self, path: Path, window: Window) -> None:
        """Open for changes what could only be looked at, if that is possible by now."""
        try:
            _refuse_if_locked(path.resolve())
        except WorkshopError as fault:
            self._say_read_only(path, window, str(fault))
            return
        home = self._program.new_window()
        window.close()
        self.open_file(path, home)

    def _refuse(self, path: Path, window: Window, fault: WorkshopError) -> None:
        if window.desk is None:
            window.show_start().refresh()
        choices: list[tuple[str, Callable[[], object]]] = []
        if isinstance(fault, FileLockedError | WriteFailedError):
            look = partial(self.open_to_look, path, window, str(fault))
            choices = [
                ("Look at it", look),
                ("Open a copy…", partial(self._open_copy, path, window)),
            ]
            if isinstance(fault, HeldElsewhereError):
                choices.append(("Take it over", partial(self._take_over, path, window)))
        elif isinstance(fault, DamagedFileError):
            choices = [("Rescue what can be read…", partial(self._rescue, path, window))]
        window.say(str(fault), "danger", choices)

    def _take_over(self, path: Path, window: Window) -> None:
        """Open what another computer seems to have, because the person knows that it has not."""
        from motworkshop.storage.lock import take_over

        try:
            take_over(path.resolve())
        except WorkshopError as fault:
            self._refuse(path, window, fault)
            return
        self.open_file(path, window)

    def _open_copy(self, path: Path, window: Window) -> None:
        copy = self._dialogs.new_file(window, "Where to keep the copy", f"{path.stem} copy")
        if copy is not None:
            self._create(copy, partial(read_workshop, path), window)

    def _rescue(self, path: Path, window: Window) -> None:
        """Make a new file of what can still be read of a damaged one, which stays as it is."""
        copy = self._dialogs.new_file(
            window, "Where to keep what is rescued", f"{path.stem} rescued"
        )
        if copy is None:
            return
        lost: list[str] = []

        def make() -> Workshop:
            from motworkshop.storage.rescue import rescue

            rescued = rescue(path)
            lost.extend(rescued.lost)
            return rescued.workshop

        self._create(copy, make, window, partial(self._tell_rescued, path.name, lost))

    def _tell_rescued(self, name: str, lost: Sequence[str], window: Window) -> None:
        """Say what came of a rescue; the whole list is a click away, and stays so."""
        if not lost:
            words = f"Everything in “{name}” could be read. The damaged file is as it was."
            window.say(words, "ok")
            return
        shows = partial(self._show_lost, name, lost, window)
        many = f"{len(lost):,} things got lost"
        what = f"Lost: {lost[0]}" if len(lost) == 1 else many
        words = f"This is what could be read of “{name}”, which is as it was. {what}."
        window.say(words, "warn", [("Show what is lost", shows)])

    def _show_lost(self, name: str, lost: Sequence[str], window: Window) -> None:
        from motworkshop.app.lost_dialog import LostDialog

        dialog = LostDialog(name, lost, window)
        dialog.finished.connect(lambda: self._tell_rescued(name, lost, window))
        dialog.open()

    def window_of(self, path: Path) -> Window | None:
        """The window in which this file can be changed."""
        real = path.resolve()
        return next(
            (one for one in self._program.windows if one.path == real and not one.is_read_only),
            None,
        )


def _refuse_if_held(path: Path) -> None:
    """Raise what names the holder before anything is read: one that stands still in mid-write keeps
    every reader waiting for ten seconds."""
    if path.is_file():
        with suppress(WriteFailedError):  # it cannot be locked here; told when it was read
            _refuse_if_locked(path)


def _refuse_if_locked(path: Path) -> None:
    """Raise what opening for writing would raise, before anything is shown."""
    if not os.access(path, os.W_OK):
        raise WriteFailedError(f"“{path}” may only be read.")
    if not is_surely_free(path):
        from motworkshop.storage.lock import DocumentLock

        DocumentLock(path).release()


def _sample() -> Workshop:
    from motworkshop.imports.sample import sample_workshop

    return sample_workshop()
