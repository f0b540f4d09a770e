"""A label that is here for another layer than in the source: the refusal says the way out, and that way works."""

import json
from pathlib import Path

import pytest

from dateline.editing.common import EditError
from dateline.editing.importing import import_sources
from dateline.editing.preview import preview_sources
from dateline.exchange.options import ReadOptions
from dateline.exchange.problems import BadInput
from dateline.model.annotation import Layer
from dateline.model.ids import new_id
from dateline.model.schema import LabelType, Schema
from dateline.model.wording import Advice
from dateline.store.project import Project

TEXT = "Ada met Bo."


def _brat(folder: Path) -> Path:
    (folder / "a.txt").write_text(TEXT, encoding="utf-8")
    path = folder / "a.ann"
    path.write_text("T1\tPerson 0 3\tAda\nT2\tGPE 4 7\tmet\nE1\tGPE:T2\n", encoding="utf-8")
    return path


def _doccano(folder: Path) -> Path:
    spans = [{"id": n, "label": "Person", "start_offset": b, "end_offset": e} for n, b, e in ((1, 0, 3), (2, 8, 10))]
    links = [{"id": 1, "from_id": 1, "to_id": 2, "type": "GPE"}]
    path = folder / "a.jsonl"
    path.write_text(json.dumps({"text": TEXT, "entities": spans, "relations": links}), encoding="utf-8")
    return path


def _dateline(folder: Path, **schema: object) -> Path:
    head = {"record": "project", "format": "dateline", "version": 1, "annotators": [], **schema}
    who = {"id": "w", "name": "gold", "kind": "person"}
    event = {"id": "m", "label": "GPE", "trigger": {"start": 4, "end": 7, "text": "met"}}
    record = {"record": "article", "id": "a", "text": TEXT, "annotator": who, "events": [event]}
    path = folder / "a.jsonl"
    path.write_text(f"{json.dumps(head)}\n{json.dumps(record)}\n", encoding="utf-8")
    return path


def _with_schema(folder: Path) -> Path:
    return _dateline(folder, schema={"event": [{"name": "GPE"}]})


SOURCES = {_brat: "Meet", _doccano: "Knows", _dateline: "Meet", _with_schema: "Meet"}


def _project(folder: Path, *, rest: bool = True) -> Project:
    types = [LabelType(new_id(), Layer.ENTITY, "GPE"), LabelType(new_id(), Layer.ENTITY, "Person")]
    more = [LabelType(new_id(), Layer.EVENT, "Meet"), LabelType(new_id(), Layer.RELATION, "Knows")]
    return Project.create(folder / "p.dateline", Schema(types=(*types, *(more if rest else []))))


@pytest.mark.parametrize("made", SOURCES)
def test_the_refusal_says_what_the_label_can_be_taken_for(tmp_path: Path, made) -> None:
    with _project(tmp_path) as project:
        with pytest.raises((BadInput, EditError)) as refused:
            import_sources(project, [made(tmp_path)], ReadOptions())
        example = SOURCES[made]
        assert f"--map GPE={example}" in str(refused.value)
        assert "leave it out with --map GPE=" in str(refused.value)
        [group] = preview_sources(project, [made(tmp_path)], ReadOptions()).problems
        advice = group.examples[0].what_to_do
        assert isinstance(advice, Advice)
        assert "Label here" in str(advice.window)
        assert example in str(advice.window)
        assert "--" not in str(advice.window)


@pytest.mark.parametrize("made", SOURCES)
def test_where_nothing_here_is_of_that_layer_it_is_said_what_to_do(tmp_path: Path, made) -> None:
    with _project(tmp_path, rest=False) as project:
        with pytest.raises((BadInput, EditError), match=r"--map GPE=, or add a label for (event|relation)") as refused:
            import_sources(project, [made(tmp_path)], ReadOptions())
        assert "--map GPE= " not in str(refused.value)


@pytest.mark.parametrize("made", SOURCES)
@pytest.mark.parametrize("left_out", [False, True])
def test_both_ways_out_work_and_the_preview_has_the_label_to_choose_for(tmp_path: Path, made, left_out: bool) -> None:
    with _project(tmp_path) as project:
        path = made(tmp_path)
        found = preview_sources(project, [path], ReadOptions(), propose=True)
        assert "GPE" in [label.name for label in found.labels]
        becomes = "" if left_out else SOURCES[made]
        assert preview_sources(project, [path], ReadOptions(), "", {"GPE": becomes}).problems == ()
        import_sources(project, [path], ReadOptions(), mapping={"GPE": becomes}, all_met=True)
        marks = [b.annotations for b in project.annotations.bundles()]
        labels = {x.label for a in marks for x in (*a.mentions, *a.relations)}
        assert labels == {*(["Person"] if made in (_brat, _doccano) else []), *([becomes] if becomes else [])}
