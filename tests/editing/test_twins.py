"""What a source has twice comes once, which is told; preview and import count the same."""

import json
from pathlib import Path

import pytest

from dateline.editing.exporting import export_project
from dateline.editing.importing import import_sources
from dateline.editing.preview import preview_sources
from dateline.exchange.options import ReadOptions, WriteOptions
from dateline.model.ids import new_id
from dateline.model.schema import Schema
from dateline.store.project import Project

TEXT = "Ada met Bo in Rome on Monday."


def entity(number: int, words: str, label: str) -> dict[str, object]:
    begin = TEXT.index(words)
    return {"id": number, "label": label, "start_offset": begin, "end_offset": begin + len(words)}


def record(path: Path, *entities: dict[str, object], **more: object) -> Path:
    path.write_text(json.dumps({"text": TEXT, "entities": entities, "relations": []} | more), encoding="utf-8")
    return path


@pytest.fixture
def project(tmp_path: Path) -> Project:
    return Project.create(tmp_path / "p.dateline", Schema())


def test_a_span_that_is_there_twice_comes_once_with_what_refers_to_both(project: Project, tmp_path: Path) -> None:
    ada = [entity(n, "Ada", "PERSON") for n in (1, 2, 3)]
    links = [{"from_id": n, "to_id": 4, "type": "knows"} for n in (2, 3)]
    path = record(tmp_path / "x.jsonl", *ada, entity(4, "Bo", "PERSON"), entity(5, "Bo", "NAME"), relations=links)
    found = preview_sources(project, [path], ReadOptions())
    report = import_sources(project, [path], ReadOptions(), add_labels=True)
    assert found.annotations == found.new_annotations == report.annotations == 4
    (article,), (who,) = project.articles.ids(), project.annotations.annotators()
    page = project.annotations.of(article, who.id)
    assert [(m.text_of(TEXT), m.label) for m in page.mentions] == [("Ada", "PERSON"), ("Bo", "PERSON"), ("Bo", "NAME")]
    (link,) = page.relations
    assert link.source_id == page.mentions[0].id
    told = "2 annotations are there twice and are taken once, such as “Ada” (PERSON)"
    assert [n.what for n in report.notices if "twice" in n.what] == [told]
    assert [p.what for g in found.notices for p in g.examples if "twice" in p.what] == [told]


def test_labels_that_become_one_make_no_twins(project: Project, tmp_path: Path) -> None:
    path = record(tmp_path / "y.jsonl", entity(1, "Ada", "PERSON"))
    import_sources(project, [path], ReadOptions(), add_labels=True)
    path = record(tmp_path / "z.jsonl", entity(1, "Bo", "PERSON"), entity(2, "Bo", "NAME"))
    report = import_sources(project, [path], ReadOptions(), mapping={"NAME": "PERSON"})
    assert report.annotations == 1


def test_two_times_of_different_value_are_no_twins(project: Project, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("They met on Friday.", encoding="utf-8")
    lines = ["T1\tDATE 12 18\tFriday", "T2\tDATE 12 18\tFriday", "N1\tReference T1 TIMEX3:2018-04-20\t20 April"]
    (tmp_path / "a.ann").write_text("\n".join([*lines, "N2\tReference T2 TIMEX3:2018-04-27\t27 April"]) + "\n", "utf-8")
    import_sources(project, [tmp_path / "a.ann"], ReadOptions(), add_labels=True)
    told = [t.value for b in project.annotations.bundles() for t in b.annotations.times]
    assert {"2018-04-20", "2018-04-27"} <= set(told)


def test_what_a_projects_own_file_has_twice_stays_also_where_another_label_is_mapped(
    project: Project, tmp_path: Path
) -> None:
    path = record(tmp_path / "y.jsonl", entity(1, "Ada", "PERSON"))
    import_sources(project, [path], ReadOptions(), add_labels=True)
    out = tmp_path / "own.jsonl"
    export_project(project, out, "dateline", WriteOptions())
    frame, line = map(json.loads, out.read_text("utf-8").splitlines())
    line["entities"].append(line["entities"][0] | {"id": new_id()})
    out.write_text("\n".join(map(json.dumps, (frame, line))), encoding="utf-8")
    with Project.create(tmp_path / "q.dateline", Schema()) as other:
        import_sources(other, [out], ReadOptions(), "dateline", mapping={"NOBODY": ""})
        (bundle,) = other.annotations.bundles()
    assert len(bundle.annotations.mentions) == 2
