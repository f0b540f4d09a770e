"""Expressions of our own in four languages, each with the reading a careful reader would give it.

The tables are tab-separated: expression, publication date ("-" where not known), the text before and after, and what
is expected: TIMEX3 type, value ("" where none may be given), modifier and the label of the interval.
"""

from pathlib import Path

import pytest
from msgspec.structs import replace

from dateline.chronology import Reading, find, resolve, timex_value
from dateline.model.when import label, when_from_value

TABLES = {
    "english": "", "newswire": "", "news": "", "sentences": "", "reports": "",
    "turkish": "tr", "russian": "ru", "kazakh": "kk",
}  # fmt: skip
WHOLE = ("sentences", "reports")  # tables whose expressions the finder takes from their sentences as they are
COLUMNS = 8


def _rows(name: str) -> list[list[str]]:
    lines = (Path(__file__).parent / f"{name}.tsv").read_text(encoding="utf-8").splitlines()[1:]
    rows = [line.split("\t") for line in lines if line and not line.startswith("#")]
    return [row + [""] * (COLUMNS - len(row)) for row in rows]


ROWS = [(name, *row) for name in TABLES for row in _rows(name)]


def _expect(reading: Reading, type_: str, value: str, mod: str, interval: str) -> None:
    assert (reading.value, reading.mod) == (value, mod), reading.rule
    assert not value or reading.type == type_
    assert (label(reading.when) if reading.when else "") == interval
    assert reading.rule


def _expect_other_readings(reading: Reading) -> None:
    """Alternatives differ from the reading and from each other."""
    seen = [(r.value, r.mod, r.when) for r in (reading, *reading.alternatives)]
    assert len(set(seen)) == len(seen)
    assert all(r.value and r.rule and not r.alternatives for r in reading.alternatives)


_SIX_HOURS = 6 * 3600


def _expect_interval_of_value(reading: Reading) -> None:
    """The interval is the value's, unless the words narrow it, or lead a night onto its second day."""
    if reading.when is None:
        assert reading.type in ("DURATION", "SET") or when_from_value(reading.value) is None
        return
    whole = when_from_value(reading.value)
    assert whole is not None
    if reading.value.endswith("TNI") and whole.end and reading.when.end == whole.end + _SIX_HOURS:
        whole = replace(whole, end=reading.when.end)
    for end, bound in ((reading.when.begin, whole.begin), (reading.when.end, whole.end)):
        assert end is None or bound is None or whole.begin is None or whole.begin <= end
        assert end is None or bound is None or whole.end is None or end <= whole.end


@pytest.mark.parametrize(
    ("table", "text", "published", "before", "after", "type_", "value", "mod", "interval"),
    ROWS,
    ids=[f"{row[0]}: {row[3]}[{row[1]}]{row[4]} @{row[2]}" for row in ROWS],
)
def test_reads(
    table: str,
    text: str,
    published: str,
    before: str,
    after: str,
    type_: str,
    value: str,
    mod: str,
    interval: str,
) -> None:
    published = "" if published == "-" else published
    reading = resolve(text, published, before, after, language=TABLES[table])
    _expect(reading, type_, value, mod, interval)
    assert timex_value(text, published, before, after) == (value or None)  # the language is told by the letters
    _expect_other_readings(reading)
    _expect_interval_of_value(reading)


RATES = ("an hour",)  # "$12 an hour": read where it is tagged, but not suggested


@pytest.mark.parametrize(
    "row", [row for row in ROWS if row[0] == "news" and row[3] + row[4] and row[1] not in RATES], ids=str
)
def test_the_finder_meets_it_in_its_sentence(row: tuple[str, ...]) -> None:
    _, text, published, before, after, _, value, *_ = row
    begin, end = len(before), len(before) + len(text)
    met = [f for f in find(before + text + after, published) if f.span.begin < end and begin < f.span.end]
    assert met
    assert met[0].reading.value == value


NOT_OFFERED = ("16.20", "15h00", "two hours later")  # a price or a length to most who see it: read where it is tagged


@pytest.mark.parametrize("row", [row for row in ROWS if row[0] in WHOLE and row[1] not in NOT_OFFERED], ids=str)
def test_the_finder_takes_it_whole_from_its_sentence(row: tuple[str, ...]) -> None:
    _, text, published, before, after, _, value, *_ = row
    begin, end = len(before), len(before) + len(text)
    sentence = before + text + after
    met = [f for f in find(sentence, published) if f.span.begin < end and begin < f.span.end]
    assert [(f.span.of(sentence), f.reading.value) for f in met] == [(text, value)]


def test_there_are_enough_rows_in_each_language() -> None:
    counts = {name: sum(row[0] == name for row in ROWS) for name in TABLES}
    assert sum(counts.values()) >= 1500
    assert min(counts.values()) >= 60
