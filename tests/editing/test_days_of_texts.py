"""Texts of two days, such as reports of the weather, are two articles, whatever kind of file they come in."""

import json
from collections.abc import Iterator
from pathlib import Path

import pytest

from dateline.editing.importing import import_sources
from dateline.editing.preview import preview_sources
from dateline.editing.redating import redate, redating
from dateline.exchange.options import Nearly, ReadOptions
from dateline.exchange.problems import ProblemKind
from dateline.model.schema import Schema
from dateline.model.wording import Advice
from dateline.store.project import Project

WEATHER = "No snow fell in Kell. Roads are open."
LONG = " ".join(f"word{i * 7919 % 1009}" for i in range(400))
TWO = ["2024-01-05", "2024-02-16"]


@pytest.fixture
def project(tmp_path: Path) -> Iterator[Project]:
    with Project.create(tmp_path / "p.dateline", Schema()) as made:
        yield made


def _table(path: Path, *days: str, text: str = WEATHER, url: str = "") -> Path:
    path.write_text("text,published,url\n" + "".join(f"{text},{day},{url}\n" for day in days), encoding="utf-8")
    return path


def _records(path: Path, *days: str, text: str = WEATHER, url: str = "") -> Path:
    lines = ({"text": text, "published": day, "url": url} for day in days)
    path.write_text("".join(json.dumps(line) + "\n" for line in lines), encoding="utf-8")
    return path


def _spans(path: Path, *days: str, text: str = WEATHER, url: str = "") -> Path:
    lines = ({"text": text, "published": day, "url": url, "spans": []} for day in days)
    path.write_text("".join(json.dumps(line) + "\n" for line in lines), encoding="utf-8")
    return path


KINDS = {".csv": _table, ".jsonl": _records, ".spans.jsonl": _spans}


def _days(project: Project) -> list[str]:
    return sorted(a.published for a in project.articles.all())


def _told(found) -> list[str]:
    return [p.what for p in found.notices if p.kind is ProblemKind.NEAR_TEXT]


def _import(project: Project, path: Path, **options):
    """Import a source, as its preview says."""
    found = preview_sources(project, [path], ReadOptions(**options))
    report = import_sources(project, [path], ReadOptions(**options), add_labels=True)
    assert (found.articles, found.known_articles) == (report.articles, report.known_articles)
    assert [p.what for g in found.notices for p in g.examples if p.kind is ProblemKind.NEAR_TEXT] == _told(report)
    return report


@pytest.mark.parametrize("text", [WEATHER, LONG, "Snow."])
@pytest.mark.parametrize("suffix", KINDS)
def test_one_text_of_two_days_is_two_articles_which_is_told(
    project: Project, tmp_path: Path, suffix: str, text: str
) -> None:
    made = KINDS[suffix]
    both = _import(project, made(tmp_path / f"both{suffix}", *TWO, text=text))
    assert (_days(project), len(_told(both))) == (TWO, 1)
    third = _import(project, made(tmp_path / f"third{suffix}", "2024-03-01", text=text))
    assert _days(project) == [*TWO, "2024-03-01"]
    (said,) = _told(third)
    assert said.startswith("has the same text as ")
    assert "(2024-02-16), but is of another day; it is taken in beside it" in said
    again = _import(project, made(tmp_path / f"again{suffix}", "2024-03-01", "2024-02-16", text=text))
    assert (again.articles, again.known_articles, _told(again), len(_days(project))) == (0, 2, [], 3)


@pytest.mark.parametrize("suffix", KINDS)
@pytest.mark.parametrize(("nearly", "days"), [(Nearly.LEAVE_OUT, TWO[:1]), (Nearly.REVISE, TWO)])
def test_what_was_chosen_for_near_repeats_holds_for_them(
    project: Project, tmp_path: Path, suffix: str, nearly: Nearly, days: list[str]
) -> None:
    made = KINDS[suffix]
    _import(project, made(tmp_path / f"one{suffix}", TWO[0]))
    report = _import(project, made(tmp_path / f"two{suffix}", TWO[1]), nearly=nearly)
    assert (_days(project), report.revisions, len(_told(report))) == (days, [], 1)


@pytest.mark.parametrize("suffix", KINDS)
def test_a_day_that_is_only_assumed_makes_no_second_article(project: Project, tmp_path: Path, suffix: str) -> None:
    made = KINDS[suffix]
    _import(project, made(tmp_path / f"one{suffix}", TWO[0]))
    report = _import(project, made(tmp_path / f"two{suffix}", ""), defaults={"published": TWO[1]})
    assert (_days(project), report.known_articles, _told(report)) == (TWO[:1], 1, [])
    assert not [p for p in report.notices if p.kind is ProblemKind.OTHERWISE]


def test_rows_of_two_days_find_a_text_without_a_date(project: Project, tmp_path: Path) -> None:
    _import(project, _table(tmp_path / "one.csv", ""))
    report = _import(project, _table(tmp_path / "two.csv", *TWO, TWO[1]))
    assert (_days(project), report.articles, report.facts.fields) == (TWO, 1, {"published": 1})


def test_a_row_is_of_the_article_with_its_day_before_one_without(project: Project, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(WEATHER, encoding="utf-8")
    import_sources(project, [tmp_path / "a.txt"], ReadOptions())
    import_sources(project, [_table(tmp_path / "one.csv", TWO[0])], ReadOptions(keep_repeated=True))
    _import(project, _table(tmp_path / "two.csv", TWO[0]))
    assert _days(project) == ["", TWO[0]]


def test_an_entry_of_a_feed_that_was_brought_up_to_date_is_the_same(project: Project, tmp_path: Path) -> None:
    for day, key, name in ((TWO[0], "updated", 1), (TWO[1], "updated", 2), (TWO[1], "published", 2)):
        path = tmp_path / f"{day}.{key}.xml"
        at = f"<{key}>{day}T06:00:00Z</{key}>"
        entry = f"<entry><title>Snow</title><id>{name}</id>{at}<summary>{WEATHER}</summary></entry>"
        path.write_text(f'<feed xmlns="http://www.w3.org/2005/Atom"><title>N</title>{entry}</feed>', encoding="utf-8")
        report = _import(project, path)
        assert (report.articles, report.known_articles) == ((0, 1) if (day, key) == (TWO[1], "updated") else (1, 0))


@pytest.mark.parametrize("nearly", Nearly)
def test_a_text_that_an_earlier_source_has_is_not_said_to_be_beside_it(
    project: Project, tmp_path: Path, nearly: Nearly
) -> None:
    paths = [_table(tmp_path / f"{n}.csv", day, text=LONG) for n, day in enumerate((TWO[0], TWO[0], "", TWO[1]))]
    for found in (preview_sources, import_sources):
        report = found(project, paths, ReadOptions(nearly=nearly))
        assert (report.articles, report.in_several) == (1 if nearly is Nearly.LEAVE_OUT else 2, 2)
    (told,) = _told(report)
    assert told.startswith("has the same text as word0")


ONE_MOMENT = ("2018-04-20T01:30+06:00", "2018-04-19T19:30Z")


@pytest.mark.parametrize("suffix", KINDS)
@pytest.mark.parametrize("order", [1, -1])
def test_one_moment_in_two_zones_is_one_article(project: Project, tmp_path: Path, suffix: str, order: int) -> None:
    first, second = ONE_MOMENT[::order]
    _import(project, _table(tmp_path / "one.csv", first))
    report = _import(project, KINDS[suffix](tmp_path / f"two{suffix}", second, "2018-04-21"))
    assert (len(_days(project)), report.articles, report.known_articles) == (2, 1, 1)
    assert not [p for p in report.notices if p.kind is ProblemKind.OTHERWISE]


@pytest.mark.parametrize("suffix", [".csv", ".jsonl"])
def test_one_moment_in_two_zones_is_one_article_in_one_file(project: Project, tmp_path: Path, suffix: str) -> None:
    report = _import(project, KINDS[suffix](tmp_path / f"one{suffix}", *ONE_MOMENT, "2018-04-19"))
    assert (report.articles, _told(report)) == (1, [])


@pytest.mark.parametrize("suffix", KINDS)
def test_a_day_is_that_of_every_zone_it_is_written_in(project: Project, tmp_path: Path, suffix: str) -> None:
    _import(project, _table(tmp_path / "one.csv", "2018-04-20"))
    report = _import(project, KINDS[suffix](tmp_path / f"two{suffix}", ONE_MOMENT[0]))
    assert report.known_articles == 1
    report = _import(project, KINDS[suffix](tmp_path / f"three{suffix}", "2018-04-19T22:00Z"))
    assert report.articles == 1


@pytest.mark.parametrize("nearly", Nearly)
@pytest.mark.parametrize("suffix", KINDS)
def test_a_text_whose_address_has_another_date_now_is_the_same_article(
    project: Project, tmp_path: Path, suffix: str, nearly: Nearly
) -> None:
    made, url = KINDS[suffix], "https://a.b/c/1"
    _import(project, made(tmp_path / f"one{suffix}", TWO[0], url=url))
    report = _import(project, made(tmp_path / f"two{suffix}", TWO[1], url=url), nearly=nearly)
    assert (_days(project), report.known_articles, report.revisions, _told(report)) == (TWO[:1], 1, [], [])
    (said,) = [p.what for p in report.notices if p.kind is ProblemKind.OTHERWISE]
    assert said == f"publication date: “{TWO[1]}” in two{suffix}, “{TWO[0]}” here, which stays"


@pytest.mark.parametrize("suffix", KINDS)
@pytest.mark.parametrize("url", ["https://a.example/", "a.example", "https://www.a.example/en/"])
def test_the_address_of_a_site_says_nothing(project: Project, tmp_path: Path, suffix: str, url: str) -> None:
    made = KINDS[suffix]
    _import(project, made(tmp_path / f"one{suffix}", TWO[0], url=url))
    assert _import(project, made(tmp_path / f"two{suffix}", TWO[1], url=url)).articles == 1


def test_a_text_of_two_addresses_is_found_by_its_own(project: Project, tmp_path: Path) -> None:
    _import(project, _table(tmp_path / "one.csv", TWO[0], url="https://a.b/c/1"))
    _import(project, _table(tmp_path / "two.csv", TWO[1], url="https://a.b/c/2"))
    report = _import(project, _table(tmp_path / "three.csv", TWO[0], url="https://a.b/c/2"))
    assert (report.articles, _days(project)) == (0, TWO)
    assert [p.file for p in report.notices if p.kind is ProblemKind.OTHERWISE]


@pytest.mark.parametrize("zone", ["", "+06:00"])
@pytest.mark.parametrize("suffix", KINDS)
def test_of_two_of_a_day_the_one_of_the_same_hour_is_meant(
    project: Project, tmp_path: Path, suffix: str, zone: str
) -> None:
    hours = [f"2024-01-05T{hour}:00{zone}" for hour in ("08", "20")]
    for number, hour in enumerate(hours):
        path = _table(tmp_path / f"{number}.csv", hour)
        import_sources(project, [path], ReadOptions(keep_repeated=True))
    report = _import(project, KINDS[suffix](tmp_path / f"two{suffix}", hours[1]))
    assert (_days(project), report.articles, report.known_articles) == (hours, 0, 1)
    assert not [p for p in report.notices if p.kind is ProblemKind.OTHERWISE]


@pytest.mark.parametrize("suffix", KINDS)
@pytest.mark.parametrize("nearly", [Nearly.BESIDE, Nearly.REVISE])
def test_a_corrected_date_is_given_to_the_article_here_first(
    project: Project, tmp_path: Path, suffix: str, nearly: Nearly
) -> None:
    """As it is advised: one row cannot be left out, and the next one may be a newer version."""
    made = KINDS[suffix]
    _import(project, made(tmp_path / f"old{suffix}", TWO[0], text=LONG))
    corrected = made(tmp_path / f"corrected{suffix}", TWO[1], text=LONG)
    before = preview_sources(project, [corrected], ReadOptions(nearly=nearly))
    (told,) = [p for g in before.notices for p in g.examples if p.kind is ProblemKind.NEAR_TEXT]
    assert isinstance(told.what_to_do, Advice)
    assert "under Properties first:" in str(told.what_to_do.window)
    assert "dateline redate" in str(told.what_to_do)
    (here,) = project.articles.all()
    redate(project, redating(project, here.id, TWO[1]))
    report = _import(project, corrected, nearly=nearly)
    assert (_days(project), report.articles, _told(report)) == ([TWO[1]], 0, [])


@pytest.mark.parametrize("suffix", KINDS)
def test_of_two_days_in_one_import_one_is_to_be_corrected_there(project: Project, tmp_path: Path, suffix: str) -> None:
    report = _import(project, KINDS[suffix](tmp_path / f"both{suffix}", *TWO, text=LONG), nearly=Nearly.REVISE)
    (told,) = [p for p in report.notices if p.kind is ProblemKind.NEAR_TEXT]
    assert str(told.what_to_do) == "If one of the dates is wrong, correct it before you import this"
