"""Which of the project's entities and happenings those of a source are."""

import pytest
from msgspec.structs import replace

from dateline.editing.importing import import_sources
from dateline.editing.preview import preview_sources
from dateline.editing.recognising import Recognising, ThingsByExternalId
from dateline.exchange.options import ReadOptions
from dateline.exchange.problems import ProblemKind
from dateline.model.annotation import Annotations, Annotator, AnnotatorKind, Layer, Mention
from dateline.model.article import Article
from dateline.model.changes import Kind
from dateline.model.registry import Entity, Happening
from dateline.model.schema import LabelType, Schema
from dateline.model.text import Span
from dateline.model.when import when_from_value
from dateline.store.project import Project

ADA = Annotator("ada", "ada", AnnotatorKind.PERSON)
TEXT = "Bob came. Bob left. Ann met Bob."
FIRST, SECOND, ANN = Span(0, 3), Span(10, 13), Span(20, 23)


@pytest.fixture
def project(tmp_path):
    with Project.create(tmp_path / "p.dateline", Schema()) as made:
        with made.step("Put") as step:
            for record in (LabelType("l", Layer.ENTITY, "PER"), Article("a", TEXT), ADA):
                step.put(record)
        yield made


def mention(thing, span=FIRST, label="PER", number=0):
    link = {"happening_id" if isinstance(thing, Happening) else "entity_id": thing.id}
    layer = Layer.EVENT if isinstance(thing, Happening) else Layer.ENTITY
    return Mention(f"m {thing.id} {number} {span.begin}", "a", ADA.id, layer, label, (span,), {}, **link)


def put(project, *linked):
    with project.step("Link") as step:
        for thing, *spans in linked:
            step.put(thing)
            for span in spans:
                step.put(mention(thing, span))


def recognised(project, *linked, article="a"):
    """Return what each thing that comes, with its words, is taken for; None where it is new."""
    things = Recognising(project, ThingsByExternalId(project))
    things.told([thing for thing, *_ in linked], whole=False)
    come = Annotations(mentions=tuple(mention(t, s, number=1) for t, *spans in linked for s in spans))
    told = [m.entity_id or m.happening_id for m in things.linked(come, article, TEXT).mentions]
    by_source = dict(zip((m.entity_id or m.happening_id for m in come.mentions), told, strict=True))
    return [None if by_source[t.id] == t.id else by_source[t.id] for t, *_ in linked]


def test_a_name_alone_tells_an_entity_in_its_article(project):
    put(project, (Entity("here", "Bob", "PER"), FIRST))
    assert recognised(project, (Entity("x", "Bob", "PER"), SECOND)) == ["here"]
    assert recognised(project, (Entity("x", "bób", "PER"), SECOND)) == ["here"]
    assert recognised(project, (Entity("x", "Rob", "PER", ("Bob",)), SECOND)) == ["here"]
    assert recognised(project, (Entity("x", "Bob", "DOG"), SECOND)) == [None]
    assert recognised(project, (Entity("x", "Bobby", "PER"), SECOND)) == [None]
    assert recognised(project, (Entity("x", "Bob", "PER"), SECOND), article=None) == [None]


def test_the_label_of_its_words_tells_an_entity_of_another_type(project):
    put(project, (Entity("here", "Bob", "Person"), FIRST))
    assert recognised(project, (Entity("x", "Bob", "PER"), SECOND)) == ["here"]


def test_of_two_of_one_name_the_one_at_the_same_words_is_it(project):
    put(project, (Entity("one", "Bob", "PER"), FIRST), (Entity("two", "Bob", "PER"), SECOND))
    assert recognised(project, (Entity("x", "Bob", "PER"), SECOND), (Entity("y", "Bob", "PER"), FIRST)) == [
        "two",
        "one",
    ]
    assert recognised(project, (Entity("x", "Bob", "PER"), SECOND), (Entity("y", "Bob", "PER"), Span(28, 31))) == [
        "two",
        "one",
    ]


def test_two_that_come_are_not_one_here_by_name_alone(project):
    put(project, (Entity("here", "Bob", "PER"), FIRST))
    come = (Entity("x", "Bob", "PER"), SECOND), (Entity("y", "Bob", "PER"), Span(28, 31))
    assert recognised(project, *come) == ["here", None]


def test_words_tell_what_a_format_had_no_name_for(project):
    put(project, (Entity("here", "Robert Smith", "PER"), FIRST, SECOND))
    assert recognised(project, (Entity("x", "Bob", "PER"), FIRST)) == ["here"]
    assert recognised(project, (Entity("x", "Bob", "PER"), FIRST, Span(28, 31))) == [None]
    assert recognised(project, (Entity("x", "Rob", "PER"), FIRST)) == [None]
    assert recognised(project, (Entity("x", "Bob", "PER", (), "own:7"), FIRST)) == [None]


def test_another_id_says_it_is_another(project):
    put(project, (Entity("here", "Bob", "PER", (), "own:8"), FIRST))
    assert recognised(project, (Entity("x", "Bob", "PER", (), "own:7"), FIRST)) == [None]
    assert recognised(project, (Entity("x", "Robert", "PER", (), "own:8"), SECOND)) == ["here"]
    assert recognised(project, (Entity("x", "Bob", "PER", (), ""), FIRST)) == ["here"]


def test_an_id_suffices_in_any_article_where_it_means_the_same_everywhere(project):
    put(project, (Entity("here", "Bob", "PER", (), "Q42"), FIRST), (Entity("own", "Ann", "PER", (), "own:1"), ANN))
    assert recognised(project, (Entity("x", "Robert", "PER", (), "Q42"), SECOND), article=None) == ["here"]
    assert recognised(project, (Entity("x", "Anna", "PER", (), "own:1"), SECOND), article=None) == [None]
    assert recognised(project, (Entity("x", "Ann", "PER", (), "own:1"), SECOND), article=None) == ["own"]


def test_what_the_project_does_not_say_it_learns(project):
    when = when_from_value("2024-01-05")
    put(project, (Entity("here", "Bob", "PER", ("Robert",), note="mine"), FIRST))
    things = Recognising(project, ThingsByExternalId(project))
    come = Entity("x", "Bob", "PER", ("robert", "Bobby"), "own:7", "theirs")
    things.told([come], whole=False)
    things.linked(Annotations(mentions=(mention(come),)), "a", TEXT)
    assert things.more() == [Entity("here", "Bob", "PER", ("Robert", "Bobby"), "own:7", "mine")]

    event = LabelType("e", Layer.EVENT, "MEET")
    with project.step("Label") as step:
        step.put(event)
    with project.step("Link") as step:
        step.put(Happening("h", "left", "MEET"))
        step.put(replace(mention(Happening("h", "left", "MEET"), Span(14, 18)), label="MEET"))
    things = Recognising(project, ThingsByExternalId(project))
    came = Happening("y", "left", "MEET", when)
    things.told([came], whole=False)
    things.linked(Annotations(mentions=(replace(mention(came, Span(14, 18)), label="MEET"),)), "a", TEXT)
    assert [(t.id, t.when) for t in things.more()] == [("h", when)]


def test_a_note_that_is_missing_is_learned(project):
    put(project, (Entity("here", "Bob", "PER"), FIRST))
    things = Recognising(project, ThingsByExternalId(project))
    come = Entity("x", "Bob", "PER", note="theirs")
    things.told([come], whole=False)
    things.linked(Annotations(mentions=(mention(come),)), "a", TEXT)
    assert [t.note for t in things.more()] == ["theirs"]


def test_many_of_one_name_are_told_apart_by_words_then_by_ids(project):
    here = [Entity(f"h{n}", "Bob", "PER", (), f"own:{n}" if n else "") for n in range(3)]
    put(project, *((thing, FIRST) for thing in here))
    come = [
        (Entity("x", "Bob", "PER", (), "own:9"), ANN),
        (Entity("y", "Bob", "PER"), ANN),
        (Entity("z", "Bob", "PER"), ANN),
    ]
    assert recognised(project, *come) == ["h0", "h1", "h2"]
    assert recognised(project, *come[:1], (Entity("y", "Bob", "PER", (), "own:8"), ANN)) == ["h0", None]


def test_what_nothing_needs_stays_out(project):
    """Of a whole project all comes; of other sources what nothing is linked to, or what is linked and taken in."""
    referred, needed, alone = (Entity(i, i, "PER") for i in ("referred", "needed", "alone"))
    for whole, expected in ((False, {"needed", "alone"}), (True, {"referred", "needed", "alone"})):
        things = Recognising(project, ThingsByExternalId(project))
        things.told([referred, needed, alone], whole=whole)
        mentions = (mention(referred), mention(needed, SECOND))
        things.linked(Annotations(mentions=mentions), None, TEXT)
        things.need(mentions[1:])
        assert {t.id for t in things.rest()} == expected
        assert things.rest() == []


def brat(folder, *names):
    folder.mkdir()
    lines = {"a": "Bob came home.", "b": "Bob left early."}
    for name in names:
        (folder / f"{name}.txt").write_text(lines[name])
        (folder / f"{name}.ann").write_text("T1\tPER 0 3\tBob\nN1\tReference T1 own:7\tBob\n")
    return folder


@pytest.mark.parametrize("first", ["a", "b"])
def test_a_thing_is_one_whichever_of_its_articles_comes_first(tmp_path, first):
    gold = ReadOptions(annotator=Annotator("g", "gold", AnnotatorKind.IMPORT))
    with Project.create(tmp_path / "p.dateline", Schema()) as project:
        import_sources(project, [brat(tmp_path / "one", first)], gold, "brat", add_labels=True)
        [bob] = project.registry.entities()
        with project.step("Rename") as step:
            step.put(replace(bob, name="Robert Smith"))
        both = brat(tmp_path / "both", "a", "b")
        assert preview_sources(project, [both], gold, "brat").adds == 1
        import_sources(project, [both], gold, "brat")
        assert [e.name for e in project.registry.entities()] == ["Robert Smith"]
        assert len(project.registry.all_mentions(Kind.ENTITY, bob.id)) == 2
        project.undo()
        assert len(project.registry.all_mentions(Kind.ENTITY, bob.id)) == 1
        project.redo()
        assert len(project.registry.all_mentions(Kind.ENTITY, bob.id)) == 2
        assert preview_sources(project, [both], gold, "brat").nothing_new


def test_the_sources_of_an_import_know_one_anothers_things(tmp_path):
    """The project's outside ids are read once, and those of the sources before join them."""
    folders = []
    for n, name in enumerate(("Ada", "Ada B.", "A. Bell")):
        folder = tmp_path / str(n)
        folder.mkdir()
        (folder / "x.txt").write_text(f"Ada came {n} times.")
        (folder / "x.ann").write_text(f"T1\tPER 0 3\tAda\nN1\tReference T1 Wikidata:Q{42 - n % 2}\t{name}\n")
        folders.append(folder)
    with Project.create(tmp_path / "p.dateline", Schema()) as project:
        with project.step("Put") as step:
            step.put(Article("there", "An article."))
        assert preview_sources(project, folders, ReadOptions(), "brat").adds == 3 + 2
        import_sources(project, folders, ReadOptions(), "brat", add_labels=True)
        found = {
            e.external_id: len(project.registry.all_mentions(Kind.ENTITY, e.id)) for e in project.registry.entities()
        }
    assert found == {"Q42": 2, "Q41": 1}


EQUIVALENT = {"ada": ["T1 T2"], "bo": ["T1 T2"]}
OVERLAPPING = {"ada": ["T1 T2"], "bo": ["T3 T2"]}
LARGER = {"ada": ["T1 T2"], "bo": ["T1 T2 T3"]}
CHAINED = {"ada": ["T1 T2", "T2 T3"], "bo": ["T1 T2", "T2 T3"]}


@pytest.mark.parametrize(("said", "things"), [(EQUIVALENT, 1), (OVERLAPPING, 2), (LARGER, 2), (CHAINED, 1)])
@pytest.mark.parametrize("names", [("ada", "bo"), ("bo", "ada")])
def test_what_annotators_hold_equivalent_is_one_thing_where_they_agree(tmp_path, said, things, names):
    """And the same delivery once more says nothing, whoever's comes alone, too."""
    spans = [f"T{n}\tPER {s.begin} {s.end}\tBob" for n, s in enumerate((FIRST, SECOND, Span(28, 31)), start=1)]
    for folder, who in zip("xy", names, strict=True):
        (tmp_path / folder).mkdir()
        (tmp_path / folder / "a.txt").write_text(TEXT)
        lines = [*spans, *(f"*\tEquiv {ids}" for ids in said[who])]
        (tmp_path / folder / "a.ann").write_text("\n".join(lines))
    with Project.create(tmp_path / "p.dateline", Schema(types=(LabelType("l", Layer.ENTITY, "PER"),))) as project:
        for folder in ("x", "y"):
            import_sources(project, [tmp_path / folder], ReadOptions(annotator=Annotator(folder, folder)), "brat")
        for folder in ("x", "y"):
            options = ReadOptions(annotator=Annotator(folder, folder))
            report = import_sources(project, [tmp_path / folder], options, "brat")
            assert not report.changes
            assert not [n for n in report.notices if n.kind is ProblemKind.OTHERWISE]
    both = tmp_path / "both"
    both.mkdir()
    for folder in ("x", "y"):
        (tmp_path / folder).rename(both / folder)
    with Project.create(tmp_path / "q.dateline", Schema(types=(LabelType("l", Layer.ENTITY, "PER"),))) as project:
        import_sources(project, [both], ReadOptions(), "brat")
        assert len(project.registry.entities()) == things
        report = import_sources(project, [both], ReadOptions(), "brat")
        assert not report.changes
        assert not [n for n in report.notices if n.kind is ProblemKind.OTHERWISE]
