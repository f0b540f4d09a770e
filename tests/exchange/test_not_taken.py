"""What an export leaves out is counted: articles by why, annotations by whose they are, by label and by boilerplate."""

from dateline.exchange.formats import format_named
from dateline.exchange.options import WriteOptions
from dateline.model.annotation import Annotations, Annotator, Layer, Mention, Relation
from dateline.model.article import Article, Region, RegionKind, State
from dateline.model.bundle import Bundle, Frame
from dateline.model.text import Span

ADA, BO = Annotator("ada", "Ada"), Annotator("bo", "Bo")
LABELS = ("GPE", "PERSON", "DATE", "ORG", "MISC")
TEXT = "Koval met Weber in Oslo. Subscribe to our paper in Oslo."


def bundle(n, who, state=State.DONE):
    article = Article(f"a{n}", TEXT)
    places = (Span(0, 5), Span(10, 15), Span(19, 23), Span(25, 34), Span(51, 55))
    mentions = [
        Mention(f"{n}{who.id}{k}", article.id, who.id, Layer.ENTITY, label, (place,), {})
        for k, (label, place) in enumerate(zip(LABELS, places, strict=True))
    ]
    met = Relation(f"{n}{who.id}r", article.id, who.id, "MET", mentions[0].id, mentions[1].id)
    tail = Region(f"{n}r", article.id, RegionKind.BOILERPLATE, Span(24, len(TEXT)))
    return Bundle(article, who, state, Annotations(tuple(mentions), relations=(met,), regions=(tail,)))


def said(tmp_path, name, options):
    made = [bundle(0, ADA), bundle(0, BO), bundle(1, ADA), bundle(2, BO), bundle(3, ADA, State.SKIPPED)]
    report = format_named(name).write(tmp_path / "out.jsonl", Frame(), made, options)
    return [str(sentence) for sentence in report.left.said()], report


def test_articles_and_annotations_are_counted_by_what_leaves_them_out(tmp_path):
    options = WriteOptions(annotators=["Ada"], states=[State.DONE], labels=["GPE", "ORG"])
    told, report = said(tmp_path, "spans", options)
    assert told == [
        "left out: 1 article marked as skipped, 1 article only others have worked on",
        "annotations left out: 12 of Bo, 6 of Ada, 2 labelled DATE, 2 labelled MET, 2 labelled MISC,"
        " 2 with other labels, 2 in boilerplate",
    ]
    (lost,) = [loss.count for loss in report.losses if loss.kind == "spans in boilerplate"]
    assert report.left.boilerplate == lost == 2
    assert report.labels == {"GPE": 2, "ORG": 2}


def test_where_boilerplate_stays_nothing_is_left_out_of_it(tmp_path):
    for name, kept in (("spans", True), ("dateline", False), ("uima", False)):
        (tmp_path / name).mkdir()
        assert said(tmp_path / name, name, WriteOptions(boilerplate=kept))[0] == []


def test_all_of_it_is_said_in_nothing(tmp_path):
    told, _ = said(tmp_path, "spans", WriteOptions(states=[State.DONE], boilerplate=True))
    assert told == [
        "left out: 1 article marked as skipped",
        "annotations left out: 6 of Ada",
    ]
