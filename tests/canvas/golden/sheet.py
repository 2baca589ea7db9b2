"""The sheet of notes that golden pictures are taken of: every category, script and state."""

from collections.abc import Sequence

from PySide6.QtCore import QSize
from PySide6.QtGui import QColor, QImage, QPainter

from motworkshop.canvas.camera import Camera
from motworkshop.canvas.scene import Scene
from motworkshop.look import CATEGORY_STYLES, Theme
from motworkshop.model.layout import NOTE_HEIGHT, NOTE_WIDTH
from motworkshop.model.records import Category, Cluster, Note, Stage
from motworkshop.model.workshop import Workshop

ACROSS = 9
STEP_X, STEP_Y = NOTE_WIDTH + 20, NOTE_HEIGHT + 24
EDGE = 20
SCRIPTS = (
    "Waits 25 minutes in the phone queue",
    "ينتظر المسافر حقيبته ساعة كاملة",
    "הכרטיס לא נמצא במערכת",
    "在登机口等待了很久，没有人解释原因",
    "체크인 줄이 너무 길다",
    "เที่ยวบินล่าช้าโดยไม่มีคำอธิบาย",
    "सामान खो गया और किसी ने नहीं बताया",
    "Seat 🪑 is broken 😡 again 👩‍✈️ ✈️",
    "Donaudampfschifffahrtsgesellschaftskapitänsmütze",
)
STATES = (
    "Is selected",
    "Leads a cluster",
    "Is locked",
    "Has three dots",
    "Has forty dots",
    "Is in",
    "Is tied",
    "Leads, locked, in, with dots",
    "A text that is as long as texts get when somebody tells a story of what went wrong there",
)


def sheet_size(scale: float) -> QSize:
    """Device pixels of the whole sheet."""
    rows = 3
    return QSize(
        round((2 * EDGE + ACROSS * STEP_X) * scale), round((2 * EDGE + rows * STEP_Y) * scale)
    )


def draw_sheet(theme: Theme, zoom: float, dpr: float, scripts: Sequence[str] = SCRIPTS) -> QImage:
    """All notes on the board's colour, as they are painted for tiles."""
    scale = zoom * dpr
    scene = Scene(_workshop(scripts), theme, Camera())
    selected = _dress(scene)
    image = QImage(sheet_size(scale), QImage.Format.Format_RGB32)
    image.fill(QColor(theme.board))
    painter = QPainter(image)
    cards = sorted(scene.deck.cards.values(), key=lambda card: card.number)
    origin = (round(EDGE * scale), round(EDGE * scale))
    scene.painter.paint(painter, cards, origin, scale, dpr, {selected})
    painter.end()
    return image


def _workshop(scripts: Sequence[str]) -> Workshop:
    categories = [
        Category(f"c{style.sign}", f"Category {style.sign}", place)
        for place, style in enumerate(CATEGORY_STYLES, start=1)
    ]
    kinds: list[str | None] = [None, *(category.id for category in categories)]
    rows: list[list[tuple[str, str | None]]] = [
        [("Looks for a family fare", kind) for kind in kinds],
        [(text, "c2") for text in scripts],
        [(text, kind) for text, kind in zip(STATES, kinds, strict=True)],
    ]
    notes = [
        Note(
            f"n{row * ACROSS + place + 1}", row * ACROSS + place + 1, text, category=kind,
            stage="s", x=float(place * STEP_X), y=float(row * STEP_Y),
        )
        for row, texts in enumerate(rows)
        for place, (text, kind) in enumerate(texts)
    ]  # fmt: skip
    under = [Note(f"u{n}", 50 + n, "Under", stage="s") for n in range(4)]
    clusters = [Cluster("k1", "n20", ("u0", "u1")), Cluster("k2", "n26", ("u2", "u3"))]
    named = Workshop.titled("Golden")
    return Workshop([*named.records(), Stage("s", "S"), *categories, *notes, *under, *clusters])


def _dress(scene: Scene) -> str:
    """Give the notes of the last row their states; says which one is selected."""
    cards = scene.deck.cards
    cards["n21"].is_locked = cards["n26"].is_locked = True
    cards["n22"].dots = ("#C2255C", "#1971C2", "")
    cards["n23"].dots = ("",) * 40
    cards["n24"].standing = cards["n26"].standing = "in"
    cards["n25"].standing = "tied"
    cards["n26"].dots = ("",) * 5
    return "n19"
