"""Annotated articles that nearly repeat others: told, and taken in beside them, left out, or for newer versions."""

import json

import pytest

from dateline.editing import versions
from dateline.editing.importing import import_sources
from dateline.editing.preview import preview_sources
from dateline.exchange.options import Nearly, ReadOptions
from dateline.exchange.problems import ProblemKind
from dateline.model.article import State
from dateline.model.revision import Alignment
from dateline.model.schema import Schema
from dateline.store.project import Project

OLD = (
    "Ankara said on Monday that the ministers met in Berlin with Ada Bo of Norway and that the talks would go on for"
    " three more days in a quiet hotel near the lake while reporters waited outside the gates of the compound"
)
NEW = OLD.replace("Ada Bo of Norway", "Eva Li of Norway")
OTHER = "Nothing of the kind: ferries were late again, fares rose, and nobody could say when the bridge would be open."


def spans(text, *found):
    return [{"start": text.index(w), "end": text.index(w) + len(w), "label": label} for w, label in found]


def write(path, *records):
    """Write Spans JSONL of (who, text, (words, label)…)."""
    lines = [{"text": text, "meta": {"annotator": who}, "spans": spans(text, *found)} for who, text, *found in records]
    path.write_text("".join(json.dumps(line) + "\n" for line in lines), encoding="utf-8")
    return path


@pytest.fixture
def project(tmp_path):
    with Project.create(tmp_path / "p.dateline", Schema()) as made:
        path = write(tmp_path / "old.jsonl", ("ada", OLD, ("Berlin", "GPE"), ("Ada Bo", "PER"), ("Monday", "DATE")))
        import_sources(made, [path], ReadOptions(), add_labels=True)
        yield made


@pytest.fixture
def newer(tmp_path):
    return write(
        tmp_path / "new.jsonl",
        ("ada", NEW, ("Berlin", "GPE"), ("Eva Li", "PER")),
        ("bo", NEW, ("Ankara", "SEAT")),
        ("ada", OTHER, ("ferries", "SHIP")),
    )


def both(project, sources, nearly):
    """Preview an import and make it; they tell the same."""
    options = ReadOptions(nearly=nearly)
    found = preview_sources(project, sources, options)
    report = import_sources(project, sources, options, add_labels=True)
    assert (found.articles, found.new_annotations, found.adds) == (report.articles, report.annotations, report.records)
    told = [p for p in report.notices if p.kind is ProblemKind.NEAR_TEXT]
    assert [str(p) for g in found.notices if g.kind == ProblemKind.NEAR_TEXT for p in g.examples] == [*map(str, told)]
    assert nearly is not Nearly.BESIDE or all("--nearly" in str(p.what_to_do) for p in told)
    return report, [p.what for p in told]


def test_by_itself_it_is_told_and_taken_in_beside_it(project, newer):
    report, told = both(project, [newer], Nearly.BESIDE)
    assert (report.articles, report.annotations) == (2, 4)
    assert len(told) == 1
    assert told[0].endswith("it is taken in beside it")


def test_it_is_left_out_with_all_its_annotators_and_labels(project, newer):
    report, told = both(project, [newer], Nearly.LEAVE_OUT)
    assert (report.articles, report.annotations, report.labels_added) == (1, 1, ("SHIP",))
    assert [t.endswith("it is left out") for t in told] == [True]
    assert "bo" not in [a.name for a in project.annotations.annotators()]


def test_as_a_newer_version_it_takes_the_annotations_over_and_joins_its_own(project, newer):
    report, told = both(project, [newer], Nearly.REVISE)
    (revision,) = report.revisions
    assert [t.endswith("to which the annotations are carried over") for t in told] == [True]
    assert (revision.moved, revision.stayed) == (2, ["PER “Ada Bo” (ada)"])
    assert (report.articles, report.annotations) == (2, 3), "Berlin was carried over and is not added again"
    texts = {a.text: a for a in project.articles.all()}
    (ada,) = [a for a in project.annotations.annotators() if a.name == "ada"]
    pages = {t: project.annotations.of(a.id, ada.id).mentions for t, a in texts.items()}
    assert sorted(m.text_of(NEW) for m in pages[NEW]) == ["Berlin", "Eva Li", "Monday"]
    assert [m.text_of(OLD) for m in pages[OLD]] == ["Ada Bo"]
    assert project.annotations.progress_id(texts[OLD].id, ada.id)[1] is State.SKIPPED
    assert not import_sources(project, [newer], ReadOptions(nearly=Nearly.REVISE)).changes


@pytest.mark.parametrize(("nearly", "articles"), [(Nearly.BESIDE, 2), (Nearly.LEAVE_OUT, 1), (Nearly.REVISE, 2)])
def test_of_two_in_one_import_neither_is_the_older_version(tmp_path, nearly, articles):
    path = write(tmp_path / "x.jsonl", ("ada", OLD, ("Berlin", "GPE")), ("ada", NEW, ("Berlin", "GPE")))
    with Project.create(tmp_path / "p.dateline", Schema()) as project:
        report, told = both(project, [path], nearly)
        assert (report.articles, len(told), report.revisions) == (articles, 1, [])


@pytest.mark.parametrize("there", [0, 1, 30])
@pytest.mark.parametrize("ending", ["txt", "csv", "jsonl", "folder"])
def test_of_files_of_one_import_neither_is_the_older_version(tmp_path, ending, there):
    """Whether the project has anything else, and however many near texts the import brings."""
    paths = []
    words = [f"{n}th of them and" for n in range(there)]
    with Project.create(tmp_path / "p.dateline", Schema()) as project:
        if there:
            import_sources(project, [write(tmp_path / "other.jsonl", ("ada", OTHER))], ReadOptions())
        for n, text in enumerate([OLD, NEW, *(NEW.replace("three more", f"three {w} more") for w in words)]):
            path = tmp_path / (f"{n}.{ending}" if ending != "folder" else f"{n}")
            if ending == "jsonl":
                write(path, ("ada", text, ("Berlin", "GPE")))
            elif ending == "folder":
                path.mkdir()
                (path / "talks.txt").write_text(text)
            else:
                path.write_text(text if ending == "txt" else f"title,text\ntalks,{text}\n")
            paths.append(path)
        report, told = both(project, paths, Nearly.REVISE)
        assert (report.articles, report.revisions) == (2 + there, [])
        assert len(told) == 1 + there
        assert all(what.endswith("beside it: of what comes in one import none is an older version") for what in told)


@pytest.mark.parametrize("together", [True, False])
def test_what_is_near_to_several_of_the_import_still_replaces_the_projects(project, tmp_path, together):
    """However many of them are nearer to it than the project's own article."""
    texts = [NEW.replace("quiet hotel", f"quiet hotel of {n} rooms") for n in range(20)]
    records = [("ada", text) for text in texts]
    paths = [
        write(tmp_path / f"{n}.jsonl", *some)
        for n, some in enumerate([records] if together else [[r] for r in records])
    ]
    report, _ = both(project, paths, Nearly.REVISE)
    assert [r.moved for r in report.revisions] == [2] * 20, "from one version to the next"
    (ada,) = [a for a in project.annotations.annotators() if a.name == "ada"]
    held = {a.text: len(project.annotations.mentions(a.id, ada.id)) for a in project.articles.all()}
    assert {t: n for t, n in held.items() if n} == {OLD: 1, texts[-1]: 2}


def test_what_only_an_article_left_out_is_linked_to_does_not_come(project, tmp_path):
    folder = tmp_path / "brat"
    folder.mkdir()
    (folder / "a.txt").write_text(NEW)
    at = NEW.index("Eva Li")
    (folder / "a.ann").write_text(f"T1\tPER {at} {at + 6}\tEva Li\nN1\tReference T1 Wikidata:Q42\tEva Li\n")
    report, _ = both(project, [folder], Nearly.LEAVE_OUT)
    assert (report.articles, report.records, project.registry.entities()) == (0, 0, [])
    with Project.create(tmp_path / "fresh.dateline", Schema()) as fresh:
        (folder / "0.txt").write_text(OLD)
        (folder / "0.ann").write_text("")
        report, _ = both(fresh, [folder], Nearly.LEAVE_OUT)
        assert (report.articles, fresh.registry.entities()) == (1, [])


def test_a_projects_own_file_is_taken_as_it_is(project, tmp_path):
    head = {"record": "project", "format": "dateline", "version": 1, "schema": {}}
    path = tmp_path / "own.jsonl"
    path.write_text("".join(json.dumps(r) + "\n" for r in (head, {"record": "article", "id": "n", "text": NEW})))
    report, told = both(project, [path], Nearly.LEAVE_OUT)
    assert (report.articles, told) == (1, [])


def test_what_is_told_to_be_nearly_the_same_is_what_a_newer_version_replaces(tmp_path):
    """Of three texts the second is near to the first that arrives, the project's own only to the second."""
    words = [f"w{n}" for n in range(900)]
    own, more = words[:400], words[400:]
    for name, *texts in (("own", own), ("new", [*more, *own[:170]], [*more, *own[:290]])):
        rows = "".join(f"{name} {n},{' '.join(text)}\n" for n, text in enumerate(texts))
        (tmp_path / f"{name}.csv").write_text(f"title,text\n{rows}")
    with Project.create(tmp_path / "p.dateline", Schema()) as project:
        import_sources(project, [tmp_path / "own.csv"], ReadOptions())
        report, told = both(project, [tmp_path / "new.csv"], Nearly.REVISE)
    assert [(r.old_name, r.new_name) for r in report.revisions] == [("own 0", "new 1")]
    assert [what.partition(" (")[0] for what in told] == ["is nearly the same text as own 0"]


def test_two_versions_are_laid_side_by_side_once(project, newer, tmp_path, monkeypatch):
    import_sources(project, [newer], ReadOptions(nearly=Nearly.REVISE), add_labels=True)
    made = []
    monkeypatch.setattr(versions, "Alignment", lambda *texts: made.append(texts) or Alignment(*texts))
    path = write(tmp_path / "late.jsonl", *((f"w{n}", OLD, ("lake", "LAKE")) for n in range(5)))
    report = import_sources(project, [path], ReadOptions(), add_labels=True)
    assert (report.annotations, made) == (5, [(OLD, NEW)])


def test_what_is_near_only_to_what_was_left_out_is_taken_in(project, tmp_path):
    """Each third differs: the first is near the project's, the second near the first alone."""
    words = [f"word{n}" for n in range(300)]
    chain = []
    for begin in (0, 60, 120, 180):
        chain.append(" ".join(words))
        words[begin : begin + 60] = [f"other{n}" for n in range(begin, begin + 60)]
    old, *rest = (write(tmp_path / f"c{n}.jsonl", ("ada", text, ("word299", "X"))) for n, text in enumerate(chain))
    import_sources(project, [old], ReadOptions(), add_labels=True)
    report, told = both(project, rest, Nearly.LEAVE_OUT)
    assert (report.articles, len(told)) == (1, 2)
