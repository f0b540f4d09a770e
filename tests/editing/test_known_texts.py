"""Of a text that the project has in hundreds of copies, four times as many are four times the work."""

import csv
import json
import sys
from collections.abc import Callable
from pathlib import Path
from types import FrameType

import pytest

from dateline import scratch
from dateline.editing.importing import import_sources
from dateline.exchange.options import ReadOptions
from dateline.model.article import Article
from dateline.model.schema import Schema
from dateline.store.project import Project

TEXT = "No comment was made."
NUMBER = 60


def _calls(run: Callable[[], object]) -> int:
    """Return how often functions of ours are called: the same on every machine, where a time is not.

    What a ledger does to keep a pair is left out: it is more beyond the first hundreds.
    """
    count = 0

    def counted(frame: FrameType, event: str, arg: object) -> None:
        nonlocal count
        file = frame.f_code.co_filename
        count += event == "call" and "dateline" in file and file != scratch.__file__

    before = sys.getprofile()
    sys.setprofile(counted)
    try:
        run()
    finally:
        sys.setprofile(before)
    return count


def _same_day(number: int) -> str:
    return "2018-04-01"


def _days(number: int) -> str:
    return f"{2000 + number // 28}-02-{number % 28 + 1:02d}"


def _no_day(number: int) -> str:
    return ""


def _table(path: Path, number: int, day: Callable[[int], str]) -> Path:
    with path.open("w", encoding="utf-8", newline="") as file:
        rows = csv.writer(file)
        rows.writerow(["title", "published", "text"])
        rows.writerows([f"T{n}", day(n), TEXT] for n in range(number))
    return path


def _doccano(path: Path, number: int, day: Callable[[int], str]) -> Path:
    lines = ({"text": TEXT, "label": [[0, 2, "X"]], "published": day(n), "title": f"T{n}"} for n in range(number))
    path.write_text("".join(json.dumps(line) + "\n" for line in lines), encoding="utf-8")
    return path


def _prodigy(path: Path, number: int, day: Callable[[int], str]) -> Path:
    said = {"text": TEXT, "answer": "accept"}
    lines = (
        said
        | {"published": day(n), "_annotator_id": ("ada", "bo")[n % 2]}
        | {"spans": [{"start": n % 17, "end": n % 17 + 2, "label": f"L{n // 17}"}]}
        for n in range(number)
    )
    path.write_text("".join(json.dumps(line) + "\n" for line in lines), encoding="utf-8")
    return path


def _some_of_the_marks(path: Path, number: int, day: Callable[[int], str]) -> Path:
    """Write of one annotator other marks in each record: all that it has, a fourth of the others have as well."""
    said = {"text": TEXT, "annotator": "ada"}
    lines = (
        said
        | {"published": day(n)}
        | {"spans": [{"start": m, "end": m + 2, "label": "XY"[of]} for of in (0, 1) for m in range(many[of])]}
        for n, many in ((n, divmod(n * 101 % 256, 16)) for n in range(number))
    )
    path.write_text("".join(json.dumps(line) + "\n" for line in lines), encoding="utf-8")
    return path


@pytest.mark.parametrize(
    ("made", "keep"),
    [(_table, False), (_table, True), (_doccano, False), (_prodigy, False), (_some_of_the_marks, False)],
)
@pytest.mark.parametrize("day", [_same_day, _days, _no_day])
def test_four_times_as_many_copies_are_four_times_the_work(
    tmp_path: Path, made: Callable[[Path, int, Callable[[int], str]], Path], day: Callable[[int], str], keep: bool
) -> None:
    calls = []
    for number in (NUMBER, 4 * NUMBER):
        path = made(tmp_path / f"{number}.{'csv' if made is _table else 'jsonl'}", number, day)
        with Project.create(tmp_path / f"{number}.dateline", Schema()) as project:
            with project.step("Copies") as step:
                for n in range(number):
                    step.put(Article(f"a{n}", TEXT, f"T{n}", position=n))

            def come(project: Project = project, path: Path = path) -> None:
                import_sources(project, [path], ReadOptions(keep_repeated=keep), add_labels=True)

            calls.append((_calls(come), _calls(come)))
    (once, again), (once_of_more, again_of_more) = calls
    assert max(once_of_more / once, again_of_more / again) < 4.1
