"""Imports: one step or nothing, joined by text, and the same again changes nothing."""

import json
from collections import Counter
from pathlib import Path

import pytest
from msgspec.structs import replace

from dateline import assets
from dateline.editing.checking import check_project, statistics
from dateline.editing.common import EditError
from dateline.editing.exporting import export_project
from dateline.editing.importing import UnknownLabels, import_sources
from dateline.editing.preview import preview_sources
from dateline.editing.sources import import_annotator
from dateline.exchange.formats import format_named
from dateline.exchange.options import ReadOptions, WriteOptions
from dateline.exchange.problems import BadInput, ProblemKind
from dateline.model.annotation import Layer
from dateline.model.progress import Cancelled
from dateline.model.schema import Schema
from dateline.store.project import Project

GOLD = assets.seeds("gold.jsonl")


@pytest.fixture
def empty(tmp_path: Path, schema: Schema) -> Project:
    return Project.create(tmp_path / "empty.dateline", schema)


def test_the_sample_comes_in_checks_clean_and_goes_out_the_same(empty: Project, tmp_path: Path) -> None:
    report = import_sources(empty, [GOLD], ReadOptions())
    assert (report.articles, report.left_out, report.labels_added) == (5, [], ())
    assert [f for f in check_project(empty) if f.grave] == []
    export_project(empty, tmp_path / "again.jsonl", "dateline", WriteOptions())
    assert (tmp_path / "again.jsonl").read_bytes() == GOLD.read_bytes()
    assert statistics(empty)["articles"] == 5


def test_an_import_is_one_step_and_undo_redo_bring_back_the_same(empty: Project, tmp_path: Path) -> None:
    before = empty.annotations.totals()
    import_sources(empty, [GOLD], ReadOptions())
    after = empty.annotations.totals()
    empty.undo()
    assert empty.annotations.totals() == before
    assert empty.search.count("Astana") == 0
    empty.redo()
    assert empty.annotations.totals() == after
    assert empty.search.count("Astana") > 0
    export_project(empty, tmp_path / "again.jsonl", "dateline", WriteOptions())
    assert (tmp_path / "again.jsonl").read_bytes() == GOLD.read_bytes()


def test_the_same_again_adds_nothing(empty: Project) -> None:
    import_sources(empty, [GOLD], ReadOptions())
    totals = empty.annotations.totals()
    report = import_sources(empty, [GOLD], ReadOptions())
    assert (report.articles, report.known_articles, report.annotations) == (0, 5, 0)
    assert report.known_records > 500
    assert empty.annotations.totals() == totals


FOREIGN = ("brat", "doccano", "label-studio", "prodigy", "conll", "oneie", "spans", "timeml")


@pytest.mark.parametrize("name", FOREIGN)
def test_the_same_again_adds_nothing_where_a_format_gives_no_ids(empty: Project, tmp_path: Path, name: str) -> None:
    import_sources(empty, [GOLD], ReadOptions())
    target = tmp_path / "out"
    target = target.with_suffix("".join(format_named(name).suffixes[:1])) if not format_named(name).folder else target
    export_project(empty, target, name, WriteOptions())
    with Project.create(tmp_path / "other.dateline", empty.schema()) as other:
        options = ReadOptions(extra={"offsets": "codepoints"} if name == "doccano" else {})
        import_sources(other, [target], options, name, add_labels=True)
        totals = other.annotations.totals()
        report = import_sources(other, [target], options, name, add_labels=True)
        assert (report.articles, report.annotations) == (0, 0)
        assert other.annotations.totals() == totals
        assert totals["mention"] > 100


def test_what_is_new_in_an_export_comes_beside_what_is_there(empty: Project, tmp_path: Path) -> None:
    """Annotations of doccano, exported again: two are more, of which one is another one of the record once more."""
    path = tmp_path / "ada.jsonl"
    labels = [[0, 3, "PERSON"], [8, 11, "PERSON"]]
    path.write_text(json.dumps({"text": "Ann met Bob in Rome.", "label": labels}) + "\n", "utf-8")
    import_sources(empty, [path], ReadOptions(), "doccano")
    labels += [[15, 19, "GPE"], [0, 3, "PERSON"]]
    path.write_text(json.dumps({"text": "Ann met Bob in Rome.", "label": labels}) + "\n", "utf-8")
    report = import_sources(empty, [path], ReadOptions(), "doccano")
    assert (report.annotations, report.known_records) == (1, 2)
    assert any("there twice" in n.what for n in report.notices)
    [ada] = [a for a in empty.annotations.annotators() if a.name == "ada"]
    mentions = empty.annotations.mentions(empty.articles.ids()[0], ada.id)
    assert [(m.label, m.span.begin) for m in mentions] == [("PERSON", 0), ("PERSON", 8), ("GPE", 15)]
    empty.undo()
    assert len(empty.annotations.mentions(empty.articles.ids()[0], ada.id)) == 2


TIMEML = """<TimeML><DOCID>d</DOCID><DCT><TIMEX3 tid="t0" type="DATE" value="2018-05-07"
functionInDocument="CREATION_TIME">2018-05-07</TIMEX3></DCT>
<TEXT>Ann met Bob on <TIMEX3 tid="t1" type="DATE" value="{}">Monday</TIMEX3>.</TEXT></TimeML>"""


def test_another_date_of_what_is_here_is_told_before_and_after_and_the_one_here_stays(
    empty: Project, tmp_path: Path
) -> None:
    path = tmp_path / "d.tml"
    path.write_text(TIMEML.format("2018-05-14"), "utf-8")
    import_sources(empty, [path], ReadOptions())
    path.write_text(TIMEML.format("2018-05-21"), "utf-8")
    told = "“Monday” (DATE), date: 2018-05-21 in what comes, 2018-05-14 here, which stays"
    [notice] = [n for n in preview_sources(empty, [path], ReadOptions()).notices if n.kind == ProblemKind.OTHERWISE]
    assert (notice.count, [p.what for p in notice.examples]) == (1, [told])
    report = import_sources(empty, [path], ReadOptions())
    assert report.annotations == 0
    assert [p.what for p in report.notices if p.kind is ProblemKind.OTHERWISE] == [told]
    (bundle,) = empty.annotations.bundles()
    assert [t.value for t in bundle.annotations.times] == ["2018-05-14"]
    path.write_text(TIMEML.format("2018-05-14"), "utf-8")
    kinds = {p.kind for p in import_sources(empty, [path], ReadOptions()).notices}
    assert ProblemKind.OTHERWISE not in kinds | {n.kind for n in preview_sources(empty, [path], ReadOptions()).notices}


def test_correcting_one_filler_doubles_no_event(empty: Project, tmp_path: Path) -> None:
    import_sources(empty, [GOLD], ReadOptions())
    export_project(empty, tmp_path / "out", "brat", WriteOptions())
    with Project.create(tmp_path / "other.dateline", empty.schema()) as other:
        import_sources(other, [tmp_path / "out"], ReadOptions(), "brat")
        before = other.annotations.totals()
        found = [(b, Counter(a.filler_id for a in b.annotations.arguments)) for b in other.annotations.bundles()]
        bundle, fills = max(found, key=lambda x: max(x[1].values(), default=0))
        filler, times = fills.most_common(1)[0]
        mention = next(m for m in bundle.annotations.mentions if m.id == filler)
        assert times > 1
        with other.step("Correct") as step:
            step.put(replace(mention, label="LOC" if mention.label != "LOC" else "GPE"))
        report = import_sources(other, [tmp_path / "out"], ReadOptions(), "brat")
        assert report.annotations == 1, "the words under the label they have in the file"
        after = other.annotations.totals()
        assert (after["mention"], after["argument"]) == (before["mention"] + 1, before["argument"])
        assert import_sources(other, [tmp_path / "out"], ReadOptions(), "brat").annotations == 0


def test_annotations_join_the_text_that_is_there(empty: Project) -> None:
    texts = sorted(p for p in GOLD.parent.glob("*.txt"))
    import_sources(empty, texts, ReadOptions())
    ids = empty.articles.ids()
    report = import_sources(empty, [GOLD], ReadOptions())
    assert (report.articles, report.known_articles) == (0, 5)
    assert empty.articles.ids() == ids
    assert [f for f in check_project(empty) if f.grave] == []
    [gold] = [a for a in empty.annotations.annotators() if a.name == "gold"]
    assert all(empty.annotations.of(i, gold.id).mentions for i in ids)


def test_one_bad_line_leaves_the_project_as_it_was(empty: Project, tmp_path: Path) -> None:
    lines = GOLD.read_text(encoding="utf-8").splitlines()
    lines[3] = lines[3].replace('"end":', '"end":99999', 1)
    bad = tmp_path / "bad.jsonl"
    bad.write_text("\n".join(lines), encoding="utf-8")
    before = empty.annotations.totals()
    with pytest.raises(BadInput, match="line 4"):
        import_sources(empty, [bad], ReadOptions())
    assert empty.annotations.totals() == before
    report = import_sources(empty, [bad], ReadOptions(skip_bad=True))
    assert report.articles == 4
    assert report.left_out


def test_unknown_labels_are_named_and_added_on_request(empty: Project, tmp_path: Path) -> None:
    source = tmp_path / "ships.jsonl"
    source.write_text('{"text":"The Argo sailed.","spans":[{"start":4,"end":8,"label":"VESSEL"}]}\n', encoding="utf-8")
    options = ReadOptions(annotator=import_annotator("ada"))
    with pytest.raises(UnknownLabels, match="VESSEL"):
        import_sources(empty, [source], options, "spans")
    assert empty.articles.count() == 0
    report = import_sources(empty, [source], options, "spans", add_labels=True)
    assert report.labels_added == ("VESSEL",)
    assert empty.annotations.label_counts() == {"VESSEL": 1}
    assert empty.schema().problems() == []


class _Impatient:
    """Cancels at its first report."""

    def step(self, done: int, total: int | None, what: str) -> None:
        raise Cancelled


def test_cancelling_leaves_nothing_half_done(empty: Project) -> None:
    before = empty.annotations.totals(), len(empty.steps())
    with pytest.raises(Cancelled):
        import_sources(empty, [GOLD], ReadOptions(progress=_Impatient()))
    assert (empty.annotations.totals(), len(empty.steps())) == before
    assert empty.integrity() == []


def test_an_id_that_is_used_twice_is_named_and_nothing_is_imported(empty: Project, tmp_path: Path) -> None:
    lines = GOLD.read_text(encoding="utf-8").splitlines()
    one, two = (json.loads(line) for line in lines[1:3])
    two["entities"][0]["id"] = one["entities"][0]["id"]
    for argument in (a for e in two["events"] for a in e["arguments"]):
        argument["mention"] = two["entities"][1]["id"]
    two["events"], two["relations"], two["comments"] = [], [], []
    bad = tmp_path / "twice.jsonl"
    bad.write_text("\n".join([lines[0], json.dumps(one), json.dumps(two)]), encoding="utf-8")
    with pytest.raises(BadInput, match=one["entities"][0]["id"]):
        import_sources(empty, [bad], ReadOptions())
    assert empty.articles.count() == 0


def test_a_label_of_another_layer_is_refused(project: Project, tmp_path: Path) -> None:
    frame = {"record": "project", "format": "dateline", "version": 1, "schema": {"event": [{"name": "GPE"}]}}
    source = tmp_path / "layers.jsonl"
    source.write_text(json.dumps(frame) + "\n", encoding="utf-8")
    before = project.schema()
    with pytest.raises(EditError, match="GPE"):
        import_sources(project, [source], ReadOptions())
    assert project.schema() == before


def test_the_projects_own_file_is_neither_replaced_nor_read(empty: Project, tmp_path: Path) -> None:
    link = tmp_path / "link.jsonl"
    link.symlink_to(empty.path)
    with pytest.raises(EditError, match="open project"):
        export_project(empty, link, "dateline", WriteOptions())
    with pytest.raises(EditError, match="open project"):
        import_sources(empty, [empty.path], ReadOptions())
    assert empty.integrity() == []


def _lines(path: Path, *records: dict[str, object]) -> Path:
    path.write_text("".join(json.dumps(r) + "\n" for r in records), encoding="utf-8")
    return path


def test_two_annotators_files_of_one_text_in_one_import_join_in_one_article(empty: Project, tmp_path: Path) -> None:
    texts = "Ann came to Rome.", "Bob stayed."
    files = [
        _lines(tmp_path / f"{who}.jsonl", *({"text": t, "label": [[0, 3, "PERSON"]]} for t in texts))
        for who in ("ada", "bob")
    ]
    report = import_sources(empty, files, ReadOptions(), "doccano", add_labels=True)
    assert (report.articles, report.known_articles, report.annotations) == (2, 2, 4)
    assert [a.name for a in empty.annotations.annotators()] == ["ada", "bob"]
    for annotator in empty.annotations.annotators():
        assert [len(empty.annotations.of(i, annotator.id).mentions) for i in empty.articles.ids()] == [1, 1]
    assert [f for f in check_project(empty) if f.grave] == []


def test_a_text_that_is_to_be_taken_in_once_more_is(empty: Project, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("The same words.", encoding="utf-8")
    import_sources(empty, [tmp_path / "a.txt"], ReadOptions())
    report = import_sources(empty, [tmp_path / "a.txt"], ReadOptions(keep_repeated=True))
    assert (report.articles, report.known_articles, empty.articles.count()) == (1, 0, 2)
    assert "taken in once more" in report.notices[0].what


def test_annotations_of_one_of_two_articles_with_the_same_text_come_back_to_that_one(
    empty: Project, tmp_path: Path
) -> None:
    (tmp_path / "a.txt").write_text("Ann came.", encoding="utf-8")
    import_sources(empty, [tmp_path / "a.txt"], ReadOptions())
    import_sources(empty, [tmp_path / "a.txt"], ReadOptions(keep_repeated=True))
    export_project(empty, tmp_path / "out.jsonl", "dateline", WriteOptions())
    lines = [json.loads(line) for line in (tmp_path / "out.jsonl").read_text("utf-8").splitlines()]
    second = empty.articles.ids()[1]
    [record] = [r for r in lines if r.get("id") == second]
    record["annotator"] = {"id": "w", "name": "Ada", "kind": "person"}
    record["entities"] = [{"id": "m", "start": 0, "end": 3, "text": "Ann", "label": "PERSON"}]
    import_sources(empty, [_lines(tmp_path / "in.jsonl", *lines)], ReadOptions(), "dateline", add_labels=True)
    assert [len(empty.annotations.of(i, "w").mentions) for i in empty.articles.ids()] == [0, 1]


@pytest.mark.parametrize("to", ["CONSULT", "DATE", "BEFORE"])
def test_a_label_can_stand_only_for_one_of_its_own_kind(empty: Project, tmp_path: Path, to: str) -> None:
    types = {t.name: t.layer for t in empty.schema().types}
    if to not in types:
        to = next(n for n, layer in types.items() if layer is Layer.RELATION)
    mention = {"id": "m", "start": 0, "end": 3, "text": "Ann", "label": "HUMAN"}
    record = {
        "record": "article",
        "id": "a",
        "text": "Ann came.",
        "annotator": {"id": "w", "name": "Ada", "kind": "person"},
    }
    native = _lines(tmp_path / "in.jsonl", record | {"entities": [mention]})
    with pytest.raises((EditError, BadInput), match="HUMAN"):
        import_sources(empty, [native], ReadOptions(), "dateline", mapping={"HUMAN": to})
    assert empty.articles.count() == 0


def test_what_is_wrong_with_every_source_is_told_at_once(empty: Project, tmp_path: Path) -> None:
    (tmp_path / "broken.jsonl").write_text('{"text": "Ankara", "spans": [{"start": 0, "end": 99, "label": "GPE"}]}')
    (tmp_path / "report.txt").write_bytes(b"%PDF-1.7")
    (tmp_path / "good.txt").write_text("Ministers met.")
    with pytest.raises(BadInput) as caught:
        import_sources(empty, [tmp_path / n for n in ("broken.jsonl", "good.txt", "report.txt")], ReadOptions())
    assert {p.file for p in caught.value.problems} == {"broken.jsonl", "report.txt"}
    assert empty.articles.count() == 0


def test_an_import_says_whose_annotations_came(empty: Project) -> None:
    report = import_sources(empty, [GOLD], ReadOptions())
    assert report.annotators == {"gold": report.annotations}


def test_times_without_a_value_are_read_against_the_publication_date(empty: Project, tmp_path: Path) -> None:
    line = {
        "record": "article", "id": "a", "text": "They met on Thursday and on 2 May.", "published": "2018-04-20",
        "annotator": {"id": "w", "name": "gold"},
        "times": [
            {"id": "t1", "label": "DATE", "start": 12, "end": 20},
            {"id": "t2", "label": "DATE", "start": 28, "end": 33, "value": "2017-05-02", "source": "import"},
        ],
    }  # fmt: skip
    path = tmp_path / "bare.jsonl"
    path.write_text(json.dumps(line), encoding="utf-8")
    assert preview_sources(empty, [path], ReadOptions()).silent_times == 1
    import_sources(empty, [path], ReadOptions())
    times = empty.annotations.of("a", "w").times
    assert {t.id: t.value for t in times} == {"t1": "2018-04-19", "t2": "2017-05-02"}
    assert not list(check_project(empty))
    assert preview_sources(empty, [path], ReadOptions()).silent_times == 0
