"""What offsets count is asked where the words say other than a file or its format does, and nowhere else."""

import json

import pytest

from dateline.exchange import counting
from dateline.exchange.formats import format_named
from dateline.exchange.options import ReadOptions, WriteOptions
from dateline.exchange.problems import BadInput, ProblemKind, Undecided
from dateline.exchange.recounting import recounted
from dateline.model.annotation import Annotations, Annotator, Layer, Mention
from dateline.model.article import Article, State
from dateline.model.bundle import Bundle, Frame
from dateline.model.ids import new_id
from dateline.model.progress import Cancelled
from dateline.model.text import Span

TEXT = "😀😀 Oslo and Rome were named by the host of the talks."
FORMATS = ("spans", "prodigy", "huggingface")
MARKS = {"prodigy": {"answer": "accept"}, "huggingface": {"tokens": ["x"], "ner_tags": ["O"]}}


def utf16(words):
    begin = TEXT.index(words) + 2
    return {"start": begin, "end": begin + len(words), "label": "LOC"}


def code_points(words):
    begin = TEXT.index(words)
    return {"start": begin, "end": begin + len(words), "label": "LOC"}


def written(path, name, *spans):
    path.write_text(json.dumps({"text": TEXT, "spans": spans} | MARKS.get(name, {})) + "\n", encoding="utf-8")
    return path


def words_in(name, path, **extra):
    pages = list(format_named(name).read(path, ReadOptions(extra=extra)))
    return [m.text_of(b.article.text) for b in pages for m in b.annotations.mentions]


@pytest.mark.parametrize("name", FORMATS)
@pytest.mark.parametrize("own", [True, False])
def test_spans_that_utf16_units_put_on_words_are_asked_about(tmp_path, name, own):
    spans = [utf16(w) | ({"text": w} if own else {}) for w in ("Oslo", "Rome")]
    path = written(tmp_path / "x.jsonl", name, *spans)
    with pytest.raises(Undecided) as asked:
        words_in(name, path)
    assert [a.value for a in asked.value.answers] == ["utf16", "codepoints"]
    assert (asked.value.problems[0].line, asked.value.key) == (1, "offsets")
    assert words_in(name, path, offsets="utf16") == ["Oslo", "Rome"]


@pytest.mark.parametrize("name", FORMATS)
def test_spans_that_stand_on_words_are_not_asked_about(tmp_path, name):
    path = written(tmp_path / "x.jsonl", name, code_points("Oslo"), code_points("Rome"))
    assert words_in(name, path) == ["Oslo", "Rome"]
    inside = code_points("slo and Rom") | {"text": "slo and Rom"}  # parts of words, as it says itself
    assert words_in(name, written(path, name, inside)) == ["slo and Rom"]


def test_fragments_and_negatives_are_counted_alike(tmp_path):
    span = {"start": 5, "end": 18, "label": "LOC", "fragments": [[5, 9], [14, 18]]}
    record = {"text": TEXT, "spans": [span], "meta": {"negatives": [[19, 23]], "begin": 7}}
    path = tmp_path / "x.jsonl"
    path.write_text(json.dumps(record))
    (page,) = format_named("spans").read(path, ReadOptions(extra={"offsets": "utf16"}))
    assert [f.of(TEXT) for f in page.annotations.mentions[0].fragments] == ["Oslo", "Rome"]
    assert [r.span.of(TEXT) for r in page.annotations.regions] == ["were"]


@pytest.mark.parametrize("name", FORMATS)
@pytest.mark.parametrize("meta", [{"start": 2019, "end": 2024}, {"spans": [{"start": 9, "end": 99}], "fragments": 7}])
def test_what_is_no_span_of_the_record_is_never_counted_anew(name, meta):
    head = {"start": 5, "end": 9, "label": "LOC"}
    record = {
        "text": TEXT, "spans": [head | {"score": 7, "fragments": [[5, 9]]}], "meta": meta, "end": 7,
        "tokens": [{"text": "Oslo", "start": 5, "end": 9, "id": 7}], "relations": [{"head": 5, "head_span": head}],
    }  # fmt: skip
    shifted = head | {"start": 3, "end": 7}
    assert recounted(record, "utf16") == record | {
        "spans": [shifted | {"score": 7, "fragments": [[3, 7]]}],
        "tokens": [{"text": "Oslo", "start": 3, "end": 7, "id": 7}], "relations": [{"head": 5, "head_span": shifted}],
    }  # fmt: skip
    assert recounted(record, "codepoints") is record


def tokenised(name, count):
    """Return a record whose tokens are in code points, with a span that counts so or in UTF-16 units."""
    words = TEXT.split()
    if name == "huggingface":
        return {"text": TEXT, "tokens": words, "ner_tags": ["O"] * len(words), "spans": [count("Oslo")]}
    tokens = [count(w) | {"text": w, "id": n} for n, w in enumerate(words) if w.isalpha()]
    return {"text": TEXT, "tokens": tokens, "spans": [count("Oslo")], "answer": "accept"}


@pytest.mark.parametrize("name", ["prodigy", "huggingface"])
@pytest.mark.parametrize(("count", "right", "wrong"), [
    (code_points, "codepoints", "utf16"), (utf16, "utf16", "codepoints")
])  # fmt: skip
def test_offsets_that_a_records_own_tokens_contradict_are_refused(tmp_path, name, count, right, wrong):
    path = tmp_path / "x.jsonl"
    path.write_text(json.dumps(tokenised(name, count)) + "\n")
    assert words_in(name, path, offsets=right) == ["Oslo"]
    with pytest.raises(BadInput, match=f"--offsets {right}") as refused:
        words_in(name, path, offsets=wrong)
    (problem,) = refused.value.problems
    assert (problem.line, problem.field) == (1, "tokens")
    assert "Oslo" in problem.what


@pytest.mark.parametrize(("said", "chosen", "told"), [
    ("utf16", "codepoints", True), ("codepoints", "utf16", True), ("utf16", "utf16", False), ("utf16", "ask", False),
])  # fmt: skip
def test_what_a_doccano_record_says_of_its_offsets_and_was_chosen_otherwise_is_told(tmp_path, said, chosen, told):
    span = (utf16 if said == "utf16" else code_points)("Oslo")
    path = tmp_path / "x.jsonl"
    path.write_text(
        json.dumps({"text": TEXT, "label": [[span["start"], span["end"], "LOC"]], "meta": {"offsets": said}})
    )
    reader = format_named("doccano").read(path, ReadOptions(extra={"offsets": chosen}))
    assert len(list(reader)) == 1
    notices = [str(n) for n in reader.notices if n.kind is ProblemKind.OFFSETS]
    assert ["says that its offsets count" in n for n in notices] == [True] * told


@pytest.mark.parametrize("name", [*FORMATS, "doccano"])
def test_graphemes_are_looked_for_only_where_something_contradicts_and_the_look_can_be_cancelled(
    tmp_path, name, monkeypatch
):
    def none(text):
        raise AssertionError(text)

    class Stop:
        def step(self, *_):
            raise Cancelled

    monkeypatch.setattr(counting, "_graphemes", none)
    path = tmp_path / "x.jsonl"
    triples = {"text": TEXT, "label": [[3, 7, "LOC"]], "offsets": "codepoints"}
    path.write_text(json.dumps(triples)) if name == "doccano" else written(path, name, code_points("Oslo"))
    assert words_in(name, path) == ["Oslo"]
    monkeypatch.undo()
    wrong = json.dumps(triples | {"label": [[5, 9, "LOC"]]})
    good = path.read_text().rstrip()
    bad = wrong if name == "doccano" else written(path, name, utf16("Oslo")).read_text()
    path.write_text("\n".join([good] * 12_000 + [bad]))
    with pytest.raises(Undecided):
        words_in(name, path)
    with pytest.raises(Cancelled):
        list(format_named(name).read(path, ReadOptions(progress=Stop())))


def test_what_a_doccano_file_says_of_its_offsets_is_asked_about_where_a_span_belies_it(tmp_path):
    """An export of ours in code points to which somebody added a span in doccano's window."""
    entities = [
        {"id": n, "label": "LOC", "start_offset": s["start"], "end_offset": s["end"]}
        for n, s in enumerate((code_points("Oslo"), utf16("Rome")))
    ]
    path = tmp_path / "x.jsonl"
    path.write_text(json.dumps({"text": TEXT, "entities": entities[:1], "offsets": "codepoints"}))
    assert words_in("doccano", path) == ["Oslo"]
    path.write_text(json.dumps({"text": TEXT, "entities": entities, "offsets": "codepoints"}))
    with pytest.raises(Undecided) as asked:
        words_in("doccano", path)
    assert [a.value for a in asked.value.answers] == ["utf16", "codepoints", "graphemes"]


@pytest.mark.parametrize("said", ["codepoints", "utf16", ""])
@pytest.mark.parametrize("chosen", ["utf16", "codepoints"])
def test_a_doccano_record_that_counts_in_two_ways_is_named(tmp_path, said, chosen):
    """An export of ours to which somebody added a span in doccano's window: whichever is chosen, one is wrong."""
    one, other = code_points("Oslo"), utf16("Rome")
    record = {"text": TEXT, "label": [[s["start"], s["end"], "LOC"] for s in (one, other)]}
    good = {"text": TEXT, "label": [[s["start"], s["end"], "LOC"] for s in map(code_points, ("Oslo", "Rome"))]}
    path = tmp_path / "x.jsonl"
    path.write_text("\n".join(map(json.dumps, [good, record | ({"offsets": said} if said else {})])))
    reader = format_named("doccano").read(path, ReadOptions(extra={"offsets": chosen}))
    assert len(list(reader)) == 2, "spans may be meant to cut words"
    assert [str(p) for p in reader.notices if p.kind is ProblemKind.OFFSETS] == [
        "x.jsonl, line 2: seems to count offsets in two ways: 14 to 18 is “Rome” only as UTF-16 units, 3 to 7 is “Oslo”"
        " only as characters (code points)"
    ]


@pytest.mark.parametrize("name", FORMATS)
@pytest.mark.parametrize("words", ["slo and Rom", "Oslo"])
def test_words_that_stand_there_only_as_utf16_say_how_offsets_are_told(tmp_path, name, words):
    """Whether they are whole words or not; other words are refused as before."""
    spans = code_points("named") | {"text": "named"}, utf16(words) | {"text": words}
    path = written(tmp_path / "x.jsonl", name, *spans)
    for text, told in ((words, "--offsets utf16"), ("Bonn", "(code points)")):
        spans[1]["text"] = text
        written(path, name, *spans)
        reader = format_named(name).read(path, ReadOptions(extra={"offsets": "codepoints"}, skip_bad=True))
        assert list(reader) == []
        assert told in str(reader.problems[0])


@pytest.mark.parametrize("name", FORMATS)
def test_an_export_of_ours_counts_characters_also_where_a_span_cuts_a_word(tmp_path, name):
    text, article, who = "😀 Ankara agreed", new_id(), Annotator(new_id(), "Ada")
    cut = Mention(new_id(), article, who.id, Layer.ENTITY, "GPE", (Span(3, 9),))
    bundle = Bundle(Article(article, text), who, State.DONE, Annotations((cut,)))
    path = tmp_path / "x.jsonl"
    format_named(name).write(path, Frame(annotators=(who,)), [bundle], WriteOptions())
    (got,) = format_named(name).read(path)
    assert [m.text_of(text) for m in got.annotations.mentions] == ["nkara "]
