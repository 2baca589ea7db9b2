"""The style sheet of the centre: the same controls, large enough for the back row."""

from string import Template

from motworkshop.look import CORNER, HEADING, NOTE, NOTE_INK, PROJECTOR, TEXT, TITLE, Theme

SHEET = Template("""
QWidget#own_centre { background: $board; }
QWidget#own_card { background: $panel; border: 1px solid $line; border-radius: ${corner}px; }
QFrame#own_record { border: 1px solid $line; border-radius: ${corner}px; }
QFrame#own_tag { background: $hover; border: 1px solid $line; border-radius: ${corner}px; }
QFrame#own_proof { border: none; border-left: 4px solid $line; }
QWidget#own_bar QPushButton, QWidget#own_bar QLabel { font-size: ${note}px; }
QWidget#own_bar QLabel[role="title"] { font-size: ${heading}px; font-weight: 600; }

QLabel, QLineEdit, QPlainTextEdit, QComboBox, QPushButton { font-size: ${heading}px; }
QLineEdit { min-height: 38px; }
QLineEdit:focus { min-height: 36px; }
QComboBox { min-height: 38px; }
QComboBox:focus, QComboBox:on { min-height: 36px; }
QPushButton { min-height: 38px; }
QPushButton:focus { min-height: 36px; }
QWidget#own_side QLabel { font-size: ${note}px; }
QWidget#own_side QLabel[role="small"] { font-size: ${text}px; }
QLabel[role="caption"], QLabel[role="small"] { font-size: ${note}px; color: $ink_2; }
QLabel[role="part"] { font-size: ${heading}px; font-weight: 700; }
QLabel[role="title"] { font-size: ${title}px; font-weight: 700; }
QLabel[role="number"] { font-size: ${title}px; font-weight: 700; }
QLineEdit#own_accountable { font-size: ${title}px; font-weight: 700; min-height: 46px; }
QLineEdit#own_accountable:focus { min-height: 44px; }
QLineEdit#own_accountable[empty="true"] { font-weight: 400; }
QWidget#own_card QLabel[role="caption"] { padding-left: 4px; }
QFrame#own_empty { background: $panel; border: 1px solid $line; border-radius: ${corner}px; }
QFrame#own_empty QLabel { font-size: ${text}px; color: $ink_2; }
QFrame#own_empty QLabel[role="heading"] { font-size: ${heading}px; font-weight: 700; color: $ink; }
QFrame#own_empty QPushButton { font-size: ${text}px; min-height: 30px; }
QFrame#own_empty QPushButton:focus { min-height: 28px; }
QWidget#own_people { background: $panel; border: 1px solid $border; border-radius: ${corner}px; }
QWidget#own_people:hover { border-color: $ink_2; }
QWidget#own_people[written="true"] { border: 2px solid $accent; }
QWidget#own_people QLineEdit, QWidget#own_people QLineEdit:focus {
  border: none; background: transparent; min-height: 32px;
}
QToolButton[kind="segment"] { font-size: ${heading}px; }
QPushButton[kind="check"] { border: 2px solid transparent; background: transparent; padding: 0 6px; font-size: ${text}px; color: $ink_2; min-height: 28px; }
QPushButton[kind="check"][missing="true"] { color: $warn; font-weight: 600; }
QPushButton[kind="check"]:hover { background: $hover; }
QPushButton[kind="check"]:focus { border-color: $accent; }
QWidget#own_paper QLabel { color: $note_ink; }
QWidget#own_paper QLabel[role="moment"] { font-size: ${moment}px; font-weight: 700; }
QWidget#own_paper[wide="true"] QLabel[role="moment"] { font-size: ${projector}px; }
""")


def sheet_for(theme: Theme) -> str:
    """The style sheet of the centre in a theme."""
    return SHEET.substitute(
        {field: getattr(theme, field) for field in Theme.__dataclass_fields__},
        corner=CORNER,
        note=NOTE,
        note_ink=NOTE_INK,
        heading=HEADING,
        text=TEXT,
        title=TITLE,
        moment=TITLE,
        projector=PROJECTOR,
    )
