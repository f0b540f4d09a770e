"""What offsets count is asked where the words say other than a file or its format does, and nowhere else."""

import json

import pytest

from dateline.exchange.formats import format_named
from dateline.exchange.options import ReadOptions
from dateline.exchange.problems import ProblemKind, Undecided

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
