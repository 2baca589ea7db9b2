"""One page to draw on: points, from the top left corner, y downwards."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from math import cos, radians, sin

from motworkshop.exports.typeset.fonts import Fonts, SetLine
from motworkshop.exports.typeset.palette import Colour, Pen
from motworkshop.exports.typeset.photos import Photo
from motworkshop.exports.typeset.styles import Align, TextStyle
from motworkshop.exports.typeset.wrap import Line, wrap
from motworkshop.values import dataclass

_ROUND = 0.5523  # a quarter circle as a Bézier curve: its handles in parts of the radius

Point = tuple[float, float]


@dataclass(frozen=True, slots=True)
class Link:
    """A rectangle that leads to the place named `target`; page coordinates of PDF."""

    target: str
    left: float
    bottom: float
    right: float
    top: float


def resource_of(photo: Photo) -> str:
    """The name under which a page finds a picture; reportlab begins all of them so."""
    return f"FormXob.{photo.key}"


class Sheet:
    """Records drawing operators; the document turns them into a page at the end."""

    def __init__(self, fonts: Fonts, width: float, height: float) -> None:
        self.fonts = fonts
        self.width = width
        self.height = height
        self.links: list[Link] = []
        self.places: list[tuple[str, float]] = []
        self.photos: list[Photo] = []
        self._operators: list[str] = []
        self._fill: Colour | None = None
        self._pen: Pen | None = None

    @property
    def operators(self) -> str:
        """What was drawn, as a PDF content stream."""
        return "\n".join(self._operators)

    # Text

    def text(
        self,
        x: float,
        baseline: float,
        text: str,
        style: TextStyle,
        *,
        align: Align = Align.LEFT,
        is_right_to_left: bool = False,
    ) -> float:
        """One line standing on `baseline`; `x` is its left end, centre or right end. Its width."""
        width = self.fonts.width(text, style)
        if align is Align.CENTRE:
            x -= width / 2
        elif align is Align.RIGHT:
            x -= width
        self._write(x, baseline, text, style, is_right_to_left)
        return width

    def lines(
        self,
        x: float,
        top: float,
        width: float,
        lines: Sequence[Line],
        style: TextStyle,
        *,
        align: Align = Align.START,
    ) -> float:
        """Lines from `wrap`, the first with its top at `top`; the height they take."""
        baseline = top + style.baseline
        for line in lines:
            if line.text:
                left = x + _indent(line, width, align)
                self._write(left, baseline, line.text, style, line.is_right_to_left)
            baseline += style.leading
        return len(lines) * style.leading

    def paragraph(
        self,
        x: float,
        top: float,
        width: float,
        text: str,
        style: TextStyle,
        *,
        align: Align = Align.START,
        max_lines: int | None = None,
    ) -> float:
        """Wrapped text; the height it takes."""
        lines = wrap(self.fonts, text, style, width, max_lines)
        return self.lines(x, top, width, lines, style, align=align)

    def pill(self, x: float, top: float, text: str, style: TextStyle, fill: Colour) -> float:
        """A short text on a round-ended tag as high as a line; its width."""
        width = self.fonts.width(text, style) + style.leading
        self.rect(x, top, width, style.leading, fill=fill, radius=style.leading / 2)
        self.text(x + style.leading / 2, top + style.baseline, text, style)
        return width

    def _write(
        self,
        x: float,
        baseline: float,
        text: str,
        style: TextStyle,
        is_right_to_left: bool,
    ) -> None:
        self._use_fill(style.colour)
        y = self.height - baseline
        if not (style.is_kerned or style.is_tabular or is_right_to_left):
            face = self.fonts.main_face(style.weight)
            try:
                codes = "".join(map(face.codes.__getitem__, text))
            except KeyError:
                pass
            else:
                self._operators.append(
                    f"BT /{face.resource} {style.size:g} Tf {x:.2f} {y:.2f} Td <{codes}> Tj ET"
                )
                return
        self._set_line(x, y, style.size, self.fonts.set_line(text, style, is_right_to_left))

    def _set_line(self, x: float, y: float, size: float, line: SetLine) -> None:
        self.fonts.missing.update(line.missing)
        for run in line.runs:
            parts = [f"BT /{run.face.resource} {size:g} Tf {x:.2f} {y:.2f} Td"]
            for rise, body in run.pieces:
                parts.append(f"{rise * size / 1000:.2f} Ts [{body}] TJ" if rise else f"[{body}] TJ")
                parts += ["0 Ts"] if rise else []
            self._operators.append(" ".join([*parts, "ET"]))
            x += run.width * size / 1000

    # Shapes

    def rect(
        self,
        x: float,
        top: float,
        width: float,
        height: float,
        *,
        fill: Colour | None = None,
        pen: Pen | None = None,
        radius: float = 0,
    ) -> None:
        """A rectangle, with round corners if `radius` is given."""
        self._paint(self._rect_path(x, top, width, height, radius), fill, pen)

    def line(self, start: Point, end: Point, pen: Pen) -> None:
        """A straight line."""
        self.polyline([start, end], pen)

    def polyline(self, points: Sequence[Point], pen: Pen) -> None:
        """An open line through points."""
        self._paint(self._points_path(points), None, pen)

    def polygon(
        self,
        points: Sequence[Point],
        *,
        fill: Colour | None = None,
        pen: Pen | None = None,
    ) -> None:
        """A closed shape through points."""
        self._paint(self._points_path(points) + " h", fill, pen)

    def circle(
        self,
        x: float,
        y: float,
        radius: float,
        *,
        fill: Colour | None = None,
        pen: Pen | None = None,
    ) -> None:
        """A circle or dot around its centre."""
        path = self._rect_path(x - radius, y - radius, 2 * radius, 2 * radius, radius)
        self._paint(path, fill, pen)

    def photo(
        self, x: float, top: float, size: tuple[float, float], photo: Photo, said: str
    ) -> None:
        """A picture of this width and height, with what it is for those who cannot see it."""
        width, height = size
        alternative = (b"\xfe\xff" + said.encode("utf-16-be", "replace")).hex().upper()
        y = self.height - top - height
        self._operators += [
            f"/Span <</Alt <{alternative}>>> BDC",
            f"q {width:.2f} 0 0 {height:.2f} {x:.2f} {y:.2f} cm /{resource_of(photo)} Do Q",
            "EMC",
        ]
        self.photos.append(photo)

    # What holds for a while

    @contextmanager
    def clipped(
        self, x: float, top: float, width: float, height: float, radius: float = 0
    ) -> Iterator[None]:
        """Within it nothing is drawn outside the rectangle."""
        self._operators.append(f"q {self._rect_path(x, top, width, height, radius)} W n")
        yield
        self._end_state()

    @contextmanager
    def turned(self, x: float, y: float, degrees: float) -> Iterator[None]:
        """Within it the page is turned counter-clockwise around a point."""
        y = self.height - y
        c, s = cos(radians(degrees)), sin(radians(degrees))
        e, f = x - c * x + s * y, y - s * x - c * y
        self._operators.append(f"q {c:.5f} {s:.5f} {-s:.5f} {c:.5f} {e:.3f} {f:.3f} cm")
        yield
        self._end_state()

    # Where readers can go

    def place(self, name: str, top: float = 0) -> None:
        """Name a height on this page as the aim of links and bookmarks."""
        self.places.append((name, self.height - top))

    def link(self, x: float, top: float, width: float, height: float, target: str) -> None:
        """Make a rectangle lead to a named place, which may be named later."""
        y = self.height - top
        self.links.append(Link(target, x, y - height, x + width, y))

    # Operators

    def _paint(self, path: str, fill: Colour | None, pen: Pen | None) -> None:
        if fill is not None:
            self._use_fill(fill)
        if pen is not None:
            self._use_pen(pen)
        how = {(True, True): "B", (True, False): "f", (False, True): "S", (False, False): "n"}
        self._operators.append(f"{path} {how[fill is not None, pen is not None]}")

    def _use_fill(self, colour: Colour) -> None:
        if colour is not self._fill:
            self._fill = colour
            self._operators.append(f"{colour.operands} rg")

    def _use_pen(self, pen: Pen) -> None:
        if pen != self._pen:
            self._pen = pen
            self._operators.append(pen.operators)

    def _end_state(self) -> None:
        self._operators.append("Q")
        self._fill = self._pen = None

    def _points_path(self, points: Sequence[Point]) -> str:
        moves = (f"{x:.2f} {self.height - y:.2f}" for x, y in points)
        return " l ".join(moves).replace(" l ", " m ", 1) + " l"

    def _rect_path(self, x: float, top: float, width: float, height: float, radius: float) -> str:
        bottom = self.height - top - height
        if radius <= 0:
            return f"{x:.2f} {bottom:.2f} {width:.2f} {height:.2f} re"
        r = min(radius, width / 2, height / 2)
        return _round_path(x, bottom, x + width, bottom + height, r)


def _indent(line: Line, width: float, align: Align) -> float:
    if align is Align.START:
        align = Align.RIGHT if line.is_right_to_left else Align.LEFT
    if align is Align.LEFT:
        return 0
    room = width - line.width
    return room / 2 if align is Align.CENTRE else room


def _round_path(left: float, bottom: float, right: float, top: float, r: float) -> str:
    k = r * (1 - _ROUND)
    return (
        f"{left + r:.2f} {bottom:.2f} m {right - r:.2f} {bottom:.2f} l "
        f"{right - k:.2f} {bottom:.2f} {right:.2f} {bottom + k:.2f} {right:.2f} {bottom + r:.2f} c "
        f"{right:.2f} {top - r:.2f} l "
        f"{right:.2f} {top - k:.2f} {right - k:.2f} {top:.2f} {right - r:.2f} {top:.2f} c "
        f"{left + r:.2f} {top:.2f} l "
        f"{left + k:.2f} {top:.2f} {left:.2f} {top - k:.2f} {left:.2f} {top - r:.2f} c "
        f"{left:.2f} {bottom + r:.2f} l "
        f"{left:.2f} {bottom + k:.2f} {left + k:.2f} {bottom:.2f} {left + r:.2f} {bottom:.2f} c h"
    )
