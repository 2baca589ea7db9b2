"""Whether a PDF that was just written is whole, without a library that reads PDFs."""

import re
from pathlib import Path

from motworkshop.errors import WriteFailedError

_PAGE = re.compile(rb"/Type /Page\s")
_START = re.compile(rb"startxref\s+(\d+)\s+%%EOF\s*$")


def check_pdf(part: Path, pages: int) -> None:
    """Refuse a file without its head, its end, its table of objects, or one of its pages."""
    content = part.read_bytes()
    end = _START.search(content, max(0, len(content) - 64))
    at = int(end.group(1)) if end else len(content)
    is_whole = content.startswith(b"%PDF-") and content.startswith(b"xref", at)
    found = sum(1 for _ in _PAGE.finditer(content))
    if not is_whole or found != pages:
        raise WriteFailedError("The PDF did not come out whole. Try again, or choose another disk.")
