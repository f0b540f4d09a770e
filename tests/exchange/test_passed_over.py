"""Why articles are left out is said as it is, by kind."""

from dateline.exchange.answers import rejected_by
from dateline.exchange.formats import format_named
from dateline.exchange.options import WriteOptions
from dateline.exchange.passed_over import Why
from dateline.model.annotation import Annotations, Annotator, AnnotatorKind, Layer, Mention
from dateline.model.article import Article, State
from dateline.model.bundle import Bundle, Frame
from dateline.model.text import Span

ADA, BO = Annotator("p", "Ada"), Annotator("q", "Bo")
JUDGE = Annotator("j", "Judge", AnnotatorKind.ADJUDICATOR)
MODEL = Annotator("m", "Model", AnnotatorKind.MODEL)
REJECTED = rejected_by(Article("x", "x"), ADA).meta
MADE = [  # article, whose, state, metadata
    ("two", ADA, State.DONE, {}),
    ("two", BO, State.STARTED, {}),
    ("judged", ADA, State.DONE, {}),
    ("judged", JUDGE, State.DONE, {}),
    ("skipped", ADA, State.SKIPPED, {}),
    ("older", ADA, State.SKIPPED, {"newer_version": "two"}),
    ("rejected", ADA, State.SKIPPED, REJECTED),
    ("model", MODEL, State.DONE, {}),
    ("untouched", None, State.NEW, {}),
    ("opened", ADA, State.NEW, {}),
]


def left(tmp_path, **options):
    chosen = format_named("spans")
    made = [Bundle(Article(i, f"Text {i}.", meta=meta), who, state) for i, who, state, meta in MADE]
    asked = {"states": chosen.usual_states, "kinds": chosen.usual_kinds} | options
    return chosen.write(tmp_path / "x.jsonl", Frame(), made, WriteOptions(**asked)).left.articles


REST = {Why.REJECTED: 1, Why.OLDER: 1, Why.SKIPPED: 1, Why.MODELS: 1, Why.NOBODY: 2}


def test_what_two_annotated_and_nobody_adjudicated_is_no_text_that_nobody_worked_on(tmp_path):
    assert left(tmp_path, adjudicated=True) == {Why.UNDECIDED: 1} | REST


def test_models_alone_rejected_older_skipped_and_untouched_are_told_apart(tmp_path):
    assert left(tmp_path) == REST


def test_other_annotators_and_states_are_told(tmp_path):
    assert left(tmp_path, annotators=["Bo"])[Why.OTHERS] == 1
    assert left(tmp_path, states=[State.STARTED])[Why.STATE] == 1
    assert left(tmp_path, states=None, kinds=None) == {}


def test_what_has_annotations_somebody_has_worked_on_though_its_state_is_new(tmp_path):
    """Set back to new, or imported so: its annotations are named as left out, too."""
    chosen = format_named("spans")
    named = Annotations((Mention("m", "a", "p", Layer.ENTITY, "PERSON", (Span(0, 4),)),))
    made = [Bundle(Article("a", "Text a."), ADA, State.NEW, named), Bundle(Article("b", "Text b."), ADA, State.NEW)]

    def said(**options):
        asked = WriteOptions(states=chosen.usual_states, kinds=chosen.usual_kinds, **options)
        return [str(s) for s in chosen.write(tmp_path / "x.jsonl", Frame(), made, asked).left.said()]

    of_ada = "annotations left out: 1 of Ada"
    assert said() == ["left out: 1 article still new, 1 article nobody has worked on", of_ada]
    others = "left out: 1 article only others have worked on, 1 article nobody has worked on"
    assert said(annotators=["Bo"]) == [others, of_ada]
    assert said(adjudicated=True)[0] == "left out: 1 article no adjudicator has decided, 1 article nobody has worked on"
