"""The theme that is shown: the person's choice, or what the system says."""

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QApplication

from motworkshop.app.palette import palette_for
from motworkshop.app.remembered import Remembered
from motworkshop.app.stylesheet import stylesheet_for
from motworkshop.look import DARK, HIGH_CONTRAST, LIGHT, Theme
from motworkshop.panels.icons import Icons
from motworkshop.paths import resource_path

SYSTEM = "system"
CHOICES = (
    (SYSTEM, "As the system"),
    (LIGHT.name, "Light"),
    (DARK.name, "Dark"),
    (HIGH_CONTRAST.name, "High contrast"),
)


class Appearance(QObject):
    """Puts a theme on the whole program.

    Signal: `changed(Theme)` after another theme is shown.
    """

    changed = Signal(object)

    def __init__(self, app: QApplication, icons: Icons, remembered: Remembered) -> None:
        super().__init__(app)
        self._app = app
        self._icons = icons
        self._remembered = remembered
        self.theme = LIGHT
        app.styleHints().colorSchemeChanged.connect(self.show)
        self.show()

    @property
    def choice(self) -> str:
        """What the person chose: one of CHOICES."""
        return self._remembered.theme

    def choose(self, name: str) -> None:
        """Show another theme from now on, after the next start too."""
        self._remembered.theme = name
        self.show()

    def show(self) -> None:
        """Show what is chosen."""
        self.theme = self._chosen()
        self._icons.set_theme(self.theme)
        self._app.setPalette(palette_for(self.theme))
        self._app.setStyleSheet(stylesheet_for(self.theme, *self._pictures()))
        self.changed.emit(self.theme)

    def _chosen(self) -> Theme:
        named = {theme.name: theme for theme in (LIGHT, DARK, HIGH_CONTRAST)}
        is_dark = self._app.styleHints().colorScheme() is Qt.ColorScheme.Dark
        return named.get(self.choice, DARK if is_dark else LIGHT)

    def _pictures(self) -> tuple[str, str]:
        """A style sheet takes pictures from files only, so these have their colour in them."""
        shade = "dark" if self.theme.is_dark else "light"
        chevron = resource_path("icons", "ui", f"chevron-down-on-{shade}.svg")
        return chevron.as_posix(), resource_path("icons", "ui", f"check-on-{shade}.svg").as_posix()
