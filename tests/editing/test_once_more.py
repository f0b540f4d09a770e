"""An export of ours into the project it is of, and another tool's file a second time: nothing is there twice."""

import json
from collections import Counter

import pytest
from msgspec.structs import replace

from dateline import assets
from dateline.editing.exporting import export_project
from dateline.editing.importing import import_sources
from dateline.editing.preview import preview_sources
from dateline.exchange.formats import format_named, own_formats
from dateline.exchange.options import ReadOptions, WriteOptions
from dateline.exchange.problems import ProblemKind
from dateline.model.annotation import Annotator, AnnotatorKind, Comment, Layer, Mention
from dateline.model.article import Article, Progress, Region, RegionKind, State
from dateline.model.changes import Kind
from dateline.model.ids import new_id
from dateline.model.registry import Happening
from dateline.model.schema import LabelType, Schema
from dateline.model.text import Span
from dateline.model.when import when_from_value
from dateline.store.project import Project
from tests.exchange.test_imports_only import BIOC, CAT, GATE, PUBANNOTATION

BOTH_WAYS = sorted(f.name for f in own_formats().values() if f.can_import and f.can_export)
NAMES_NOBODY = {"timeml", "webanno", "conll", "oneie"}
EXTRAS = {"spacy": "spacy", "uima": "cassis", "uima-json": "cassis", "parquet": "pyarrow"}
GOLD = Annotator("somebody", "gold", AnnotatorKind.IMPORT)  # as a name is given on the command line and in the dialog


def counts(project: Project) -> Counter[str]:
    """Count everything a project holds."""
    with_links: Counter[str] = Counter(articles=project.articles.count())
    for bundle in project.annotations.bundles():
        found = bundle.annotations
        for what in ("mentions", "times", "arguments", "relations", "comments", "regions"):
            with_links[what] += len(getattr(found, what))
        with_links["links"] += sum(bool(m.entity_id or m.happening_id) for m in found.mentions)
    with_links["entities"] = len(project.registry.entities())
    with_links["happenings"] = len(project.registry.happenings())
    with_links["annotators"] = len(project.annotations.annotators())
    with_links["labels"] = len(project.schema().types)
    return with_links


@pytest.fixture
def sample(tmp_path):
    with Project.create(tmp_path / "gold.dateline", Schema()) as project:
        import_sources(project, [assets.seeds("gold.jsonl")], ReadOptions())
        yield project


def options(name: str) -> ReadOptions:
    """Say what only a person knows of our own export."""
    extra = {"offsets": "utf16"} if name == "doccano" else {}
    return ReadOptions(extra=extra, annotator=GOLD if name in NAMES_NOBODY else None)


def exported(project: Project, folder, name: str):
    if name in EXTRAS:
        pytest.importorskip(EXTRAS[name])
    found = format_named(name)
    path = folder / ("out" if found.folder else f"out{found.suffixes[0]}")
    export_project(project, path, name, WriteOptions(boilerplate=True))
    return path


@pytest.mark.parametrize("name", [n for n in BOTH_WAYS if n not in {"timeml", "oneie"}])
def test_an_export_into_its_own_project_adds_nothing(sample, tmp_path, name):
    path, before = exported(sample, tmp_path, name), counts(sample)
    found = preview_sources(sample, [path], options(name), name)
    assert (found.nothing_new, found.adds) == (True, 0)
    report = import_sources(sample, [path], options(name), name)
    assert counts(sample) == before
    assert not report.changes, "not even a step to undo"
    told = {p.kind for p in report.notices} - {ProblemKind.REPEATED_TEXT}
    assert told <= {ProblemKind.OTHERWISE, ProblemKind.FIELD} | ({ProblemKind.TEXT} if name == "conll" else set())
    words = [p.what for p in report.notices if p.kind is ProblemKind.OTHERWISE]
    assert all(", words: " in what for what in words), "what differs are parts that the format made one of"
    assert len(words) == sum(g.count for g in found.notices if g.kind == ProblemKind.OTHERWISE)


def test_an_event_set_into_its_own_project_adds_nothing(sample, tmp_path):
    """Also where two spans lie inside one word: what a hyphen joins are tokens of their own."""
    path, before = exported(sample, tmp_path, "oneie"), counts(sample)
    report = import_sources(sample, [path], options("oneie"), "oneie")
    assert counts(sample) == before
    lost = json.loads(path.with_name(path.name + ".report.json").read_bytes())["not_held"]
    assert not [loss for loss in lost if "inside a word" in loss["kind"]]
    assert not [n for n in report.notices if n.what.endswith("is there twice; it is taken once")]


@pytest.mark.parametrize("name", BOTH_WAYS)
def test_a_second_import_of_an_export_adds_nothing(sample, tmp_path, name):
    """Into another project: the first time all is new, the second time nothing is."""
    path = exported(sample, tmp_path, name)
    with Project.create(tmp_path / "new.dateline", sample.schema()) as project:
        first = import_sources(project, [path], options(name), name, add_labels=True)
        assert first.articles == sample.articles.count()
        before = counts(project)
        found = preview_sources(project, [path], options(name), name)
        assert (found.nothing_new, found.adds) == (True, 0)
        report = import_sources(project, [path], options(name), name)
        assert counts(project) == before
        assert not report.changes
        assert ProblemKind.OTHERWISE not in {p.kind for p in report.notices}


@pytest.mark.parametrize("name", [n for n in BOTH_WAYS if n in {"uima", "uima-json", "spacy", "webanno"}])
def test_an_entity_of_many_documents_is_one(sample, tmp_path, name):
    path = exported(sample, tmp_path, name)
    with Project.create(tmp_path / "new.dateline", sample.schema()) as project:
        import_sources(project, [path], options(name), name)
        entities = project.registry.entities()
        told = Counter((e.name if name.startswith("uima") else e.external_id, e.external_id, e.type) for e in entities)
        assert told.most_common(1)[0][1] == 1
        assert 0 < len(entities) <= len(sample.registry.entities())


@pytest.mark.parametrize("name", ["uima", "webanno", "spacy"])
def test_another_annotators_file_is_linked_to_the_entities_there_are(sample, tmp_path, name):
    """Who comes with the same texts under a name of their own means the same persons and places."""
    path = exported(sample, tmp_path, name)
    gold = sample.annotations.annotator("gold")
    with sample.step("Rename") as step:
        step.put(Annotator(gold.id, "ada", gold.kind))
    before = counts(sample)
    report = import_sources(sample, [path], options(name), name)
    after = counts(sample)
    assert after["mentions"] > before["mentions"] * 1.9
    assert report.annotators.keys() == {"gold"}
    assert (after["entities"], after["happenings"]) == (before["entities"], before["happenings"])
    assert after["links"] > before["links"]
    found = preview_sources(sample, [path], options(name), name)
    assert found.nothing_new


BRAT = {
    "talks.txt": "Ann met Bob. Ann left.\n",
    "talks.ann": "T1\tPER 0 3\tAnn\nT2\tPER 8 11\tBob\nT3\tPER 13 16\tAnn\nT4\tMEET 4 7\tmet\n"
    "E1\tMEET:T4 Agent:T1\nE2\tMEET:T4 Agent:T2\n"
    "N1\tReference T1 wiki:Ann_Bell\tAnn Bell\nN2\tReference T2 own:7\tBob\n"
    "*\tEquiv T1 T3\nR1\tknows Arg1:T1 Arg2:T2\n#1\tAnnotatorNotes T1\twho else\n",
}
FOREIGN = {
    "brat": BRAT,
    "cat": {"7_x.xml": CAT},
    "gate": {"talks.xml": GATE},
    "bioc": {"talks.xml": BIOC.format(cafe=4, second=10, bob=18)},
    "pubannotation": {"talks.json": json.dumps(PUBANNOTATION)},
}


@pytest.fixture
def empty(tmp_path):
    with Project.create(tmp_path / "new.dateline", Schema()) as project:
        yield project


def put(folder, name):
    folder.mkdir()
    for file, content in FOREIGN[name].items():
        (folder / file).write_text(content, encoding="utf-8")
    return folder


@pytest.mark.parametrize("name", FOREIGN)
def test_another_tools_files_a_second_time_add_nothing(empty, tmp_path, name):
    folder = put(tmp_path / "in", name)
    first = import_sources(empty, [folder], ReadOptions(), name, add_labels=True)
    assert first.annotations
    before = counts(empty)
    assert preview_sources(empty, [folder], ReadOptions(), name).nothing_new
    report = import_sources(empty, [folder], ReadOptions(), name)
    assert counts(empty) == before
    assert not report.changes
    assert ProblemKind.OTHERWISE not in {p.kind for p in report.notices}


def test_what_was_corrected_here_stays_and_is_told(empty, tmp_path):
    """A renamed entity is the same one; a mention that was linked to another stays with it."""
    folder = put(tmp_path / "in", "brat")
    import_sources(empty, [folder], ReadOptions(), "brat", add_labels=True)
    ann, bob = sorted(empty.registry.entities(), key=lambda e: e.name)
    [to_bob] = empty.registry.all_mentions(Kind.ENTITY, bob.id)
    with empty.step("Correct") as step:
        step.put(replace(ann, name="A. Bell"))
        step.put(replace(to_bob, entity_id=ann.id))
    before = counts(empty)
    report = import_sources(empty, [folder], ReadOptions(), "brat")
    assert counts(empty) == before
    [told] = [p.what for p in report.notices if p.kind is ProblemKind.OTHERWISE]
    assert told == "“Bob” (PER), entity: Bob in what comes, A. Bell here, which stays"
    with empty.step("Unlink") as step:
        step.put(replace(to_bob, entity_id=None))
    import_sources(empty, [folder], ReadOptions(), "brat")
    [to_bob] = empty.annotations.records(Kind.MENTION, [to_bob.id])
    assert [e.name for e in empty.annotations.records(Kind.ENTITY, [to_bob.entity_id])] == ["Bob"]


def entity_of(project, external):
    return [e for e in project.registry.entities() if e.external_id == external]


@pytest.mark.parametrize(
    ("database", "key", "same"),
    [("Wikidata", "Q42", True), ("wiki", "https://example.org/42", False), ("own", "7", False)],
)
def test_in_another_text_only_an_id_that_means_the_same_everywhere_tells_a_thing(empty, tmp_path, database, key, same):
    for n, text in enumerate(("Ann came.", "Ann went.")):
        folder = tmp_path / str(n)
        folder.mkdir()
        (folder / "a.txt").write_text(text)
        (folder / "a.ann").write_text(f"T1\tPER 0 3\tAnn\nN1\tReference T1 {database}:{key}\tAnn {n}\n")
        import_sources(empty, [folder], ReadOptions(), "brat", add_labels=True)
    assert len(empty.registry.entities()) == (1 if same else 2)


def test_an_entity_here_learns_the_id_it_lacked(empty, tmp_path):
    folder = put(tmp_path / "in", "brat")
    import_sources(empty, [folder], ReadOptions(), "brat", add_labels=True)
    [bob] = entity_of(empty, "own:7")
    with empty.step("Forget") as step:
        step.put(replace(bob, external_id="", note="mine"))
    before = counts(empty)
    assert not preview_sources(empty, [folder], ReadOptions(), "brat").nothing_new
    import_sources(empty, [folder], ReadOptions(), "brat")
    assert counts(empty) == before
    assert empty.registry.entity(bob.id) == replace(bob, note="mine")


ADA = Annotator("ada-1", "ada", AnnotatorKind.PERSON)


@pytest.mark.parametrize("name", ["brat", "label-studio", "spans"])
def test_a_page_with_nothing_but_a_verified_negative_and_a_note_comes_once(empty, tmp_path, name):
    article = Article(new_id(), "Bob came home early.", "T")
    with empty.step("Put") as step:
        for record in (article, ADA, Region(new_id(), article.id, RegionKind.NEGATIVE, Span(0, 8), ADA.id)):
            step.put(record)
        step.put(Comment(new_id(), article.id, ADA.id, "check it"))
    path, before = exported(empty, tmp_path, name), counts(empty)
    assert preview_sources(empty, [path], ReadOptions(), name).nothing_new
    import_sources(empty, [path], ReadOptions(), name)
    assert counts(empty) == before


@pytest.mark.parametrize("name", [n for n in BOTH_WAYS if n in {"dateline", "uima", "uima-json"}])
def test_boilerplate_that_comes_with_each_annotators_page_is_there_once(empty, tmp_path, name):
    article = Article(new_id(), "Bob came home early. Share this now.", "T")
    boilerplate = Region(new_id(), article.id, RegionKind.BOILERPLATE, Span(21, 36))
    with empty.step("Put") as step:
        for record in (LabelType(new_id(), Layer.ENTITY, "PER"), article, boilerplate):
            step.put(record)
        for who in (ADA, Annotator("bo-1", "bo", AnnotatorKind.PERSON)):
            step.put(who)
            step.put(Mention(new_id(), article.id, who.id, Layer.ENTITY, "PER", (Span(0, 3),)))
    path = exported(empty, tmp_path, name)
    with Project.create(tmp_path / "other.dateline", empty.schema()) as other:
        found = preview_sources(other, [path], ReadOptions(), name)
        import_sources(other, [path], ReadOptions(), name)
        assert (found.adds, counts(other)["mentions"]) == (3, 2)
        assert len(other.annotations.of(other.articles.first(), "").regions) == 1


TALKS = "The talks in Astana failed. The talks in Ankara succeeded."
FIRST, SECOND = Span(4, 9), Span(32, 37)


def with_talks(path, *talks):
    """Return a project with events of one name: their words and dates."""
    project = Project.create(path, Schema())
    article = Article(new_id(), TALKS, "T")
    with project.step("Put") as step:
        for record in (LabelType(new_id(), Layer.EVENT, "MEETING"), article, ADA):
            step.put(record)
        for span, date in talks:
            happening = Happening(new_id(), "talks", "MEETING", when_from_value(date))
            step.put(happening)
            mention = Mention(new_id(), article.id, ADA.id, Layer.EVENT, "MEETING", (span,), happening_id=happening.id)
            step.put(mention)
    return project


@pytest.mark.parametrize("name", ["dateline", "brat"])
@pytest.mark.parametrize(
    "come", [((FIRST, "2024-01-05"), (SECOND, "2024-03-07")), ((SECOND, "2024-03-07"),), ((SECOND, "2024-01-05"),)]
)
def test_two_happenings_of_one_name_stay_two(tmp_path, name, come):
    assert TALKS[SECOND.begin : SECOND.end] == "talks"
    with with_talks(tmp_path / "here.dateline", (FIRST, "2024-01-05")) as here:
        with with_talks(tmp_path / "there.dateline", *come) as there:
            path = exported(there, tmp_path, name)
        import_sources(here, [path], ReadOptions(), name)
        linked = {h.id: here.registry.all_mentions(Kind.HAPPENING, h.id) for h in here.registry.happenings()}
        assert sorted(m.fragments for [m] in linked.values()) == [(FIRST,), (SECOND,)]


def test_happenings_of_other_dates_are_two_though_their_words_are_the_same(tmp_path):
    with with_talks(tmp_path / "here.dateline", (FIRST, "2024-01-05")) as here:
        with with_talks(tmp_path / "there.dateline", (FIRST, "2023")) as there:
            path = exported(there, tmp_path, "dateline")
        report = import_sources(here, [path], ReadOptions(), "dateline")
        assert {str(h.when) for h in here.registry.happenings()} >= {str(when_from_value("2024-01-05"))}
        assert [p.kind for p in report.notices].count(ProblemKind.OTHERWISE) == 1


@pytest.mark.parametrize("name", ["brat", "label-studio", "spans"])
@pytest.mark.parametrize("kind", [k for k in AnnotatorKind if k is not AnnotatorKind.PERSON])
def test_a_persons_work_is_not_given_to_an_older_namesake(empty, tmp_path, name, kind):
    article = Article(new_id(), "Bob came home early.", "T")
    with empty.step("Put") as step:
        for record in (LabelType(new_id(), Layer.ENTITY, "PER"), article, Annotator(new_id(), "ada", kind), ADA):
            step.put(record)
        step.put(Mention(new_id(), article.id, ADA.id, Layer.ENTITY, "PER", (Span(0, 3),)))
    path, before = exported(empty, tmp_path, name), counts(empty)
    report = import_sources(empty, [path], ReadOptions(), name)
    assert counts(empty) == before
    assert Kind.MENTION not in report.changes.added


@pytest.mark.parametrize("name", BOTH_WAYS)
def test_spans_that_were_dragged_over_white_space_come_into_their_own_project_once(tmp_path, name):
    text = "Ankara hosted  Lavrov . He left for\tOslo and Rome."
    dragged = {"Ankara ": "GPE", "  Lavrov ": "PERSON", "\tOslo ": "GPE", "Rome": "GPE"}
    types = tuple(LabelType(x, Layer.ENTITY, x, x, "", "", "", "", (), (), n) for n, x in enumerate(("GPE", "PERSON")))
    with Project.create(tmp_path / "p.dateline", Schema("s", "", "", False, types)) as project:
        article = Article(new_id(), text, published="2024-03-04")
        with project.step("x") as step:
            step.put(GOLD)
            step.put(article)
            for words, label in dragged.items():
                span = Span(text.index(words), text.index(words) + len(words))
                step.put(Mention(new_id(), article.id, GOLD.id, Layer.ENTITY, label, (span,)))
        path, before = exported(project, tmp_path, name), counts(project)
        for _ in range(2):
            report = import_sources(project, [path], options(name), name)
            assert counts(project) == before
            assert [n for n in report.notices if n.kind is ProblemKind.OTHERWISE] == []


@pytest.mark.parametrize("name", ["brat", "doccano", "label-studio", "prodigy", "webanno"])
def test_of_two_articles_of_one_text_each_gets_its_own_annotations_back(tmp_path, name):
    """What one annotator did on the second alone went to the first in brat, and was there twice in its own project."""
    label = LabelType(new_id(), Layer.ENTITY, "GPE")
    ada, bo = (Annotator(new_id(), who, AnnotatorKind.PERSON) for who in ("ada", "bo"))
    text = "Snow is expected in Astana on Monday."
    with Project.create(tmp_path / "p.dateline", Schema("s", types=(label,))) as project:
        articles = [Article(new_id(), text, f"Weather {n}", published="2018-04-19", position=n) for n in range(2)]
        with project.step("both") as step:
            for record in (ada, bo, *articles):
                step.put(record)
            for who, article in ((ada, articles[0]), (ada, articles[1]), (bo, articles[1])):
                step.put(Mention(new_id(), article.id, who.id, Layer.ENTITY, "GPE", (Span(20, 26),)))
                step.put(Progress(new_id(), article.id, who.id, State.DONE))
        fmt = format_named(name)
        out = tmp_path / ("out" if fmt.folder else f"out{fmt.suffixes[0]}")
        export_project(project, out, name, WriteOptions())
        before = whose(project)
        import_sources(project, [out], options(name), name)
        assert whose(project) == before
        with Project.create(tmp_path / "other.dateline", project.schema()) as other:
            import_sources(other, [out], options(name), name)
            assert whose(other) == before


def whose(project: Project) -> Counter[tuple[str, str, int]]:
    """Count each annotator's mentions of each article."""
    return Counter(
        (b.article.title, b.annotator.name, len(b.annotations.mentions))
        for b in project.annotations.bundles()
        if b.annotator
    )
