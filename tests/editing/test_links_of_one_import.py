"""Links of formats that have one sort of them: a role or a relation, whatever sources come before in one import."""

import json
from itertools import permutations

import pytest

from dateline.editing.importing import import_sources
from dateline.editing.preview import preview_sources
from dateline.exchange.options import ReadOptions
from dateline.model.annotation import Layer
from dateline.model.schema import LabelType, Schema
from dateline.store.project import Project

TEXT = "{}: Cy met Di and hit Bo."
EVENT = LabelType("e", Layer.EVENT, "CONSULT")
SPANS = [("PER", "Cy"), ("MEET", "met"), ("PER", "Di"), ("HIT", "hit"), ("PER", "Bo")]
LINKS = [("Agent", 1, 0), ("Target", 1, 2), ("Agent", 3, 0), ("Target", 3, 4), ("near", 0, 2)]


def _offsets(text: str) -> list[tuple[str, int, int]]:
    return [(label, text.index(words), text.index(words) + len(words)) for label, words in SPANS]


def _doccano(text: str) -> str:
    spans = [
        {"id": n, "label": label, "start_offset": a, "end_offset": b} for n, (label, a, b) in enumerate(_offsets(text))
    ]
    links = [{"id": 9 + n, "from_id": a, "to_id": b, "type": t} for n, (t, a, b) in enumerate(LINKS)]
    return json.dumps({"id": 1, "text": text, "entities": spans, "relations": links})


def _prodigy(text: str) -> str:
    found = _offsets(text)
    spans = [{"label": label, "start": a, "end": b, "token_start": a, "token_end": b - 1} for label, a, b in found]
    tokens = [{"text": c, "start": n, "end": n + 1, "id": n, "ws": False} for n, c in enumerate(text)]
    links = [
        {"label": t, "head": spans[a]["token_end"], "child": spans[b]["token_end"], "head_span": spans[a]}
        | {"child_span": spans[b]}
        for t, a, b in LINKS
    ]
    return json.dumps({"text": text, "tokens": tokens, "spans": spans, "relations": links, "answer": "accept"})


def _label_studio(text: str) -> str:
    result = [
        {"id": f"r{n}", "type": "labels", "from_name": "l", "to_name": "t"}
        | {"value": {"start": a, "end": b, "text": text[a:b], "labels": [label]}}
        for n, (label, a, b) in enumerate(_offsets(text))
    ]
    result += [
        {"type": "relation", "from_id": f"r{a}", "to_id": f"r{b}", "direction": "right", "labels": [t]}
        for t, a, b in LINKS
    ]
    return json.dumps([{"id": 1, "data": {"text": text}, "annotations": [{"id": 1, "result": result}]}])


MADE = {"doccano.jsonl": _doccano, "prodigy.jsonl": _prodigy, "studio.json": _label_studio}


@pytest.mark.parametrize("names", [p for n in (1, 2, 3) for p in permutations(MADE, n)])
@pytest.mark.parametrize("one_text", [True, False])
def test_a_list_of_sources_gives_what_each_of_them_alone_gives(tmp_path, names, one_text):
    """One type of event is known here, the other is new: links from the one are roles, from the other relations."""
    paths = [tmp_path / name for name in names]
    for number, path in enumerate(paths):
        path.write_text(MADE[path.name](TEXT.format(0 if one_text else number)), encoding="utf-8")
    mapping = {"MEET": "CONSULT"}
    with Project.create(tmp_path / "p.dateline", Schema(types=(EVENT,))) as project:
        seen = preview_sources(project, paths, ReadOptions(), mapping=mapping)
        report = import_sources(project, paths, ReadOptions(), mapping=mapping, add_labels=True)
        assert not report.left_out
        assert report.annotations == seen.annotations == 8 * len(paths)
        pages = [
            project.annotations.of(article.id, who.id)
            for article in project.articles.all()
            for who in project.annotations.annotators()
        ]
        assert _told(pages) == [("Agent", 1), ("Target", 1)] * len(paths), "roles"
        assert sorted(r.label for p in pages for r in p.relations) == sorted(["Agent", "Target", "near"] * len(paths))


def _told(pages: list) -> list[tuple[str, int]]:
    return [(a.role, 1) for page in pages for a in sorted(page.arguments, key=lambda a: a.role)]


def test_a_type_that_an_earlier_source_defines_says_that_a_label_is_for_relations(tmp_path):
    schema = {"name": "own", "relation": [{"name": "Agent"}]}
    head = {
        "record": "project",
        "format": "dateline",
        "version": 1,
        "annotators": [],
        "schema": schema,
    }
    own = tmp_path / "own.dateline.jsonl"
    record = {"record": "article", "id": "a", "text": "Another."}
    own.write_text(f"{json.dumps(head)}\n{json.dumps(record)}\n", encoding="utf-8")
    later = tmp_path / "doccano.jsonl"
    later.write_text(_doccano(TEXT.format(0)), encoding="utf-8")
    with Project.create(tmp_path / "p.dateline", Schema(types=(EVENT,))) as project:
        import_sources(project, [own, later], ReadOptions(), mapping={"MEET": "CONSULT"}, add_labels=True)
        article = [*project.articles.all()][-1]
        found = project.annotations.of(article.id, project.annotations.annotators()[0].id)
        assert [a.role for a in found.arguments] == ["Target"]
        assert sorted(r.label for r in found.relations) == ["Agent", "Agent", "Target", "near"]


@pytest.mark.parametrize("name", sorted(MADE))
def test_relations_that_are_left_out_are_counted_as_mentions_are(tmp_path, name):
    """A role that is left out is no annotation of its own."""
    path = tmp_path / name
    path.write_text(MADE[name](TEXT.format(0)), encoding="utf-8")
    mapping = {"MEET": "CONSULT", "near": "", "Agent": ""}
    with Project.create(tmp_path / "p.dateline", Schema(types=(EVENT,))) as project:
        seen = preview_sources(project, [path], ReadOptions(), mapping=mapping)
        report = import_sources(project, [path], ReadOptions(), mapping=mapping, add_labels=True)
    assert (seen.passed_over, seen.annotations_there) == (report.passed_over, report.annotations_there) == (2, 0)
    assert (report.come, report.annotations) == (8, 6)


def test_a_text_of_several_sources_is_not_said_to_be_in_the_project(tmp_path):
    paths = [tmp_path / name for name in MADE]
    for path in paths:
        path.write_text(MADE[path.name](TEXT.format(0)), encoding="utf-8")
    with Project.create(tmp_path / "p.dateline", Schema(types=(EVENT,))) as project:
        for several in (2, 0):
            seen = preview_sources(project, paths, ReadOptions())
            report = import_sources(project, paths, ReadOptions(), add_labels=True)
            assert (seen.in_several, report.in_several) == (several, several)
            assert seen.known_articles == report.known_articles == (several or 3)
