"""What is installed is whole: the wheel carries the code, the resources and the sample project."""

import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Build the wheel and return its path; no network is needed, as the build backend is among the test packages."""
    folder = tmp_path_factory.mktemp("wheel")
    build = [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(folder)]
    done = subprocess.run(build, cwd=ROOT, check=False, capture_output=True, text=True)
    assert done.returncode == 0, done.stderr
    return next(folder.glob("*.whl"))


def _shipped(folder: str) -> list[str]:
    return [p.relative_to(ROOT).as_posix() for p in (ROOT / folder).rglob("*") if p.is_file()]


@pytest.mark.parametrize("folder", ["resources", "seeds"])
def test_plain_files_are_in_the_package(wheel: Path, folder: str) -> None:
    names = set(zipfile.ZipFile(wheel).namelist())
    shipped = _shipped(folder)
    assert shipped
    assert [name for name in shipped if f"dateline/{name}" not in names] == []


def test_every_module_is_in_the_wheel_and_nothing_else(wheel: Path) -> None:
    modules = {p.relative_to(ROOT / "desktop").as_posix() for p in (ROOT / "desktop/dateline").rglob("*.py")}
    names = set(zipfile.ZipFile(wheel).namelist())
    assert modules <= names
    tops = {name.split("/")[0] for name in names}
    assert {t for t in tops if not t.endswith(".dist-info")} == {"dateline"}


def test_the_metadata_tells_what_it_is(wheel: Path) -> None:
    info = next(entry for entry in zipfile.Path(wheel).iterdir() if entry.name.endswith(".dist-info"))
    metadata = (info / "METADATA").read_text(encoding="utf-8")
    assert "License-Expression: MIT" in metadata
    assert "Requires-Python: <3.14,>=3.11" in metadata
    assert "dateline = dateline.__main__:main" in (info / "entry_points.txt").read_text(encoding="utf-8")
    assert (info / "licenses" / "LICENSE").is_file()


def test_assets_are_found_from_an_unpacked_wheel(wheel: Path, tmp_path: Path) -> None:
    zipfile.ZipFile(wheel).extractall(tmp_path)
    code = (
        "from dateline import assets\n"
        "paths = [assets.resources('themes', 'light.json'), assets.seeds('articles.tsv')]\n"
        "assert all(p.is_file() for p in paths), paths\n"
        "print(assets.__file__)"
    )
    told = subprocess.run(
        [sys.executable, "-S", "-c", code],
        cwd=tmp_path,
        env={"PYTHONPATH": str(tmp_path)},
        capture_output=True,
        text=True,
        check=True,
    )
    assert Path(told.stdout.strip()).is_relative_to(tmp_path)
