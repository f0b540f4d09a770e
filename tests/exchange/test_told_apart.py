"""Two copies of a text, each by two annotators: in every format a record says whose it is, and of which article."""

import json

import pytest
from msgspec.structs import replace

from dateline.editing.importing import import_sources
from dateline.exchange.formats import format_named
from dateline.exchange.options import ReadOptions, Unit, WriteOptions
from dateline.model.annotation import Annotations, Annotator, Layer, Mention
from dateline.model.article import Article, State
from dateline.model.bundle import Bundle, Frame
from dateline.model.schema import LabelType, Schema
from dateline.model.text import Span
from dateline.store.project import Project

TEXT = "Ada met Bo in Oslo. They left."
WHO = (Annotator("p", "Ada Lind"), Annotator("q", "Bo/x"))
SPANS = {("a1", "p"): (0, 3), ("a1", "q"): (8, 10), ("a2", "p"): (14, 18), ("a2", "q"): (20, 24)}
SCHEMA = Schema("s", types=(LabelType("X", Layer.ENTITY, "X"),))


def pages(annotators=WHO):
    made = []
    for n in ("a1", "a2"):
        for who in annotators:
            mention = Mention(f"{n}{who.id}", n, who.id, Layer.ENTITY, "X", (Span(*SPANS[n, who.id]),))
            made.append(Bundle(Article(n, TEXT, "The talks"), who, State.DONE, Annotations((mention,))))
    return made


def export(tmp_path, name, annotators=WHO, **options):
    own = format_named(name)
    target = tmp_path / ("out" if own.folder else f"out{own.suffixes[0]}")
    frame = Frame(SCHEMA, annotators=annotators)
    return target, own.write(target, frame, pages(annotators), WriteOptions(**options))


@pytest.mark.parametrize("name", ["conll", "oneie", "webanno"])
def test_what_several_annotators_did_comes_back_as_theirs(tmp_path, name):
    target, report = export(tmp_path, name)
    assert not any("annotators" in loss.kind for loss in report.losses)
    with Project.create(tmp_path / "p.dateline", SCHEMA) as project:
        native = tmp_path / "in.jsonl"
        bare = [Bundle(Article(n, TEXT, "The talks")) for n in ("a1", "a2")]
        format_named("dateline").write(native, Frame(SCHEMA), bare)
        import_sources(project, [native], ReadOptions())
        import_sources(project, [target], ReadOptions(), name)
        found = {
            (page.article.id, page.annotator.name): [m.span for m in page.annotations.mentions]
            for page in project.annotations.bundles()
            if page.annotator
        }
    names = {who.id: who.name for who in WHO}
    assert found == {(article, names[who]): [Span(*span)] for (article, who), span in SPANS.items()}


def test_files_are_named_by_their_annotators(tmp_path):
    target, _ = export(tmp_path, "webanno")
    assert sorted(path.name for path in target.iterdir()) == [
        "The talks (Ada Lind) 2.tsv", "The talks (Ada Lind).tsv", "The talks (Bo x) 2.tsv", "The talks (Bo x).tsv",
        "articles.csv",
    ]  # fmt: skip


@pytest.mark.parametrize(("name", "options"), [
    ("conll", {"unit": Unit.SENTENCE}),
    ("conll", {"extra": {"columns": "2"}}),
])  # fmt: skip
def test_where_there_is_no_room_for_a_name_that_is_told(tmp_path, name, options):
    _, report = export(tmp_path, name, **options)
    (loss,) = [loss for loss in report.losses if loss.kind == "annotators"]
    assert loss.examples == ("Ada Lind", "Bo/x")


@pytest.mark.parametrize("unit", Unit)
def test_no_sentence_id_is_there_twice(tmp_path, unit):
    target, _ = export(tmp_path, "conllu", unit=unit)
    ids = [line for line in target.read_text("utf-8").splitlines() if line.startswith("# sent_id")]
    assert len(set(ids)) == len(ids) == 8


def test_one_annotators_files_are_as_they_were(tmp_path):
    target, _ = export(tmp_path, "conll", WHO[:1])
    assert target.read_text().splitlines()[0] == "-DOCSTART- -X- -X- O"
    target, _ = export(tmp_path, "oneie", WHO[:1])
    assert all("annotator" not in json.loads(line) for line in target.read_text().splitlines())
    target, _ = export(tmp_path, "webanno", WHO[:1])
    assert sorted(path.name for path in target.iterdir()) == ["The talks 2.tsv", "The talks.tsv", "articles.csv"]


def test_other_document_lines_are_passed_over(tmp_path):
    path = tmp_path / "in.conll"
    path.write_text("-DOCSTART- -X- O O\n\nAda N O B-X\n\n-DOCSTART- (1 EU) O\n\nBo N O B-X\n")
    found = list(format_named("conll").read(path, ReadOptions()))
    assert [(b.article.text, b.annotator.name) for b in found] == [("Ada", "in"), ("Bo", "in")]


@pytest.mark.parametrize("named", ["Nature 17 (3)", 17, ["one", "two"]])
@pytest.mark.parametrize("name", ["spans", "prodigy", "doccano", "label-studio"])
def test_what_other_programs_call_article_is_kept_with_the_article_or_told(tmp_path, name, named):
    """Only an id that this project gave, or another one, is no column of the article's."""
    facts = {"article": named}
    record = {
        "spans": {"text": TEXT, "spans": [], "meta": facts},
        "prodigy": {"text": TEXT, "spans": [], "meta": facts},
        "doccano": {"text": TEXT, "label": [], **facts},
        "label-studio": {"data": {"text": TEXT, **facts}, "annotations": [{"result": []}]},
    }[name]
    path = tmp_path / "in.jsonl"
    path.write_text(json.dumps([record] if name == "label-studio" else record))
    with Project.create(tmp_path / "p.dateline", SCHEMA) as project:
        report = import_sources(project, [path], ReadOptions(), name)
        (article,) = project.articles.all()
        kept = "" if isinstance(named, list) else str(named)
        assert article.meta.get("article", "") == kept
        assert bool(kept) is not any("the field article holds a list and is left out" in str(n) for n in report.notices)
        target = tmp_path / "out.jsonl"
        format_named(name).write(target, Frame(SCHEMA), [Bundle(replace(article, meta={}), WHO[0])], WriteOptions())
        import_sources(project, [target], ReadOptions(), name)
    with Project.create(tmp_path / "q.dateline", SCHEMA) as another:
        import_sources(another, [target], ReadOptions(), name)
        (came,) = another.articles.all()
        assert "article" not in came.meta


@pytest.mark.parametrize("in_meta", [True, False])
@pytest.mark.parametrize(
    ("facts", "who", "state", "kept"),
    [
        ({"state": "Ohio", "annotator": 7}, "in", State.NEW, {"state": "Ohio", "annotator": "7"}),
        ({"state": "done", "annotator": "Ada"}, "Ada", State.DONE, {}),
        ({"state": True, "annotator": ""}, "in", State.NEW, {"state": "true"}),
    ],
)
@pytest.mark.parametrize("name", ["spans", "prodigy", "doccano"])
def test_a_state_or_annotator_in_another_sense_is_a_column(tmp_path, name, facts, who, state, kept, in_meta):
    path = tmp_path / "in.jsonl"
    path.write_text(json.dumps({"text": TEXT, "spans": [], **({"meta": facts} if in_meta else facts)}))
    (page,) = format_named(name).read(path, ReadOptions(annotator=Annotator("i", "in")))
    assert (page.annotator.name, page.state, page.article.meta) == (who, state, kept)


def test_what_else_stands_beside_a_text_under_a_name_of_ours_is_a_column(tmp_path):
    path = tmp_path / "in.jsonl"
    path.write_text(json.dumps({"text": TEXT, "spans": [], "begin": 17, "negative": True, "negatives": [[0, 3]]}))
    reader = format_named("spans").read(path)
    (page,) = reader
    assert page.article.meta == {"begin": "17", "negative": "true"}
    assert "the field negatives holds a list and is left out" in [n.what for n in reader.notices]
