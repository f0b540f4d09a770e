"""House rules that no other tool checks."""

import ast
import re
import shutil
import subprocess
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import NamedTuple

import pytest

ROOT = Path(__file__).parents[1]
PACKAGE = ROOT / "desktop" / "dateline"
MODULES = sorted(PACKAGE.rglob("*.py"))
IDS = [str(m.relative_to(PACKAGE)) for m in MODULES]
LONGEST = 420  # lines of a file

# Calls that put their first text before a person's eyes.
_SHOWS = {
    "QLabel", "QPushButton", "QCheckBox", "QRadioButton", "QGroupBox", "QToolButton", "setText", "setToolTip",
    "setPlaceholderText", "setWindowTitle", "setTitle", "setAccessibleName", "setAccessibleDescription", "addTab",
    "setStatusTip", "setWhatsThis", "addRow", "link_button", "muted", "heading", "setHeaderLabels",
}  # fmt: skip
_NAME = {"Dateline"}

_TOP = {
    ".ci", ".gitignore", "CHANGELOG.md", "CONTRIBUTING.md", "LICENSE", "README.md", "desktop", "packaging",
    "pyproject.toml", "resources", "seeds", "tests",
}  # fmt: skip


class Found(NamedTuple):
    """What the rules ask of a module; its tree, which is large, is gone through once and let go."""

    documented: bool
    prints: list[int]  # lines
    names: set[str]  # used or imported from elsewhere
    animated: list[ast.expr]  # arguments of setAnimated
    untranslated: list[str]


@cache
def found_in(module: Path) -> Found:
    tree = ast.parse(module.read_text(encoding="utf-8"))
    nodes = list(ast.walk(tree))
    calls = [n for n in nodes if isinstance(n, ast.Call)]
    named = {a.name for n in nodes if isinstance(n, ast.ImportFrom) for a in n.names}
    return Found(
        bool(ast.get_docstring(tree)),
        [c.lineno for c in calls if isinstance(c.func, ast.Name) and c.func.id == "print"],
        named | {n.id for n in nodes if isinstance(n, ast.Name)},
        [a for c in calls if isinstance(c.func, ast.Attribute) and c.func.attr == "setAnimated" for a in c.args],
        list(untranslated(module, calls)),
    )


@pytest.mark.parametrize("module", MODULES, ids=IDS)
def test_a_module_says_what_it_is_for_and_is_not_too_long(module: Path) -> None:
    text = module.read_text(encoding="utf-8")
    assert len(text.splitlines()) <= LONGEST
    assert not text.strip() or found_in(module).documented


@pytest.mark.parametrize("module", MODULES, ids=IDS)
def test_nothing_prints(module: Path) -> None:
    assert found_in(module).prints == [] or module.name == "i18n.py"  # a tool of the house that is run by hand


def untranslated(module: Path, calls: list[ast.Call]) -> Iterator[str]:
    """Yield words in plain literals that go straight to the screen."""
    for node in calls:
        if not node.args:
            continue
        called = node.func.attr if isinstance(node.func, ast.Attribute) else getattr(node.func, "id", "")
        first = node.args[0]
        if called in _SHOWS and isinstance(first, ast.Constant) and isinstance(first.value, str):
            words = re.sub(r"<[^>]*>", "", first.value)
            if re.search(r"[A-Za-z]{3}", words) and first.value not in _NAME:
                yield f"{module.name}:{node.lineno} {first.value!r}"


def test_what_a_person_reads_goes_through_tr() -> None:
    assert [found for module in MODULES if "gui" in module.parts for found in found_in(module).untranslated] == []


def test_the_map_names_every_room() -> None:
    told = (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8")
    map_ = told.split("```")[1]
    rooms = [p.name for p in PACKAGE.iterdir() if p.is_dir() and (p / "__init__.py").exists()]
    rooms += [p.name for p in (PACKAGE / "gui").iterdir() if p.is_dir() and (p / "__init__.py").exists()]
    assert [r for r in sorted(rooms) if not re.search(rf"(?<!\w){r}/", map_)] == []
    top = [p.name for p in ROOT.iterdir() if p.is_dir() and p.name in {"resources", "seeds", "tests", "packaging"}]
    assert [r for r in top if f"{r}/" not in map_] == []


def test_the_top_level_holds_nothing_but_what_belongs_there() -> None:
    git = shutil.which("git")
    if git is None or not (ROOT / ".git").exists():
        pytest.skip("not a checkout of git")
    listed = subprocess.run([git, "ls-files"], cwd=ROOT, capture_output=True, text=True, check=True).stdout
    assert {line.split("/")[0] for line in listed.splitlines()} <= _TOP


def test_nothing_names_a_registry_or_a_machine() -> None:
    host = re.compile(r"https?://(pypi|files\.pythonhosted|[\w.-]*artifact)|/[r]oot/|/[h]ome/\w+/")
    plain = [*ROOT.glob("*.md"), ROOT / "pyproject.toml", *MODULES]
    assert [str(p) for p in plain if host.search(p.read_text(encoding="utf-8"))] == []


# What would move by itself. Qt 6.11 tells no program that less motion is wished for, so nothing moves at all.
_MOVES = {
    "QPropertyAnimation", "QVariantAnimation", "QSequentialAnimationGroup", "QParallelAnimationGroup", "QTimeLine",
    "QMovie", "QGraphicsItemAnimation", "QScroller",
}  # fmt: skip


@pytest.mark.parametrize("module", MODULES, ids=IDS)
def test_nothing_moves_by_itself(module: Path) -> None:
    found = found_in(module)
    assert not found.names & _MOVES
    assert all(isinstance(a, ast.Constant) and a.value is False for a in found.animated)
