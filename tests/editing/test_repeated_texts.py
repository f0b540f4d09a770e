"""A project may hold a text more than once: what comes back goes to its own article, and nothing is there twice."""

import json

import pytest

from dateline.editing.importing import import_sources
from dateline.editing.preview import preview_sources
from dateline.exchange.options import ReadOptions
from dateline.model.article import State
from dateline.model.ids import new_id
from dateline.model.schema import Schema
from dateline.store.project import Project
from tests.editing.test_once_more import BOTH_WAYS, counts, exported, options

TEXT = "The ministers met in Ankara on Monday. Ada Bo left for Oslo."


def _record(number: int, words: str, label: str, text: str = TEXT) -> dict[str, object]:
    begin = text.index(words)
    span = {"id": f"m{number}", "label": label, "start": begin, "end": begin + len(words)}
    who = {"id": "w", "name": "gold", "kind": "person"}
    facts = {"id": f"a{number}", "title": f"Report {number}", "text": text, "state": "done", "annotator": who}
    return {"record": "article", **facts, "entities": [span]}


def _write(path, *records):
    head = {"record": "project", "format": "dateline", "version": 1, "annotators": [], "entities": []}
    path.write_text("".join(json.dumps(r) + "\n" for r in (head, *records)), encoding="utf-8")
    return path


def _project(folder, *records):
    project = Project.create(folder / "p.dateline", Schema())
    import_sources(project, [_write(folder / "p.jsonl", *records)], ReadOptions(), "dateline", add_labels=True)
    return project


def _words(project, article_id):
    pages = (project.annotations.of(article_id, a.id) for a in project.annotations.annotators())
    return sorted(m.text_of(project.articles.get(article_id).text) for page in pages for m in page.mentions)


@pytest.mark.parametrize("name", BOTH_WAYS)
def test_each_of_two_articles_with_one_text_gets_its_own_back(tmp_path, name):
    records = _record(1, "Ankara", "GPE"), _record(2, "Ada Bo", "PERSON"), _record(3, "Oslo", "GPE")
    with _project(tmp_path, *records) as project:
        path, before = exported(project, tmp_path, name), counts(project)
        import_sources(project, [path], options(name), name, add_labels=True)
        after = counts(project)
        assert (after["articles"], after["mentions"]) == (3, before["mentions"])
        found = preview_sources(project, [path], options(name), name)
        assert (found.articles, found.adds) == (0, 0)


@pytest.mark.parametrize("name", ["conll", "oneie"])
def test_texts_that_only_white_space_parts_are_two_all_the_same(tmp_path, name):
    spaced = TEXT.replace(" Ada", "  Ada"), TEXT.replace(" Ada", "\n\nAda")
    records = _record(1, "Ankara", "GPE", spaced[0]), _record(2, "Ada Bo", "PERSON", spaced[1])
    with _project(tmp_path, *records) as project:
        path, before = exported(project, tmp_path, name), counts(project)
        import_sources(project, [path], options(name), name, add_labels=True)
        assert counts(project)["mentions"] == before["mentions"]


def test_more_records_of_a_text_than_the_project_has_articles_join_the_first(tmp_path):
    with _project(tmp_path, _record(1, "Ankara", "GPE")) as project:
        lines = [{"text": TEXT, "label": [[55, 59, "GPE"]]}] * 3
        path = tmp_path / "more.jsonl"
        path.write_text("".join(json.dumps(line) + "\n" for line in lines), encoding="utf-8")
        report = import_sources(project, [path], ReadOptions(), "doccano", add_labels=True)
        assert (report.articles, report.annotations, project.articles.count()) == (0, 1, 1)
        before = counts(project)
        assert not import_sources(project, [path], ReadOptions(), "doccano").changes
        assert counts(project) == before


def test_a_record_without_id_goes_to_the_copy_that_none_has_meant(tmp_path):
    with _project(tmp_path, _record(1, "Ankara", "GPE"), _record(2, "Ada Bo", "PERSON")) as project:
        source = _write(tmp_path / "s.jsonl", _record(1, "Ankara", "GPE"), _record(7, "Oslo", "GPE"))
        import_sources(project, [source], ReadOptions(), "dateline")
        assert [len(project.annotations.of(a, "w").mentions) for a in ("a1", "a2")] == [1, 2]


@pytest.mark.parametrize("name", ["doccano", "prodigy", "spans", "label-studio", "huggingface", "uima"])
@pytest.mark.parametrize("also", [True, False])
def test_a_record_that_names_its_article_goes_to_that_copy(tmp_path, name, also):
    """The file holds one of two copies of a text, or both in another order; a name of nothing here changes nothing."""
    (tmp_path / "there").mkdir()
    records = [_record(2, "Oslo", "GPE"), *([_record(1, "Oslo", "GPE")] if also else [])]
    with _project(tmp_path / "there", *records) as there:
        path = exported(there, tmp_path / "there", name)
    with _project(tmp_path, _record(1, "Ankara", "GPE"), _record(2, "Ada Bo", "PERSON")) as project:
        import_sources(project, [path], options(name), name, add_labels=True)
        assert _words(project, "a1") == ["Ankara", *(["Oslo"] if also else [])]
        assert _words(project, "a2") == ["Ada Bo", "Oslo"]


def test_a_record_that_names_an_article_of_another_text_goes_by_its_text(tmp_path):
    with _project(tmp_path, _record(1, "Ankara", "GPE"), _record(2, "Oslo", "GPE", f"{TEXT} Then?")) as project:
        path = tmp_path / "more.jsonl"
        path.write_text(json.dumps({"text": TEXT, "label": [[55, 59, "GPE"]], "article": "a2"}), encoding="utf-8")
        report = import_sources(project, [path], ReadOptions(), "doccano")
        assert (report.articles, _words(project, "a1")) == (0, ["Ankara", "Oslo"])


def test_the_articles_that_records_name_stay_apart_in_an_empty_project(tmp_path):
    x, y = new_id(), new_id()
    named = ("ada", x), ("bo", y), ("ada", y)
    lines = [{"text": TEXT, "label": [], "article": article, "annotator": who} for who, article in named]
    path = tmp_path / "more.jsonl"
    path.write_text("".join(json.dumps(line) + "\n" for line in lines), encoding="utf-8")
    with Project.create(tmp_path / "p.dateline", Schema()) as project:
        report = import_sources(project, [path], ReadOptions(), "doccano", add_labels=True)
        assert report.articles == 2


def test_an_id_that_is_another_articles_here_is_given_anew_with_all_that_refers_to_it(tmp_path):
    """Else the annotation would be dropped, and its event filled from another text."""
    text = "Riga waits. The envoys met in Riga."
    who = {"id": "w", "name": "gold", "kind": "person"}
    spans = [{"id": "m1", "label": "GPE", "start": 0, "end": 4}, {"id": "m2", "label": "GPE", "start": 30, "end": 34}]
    event = {"id": "m3", "label": "CONSULT", "trigger": {"start": 23, "end": 26}}
    event["arguments"] = [{"id": "g1", "role": "Place", "mention": "m2"}]
    other = {"record": "article", "id": "b1", "text": text, "annotator": who, "entities": spans, "events": [event]}
    with _project(tmp_path, _record(1, "Ankara", "GPE"), _record(2, "Ada Bo", "PERSON")) as project:
        report = import_sources(
            project, [_write(tmp_path / "s.jsonl", other)], ReadOptions(), "dateline", add_labels=True
        )
        assert (report.articles, report.annotations) == (1, 3)
        page = project.annotations.of("b1", "w")
        (argument,) = page.arguments
        ids = {m.id: m.text_of(text) for m in page.mentions}
        assert sorted(ids.values()) == ["Riga", "Riga", "met"]
        assert (ids[argument.event_id], ids[argument.filler_id]) == ("met", "Riga")
        before = counts(project)
        assert not import_sources(project, [tmp_path / "s.jsonl"], ReadOptions(), "dateline").changes
        assert counts(project) == before


def test_two_files_that_bring_one_article_bring_it_once(tmp_path):
    """The second joins the first as a later import would: what is the same is there already."""
    with Project.create(tmp_path / "p.dateline", Schema()) as project:
        one = _write(tmp_path / "one.jsonl", _record(1, "Ankara", "GPE"))
        other = _record(1, "Ankara", "GPE") | {
            "entities": [
                {"id": "other", "label": "GPE", "start": 21, "end": 27},
                {"id": "new", "label": "GPE", "start": 55, "end": 59},
            ]
        }
        both = [one, _write(tmp_path / "two.jsonl", other)]
        report = import_sources(project, both, ReadOptions(), "dateline", add_labels=True)
        assert (report.articles, report.annotations) == (1, 2)
        assert [m.id for m in project.annotations.of("a1", "w").mentions] == ["m1", "new"]


MEETING = "Ada met Bo in Riga."


def _meeting(number: int) -> dict[str, object]:
    trigger = {"start": 4, "end": 7, "text": "met"}
    event = {"id": "v1", "label": "MEET", "trigger": trigger}
    event["arguments"] = [{"id": "g1", "role": "Place", "mention": "m1"}]
    return _record(number, "Riga", "GPE", MEETING) | {
        "entities": [{"id": "m1", "label": "GPE", "start": 14, "end": 18}],
        "events": [event],
    }


def test_an_id_of_another_article_is_not_the_same_record(tmp_path):
    """Its event's argument stays within its own article, and a further import brings nothing new."""
    with _project(tmp_path, _record(1, "Ankara", "GPE")) as project:
        path = _write(tmp_path / "other.jsonl", _meeting(2))
        report = import_sources(project, [path], ReadOptions(), "dateline", add_labels=True)
        page = project.annotations.of("a2", "w")
        assert (report.articles, report.annotations) == (1, 2)
        assert sorted(m.label for m in page.mentions) == ["GPE", "MEET"]
        assert {a.filler_id for a in page.arguments} == {m.id for m in page.mentions if m.label == "GPE"}
        assert [m.id for m in project.annotations.of("a1", "w").mentions] == ["m1"]
        before = counts(project)
        import_sources(project, [path], ReadOptions(), "dateline", add_labels=True)
        assert counts(project) == before


def test_files_of_one_import_may_use_the_same_ids(tmp_path):
    with Project.create(tmp_path / "p.dateline", Schema()) as project:
        texts = "Oslo is cold.", "Oslo was warm.", "Oslo is far."
        records = [_record(k, "Oslo", "GPE", text) for k, text in enumerate(texts)]
        for record in records:
            record["entities"][0]["id"] = "m"
        paths = [_write(tmp_path / f"{r['id']}.jsonl", r) for r in records]
        report = import_sources(project, paths, ReadOptions(), "dateline", add_labels=True)
        assert (report.articles, report.annotations) == (3, 3)


def _doccano(path, *records):
    """Write records of TEXT: who, the number another program gives it, and words with their labels."""
    lines = []
    for who, number, *spans in records:
        label = [[TEXT.index(words), TEXT.index(words) + len(words), name] for words, name in spans]
        lines.append({"id": number, "text": TEXT, "label": label, **({"annotator": who} if who else {})})
    path.write_text("".join(json.dumps(line) + "\n" for line in lines), encoding="utf-8")
    return path


ANKARA, OSLO, OTHERWISE = ("Ankara", "GPE"), ("Oslo", "GPE"), ("Ankara", "LOC")


_OF_ITS_OWN = "has the same text as another record of {}, and is taken for an article of its own"


@pytest.mark.parametrize(("records", "articles", "said"), [
    (((None, 7, ANKARA),) * 3, 3, [_OF_ITS_OWN.format("x")] * 2),
    ((("ada", 1, ANKARA), ("ada", 2, OTHERWISE, OSLO)), 2, [_OF_ITS_OWN.format("ada")]),
    ((("ada", 1, ANKARA), ("bo", 2, ANKARA)), 1, []),
    ((("ada", 1, ANKARA), ("bo", 2, OTHERWISE), ("ada", 3, OSLO)), 2, [_OF_ITS_OWN.format("ada")]),
])  # fmt: skip
def test_several_records_of_one_annotator_are_articles_of_their_own_which_is_told(tmp_path, records, articles, said):
    path = _doccano(tmp_path / "x.jsonl", *records)
    with Project.create(tmp_path / "p.dateline", Schema()) as project:
        found = preview_sources(project, [path], ReadOptions(), "doccano")
        report = import_sources(project, [path], ReadOptions(), "doccano", add_labels=True)
        assert (found.articles, report.articles, project.articles.count()) == (articles, articles, articles)
        assert (found.new_annotations, found.adds) == (report.annotations, report.records)
        assert [p.what for p in report.notices] == said
        assert [p.what for group in found.notices for p in group.examples] == said
        before = counts(project)
        assert not import_sources(project, [path], ReadOptions(), "doccano").changes
        assert counts(project) == before


@pytest.mark.parametrize(("records", "said"), [
    ((("ada", 1, ANKARA), ("ada", 2, OTHERWISE, OSLO)), "3 annotations are only in one of them, such as “Ankara”"),
    ((("ada", 1, ANKARA), ("ada", 1)), "is there in several records of ada, which are taken as one article"),
])  # fmt: skip
def test_where_the_project_has_the_text_they_join_it_and_what_is_only_in_one_is_told(tmp_path, records, said):
    with Project.create(tmp_path / "p.dateline", Schema()) as project:
        (tmp_path / "a.txt").write_text(TEXT, encoding="utf-8")
        import_sources(project, [tmp_path / "a.txt"], ReadOptions(), "text")
        path = _doccano(tmp_path / "x.jsonl", *records)
        report = import_sources(project, [path], ReadOptions(), "doccano", add_labels=True)
        assert (report.articles, project.articles.count()) == (0, 1)
        assert any(said in p.what for p in report.notices)


@pytest.mark.parametrize("there", ["text", "table"])
def test_so_it_is_where_the_text_comes_from_a_source_before_in_the_same_import(tmp_path, there):
    """Of two records it is not said that they are articles of their own, which they are not."""
    first = tmp_path / ("a.txt" if there == "text" else "a.csv")
    first.write_text(TEXT if there == "text" else f'text,date\n"{TEXT}",2024-03-05\n', encoding="utf-8")
    second = _doccano(tmp_path / "x.jsonl", ("ada", 1, ANKARA), ("ada", 2, OTHERWISE, OSLO))
    with Project.create(tmp_path / "p.dateline", Schema()) as project:
        found = preview_sources(project, [first, second], ReadOptions())
        report = import_sources(project, [first, second], ReadOptions(), add_labels=True)
        assert (found.articles, report.articles, project.articles.count()) == (1, 1, 1)
        assert [p.what[:37] for p in report.notices if "record" in p.what] == ["is there in several records of ada, w"]
        told = [p.what[:37] for group in found.notices for p in group.examples if "record" in p.what]
        assert told == ["is there in several records of ada, w"]


def test_records_of_one_text_in_several_files_are_one_article_which_is_told(tmp_path):
    paths = [_doccano(tmp_path / f"{n}.jsonl", ("ada", n, span)) for n, span in enumerate((ANKARA, OSLO))]
    with Project.create(tmp_path / "p.dateline", Schema()) as project:
        report = import_sources(project, paths, ReadOptions(), "doccano", add_labels=True)
        assert (report.articles, report.annotations) == (1, 2)
        assert ["several records of ada" in str(p) for p in report.notices] == [True]


_WEATHER = "No snow fell in Kell on Thursday. Roads are open."


def _told_on(*days: str) -> list[dict[str, object]]:
    spans = [{"start": 24, "end": 32, "label": "DATE", "layer": "time"}]
    return [{"text": _WEATHER, "published": day, "title": f"Weather {day}", "spans": spans} for day in days]


def _lines(path, records):
    path.write_text("".join(json.dumps(r) + "\n" for r in records), encoding="utf-8")
    return path


def _values(project):
    found = {}
    for article in project.articles.all():
        for annotator in project.annotations.annotators():
            for time in project.annotations.of(article.id, annotator.id).times:
                found[article.published, article.title] = time.value
    return found


def test_one_text_that_appeared_on_two_days_is_two_articles_with_dates_of_their_own(tmp_path):
    values = {
        ("2024-01-05", "Weather 2024-01-05"): "2024-01-04",
        ("2024-02-16", "Weather 2024-02-16"): "2024-02-15",
    }
    both = _told_on(*(day for day, _ in values))
    with Project.create(tmp_path / "at_once.dateline", Schema()) as project:
        import_sources(project, [_lines(tmp_path / "both.jsonl", both)], ReadOptions(), "spans", add_labels=True)
        assert _values(project) == values
    with Project.create(tmp_path / "later.dateline", Schema()) as project:
        for number, record in enumerate((*both, *both, {k: v for k, v in both[0].items() if k != "published"})):
            path = _lines(tmp_path / f"{number}.jsonl", [record])
            import_sources(project, [path], ReadOptions(), "spans", add_labels=True)
        assert _values(project) == values


@pytest.mark.parametrize(
    ("answers", "state"),
    [
        ("reject accept accept", State.DONE),
        ("accept reject", State.DONE),
        ("reject reject", State.SKIPPED),
        ("ignore accept", State.DONE),
    ],
)
def test_decisions_on_each_span_of_a_text_are_one_page_that_is_skipped_only_if_all_are(tmp_path, answers, state):
    records = [
        {"text": TEXT, "spans": [{"start": at, "end": at + 3, "label": "X"}], "answer": answer, "_session_id": "ada"}
        for at, answer in enumerate(answers.split())
    ]
    with Project.create(tmp_path / "p.dateline", Schema()) as project:
        (tmp_path / "a.txt").write_text(TEXT, encoding="utf-8")
        import_sources(project, [tmp_path / "a.txt"], ReadOptions(), "text")
        path = _lines(tmp_path / "x.jsonl", records)
        report = import_sources(project, [path], ReadOptions(), "prodigy", add_labels=True)
        (article,) = project.articles.all()
        (who,) = project.annotations.annotators()
        known = project.annotations.progress_id(article.id, who.id)
        assert known
        assert known[1] is state
        assert report.states == 1
