"""What is wrong with a native file is named by line and field, and nothing of it is taken."""

import json

import pytest

from dateline.exchange import jsonl
from dateline.exchange.formats import format_named
from dateline.exchange.options import ReadOptions
from dateline.exchange.problems import BadInput, ProblemKind
from dateline.model.annotation import Annotator, Layer

NATIVE = format_named("dateline")
PROJECT = {
    "record": "project",
    "format": "dateline",
    "version": 1,
    "schema": {"name": "s", "entity": [{"name": "GPE"}], "event": [{"name": "AGREE"}], "time": [{"name": "DATE"}]},
    "annotators": [{"id": "w", "name": "Ada", "kind": "person"}],
    "entities": [{"id": "E", "name": "Ankara"}],
    "happenings": [{"id": "H", "name": "The deal"}],
}
TEXT = "Ankara agreed on 😀 Thursday"


def mention(**changes):
    return {"id": "m1", "label": "GPE", "start": 0, "end": 6, "text": "Ankara"} | changes


def event(**changes):
    trigger = {"start": 7, "end": 13, "text": "agreed"}
    return {"id": "e1", "label": "AGREE", "trigger": trigger} | changes


def article(**changes):
    return {"record": "article", "id": "a", "text": TEXT, "annotator": PROJECT["annotators"][0]} | changes


def argument(**changes):
    return {"id": "g", "role": "Agent", "mention": "m1", "start": 0, "end": 6, "text": "Ankara"} | changes


def write(path, *records):
    lines = [r if isinstance(r, bytes) else json.dumps(r).encode() for r in records]
    path.write_bytes(b"\n".join(lines) + b"\n")
    return path


def refused(path, **options):
    with pytest.raises(BadInput) as caught:
        list(NATIVE.read(path, ReadOptions(**options)))
    return caught.value.problems


TIME = {"id": "t", "label": "DATE", "start": 19, "end": 27, "text": "Thursday", "value": "2018-04-19"}
WHEN = {"begin": "2018-04-19", "end": "2018-04-20", "granularity": "day"}
CASES = [
    (b"{", None, ProblemKind.SYNTAX),
    (b"[1]", None, ProblemKind.SYNTAX),
    (b'"x"', None, ProblemKind.SYNTAX),
    (b"null", None, ProblemKind.SYNTAX),
    (b'{"record":"article","id":"a","text":"x","position":NaN}', None, ProblemKind.SYNTAX),
    (b'{"record":"article","id":"a","text":"x","position":Infinity}', None, ProblemKind.SYNTAX),
    (rb'{"record":"article","id":"a","text":"\ud800"}', None, ProblemKind.SYNTAX),
    (b"[" * 100_000, None, ProblemKind.SYNTAX),
    (b'{"a":' * 100_000 + b"1" + b"}" * 100_000, None, ProblemKind.SYNTAX),
    (b'{"record":"article","id":"a","text":"caf\xe9"}', None, ProblemKind.ENCODING),
    ('{"record":"article"}'.encode("utf-16"), None, ProblemKind.ENCODING),
    ({"record": "thing"}, "record", ProblemKind.FIELD),
    ({"id": "a", "text": "x"}, "record", ProblemKind.FIELD),
    (article(text=""), "text", ProblemKind.FIELD),
    (article(id=""), "id", ProblemKind.FIELD),
    (article(id=7), "id", ProblemKind.FIELD),
    (article(text=None), "text", ProblemKind.FIELD),
    (article(title=["x"]), "title", ProblemKind.FIELD),
    (article(position="1"), "position", ProblemKind.FIELD),
    (article(position=True), "position", ProblemKind.FIELD),
    (article(position=10**30), "position", ProblemKind.FIELD),
    (article(meta={"a": 1}), "meta.a", ProblemKind.FIELD),
    (article(meta=["x"]), "meta", ProblemKind.FIELD),
    (article(published="Thursday"), "published", ProblemKind.DATE),
    (article(sha256="0" * 64), "sha256", ProblemKind.TEXT),
    (article(state="finished"), "state", ProblemKind.FIELD),
    (article(annotator="Ada"), "annotator", ProblemKind.FIELD),
    (article(annotator={"id": "w"}), "annotator.name", ProblemKind.FIELD),
    (article(annotator={"id": "w", "name": "Bo"}), "annotator", ProblemKind.DUPLICATE_ID),
    (article(annotator={"id": "v", "name": "V", "kind": "cat"}), "annotator.kind", ProblemKind.FIELD),
    (article(annotator=None, entities=[mention()]), "annotator", ProblemKind.FIELD),
    (article(entities={}), "entities", ProblemKind.FIELD),
    (article(entities=["x"]), "entities[0]", ProblemKind.FIELD),
    (article(entities=[mention(id=None)]), "entities[0].id", ProblemKind.FIELD),
    (article(entities=[mention(label=3)]), "entities[0].label", ProblemKind.FIELD),
    (article(entities=[mention(start="0")]), "entities[0].start", ProblemKind.FIELD),
    (article(entities=[mention(start=0.0)]), "entities[0].start", ProblemKind.FIELD),
    (article(entities=[mention(start=False)]), "entities[0].start", ProblemKind.FIELD),
    (article(entities=[mention(start=-1)]), "entities[0].start", ProblemKind.OFFSETS),
    (article(entities=[mention(end=28)]), "entities[0].end", ProblemKind.OFFSETS),
    (article(entities=[mention(end=10**20)]), "entities[0].end", ProblemKind.FIELD),
    (article(entities=[mention(start=6, end=0)]), "entities[0].end", ProblemKind.OFFSETS),
    (article(entities=[mention(end=0)]), "entities[0].end", ProblemKind.OFFSETS),
    (article(entities=[mention(text="Ankar")]), "entities[0].text", ProblemKind.TEXT),
    (article(entities=[mention(), mention()]), "entities[1].id", ProblemKind.DUPLICATE_ID),
    (article(entities=[mention(attributes={"a": 1})]), "entities[0].attributes.a", ProblemKind.FIELD),
    (article(entities=[mention(attributes="x")]), "entities[0].attributes", ProblemKind.FIELD),
    (article(entities=[mention(entity="Q")]), "entities[0].entity", ProblemKind.REFERENCE),
    (article(entities=[mention(entity=["E"])]), "entities[0].entity", ProblemKind.FIELD),
    (article(entities=[mention(label="AGREE")]), "entities[0].label", ProblemKind.UNKNOWN_LABEL),
    (article(entities=[mention(fragments=[[0, 2], [1, 6]])]), "entities[0].fragments", ProblemKind.OFFSETS),
    (article(entities=[mention(fragments=[[0, 2], [3, 5]])]), "entities[0].fragments", ProblemKind.OFFSETS),
    (article(entities=[mention(fragments=[[0, 2, 3]])]), "entities[0].fragments", ProblemKind.FIELD),
    (article(entities=[mention(fragments=[[0, 99]])]), "entities[0].fragments[0].end", ProblemKind.OFFSETS),
    (article(entities=[mention(fragments=[])]), "entities[0].fragments", ProblemKind.FIELD),
    (article(times=[TIME | {"value": 3}]), "times[0].value", ProblemKind.FIELD),
    (article(times=[TIME | {"source": "guess"}]), "times[0].source", ProblemKind.FIELD),
    (article(times=[TIME | {"source": ["rule"]}]), "times[0].source", ProblemKind.FIELD),
    (article(times=[TIME | {"when": "2018"}]), "times[0].when", ProblemKind.FIELD),
    (article(times=[TIME | {"when": WHEN | {"begin": "x"}}]), "times[0].when", ProblemKind.FIELD),
    (article(times=[TIME | {"when": WHEN | {"begin": ["x"]}}]), "times[0].when", ProblemKind.FIELD),
    (article(times=[TIME | {"when": WHEN | {"end": "2018-04-18"}}]), "times[0].when", ProblemKind.FIELD),
    (article(times=[TIME | {"when": WHEN | {"granularity": "era"}}]), "times[0].when", ProblemKind.FIELD),
    (article(times=[TIME | {"when": {"granularity": "day"}}]), "times[0].when", ProblemKind.FIELD),
    (article(times=[TIME | {"when": WHEN | {"begin": "9" * 400 + "-01-01"}}]), "times[0].when", ProblemKind.FIELD),
    (article(times=[TIME | {"when": WHEN | {"end": "+999999999999999-01-01"}}]), "times[0].when", ProblemKind.FIELD),
    (article(events=[event(trigger=None)]), "events[0].trigger", ProblemKind.FIELD),
    (article(events=[event(trigger={"start": 7})]), "events[0].trigger.end", ProblemKind.FIELD),
    (article(events=[event(happening="Q")]), "events[0].happening", ProblemKind.REFERENCE),
    (article(events=[event(arguments="x")]), "events[0].arguments", ProblemKind.FIELD),
    (article(events=[event(arguments=[argument()])]), "events[0].arguments[0].mention", ProblemKind.REFERENCE),
    (
        article(entities=[mention()], events=[event(arguments=[argument(start=1)])]),
        "events[0].arguments[0].start",
        ProblemKind.OFFSETS,
    ),
    (
        article(entities=[mention()], events=[event(arguments=[argument(role="")])]),
        "events[0].arguments[0].role",
        ProblemKind.FIELD,
    ),
    (
        article(entities=[mention()], events=[event(arguments=[argument(), argument()])]),
        "arguments",
        ProblemKind.DUPLICATE_ID,
    ),
    (
        article(relations=[{"id": "r", "label": "B", "source": "m1", "target": "m1"}]),
        "relations[0].source",
        ProblemKind.REFERENCE,
    ),
    (article(negatives=[{"id": "z", "start": 3, "end": 9}] * 2), "regions", ProblemKind.DUPLICATE_ID),
    (article(regions=[{"id": "z", "start": 3, "end": 99}]), "regions[0].end", ProblemKind.OFFSETS),
    (article(regions=[{"id": "z", "start": 3, "end": 9, "kind": "x"}]), "regions[0].kind", ProblemKind.FIELD),
    (article(comments=[{"id": "c", "text": "x", "mention": "q"}]), "comments[0].mention", ProblemKind.REFERENCE),
]


@pytest.mark.parametrize(("line", "field", "kind"), CASES)
def test_a_bad_line_is_named_by_number_and_field(tmp_path, line, field, kind):
    path = write(tmp_path / "gold.jsonl", PROJECT, article(id="first"), line)
    (problem,) = refused(path)
    assert (problem.file, problem.line, problem.field or None, problem.kind) == ("gold.jsonl", 3, field, kind)
    assert "gold.jsonl, line 3" in str(problem)
    reader = NATIVE.read(path, ReadOptions(skip_bad=True))
    assert [b.article.id for b in reader] == ["first"]
    assert reader.problems == [problem]


PROJECT_CASES = [
    (PROJECT | {"format": "other"}, "record", ProblemKind.SYNTAX),
    (PROJECT | {"version": 2}, "version", ProblemKind.VERSION),
    (PROJECT | {"version": "1"}, "version", ProblemKind.FIELD),
    (PROJECT | {"schema": "diplomacy"}, "schema", ProblemKind.FIELD),
    (PROJECT | {"schema": {"entity": [{"title": "no name"}]}}, "schema", ProblemKind.FIELD),
    (PROJECT | {"schema": {"entity": "GPE"}}, "schema", ProblemKind.FIELD),
    (PROJECT | {"annotators": [{"id": "w", "name": "A"}] * 2}, "annotators", ProblemKind.DUPLICATE_ID),
    (PROJECT | {"annotators": ["Ada"]}, "annotators[0]", ProblemKind.FIELD),
    (PROJECT | {"entities": [{"id": "E"}]}, "entities[0].name", ProblemKind.FIELD),
    (PROJECT | {"entities": [{"id": "E", "name": "x", "aliases": [1]}]}, "entities[0].aliases[0]", ProblemKind.FIELD),
    (PROJECT | {"happenings": [{"id": "H", "name": "x", "when": 3}]}, "happenings[0].when", ProblemKind.FIELD),
]


@pytest.mark.parametrize(("line", "field", "kind"), PROJECT_CASES)
def test_a_bad_first_record_is_named(tmp_path, line, field, kind):
    problems = refused(write(tmp_path / "x.jsonl", line))
    assert (problems[0].line, problems[0].field, problems[0].kind) == (1, field, kind)


def test_a_newer_file_is_not_read_on_even_when_bad_lines_are_skipped(tmp_path):
    path = write(tmp_path / "x.jsonl", PROJECT | {"version": 9}, article())
    reader = NATIVE.read(path, ReadOptions(skip_bad=True))
    assert list(reader) == []
    assert "newer Dateline" in reader.problems[0].what


def test_all_problems_are_named_at_once(tmp_path):
    lines = [article(id=f"a{i}", entities=[mention(id=f"m{i}", end=99 if i % 2 else 6)]) for i in range(10)]
    problems = refused(write(tmp_path / "x.jsonl", PROJECT, *lines))
    assert [p.line for p in problems] == [3, 5, 7, 9, 11]


def test_nothing_is_yielded_after_a_problem_in_a_strict_import(tmp_path):
    path = write(tmp_path / "x.jsonl", PROJECT, article(id="one"), b"{", article(id="two"))
    got = []
    with pytest.raises(BadInput):
        got.extend(b.article.id for b in NATIVE.read(path))
    assert "two" not in got


def test_the_same_pair_of_article_and_annotator_twice(tmp_path):
    (problem,) = refused(write(tmp_path / "x.jsonl", PROJECT, article(), article()))
    assert (problem.line, problem.kind) == (3, ProblemKind.DUPLICATE_ID)


def test_one_article_id_with_two_texts(tmp_path):
    other = article(text="Other", annotator={"id": "v", "name": "Bo"})
    (problem,) = refused(write(tmp_path / "x.jsonl", PROJECT, article(), other))
    assert (problem.line, problem.field, problem.kind) == (3, "id", ProblemKind.DUPLICATE_ID)


def test_short_ids_must_differ_over_the_whole_file(tmp_path):
    lines = [article(id=i, entities=[mention()]) for i in ("a", "b")]
    (problem,) = refused(write(tmp_path / "x.jsonl", PROJECT, *lines))
    assert (problem.line, problem.kind) == (3, ProblemKind.DUPLICATE_ID)
    assert "m1" in problem.what


def test_annotations_without_annotator_go_to_whom_the_options_name(tmp_path):
    path = write(tmp_path / "x.jsonl", PROJECT, article(annotator=None, entities=[mention()]))
    (bundle,) = NATIVE.read(path, ReadOptions(annotator=Annotator("me", "Me")))
    assert bundle.annotator == Annotator("me", "Me")
    assert bundle.annotations.mentions[0].annotator_id == "me"


def test_unknown_labels_are_told_once_and_kept(tmp_path):
    found = [mention(label="SHIP"), mention(id="m2", label="SHIP")]
    reader = NATIVE.read(write(tmp_path / "x.jsonl", PROJECT, article(entities=found)), ReadOptions(labels={}))
    (bundle,) = reader
    assert len(bundle.annotations.mentions) == 2
    assert reader.unknown_labels == {"SHIP": Layer.ENTITY}
    (notice,) = reader.notices
    assert (notice.kind, notice.line, notice.field) == (ProblemKind.UNKNOWN_LABEL, 2, "entities[0].label")
    assert reader.problems == []


def test_labels_of_the_project_or_of_the_file_are_known(tmp_path):
    path = write(tmp_path / "x.jsonl", PROJECT, article(entities=[mention(), mention(id="m2", label="SHIP")]))
    reader = NATIVE.read(path, ReadOptions(labels={"SHIP": Layer.ENTITY}))
    assert len(list(reader)) == 1
    assert reader.notices == []


def test_a_key_given_twice_is_refused(tmp_path):
    """Neither of the two values is known to be the one that was meant."""
    twice = b'{"record":"article","id":"a","text":"one","text":"two"}'
    within = b'{"record":"article","id":"a","text":"one","meta":{"x":[{"k":1,"k":1}]}}'
    path = write(tmp_path / "x.jsonl", article(id="ok"), twice, within)
    problems = refused(path)
    assert [(p.line, p.what) for p in problems] == [
        (2, "the key 'text' is given twice in one object"),
        (3, "the key 'k' is given twice in one object"),
    ]
    assert [b.article.id for b in NATIVE.read(path, ReadOptions(skip_bad=True))] == ["ok"]


def test_a_line_without_end_is_refused_without_taking_it_in(tmp_path, monkeypatch):
    monkeypatch.setattr(jsonl, "LONGEST_LINE", 1000)
    monkeypatch.setattr(jsonl.lines, "__defaults__", (1000,))
    long = b'{"record":"article","id":"x","text":"' + b"x" * 3_000_000 + b'"}'
    path = write(tmp_path / "x.jsonl", article(id="a"), long, article(id="b"))
    reader = NATIVE.read(path, ReadOptions(skip_bad=True))
    assert [b.article.id for b in reader] == ["a", "b"]
    (problem,) = reader.problems
    assert (problem.line, problem.kind) == (2, ProblemKind.TOO_LARGE)


@pytest.mark.parametrize("content", [b"", b"\n\n  \n", b"\xef\xbb\xbf"])
def test_a_file_without_a_record_is_said_to_hold_none(tmp_path, content):
    (tmp_path / "x.jsonl").write_bytes(content)
    assert refused(tmp_path / "x.jsonl")[0].kind is ProblemKind.EMPTY


def test_a_mark_and_windows_line_ends_do_no_harm(tmp_path):
    path = tmp_path / "x.jsonl"
    path.write_bytes(b"\xef\xbb\xbf" + json.dumps(PROJECT).encode() + b"\r\n\r\n" + json.dumps(article()).encode())
    assert [b.article.id for b in NATIVE.read(path)] == ["a"]


def test_a_file_that_is_not_there(tmp_path):
    problems = refused(tmp_path / "gone.jsonl", skip_bad=True)
    assert problems[0].kind is ProblemKind.UNREADABLE
    assert "gone.jsonl" in str(problems[0])
