"""What every test gets: an offscreen Qt, folders of its own, and failure on anything logged that it did not expect."""

import logging
import os
import re
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from hypothesis import settings

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
os.environ.setdefault("QT_ACCESSIBILITY", "0")
if sys.dont_write_bytecode and not sys.pycache_prefix:
    # Every worker and every program that a test starts would compile all modules anew. What must not be written beside
    # the sources is kept in pytest's own folder.
    sys.dont_write_bytecode = False
    sys.pycache_prefix = os.environ["PYTHONPYCACHEPREFIX"] = str(Path(__file__).parents[1] / ".pytest_cache/d/bytecode")
    os.environ.pop("PYTHONDONTWRITEBYTECODE", None)

ExpectLog = Callable[[str], None]

_HARMLESS = ("This plugin does not support (propagateSizeHints|raise|grabbing)",)  # the offscreen platform, of windows


_MEMORY = Path("/dev/shm")
_PLENTY = 4 << 30  # bytes; a run holds some hundred megabytes, and less once a test has passed


def _in_memory() -> bool:
    """Whether folders of tests may lie in memory: thousands of projects would each wait for the drive.

    Nothing is asked of a drive that is lost with the power: processes are killed, and what they wrote stays in either.
    `--basetemp` and PYTEST_DEBUG_TEMPROOT choose a drive all the same.
    """
    if sys.platform != "linux" or not os.access(_MEMORY, os.W_OK):
        return False
    there = os.statvfs(_MEMORY)
    return there.f_bavail * there.f_frsize > _PLENTY and not there.f_flag & os.ST_NOEXEC  # some tests make programs


def _is_in(text: str, pattern: str) -> bool:
    return re.search(pattern, text, re.DOTALL) is not None


def pytest_configure(config: pytest.Config) -> None:
    """Name the marker of tests that take the processor for longer than a few seconds."""
    # No test is timed: machines differ, and are busy. Where others wait for the outcome, a commit is judged by the same
    # examples each time (hypothesis' own rule for CI); by hand, each run looks at new ones.
    common = settings.get_profile("ci") if os.environ.get("CI") else settings()
    settings.register_profile("dateline", common, deadline=None)
    settings.load_profile("dateline")
    if _in_memory():
        os.environ.setdefault("PYTEST_DEBUG_TEMPROOT", str(_MEMORY))  # workers are given a folder of the first process
    config.addinivalue_line("markers", "slow: takes the processor for up to two minutes")


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Begin with what takes long: at the end one worker would be at it while the others have nothing left."""
    items.sort(key=lambda item: item.get_closest_marker("slow") is None)


class _Watch(logging.Handler):
    """Keeps what is logged at WARNING or above, and the patterns a test said it expects."""

    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.records: list[logging.LogRecord] = []
        self.expected: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        self.records.append(record)

    def problems(self) -> list[str]:
        texts = [record.getMessage() for record in self.records]
        out = [
            f"unexpected log: {record.levelname} {record.name}: {text}"
            for record, text in zip(self.records, texts, strict=True)
            if not any(_is_in(text, pattern) for pattern in (*self.expected, *_HARMLESS))
        ]
        missing = [p for p in self.expected if not any(_is_in(text, p) for text in texts)]
        return out + [f"expected a log matching {pattern!r}" for pattern in missing]


@pytest.fixture(autouse=True)
def own_folders(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Keep settings and logs of a test out of the user's folders; return the folder that holds them."""
    root = tmp_path_factory.mktemp("own")
    monkeypatch.setenv("DATELINE_CONFIG_DIR", str(root / "config"))
    monkeypatch.setenv("DATELINE_STATE_DIR", str(root / "state"))
    return root


@pytest.fixture(autouse=True)
def _watched_log() -> Iterator[_Watch]:
    """Fail a test that logs a warning or worse unless `expect_log` announced it."""
    watch = _Watch()
    root = logging.getLogger()
    root.addHandler(watch)
    yield watch
    root.removeHandler(watch)
    if problems := watch.problems():
        pytest.fail("\n".join(problems), pytrace=False)


@pytest.fixture
def expect_log(_watched_log: _Watch) -> ExpectLog:
    """Return a function that announces a log message by a regular expression; it must then come."""
    return _watched_log.expected.append
