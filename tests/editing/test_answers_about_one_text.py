"""Prodigy's single answers about one text are one page, whatever order they stand in, and nothing they say is lost."""

import json
from itertools import permutations

import pytest

from dateline.editing.importing import import_sources
from dateline.exchange.options import ReadOptions
from dateline.model.article import State
from dateline.model.schema import Schema
from dateline.store.project import Project

TEXT = "Ministers met in Ankara on Thursday to discuss trade."


def _answer(label, answer, task, **more):
    said = {"label": label, "answer": answer, "_view_id": "classification", "_input_hash": 1, "_task_hash": task}
    return {"text": TEXT} | said | more


def _span(words, label, answer, task, view="ner", **more):
    begin = TEXT.index(words)
    spans = [{"start": begin, "end": begin + len(words), "label": label}]
    said = {"spans": spans, "answer": answer, "_view_id": view, "_input_hash": 1, "_task_hash": task}
    return {"text": TEXT} | said | ({"_is_binary": True} if view == "ner" else {}) | more


CATEGORIES = _answer("DIPLOMACY", "accept", 2), _answer("SPORT", "reject", 3), _answer("TRADE", "accept", 4)
MARKED = _span("Ankara", "GPE", "accept", 2, "ner_manual", meta={"batch": "7", "title": "Talks"})
MIXED = MARKED, _span("Ministers", "PERSON", "accept", 3), _span("Ankara", "ORG", "reject", 4)


@pytest.fixture
def project(tmp_path):
    with Project.create(tmp_path / "p.dateline", Schema()) as made:
        yield made


def _import(project, path, *records, name="prodigy"):
    path.write_text("\n".join(map(json.dumps, records)), encoding="utf-8")
    return import_sources(project, [path], ReadOptions(), name, add_labels=True)


def _pages(project):
    """Return of each article its title, its columns, and of each annotator's page the state and what is marked."""
    people = project.annotations.annotators()
    found = []
    for article in project.articles.all():
        pages = []
        for who in people:
            known = project.annotations.progress_id(article.id, who.id)
            mentions = project.annotations.of(article.id, who.id).mentions
            pages.append((known and known[1], sorted((m.text_of(TEXT), m.label) for m in mentions)))
        found.append((article.title, article.meta, pages))
    return found


@pytest.mark.parametrize("records", list(permutations(CATEGORIES)))
def test_every_category_of_a_text_is_kept_with_its_answer(project, tmp_path, records):
    report = _import(project, tmp_path / "x.jsonl", *records)
    meta = {"_view_id": "classification", "_input_hash": "1", "accept": "DIPLOMACY, TRADE", "reject": "SPORT"}
    assert _pages(project) == [("", meta, [])]
    assert ["_task_hash" in n.what for n in report.notices if "left out" in n.what] == [True]


@pytest.mark.parametrize("records", list(permutations(MIXED)))
def test_what_was_marked_by_hand_stays_done_wherever_the_answers_about_it_stand(project, tmp_path, records):
    report = _import(project, tmp_path / "x.jsonl", *records)
    meta = {"batch": "7", "_view_id": "ner_manual", "_input_hash": "1", "_task_hash": "2"}
    marked = [("Ankara", "GPE"), ("Ministers", "PERSON")]
    assert _pages(project) == [("Talks", meta, [(State.DONE, marked)])]
    assert not [n for n in report.notices if "several records" in n.what]


@pytest.mark.parametrize("records", list(permutations((*MIXED[:2], CATEGORIES[0]))))
def test_categories_join_what_was_marked(project, tmp_path, records):
    _import(project, tmp_path / "x.jsonl", *records)
    ((title, meta, ((state, _),)),) = _pages(project)
    assert (title, state, meta["accept"], meta["batch"], meta["_task_hash"]) == (
        "Talks",
        State.DONE,
        "DIPLOMACY",
        "7",
        "2",
    )


@pytest.mark.parametrize("records", list(permutations((MARKED, MARKED | {"answer": "ignore"}, MIXED[1]))))
def test_a_second_record_of_a_whole_text_is_an_article_of_its_own_beside_answers(project, tmp_path, records):
    _import(project, tmp_path / "x.jsonl", *records)
    pages = [state for _, _, ((state, _),) in _pages(project)]
    assert len(pages) == 2
    assert State.DONE in pages


@pytest.mark.parametrize("names", [("a", "b"), ("b", "a")])
@pytest.mark.parametrize("apart", [False, True])
def test_two_files_say_the_same_as_one_in_either_order(project, tmp_path, names, apart):
    by_name = {"a": [MARKED], "b": [*MIXED[1:], *CATEGORIES]}
    paths = []
    for name in names:
        paths.append(tmp_path / f"{name}.jsonl")
        records = [{"_annotator_id": "ada"} | r for r in by_name[name]]
        paths[-1].write_text("\n".join(map(json.dumps, records)), encoding="utf-8")
    for group in [[p] for p in paths] if apart else [paths]:
        import_sources(project, group, ReadOptions(), "prodigy", add_labels=True)
    ((_, meta, ((state, marked),)),) = _pages(project)
    assert (meta["accept"], meta["reject"]) == ("DIPLOMACY, TRADE", "SPORT")
    assert meta["_input_hash"] == "1"
    assert all("," not in value for column, value in meta.items() if column.startswith("_"))
    assert marked == [("Ankara", "GPE"), ("Ministers", "PERSON")]
    assert state is (State.STARTED if apart and names[0] == "b" else State.DONE)  # what was there before stays


def test_categories_join_an_article_that_is_there_and_nothing_comes_twice(project, tmp_path):
    _import(project, tmp_path / "t.jsonl", {"text": TEXT, "title": "Mine", "reject": "WEATHER"}, name="spans")
    for _ in range(2):
        _import(project, tmp_path / "x.jsonl", *CATEGORIES)
        ((title, meta, _),) = _pages(project)
        assert (title, meta["accept"], meta["reject"]) == ("Mine", "DIPLOMACY, TRADE", "SPORT, WEATHER")


def test_whose_answer_it_is_is_told_where_several_gave_one(project, tmp_path):
    people = [_answer("SPORT", answer, 3, _annotator_id=who) for who, answer in (("ada", "accept"), ("bo", "reject"))]
    both = _answer("TRADE", "accept", 4, _annotator_id="ada"), _answer("TRADE", "accept", 4, _annotator_id="bo")
    _import(project, tmp_path / "x.jsonl", *people, *both)
    ((_, meta, _),) = _pages(project)
    assert (meta["accept"], meta["reject"]) == ("SPORT (ada), TRADE (ada; bo)", "SPORT (bo)")


def test_further_columns_hold_every_value_and_fields_that_differ_are_told(project, tmp_path):
    more = [{"meta": {"desk": desk, "source": desk}} for desk in ("wire", "web", "wire")]
    records = [record | said for record, said in zip(CATEGORIES, more, strict=True)]
    report = _import(project, tmp_path / "x.jsonl", *records)
    (article,) = project.articles.all()
    assert (article.meta["desk"], article.source) == ("web, wire", "web")
    assert [n for n in report.notices if "source" in n.what and "wire" in n.what]


@pytest.mark.parametrize("turned", [False, True])
def test_a_date_is_resolved_whichever_record_says_when_the_text_appeared(project, tmp_path, turned):
    records = [_span("Thursday", "DATE", "accept", 3), _answer("TRADE", "accept", 4, meta={"published": "2024-03-05"})]
    _import(project, tmp_path / "x.jsonl", *records[:: -1 if turned else 1])
    (article,) = project.articles.all()
    (who,) = project.annotations.annotators()
    (time,) = project.annotations.of(article.id, who.id).times
    assert (article.published, time.value) == ("2024-03-05", "2024-02-29")


def test_what_a_program_keeps_about_a_record_stays_that_of_the_first_import(project, tmp_path):
    _import(project, tmp_path / "a.jsonl", MARKED)
    _import(project, tmp_path / "b.jsonl", CATEGORIES[0] | {"_task_hash": 9})
    ((_, meta, _),) = _pages(project)
    assert (meta["_view_id"], meta["_task_hash"], meta["accept"]) == ("ner_manual", "2", "DIPLOMACY")
