"""The bootstrap: what it looks for, what it says when that is missing, and when it has nothing to do."""

import ast
import re
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

import PySide6
import pytest

import bootstrap
from dateline import cli
from setup import apt, display, environment, jobs, sample, system
from setup.report import Trouble

ROOT = Path(__file__).resolve().parents[2]
linux = pytest.mark.skipif(sys.platform != "linux", reason="shared libraries are looked for on Linux alone")


# The interpreter


def test_an_old_python_can_read_it() -> None:
    ast.parse((ROOT / "packaging/bootstrap.py").read_text(encoding="utf-8"), feature_version=(3, 7))


def test_this_python_is_taken_when_it_will_do() -> None:
    assert bootstrap.suitable([sys.executable]) == sys.executable


def test_a_command_that_is_not_there_is_no_python(tmp_path: Path) -> None:
    assert bootstrap.suitable([str(tmp_path / "python3.12")]) is None


def test_without_a_suitable_python_it_says_what_is_needed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(bootstrap, "find_python", lambda: None)
    monkeypatch.setattr(sys, "argv", ["bootstrap.py", "run"])
    with pytest.raises(SystemExit, match=r"needs Python 3\.11, 3\.12 or 3\.13"):
        bootstrap.main()


# The system


@linux
@pytest.mark.parametrize(
    ("files", "needs"),
    [
        ("lib/libQt6Core.so.6 lib/libQt6Gui.so.6 lib/libQt6Widgets.so.6 plugins/platforms/libqoffscreen.so", ()),
        ("plugins/platforms/libqxcb.so lib/libQt6XcbQpa.so.6", system.X11),
        ("plugins/platforms/libqwayland.so", system.WAYLAND),
    ],
)
def test_the_tables_name_all_that_qt_links_to(files: str, needs: Sequence[system.Need]) -> None:
    everywhere = re.compile(r"lib(c|m|dl|rt|pthread|gcc_s|stdc\+\+|z|zstd|icu\w+|Qt6\w+)\.so")
    known = {need.name for need in (*system.DRAWING, *needs)}
    for name in files.split():
        path = Path(PySide6.__file__).parent / "Qt" / name
        linked = {m.decode() for m in re.findall(rb"\0(lib[\w+.-]+\.so\.\d+)(?=\0)", path.read_bytes())}
        assert linked
        assert {soname for soname in linked if not everywhere.match(soname)} <= known, name


@linux
def test_a_library_that_cannot_be_loaded_is_missing(tmp_path: Path) -> None:
    absent = system.Need(system.Kind.LIBRARY, "libdateline-absent.so.1", "libdateline-absent1")
    present = system.Need(system.Kind.LIBRARY, "libc.so.6", "libc6")
    assert system.System(tmp_path, may_change=False).missing([absent, present]) == [absent]


@linux
def test_commands_and_fonts_are_looked_for(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    fonts = tmp_path / "fonts"
    fonts.mkdir()
    (fonts / "Serif.ttf").touch()
    monkeypatch.setattr(system, "_font_folders", lambda: [fonts])
    found = system.System(tmp_path, may_change=False)
    tool = system.Need(system.Kind.COMMAND, "dateline-absent", "absent")
    assert found.missing([tool, *system.FONTS]) == [tool, system.FONTS[1]]


@linux
def test_nothing_is_changed_when_the_person_opted_out(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(apt, "install", lambda _: pytest.fail("installed"))
    monkeypatch.setattr(apt, "unpack", lambda *_, **__: pytest.fail("unpacked"))
    absent = system.Need(system.Kind.LIBRARY, "libdateline-absent.so.1", "libdateline-absent1")
    found = system.System(tmp_path, may_change=False)
    assert found.provide([absent]) == [absent]
    assert found.pip_wheel() is None


@linux
@pytest.mark.parametrize(("user", "expected"), [(0, "install"), (1000, "unpack")])
def test_root_installs_and_others_unpack(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, user: int, expected: str
) -> None:
    asked: list[tuple[str, list[str]]] = []
    monkeypatch.setattr(apt, "available", lambda: True)
    monkeypatch.setattr(apt, "install", lambda packages: asked.append(("install", packages)))
    monkeypatch.setattr(apt, "unpack", lambda packages, folder: asked.append(("unpack", packages)))
    monkeypatch.setattr(system.os, "geteuid", lambda: user)
    absent = system.Need(system.Kind.LIBRARY, "libdateline-absent.so.1", "libdateline-absent1")
    assert system.System(tmp_path, may_change=True).provide([absent]) == [absent]
    assert asked == [(expected, ["libdateline-absent1"])]


@pytest.mark.parametrize(("user", "sudo"), [(0, ""), (1000, "sudo ")])
def test_what_is_missing_is_told_with_the_exact_command(monkeypatch: pytest.MonkeyPatch, user: int, sudo: str) -> None:
    monkeypatch.setattr(apt, "available", lambda: True)
    monkeypatch.setattr(system.os, "geteuid", lambda: user, raising=False)
    with pytest.raises(Trouble) as told:
        system.require([system.X11[3]], "opening a window")
    assert str(told.value).splitlines() == [
        "This system lacks libxcb-cursor.so.0, needed for opening a window.",
        f"To install it: {sudo}apt-get install --no-install-recommends libxcb-cursor0",
    ]


def test_nothing_missing_is_no_trouble(capsys: pytest.CaptureFixture[str]) -> None:
    system.require([], "drawing")
    system.mention([], "nothing")
    assert capsys.readouterr() == ("", "")


def test_apt_unpacks_only_what_is_new_to_the_system() -> None:
    plan = "Inst libc6 [2.36-9] (2.36-10 Debian:12 [amd64])\nInst libxcb-cursor0 (0.1.4-1 Debian:12 [amd64])\nConf x\n"
    assert apt._NEW.findall(plan) == ["libxcb-cursor0"]


# The display


@linux
def test_an_offscreen_platform_is_no_display(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DISPLAY", ":0")
    monkeypatch.setenv("QT_QPA_PLATFORM", "offscreen")
    assert display.named() == []


@linux
def test_a_display_nobody_serves_does_not_answer(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.delenv("QT_QPA_PLATFORM", raising=False)
    monkeypatch.setenv("DISPLAY", ":9876")
    monkeypatch.setenv("WAYLAND_DISPLAY", "wayland-9")
    monkeypatch.setenv("XDG_RUNTIME_DIR", str(tmp_path))
    assert display.named() == ["xcb", "wayland"]
    assert not any(display.answers(platform, dict(system.os.environ)) for platform in display.named())


# The environment


@pytest.fixture
def checkout(tmp_path: Path) -> Path:
    """Return a checkout that has the two locks, and an environment that looks made."""
    (tmp_path / "packaging").mkdir()
    for lock in ("run", "test"):
        (tmp_path / f"packaging/requirements-{lock}.txt").write_text(lock)
    made = environment.Environment(tmp_path)
    made.python.parent.mkdir(parents=True)
    made.python.touch()
    return tmp_path


@pytest.fixture
def installed(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Return the list of what was done instead of making an environment and running pip."""
    done: list[str] = []
    monkeypatch.setattr(environment.Environment, "_make", lambda self: done.append("make"))
    monkeypatch.setattr(environment.Environment, "_pip", lambda self, fetch_pip: ["pip"])
    monkeypatch.setattr(environment.Environment, "_install", lambda self, pip, lock: done.append(lock))
    return done


def _prepare(checkout: Path, lock: str) -> None:
    environment.Environment(checkout).prepare(lock, lambda: None)


def test_the_second_time_nothing_is_done(checkout: Path, installed: list[str]) -> None:
    for lock in ("run", "run", "test", "test", "run"):
        _prepare(checkout, lock)
    assert installed == ["make", "run", "test"]


def test_another_lock_is_another_environment(checkout: Path, installed: list[str]) -> None:
    _prepare(checkout, "test")
    (checkout / "packaging/requirements-test.txt").write_text("newer")
    _prepare(checkout, "test")
    assert installed == ["make", "test", "make", "test"]


def test_another_python_is_another_environment(
    checkout: Path, installed: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    _prepare(checkout, "run")
    monkeypatch.setattr(sys, "base_prefix", "/another/python")
    _prepare(checkout, "run")
    assert installed == ["make", "run", "make", "run"]


def test_a_failed_installation_is_tried_again(
    checkout: Path, installed: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_: object) -> None:
        raise Trouble("no network")

    with monkeypatch.context() as broken:
        broken.setattr(environment.Environment, "_install", fail)
        with pytest.raises(Trouble, match="no network"):
            _prepare(checkout, "run")
    assert not environment.Environment(checkout).ready("run")
    _prepare(checkout, "run")
    assert installed == ["make", "make", "run"]


@pytest.mark.parametrize("stamp", ["", "[]", '{"python":'])
def test_a_spoilt_stamp_counts_as_none(checkout: Path, installed: list[str], stamp: str) -> None:
    _prepare(checkout, "run")
    (checkout / ".dateline-env/stamp.json").write_text(stamp)
    assert not environment.Environment(checkout).ready("run")


def test_another_programs_packages_are_kept_out(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PYTHONPATH", "/somewhere")
    monkeypatch.setenv("PYTHONHOME", "/elsewhere")
    assert not {"PYTHONPATH", "PYTHONHOME"} & environment.without_python_settings().keys()


# The jobs


def _stand_in(tmp_path: Path, body: str) -> list[str]:
    """Return a `dateline` command that does what `body` says with its `words`."""
    script = tmp_path / "stand_in.py"
    script.write_text(f"import sys, pathlib\nwords = sys.argv[1:]\n{body}")
    return [sys.executable, str(script)]


_OBLIGING = """
path = pathlib.Path(words[words.index('-o') + 1] if '-o' in words else words[1])
path.open('w' if '-o' in words else 'a').write(words[0] + ' ')
"""


def test_the_job_without_a_window_leaves_project_pictures_and_training_set(tmp_path: Path) -> None:
    dateline, out = _stand_in(tmp_path, _OBLIGING), tmp_path / "out"
    for _ in range(2):
        project = sample.make_project(dateline, out, tmp_path / "gold.jsonl", {})
        made = sample.make_results(dateline, out, {})
    assert project.read_text() == "new import check "  # made once, and used as it is the second time
    assert sorted(out.iterdir()) == sorted([project, *made])
    assert [p.name for p in made] == ["article.png", "timeline.png", "training.jsonl", "spans.jsonl"]


def test_a_step_that_fails_leaves_nothing_half_made(tmp_path: Path) -> None:
    dateline = _stand_in(tmp_path, _OBLIGING + "sys.exit(words[0] == 'import')\n")
    with pytest.raises(Trouble, match="exit code 1"):
        sample.make_project(dateline, tmp_path / "out", tmp_path / "gold.jsonl", {})
    assert list((tmp_path / "out").iterdir()) == []


def test_the_steps_are_commands_that_dateline_knows(tmp_path: Path) -> None:
    dateline = [sys.executable, "-m", "dateline"]
    sample.make_project(dateline, tmp_path, ROOT / "seeds/gold.jsonl", {"PYTHONPATH": str(ROOT / "desktop")})
    assert (tmp_path / "sample.dateline").stat().st_size > 0


@pytest.mark.parametrize("step", sample.result_steps(), ids=" ".join)
def test_the_pictures_and_exports_are_commands_that_dateline_knows(step: list[str]) -> None:
    command = cli.dateline.commands[step[0]]
    assert command.make_context(step[0], step[1:]).params["output"] == Path(step[step.index("-o") + 1])


def test_the_checks_are_those_promised(tmp_path: Path) -> None:
    checks = jobs.checks(environment.Environment(tmp_path), ["-k", "lock"])
    names = [name for name, _ in checks]
    assert names == ["ruff check", "ruff format", "mypy", "mypy packaging", "lint-imports", "pytest"]
    assert checks[-1][1][-3:] == ["pytest", "-k", "lock"]


def test_the_whole_suite_runs_on_every_core(tmp_path: Path) -> None:
    command = jobs.checks(environment.Environment(tmp_path), [])[-1][1]
    assert command[-6:] == ["-n", "auto", "--maxprocesses", "4", "--dist", "worksteal"]


def test_one_failed_check_fails_the_job_and_the_others_still_run(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    steps = [("first", [sys.executable, "-c", "raise SystemExit(3)"]), ("second", [sys.executable, "-c", "print(5)"])]
    monkeypatch.setattr(jobs, "_set_up", lambda *_: [])
    monkeypatch.setattr(jobs, "checks", lambda *_: steps)
    code = jobs.test(environment.Environment(tmp_path), system.System(tmp_path, may_change=False), [])
    summary = [line.split()[:2] for line in capfd.readouterr().out.splitlines()[-2:]]
    assert code == 1
    assert summary == [["FAILED", "first"], ["passed", "second"]]


def test_help_tells_the_two_commands() -> None:
    told = subprocess.run(
        [sys.executable, str(ROOT / "packaging/bootstrap.py"), "--help"], capture_output=True, text=True, check=True
    )
    assert "bootstrap.py run" in told.stdout
    assert "bootstrap.py test" in told.stdout
