"""What readers of other tools' formats share."""

import pytest

from dateline.exchange import extras
from dateline.exchange.checks import Fault
from dateline.exchange.intake import Intake, mention_of
from dateline.exchange.options import ReadOptions
from dateline.exchange.problems import BadInput, CannotWrite, Problem
from dateline.exchange.reading import NewLabel
from dateline.model.annotation import Annotations, AnnotatorKind, Layer
from dateline.model.article import State
from dateline.model.text import Span


def intake(tmp_path, **options):
    return Intake(tmp_path / "some.xml", ReadOptions(**options))


def test_articles_are_counted_and_filled_from_the_defaults(tmp_path):
    found = intake(tmp_path, first_position=7, defaults={"source": "Wire", "title": "T"})
    one, two = (
        found.article("x", {"title": "Own", "published": "19.04.2018"}),
        found.article("y", {}, "y.txt", {"k": "v"}),
    )
    assert (one.title, one.published, one.source, one.origin, one.position) == (
        "Own",
        "2018-04-19",
        "Wire",
        "some.xml",
        7,
    )
    assert (two.title, two.origin, two.meta, two.position) == ("T", "y.txt", {"k": "v"}, 8)


@pytest.mark.parametrize(("text", "fields"), [("", {}), ("\ud83d", {}), ("x", {"published": "soon"})])
def test_texts_and_dates_that_cannot_be_are_refused(tmp_path, text, fields):
    with pytest.raises(Fault):
        intake(tmp_path).article(text, fields)


def test_annotators_are_imports_unless_said(tmp_path):
    found = intake(tmp_path)
    assert (found.annotator().name, found.annotator().kind) == ("some", AnnotatorKind.IMPORT)
    assert found.annotator("Ada", "person").kind is AnnotatorKind.PERSON
    assert found.annotator("Ada", "person") is found.annotator("Ada", "person")
    assert found.annotator("Bo", "robot").kind is AnnotatorKind.IMPORT


def test_labels_have_one_layer_and_new_ones_are_told_once(tmp_path):
    found = intake(tmp_path, labels={"GPE": Layer.ENTITY, "BEFORE": Layer.RELATION})
    assert found.layer_of("GPE") is Layer.ENTITY
    assert found.layer_of("AGREE", Layer.EVENT) is Layer.EVENT
    assert found.layer_of("AGREE") is Layer.EVENT
    for label, said in (("GPE", Layer.EVENT), ("BEFORE", None), ("", None), ("GPE", Layer.RELATION)):
        with pytest.raises(Fault):
            found.layer_of(label, said)
    article = found.article("x", {})
    told = list(found.items(found.bundle(article, found.annotator(), Annotations()), line=3))
    assert told[0] == NewLabel("AGREE", Layer.EVENT, "some.xml", 3)
    assert len(list(found.items(told[1]))) == 1


def test_times_without_a_value_get_one_to_be_found_out(tmp_path):
    found = intake(tmp_path, known=lambda sha: "Known")
    article, who = found.article("on Monday", {}), found.annotator()
    mentions = (
        mention_of(article, who, Layer.TIME, "DATE", (Span(3, 9),)),
        mention_of(article, who, Layer.ENTITY, "X", (Span(0, 2),), {"a": "b"}),
    )
    notice, made = found.items(found.bundle(article, who, Annotations(mentions=mentions)))
    assert isinstance(notice, Problem)
    assert "Known" in notice.what
    assert [m.label for m in made.annotations.mentions] == ["X", "DATE"]
    assert [t.id for t in made.annotations.times] == [mentions[0].id]
    assert made.state is State.STARTED


def test_a_package_that_is_absent_is_named_with_how_to_install_it():
    line = r"Nothing is not installed; install it with pip install 'dateline\[none\]'"
    with pytest.raises(BadInput, match=line):
        extras.for_reading("dateline_no_such_module", "Nothing", "none")
    with pytest.raises(CannotWrite, match=line):
        extras.for_writing("dateline_no_such_module", "Nothing", "none")
    assert extras.for_reading("json", "json", "none").loads("1") == 1
