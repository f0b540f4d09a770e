"""The command line: the whole job, exit codes, errors on standard error."""

import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from msgspec.structs import replace

from dateline import assets
from dateline.cli import dateline
from dateline.editing.articles import ensure_annotator
from dateline.editing.tagging import tag
from dateline.editing.times import set_date
from dateline.model.annotation import TimeSource
from dateline.model.changes import Kind
from dateline.model.text import Span
from dateline.store.project import Project

GOLD = str(assets.seeds("gold.jsonl"))


def run(*words: str | Path) -> Result:
    return CliRunner().invoke(dateline, [str(w) for w in words])


@pytest.fixture
def sample(tmp_path: Path) -> Path:
    file = tmp_path / "sample.dateline"
    assert run("new", file).exit_code == 0
    assert run("import", file, GOLD).exit_code == 0
    return file


def test_the_whole_job(sample: Path, tmp_path: Path) -> None:
    checked = run("check", sample)
    assert (checked.exit_code, "all is well" in checked.stdout) == (0, True)
    out = tmp_path / "out.jsonl"
    assert run("export", sample, "-o", out).exit_code == 0
    assert out.read_bytes() == Path(GOLD).read_bytes()
    told = json.loads(run("stats", sample, "--json").stdout)
    assert (told["articles"], told["annotators"][0]["name"]) == (5, "gold")
    assert told["labels"]["GPE"] == told["annotators"][0]["labels"]["GPE"]
    assert "gold" in run("stats", sample).stdout


def test_a_split_is_the_same_twice(sample: Path, tmp_path: Path) -> None:
    words = ("export", sample, "--format", "spans", "--split", "60/20/20", "--seed", "7", "-o")
    for name in ("a", "b"):
        assert run(*words, tmp_path / f"{name}.jsonl").exit_code == 0
    contents = [{p.name[2:]: p.read_bytes() for p in tmp_path.glob(f"{name}.*.jsonl")} for name in ("a", "b")]
    assert contents[0] == contents[1]
    assert len(contents[0]) > 1


def test_what_an_earlier_export_left_is_named_before_and_removed_if_asked(sample: Path, tmp_path: Path) -> None:
    words = ("export", sample, "--format", "spans", "--card", "-o", tmp_path / "a.jsonl")
    assert "earlier export" not in run(*words, "--split", "60/20/20").stderr
    told = run(*words, "--split", "80/20").stderr.splitlines()
    assert told[0].endswith("a.dev.jsonl, of an earlier export, holds articles that may be in these parts, too")
    assert told[1] == "dateline: --remove-earlier takes away a.dev.jsonl, if unchanged"
    assert sum("a.dev.jsonl, of an earlier export" in line for line in told) == 1
    assert run(*words, "--split", "60/20/20").exit_code == 0
    told = run(*words, "--split", "80/20", "--remove-earlier").stderr.splitlines()
    assert "dateline: removed a.dev.jsonl, of an earlier export" in told
    assert not (tmp_path / "a.dev.jsonl").exists()


@pytest.mark.parametrize("ending", ["png", "svg", "html"])
def test_pictures_of_an_article_and_the_timeline(sample: Path, tmp_path: Path, ending: str, qapp: object) -> None:
    for what, words in {"article": ("--article", "1"), "timeline": ("--timeline",)}.items():
        out = tmp_path / f"{what}.{ending}"
        result = run("render", sample, *words, "-o", out, "--scale", "1")
        assert result.exit_code == 0, result.stderr
        assert out.stat().st_size > 5000
        assert [p.name for p in tmp_path.iterdir() if p.name.startswith(".")] == []


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("stats", "missing.dateline"), "no project file"),
        (("import", "{sample}", "missing.txt"), "missing.txt"),
        (("new", "{sample}"), "already"),
        (("export", "{sample}", "-o", "/nowhere/at/all.jsonl"), "nowhere"),
        (("stats", GOLD), "not a Dateline project"),
    ],
)
def test_what_is_wrong_with_the_data_is_said_in_one_line_and_exits_1(
    sample: Path, words: tuple[str, ...], said: str
) -> None:
    result = run(*(w.format(sample=sample) if w == "{sample}" else w for w in words))
    assert result.exit_code == 1
    assert said in result.stderr
    assert "Traceback" not in result.stderr
    assert result.stdout == ""


@pytest.mark.parametrize(
    "words",
    [
        ("nope",),
        ("export", "{sample}"),
        ("export", "{sample}", "-o", "x", "--format", "nope"),
        ("export", "{sample}", "-o", "x", "--split", "a/b"),
        ("export", "{sample}", "-o", "x", "--annotator", "nobody"),
        ("render", "{sample}", "-o", "x.png"),
        ("render", "{sample}", "--article", "1", "-o", "x.doc"),
        ("render", "{sample}", "--article", "99", "-o", "x.png"),
        ("new", "x.dateline", "--schema", "nope"),
        ("import", "{sample}", GOLD, "--published", "one of these days"),
        ("import", "{sample}", GOLD, "--encoding", "klingon"),
        ("import", "{sample}", GOLD, "--metadata", "none.tsv"),
        ("import", "{sample}", GOLD, "--dates", "sideways"),
    ],
)
def test_what_was_not_understood_exits_2(sample: Path, words: tuple[str, ...], qapp: object) -> None:
    result = run(*(w.format(sample=sample) for w in words))
    assert result.exit_code == 2
    assert result.stderr


def test_a_file_of_no_known_format_is_left_out_and_the_rest_comes_in(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("One short text.", encoding="utf-8")
    (tmp_path / "pic.png").write_bytes(b"\x89PNG\r\n")
    (tmp_path / "none.jsonl").touch()
    file, sources = tmp_path / "p.dateline", [tmp_path / n for n in ("pic.png", "a.txt", "none.jsonl")]
    run("new", file)
    refused = run("import", file, *sources)
    assert refused.exit_code == 1
    assert "pic.png: is a picture, of no format known here. Leave it out" in refused.stderr
    assert "none.jsonl: is empty" in refused.stderr
    assert "--skip-bad leaves out what is wrong" in refused.stderr
    rest = run("import", file, *sources, "--skip-bad")
    assert rest.exit_code == 1
    assert "left out: pic.png: is a picture" in rest.stderr
    assert "1 article, 0 annotations" in rest.stdout


def test_a_bad_line_is_named_and_skip_bad_leaves_it_out(sample: Path, tmp_path: Path) -> None:
    bad = tmp_path / "bad.jsonl"
    bad.write_text(Path(GOLD).read_text(encoding="utf-8") + "{broken\n", encoding="utf-8")
    fresh = tmp_path / "fresh.dateline"
    run("new", fresh)
    refused = run("import", fresh, bad)
    assert (refused.exit_code, "line 7" in refused.stderr) == (1, True)
    assert json.loads(run("stats", fresh, "--json").stdout)["articles"] == 0
    taken = run("import", fresh, bad, "--skip-bad")
    assert taken.exit_code == 1
    assert "left out" in taken.stderr
    assert json.loads(run("stats", fresh, "--json").stdout)["articles"] == 5


def test_every_command_explains_itself() -> None:
    for name, command in dateline.commands.items():
        if not command.hidden:
            result = run(name, "--help")
            assert result.exit_code == 0
            assert (command.help or "").splitlines()[0] in " ".join(result.stdout.split())


def test_help_names_the_formats_each_way() -> None:
    reads, writes = (run(name, "--help").stdout.rpartition("Formats:")[2] for name in ("import", "export"))
    assert "bioc" in reads
    assert "bioc" not in writes
    assert all("label-studio" in listed and "spacy" in listed for listed in (reads, writes))


def test_resolve_shows_the_whole_reading() -> None:
    told = run("resolve", "They met on Thursday and meet again on May 14 and 15.", "--published", "19 April 2018")
    assert told.exit_code == 0
    assert "2018-04-19 DATE" in told.stdout
    assert "2018-05-14 to 2018-05-16, day (14–15 May 2018)" in told.stdout
    assert "weekday: the day of publication, from 2018-04-19" in told.stdout
    data = json.loads(run("resolve", "since 2011", "--json").stdout)
    (found,) = data["expressions"]
    assert (found["text"], found["start"], found["end"]) == ("since 2011", 0, 10)
    assert (found["value"], found["type"], found["mod"]) == ("2011", "DATE", "ON_OR_AFTER")
    assert (found["when"]["begin"], found["when"]["end"]) == ("2011-01-01", None)
    assert found["rule"]


def test_resolve_takes_text_from_standard_input_and_other_languages() -> None:
    read = CliRunner().invoke(dateline, ["resolve", "-", "--published", "2018-04-19", "--json"], input="өткен жылы\n")
    (found,) = json.loads(read.stdout)["expressions"]
    assert (found["value"], found["text"]) == ("2017", "өткен жылы")


def test_resolve_says_what_it_cannot_read() -> None:
    nothing = run("resolve", "no dates here")
    assert (nothing.exit_code, "no rule reads this" in nothing.stdout) == (1, True)
    assert "publication date is not known" in run("resolve", "yesterday").stdout
    wrong = run("resolve", "Thursday", "--published", "some day")
    assert (wrong.exit_code, "2018-04-19" in wrong.stderr) == (2, True)
    assert run("resolve", " ").exit_code == 2


NAME = "They met on Thursday. They meet again next month, or in 2020. It began on Monday."


@pytest.fixture
def dated(tmp_path: Path) -> Path:
    """A project whose one article has three dates by rule and one by hand."""
    text, file = (
        "They met on Thursday. They meet again next month, or in 2020. It began on Monday.",
        tmp_path / "d.dateline",
    )
    (tmp_path / "talks.txt").write_text(text, encoding="utf-8")
    assert run("new", file).exit_code == 0
    assert run("import", file, tmp_path / "talks.txt", "--published", "2018-04-19").exit_code == 0
    with Project.open(file) as project:
        article, who = project.articles.ids()[0], ensure_annotator(project, "ada")[0].id
        for words in ("Thursday", "next month", "2020", "Monday"):
            begin = text.index(words)
            page = project.annotations.page(article, who)
            tag(project, page, [Span(begin, begin + len(words))], project.schema().by_name["DATE"])
        page = project.annotations.page(article, who)
        set_date(project, page, page.in_order()[-1].id, "2001-02-03")
    return file


def _values(file: Path) -> list[str]:
    with Project.open(file, readonly=True) as project:
        page = project.annotations.page(project.articles.ids()[0], project.annotations.annotators()[0].id)
        return [page.times[m.id].value for m in page.in_order()]


def test_another_publication_date_takes_the_dates_counted_from_it_along(dated: Path) -> None:
    was = ["2018-04-19", "2018-05", "2020", "2001-02-03"]
    assert _values(dated) == was
    dry = run("redate", dated, "--article", "1", "--published", "27 April 2018", "--dry-run")
    assert dry.exit_code == 0, dry.output
    assert dry.stdout.splitlines() == [
        f"{NAME}: published 2018-04-19 → 2018-04-27",
        "  Thursday  2018-04-19 → 2018-04-26  (ada)",
        "1 date counted from it would change; nothing was written; 1 date set by hand stays",
    ]
    assert _values(dated) == was
    told = json.loads(run("redate", dated, "--article", "it began", "--published", "2018-12-20", "--json").stdout)
    assert (told["before"], told["after"], told["kept_by_hand"], told["written"]) == (
        "2018-04-19",
        "2018-12-20",
        1,
        True,
    )
    assert [(d["text"], d["start"], d["before"], d["after"]) for d in told["dates"]] == [
        ("Thursday", 12, "2018-04-19", "2018-12-20"),
        ("next month", 38, "2018-05", "2019-01"),
    ]
    assert _values(dated) == ["2018-12-20", "2019-01", "2020", "2001-02-03"]
    with Project.open(dated) as project:
        project.undo()
    assert _values(dated) == was
    gone = run("redate", dated, "--article", "1", "--published", "")
    assert "published 2018-04-19 → not known" in gone.stdout
    assert _values(dated) == ["XXXX-WXX-4", "", "2020", "2001-02-03"]


@pytest.mark.parametrize(
    ("label", "role", "verdict"),
    [
        ("AID", "Nothing", "no faults in the data, 1 problem, 1 note"),
        ("AID", "", "no faults in the data, 1 problem"),
        ("AID", "Agent", "all is well"),
    ],
)
def test_a_check_says_how_grave_it_is(tmp_path: Path, label: str, role: str, verdict: str) -> None:
    file = tmp_path / "c.dateline"
    arguments = [{"id": "g", "role": role, "mention": "e"}] if role else []
    line = {
        "record": "article", "id": "a", "text": "Ada met nobody.", "annotator": {"id": "w", "name": "ada"},
        "entities": [{"id": "e", "label": "PERSON", "start": 0, "end": 3}],
        "events": [{"id": "v", "label": label, "trigger": {"start": 4, "end": 7}, "arguments": arguments}],
    }  # fmt: skip
    (tmp_path / "c.jsonl").write_text(json.dumps(line), encoding="utf-8")
    assert run("new", file).exit_code == 0
    assert run("import", file, tmp_path / "c.jsonl").exit_code == 0
    result = run("check", file)
    assert (result.exit_code, result.stdout.splitlines()[-1]) == (0, f"{file}: 1 article checked, {verdict}")


def test_dates_that_were_imported_with_a_value_stay_and_that_is_said(dated: Path) -> None:
    with Project.open(dated) as project:
        who = project.annotations.annotators()[0].id
        page = project.annotations.page(project.articles.ids()[0], who)
        first = page.times[page.in_order()[0].id]
        with project.step("As imported") as step:
            step.put(replace(first, source=TimeSource.IMPORT))
    result = run("redate", dated, "--article", "1", "--published", "2018-04-27")
    assert result.stdout.splitlines()[-1] == (
        "0 dates counted from it changed; 1 date set by hand stays; 1 date imported with a value stays"
    )


def test_redating_to_the_same_day_resolves_what_has_no_value(dated: Path) -> None:
    with Project.open(dated) as project:
        who = project.annotations.annotators()[0].id
        page = project.annotations.page(project.articles.ids()[0], who)
        with project.step("As from an older version") as step:
            step.delete(Kind.TIME_VALUE, page.in_order()[0].id)
    assert "Date has no value" in run("check", dated).stdout
    result = run("redate", dated, "--article", "1", "--published", "2018-04-19")
    assert result.stdout.splitlines() == [
        f"{NAME}: published 2018-04-19 already",
        "  Thursday  – → 2018-04-19  (ada)",
        "1 date that had no value changed; 1 date set by hand stays",
    ]
    assert _values(dated)[0] == "2018-04-19"
    assert "no value" not in run("check", dated).stdout


def test_redating_to_the_same_day_changes_nothing(dated: Path) -> None:
    result = run("redate", dated, "--article", "1", "--published", "2018-04-19")
    assert (result.exit_code, "nothing to change" in result.stdout) == (0, True)


@pytest.mark.parametrize(
    ("article", "published", "code", "said"),
    [
        ("1", "some day", 2, "2018-04-19"),
        ("99", "2030-01-15", 2, "no article matches '99'"),
        ("e", "2030-01-15", 2, "articles match 'e'"),
    ],
)
def test_redate_says_what_it_did_not_understand(
    sample: Path, article: str, published: str, code: int, said: str
) -> None:
    result = run("redate", sample, "--article", article, "--published", published)
    assert (result.exit_code, said in result.stderr) == (code, True), result.stderr


def test_of_a_file_without_articles_it_is_said_where_the_work_may_be(tmp_path: Path) -> None:
    run("new", tmp_path / "p.dateline")
    told = run("check", tmp_path / "p.dateline")
    assert told.exit_code == 0
    assert "-wal" in told.stdout
    assert "all is well" not in told.stdout


def test_one_is_told_as_one(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("One short text.", encoding="utf-8")
    file, out = tmp_path / "p.dateline", tmp_path / "out.jsonl"
    run("new", file)
    assert "1 article, 0 annotations" in run("import", file, tmp_path / "a.txt", "--annotator", "ada").stdout
    assert "1 article checked, all is well" in run("check", file).stdout
    assert "1 article\n" in run("stats", file).stdout
    assert "1 article nobody has worked on" in run("export", file, "-o", out, "--format", "spans").stderr
    exported = run("export", file, "-o", out, "--format", "spans", "--split", "80/20", "--state", "new")
    assert "0 articles, 0 records" in exported.stdout
    assert "1 article, 1 record" in exported.stdout
    assert "nothing is left for test: there are too few, 1 article; " in exported.stderr


def test_a_split_that_cannot_be_read_is_told_with_all_ways_to_write_one(sample: Path, tmp_path: Path) -> None:
    result = run("export", sample, "-o", tmp_path / "out.jsonl", "--split", "80:20")
    assert result.exit_code == 2
    assert "80/20 (train, test)" in result.stderr


def test_reading_commands_leave_nothing_beside_the_project(sample: Path, tmp_path: Path) -> None:
    before = sorted(p.name for p in tmp_path.iterdir())
    for words in (("check", sample), ("stats", sample), ("export", sample, "-o", tmp_path / "out.jsonl")):
        assert run(*words).exit_code == 0
        (tmp_path / "out.jsonl").unlink(missing_ok=True)
        assert sorted(p.name for p in tmp_path.iterdir()) == before


def test_a_misspelt_format_is_told_those_that_can_be_written(sample: Path, tmp_path: Path) -> None:
    for name, said in (("nope", "there is no format nope"), ("gate", "the format gate can only be imported")):
        result = run("export", sample, "-o", tmp_path / "out", "--format", name)
        assert result.exit_code == 2
        words = " ".join(result.stderr.replace("│", " ").split())
        assert said in words
        listed = [w.strip(" .") for w in words.rpartition("there are ")[2].split(",")]
        assert listed == sorted(listed)
        assert {"brat", "spans"} <= set(listed)
        assert not {"bioc", "cat", "feed", "gate", "table"} & set(listed)


@pytest.mark.parametrize(
    ("name", "asked", "said"),
    [
        ("dateline", ["--unit", "sentence"], "not written by sentence"),
        ("brat", ["--unit", "sentence"], "not written by sentence"),
        ("label-studio", ["--no-empty"], "always has all articles"),
        ("text", ["--label", "PERSON"], "holds no annotations"),
        ("text", ["--layer", "event"], "holds no annotations"),
    ],
)
def test_what_a_format_has_no_place_for_is_not_asked_for_in_vain(
    sample: Path, tmp_path: Path, name: str, asked: list[str], said: str
) -> None:
    result = run("export", sample, "-o", tmp_path / "out", "--format", name, *asked)
    assert (result.exit_code, said in " ".join(result.stderr.split())) == (2, True), result.stderr
    assert not list(tmp_path.glob("out*"))


def test_a_name_without_an_ending_gets_the_formats(sample: Path, tmp_path: Path) -> None:
    result = run("export", sample, "-o", tmp_path / "set", "--format", "conll", "--split", "80/20")
    assert "set has no ending: it is written as set.conll" in result.stderr
    assert sorted(p.name for p in tmp_path.glob("set*.conll")) == ["set.test.conll", "set.train.conll"]
    folder = run("export", sample, "-o", tmp_path / "folder", "--format", "brat")
    assert "no ending" not in folder.stderr
    assert (tmp_path / "folder").is_dir()
    (tmp_path / "there").write_text("")
    run("export", sample, "-o", tmp_path / "there", "--format", "spans")
    assert (tmp_path / "there").stat().st_size
