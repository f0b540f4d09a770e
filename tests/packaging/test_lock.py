"""The lock files: what pyproject.toml asks for, pinned, hashed, and from no index in particular."""

import re
import tomllib
from pathlib import Path

import pytest
from packaging.requirements import Requirement

import lock

PACKAGING = Path(__file__).resolve().parents[2] / "packaging"
LOCKS = ("requirements-run.txt", "requirements-formats.txt", "requirements-test.txt")
PYTHONS = ("3.11", "3.12", "3.13")


def _text(name: str) -> str:
    return (PACKAGING / name).read_text(encoding="utf-8")


def _pinned(name: str, python: str) -> dict[str, str]:
    """Return the version of each package that a lock gives one Python."""
    requirements = [Requirement(pin) for pinned in lock.pins(_text(name)).values() for pin in pinned]
    here = {"python_version": python, "python_full_version": f"{python}.0"}
    kept = [r for r in requirements if r.marker is None or r.marker.evaluate(here)]
    return {r.name.lower(): str(r.specifier).removeprefix("==") for r in kept}


@pytest.mark.parametrize("python", PYTHONS)
def test_every_dependency_is_pinned_to_a_version_it_allows(python: str) -> None:
    project = tomllib.loads((PACKAGING.parent / "pyproject.toml").read_text(encoding="utf-8"))
    core, extras = project["project"]["dependencies"], project["project"]["optional-dependencies"]
    every = [need for needs in extras.values() for need in needs if not need.startswith("dateline[")]
    asked = {
        "requirements-run.txt": core + extras["articles"],
        "requirements-formats.txt": core + every,
        "requirements-test.txt": core + every + project["dependency-groups"]["test"],
    }
    for name, requirements in asked.items():
        pinned = _pinned(name, python)
        for requirement in map(Requirement, requirements):
            assert requirement.specifier.contains(pinned[requirement.name.lower()]), (name, str(requirement))


@pytest.mark.parametrize("python", PYTHONS)
def test_the_tests_run_on_what_the_program_runs_on(python: str) -> None:
    run, formats, test = (_pinned(name, python).items() for name in LOCKS)
    assert run <= formats <= test


def test_the_extra_formats_is_all_the_others() -> None:
    extras = tomllib.loads((PACKAGING.parent / "pyproject.toml").read_text(encoding="utf-8"))["project"][
        "optional-dependencies"
    ]
    (named,) = map(Requirement, extras["formats"])
    assert named.extras == extras.keys() - {"formats"}


@pytest.mark.parametrize("name", LOCKS)
def test_every_pin_has_a_hash_and_no_source(name: str) -> None:
    text = _text(name)
    entries = [e for e in re.split(r"\n(?=\S)", text) if not e.startswith("#")]
    assert entries
    assert all("--hash=sha256:" in entry for entry in entries)
    assert not re.search(r"://|--(extra-)?index|--find-links| @ ", text)


def test_pins_keep_both_sides_of_a_marker() -> None:
    pins = ("numpy==2.4 ; python_full_version < '3.12'", "numpy==2.5 ; python_full_version >= '3.12'")
    text = f"{pins[0]} \\\n    --hash=sha256:0\n{pins[1]}\n"
    assert lock.pins(text) == {"numpy": pins}


def test_the_stand_in_asks_for_the_same_and_needs_no_build() -> None:
    pyproject = tomllib.loads((PACKAGING.parent / "pyproject.toml").read_text(encoding="utf-8"))
    made = tomllib.loads(lock.stand_in(pyproject, {"pip": ("pip==1",)}))
    assert made["project"]["dependencies"] == pyproject["project"]["dependencies"]
    assert made["dependency-groups"] == pyproject["dependency-groups"]
    assert made["project"]["optional-dependencies"]["spacy"] == pyproject["project"]["optional-dependencies"]["spacy"]
    assert made["tool"]["uv"] == {"package": False, "constraint-dependencies": ["pip==1"]}
    assert "build-system" not in made
