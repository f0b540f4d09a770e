"""A source whose links are roles of events and relations under one name, a second time: nothing is there twice."""

from collections import Counter

import pytest

from dateline.editing.importing import import_sources
from dateline.editing.preview import preview_sources
from dateline.exchange.options import ReadOptions
from dateline.model.annotation import Annotator, Argument, Layer, Mention, Relation
from dateline.model.article import Article
from dateline.model.schema import LabelType, Role, Schema
from dateline.model.text import Span
from dateline.store.project import Project
from tests.editing.test_links_of_one_import import LINKS, MADE, SPANS, TEXT
from tests.editing.test_once_more import BOTH_WAYS, counts, exported, options

MEETS = {"MEET": "CONSULT"}
OWN_ROLES = [("Agent", "Target"), ("Actor",), ()]  # of the type of event that is known here


def _schema(roles: tuple[str, ...], relations: tuple[str, ...] = ()) -> Schema:
    event = LabelType("e", Layer.EVENT, "CONSULT", roles=tuple(Role(name) for name in roles))
    return Schema(types=(event, *(LabelType(name, Layer.RELATION, name) for name in relations)))


def _links(project: Project) -> tuple[Counter[str], Counter[str]]:
    found = [bundle.annotations for bundle in project.annotations.bundles()]
    return (
        Counter(a.role for page in found for a in page.arguments),
        Counter(r.label for page in found for r in page.relations),
    )


@pytest.mark.parametrize("own", OWN_ROLES)
@pytest.mark.parametrize("name", MADE)
def test_a_second_time_brings_nothing_and_a_second_text_the_same(tmp_path, name, own):
    """The first import makes relation labels of the names, since links start from what is no event, too."""
    path, more = tmp_path / name, tmp_path / f"more {name}"
    path.write_text(MADE[name](TEXT.format(0)), encoding="utf-8")
    more.write_text(MADE[name](TEXT.format(1)), encoding="utf-8")
    chosen = {"mapping": MEETS, "roles": {"CONSULT.Agent": "Actor"} if "Actor" in own else {}}
    with Project.create(tmp_path / "p.dateline", _schema(own)) as project:
        import_sources(project, [path], ReadOptions(), add_labels=True, **chosen)
        before, links = counts(project), _links(project)
        assert preview_sources(project, [path], ReadOptions(), **chosen).nothing_new
        assert not import_sources(project, [path], ReadOptions(), **chosen).changes
        assert counts(project) == before
        import_sources(project, [more], ReadOptions(), **chosen)
        assert _links(project) == tuple(Counter({k: 2 * n for k, n in sort.items()}) for sort in links)


@pytest.mark.parametrize("name", MADE)
def test_a_role_of_the_event_is_one_whatever_else_is_called_so(tmp_path, name):
    path = tmp_path / name
    path.write_text(MADE[name](TEXT.format(0)), encoding="utf-8")
    with Project.create(tmp_path / "p.dateline", _schema(("Agent",), ("Agent", "Target", "near"))) as project:
        import_sources(project, [path], ReadOptions(), mapping=MEETS, add_labels=True)
        roles, relations = _links(project)
        assert (roles, relations) == ({"Agent": 1}, {"Agent": 1, "Target": 2, "near": 1})


@pytest.mark.parametrize("name", MADE)
def test_a_link_that_is_to_become_a_relation_is_one_in_spite_of_a_role(tmp_path, name):
    path = tmp_path / name
    path.write_text(MADE[name](TEXT.format(0)), encoding="utf-8")
    with Project.create(tmp_path / "p.dateline", _schema(("Agent",), ("by",))) as project:
        for _ in range(2):
            import_sources(project, [path], ReadOptions(), mapping=MEETS | {"Agent": "by"}, add_labels=True)
            assert _links(project) == ({"Target": 1}, {"by": 2, "Target": 1, "near": 1})


@pytest.mark.parametrize("name", MADE)
def test_links_that_were_taken_otherwise_are_not_taken_once_more(tmp_path, name):
    """A schema that changed between two imports of a source makes no second link of one that is here."""
    path = tmp_path / name
    path.write_text(MADE[name](TEXT.format(0)), encoding="utf-8")
    with Project.create(tmp_path / "p.dateline", _schema((), ("Agent", "Target", "near"))) as project:
        import_sources(project, [path], ReadOptions(), mapping=MEETS, add_labels=True)
        before = counts(project)
        with project.step("Add a role") as step:
            known = next(t for t in project.schema().types if t.name == "CONSULT")
            step.put(LabelType(known.id, Layer.EVENT, "CONSULT", roles=(Role("Agent"),)))
        import_sources(project, [path], ReadOptions(), mapping=MEETS)
        assert counts(project) == before


@pytest.fixture
def linked(tmp_path):
    """A project in which `Agent` is a role of one sort of event, and a relation between entities."""
    text = TEXT.format(0)
    who = Annotator("ada", "ada")
    with Project.create(tmp_path / "linked.dateline", _schema(("Agent", "Target"), ("Agent", "near"))) as project:
        with project.step("Annotate") as step:
            step.put(LabelType("per", Layer.ENTITY, "PER"))
            step.put(who)
            step.put(Article("a", text))
            for number, (label, words) in enumerate(SPANS):
                event = label == "MEET"
                place = Span(text.index(words), text.index(words) + len(words))
                layer = Layer.EVENT if event else Layer.ENTITY
                step.put(Mention(f"m{number}", "a", "ada", layer, "CONSULT" if event else "PER", (place,)))
            for number, (label, source, target) in enumerate(LINKS):
                ends = f"m{source}", f"m{target}"
                if SPANS[source][0] == "MEET":
                    step.put(Argument(f"r{number}", ends[0], label, ends[1]))
                elif label != "Target":
                    step.put(Relation(f"r{number}", "a", "ada", label, *ends))
        yield project


@pytest.mark.parametrize("known", [Schema(), _schema(()), _schema(("Agent",)), _schema((), ("Agent",))])
@pytest.mark.parametrize("name", BOTH_WAYS)
def test_every_format_a_second_time_adds_nothing(linked, tmp_path, name, known):
    path = exported(linked, tmp_path, name)
    with Project.create(tmp_path / "p.dateline", known) as project:
        import_sources(project, [path], options(name), name, add_labels=True)
        before = counts(project)
        assert before["articles"]
        assert preview_sources(project, [path], options(name), name).nothing_new
        assert not import_sources(project, [path], options(name), name, add_labels=True).changes
        assert counts(project) == before
