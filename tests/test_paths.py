"""The shipped files are found in a checkout, in a wheel and in a frozen program."""

import shutil
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

from motworkshop import paths
from motworkshop.paths import resource_path

CHECKOUT = Path(__file__).parent.parent
FONT = ("fonts", "Inter-Regular.ttf")


def put_font(resources: Path) -> Path:
    font = resources.joinpath(*FONT)
    font.parent.mkdir(parents=True)
    font.write_bytes(b"a font")
    return font


@pytest.fixture
def package(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A package folder somewhere else, which paths.py takes for its own."""
    folder = tmp_path / "site" / "motworkshop"
    folder.mkdir(parents=True)
    monkeypatch.setattr(paths, "__file__", str(folder / "paths.py"))
    return folder


def test_the_checkout_has_the_fonts_beside_the_package() -> None:
    assert resource_path(*FONT) == CHECKOUT / "resources" / "fonts" / "Inter-Regular.ttf"
    assert resource_path(*FONT).read_bytes().startswith(b"\x00\x01\x00\x00")  # TrueType outlines


def test_an_installed_package_has_its_files_inside(package: Path) -> None:
    put_font(package.parent / "resources")  # somebody else's, beside it in site-packages
    inside = put_font(package / "resources")
    assert resource_path(*FONT) == inside


def test_a_frozen_program_has_its_files_where_pyinstaller_says(
    package: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    put_font(package / "resources")
    frozen = put_font(tmp_path / "frozen" / "resources")
    monkeypatch.setattr(sys, "_MEIPASS", str(tmp_path / "frozen"), raising=False)
    assert resource_path(*FONT) == frozen


def test_a_folder_can_be_asked_for() -> None:
    assert resource_path("fonts", "licences").is_dir()


def test_a_file_that_is_not_there_is_named(package: Path) -> None:
    expected = package.parent / "resources" / "fonts" / "Inter-Regular.ttf"
    with pytest.raises(FileNotFoundError) as error:
        resource_path(*FONT)
    assert str(expected) in str(error.value)


def test_the_wheel_carries_every_resource_and_finds_it(tmp_path: Path) -> None:
    sources = tmp_path / "sources"
    copy_sources(sources)
    subprocess.run(
        [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(tmp_path / "dist")],
        cwd=sources,
        check=True,
        capture_output=True,
    )
    (wheel,) = (tmp_path / "dist").glob("*.whl")
    installed = tmp_path / "installed"
    with zipfile.ZipFile(wheel) as archive:
        archive.extractall(installed)

    assert resources_below(installed / "motworkshop" / "resources") == resources_below(
        CHECKOUT / "resources"
    )
    assert font_found_from(installed).is_relative_to(installed / "motworkshop" / "resources")


def copy_sources(target: Path) -> None:
    """What the wheel is built from; large fonts are cut short to save the time of packing them."""
    target.mkdir()
    for name in ("pyproject.toml", "README.md", "LICENSE"):
        shutil.copy(CHECKOUT / name, target)
    shutil.copytree(CHECKOUT / "motworkshop", target / "motworkshop")
    for source in (CHECKOUT / "resources").rglob("*"):
        if source.is_file():
            copied = target / source.relative_to(CHECKOUT)
            copied.parent.mkdir(parents=True, exist_ok=True)
            copied.write_bytes(source.read_bytes()[:1000])


def resources_below(folder: Path) -> set[Path]:
    return {path.relative_to(folder) for path in folder.rglob("*") if path.is_file()}


def font_found_from(installed: Path) -> Path:
    asked = subprocess.run(
        [
            sys.executable,
            "-c",
            f"from motworkshop.paths import resource_path; print(resource_path(*{FONT}))",
        ],
        cwd=installed,
        check=True,
        capture_output=True,
        text=True,
    )
    return Path(asked.stdout.strip())
