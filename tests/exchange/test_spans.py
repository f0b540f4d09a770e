"""Spans JSONL: units of text with spans that point at the right words, whatever was cut out around them."""

import json

import jsonschema
import pytest
from hypothesis import HealthCheck, assume, example, given, settings
from msgspec.structs import replace

from dateline import assets
from dateline.exchange.formats import format_named
from dateline.exchange.options import ReadOptions, Unit, WriteOptions
from dateline.exchange.problems import BadInput, ProblemKind
from dateline.model.annotation import Annotations, Annotator, Layer, Mention
from dateline.model.article import Article, Region, RegionKind, State
from dateline.model.bundle import Bundle, Frame
from dateline.model.text import Span, text_sha256
from dateline.scratch import Ledger
from tests.exchange.bundles import projects
from tests.exchange.rich import RICH

SPANS = format_named("spans")
SCHEMA = json.loads(assets.resources("jsonschema", "spans.schema.json").read_text("utf-8"))
UNHURRIED = settings(
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow], deadline=None, max_examples=40
)
WHO = Annotator("w", "Ada")
TEXT = "SHARE THIS\nAnkara agreed 😀.\nNothing here. Astana waits.\nREAD MORE about Ankara\nBaku spoke."


def at(words, start=0):
    begin = TEXT.index(words, start)
    return Span(begin, begin + len(words))


def mention(n, words, label="GPE", start=0, layer=Layer.ENTITY):
    return Mention(f"m{n}", "a", "w", layer, label, (at(words, start),))


def bundle(*mentions, regions=()):
    kinds = {"boilerplate": RegionKind.BOILERPLATE, "negative": RegionKind.NEGATIVE}
    found = tuple(Region(f"r{i}", "a", kinds[kind], at(words)) for i, (kind, words) in enumerate(regions))
    return Bundle(Article("a", TEXT, title="T"), WHO, State.DONE, Annotations(mentions, regions=found))


def write(path, *bundles, **options):
    report = SPANS.write(path, Frame(annotators=(WHO,)), bundles, WriteOptions(**options))
    return [json.loads(line) for line in path.read_text("utf-8").splitlines()], report


def covered(record):
    return [(record["text"][s["start"] : s["end"]], s["label"]) for s in record["spans"]]


BOILERPLATE = (("boilerplate", "SHARE THIS\n"), ("boilerplate", "READ MORE about Ankara\n"))
AGREED = mention(2, "agreed", "AGREE", layer=Layer.EVENT)
MENTIONS = (mention(1, "Ankara"), AGREED, mention(3, "Astana"), mention(4, "Baku"))


def test_boilerplate_is_cut_and_offsets_follow(tmp_path):
    (record,), _ = write(tmp_path / "x.jsonl", bundle(*MENTIONS, regions=BOILERPLATE))
    assert record["text"] == "Ankara agreed 😀.\nNothing here. Astana waits.\nBaku spoke."
    assert covered(record) == [("Ankara", "GPE"), ("agreed", "AGREE"), ("Astana", "GPE"), ("Baku", "GPE")]
    assert record["meta"] == {"article": "a", "title": "T", "state": "done", "annotator": "Ada"}


def test_boilerplate_can_be_left_in(tmp_path):
    (record,), _ = write(tmp_path / "x.jsonl", bundle(*MENTIONS, regions=BOILERPLATE), boilerplate=True)
    assert record["text"] == TEXT
    assert len(covered(record)) == 4


def test_a_span_in_boilerplate_is_listed_as_lost(tmp_path):
    inside = mention(5, "Ankara", start=TEXT.index("READ"))
    (record,), report = write(tmp_path / "x.jsonl", bundle(*MENTIONS, inside, regions=BOILERPLATE))
    assert len(record["spans"]) == 4
    assert [(x.kind, x.examples) for x in report.losses] == [("spans in boilerplate", ("Ankara",))]


def test_sentences_are_units_of_their_own(tmp_path):
    records, _ = write(tmp_path / "x.jsonl", bundle(*MENTIONS, regions=BOILERPLATE), unit=Unit.SENTENCE)
    assert [(r["id"], r["text"], covered(r)) for r in records] == [
        ("a:1", "Ankara agreed 😀.", [("Ankara", "GPE"), ("agreed", "AGREE")]),
        ("a:2", "Nothing here.", []),
        ("a:3", "Astana waits.", [("Astana", "GPE")]),
        ("a:4", "Baku spoke.", [("Baku", "GPE")]),
    ]
    assert all(TEXT[r["meta"]["begin"] :].startswith(r["text"]) for r in records)


def test_empty_units_can_be_left_out_but_verified_negatives_stay(tmp_path):
    one = bundle(*MENTIONS[:1], regions=(*BOILERPLATE, ("negative", "Nothing here.")))
    records, _ = write(tmp_path / "x.jsonl", one, unit=Unit.SENTENCE, empty=False)
    assert [(r["text"], r["meta"].get("negative")) for r in records] == [
        ("Ankara agreed 😀.", None),
        ("Nothing here.", True),
    ]


@pytest.mark.parametrize("name", ["spans", "doccano", "prodigy", "huggingface"])
def test_boilerplate_that_is_left_in_is_no_verified_negative(tmp_path, name):
    one = bundle(*MENTIONS[:1], regions=BOILERPLATE)
    options = WriteOptions(unit=Unit.SENTENCE, empty=False, boilerplate=True)
    format_named(name).write(tmp_path / "x.jsonl", Frame(annotators=(WHO,)), [one], options)
    assert [json.loads(line)["text"] for line in (tmp_path / "x.jsonl").read_text("utf-8").splitlines()] == [
        "Ankara agreed 😀."
    ]


@pytest.mark.parametrize("name", ["doccano", "prodigy"])
def test_a_sentence_says_where_it_stands_in_the_whole_article(tmp_path, name):
    one = bundle(*MENTIONS, regions=BOILERPLATE)
    options = WriteOptions(unit=Unit.SENTENCE)
    format_named(name).write(tmp_path / "x.jsonl", Frame(annotators=(WHO,)), [one], options)
    records = [json.loads(line) for line in (tmp_path / "x.jsonl").read_text("utf-8").splitlines()]
    begins = [r.get("meta", r)["begin"] for r in records]
    assert [TEXT[b:].startswith(r["text"]) for b, r in zip(begins, records, strict=True)] == [True] * 4


def test_a_span_of_white_space_before_a_sentence_is_listed_as_lost_and_one_with_words_behind_it_is_in_it(tmp_path):
    begin, end = at("Astana").begin, at("Astana").end
    loose = Mention("m", "a", "w", Layer.ENTITY, "GPE", (Span(begin - 1, begin),))
    _, report = write(tmp_path / "x.jsonl", bundle(loose), unit=Unit.SENTENCE)
    assert [(x.kind, x.examples) for x in report.losses] == [("spans that begin between two sentences", (" ",))]
    dragged = Mention("m", "a", "w", Layer.ENTITY, "GPE", (Span(begin - 1, end),))
    records, report = write(tmp_path / "y.jsonl", bundle(dragged), unit=Unit.SENTENCE)
    assert [r["text"][s["start"] : s["end"]] for r in records for s in r["spans"]] == ["Astana"]
    assert [(x.kind, x.examples) for x in report.losses] == [("white space at the edges of spans", (" Astana",))]


def test_verified_negatives_of_a_document_are_listed(tmp_path):
    (record,), _ = write(
        tmp_path / "x.jsonl", bundle(regions=(*BOILERPLATE, ("negative", "Nothing here."))), empty=False
    )
    ((begin, end),) = record["meta"]["negatives"]
    assert record["text"][begin:end] == "Nothing here."
    assert write(tmp_path / "y.jsonl", bundle(regions=BOILERPLATE), empty=False)[0] == []


def test_a_span_beyond_a_sentence_is_listed_as_lost(tmp_path):
    long = mention(1, "here. Astana")
    records, report = write(tmp_path / "x.jsonl", bundle(long), unit=Unit.SENTENCE)
    assert all(r["spans"] == [] for r in records)
    assert report.losses[0].kind == "spans that go beyond a sentence"


def test_labels_and_layers_are_chosen(tmp_path):
    assert covered(write(tmp_path / "x.jsonl", bundle(*MENTIONS), labels=["AGREE"])[0][0]) == [("agreed", "AGREE")]
    assert len(write(tmp_path / "x.jsonl", bundle(*MENTIONS), layers=[Layer.ENTITY])[0][0]["spans"]) == 3


def test_discontinuous_spans_keep_their_fragments(tmp_path):
    split = Mention("m", "a", "w", Layer.EVENT, "HOLD", (at("Astana"), at("waits")))
    (record,) = [r for r in write(tmp_path / "x.jsonl", bundle(split), unit=Unit.SENTENCE)[0] if r["spans"]]
    (found,) = record["spans"]
    assert [record["text"][begin:end] for begin, end in found["fragments"]] == ["Astana", "waits"]
    assert (found["start"], found["end"]) == (0, 12)


def test_what_lies_in_boilerplate_is_listed(tmp_path):
    regions = (("boilerplate", "Nothing here."), ("negative", "Nothing here."))
    _, report = write(tmp_path / "x.jsonl", bundle(regions=regions))
    assert [x.kind for x in report.losses] == ["verified negatives in boilerplate"]


def test_a_flagged_sentence_comes_back_as_a_verified_negative(tmp_path):
    path = tmp_path / "x.jsonl"
    path.write_text('{"text":"Nothing here.","spans":[],"meta":{"negative":true,"annotator":"Ada"}}\n')
    (got,) = SPANS.read(path)
    (region,) = got.annotations.regions
    assert (region.kind, region.span, region.annotator_id) == (RegionKind.NEGATIVE, Span(0, 13), got.annotator.id)
    assert got.state is State.STARTED


def test_whose_it_is_and_its_state_come_back(tmp_path):
    other = Annotator("v", "Bea")
    two = (bundle(*MENTIONS), replace(bundle(MENTIONS[0]), annotator=other, state=State.SKIPPED))
    write(tmp_path / "x.jsonl", *two)
    ada, bea = SPANS.read(tmp_path / "x.jsonl", ReadOptions(labels={"GPE": Layer.ENTITY, "AGREE": Layer.EVENT}))
    assert [(b.annotator.name, b.state, len(b.annotations.mentions)) for b in (ada, bea)] == [
        ("Ada", State.DONE, 4),
        ("Bea", State.SKIPPED, 1),
    ]
    assert ada.article.id == bea.article.id, "one article, with a page for each"


def test_a_text_the_project_has_is_told(tmp_path):
    path = tmp_path / "x.jsonl"
    path.write_text('{"text":"known","spans":[]}\n')
    reader = SPANS.read(path, ReadOptions(known=lambda *_: "The known one"))
    assert len(list(reader)) == 1
    assert "The known one" in reader.notices[0].what


def test_words_that_a_cut_would_join_are_kept_apart(tmp_path):
    one = Bundle(
        Article("a", "left cut right"),
        WHO,
        annotations=Annotations(
            (Mention("m", "a", "w", Layer.ENTITY, "X", (Span(9, 14),)),),
            regions=(Region("r", "a", RegionKind.BOILERPLATE, Span(4, 9)),),
        ),
    )
    (record,), _ = write(tmp_path / "x.jsonl", one)
    assert record["text"] == "left\nright"
    assert covered(record) == [("right", "X")]


def test_further_annotators_of_an_article_have_ids_of_their_own(tmp_path):
    records, _ = write(tmp_path / "x.jsonl", bundle(), bundle(), unit=Unit.DOCUMENT)
    assert [r["id"] for r in records] == ["a", "a#2"]


@pytest.mark.parametrize("unit", Unit)
@given(project=projects())
@example(project=RICH)
@UNHURRIED
def test_every_line_fits_the_json_schema(tmp_path, unit, project):
    path = tmp_path / "x.jsonl"
    SPANS.write(path, *project, WriteOptions(unit=unit))
    validator = jsonschema.Draft202012Validator(SCHEMA)
    for line in path.read_bytes().splitlines():
        record = json.loads(line)
        validator.validate(record)
        assert all(0 <= s["start"] < s["end"] <= len(record["text"]) for s in record["spans"])


@given(project=projects())
@example(project=RICH)
@UNHURRIED
def test_texts_and_spans_are_read_back(tmp_path, project):
    frame, bundles = project
    assume(bundles)
    path = tmp_path / "x.jsonl"
    SPANS.write(path, frame, bundles, WriteOptions(boilerplate=True))
    labels = {m.label: m.layer for b in bundles for m in b.annotations.mentions}
    # Nobody annotates from inside one word to inside another, as chance does here: that may be asked about.
    back = list(SPANS.read(path, ReadOptions(labels=labels, extra={"offsets": "codepoints"})))

    def shape(found):
        mentions = found.annotations.mentions
        kept = sorted((m.span.begin, m.span.end, m.layer, m.label, m.fragments) for m in mentions)
        return found.article.text, found.article.title, kept

    assert [shape(b) for b in back] == [shape(b) for b in bundles]


def test_a_label_nobody_knows_is_an_entity_and_told(tmp_path):
    path = tmp_path / "x.jsonl"
    path.write_text(
        '{"text":"Ada","spans":[{"start":0,"end":3,"label":"WHO"}],"meta":{"k":1,"published":"19.04.2018"}}'
    )
    reader = SPANS.read(path, ReadOptions(labels={"DATE": Layer.TIME}))
    (got,) = reader
    assert (got.annotations.mentions[0].layer, got.article.meta) == (Layer.ENTITY, {"k": "1"})
    assert got.article.published == "2018-04-19"
    assert reader.unknown_labels == {"WHO": Layer.ENTITY}
    assert (got.annotator.name, got.state) == ("x", State.STARTED)


@pytest.mark.parametrize(
    ("line", "field", "kind"),
    [
        ("{", "", ProblemKind.SYNTAX),
        ('{"spans":[]}', "text", ProblemKind.FIELD),
        ('{"text":"","spans":[]}', "text", ProblemKind.FIELD),
        ('{"text":"x","spans":[{"start":0,"end":9,"label":"L"}]}', "spans[0].end", ProblemKind.OFFSETS),
        ('{"text":"x","spans":[{"start":0,"end":1}]}', "spans[0].label", ProblemKind.FIELD),
        ('{"text":"a 😀 c","spans":[{"start":5,"end":6,"label":"L","text":"c"}]}', "offsets", ProblemKind.OFFSETS),
        ('{"text":"a 😀 c","spans":[{"start":5,"end":7,"label":"L","text":"c"}]}', "spans[0].end", ProblemKind.OFFSETS),
        ('{"text":"a 😀 cd","spans":[{"start":5,"end":6,"label":"L","text":"c"}]}', "spans[0].text", ProblemKind.TEXT),
        ('{"text":"x","spans":[[0,1,"L"]]}', "spans[0]", ProblemKind.FIELD),
        ('{"text":"x","meta":{"published":"soon"}}', "meta.published", ProblemKind.DATE),
        ('{"text":"x","meta":{"negatives":"all"}}', "meta.negatives", ProblemKind.FIELD),
        ('{"text":"x","meta":{"negatives":[[0]]}}', "meta.negatives[0]", ProblemKind.FIELD),
        ('{"text":"x","spans":[{"start":0,"end":1,"label":"BEFORE"}]}', "spans[0].label", ProblemKind.UNKNOWN_LABEL),
    ],
)
def test_a_bad_line_is_named(tmp_path, line, field, kind):
    path = tmp_path / "x.jsonl"
    path.write_text(f'{{"text":"good","spans":[]}}\n{line}\n')
    with pytest.raises(BadInput) as caught:
        list(SPANS.read(path, ReadOptions(labels={"BEFORE": Layer.RELATION})))
    (problem,) = caught.value.problems
    assert (problem.line, problem.field, problem.kind) == (2, field, kind)


def test_a_text_that_many_records_have_is_remembered_once_for_each(tmp_path, monkeypatch):
    """What is kept of a text must not grow with the records that have it: captions repeat by the thousand."""
    kept = []
    put = Ledger.__setitem__
    monkeypatch.setattr(Ledger, "__setitem__", lambda self, key, value: kept.append(value) or put(self, key, value))

    def read(annotators):
        lines = [{"text": "More.", "spans": [], "meta": {"annotator": name}} for name in annotators]
        (tmp_path / "x.jsonl").write_text("".join(json.dumps(line) + "\n" for line in lines), "utf-8")
        kept.clear()
        ids = {}
        for bundle in format_named("spans").read(tmp_path / "x.jsonl"):
            ids.setdefault(bundle.annotator.name, []).append(bundle.article.id)
        return ids, max(map(len, kept))

    ids, longest = read("AAAABBAAABBBBBBBBC")
    assert len(set(ids["B"])) == 10
    assert ids["B"][:7] == ids["A"]
    assert ids["C"] == ids["A"][:1]
    assert read("AB" * 200)[1] == longest <= len(text_sha256("")), "an id, or the hash of a text"


def test_facts_beside_the_text_are_taken_and_what_is_not_is_told(tmp_path):
    path = tmp_path / "x.jsonl"
    span = {"start": 0, "end": 3, "label": "PER", "score": 0.9, "token_start": 0}
    record = {"text": "Ann met.", "title": "T", "published": "2020-01-02", "desk": "World", "spans": [span, span]}
    path.write_text(json.dumps(record | {"relations": [{"head": 0}], "meta": {"title": "Better"}}) + "\n", "utf-8")
    reader = format_named("spans").read(path)
    (bundle,) = reader
    assert (bundle.article.title, bundle.article.published, bundle.article.meta) == (
        "Better", "2020-01-02", {"desk": "World"}
    )  # fmt: skip
    assert sorted(n.what for n in reader.notices) == [
        "the field relations holds a list and is left out",
        "the field spans.score is left out",
    ]
