"""The theme that is shown, and whether things move: the person's choice, or what the system says."""

from typing import Protocol

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QApplication

from motworkshop.app.palette import palette_for
from motworkshop.app.remembered import Remembered
from motworkshop.app.stylesheet import stylesheet_for
from motworkshop.app.system_look import SystemLook
from motworkshop.look import DARK, HIGH_CONTRAST, HIGH_CONTRAST_DARK, LIGHT, Theme
from motworkshop.panels.icons import Icons
from motworkshop.paths import resource_path

THEMES = (LIGHT, DARK, HIGH_CONTRAST, HIGH_CONTRAST_DARK)
SYSTEM = "system"
CHOICES = (
    (SYSTEM, "As the system"),
    (LIGHT.name, "Light"),
    (DARK.name, "Dark"),
    (HIGH_CONTRAST.name, "High contrast, light"),
    (HIGH_CONTRAST_DARK.name, "High contrast, dark"),
)
FULL, LESS = "full", "less"
MOTIONS = ((SYSTEM, "As the system"), (FULL, "Full"), (LESS, "Less motion"))


class Moving(Protocol):
    """What moves, and can do without."""

    def set_animated(self, is_animated: bool, /) -> None:
        """Whether it moves."""


class Appearance(QObject):
    """Puts a theme on the whole program.

    Signals: `changed(Theme)` after another theme is shown; `motion_changed(bool)` after things
    move, or no longer do.
    """

    changed = Signal(object)
    motion_changed = Signal(bool)

    def __init__(
        self, app: QApplication, icons: Icons, remembered: Remembered, system: SystemLook
    ) -> None:
        super().__init__(app)
        self._app = app
        self._icons = icons
        self._remembered = remembered
        self._system = system
        self.theme = LIGHT
        self.is_animated = True
        system.setParent(self)
        system.changed.connect(self._on_system_changed)
        self.show()
        self._follow_motion()

    @property
    def choice(self) -> str:
        """What the person chose: one of CHOICES."""
        return self._remembered.theme

    @property
    def motion(self) -> str:
        """What the person chose: one of MOTIONS."""
        return self._remembered.motion

    def choose(self, name: str) -> None:
        """Show another theme from now on, after the next start too."""
        self._remembered.theme = name
        self.show()

    def choose_motion(self, name: str) -> None:
        """Let things move or not from now on, after the next start too."""
        self._remembered.motion = name
        self._follow_motion()

    def animate(self, *parts: Moving) -> None:
        """Keep these parts in step with what is wanted."""
        for part in parts:
            part.set_animated(self.is_animated)
            self.motion_changed.connect(part.set_animated)

    def show(self) -> None:
        """Show what is chosen."""
        named = {theme.name: theme.is_dark for theme in THEMES}
        self._system.name_scheme(named.get(self.choice))  # for the frame of the window
        self.theme = self._chosen()
        self._icons.set_theme(self.theme)
        self._app.setPalette(palette_for(self.theme))
        self._app.setStyleSheet(stylesheet_for(self.theme, *self._pictures()))
        self.changed.emit(self.theme)

    def _on_system_changed(self) -> None:
        if self._chosen() is not self.theme:
            self.show()
        self._follow_motion()

    def _chosen(self) -> Theme:
        named = {theme.name: theme for theme in THEMES}
        if self.choice in named:
            return named[self.choice]
        if self._system.has_high_contrast:
            return HIGH_CONTRAST_DARK if self._system.is_dark else HIGH_CONTRAST
        return DARK if self._system.is_dark else LIGHT

    def _follow_motion(self) -> None:
        wanted = self.motion
        is_animated = not self._system.has_less_motion if wanted == SYSTEM else wanted != LESS
        if is_animated != self.is_animated:
            self.is_animated = is_animated
            self.motion_changed.emit(is_animated)

    def _pictures(self) -> tuple[str, str]:
        """A style sheet takes pictures from files only, so these have their colour in them."""
        shade = "dark" if self.theme.is_dark else "light"
        chevron = resource_path("icons", "ui", f"chevron-down-on-{shade}.svg")
        return chevron.as_posix(), resource_path("icons", "ui", f"check-on-{shade}.svg").as_posix()
