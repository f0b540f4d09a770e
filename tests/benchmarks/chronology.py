"""Resolving time expressions: how many a second, without and with the text around them, and finding them in a text.

The expressions are those of the English table test. The floor is one regular expression that matches a date of four
common shapes and hands it to `datetime`, the least that any normaliser has to do.
"""

import re
import time
from collections.abc import Callable, Iterator
from datetime import datetime
from pathlib import Path

from dateline.chronology import find, prepare, resolve
from tests.benchmarks.figure import Figure

TABLE = Path(__file__).parents[1] / "chronology" / "english.tsv"
LEAST = 5_000  # expressions a second
SLICES = 30
_SHAPES = re.compile(r"(?:(?P<m>[A-Z][a-z]+)\.? (?P<d>\d\d?)(?:, (?P<y>\d{4}))?|(?P<iso>\d{4}-\d\d-\d\d))")
_LEFT = (
    "The two governments agreed on the plan in March 2017, a spokesman said on Monday. Trade between them grew for the "
    "third year in a row, to $5 billion, and the ministers want to double it. Officials familiar with the talks said "
)
_RIGHT = " in the capital, where the delegations will meet again to review what has been achieved so far."


def figures() -> Iterator[Figure]:
    """Yield expressions a second and the time to search an article of 5,000 words."""
    rows = [line.split("\t")[:2] for line in TABLE.read_text(encoding="utf-8").splitlines()[1:] if line[0] != "#"]
    asked = [(text, "" if published == "-" else published) for text, published in rows]
    began = time.perf_counter()
    prepare()
    yield Figure("rules imported and compiled, once", time.perf_counter() - began, "s", limit=1.0, relative=False)
    floor = _each_second(asked, _bare)
    for name, way in (
        ("time expressions resolved", resolve),
        ("time expressions resolved with the text around them", _in_context),
    ):
        rate = _each_second(asked, way)
        yield Figure(name, rate, "1/s", floor, LEAST, "higher", relative=False)
    text = "\n".join(f"{_LEFT}{words} the work went on{_RIGHT}" for words, _ in asked[:75])
    began = time.perf_counter()
    found = find(text, "2018-04-19")
    took = 1000 * (time.perf_counter() - began)
    assert len(found) > 150
    yield Figure(
        f"{len(found)} time expressions found in {len(text.split()):,} words", took, "ms", limit=500.0, relative=False
    )


def _in_context(text: str, published: str) -> object:
    return resolve(text, published, _LEFT, _RIGHT)


def _bare(text: str, published: str) -> object:
    match = _SHAPES.fullmatch(text)
    try:
        base = datetime.fromisoformat(published or "2018-04-19")
        return match and datetime.fromisoformat(match["iso"]) if match and match["iso"] else base.replace(day=1)
    except ValueError:
        return None


def _each_second(asked: list[tuple[str, str]], way: Callable[[str, str], object]) -> float:
    """Return the rate of the quickest slice, in time of the processor: what else runs should count for little."""
    best = 0.0
    for _ in range(SLICES):
        began = time.process_time()
        for text, published in asked:
            way(text, published)
        best = max(best, len(asked) / (time.process_time() - began))
    return best
