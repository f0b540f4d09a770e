"""The manifest tells of what stands in the files: texts without what was cut, articles that made a record."""

import hashlib
import json

import pytest

from dateline.exchange.formats import format_named
from dateline.exchange.options import Unit, WriteOptions
from dateline.model.annotation import Annotations, Annotator, Layer, Mention
from dateline.model.article import Article, Region, RegionKind, State
from dateline.model.bundle import Bundle, Frame
from dateline.model.text import Span

ADA, BO = Annotator("p", "Ada"), Annotator("q", "Bo")
HEAD = "Read on our site. "
TEXT = HEAD + "Ada met Bo. They left."


def made(published=("", "", "", "")):
    """An article by two, of whom one tags; two without a span, and one that is boilerplate throughout."""
    cut = Region("r", "a", RegionKind.BOILERPLATE, Span(0, len(HEAD)))
    all_ = Region("s", "c", RegionKind.BOILERPLATE, Span(0, len(HEAD)))
    span = Mention("m", "a", "p", Layer.ENTITY, "PERSON", (Span(len(HEAD), len(HEAD) + 3),))
    a, b, c, d = (
        Article(name, text, published=day, language="en")
        for name, text, day in zip("abcd", (TEXT, "Nothing here.", HEAD, "Nor here."), published, strict=True)
    )
    return [
        Bundle(a, ADA, State.DONE, Annotations((span,), regions=(cut,))),
        Bundle(a, BO, State.DONE, Annotations(regions=(cut,))),
        Bundle(b, ADA, State.DONE),
        Bundle(c, ADA, State.DONE, Annotations(regions=(all_,))),
        Bundle(d, BO, State.DONE),
    ]


def part(tmp_path, name, bundles=None, **options):
    own = format_named(name)
    target = tmp_path / ("x" if own.folder else f"x{own.suffixes[0]}")
    report = own.write(target, Frame(annotators=(ADA, BO)), bundles or made(), WriteOptions(card=True, **options))
    (told,) = json.loads(target.with_name(f"{target.name}.manifest.json").read_text())["parts"]
    assert told["articles"] == len(told["texts"]) == sum(told["languages"].values()) == report.articles
    return told, report


def sha(text):
    return hashlib.sha256(text.encode()).hexdigest()


KEPT = TEXT.removeprefix(HEAD)


@pytest.mark.parametrize("name", ["spans", "doccano", "prodigy", "label-studio", "brat", "text", "conll", "conllu",
                                  "timeml", "webanno", "huggingface"])  # fmt: skip
def test_texts_are_those_that_were_written(tmp_path, name):
    told, _ = part(tmp_path, name)
    assert told["texts"] == {"a": sha(KEPT), "b": sha("Nothing here."), "d": sha("Nor here.")}
    assert told["characters"] == len(KEPT) + len("Nothing here.") + len("Nor here.")
    assert told["annotators"] == ["Ada", "Bo"]


@pytest.mark.parametrize("name", ["spans", "label-studio", "text", "dateline", "uima"])
def test_where_boilerplate_is_written_it_counts(tmp_path, name):
    if name == "uima":
        pytest.importorskip("cassis")
    told, _ = part(tmp_path, name, boilerplate=name not in ("dateline", "uima"))
    assert told["texts"]["a"] == sha(TEXT)
    assert told["articles"] == 4
    assert told["characters"] == len(TEXT) + len("Nothing here.") + len(HEAD) + len("Nor here.")


@pytest.mark.parametrize("name", ["spans", "doccano", "prodigy", "conllu", "huggingface"])
def test_what_was_left_out_for_having_no_span_is_not_told_of(tmp_path, name):
    told, report = part(tmp_path, name, empty=False)
    assert (told["texts"], told["characters"], told["annotators"]) == ({"a": sha(KEPT)}, len(KEPT), ["Ada"])
    assert "3 of 4 articles made no record" in report.notes


def test_of_sentences_only_those_written_count(tmp_path):
    told, _ = part(tmp_path, "spans", unit=Unit.SENTENCE, empty=False)
    assert (told["texts"], told["characters"], told["records"]) == ({"a": sha(KEPT)}, len("Ada met Bo."), 1)


def test_a_table_of_events_tells_of_the_articles_that_have_some(tmp_path):
    event = Mention("e", "a", "p", Layer.EVENT, "MEET", (Span(22, 25),))
    bundles = made()
    bundles[0] = Bundle(bundles[0].article, ADA, State.DONE, Annotations((event,)))
    told, _ = part(tmp_path, "events", bundles)
    assert (list(told["texts"]), told["annotators"]) == (["a"], ["Ada"])


def test_first_and_last_are_days_not_letters(tmp_path):
    late, early = "2018-04-19T21:00Z", "2018-04-20T01:00+05:00"
    told, _ = part(tmp_path, "dateline", made((late, early, "", "last spring")))
    assert told["published"] == [early, late]
    told, _ = part(tmp_path, "dateline", made(("0100-01-01", "-0043-03-15", "-0100-07-12", "")))
    assert told["published"] == ["-0100-07-12", "0100-01-01"]
    assert "| -0100-07-12 – 0100-01-01 |" in (tmp_path / "x.jsonl.card.md").read_text()
