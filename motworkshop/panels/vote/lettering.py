"""Type that is larger than a panel's, and text broken to fit a painted row."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QFont, QFontMetricsF, QTextLayout, QTextOption
from PySide6.QtWidgets import QLabel, QPushButton, QWidget

from motworkshop.panels.controls.labels import label, set_state


def display_label(text: str, pixels: int, *, is_strong: bool = True) -> QLabel:
    """Words to be read from afar."""
    made = label(text, wraps=True)
    made.setFont(sized(made.font(), pixels, is_strong=is_strong))
    made.setAlignment(Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignVCenter)
    return made


def sized(font: QFont, pixels: float, *, is_strong: bool = False, is_figure: bool = False) -> QFont:
    """The same face in another size; a figure's digits are as wide as one another, which in words
    would make gaps beside hyphens."""
    made = QFont(font)
    made.setPixelSize(max(1, round(pixels)))
    made.setWeight(QFont.Weight.DemiBold if is_strong else QFont.Weight.Normal)
    made.clearFeatures()
    if is_figure:
        made.setFeature(QFont.Tag("tnum"), 1)
    return made


def fitted_lines(text: str, font: QFont, width: float, most: int) -> list[str]:
    """A text in at most so many lines of this width; what does not fit ends in an ellipsis."""
    plain = " ".join(text.split())[:2000]
    layout = QTextLayout(plain, font)
    layout.setTextOption(_option())
    layout.beginLayout()
    starts: list[int] = []
    while len(starts) <= most and (line := layout.createLine()).isValid():
        line.setLineWidth(max(1.0, width))
        starts.append(line.textStart())
    layout.endLayout()
    ends = [*starts[1:], len(plain)]
    lines = [plain[start:end].strip() for start, end in zip(starts, ends, strict=True)]
    if len(lines) <= most:
        return lines
    rest = plain[starts[most - 1] :]
    elided = QFontMetricsF(font).elidedText(rest, Qt.TextElideMode.ElideRight, width)
    return [*lines[: most - 1], elided]


def enlarge(button: QPushButton) -> None:
    """Make a button as large as what is said once to a whole room; style sheets fix the height."""
    button.setStyleSheet("QPushButton { min-height: 44px; font-size: 16px; padding: 0 24px; }")


def enable_primary(button: QPushButton, *, is_enabled: bool) -> None:
    """Offer the next thing to do, or grey it out: a colour that cannot be pressed misleads."""
    button.setEnabled(is_enabled)
    set_state(button, "kind", "primary" if is_enabled else "plain")


def take_focus(widget: QWidget) -> None:
    """Put the focus there, visibly."""
    widget.setFocus(Qt.FocusReason.OtherFocusReason)


def _option() -> QTextOption:
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    return option
