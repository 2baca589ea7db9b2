"""The Qt palette of a theme: what style sheets do not say, and what painted controls look up."""

from PySide6.QtGui import QColor, QPalette

from motworkshop.look import Theme


def palette_for(theme: Theme) -> QPalette:
    """All roles from the tokens; AlternateBase is “under the pointer”, Mid a hairline."""
    roles = QPalette.ColorRole
    colours = {
        roles.Window: theme.panel,
        roles.WindowText: theme.ink,
        roles.Base: theme.panel,
        roles.AlternateBase: theme.hover,
        roles.Text: theme.ink,
        roles.PlaceholderText: theme.ink_2,
        roles.Button: theme.panel,
        roles.ButtonText: theme.ink,
        roles.BrightText: theme.danger,
        roles.Highlight: theme.accent,
        roles.HighlightedText: theme.on_accent,
        roles.Link: theme.accent,
        roles.LinkVisited: theme.accent,
        roles.ToolTipBase: theme.panel,
        roles.ToolTipText: theme.ink,
        roles.Light: theme.panel,
        roles.Midlight: theme.hover,
        roles.Mid: theme.line,
        roles.Dark: theme.line,
        roles.Shadow: theme.line,
        roles.Accent: theme.accent,
    }
    palette = QPalette()
    for role, colour in colours.items():
        palette.setColor(role, QColor(colour))
    for role in (roles.WindowText, roles.Text, roles.ButtonText):
        faded = QColor(theme.ink)
        faded.setAlphaF(0.45)
        palette.setColor(QPalette.ColorGroup.Disabled, role, faded)
    return palette
