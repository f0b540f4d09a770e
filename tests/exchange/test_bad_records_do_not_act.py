"""A record that is left out because something of it is wrong acts on nothing: the rest reads as without it."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from dateline.editing.importing import import_sources
from dateline.exchange.options import ReadOptions
from dateline.model.schema import Schema
from dateline.store.project import Project

TEXTS = ("The minister arrived in Astana on Monday.", "Nobody came to Oslo, said the minister.")
WIDE = (0, 900)  # beyond every text
Record = dict[str, Any]


def _prodigy(text: str, who: str, place: tuple[int, int], label: str, sort: str) -> Record:
    record = {"text": text, "answer": "accept", "_annotator_id": who}
    record |= {"title": f"{who} {label}", "published": "2018-04-19", "meta": {"sec": f"{sort}, {label}"}}
    if sort == "category":
        record |= {"label": label, "_view_id": "classification"}
        return record | ({"answer": "perhaps"} if place == WIDE else {})
    record["spans"] = [{"start": place[0], "end": place[1], "label": label}]
    return record | ({"_is_binary": True} if sort == "answer" else {})


def _doccano(text: str, who: str, place: tuple[int, int], label: str, sort: str) -> Record:
    record: Record = {"text": text, "annotator": who, "title": f"{who} {label}", "sec": sort, "more": [sort]}
    if sort == "category" and place != WIDE:
        return record | {"label": [label]}
    spans = [{"id": 0, "start_offset": 0, "end_offset": 3, "label": "GPE"}]
    spans.append({"id": 1, "start_offset": place[0], "end_offset": place[1], "label": label})
    links = [{"from_id": 0, "to_id": 1, "type": "VISIT"}] if sort == "answer" else []
    return record | {"entities": spans, "relations": links}


def _spans(text: str, who: str, place: tuple[int, int], label: str, sort: str) -> Record:
    spans = [{"start": place[0], "end": place[1], "label": label}]
    return {"text": text, "annotator": who, "title": f"{who} {label}", "sec": sort, "spans": spans}


MAKERS = {"prodigy": _prodigy, "doccano": _doccano, "spans": _spans}


def _records(make) -> st.SearchStrategy[list[tuple[Record, bool]]]:
    """Records, and whether each is a good one; of a source's labels one is of links, too."""
    place = st.sampled_from([(4, 12), (24, 30), WIDE])
    label = st.sampled_from(["GPE", "VISIT", "DATE"])
    sort = st.sampled_from(["answer", "category", "whole"])
    one = st.tuples(st.sampled_from(TEXTS), st.sampled_from(["ada", "bo"]), place, label, sort)
    return st.lists(one.map(lambda said: (make(*said), said[2] != WIDE)), max_size=7)


def _read(path: Path, name: str, records: list[Record]) -> tuple[Any, ...]:
    """Return what a project has after an import, without ids, what of the records was wrong, and what was told."""
    path.mkdir(exist_ok=True)
    source = path / "a.jsonl"
    source.write_text("".join(json.dumps(r) + "\n" for r in records), encoding="utf-8")
    target = path / "p.dateline"
    target.unlink(missing_ok=True)
    with Project.create(target, Schema()) as project:
        report = import_sources(project, [source], ReadOptions(skip_bad=True), name, add_labels=True)
        articles = sorted((a.text, a.title, a.published, sorted(a.meta.items()), a.position) for a in _all(project))
        pages = sorted(
            (b.article.position, b.annotator.name, b.state, sorted((m.label, m.layer, m.fragments) for m in _of(b)))
            for b in project.annotations.bundles()
            if b.annotator
        )
        told = sorted(problem.what for problem in report.notices)
        labels = sorted((t.name, t.layer) for t in project.schema().types)
    return (articles, pages, told, labels), len(report.left_out)


def _all(project: Project) -> Iterator[Any]:
    return project.articles.all()


def _of(bundle) -> tuple[Any, ...]:
    return bundle.annotations.mentions


@pytest.mark.parametrize("name", MAKERS)
@given(data=st.data())
@settings(max_examples=25, deadline=None, suppress_health_check=list(HealthCheck))
def test_a_file_reads_as_if_its_bad_records_were_not_there(tmp_path: Path, name: str, data: st.DataObject) -> None:
    records = data.draw(_records(MAKERS[name]))
    good = [record for record, is_good in records if is_good]
    with_bad, left_out = _read(tmp_path / "with", name, [record for record, _ in records])
    alone, more = _read(tmp_path / "without", name, good)
    if not more:  # whether a good one clashes with an earlier one is theirs to say
        assert left_out == len(records) - len(good)
    assert with_bad == alone


def test_an_answer_that_is_left_out_brings_nothing_and_another_of_its_text_is_no_repetition(tmp_path: Path) -> None:
    bad = [_prodigy(TEXTS[0], "ada", WIDE, "GPE", sort) for sort in ("answer", "whole")]
    good = {k: v for k, v in _prodigy(TEXTS[0], "ada", (24, 30), "GPE", "whole").items() if k in ("text", "spans")}
    records = [*bad, good | {"_annotator_id": "ada"}]
    ((articles, pages, told, _), left_out) = _read(tmp_path / "p", "prodigy", records)
    assert [(title, published) for _, title, published, _, _ in articles] == [("", "")]
    assert ["sec" in dict(meta) for _, _, _, meta, _ in articles] == [False]
    assert (len(pages), left_out) == (1, 2)
    assert not [what for what in told if "same text" in what]


def test_a_record_that_is_left_out_says_nothing_of_a_labels_layer(tmp_path: Path) -> None:
    bad = _doccano(TEXTS[0], "ada", WIDE, "GPE", "answer")  # VISIT links there
    good = _doccano(TEXTS[1], "ada", (4, 12), "VISIT", "whole")
    ((_, pages, _, labels), left_out) = _read(tmp_path / "p", "doccano", [bad, good])
    assert (len(pages), left_out) == (1, 1)
    assert ("VISIT", "entity") in labels
