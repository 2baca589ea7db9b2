"""Pictures in a document: read with care, made as small as they are shown, embedded once each."""

from io import BytesIO

from PIL import Image, ImageOps

from motworkshop.values import dataclass

LARGEST = 900
"""Pixels of the longer side: 300 to the inch on a third of a page."""
MOST_PIXELS = 50_000_000
QUALITY = 85
WHITE = (255, 255, 255)
_FORMATS = ("PNG", "JPEG")


@dataclass(frozen=True, slots=True)
class Photo:
    """A picture as a PDF takes it: `key` names it in the document, `content` is a JPEG."""

    key: str
    content: bytes
    width: int
    height: int

    def fitted(self, width: float, height: float) -> tuple[float, float]:
        """As large as it goes into this room, in its own proportions."""
        scale = min(width / self.width, height / self.height)
        return self.width * scale, self.height * scale


def photo_of(key: str, content: bytes) -> Photo | None:
    """A PNG or JPEG made ready; None where it cannot be read, as a file may hold anything."""
    try:
        with Image.open(BytesIO(content), formats=_FORMATS) as opened:
            if opened.width * opened.height > MOST_PIXELS:
                return None
            return _made(key, opened)
    except (OSError, ValueError, SyntaxError, Image.DecompressionBombError):
        return None  # what Pillow raises for damaged and for hostile files


def _made(key: str, opened: Image.Image) -> Photo:
    opened.draft("RGB", (LARGEST, LARGEST))
    image = ImageOps.exif_transpose(opened)
    image.thumbnail((LARGEST, LARGEST))
    if image.has_transparency_data:
        clear = image.convert("RGBA")
        image = Image.new("RGB", clear.size, WHITE)
        image.paste(clear, mask=clear)
    written = BytesIO()
    image.convert("RGB").save(written, "JPEG", quality=QUALITY)
    return Photo(key, written.getvalue(), image.width, image.height)
