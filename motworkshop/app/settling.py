"""The collector: it runs on the window's thread alone, and need not look at what is here to stay."""

import gc

from PySide6.QtCore import QObject, QTimer

from motworkshop.app.large_memory import give_back_large

SETTLED_MS = 1000
SWEEP_MS = 1000


class Settling(QObject):
    """Frees what nobody needs any more, at moments when nothing else is going on.

    Left to itself Python's collector runs in whatever thread allocates, the writer's too, and Qt's
    objects must not be destroyed there. And looking through an open workshop takes a tenth of a
    second, again and again while people work; so what was loaded is frozen. But what the collector
    does not look at is never freed, so a closed window would stay for ever: it is looked for.
    """

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        gc.disable()
        self._timer = QTimer(self, singleShot=True, interval=SETTLED_MS)
        self._timer.timeout.connect(self._on_settled)
        self._is_closing = False
        self._sweeping = QTimer(self, interval=SWEEP_MS)
        self._sweeping.timeout.connect(sweep)
        self._sweeping.start()

    def on_loaded(self) -> None:
        """Something was loaded: when all of it is there, it stays."""
        self._timer.start()

    def on_closed(self) -> None:
        """Something was closed: it need not stay, and is looked for when it has gone."""
        gc.unfreeze()
        self._is_closing = True
        self._timer.start()

    def _on_settled(self) -> None:
        if self._is_closing:  # on a busy computer part of it is still on its way, and is frozen now
            self._is_closing = False
            self._timer.start()
        settle()


def settle() -> None:
    """Free what nobody needs any more, and keep the rest."""
    give_back_large()
    gc.unfreeze()
    gc.collect()
    gc.freeze()


def sweep() -> None:
    """What the collector would have done by itself: the oldest generation that is due."""
    due = [at for at, count in enumerate(gc.get_count()) if count > gc.get_threshold()[at]]
    if due:
        gc.collect(due[-1])
