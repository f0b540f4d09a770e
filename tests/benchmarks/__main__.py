"""`python -m tests.benchmarks [NAME...] [--json]`: measure, print each figure with its floor.

Every module of this folder with a `figures()` function is a benchmark; NAME picks modules. Each runs in a process
of its own, so that none warms up another. Exit code 1 when a figure misses its limit.
"""

import argparse
import importlib
import json
import os
import pkgutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

from tests import benchmarks

ROOT = Path(__file__).resolve().parents[2]
_NOT_BENCHMARKS = {"__main__", "figure", "material", "plan", "replay", "shown"}


def names() -> list[str]:
    """Return the names of the benchmarks there are."""
    return sorted(m.name for m in pkgutil.iter_modules(benchmarks.__path__) if m.name not in _NOT_BENCHMARKS)


def run_here(name: str) -> None:
    """Measure one benchmark in this process and print a JSON object a figure."""
    for figure in importlib.import_module(f"tests.benchmarks.{name}").figures():
        print(json.dumps(figure.as_data()), flush=True)


def run_apart(name: str) -> Iterator[dict[str, object]]:
    """Measure one benchmark in a process of its own."""
    paths = [str(ROOT / "desktop"), str(ROOT), os.environ.get("PYTHONPATH", "")]
    env = {"QT_QPA_PLATFORM": "offscreen", **os.environ, "PYTHONPATH": os.pathsep.join(filter(None, paths))}
    command = [sys.executable, "-m", "tests.benchmarks", "--here", name]
    with subprocess.Popen(command, cwd=ROOT, env=env, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout
        for line in process.stdout:
            if line.startswith("{"):
                yield json.loads(line)
    if process.returncode:
        yield {"figure": f"{name}: stopped with exit code {process.returncode}", "holds": False}


def main() -> int:
    """Run what the command line asks for."""
    parser = argparse.ArgumentParser(prog="python -m tests.benchmarks", description=__doc__)
    parser.add_argument("name", nargs="*", metavar="NAME", help=f"one of: {', '.join(names())} (default: all)")
    parser.add_argument("--json", action="store_true", help="one JSON object a line")
    parser.add_argument("--here", metavar="NAME", help=argparse.SUPPRESS)
    arguments = parser.parse_args()
    if arguments.here:
        run_here(arguments.here)
        return 0
    if unknown := set(arguments.name) - set(names()):
        parser.error(f"no benchmark called {', '.join(sorted(unknown))}; there are: {', '.join(names())}")
    kept = True
    if not arguments.json:
        print(f"{'figure':62} {'value':>11} {'unit':6} {'floor':>11} {'ratio':>7} {'limit':>7}  holds")
    for name in arguments.name or names():
        for row in run_apart(name):
            kept &= row.get("holds") is not False
            print(json.dumps(row) if arguments.json else _line(row), flush=True)
    return 0 if kept else 1


def _line(row: dict[str, object]) -> str:
    def cell(key: str, width: int) -> str:
        value = row.get(key)
        return f"{'–' if value is None else f'{value:g}' if isinstance(value, float | int) else value:>{width}}"

    holds = {True: "yes", False: "NO", None: ""}[row.get("holds")]  # type: ignore[index]
    return (
        f"{row['figure']!s:62} {cell('value', 11)} {row.get('unit', '')!s:6} {cell('floor', 11)} "
        f"{cell('ratio', 7)} {cell('limit', 7)}  {holds}"
    )


if __name__ == "__main__":
    sys.exit(main())
