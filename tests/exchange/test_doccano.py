"""doccano: every version's records are read, offsets count what they count, and what was written comes back."""

import json
import zipfile

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from dateline.exchange.counting import has_astral, may_be_astral
from dateline.exchange.format import UnknownOption
from dateline.exchange.formats import format_named, recognised
from dateline.exchange.options import ReadOptions, Unit, WriteOptions
from dateline.exchange.problems import BadInput, Undecided
from dateline.model.annotation import Annotations, Annotator, Layer, Mention
from dateline.model.article import Article, State
from dateline.model.bundle import Bundle, Frame
from dateline.model.text import Span
from tests.exchange.foreign import (
    BREAKING,
    KNOWN,
    THOROUGH,
    broken,
    count,
    losses,
    named_projects,
    page,
    read_back,
    read_or_refused,
    written,
)
from tests.exchange.rich import RICH

TEXT = "😀 Ankara and 👩\u200d👧 Astana agreed."
WHO = Annotator("w", "Ada")


def lines(path, *records):
    path.write_text("\n".join(json.dumps(r, ensure_ascii=False) for r in records), "utf-8")
    return path


def covered(bundle):
    return [(m.text_of(bundle.article.text), m.label) for m in bundle.annotations.mentions]


@given(named_projects(), st.sampled_from(["codepoints", "utf16"]), st.booleans())
@example(RICH, "utf16", False)
@example(RICH, "codepoints", True)
@THOROUGH
def test_what_is_read_back_is_what_was_written(tmp_path, project, offsets, told):
    path = tmp_path / "x.jsonl"
    report = written("doccano", path, project, boilerplate=True, extra={"offsets": offsets})
    try:
        _, got = read_back("doccano", path, extra={"offsets": offsets} if told else {})
    except Undecided:  # chance begins spans inside words, which belies what the file says
        assert not told
        _, got = read_back("doccano", path, extra={"offsets": offsets})
    assert [page(b) for b in got] == [page(b, fragments=False) for b in project[1]]
    assert [b.state for b in got] == [b.state for b in project[1]]
    assert [(b.article.title, b.article.published) for b in got] == [
        (b.article.title, b.article.published) for b in project[1]
    ]
    names = [b.annotator.name if b.annotator else "x" for b in project[1]]
    assert [b.annotator.name for b in got] == names
    told = losses(report)
    assert told.get("discontinuous spans (written as the whole stretch)", 0) == count(
        project[1], lambda b: sum(len(m.fragments) > 1 for m in b.annotations.mentions)
    )
    assert told.get("values of times", 0) == count(project[1], lambda b: len(b.annotations.times))
    assert told.get("attributes", 0) == count(
        project[1], lambda b: sum(len(m.attributes) for m in b.annotations.mentions)
    )
    assert not {"arguments of events", "relations", "comments"} & set(told)


@given(named_projects())
@example(RICH)
@THOROUGH
def test_triples_hold_spans_and_say_what_they_do_not(tmp_path, project):
    path = tmp_path / "x.jsonl"
    report = written("doccano", path, project, boilerplate=True, extra={"style": "triples"})
    _, got = read_back("doccano", path, extra={"offsets": "utf16"})
    assert [page(b, links=False) for b in got] == [page(b, fragments=False, links=False) for b in project[1]]
    assert losses(report).get("arguments of events", 0) == count(project[1], lambda b: len(b.annotations.arguments))
    assert losses(report).get("relations", 0) == count(project[1], lambda b: len(b.annotations.relations))
    keys = {tuple(json.loads(line)) for line in path.read_bytes().splitlines()}
    assert len(keys) <= 1  # doccano wants the same metadata on every line


@pytest.mark.parametrize(
    "record",
    [
        {"label": [[0, 6, "GPE"]]},
        {"labels": [[0, 6, "GPE"]], "meta": {"title": "T"}},
        {"labels": [[0, 6, "GPE"]], "meta": '{"title": "T"}', "annotation_approver": None},
        {"entities": [{"id": 3, "label": "GPE", "start_offset": 0, "end_offset": 6}], "relations": []},
        {"annotations": [{"label": "GPE", "start_offset": 0, "end_offset": 6, "user": 1}]},
    ],
)
def test_records_of_all_versions(tmp_path, record):
    path = lines(tmp_path / "admin.jsonl", {"id": 7, "text": "Ankara agreed"} | record | {"Comments": ["sure?"]})
    assert recognised(path).name == "doccano"
    reader, (bundle,) = read_back("doccano", path)
    assert covered(bundle) == [("Ankara", "GPE")]
    assert bundle.annotator.name == "admin"
    assert bundle.article.meta["id"] == "7"
    assert bundle.article.title == ("T" if "meta" in record else "")
    assert [c.text for c in bundle.annotations.comments] == ["sure?"]
    assert reader.problems == []


def test_labels_that_are_numbers_and_several_users(tmp_path):
    spans = [{"label": n, "start_offset": 0, "end_offset": 6, "user": n} for n in (1, 2)]
    _, bundles = read_back("doccano", lines(tmp_path / "x.json", {"text": "Ankara", "annotations": spans}))
    assert [(b.annotator.name, covered(b)) for b in bundles] == [
        ("user 1", [("Ankara", "label_1")]),
        ("user 2", [("Ankara", "label_2")]),
    ]
    assert len({b.article.id for b in bundles}) == 1


@pytest.mark.parametrize("turned", [False, True])
def test_the_order_of_lines_decides_nothing(tmp_path, turned):
    """A label from an event fills a role, from anything else it is a relation, whichever line comes first."""
    entities = [
        {"id": 1, "label": "MEET", "start_offset": 7, "end_offset": 13},
        {"id": 2, "label": "GPE", "start_offset": 0, "end_offset": 6},
    ]
    records = [
        {"text": f"Ankara agreed {n}", "entities": entities, "relations": [{"from_id": a, "to_id": b, "type": "Host"}]}
        for n, (a, b) in enumerate(((1, 2), (2, 1)))
    ]
    path = lines(tmp_path / "x.jsonl", *(reversed(records) if turned else records))
    labels = {"MEET": Layer.EVENT, "GPE": Layer.ENTITY}
    _, got = read_back("doccano", path, labels=labels)
    by_text = {b.article.text[-1]: b.annotations for b in got}
    assert [a.role for a in by_text["0"].arguments] == ["Host"]
    assert [r.label for r in by_text["1"].relations] == ["Host"]
    assert not by_text["0"].relations
    assert not by_text["1"].arguments


def test_relations_from_events_are_arguments(tmp_path):
    entities = [
        {"id": 1, "label": "GPE", "start_offset": 0, "end_offset": 6},
        {"id": 2, "label": "AGREE", "start_offset": 7, "end_offset": 13},
    ]
    relations = [
        {"id": 1, "from_id": 2, "to_id": 1, "type": "Agent"},
        {"id": 2, "from_id": 2, "to_id": 1, "type": "BEFORE"},
        {"id": 3, "from_id": 1, "to_id": 2, "type": "near"},
    ]
    record = {"text": "Ankara agreed", "entities": entities, "relations": relations}
    reader, (bundle,) = read_back("doccano", lines(tmp_path / "x.jsonl", record))
    found = page(bundle)
    assert found["arguments"] == [(1, "Agent", 0)]
    assert found["relations"] == [(0, "near", 1), (1, "BEFORE", 0)]
    assert reader.unknown_labels == {"near": Layer.RELATION}


@given(st.text(st.characters(exclude_categories=["Cs"])), st.booleans())
def test_texts_that_offsets_may_be_asked_about_are_told_by_their_bytes(text, escaped):
    data = json.dumps({"text": text}, ensure_ascii=escaped).encode()
    assert may_be_astral(data) or not has_astral(text)
    assert may_be_astral(json.dumps("\U00010000", ensure_ascii=escaped).encode())
    assert not may_be_astral(json.dumps("Çavuşoğlu \uffff \ud7ff", ensure_ascii=escaped).encode())


@pytest.mark.parametrize(
    ("spans", "reading"),
    [([[2, 8, "GPE"], [13, 16, "X"], [17, 23, "GPE"]], "codepoints"), ([[3, 9, "GPE"], [20, 26, "GPE"]], "utf16")],
)
@pytest.mark.parametrize("skip_bad", [False, True])
def test_what_offsets_count_is_asked_and_the_likelier_reading_comes_first(tmp_path, spans, reading, skip_bad):
    path = lines(tmp_path / "x.jsonl", {"text": "plain", "label": []}, {"text": TEXT, "label": spans})
    with pytest.raises(Undecided) as asked:
        read_back("doccano", path, skip_bad=skip_bad)
    (problem,) = asked.value.problems
    assert (problem.file, problem.line, problem.field) == ("x.jsonl", 2, "offsets")
    assert "--offsets utf16" in str(problem.what_to_do)
    assert str(problem.what_to_do).endswith(f"the edges of words suggest {reading}")
    assert asked.value.key == "offsets"
    assert asked.value.answers[0].value == reading
    assert {"Ankara", "Astana"} <= set(asked.value.answers[0].examples)
    _, (_, bundle) = read_back("doccano", path, extra={"offsets": reading})
    assert {word for word, label in covered(bundle) if label == "GPE"} == {"Ankara", "Astana"}


@pytest.mark.parametrize(
    "record",
    [
        {"text": "Ankara 😀", "label": [[0, 6, "GPE"]]},  # all spans stand before it
        {"text": "😀 Ankara", "label": []},
        {"text": "Çankaya – “Ankara”", "label": [[11, 17, "GPE"]]},  # nothing beyond 16 bits
    ],
)
def test_where_readings_agree_nothing_is_asked(tmp_path, record):
    reader, (bundle,) = read_back("doccano", lines(tmp_path / "x.jsonl", record))
    assert [word for word, _ in covered(bundle)] == ["Ankara"] * len(record["label"])
    assert reader.notices == []


@pytest.mark.parametrize("written_as", ["utf16", "codepoints"])
def test_an_export_of_ours_says_what_its_offsets_count_and_is_not_asked_about(tmp_path, written_as):
    mention = Mention("m", "a", "p", Layer.ENTITY, "GPE", (Span(7, 9),))
    page = Bundle(Article("a", "😀😀😀 xy Oslo"), Annotator("p", "Ada"), State.DONE, Annotations((mention,)))
    path = tmp_path / "out.jsonl"
    format_named("doccano").write(path, Frame(), [page], WriteOptions(extra={"offsets": written_as}))
    (record,) = (json.loads(line) for line in path.read_text("utf-8").splitlines())
    assert record["offsets"] == written_as
    _, (bundle,) = read_back("doccano", path)
    assert bundle.annotations.mentions[0].fragments == (Span(7, 9),)
    assert "offsets" not in bundle.article.meta
    lines(
        path,
        {key: value for key, value in record.items() if key in ("text", "entities")}
        | {"meta": {"offsets": written_as}},
    )
    _, (bundle,) = read_back("doccano", path)
    assert bundle.annotations.mentions[0].fragments == (Span(7, 9),)
    lines(path, record | {"offsets": "unknown"})
    with pytest.raises(Undecided):
        read_back("doccano", path)
    _, (bundle,) = read_back("doccano", path, extra={"offsets": written_as})
    assert bundle.article.meta == {"article": "a", "offsets": "unknown"}, "no id as this program makes them"


def test_what_offsets_count_can_be_said(tmp_path):
    begin = len("😀 Ankara and x ")
    path = lines(tmp_path / "x.jsonl", {"text": TEXT, "label": [[begin, begin + 6, "GPE"]]})
    _, (bundle,) = read_back("doccano", path, extra={"offsets": "graphemes"})
    assert covered(bundle) == [("Astana", "GPE")]
    with pytest.raises(UnknownOption, match="codepoints, utf16, graphemes, not 'bytes'"):
        read_back("doccano", path, extra={"offsets": "bytes"})
    with pytest.raises(UnknownOption, match="has no option offset; it has offsets"):
        read_back("doccano", path, extra={"offset": "utf16"})
    with pytest.raises(UnknownOption, match="the format text has no choice of offsets: leave out --offsets"):
        format_named("text").read(path, ReadOptions(extra={"offsets": "utf16"}))


def test_a_zip_holds_a_file_for_each_annotator(tmp_path):
    article, other = Article("a", "Ankara agreed"), Annotator("v", "Bo/ris")
    bundles = [
        Bundle(article, w, State.DONE, Annotations((Mention(w.id, "a", w.id, Layer.ENTITY, label, (Span(0, 6),)),)))
        for w, label in ((WHO, "GPE"), (other, "PERSON"))
    ]
    path = tmp_path / "x.zip"
    written("doccano", path, (Frame(annotators=(WHO, other)), bundles))
    with zipfile.ZipFile(path) as archive:
        assert archive.namelist() == ["Ada.jsonl", "Bo ris.jsonl"]
    assert recognised(path).name == "doccano"
    _, got = read_back("doccano", path)
    assert sorted((b.annotator.name, covered(b)) for b in got) == [
        ("Ada", [("Ankara", "GPE")]),
        ("Bo/ris", [("Ankara", "PERSON")]),
    ]
    assert len({b.article.id for b in got}) == 1


@pytest.mark.parametrize(
    ("key", "said", "columns"),
    [
        ("label", ["politics", "asia"], {"label": "asia, politics"}),
        ("labels", ["weather"], {"label": "weather"}),
        ("label", ["Ministers met, and agreed."], {"label": "Ministers met, and agreed."}),
        ("label", ["They met, then left.", "A visit."], {"label": "They met, then left.", "label 2": "A visit."}),
        ("annotations", [{"label": 2, "user": 1}], {"label": "label_2"}),
        ("annotations", [{"text": "A visit.", "user": 1}], {"label": "A visit."}),
        (
            "annotations",
            [{"label": 2, "user": 1}, {"label": 2, "user": 5}, {"label": 3, "user": 5}],
            {"label": "label_2 (user 1; user 5), label_3 (user 5)"},
        ),
    ],
)
def test_what_is_said_of_a_whole_text_is_a_column(tmp_path, key, said, columns):
    path = lines(tmp_path / "x.jsonl", {"id": 4, "text": "Ann left.", key: said, "region": "EU"})
    assert recognised(path).name == "doccano"
    reader, got = read_back("doccano", path)
    assert {b.article.text for b in got} == {"Ann left."}
    assert [(b.state, len(b.annotations.mentions)) for b in got] == [(State.NEW, 0)] * len(got)
    meta = got[-1].article.meta
    assert {name: value for name, value in meta.items() if name.startswith("label")} == columns
    assert meta["region"] == "EU"
    assert len([n for n in reader.notices if "whole texts" in n.what]) == 1


def test_a_zip_of_users_without_names_in_it(tmp_path):
    with zipfile.ZipFile(tmp_path / "x.zip", "w") as archive:
        archive.writestr("ada.jsonl", '{"text":"Ankara","label":[[0,6,"GPE"]]}\n')
        archive.writestr("all.jsonl", '{"text":"Astana","label":[[0,6]]}\n')
    reader, got = read_back("doccano", tmp_path / "x.zip", skip_bad=True)
    assert [b.annotator.name for b in got] == ["ada"]
    assert str(reader.problems[0]) == "x.zip: all.jsonl, line 1, label[0]: has 2 parts, not [start, end, label]"


@pytest.mark.parametrize(
    ("record", "said"),
    [
        ({"text": "x", "label": ["sport", [0, 1, "A"]]}, "label[0]: is a text, not a span"),
        ({"text": "x", "label": [[0, 0, "A"]]}, "label[0]: the span 0 to 0 is empty"),
        ({"text": "x", "label": [[0, 2, "A"]]}, "label[0]: the span 0 to 2 is outside the text"),
        ({"text": "x", "label": [[0, "1", "A"]]}, "label[0]: an offset is a text, not a whole number"),
        ({"text": "x", "label": [[0, 1, 5]]}, "label[0]: the label is a number, not a text"),
        ({"text": "", "label": []}, "text: is empty"),
        ({"label": []}, "text: missing"),
        ({"text": "x", "label": [[0, 1, "BEFORE"]]}, "label[0]: the label BEFORE is for relation in the schema"),
        ({"text": "x", "entities": [], "relations": [{"from_id": 1, "to_id": 1, "type": "A"}]}, "relations[0].from_id"),
        (
            {"text": "xy", "entities": [{"id": 7, "label": "A", "start_offset": n, "end_offset": 2} for n in (0, 1)]},
            "entities[1].id: the id 7 is there twice",
        ),
        ({"text": "x", "label": 5}, "label: is a number, not a list"),
    ],
)
def test_what_is_wrong_is_said(tmp_path, record, said):
    with pytest.raises(BadInput) as refused:
        read_back("doccano", lines(tmp_path / "x.jsonl", record))
    assert str(refused.value).startswith(f"x.jsonl, line 1, {said}")


def test_the_same_sentence_twice_is_two_articles(tmp_path):
    path = lines(tmp_path / "x.jsonl", *[{"text": "Yes.", "label": []}] * 2)
    _, got = read_back("doccano", path)
    assert len({b.article.id for b in got}) == 2


def test_sentences_can_be_the_records(tmp_path):
    article = Article("a", "Ankara agreed 😀. Astana waits.")
    mention = Mention("m", "a", "w", Layer.ENTITY, "GPE", (Span(17, 23),))
    bundle = Bundle(article, WHO, State.DONE, Annotations((mention,)))
    written("doccano", tmp_path / "x.jsonl", (Frame(), [bundle]), unit=Unit.SENTENCE, empty=False)
    (record,) = [json.loads(line) for line in (tmp_path / "x.jsonl").read_text("utf-8").splitlines()]
    assert (record["text"], record["begin"], record["article"]) == ("Astana waits.", 17, "a")


@given(named_projects(), st.integers(0, 2**32))
@BREAKING
def test_mutated_files_are_read_or_refused(tmp_path, project, seed):
    path = tmp_path / "x.jsonl"
    written("doccano", path, project, extra={"style": ("entities", "triples")[seed % 2]})
    broken("doccano", path, path.read_bytes(), seed, 50, extra={"offsets": ("utf16", "codepoints", "ask")[seed % 3]})


@given(st.binary(max_size=300))
@THOROUGH
def test_any_bytes_at_all(tmp_path, data):
    path = tmp_path / "x.jsonl"
    path.write_bytes(data)
    read_or_refused("doccano", path)
    path.rename(tmp_path / "x.zip")
    read_or_refused("doccano", tmp_path / "x.zip")


def test_it_is_not_mistaken_for_other_formats(tmp_path):
    for record in ({"text": "x", "spans": []}, {"text": "x"}, {"text": "x", "label": "sport"}):
        assert not format_named("doccano").recognises(tmp_path / "x.jsonl", json.dumps(record).encode())
    assert (
        list(format_named("doccano").read(lines(tmp_path / "e.jsonl"), ReadOptions(skip_bad=True, labels=KNOWN))) == []
    )


def test_fields_that_hold_no_plain_values_are_said_to_be_left_out(tmp_path):
    record = {"text": "Ada", "label": [[0, 3, "PER"]], "tags": ["a"], "cats": [], "desk": "home"}
    (tmp_path / "x.jsonl").write_text("\n".join(json.dumps(record | {"text": t}) for t in ("Ada", "Ada.")), "utf-8")
    reader, got = read_back("doccano", tmp_path / "x.jsonl", labels={"PER": Layer.ENTITY})
    assert [b.article.meta for b in got] == [{"desk": "home"}] * 2
    assert [str(n) for n in reader.notices] == ["x.jsonl, line 1: the field tags holds a list and is left out"]


def test_entities_may_be_triples(tmp_path):
    """As scripts write them that were made for spaCy."""
    path = tmp_path / "a.jsonl"
    path.write_text('{"text": "Ada met Bo.", "entities": [[0, 3, "PER"], [8, 10, "PER"]]}\n')
    assert recognised(path).name == "doccano"
    (got,) = format_named("doccano").read(path)
    assert [m.text_of(got.article.text) for m in got.annotations.mentions] == ["Ada", "Bo"]
