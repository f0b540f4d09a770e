"""A delivery that comes again, corrected: whose it is, and what stands beside what it corrects, is told."""

import json
from pathlib import Path

import pytest

from dateline.editing.importing import import_sources
from dateline.editing.preview import preview_sources
from dateline.editing.sources import import_annotator
from dateline.exchange.options import ReadOptions
from dateline.exchange.problems import ProblemKind
from dateline.model.annotation import AnnotatorKind, Layer
from dateline.model.ids import new_id
from dateline.model.schema import LabelType, Role, Schema
from dateline.store.project import Project

Spans = list[list[object]]


def _text(number: int) -> str:
    return f"Report {number}: Ada met Bo in old Rome."


FIRST: list[Spans] = [[[10, 13, "PER"], [18, 20, "PER"], [24, 32, "GPE"]] for _ in range(5)]
CORRECTED: list[Spans] = [  # one relabelled, one shortened, one taken out
    [[10, 13, "PER"], [18, 20, "PER"], [24, 32, "LOC"]],
    [[10, 13, "PER"], [18, 20, "PER"], [28, 32, "GPE"]],
    [[10, 13, "PER"], [24, 32, "GPE"]],
    *FIRST[3:],
]


def _empty(path: Path) -> Project:
    made = Project.create(path, Schema())
    with made.step("Labels") as step:
        for name in ("PER", "GPE", "LOC"):
            step.put(LabelType(new_id(), Layer.ENTITY, name))
        step.put(LabelType(new_id(), Layer.EVENT, "MEET", roles=(Role("Agent"),)))
    return made


@pytest.fixture
def project(tmp_path: Path) -> Project:
    made = _empty(tmp_path / "p.dateline")
    import_sources(made, [delivery(tmp_path / "doccano.jsonl", FIRST)], ReadOptions())
    return made


def delivery(path: Path, pages: list[Spans]) -> Path:
    lines = [json.dumps({"text": _text(n), "label": spans}) for n, spans in enumerate(pages)]
    path.write_text("\n".join(lines), encoding="utf-8")
    return path


def told(project: Project, path: Path, options: ReadOptions | None = None) -> list[str]:
    """Return what preview and import say alike."""
    options = options or ReadOptions()
    kinds = (ProblemKind.NAMESAKE, ProblemKind.OTHERWISE)
    seen = [str(p) for g in preview_sources(project, [path], options).notices for p in g.examples if p.kind in kinds]
    report = import_sources(project, [path], options)
    assert seen == [str(p) for p in report.notices if p.kind in kinds]
    return seen


def test_a_corrected_delivery_under_another_name_is_told_to_be_nearly_anothers(
    project: Project, tmp_path: Path
) -> None:
    [said] = told(project, delivery(tmp_path / "doccano_2024-06.jsonl", CORRECTED))
    assert "12 of 14 that come as doccano_2024-06's to texts that are here are there already as doccano's" in said
    assert '--annotator "doccano"' in said


def test_the_same_file_under_another_name_is_told_by_the_import_too(project: Project, tmp_path: Path) -> None:
    [said] = told(project, delivery(tmp_path / "copy.jsonl", FIRST))
    assert "perhaps the same work once more: all 15 annotations that come as copy's to texts here are doccano's" in said
    assert 'If it is doccano\'s work, give --annotator "doccano"' in said


def test_that_it_is_perhaps_the_same_work_once_more_is_told_first(project: Project, tmp_path: Path) -> None:
    path = delivery(tmp_path / "copy.jsonl", FIRST)
    lines = path.read_text(encoding="utf-8").splitlines()
    path.write_text("\n".join([*lines, lines[0]]), encoding="utf-8")  # a text that comes twice is told as well
    found = preview_sources(project, [path], ReadOptions())
    report = import_sources(project, [path], ReadOptions())
    assert (found.once_more, len(found.notices) > 1) == (True, True)
    first = found.notices[0].examples[0]
    assert (first.kind, report.notices[0]) == (ProblemKind.NAMESAKE, first)


def test_whom_a_source_names_is_not_to_be_given_another_name(project: Project, tmp_path: Path) -> None:
    path = tmp_path / "other.jsonl"
    lines = [{"text": _text(n), "label": spans, "annotator": "ada"} for n, spans in enumerate(FIRST)]
    path.write_text("\n".join(map(json.dumps, lines)), encoding="utf-8")
    [said] = told(project, path)
    assert "all 15 annotations that come as ada's" in said
    assert said.endswith("Leave it if this is the same file once more")


def test_what_differs_and_what_did_not_come_again_is_told(project: Project, tmp_path: Path) -> None:
    path = delivery(tmp_path / "doccano_2024-06.jsonl", CORRECTED)
    differ, absent = told(project, path, ReadOptions(annotator=import_annotator("doccano")))
    assert "2 of doccano differ in label or extent from what stands there, and both are kept" in differ
    assert "“old Rome” (LOC) beside “old Rome” (GPE) in Report 0" in differ
    assert "“Rome” (GPE) beside “old Rome” (GPE) in Report 1" in differ
    assert "1 of doccano that stands there did not come again, and stays: “Bo” (PER) in Report 2" in absent


def test_another_task_on_the_same_words_differs_from_nothing(project: Project, tmp_path: Path) -> None:
    pages: list[Spans] = [[[28, 32, "LOC"]] for _ in FIRST]
    path = delivery(tmp_path / "places.jsonl", pages)
    assert told(project, path, ReadOptions(annotator=import_annotator("doccano"))) == []


def test_two_people_who_agree_are_two_people(project: Project, tmp_path: Path) -> None:
    path = tmp_path / "other.jsonl"
    lines = [{"text": _text(n), "label": spans, "annotator": "ada"} for n, spans in enumerate(CORRECTED)]
    path.write_text("\n".join(map(json.dumps, lines)), encoding="utf-8")
    assert told(project, path) == []
    assert [a.kind for a in project.annotations.annotators() if a.name == "ada"] == [AnnotatorKind.PERSON]


PER, GPE = [[10, 13, "PER"], [18, 20, "PER"]], [[24, 32, "GPE"]]
ABSENT, DIFFERS = "did not come again", "from what stands there"


@pytest.mark.parametrize(
    ("first", "then", "said"),
    [
        ([*PER, *GPE], PER[:1], ["1 of doccano that stands there did not come again, and stays: “Bo” (PER)"]),
        ([*PER, *GPE], [*PER[:1], [24, 32, "LOC"]], ["1 of doccano differs", "1 of doccano that stands there"]),
        ([*PER, [24, 32, "PER"]], [*PER[:1], [18, 20, "LOC"]], ["“Bo” (LOC) beside “Bo” (PER)", "“old Rome” (PER)"]),
        ([*PER, *GPE, [28, 32, "LOC"]], [*PER, [24, 32, "LOC"]], ["differs", "1 of doccano that stands there"]),
        ([*PER, *GPE], [*PER, [0, 6, "PER"]], []),  # GPE may be another task's
        ([*PER, *GPE], GPE, []),
        ([*PER, *GPE], [[28, 32, "LOC"]], []),
        (PER[:1], PER[1:], []),  # the rest of the work
        (PER, [*PER, *GPE], []),
        (GPE, [[24, 32, "LOC"]], ["1 of doccano differs in label or extent"]),
        ([*PER, *GPE], [[24, 32, "LOC"]], []),  # one label on the words of many: another task's
    ],
)
def test_whatever_was_corrected_is_told_however_little_comes_again(
    tmp_path: Path, first: Spans, then: Spans, said: list[str]
) -> None:
    made = _empty(tmp_path / "q.dateline")
    import_sources(made, [delivery(tmp_path / "doccano.jsonl", [first])], ReadOptions())
    path = delivery(tmp_path / "later.jsonl", [then])
    heard = told(made, path, ReadOptions(annotator=import_annotator("doccano")))
    assert len(heard) == len(said), heard
    for text, words in zip(heard, said, strict=True):
        assert words in text


EVENT = {"label": "MEET", "start_offset": 14, "end_offset": 17, "id": 9}
ADA = {"label": "PER", "start_offset": 10, "end_offset": 13, "id": 1}
ROLE = {"id": 5, "from_id": 9, "to_id": 1, "type": "Agent"}


@pytest.mark.parametrize(
    ("entities", "links", "said"),
    [([EVENT, ADA], [ROLE], 0), ([EVENT], [], 0), ([EVENT, ADA], [], 1), ([ADA], [], 1)],
    ids=["events with what fills them", "events alone", "an event beside a person", "one person of two"],
)
def test_events_on_what_was_tagged_before_lack_nothing(tmp_path: Path, entities: list, links: list, said: int) -> None:
    made = _empty(tmp_path / "q.dateline")
    import_sources(made, [delivery(tmp_path / "doccano.jsonl", [PER])], ReadOptions())
    path = tmp_path / "events.jsonl"
    path.write_text(json.dumps({"text": _text(0), "entities": entities, "relations": links}), encoding="utf-8")
    heard = told(made, path, ReadOptions(annotator=import_annotator("doccano")))
    assert len(heard) == said, heard


def test_what_a_further_record_of_the_page_brings_did_come_again(tmp_path: Path) -> None:
    made = _empty(tmp_path / "q.dateline")
    import_sources(made, [delivery(tmp_path / "doccano.jsonl", [[*PER, [24, 32, "PER"]]])], ReadOptions())
    path = tmp_path / "later.jsonl"
    lines = [json.dumps({"text": _text(0), "label": spans}) for spans in (PER[:1], PER[1:])]
    path.write_text("\n".join(lines), encoding="utf-8")
    heard = told(made, path, ReadOptions(annotator=import_annotator("doccano")))
    assert ["“old Rome” (PER)" in text for text in heard if ABSENT in text] == [True], heard
    assert not any("“Bo”" in text for text in heard if ABSENT in text)


def test_single_answers_say_nothing_of_the_rest(tmp_path: Path) -> None:
    made = _empty(tmp_path / "q.dateline")
    whole = {"text": _text(0), "answer": "accept", "_annotator_id": "kim", "_view_id": "ner_manual"}
    spans = [{"start": b, "end": e, "label": label} for b, e, label in PER]
    (tmp_path / "a.jsonl").write_text(json.dumps(whole | {"spans": spans}), encoding="utf-8")
    import_sources(made, [tmp_path / "a.jsonl"], ReadOptions())
    single = whole | {"spans": spans[:1], "_is_binary": True, "_view_id": "ner"}
    (tmp_path / "b.jsonl").write_text(json.dumps(single), encoding="utf-8")
    assert [text for text in told(made, tmp_path / "b.jsonl") if ABSENT in text] == []
