"""What the tree holds may be read by anybody anywhere: no registry's host, no path of the machine it was written on."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from pip._internal.models.index import PyPI

ROOT = Path(__file__).resolve().parents[2]
FOLDERS = (".ci", "desktop", "packaging", "resources", "seeds", "tests")


def _texts() -> Iterator[tuple[Path, str]]:
    """Yield every text file that belongs to the project, whether committed yet or not."""
    tops = [p for p in ROOT.iterdir() if p.is_file() and p.suffix != ".dateline"]
    for path in (*tops, *(p for folder in FOLDERS for p in (ROOT / folder).rglob("*") if p.is_file())):
        if "__pycache__" in path.parts:
            continue
        try:
            yield path.relative_to(ROOT), path.read_text(encoding="utf-8")
        except UnicodeDecodeError:
            continue


def _hosts() -> set[str]:
    """Return the hosts that this machine's package clients speak to, and those that pip knows by itself."""
    configured = [Path("/etc/pip.conf"), Path.home() / ".config/pip/pip.conf", Path("/etc/apt/sources.list")]
    configured += Path("/etc/apt/sources.list.d").glob("*")
    text = "\n".join(p.read_text(encoding="utf-8", errors="replace") for p in configured if p.is_file())
    return {PyPI.netloc, PyPI.file_storage_domain, *re.findall(r"https?://([\w.-]+)", text)}


def test_no_file_names_a_registrys_host() -> None:
    hosts = _hosts()
    assert [(str(path), host) for path, text in _texts() for host in hosts if host in text] == []


def test_no_file_names_a_place_on_a_developers_machine() -> None:
    if len(ROOT.parent.parts) < 2 or ROOT.parent.parts[1] in {"usr", "etc", "var", "lib", "tmp"}:
        pytest.skip("the checkout lies where anybody's might")
    here = re.compile(rf"(?<![\w.-]){re.escape(ROOT.parent.as_posix())}/")
    assert [str(path) for path, text in _texts() if here.search(text)] == []


def test_no_file_names_somebodys_home() -> None:
    home = re.compile(r"(?<![\w.])/(home|Users)/[a-z]+/")
    assert [(str(path), m[0]) for path, text in _texts() if (m := home.search(text))] == []
