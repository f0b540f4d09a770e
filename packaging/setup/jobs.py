"""The jobs: run the program, test it, and add what the heavy formats need."""

import os
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path
from time import perf_counter

from setup import display, sample, system
from setup.environment import Environment, without_python_settings
from setup.report import Trouble, say

CHECKOUT = Path(__file__).resolve().parents[2]
GOLD = CHECKOUT / "seeds" / "gold.jsonl"
ON_EVERY_CORE = ("-n", "auto", "--maxprocesses", "4", "--dist", "worksteal")  # the whole suite; chosen tests run alone


def main(job: str, arguments: Sequence[str]) -> int:
    """Set up and do the job; return the exit code. What the person must see to is said in a line, not a traceback."""
    environment = Environment(CHECKOUT)
    found = system.System(environment.unpacked, os.environ.get("DATELINE_NO_SYSTEM_INSTALL", "0") in ("", "0"))
    try:
        return {"run": run, "test": test, "formats": formats}[job](environment, found, arguments)
    except Trouble as trouble:
        sys.stdout.flush()
        print(trouble, file=sys.stderr)
    except KeyboardInterrupt:
        print("Stopped.", file=sys.stderr)
    return 1


def run(environment: Environment, found: system.System, arguments: Sequence[str]) -> int:
    """Open the window, or without a display do the sample job offscreen; with arguments, be the dateline command."""
    named = display.named()
    _set_up(environment, found, "run", [need for platform in named for need in system.WINDOW[platform]])
    child = _child_environment(environment, found)
    windowless = child | {"QT_QPA_PLATFORM": "offscreen"}
    usable = _usable(named, found, child)
    if usable and usable != named:
        child["QT_QPA_PLATFORM"] = usable[0]
    dateline = [str(environment.python), "-m", "dateline"]
    if arguments:
        if not usable and arguments[0].endswith(".dateline"):
            raise Trouble(f"There is no display here to open {arguments[0]} on; --help lists what works without one.")
        return subprocess.call([*dateline, *arguments], env=child if usable else windowless)
    if not usable:
        say("There is no display here, so no window can be shown: doing the same job without one.")
    project = sample.make_project(dateline, CHECKOUT / "out", GOLD, windowless)
    if usable:
        say("Opening the window …")
        return subprocess.call([*dateline, str(project)], env=child)
    results = sample.make_results(dateline, project.parent, windowless)
    say(f"\nDone. Left in {project.parent}:")
    for path in (project, *results):
        say(f"  {path.name:16} {path.stat().st_size / 1000:8.1f} kB")
    return 0


def _usable(named: Sequence[str], found: system.System, child: dict[str, str]) -> list[str]:
    """Return the platforms a window can be opened on; raises Trouble when libraries alone stand in the way."""
    answering = [platform for platform in named if display.answers(platform, child)]
    missing = {platform: found.missing(system.WINDOW[platform]) for platform in answering}
    if answering and all(missing.values()):
        system.require(missing[answering[0]], "opening a window")
    return [platform for platform in answering if not missing[platform]]


def test(environment: Environment, found: system.System, arguments: Sequence[str]) -> int:
    """Run every check, each to its end, and close with one line for each; return 1 when one failed."""
    missing = _set_up(environment, found, "test", [*system.X11, *system.WINDOW_TEST_TOOLS])
    system.mention(missing, "the tests in a real window are left out")
    child = _child_environment(environment, found) | {"QT_QPA_PLATFORM": "offscreen"}
    results = []
    for name, command in checks(environment, arguments):
        say(f"\n── {name}")
        begun = perf_counter()
        code = subprocess.run(command, cwd=CHECKOUT, env=child, stdin=subprocess.DEVNULL, check=False).returncode
        results.append((name, code, perf_counter() - begun))
    say("")
    for name, code, seconds in results:
        say(f"{'passed' if code == 0 else 'FAILED'}  {name:15} {seconds:6.1f} s")
    return 0 if all(code == 0 for _, code, _ in results) else 1


def formats(environment: Environment, found: system.System, arguments: Sequence[str]) -> int:
    """Add the libraries of the formats that need heavy ones, so that `run` can read and write those too."""
    if arguments:
        raise Trouble("This job takes no arguments: it adds all optional formats.")
    _set_up(environment, found, "run", [])
    _set_up(environment, found, "formats", [])
    say("spaCy DocBin, UIMA CAS and parquet can be read and written now; start Dateline as before.")
    return 0


def checks(environment: Environment, arguments: Sequence[str]) -> list[tuple[str, list[str]]]:
    """Return each check's name and command."""
    module = [str(environment.python), "-m"]
    return [
        ("ruff check", [*module, "ruff", "check"]),
        ("ruff format", [*module, "ruff", "format", "--check"]),
        ("mypy", [*module, "mypy"]),
        ("mypy packaging", [*module, "mypy", "packaging/bootstrap.py", "packaging/lock.py", "packaging/setup"]),
        ("lint-imports", [str(environment.script("lint-imports"))]),
        ("pytest", [*module, "pytest", *(arguments or ON_EVERY_CORE)]),
    ]


def _set_up(
    environment: Environment, found: system.System, lock: str, extras: Sequence[system.Need]
) -> list[system.Need]:
    """Bring the system and the environment to where the program can start; return which `extras` are missing.

    Raises Trouble when something else that is needed cannot be had.
    """
    certificates = [] if environment.ready(lock) else [system.CERTIFICATES]
    missing = found.provide([*certificates, *system.DRAWING, *system.FONTS, *extras])
    system.require([need for need in missing if need in system.DRAWING], "drawing")
    system.require([need for need in missing if need in certificates], "fetching packages")
    system.mention([need for need in missing if need in system.FONTS], "some letters may show as boxes")
    environment.prepare(lock, found.pip_wheel)
    return [need for need in missing if need in extras]


def _child_environment(environment: Environment, found: system.System) -> dict[str, str]:
    """Return the environment variables the program is started with."""
    child = without_python_settings() | found.variables()
    if sys.platform != "linux":
        return child
    if not any("utf" in child.get(name, "").lower() for name in ("LC_ALL", "LC_CTYPE", "LANG")):
        child["LC_ALL"] = "C.UTF-8"
    if not child.get("XDG_RUNTIME_DIR"):  # without, Qt warns and makes do with a shared one
        private = environment.folder / "runtime"
        private.mkdir(mode=0o700, parents=True, exist_ok=True)
        child["XDG_RUNTIME_DIR"] = str(private)
    return child
