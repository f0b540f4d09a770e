"""What readers return: pages, bundles, lists, counts, the registry, occurrences."""

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from dateline.model.annotation import Annotations, Annotator, Argument, Layer, Mention, TimeValue
from dateline.model.article import Article, Progress, Region, RegionKind, State
from dateline.model.bundle import Bundle
from dateline.model.changes import Kind
from dateline.model.ids import new_id
from dateline.model.registry import Entity, Happening
from dateline.model.text import Span
from dateline.model.when import Granularity, When
from dateline.store import annotations
from dateline.store.project import Project
from tests.store.world import SCHEMA, TEXT, World, article, mention


def test_a_page_holds_just_what_was_put(filled: Project, world: World) -> None:
    page = filled.annotations.page(world.article.id, world.annotator.id)
    assert page.article == world.article
    assert page.text == TEXT
    assert list(page.mentions.values()) == sorted((world.place, world.time, world.event), key=lambda m: m.span)
    assert page.times == {world.time.id: world.value}
    assert page.arguments == {a.id: a for a in world.arguments}
    assert page.relations == {world.relation.id: world.relation}
    assert page.comments == {world.comment.id: world.comment}
    assert page.regions == {r.id: r for r in world.regions}
    with pytest.raises(KeyError):
        filled.annotations.page("no such", world.annotator.id)


def test_annotators_do_not_see_one_another(filled: Project, world: World) -> None:
    other = Annotator(new_id(), "Bo")
    theirs = mention(world.article, other, 0, 3)
    with filled.step("x") as step:
        step.put(other)
        step.put(theirs)
    mine = filled.annotations.page(world.article.id, world.annotator.id)
    bos = filled.annotations.page(world.article.id, other.id)
    assert theirs.id not in mine.mentions
    assert list(bos.mentions) == [theirs.id]
    assert list(bos.regions) == [world.regions[1].id], "boilerplate belongs to everybody, a negative to one"
    assert not bos.times
    assert not bos.arguments


@pytest.mark.parametrize("kind", ["mention", "relation", "comment", "region", "progress"])
def test_whoever_has_anything_of_an_article_worked_on_it(filled: Project, world: World, kind: str) -> None:
    other, idle = Annotator(new_id(), "Bo"), Annotator(new_id(), "Cy")
    theirs = {
        "mention": mention(world.article, other, 0, 3),
        "relation": replace(world.relation, id=new_id(), annotator_id=other.id),
        "comment": replace(world.comment, id=new_id(), annotator_id=other.id),
        "region": Region(new_id(), world.article.id, RegionKind.NEGATIVE, Span(0, 3), other.id),
        "progress": Progress(new_id(), world.article.id, other.id, State.NEW),
    }
    with filled.step("x") as step:
        step.put(idle)
        step.put(other)
        step.put(theirs[kind])
    assert filled.annotations.annotators_of(world.article.id) == [world.annotator, other]
    assert filled.annotations.annotators_of("no such") == []


@pytest.mark.parametrize(
    "when",
    [
        When(None, 10, Granularity.DAY),
        When(-(10**15), None, Granularity.CENTURY, approximate=True),
        When(0, 86_400, Granularity.DAY),
    ],
)
def test_dates_of_any_kind_are_kept(filled: Project, world: World, when: When) -> None:
    value = replace(world.value, when=when, mod="APPROX", replaced="2018")
    happening = replace(world.happening, when=when)
    with filled.step("x") as step:
        step.put(value)
        step.put(happening)
    assert filled.annotations.records(Kind.TIME_VALUE, [value.id]) == [value]
    assert filled.registry.happening(happening.id) == happening


def test_text_is_kept_to_the_character(project: Project) -> None:
    texts = ["\ufeffBOM", "a\r\nb\rc\nd\u2028e", "nul\0inside", "🤝👨‍👩‍👧 emoji", "\u00a0 ", "İıŞğÜç", "x" * 100_000]
    articles = [article(t, position=i, meta={"k": "v\0"}) for i, t in enumerate(texts)]
    with project.step("x") as step:
        step.put(articles[0])
        step.add_all(articles[1:])
    assert list(project.articles.all()) == articles
    project.undo()
    project.redo()
    assert list(project.articles.all()) == articles


@pytest.mark.parametrize(
    ("most", "characters", "names"),
    [
        (10, 1000, ["byline", "desk", "edition", "section"]),
        (2, 1000, ["byline", "desk"]),
        (10, 40, ["byline", "desk"]),
        (10, 1, ["desk"]),
        (0, 1000, []),
    ],
)
def test_the_columns_of_the_last_articles_are_known_as_far_as_they_are_gone_through(
    project: Project, most: int, characters: int, names: list[str]
) -> None:
    metas = ({"section": "a", "edition": "é"}, {"byline": "b" * 12, "desk": ""}, {"desk": "c" * 20})
    with project.step("Add") as step:
        for number, meta in enumerate(metas):
            step.put(Article(new_id(), f"Text {number}.", position=number, meta=meta))
    assert project.articles.columns(most, characters) == names


def test_a_text_that_is_no_unicode_is_refused_whole(project: Project) -> None:
    with pytest.raises(UnicodeEncodeError), project.step("x") as step:
        step.put(article("lone \ud800 surrogate"))
    assert project.articles.count() == 0


# --- bundles


def _many(project: Project) -> tuple[list[Article], list[Annotator]]:
    """Articles that nobody, one or two annotators touched, each in another way."""
    who = [Annotator(new_id(), name) for name in ("Ana", "Bo")]
    articles = [article(f"text number {i} " * 3, position=20 - i) for i in range(12)]
    with project.step("Fill") as step:
        step.add_all(who)
        step.add_all(articles)
        for i, a in enumerate(articles):
            if i % 4 == 1:
                step.put(mention(a, who[0], 0, 4))
            if i % 4 == 2:
                for w in who:
                    time = mention(a, w, 5, 11, layer=Layer.TIME, label="DATE")
                    event = mention(a, w, 0, 4, layer=Layer.EVENT, label="MEET")
                    step.add_all([mention(a, w, 0, 4), time, event])
                    step.add_all([TimeValue(time.id, "2018")])
                    step.add_all([Argument(new_id(), event.id, "Time", time.id)])
                step.put(Progress(new_id(), a.id, who[1].id, State.DONE))
                step.put(Region(new_id(), a.id, RegionKind.BOILERPLATE, Span(12, 16)))
                step.put(Region(new_id(), a.id, RegionKind.NEGATIVE, Span(0, 4), who[1].id))
            if i % 4 == 3:
                step.put(Region(new_id(), a.id, RegionKind.BOILERPLATE, Span(1, 2)))
                if i == 3:
                    step.put(Progress(new_id(), a.id, who[0].id, State.SKIPPED))
    return articles[::-1], who


@pytest.mark.parametrize("at_once", [1, 5, 64])
def test_bundles_equal_pages(project: Project, at_once: int, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(annotations, "_AT_ONCE", at_once)
    articles, _ = _many(project)
    bundles = list(project.annotations.bundles())
    assert list(dict.fromkeys(b.article.id for b in bundles)) == [a.id for a in articles], "in list order"
    for bundle in bundles:
        owner = bundle.annotator.id if bundle.annotator else ""
        assert bundle.article == project.articles.get(bundle.article.id)
        assert bundle.annotations == project.annotations.of(bundle.article.id, owner)
        known = project.annotations.progress_id(bundle.article.id, owner)
        assert bundle.state == (known[1] if known else State.NEW)
    assert sum(len(b.annotations.mentions) for b in bundles) == project.annotations.totals()["mention"]
    assert sum(b.annotator is None for b in bundles) == 3 + 2


def test_bundles_of_one_annotator_and_some_states(project: Project) -> None:
    _many(project)

    def picked(**how: object) -> list[tuple[str | None, State]]:
        return [(b.annotator and b.annotator.name, b.state) for b in project.annotations.bundles(**how)]  # type: ignore[arg-type]

    assert set(picked(annotator="Bo")) == {("Bo", State.DONE)}
    assert picked(annotator="nobody") == []
    assert picked(states=[State.SKIPPED]) == [("Ana", State.SKIPPED)]
    assert set(picked(states=[State.NEW])) == {(None, State.NEW), ("Ana", State.NEW)}
    assert picked(annotator="Ana", states=[State.DONE]) == []


def test_bundles_of_an_empty_project(project: Project) -> None:
    assert list(project.annotations.bundles()) == []
    lone = article()
    with project.step("x") as step:
        step.put(lone)
    assert list(project.annotations.bundles()) == [Bundle(lone, None, State.NEW, Annotations())]


def test_a_snapshot_holds_while_another_connection_writes(filled: Project, world: World) -> None:
    with filled.sibling() as worker:
        with worker.snapshot():
            stream = worker.annotations.bundles()
            with filled.step("meanwhile") as step:
                step.put(mention(world.article, world.annotator, 0, 3))
                step.put(article("one more", position=9))
            (only,) = stream
            assert len(only.annotations.mentions) == 3
        assert [len(b.annotations.mentions) for b in worker.annotations.bundles()] == [4, 0]


def test_a_sibling_writes_while_the_owner_reads(filled: Project, world: World) -> None:
    with filled.sibling() as worker, worker.step("Import") as step:
        step.add_all([article(f"n{i}", position=i) for i in range(30)])
        assert filled.articles.count() == 1
        assert filled.annotations.page(world.article.id, world.annotator.id).mentions
    assert filled.articles.count() == 31
    undo = filled.next_undo()
    assert undo
    assert undo.label == "Import"
    filled.undo()
    assert filled.articles.count() == 1


# --- lists and counts


def test_summaries(filled: Project, world: World) -> None:
    second = article("First line.\nMore", position=-1)
    with filled.step("x") as step:
        step.put(second)
    found = filled.articles.summaries(world.annotator.id)
    assert [(s.id, s.name, s.state, s.length) for s in found] == [
        (second.id, "First line.", State.NEW, 16),
        (world.article.id, "Meeting", State.STARTED, len(TEXT)),
    ]
    assert filled.articles.summaries(None)[1].state is State.NEW
    assert filled.articles.summaries(world.annotator.id, only=world.article.id) == found[1:]
    assert filled.articles.summaries(None, only="no such") == []
    for number in (1, 2, 50):
        parts = list(filled.articles.summaries_by(number, world.annotator.id))
        assert [a for part in parts for a in part] == found
        assert {len(part) for part in parts[:-1]} <= {number}


def test_articles_are_found_by_their_text(filled: Project, world: World) -> None:
    arrived = filled.articles.arrived()
    assert [i for i, _ in filled.articles.by_text(world.article.sha256, arrived)] == [world.article.id]
    assert not list(filled.articles.by_text(world.article.sha256, arrived - 1))
    assert filled.articles.has_text(world.article.sha256, arrived=arrived)
    assert not filled.articles.has_text(world.article.sha256, 0)
    assert not filled.articles.has_text("other", arrived)
    assert filled.articles.holds(world.article.id, world.article.sha256)
    assert not filled.articles.holds(world.article.id, "other")
    assert filled.articles.exists(world.article.id)
    assert not filled.articles.exists("no such")
    assert filled.articles.last_position() == 0
    assert filled.articles.with_wrong_hash() == []
    filled._conn.execute("UPDATE article_text SET text = 'other'")
    assert filled.articles.with_wrong_hash() == ["Meeting"]


def test_what_refers_to_a_mention(filled: Project, world: World) -> None:
    found = filled.annotations.dependants([world.time.id, world.event.id])
    assert {k: set(v) for k, v in found.items()} == {
        Kind.ARGUMENT: {a.id for a in world.arguments},
        Kind.RELATION: {world.relation.id},
        Kind.COMMENT: {world.comment.id},
        Kind.TIME_VALUE: {world.time.id},
    }
    assert all(len(set(v)) == len(v) for v in found.values()), "an argument of both is there once"


def test_records_by_the_thousand(project: Project) -> None:
    entities = [Entity(f"e{i}", str(i)) for i in range(1_201)]
    with project.step("x") as step:
        step.add_all(entities)
    found = project.annotations.records(Kind.ENTITY, [e.id for e in entities] + ["no such"])
    assert sorted(found, key=lambda e: e.id) == sorted(entities, key=lambda e: e.id)


def test_counts(filled: Project, world: World) -> None:
    reader = filled.annotations
    assert reader.label_counts() == {"GPE": 1, "DATE": 1, "MEET": 1, "NEAR": 1}
    assert reader.label_counts(world.article.id, world.annotator.id) == reader.label_counts()
    assert reader.label_counts("no such") == {}
    assert reader.role_counts() == {("MEET", "Place"): 1, ("MEET", "Time"): 1}
    assert reader.article_counts(world.annotator.id) == {world.article.id: 3}
    assert reader.totals()["argument"] == 2
    assert reader.with_label("GPE") == [world.place]
    assert reader.relations_with_label("NEAR") == [world.relation]
    assert sorted(reader.arguments_of_label("MEET"), key=lambda a: a.id) == sorted(world.arguments, key=lambda a: a.id)
    assert reader.annotators() == [world.annotator]
    assert reader.annotator("Ana") == world.annotator
    assert reader.annotator("Bo") is None


# --- the registry and occurrences


def test_the_registry(filled: Project, world: World) -> None:
    registry = filled.registry
    assert registry.entities() == [world.entity]
    assert registry.happenings() == [world.happening]
    assert registry.entity(world.entity.id) == world.entity
    assert registry.entity("no such") is None
    assert registry.happening("no such") is None
    assert registry.entities_near("nur-SULTAN") == [world.entity]
    assert registry.entities_near("Almaty") == []
    assert registry.mention_counts(Kind.ENTITY) == {world.entity.id: 1}
    assert registry.all_mentions(Kind.HAPPENING, world.happening.id) == [world.event]
    (place,) = registry.appearances(Kind.ENTITY, world.entity.id, world.annotator.id)
    assert (place.mention, place.words, place.article_name, place.published) == (
        world.place, "Astana", "Meeting", "2018-04-19",
    )  # fmt: skip
    (event,) = registry.appearances(Kind.HAPPENING, world.happening.id, world.annotator.id)
    assert event.words == "ministers met", "the pieces, not what lies between them"


def test_the_words_behind_a_nul_are_found(project: Project) -> None:
    who, entity, odd = Annotator(new_id(), "Ana"), Entity(new_id(), "Iran"), article("before\0 Iran after")
    event = mention(odd, who, 8, 12, layer=Layer.EVENT, label="MEET")
    with project.step("x") as step:
        for record in (who, entity, odd, replace(mention(odd, who, 8, 12), entity_id=entity.id), event):
            step.put(record)
    assert [a.words for a in project.registry.appearances(Kind.ENTITY, entity.id, who.id)] == ["Iran"]
    assert [o.words for o in project.occurrences.of(who.id)] == ["Iran"]


def test_appearances_by_date_then_list_order(project: Project) -> None:
    who, happening = Annotator(new_id(), "Ana"), Happening(new_id(), "Talks")
    dates = ["2020-03-01", "2018-03-01", "", "2018-03-01"]
    articles = [article(f"x{i} y", published=d, position=i) for i, d in enumerate(dates)]
    mentions = [
        Mention(new_id(), a.id, who.id, Layer.EVENT, "MEET", (Span(b, b + 1),), {}, None, happening.id)
        for a in articles
        for b in (3, 0)
    ]
    with project.step("x") as step:
        for records in ([who], [happening], articles, mentions):
            step.add_all(records)
    found = project.registry.appearances(Kind.HAPPENING, happening.id, who.id)
    assert [a.words for a in found] == ["x", "y"] * 4
    assert [a.mention.article_id for a in found[::2]] == [articles[i].id for i in (1, 3, 0, 2)], "no date: last"


def test_occurrences(filled: Project, world: World) -> None:
    (occurrence,) = filled.occurrences.of(world.annotator.id)
    assert occurrence.event == world.event
    assert occurrence.words == "ministers met"
    assert [(f.role, f.words, f.entity_name, f.time) for f in occurrence.fillers] == [
        ("Place", "Astana", "Astana", None),
        ("Time", "Thursday", "", world.value),
    ]
    assert occurrence.when == world.value.when
    assert filled.occurrences.of(world.annotator.id, article_id=world.article.id) == [occurrence]
    assert filled.occurrences.ids(world.annotator.id) == [occurrence.event.id]
    assert filled.occurrences.ids_in(world.annotator.id, [world.article.id, "no such"]) == [occurrence.event.id]
    assert filled.occurrences.ids_in("nobody", [world.article.id]) == []
    assert list(filled.occurrences.portions(world.annotator.id, [world.article.id, "no such"], 1)) == [[occurrence]]
    assert list(filled.occurrences.portions("nobody", [world.article.id], 1)) == [[]]
    assert filled.occurrences.ids_in(world.annotator.id, []) == []
    assert filled.occurrences.of(world.annotator.id, article_id="no such") == []
    assert filled.occurrences.of("no such") == []


# --- what this machine left off


def test_local_values_are_kept_and_not_journalled(filled: Project, path: Path) -> None:
    steps = filled.steps()
    assert filled.local.get("scroll", 7) == 7
    filled.local.set("scroll", {"a": [1, 2.5, None, "ı"]})
    assert filled.steps() == steps
    filled.close()
    with Project.open(path) as project:
        assert project.local.get("scroll") == {"a": [1, 2.5, None, "ı"]}
        project._conn.execute("UPDATE local SET value = '{'")
        assert project.local.get("scroll", "default") == "default"


def test_many_local_values_are_kept_at_once(filled: Project, path: Path) -> None:
    filled.local.set_all({f"read {n}": [n] for n in range(50)})
    filled.local.set_all({})
    assert not filled._conn.in_transaction
    filled.close()
    with Project.open(path) as project:
        assert [project.local.get(f"read {n}") for n in range(50)] == [[n] for n in range(50)]
    with Project.open(path, readonly=True) as project:
        project.local.set_all({"read 1": 0, "read 2": 0})
        assert project.local.get("read 1") == [1]


def test_of_many_local_values_all_are_kept_or_none(filled: Project) -> None:
    refuses = "BEGIN SELECT raise(ABORT, 'no'); END"
    filled._conn.execute(f"CREATE TEMP TRIGGER refuses BEFORE INSERT ON local WHEN NEW.key = 'read 2' {refuses}")
    filled.local.set_all({"read 1": 1, "read 2": 2, "read 3": 3})
    assert not filled._conn.in_transaction
    assert [filled.local.get(f"read {n}") for n in (1, 2, 3)] == [None, None, None]
    filled.local.set_all({"read 1": 1, "read 3": 3})
    assert [filled.local.get(f"read {n}") for n in (1, 2, 3)] == [1, None, 3]


def test_local_never_waits_and_leaves_no_trace(filled: Project, world: World) -> None:
    with filled.sibling() as worker, worker.step("long") as step:
        step.put(article("x"))
        filled.local.set("scroll", 1)
    assert filled.local.get("scroll") is None
    assert not filled._conn.in_transaction
    assert filled._conn.execute("PRAGMA synchronous").fetchone() == (2,)
    assert filled._conn.execute("PRAGMA busy_timeout").fetchone() == (1000,)
    with filled.step("x") as step:
        step.put(article("y"))
        filled.local.set("scroll", 2)
    assert filled.local.get("scroll") is None
    filled.local.set("scroll", 3)
    assert filled.local.get("scroll") == 3


def test_the_schema_comes_in_palette_order(project: Project) -> None:
    with project.step("x") as step:
        for i, label in enumerate(reversed(SCHEMA.types)):
            step.put(replace(label, position=i))
    assert [t.name for t in project.schema().types] == ["MEET", "DATE", "GPE"]


def test_what_a_label_is_called_is_read_by_itself(project: Project) -> None:
    with project.step("x") as step:
        step.put(replace(SCHEMA.types[0], title="Where or who"))
        step.put(replace(SCHEMA.types[1], title=""))
    schema = project.schema()
    for name in (*schema.by_name, "unknown"):
        assert project.shown(name) == schema.shown(name)
    assert {project.shown(t.name) for t in SCHEMA.types[:2]} == {"Where or who", SCHEMA.types[1].name}


@settings(max_examples=25, deadline=None)
@given(counts=st.lists(st.integers(0, 7), max_size=6), most=st.integers(1, 6))
def test_portions_are_all_events_and_none_is_too_much(
    tmp_path_factory: pytest.TempPathFactory, counts: list[int], most: int
) -> None:
    who, other = Annotator(new_id(), "Ana"), Annotator(new_id(), "Ben")
    articles = [article("x" * 20, position=i) for i in range(len(counts))]
    events = [
        Mention(new_id(), a.id, w.id, Layer.EVENT, "MEET", (Span(at, at + 1),))
        for a, count in zip(articles, counts, strict=True)
        for at in range(count)
        for w in (who, other)[: 1 + at % 2]
    ]
    places = [
        Mention(new_id(), e.article_id, e.annotator_id, Layer.ENTITY, "GPE", (Span(e.span.end, e.span.end + 1),))
        for e in events
    ]
    roles = [Argument(new_id(), e.id, "Place", p.id) for e, p in zip(events, places, strict=True)]
    with Project.create(tmp_path_factory.mktemp("portions") / "p.dateline", SCHEMA) as project:
        with project.step("x") as step:
            for records in ([who, other], articles, events, places, roles):
                step.add_all(records)
        parts = list(project.occurrences.portions(who.id, [a.id for a in articles], most))
        assert all(len(part) <= most for part in parts)
        told = {o.event.id: o for part in parts for o in part}
        assert len(told) == sum(map(len, parts))
        assert told == {o.event.id: o for o in project.occurrences.of(who.id)}
        assert all(len(o.fillers) == 1 for o in told.values())
