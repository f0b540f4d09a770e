"""The table of events: one row each, dates from the happening before those of the article, nothing lost in silence."""

import csv

import pytest

from dateline import assets
from dateline.exchange.formats import format_named
from dateline.exchange.options import WriteOptions
from dateline.model.annotation import Annotations, Annotator, Argument, Layer, Mention, TimeValue
from dateline.model.article import Article, State
from dateline.model.bundle import Bundle, Frame
from dateline.model.registry import Entity, Happening
from dateline.model.schema import Attribute, LabelType, Role, Schema
from dateline.model.text import Span
from dateline.model.when import Granularity, when_from_data

TEXT = "Nothing yet. Ada and Bo met in Rome on 4 March 2019. =SUM(A1)\nThe end."
DAY = when_from_data({"begin": "2019-03-04", "end": "2019-03-05", "granularity": "day"})
SCHEMA = Schema(
    "s",
    "S",
    types=(
        LabelType(
            "m", Layer.EVENT, "MEET", roles=(Role("Who"), Role("Place")), attributes=(Attribute("mode", ("visit",)),)
        ),
    ),
)


def span(words):
    return (Span(TEXT.index(words), TEXT.index(words) + len(words)),)


def written(tmp_path, happening=None):
    article = Article("a", TEXT, "Title", "2019-03-05", "Wire", "https://example.org/1")
    who = Annotator("p", "Ana")
    mentions = tuple(
        Mention(i, "a", "p", layer, label, span(words), attributes, entity, event)
        for i, layer, label, words, attributes, entity, event in (
            ("1", Layer.ENTITY, "PERSON", "Ada", {"gender": "f"}, "e1", None),
            ("2", Layer.ENTITY, "PERSON", "Bo", {}, None, None),
            ("3", Layer.EVENT, "MEET", "met", {"mode": "visit", "odd": "x"}, None, happening and happening.id),
            ("4", Layer.ENTITY, "GPE", "Rome", {}, None, None),
            ("5", Layer.TIME, "DATE", "4 March 2019", {}, None, None),
            ("6", Layer.ENTITY, "NUMBER", "=SUM(A1)", {}, None, None),
        )
    )
    arguments = tuple(
        Argument(f"x{i}", "3", role, filler)
        for i, (role, filler) in enumerate((("Who", "2"), ("Who", "1"), ("Place", "6"), ("Time", "5"), ("Odd", "4")))
    )
    times = (TimeValue("5", "2019-03-04", DAY),)
    bundle = Bundle(article, who, State.DONE, Annotations(mentions=mentions, times=times, arguments=arguments))
    frame = Frame(SCHEMA, (who,), (Entity("e1", "Ada Quill"),), (happening,) if happening else ())
    report = format_named("events").write(tmp_path / "e.csv", frame, [bundle], WriteOptions())
    with (tmp_path / "e.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file)), report


def test_an_event_is_a_row(tmp_path):
    ((row,), report) = written(tmp_path)
    assert (row["type"], row["trigger"], row["Who"], row["mode"]) == ("MEET", "met", "Ada Quill; Bo", "visit")
    assert (row["begin"], row["end"], row["granularity"], row["time"]) == (
        "2019-03-04",
        "2019-03-05",
        "day",
        "2019-03-04",
    )
    assert row["sentence"] == "Ada and Bo met in Rome on 4 March 2019."
    assert (row["title"], row["published"], row["annotator"], row["state"]) == ("Title", "2019-03-05", "Ana", "done")
    assert row["Place"] == "'=SUM(A1)"  # no spreadsheet runs it
    lost = {x.kind: x.examples for x in report.losses}
    assert lost["attributes that have no column"] == ("Ada: gender = f",)
    assert "arguments" not in " ".join(lost)
    assert "links to entities" in lost


def test_roles_and_attributes_that_the_schema_lacks_have_columns_behind_its_own(tmp_path):
    ((row,), _) = written(tmp_path)
    assert (row["Odd"], row["odd"]) == ("Rome", "x")
    names = list(row)
    assert names.index("Odd") > max(names.index(role) for role in ("Who", "Place"))
    assert names.index("mode") < names.index("odd") < names.index("trigger")


def test_a_happenings_own_date_goes_first(tmp_path):
    year = when_from_data({"begin": "2020-01-01", "end": "2021-01-01", "granularity": "year"})
    ((row,), _) = written(tmp_path, Happening("h", "The meeting", "MEET", year))
    assert (row["happening_id"], row["happening"]) == ("h", "The meeting")
    assert (row["begin"], row["granularity"]) == ("2020-01-01", Granularity.YEAR.value)


def test_the_sample_has_a_row_for_each_of_its_events(tmp_path):
    reader = format_named("dateline").read(assets.seeds("gold.jsonl"))
    frame, bundles = reader.frame, list(reader)
    format_named("events").write(tmp_path / "e.csv", frame, bundles, WriteOptions())
    with (tmp_path / "e.csv").open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    events = [m for b in bundles for m in b.annotations.mentions if m.layer is Layer.EVENT]
    assert [r["event_id"] for r in rows] == [m.id for m in events]
    assert {"Agent", "Target", "Participant", "Place", "Topic"} <= rows[0].keys()
    assert sum(bool(r["begin"]) for r in rows) > len(rows) / 2


def one_event(tmp_path, text, trigger, times=(), attributes=None, roles=(), schema=SCHEMA):
    """The row of one event, whose times and other fillers are words of its article."""

    def spans(words):
        return (Span(text.index(words), text.index(words) + len(words)),)

    event = Mention("e", "a", "p", Layer.EVENT, "MEET", spans(trigger), attributes or {})
    found = [Mention(f"t{n}", "a", "p", Layer.TIME, "DATE", spans(words)) for n, (words, _) in enumerate(times)]
    others = [Mention(f"o{n}", "a", "p", Layer.ENTITY, "GPE", spans(words)) for n, (_, words) in enumerate(roles)]
    arguments = [Argument(f"at{n}", "e", "Time", m.id) for n, m in enumerate(found)]
    arguments += [Argument(f"ao{n}", "e", role, f"o{n}") for n, (role, _) in enumerate(roles)]
    values = []
    for n, (_, day) in enumerate(times):
        next_day = f"{day[:-2]}{int(day[-2:]) + 1:02}"
        when = when_from_data({"begin": day, "end": next_day, "granularity": "day"})
        values.append(TimeValue(f"t{n}", day, when))
    mentions = tuple(sorted((event, *found, *others), key=lambda m: m.span))
    article = Article("a", text, "Title", "2018-03-01", language="en")
    made = Bundle(article, Annotator("p", "Ana"), State.DONE, Annotations(mentions, tuple(values), tuple(arguments)))
    report = format_named("events").write(tmp_path / "e.csv", Frame(schema), [made], WriteOptions())
    with (tmp_path / "e.csv").open(encoding="utf-8", newline="") as file:
        header, row = csv.reader(file)
    assert len(set(header)) == len(header)
    return dict(zip(header, row, strict=True)), report


@pytest.mark.parametrize(("text", "times", "begin", "end", "value"), [
    ("They met on 14 and 16 March 2018 there.", {"14": "2018-03-14", "16 March 2018": "2018-03-16"},
     "2018-03-14", "2018-03-17", "2018-03-14; 2018-03-16"),
    ("They met on 1 or 14 March 2018 there.", {"1": "2018-03-01", "14 March 2018": "2018-03-14"},
     "2018-03-01", "2018-03-02", "2018-03-01"),
    ("They met on 1 and 28 March 2018 there.", {"1": "2018-03-01", "28 March 2018": "2018-03-28"},
     "2018-03-01", "2018-03-02", "2018-03-01"),
    ("What they met for on 14 March 2018 was postponed to 21 March 2018.",
     {"14 March 2018": "2018-03-14", "21 March 2018": "2018-03-21"}, "2018-03-21", "2018-03-22", "2018-03-21"),
])  # fmt: skip
def test_an_events_date_is_that_of_the_timeline(tmp_path, text, times, begin, end, value):
    row, _ = one_event(tmp_path, text, "met", tuple(times.items()))
    assert (row["begin"], row["end"], row["time"]) == (begin, end, value)


def test_no_two_columns_have_one_name(tmp_path):
    odd = {"title": "T", "state": "S", "Place": "P", "Place (attribute)": "Q", "time": "now"}
    row, report = one_event(
        tmp_path, "They met in Rome and Oslo.", "met", (), odd, (("Place", "Rome"), ("sentence", "Oslo"))
    )
    assert (row["title"], row["state"], row["Place"], row["time"]) == ("Title", "done", "Rome", "")
    assert (row["title (attribute)"], row["state (attribute)"], row["time (attribute)"]) == ("T", "S", "now")
    assert (row["Place (attribute)"], row["Place (attribute 2)"]) == ("Q", "P")
    assert (row["sentence"], row["sentence (role)"]) == ("They met in Rome and Oslo.", "Oslo")
    assert not report.losses
