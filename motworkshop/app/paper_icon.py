"""A small sheet of a category's paper with its sign, for rows of lists and commands."""

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QFont, QIcon, QPainter, QPixmap

from motworkshop.look import SMALL, CategoryStyle

SIDE, DENSE = 20, 3
"""Pixels, and how much finer it is drawn, for dense screens."""


def paper_icon(style: CategoryStyle) -> QIcon:
    """The paper with the sign of its category; blank for none."""
    pixmap = QPixmap(SIDE * DENSE, SIDE * DENSE)
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.scale(DENSE, DENSE)
    painter.setPen(QColor(style.mark))
    painter.setBrush(QColor(style.paper))
    sheet = QRectF(1.5, 1.5, SIDE - 3, SIDE - 3)
    painter.drawRoundedRect(sheet, 3, 3)
    font = QFont(painter.font())
    font.setPixelSize(SMALL)
    font.setWeight(QFont.Weight.Bold)
    painter.setFont(font)
    painter.drawText(sheet, Qt.AlignmentFlag.AlignCenter, style.sign)
    painter.end()
    pixmap.setDevicePixelRatio(DENSE)
    return QIcon(pixmap)
