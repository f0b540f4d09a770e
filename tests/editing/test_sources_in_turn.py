"""Several sources of one import give what each alone gives, in turn."""

import json
from itertools import permutations
from pathlib import Path

import pytest

from dateline.editing.importing import import_sources
from dateline.editing.preview import preview_sources
from dateline.exchange.options import Nearly, ReadOptions
from dateline.model.schema import Schema
from dateline.store.project import Project

TEXT = "The foreign minister arrived in Astana on Monday and met the president there."
BRIEF = (
    "The foreign minister of Turkey arrived in Astana on Monday evening for talks about trade with his colleague and"
    " met the president there before he flew on to Bishkek where he is expected to open a school"
)  # few runs of words survive a few other words, but most words do
NEARLY = BRIEF.replace("foreign", "new").replace("evening", "night").replace("colleague", "hosts")
NEARLY = NEARLY.replace("before", "after").replace("expected", "said")
GPE = {"start": TEXT.index("Astana"), "end": TEXT.index("Astana") + 6, "label": "GPE"}

Record = dict[str, object]


def _state(state: str) -> Record:
    return {"text": TEXT, "meta": {"annotator": "ada", "state": state}, "spans": [GPE]}


def _prodigy(**said: object) -> Record:
    return {"text": TEXT, "_annotator_id": "ada"} | said


def _brief(text: str, **more: str) -> Record:
    return {"text": text, "meta": {"annotator": "ada", "title": "Visit"} | more, "spans": []}


def _written(folder: Path, records: tuple[Record, ...]) -> list[Path]:
    paths = [folder / f"{n}.jsonl" for n in range(len(records))]
    for path, record in zip(paths, records, strict=True):
        path.write_text(json.dumps(record) + "\n", encoding="utf-8")
    return paths


def _found(project: Project) -> list[tuple[object, ...]]:
    pages = [
        (b.article.text, b.article.title, b.annotator and b.annotator.name, b.state, len(b.annotations.mentions))
        for b in project.annotations.bundles()
    ]
    return sorted(pages, key=str)


def _both(tmp_path: Path, records: tuple[Record, ...], options: ReadOptions, name: str) -> list[list[tuple]]:
    """Return what the sources make of an empty project together and, each in turn, alone."""
    paths, made = _written(tmp_path, records), []
    for groups in ([paths], [[path] for path in paths]):
        with Project.create(tmp_path / f"{len(groups)}-{len(made)}.dateline", Schema()) as project:
            for group in groups:
                found = preview_sources(project, group, options, name)
                report = import_sources(project, group, options, name, add_labels=True)
                assert (found.articles, found.states) == (report.articles, report.states)
            made.append(_found(project))
    return made


@pytest.mark.parametrize("states", list(permutations(["started", "done", "skipped"])))
def test_of_an_article_an_annotators_first_state_stays(tmp_path: Path, states: tuple[str, ...]) -> None:
    together, apart = _both(tmp_path, tuple(map(_state, states)), ReadOptions(), "spans")
    assert together == apart
    assert [state for *_, state, _ in together] == [states[0]]


def test_another_state_of_a_later_source_is_told(tmp_path: Path) -> None:
    paths = _written(tmp_path, (_state("started"), _state("done")))
    with Project.create(tmp_path / "p.dateline", Schema()) as project:
        report = import_sources(project, paths, ReadOptions(), "spans", add_labels=True)
    assert [p.what for p in report.notices if "state for" in p.what] == [
        "state for ada: done in what comes, started here, which stays"
    ]


@pytest.mark.parametrize("turned", [False, True])
def test_an_answer_about_the_text_and_marks_in_it_make_the_state_that_came_first(tmp_path: Path, turned: bool) -> None:
    ignored = _prodigy(answer="ignore", label="POL", _view_id="classification")
    records = ignored, _prodigy(answer="accept", spans=[GPE])
    together, apart = _both(tmp_path, records[::-1] if turned else records, ReadOptions(), "prodigy")
    assert together == apart


def test_sources_of_several_formats_come_in_the_order_given(tmp_path: Path) -> None:
    doccano = {"text": TEXT, "annotator": "ada", "state": "started", "entities": []}
    answered = _prodigy(answer="accept", spans=[GPE])
    together, apart = _both(
        tmp_path, (answered | {"text": f"Again: {TEXT}", "spans": []}, doccano, answered), ReadOptions(), ""
    )
    assert together == apart
    assert "started" in [state for *_, state, _ in together]


@pytest.mark.parametrize("nearly", [Nearly.BESIDE, Nearly.LEAVE_OUT])
@pytest.mark.parametrize("more", [{}, {"url": "https://example.org/visit"}])
@pytest.mark.parametrize("order", list(permutations(range(3))))
def test_a_brief_text_is_near_to_one_of_an_earlier_source(
    tmp_path: Path, nearly: Nearly, more: dict[str, str], order: tuple[int, ...]
) -> None:
    records = _brief(BRIEF, **more), _brief(NEARLY, **more), _brief(BRIEF.replace("school", "mosque"), **more)
    chosen = tuple(records[n] for n in order)
    together, apart = _both(tmp_path, chosen, ReadOptions(nearly=nearly), "spans")
    assert together == apart
    assert len(together) == (3 if nearly is Nearly.BESIDE else 1)
