"""The main job without a window: the sample project, its pictures and its training set, through the command line."""

import subprocess
import tempfile
from collections.abc import Mapping, Sequence
from pathlib import Path

from setup.report import Trouble, say

PROJECT = "sample.dateline"
RESULTS = ("article.png", "timeline.png", "training.jsonl", "spans.jsonl")


def project_steps(gold: Path) -> list[list[str]]:
    """Return the commands that make the sample project, in the folder they are run in, from its gold annotations."""
    return [
        ["new", PROJECT],
        ["import", PROJECT, str(gold), "--format", "dateline"],
        ["check", PROJECT],
    ]


def result_steps() -> list[list[str]]:
    """Return the commands that draw and export what is in the project, replacing what they wrote before."""
    article, timeline, training, spans = RESULTS
    return [
        ["render", PROJECT, "--article", "1", "-o", article, "--scale", "2"],
        ["render", PROJECT, "--timeline", "-o", timeline, "--scale", "2"],
        ["export", PROJECT, "-o", training, "--format", "dateline"],
        ["export", PROJECT, "-o", spans, "--format", "spans"],
    ]


def make_project(dateline: Sequence[str], out: Path, gold: Path, environment: Mapping[str, str]) -> Path:
    """Return the sample project in `out`, made whole or not at all; one that is there already is kept as it is."""
    project = out / PROJECT
    if project.exists():
        say(f"Using {project} as it is; delete it for a fresh one.")
        return project
    out.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(prefix=".making-", dir=out) as folder:
        _run(dateline, project_steps(gold), Path(folder), environment)
        Path(folder, PROJECT).rename(project)
    return project


def make_results(dateline: Sequence[str], out: Path, environment: Mapping[str, str]) -> list[Path]:
    """Draw and export the project in `out` beside it; return the files."""
    _run(dateline, result_steps(), out, environment)
    return [out / name for name in RESULTS]


def _run(dateline: Sequence[str], steps: Sequence[Sequence[str]], folder: Path, environment: Mapping[str, str]) -> None:
    """Do the steps in `folder`, each shown as a person would type it; raises Trouble at the first that fails."""
    for step in steps:
        say(f"\n$ dateline {' '.join(step)}")
        done = subprocess.run([*dateline, *step], cwd=folder, env=environment, stdin=subprocess.DEVNULL, check=False)
        if done.returncode:
            raise Trouble(f"That step failed (exit code {done.returncode}); the reason stands above.")
