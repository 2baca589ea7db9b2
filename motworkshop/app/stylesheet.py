"""The one style sheet: what the Fusion style and the palette leave open (LOOK.md)."""

from string import Template

from motworkshop.look import CONTROL, CORNER, HEADING, SMALL, TEXT, TITLE, Theme

SHEET = Template("""
QWidget#desk, QWidget#start { background: $board; }
QWidget#topbar { background: $panel; border-bottom: 1px solid $line; }
QWidget#rail { background: $panel; border-right: 1px solid $line; }
QWidget#side { background: $panel; border-left: 1px solid $line; }
QWidget#footer { background: $panel; border-top: 1px solid $line; }
QWidget#statusbar { background: $panel; border-top: 1px solid $line; }
QWidget#chips { background: $panel; border-bottom: 1px solid $line; }
QFrame#overlay { background: $panel; border: 1px solid $line; border-radius: 8px; }
QScrollArea, QScrollArea > QWidget > QWidget { background: transparent; }

QLabel[role="title"] { font-size: ${title}px; font-weight: 700; }
QLabel[role="heading"] { font-size: ${heading}px; font-weight: 600; }
QLabel[role="section"] { font-weight: 600; }
QLabel[role="caption"] { font-size: ${small}px; color: $ink_2; }
QLabel[role="small"] { font-size: ${small}px; color: $ink_2; }
QLabel[role="quiet"] { color: $ink_2; }
QLabel[role="figure"] { font-weight: 600; }
QLabel[role="clock"] { font-size: ${title}px; font-weight: 600; }
QLabel[role="clock"][over="true"] { color: $danger; }
QLabel[role="warn"] { color: $warn; }
QLabel[role="good"] { color: $ok; }
QLabel[role="danger"] { color: $danger; }
QLabel[role="cell"] { border-radius: 3px; border: 1px solid $line; }
QLabel[role="cell"][heat="0"] { color: $ink_2; border: 1px dashed $line; }
QLabel[role="cell"][heat="1"] { background: $heat_1; }
QLabel[role="cell"][heat="2"] { background: $heat_2; }
QLabel[role="cell"][heat="3"] { background: $accent; color: $on_accent; border-color: $accent; }
QFrame[role="line"] { background: $line; border: none; }

QPushButton {
  min-height: ${inner}px; padding: 0 12px; border: 1px solid $border;
  border-radius: ${corner}px; background: $panel; color: $ink;
}
QPushButton:hover { background: $hover; }
QPushButton:pressed { background: $pressed; }
QPushButton:focus { border: 2px solid $accent; padding: 0 11px; min-height: ${focused}px; }
QPushButton:disabled { color: $faded; border-color: $idle; }
QPushButton[kind="primary"] { background: $accent; color: $on_accent; border-color: $accent; font-weight: 600; }
QPushButton[kind="primary"]:hover { background: $accent_hover; }
QPushButton[kind="primary"]:focus { border: 2px solid $ink; }
QPushButton[kind="primary"]:disabled { background: $panel; color: $faded; border-color: $idle; font-weight: 400; }
QPushButton[kind="row"] { border: 1px solid transparent; padding: 0; text-align: left; }
QPushButton[kind="row"]:hover { background: $hover; }
QPushButton[kind="row"]:focus { border: 2px solid $accent; }
QPushButton[kind="chip"] { border-radius: 15px; padding: 0 10px; min-height: 28px; background: $hover; }
QPushButton[kind="chip"]:hover { border-color: $ink_2; }
QPushButton[kind="chip"]:focus { border: 2px solid $accent; padding: 0 9px; min-height: 26px; }
QPushButton[kind="keys"] { padding: 0 10px; min-width: 88px; color: $ink; }
QPushButton[kind="keys"][empty="true"] { color: $ink_2; border-style: dashed; }
QPushButton[kind="keys"]:focus { padding: 0 9px; }
QPushButton[kind="keys"][waiting="true"] { background: $heat_1; border: 2px solid $accent; padding: 0 9px; min-height: ${focused}px; }
QPushButton[kind="quiet"] { border: 1px solid transparent; padding: 0 4px; min-height: 22px; border-radius: 4px; color: $ink_2; font-size: ${small}px; }
QPushButton[kind="quiet"]:hover { background: $hover; color: $ink; }
QPushButton[kind="quiet"]:focus { border: 2px solid $accent; padding: 0 3px; min-height: 20px; }
QPushButton[kind="small"] { padding: 0 8px; min-height: 22px; border-radius: 4px; font-size: ${small}px; }
QPushButton[kind="small"]:focus { padding: 0 7px; min-height: 20px; }
QPushButton[kind="link"] { border-color: transparent; color: $accent; padding: 0 8px; }
QPushButton[kind="link"]:focus { border: 2px solid $accent; padding: 0 7px; min-height: ${focused}px; }
QPushButton[kind="link"]:disabled { color: $ink_2; }
QPushButton[kind="count"] { border: 1px solid transparent; padding: 0 4px; text-align: right; }
QPushButton[kind="count"]:hover { background: $hover; }
QPushButton[kind="count"]:focus { border: 2px solid $accent; padding: 0 3px; min-height: ${focused}px; }
QPushButton[kind="count"]:disabled { color: $ink_2; }

QWidget#start QPushButton[kind="link"] { background: transparent; }

QToolButton { border: 2px solid transparent; border-radius: ${corner}px; background: transparent; color: $ink; }
QToolButton:hover { background: $hover; }
QToolButton:pressed, QToolButton:checked { background: $hover; }
QToolButton:focus { border-color: $accent; }
QToolButton:disabled { color: $faded; }
QToolButton[kind="raised"] { background: $panel; border: 1px solid $border; }
QToolButton[kind="raised"]:hover { background: $hover; }
QToolButton[kind="raised"]:focus { border: 2px solid $accent; }
QToolButton[active="true"] { background: $heat_2; }
QToolButton::menu-indicator { image: none; }
QToolButton[kind="words"] { padding: 0 8px; min-height: ${focused}px; }
QToolButton[kind="segment"] { border: 1px solid $border; border-radius: 0; border-right-width: 0; background: $panel; }
QToolButton[kind="segment"][edge="first"] { border-top-left-radius: ${corner}px; border-bottom-left-radius: ${corner}px; }
QToolButton[kind="segment"][edge="last"] { border-top-right-radius: ${corner}px; border-bottom-right-radius: ${corner}px; border-right-width: 1px; }
QToolButton[kind="segment"]:hover { background: $hover; }
QToolButton[kind="segment"][mixed="true"] { border-style: dashed; color: $ink_2; }
QToolButton[kind="segment"]:checked { background: $chosen; color: $ink; border: 1px solid $ink_2; font-weight: 700; }
QToolButton[kind="segment"]:focus, QToolButton[kind="segment"][walked="true"] { border: 2px solid $accent; }
QToolButton[kind="segment"]:checked:focus, QToolButton[kind="segment"]:checked[walked="true"] { border: 2px solid $ink; }

QLineEdit, QPlainTextEdit, QSpinBox, QComboBox {
  border: 1px solid $border; border-radius: ${corner}px; background: $panel; color: $ink;
  selection-background-color: $accent; selection-color: $on_accent;
}
QLineEdit, QPlainTextEdit { placeholder-text-color: $placeholder; }
QLineEdit[empty="true"], QPlainTextEdit[empty="true"] { font-style: $hint; }
QLineEdit { min-height: ${inner}px; padding: 0 5px; }
QComboBox { min-height: ${inner}px; padding: 0 7px; }
QLineEdit:hover, QPlainTextEdit:hover, QComboBox:hover, QSpinBox:hover { border-color: $ink_2; }
QLineEdit:focus, QLineEdit[kind="primary"] { border: 2px solid $accent; min-height: ${focused}px; padding: 0 4px; }
QLineEdit[kind="primary"]:focus { border-color: $ink; }
QComboBox:focus, QComboBox:on { border: 2px solid $accent; min-height: ${focused}px; padding: 0 6px; }
QSpinBox:focus { border: 2px solid $accent; }
QSpinBox QLineEdit, QSpinBox QLineEdit:focus { border: none; min-height: 0; padding: 0; background: transparent; }
QLineEdit:disabled, QPlainTextEdit:disabled, QSpinBox:disabled, QComboBox:disabled {
  color: $faded; placeholder-text-color: $faded; border-color: $idle;
}
QPlainTextEdit { padding: 0; }
QPlainTextEdit:focus { border: 2px solid $accent; }
QComboBox::drop-down { border: none; width: 24px; }
QComboBox::down-arrow { image: url("$chevron"); width: 16px; height: 16px; }
QComboBox QAbstractItemView { border: 1px solid $line; background: $panel; selection-background-color: $hover; selection-color: $ink; outline: none; }
QSpinBox::up-button, QSpinBox::down-button { width: 0; border: none; }
QLineEdit#title { border-color: transparent; background: transparent; font-size: 16px; font-weight: 600; }
QLineEdit#title:disabled { border-color: transparent; color: $ink; }
QLineEdit#title:hover { border-color: $line; }
QLineEdit#title:focus { border: 2px solid $accent; background: $panel; }
QCheckBox { spacing: 8px; min-height: ${inner}px; }
QCheckBox:focus { color: $accent; }
QCheckBox::indicator { width: 16px; height: 16px; border: 1px solid $ink_2; border-radius: 4px; background: $panel; }
QCheckBox::indicator:hover { border-color: $accent; }
QCheckBox::indicator:checked { background: $accent; border-color: $accent; image: url("$check"); }
QCheckBox::indicator:focus { width: 14px; height: 14px; border: 2px solid $accent; }
QCheckBox::indicator:checked:focus { border-color: $ink; }
QCheckBox::indicator:disabled { border-color: $line; }
QRadioButton::indicator { width: 14px; height: 14px; border: 2px solid $ink_2; border-radius: 9px; background: $panel; }
QRadioButton::indicator:hover { border-color: $accent; }
QRadioButton::indicator:checked { width: 8px; height: 8px; border: 5px solid $accent; }
QRadioButton::indicator:focus { width: 14px; height: 14px; border: 2px solid $accent; }
QRadioButton::indicator:checked:focus { width: 8px; height: 8px; border: 5px solid $ink; }

QMenu { background: $panel; border: 1px solid $line; padding: 4px; menu-scrollable: 1; }
QMenu::item { padding: 4px 24px 4px 12px; border-radius: 4px; min-height: 20px; }
QMenu::item:selected { background: $hover; color: $ink; }
QMenu::item:disabled { color: $faded; }
QMenu::icon { padding-left: 8px; }
QMenu::separator { height: 1px; background: $line; margin: 4px 8px; }
QToolTip { background: $panel; color: $ink; border: 1px solid $line; padding: 4px 8px; }
QListWidget { border: none; background: $panel; outline: none; }
QListWidget::item { padding: 6px 12px; border-radius: 4px; }
QListWidget::item:hover, QListWidget::item:selected { background: $hover; color: $ink; }
QListWidget::item:selected:active { background: $accent; color: $on_accent; }
QFrame#banner { border: 1px solid $line; border-radius: ${corner}px; background: $panel; }
QFrame#banner[tone="danger"] { border: 1px solid $danger; border-left: 4px solid $danger; }
QFrame#banner[tone="warn"] { border: 1px solid $warn; border-left: 4px solid $warn; }
QFrame#banner[tone="ok"] { border: 1px solid $ok; border-left: 4px solid $ok; }
QFrame#banner[tone="busy"] { border-left: 4px solid $accent; }
QProgressBar { border: none; border-radius: 3px; background: $hover; max-height: 6px; min-height: 6px; }
QProgressBar::chunk { background: $accent; border-radius: 3px; }

QScrollBar:vertical { width: 10px; background: transparent; margin: 0; }
QScrollBar:horizontal { height: 10px; background: transparent; margin: 0; }
QScrollBar::handle { background: $border; border-radius: 3px; margin: 2px; }
QScrollBar::handle:vertical { min-height: 32px; }
QScrollBar::handle:horizontal { min-width: 32px; }
QScrollBar::handle:hover { background: $ink_2; }
QScrollBar::add-line, QScrollBar::sub-line { width: 0; height: 0; }
QScrollBar::add-page, QScrollBar::sub-page { background: transparent; }
""")


def stylesheet_for(theme: Theme, chevron: str, check: str) -> str:
    """The style sheet of a theme; `chevron` and `check` are the files of an arrow and a tick."""
    has_one_ink = theme.ink == theme.ink_2  # then a hint must not look like what was typed
    return SHEET.substitute(
        {field: getattr(theme, field) for field in Theme.__dataclass_fields__},
        title=TITLE,
        heading=HEADING,
        text=TEXT,
        small=SMALL,
        corner=CORNER,
        inner=CONTROL - 2,
        focused=CONTROL - 4,
        faded=mixed(theme.ink, theme.panel, 0.45),
        idle=mixed(theme.ink, theme.panel, 0.25),
        accent_hover=mixed(theme.accent, theme.ink, 0.85),
        chosen=mixed(theme.ink, theme.panel, 0.24) if theme.is_dark else theme.hover,
        pressed=mixed(theme.ink, theme.panel, 0.16),
        heat_1=mixed(theme.accent, theme.panel, 0.12),
        heat_2=mixed(theme.accent, theme.panel, 0.28),
        placeholder=mixed(theme.ink, theme.panel, 0.62) if has_one_ink else theme.ink_2,
        hint="italic" if has_one_ink else "normal",
        chevron=chevron,
        check=check,
    )


def mixed(one: str, other: str, share: float) -> str:
    """The colour between two, with this share of the first."""
    pairs = zip(_parts(one), _parts(other), strict=True)
    return "#" + "".join(f"{round(a * share + b * (1 - share)):02X}" for a, b in pairs)


def _parts(colour: str) -> list[int]:
    return [int(colour[place : place + 2], 16) for place in (1, 3, 5)]
