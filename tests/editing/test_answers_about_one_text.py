"""Prodigy's single answers about one text are one page, whatever order they stand in, and nothing they say is lost."""

import json
import re
import zipfile
from itertools import permutations

import pytest
from msgspec.structs import replace

from dateline.editing.importing import import_sources
from dateline.editing.preview import preview_sources
from dateline.exchange.answers import ANSWERS
from dateline.exchange.options import ReadOptions
from dateline.exchange.problems import ProblemKind
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
        meta = {column: value for column, value in article.meta.items() if column != ANSWERS}
        found.append((article.title, meta, pages))
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
    assert state is (State.STARTED if names[0] == "b" else State.DONE)  # what an earlier source says stays


def test_categories_join_an_article_that_is_there_and_nothing_comes_twice(project, tmp_path):
    _import(project, tmp_path / "t.jsonl", {"text": TEXT, "title": "Mine", "reject": "WEATHER"}, name="spans")
    for _ in range(2):
        _import(project, tmp_path / "x.jsonl", *CATEGORIES)
        ((title, meta, _),) = _pages(project)
        assert (title, meta["accept"], meta["reject"]) == ("Mine", "DIPLOMACY, TRADE", "WEATHER")
        assert meta["reject_answers"] == "SPORT"


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


def _columns(project):
    (article,) = project.articles.all()
    return article.meta


def _files(tmp_path, *groups):
    """Write each group of records as a file."""
    for number, records in enumerate(groups):
        path = tmp_path / f"of{number}.jsonl"
        path.write_text("\n".join(map(json.dumps, records)), encoding="utf-8")
        yield path


ADA = [
    _answer("POLITICS", "accept", 2, _annotator_id="ada", meta={"byline": "By Ada, in Astana"}),
    _answer("SPORT", "reject", 3, _annotator_id="ada"),
]
BO = [_answer("POLITICS", "accept", 2, _annotator_id="bo", meta={"byline": "By Bo"}, _session_id="s")]
CYD = [_answer("TRAVEL, AND MORE", "accept", 5, _annotator_id="cyd")]


def test_answers_make_the_same_columns_in_one_file_in_several_in_any_order_and_again(tmp_path):
    made = {}
    for number, groups in enumerate([[ADA + BO + CYD], *permutations([ADA, BO, CYD]), [BO, ADA, BO, CYD, ADA]]):
        folder = tmp_path / str(number)
        folder.mkdir()
        for together in (True, False):
            with Project.create(folder / f"{together}.dateline", Schema()) as project:
                paths = list(_files(folder, *groups))
                for sources in [paths] if together else [[path] for path in paths]:
                    import_sources(project, sources, ReadOptions(), "prodigy", add_labels=True)
                made[number, together] = _columns(project)
    (meta,) = {json.dumps(meta, sort_keys=True) for meta in made.values()}
    columns = json.loads(meta)
    assert columns["accept"] == "POLITICS (ada; bo) | TRAVEL, AND MORE (cyd)"
    assert (columns["reject"], columns["byline"]) == ("SPORT (ada)", "By Ada, in Astana | By Bo")
    assert "_annotator_id" not in columns


def test_columns_of_the_project_stay_and_what_answers_say_otherwise_is_told(project, tmp_path):
    table = tmp_path / "t.csv"
    table.write_text(f'text,byline,place\n"{TEXT}","Ada, in Astana","Astana, KZ"\n', encoding="utf-8")
    import_sources(project, [table], ReadOptions())
    records = [_answer("TRADE", "accept", 4, meta={"byline": "Bo, for us", "place": "Astana, KZ", "desk": "web"})]
    report = _import(project, tmp_path / "x.jsonl", *records)
    meta = _columns(project)
    assert (meta["byline"], meta["place"], meta["desk"], meta["accept"]) == (
        "Ada, in Astana",
        "Astana, KZ",
        "web",
        "TRADE",
    )
    told = [n.what for n in report.notices if n.kind is ProblemKind.OTHERWISE]
    assert told == ["column byline: “Bo, for us” in x.jsonl, “Ada, in Astana” here, which stays"]


def test_a_column_of_answers_that_was_changed_here_stays(project, tmp_path):
    _import(project, tmp_path / "x.jsonl", CATEGORIES[0])
    (article,) = project.articles.all()
    with project.step("Correct") as step:
        step.put(replace(article, meta={**article.meta, "accept": "TALKS, OF SORTS"}))
    report = _import(project, tmp_path / "x.jsonl", CATEGORIES[0])
    assert not [n for n in report.notices if n.kind is ProblemKind.OTHERWISE]
    report = _import(project, tmp_path / "x.jsonl", CATEGORIES[0], CATEGORIES[2])
    assert _columns(project)["accept"] == "TALKS, OF SORTS"
    (told,) = [n.what for n in report.notices if n.kind is ProblemKind.OTHERWISE]
    assert told == "column accept: “TRADE” in x.jsonl, “TALKS, OF SORTS” here, which stays"


@pytest.mark.parametrize("own", ["By hand, as the desk said", "POLITICS", "POLITICS, SPORT", "SPORT (ada)"])
@pytest.mark.parametrize("taken", [{}, {"accept_answers": "a column, too"}])
def test_an_articles_own_column_keeps_what_it_says_beside_answers(tmp_path, own, taken):
    """These make a column of their own, the same in any order of the sources; that is told where anything is new."""
    aside = "accept_answers_2" if taken else "accept_answers"
    made = set()
    for number, groups in enumerate([[ADA + BO + CYD], *permutations([ADA, BO, CYD]), [BO, ADA, BO, CYD, ADA]]):
        folder = tmp_path / f"{number}"
        folder.mkdir()
        with Project.create(folder / "p.dateline", Schema()) as project:
            _import(project, folder / "t.jsonl", {"text": TEXT, "accept": own} | taken, name="spans")
            reports = [import_sources(project, [path], ReadOptions(), "prodigy") for path in _files(folder, *groups)]
            columns = _columns(project)
            assert {c: columns[c] for c in ("accept", *taken)} == {"accept": own} | taken
            assert columns[aside] == "POLITICS (ada; bo) | TRAVEL, AND MORE (cyd)"
            told = [[n.what for n in report.notices if "accept" in n.what and "own" in n.what] for report in reports]
            assert told[0] == [
                "the column accept is an article's own and stays as it is; what was answered is kept in the column"
                f" {aside}"
            ]
            assert [len(lines) for lines in told] == [1, 1, 0, 1, 0] if len(groups) > 3 else all(told)
            made.add(json.dumps(columns, sort_keys=True))
            assert not import_sources(project, list(_files(folder, *groups)), ReadOptions(), "prodigy").changes
    assert len(made) == 1


def test_what_articles_get_from_several_sources_is_counted_once(project, tmp_path):
    """By what they have in the end: a column that the second source takes away again is none."""
    table = tmp_path / "t.csv"
    table.write_text(f'text,accept\n"{TEXT}",By hand\n', encoding="utf-8")
    import_sources(project, [table], ReadOptions())
    paths = list(_files(tmp_path, ADA, [BO[0] | {"_task_hash": 2}]))
    found = preview_sources(project, paths, ReadOptions(), "prodigy")
    report = import_sources(project, paths, ReadOptions(), "prodigy")
    assert found.facts == report.facts
    assert report.facts.articles == 1
    assert report.facts.columns == dict.fromkeys(["accept_answers", "reject", "byline", "_view_id", "_input_hash"], 1)


def test_a_column_of_answers_that_another_program_wrote_is_no_answer(project, tmp_path):
    for number, column in enumerate(('{"accept": 7}', "[1]", "no JSON", '{"accept": {"A": {}}}')):
        text = f"{TEXT} {number}"
        _import(project, tmp_path / "t.jsonl", {"text": text, ANSWERS: column}, name="spans")
        _import(project, tmp_path / "x.jsonl", CATEGORIES[0] | {"text": text})
    assert {a.meta["accept"] for a in project.articles.all()} == {"DIPLOMACY"}


def test_what_answers_change_of_an_article_is_counted_beforehand_and_afterwards(project, tmp_path):
    day = _span("Thursday", "DATE", "accept", 3, _annotator_id="ada")
    _import(project, tmp_path / "a.jsonl", day, _answer("TRADE", "accept", 4, _annotator_id="ada"))
    (path,) = _files(tmp_path, [_answer("TALKS", "accept", 5, _annotator_id="ada", published="2024-03-05", title="A")])
    found = preview_sources(project, [path], ReadOptions(), "prodigy")
    report = import_sources(project, [path], ReadOptions(), "prodigy", add_labels=True)
    assert (found.nothing_new, found.only_facts, found.facts) == (False, True, report.facts)
    assert (report.facts.articles, report.facts.recounted) == (1, 1)
    assert report.facts.fields == {"title": 1, "published": 1}
    assert report.facts.columns == {"accept": 1}
    assert preview_sources(project, [path], ReadOptions(), "prodigy").nothing_new
    assert not import_sources(project, [path], ReadOptions(), "prodigy").changes


def test_two_peoples_summaries_stay_what_each_wrote(project, tmp_path):
    summaries = {"ada": "On Monday, they met, and left.", "bo": "They met, on Monday."}
    with zipfile.ZipFile(tmp_path / "s.zip", "w") as packed:
        for who, summary in summaries.items():
            packed.writestr(f"{who}.jsonl", json.dumps({"text": TEXT, "label": [summary]}) + "\n")
    for _ in range(2):
        import_sources(project, [tmp_path / "s.zip"], ReadOptions(), "doccano")
        assert _columns(project)["label"] == " | ".join(f"{said} ({who})" for who, said in summaries.items())


def test_answers_about_many_spans_are_one_page_with_each_once(project, tmp_path):
    text = " ".join(f"Word{n}" for n in range(300))
    spans = [(m.start(), m.end()) for m in re.finditer(r"\S+", text)]
    records = [_span("Ankara", "X", "accept", 1) | {"text": text, "spans": [{"start": b, "end": e, "label": "X"}]}
               for b, e in spans + spans[:50]]  # fmt: skip
    for found, there in ((300, 0), (0, 300)):
        report = _import(project, tmp_path / "x.jsonl", *records)
        assert (report.annotations, report.repeated, report.annotations_there) == (found, 50, there)
    (article,) = project.articles.all()
    (who,) = project.annotations.annotators()
    assert [m.fragments[0].begin for m in project.annotations.of(article.id, who.id).mentions] == [b for b, _ in spans]
