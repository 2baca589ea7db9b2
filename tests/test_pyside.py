"""Faults of PySide6 that have bitten, so that a new version of it is not taken unseen."""

import subprocess
import sys
import textwrap

DRAW_AND_COUNT = textwrap.dedent("""
    import sys
    from PySide6.QtCore import Qt
    from PySide6.QtGui import QColor, QGuiApplication, QImage, QPainter

    app = QGuiApplication([])
    image = QImage(64, 64, QImage.Format.Format_ARGB32_Premultiplied)
    image.fill(Qt.GlobalColor.white)
    painter = QPainter(image)
    before = sys.getrefcount(None)
    for place in range(5000):
        painter.fillRect(place % 60, place % 60, 4, 4, QColor(41, 84, 200))
        painter.drawRect(place % 60, place % 60, 4, 4)
    lost = before - sys.getrefcount(None)
    painter.end()
    print(f"drawn {image.pixelColor(2, 2).name()} lost {lost}")
    sys.exit(0 if lost < 100 else 1)
""")


def test_drawing_does_not_use_up_the_references_to_none() -> None:
    # PySide6 6.12.0 lost one at every call on Python 3.11, and the program aborted after some
    # thousands of them; hence a process of its own.
    drawing = subprocess.run(
        [sys.executable, "-c", DRAW_AND_COUNT],
        capture_output=True,
        text=True,
        timeout=100,
        check=False,
    )
    assert drawing.returncode == 0, drawing.stdout + drawing.stderr
    assert drawing.stdout.startswith("drawn #")
