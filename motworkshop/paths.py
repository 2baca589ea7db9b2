"""Where the files lie that ship with the program: fonts, icons, templates, the sample.

They are in `resources/` beside the package in a checkout, inside the package in a wheel, and in the
folder that PyInstaller names in a frozen program. Standard library only: every room may ask.
"""

import sys
from pathlib import Path


def resource_path(*parts: str) -> Path:
    """The shipped file or folder `parts`, such as `resource_path("fonts", "Inter-Regular.ttf")`.

    Raises FileNotFoundError with the path when it is not there: a broken installation.
    """
    path = _resource_root().joinpath(*parts)
    if not path.exists():
        raise FileNotFoundError(
            f"The program lacks one of its own files, {path}. Install it again."
        )
    return path


def _resource_root() -> Path:
    frozen = getattr(sys, "_MEIPASS", None)
    if frozen is not None:
        return Path(frozen) / "resources"
    package = Path(__file__).parent
    inside = package / "resources"
    return inside if inside.is_dir() else package.parent / "resources"
