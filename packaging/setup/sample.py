"""The main job without a window: the sample project, its pictures and its training set, through the command line."""

import json
import os
import shutil
import subprocess
import tempfile
from collections.abc import Mapping, Sequence
from pathlib import Path

from setup.report import Trouble, say

CHECKOUT = Path(__file__).resolve().parents[2]
PROJECT = "sample.dateline"


def project_steps(dateline: Sequence[str], project: Path, gold: Path) -> list[list[str]]:
    """Return the commands that make the sample project from its gold annotations."""
    return [
        [*dateline, "new", str(project)],
        [*dateline, "import", str(project), str(gold), "--format", "dateline"],
        [*dateline, "check", str(project)],
    ]


def result_steps(dateline: Sequence[str], project: Path, article: str, folder: Path) -> list[list[str]]:
    """Return the commands that draw and export what is in the project."""
    return [
        [*dateline, "render", str(project), "--article", article, "-o", str(folder / "article.png"), "--scale", "2"],
        [*dateline, "render", str(project), "--timeline", "-o", str(folder / "timeline.png"), "--scale", "2"],
        [*dateline, "export", str(project), "-o", str(folder / "training.jsonl"), "--format", "dateline"],
        [*dateline, "export", str(project), "-o", str(folder / "spans.jsonl"), "--format", "spans"],
    ]


def first_article(gold: Path) -> str:
    """Return the id of the first article in a native JSONL file."""
    with gold.open(encoding="utf-8") as lines:
        for record in map(json.loads, lines):
            if record["record"] == "article":
                return str(record["id"])
    raise Trouble(f"{gold} holds no article.")


def make_project(dateline: Sequence[str], out: Path, gold: Path, environment: Mapping[str, str]) -> Path:
    """Return the sample project in `out`, made whole or not at all; one that is there already is kept as it is."""
    project = out / PROJECT
    if project.exists():
        say(f"Using {project} as it is; delete it for a fresh one.")
        return project
    out.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(prefix=".making-", dir=out) as name:
        made = Path(name) / PROJECT
        _run(project_steps(dateline, made, gold), made.parent, environment)
        made.rename(project)
    return project


def make_results(dateline: Sequence[str], project: Path, article: str, environment: Mapping[str, str]) -> list[Path]:
    """Draw and export the project beside it, replacing what an earlier run left; return the files."""
    with tempfile.TemporaryDirectory(prefix=".making-", dir=project.parent) as name:
        folder = Path(name)
        _run(result_steps(dateline, project, article, folder), folder, environment)
        made = sorted(folder.iterdir())
        return [Path(shutil.move(path, project.parent / path.name)) for path in made]


def _run(steps: Sequence[Sequence[str]], scratch: Path, environment: Mapping[str, str]) -> None:
    """Do the steps, each shown as a person would type it; raises Trouble at the first that fails."""
    for step in steps:
        words = step[step.index("dateline") + 1 :]
        say("dateline " + " ".join(words).replace(f"{scratch}{os.sep}", "").replace(f"{CHECKOUT}{os.sep}", ""))
        done = subprocess.run(step, env=environment, stdin=subprocess.DEVNULL, check=False)
        if done.returncode:
            raise Trouble(f"That step failed (exit code {done.returncode}); the reason stands above.")
