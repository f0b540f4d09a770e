"""A label is of one layer over all sources of an import, whatever each of them alone would have taken it for."""

import json
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from dateline.editing.checking import check_project
from dateline.editing.common import EditError
from dateline.editing.exporting import export_project
from dateline.editing.importing import import_sources
from dateline.editing.preview import preview_sources
from dateline.exchange.options import ReadOptions, WriteOptions
from dateline.exchange.problems import BadInput
from dateline.model.annotation import Layer
from dateline.model.schema import Attribute, LabelType, Schema
from dateline.store.project import Project

TEXT = "Cy met Di again on Friday, {}."
DEFINED = [{"name": "tense", "values": ["past", "future"]}]
NAMES = ("Meet", "DATE", "PER", "Agent")


def _doccano(label: str, number: int, folder: Path) -> Path:
    spans = [{"id": 1, "label": label, "start_offset": 3, "end_offset": 6}]
    spans.append({"id": 2, "label": "PER", "start_offset": 0, "end_offset": 2})
    links = [{"id": 3, "from_id": 1, "to_id": 2, "type": "Agent"}]
    record = {"id": 1, "text": TEXT.format(number), "entities": spans, "relations": links}
    return _file(folder / f"d{number}.jsonl", json.dumps(record))


def _spans(label: str, number: int, folder: Path) -> Path:
    record = {"text": TEXT.format(number), "spans": [{"start": 3, "end": 6, "label": label}]}
    return _file(folder / f"s{number}.jsonl", json.dumps(record))


def _brat(label: str, number: int, folder: Path) -> Path:
    made = folder / f"b{number}"
    made.mkdir()
    _file(made / "a.txt", TEXT.format(number))
    _file(made / "a.ann", f"T1\t{label} 3 6\tmet\nT2\tPER 0 2\tCy\nE1\t{label}:T1 Agent:T2\n")
    return made


def _conll(label: str, number: int, folder: Path) -> Path:
    return _file(folder / f"c{number}.conll", f"Cy O\nmet B-{label}\nDi O\n{number} O\n")


def _dateline(label: str, number: int, folder: Path, types: tuple[str, ...] = ()) -> Path:
    head = {"record": "project", "format": "dateline", "version": 1, "annotators": []}
    if types:
        head["schema"] = {"name": "", "event": [{"name": n, "attributes": DEFINED} for n in types]}
    who = {"id": "w", "name": "gold", "kind": "person"}
    event = {"id": f"m{number}", "label": label, "trigger": {"start": 3, "end": 6, "text": "met"}}
    record = {"record": "article", "id": f"a{number}", "text": TEXT.format(number), "annotator": who, "events": [event]}
    return _file(folder / f"j{number}.dateline.jsonl", f"{json.dumps(head)}\n{json.dumps(record)}\n")


def _with_types(label: str, number: int, folder: Path) -> Path:
    return _dateline(label, number, folder, (label,))


def _file(path: Path, text: str) -> Path:
    path.write_text(text, encoding="utf-8")
    return path


MADE = {f.__name__: f for f in (_doccano, _spans, _brat, _conll, _dateline, _with_types)}
SOURCE = st.tuples(st.sampled_from(sorted(MADE)), st.sampled_from(NAMES))


def _types(project: Project) -> dict[str, LabelType]:
    """The types by name; a file has them by layer, so that their places in the palette may be others."""
    return {t.name: replace(t, position=0) for t in project.schema().types}


def _written(folder: Path, *sources: tuple[str, str]) -> list[Path]:
    return [MADE[name](label, number, folder) for number, (name, label) in enumerate(sources)]


@pytest.mark.parametrize("first", ["_doccano", "_spans", "_conll"])
@pytest.mark.parametrize("event", ["_brat", "_dateline", "_with_types"])
def test_an_event_after_an_entity_of_its_name_is_refused_with_both_sources(tmp_path, first, event):
    with Project.create(tmp_path / "p.dateline", Schema()) as project:
        paths = _written(tmp_path, (first, "Meet"), (event, "Meet"))
        with pytest.raises((BadInput, EditError), match="Meet") as refused:
            import_sources(project, paths, ReadOptions(), add_labels=True)
        assert paths[0].name in str(refused.value)
        assert ("a.ann" if event == "_brat" else paths[1].name) in str(refused.value)
        assert "Import the sources one at a time" in str(refused.value)
        assert "--map" in str(refused.value)
        assert project.articles.count() == 0
        found = preview_sources(project, paths, ReadOptions())
        assert "Meet" in str(found.problems)
        assert paths[0].name in str(found.problems)


def test_an_entity_after_an_event_of_its_name_is_taken_for_one_as_in_a_later_import(tmp_path):
    with Project.create(tmp_path / "p.dateline", Schema()) as project:
        report = import_sources(
            project, _written(tmp_path, ("_brat", "Meet"), ("_doccano", "Meet")), ReadOptions(), add_labels=True
        )
        pages = [b.annotations for b in project.annotations.bundles()]
        assert sorted(report.labels_added) == ["Meet", "PER"]
        assert project.schema().by_name["Meet"].layer is Layer.EVENT
        assert [len(p.arguments) for p in pages] == [1, 1]  # what links it in doccano's is a role, too
        assert not any(p.relations for p in pages)


def test_a_type_that_a_later_source_defines_is_taken_with_all_it_says(tmp_path):
    with Project.create(tmp_path / "p.dateline", Schema()) as project:
        report = import_sources(
            project, _written(tmp_path, ("_brat", "Meet"), ("_with_types", "Meet")), ReadOptions(), add_labels=True
        )
        assert sorted(report.labels_added) == ["Meet", "PER"]
        assert project.schema().by_name["Meet"].attributes == (Attribute("tense", ("past", "future")),)


def test_a_type_that_an_earlier_source_defines_stays_as_it_says(tmp_path):
    with Project.create(tmp_path / "p.dateline", Schema()) as project:
        report = import_sources(
            project, _written(tmp_path, ("_with_types", "Meet"), ("_brat", "Meet")), ReadOptions(), add_labels=True
        )
        assert report.labels_added == ("PER",)  # the project's schema is now the first source's
        assert project.schema().by_name["Meet"].attributes == (Attribute("tense", ("past", "future")),)


def test_a_label_that_becomes_one_of_another_layer_is_told_under_both_names(tmp_path):
    with Project.create(tmp_path / "p.dateline", Schema()) as project:
        import_sources(project, _written(tmp_path, ("_doccano", "PER")), ReadOptions(), add_labels=True)
        folder = tmp_path / "more"
        folder.mkdir()
        with pytest.raises(BadInput, match="Meet is to become PER, which is for entity") as refused:
            import_sources(project, _written(folder, ("_brat", "Meet")), ReadOptions(), mapping={"Meet": "PER"})
        assert "Rename" not in str(refused.value)


@settings(max_examples=60, suppress_health_check=[HealthCheck.too_slow])
@given(sources=st.lists(SOURCE, min_size=1, max_size=4), skip_bad=st.booleans())
def test_after_any_import_the_checks_find_no_fault_and_its_export_comes_back(tmp_path_factory, sources, skip_bad):
    folder = tmp_path_factory.mktemp("p")
    with Project.create(folder / "p.dateline", Schema()) as project:
        try:
            import_sources(project, _written(folder, *sources), ReadOptions(skip_bad=skip_bad), add_labels=True)
        except (BadInput, EditError):
            assert project.articles.count() == 0
            return
        assert [str(f) for f in check_project(project) if f.grave] == []
        out = folder / "out.jsonl"
        export_project(project, out, "dateline", WriteOptions())
        with Project.create(folder / "q.dateline", Schema()) as back:
            import_sources(back, [out], ReadOptions())
            assert _types(back) == _types(project)
            assert back.articles.count() == project.articles.count()
