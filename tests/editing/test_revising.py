"""A newer version of an article: annotations move with their words, and nothing is lost in silence."""

import json
import re
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dateline.editing import articles, tagging
from dateline.editing.checking import check_project
from dateline.editing.events import fill_role
from dateline.editing.exporting import export_project
from dateline.editing.importing import import_sources
from dateline.editing.preview import preview_sources
from dateline.exchange.options import Nearly, ReadOptions, WriteOptions
from dateline.exchange.problems import ProblemKind
from dateline.model.article import Article, State
from dateline.model.page import Page
from dateline.model.revision import Alignment
from dateline.model.schema import Schema
from dateline.model.text import Span
from dateline.store.project import Project
from tests.store.dump import content

OLD = (
    "The two envoys met in Rome on Monday to talk about the old harbour and about the price of fish.\n"
    "Officials said that a deal was near and that both sides wished to sign it before the end of the year.\n"
    "A further round of talks is to follow in the spring, when the fishing fleets have come home again.\n"
)
NEW = (
    "UPDATED: The two envoys met in Rome on Monday to talk about the old harbour and about the price of fish.\n"
    "Diplomats said that a deal was near and that both sides wished to sign it before the end of the month.\n"
    "A further round of talks is to follow in the spring, when the fishing fleets have come home again.\n"
    "This report was corrected.\n"
)


@pytest.fixture
def project(tmp_path: Path, schema: Schema) -> Project:
    return Project.create(tmp_path / "p.dateline", schema)


def brought_in(project: Project, folder: Path, text: str, **options: object) -> str:
    folder.mkdir()
    (folder / "report.txt").write_text(text, encoding="utf-8", newline="")
    given = ReadOptions(defaults={"published": "2019-03-05"}, **options)  # type: ignore[arg-type]
    import_sources(project, [folder], given)
    return project.articles.ids()[-1]


def tagged(project: Project, page: Page, words: str, label: str) -> str:
    begin = page.text.index(words)
    tagging.tag(project, page, (Span(begin, begin + len(words)),), project.schema().by_name[label])
    fresh = project.annotations.page(page.article.id, page.annotator_id)
    return next(m.id for m in fresh.mentions.values() if m.text_of(page.text) == words)


def test_annotations_move_to_the_newer_version(project: Project, tmp_path: Path) -> None:
    old = brought_in(project, tmp_path / "a", OLD)
    who, _ = articles.ensure_annotator(project, "Ana")

    def page() -> Page:
        return project.annotations.page(old, who.id)

    rome = tagged(project, page(), "Rome", "GPE")
    monday = tagged(project, page(), "Monday", "DATE")
    met = tagged(project, page(), "met", "CONSULT")
    officials = tagged(project, page(), "Officials", "PERSON")
    year = tagged(project, page(), "end of the year", "DATE")
    for role, filler in (("Place", rome), ("Time", monday), ("Participant", officials)):
        fill_role(project, page(), project.schema(), met, role, filler)
    articles.set_state(project, old, who.id, State.DONE)
    before = content(project)
    new = brought_in(project, tmp_path / "b", NEW, nearly=Nearly.REVISE)
    assert new != old
    there = project.annotations.page(new, who.id)
    assert {m.id: m.text_of(NEW) for m in there.mentions.values()} == {rome: "Rome", monday: "Monday", met: "met"}
    assert there.times[monday].value == "2019-03-04"
    assert {(a.role, a.filler_id) for a in there.arguments.values()} == {("Place", rome), ("Time", monday)}
    left = project.annotations.page(old, who.id)
    (copy,) = set(left.mentions) - {officials, year}
    assert left.mentions[copy].text_of(OLD) == "met", "what links it to what could not move stays, with both ends"
    assert [(a.role, a.event_id, a.filler_id) for a in left.arguments.values()] == [("Participant", copy, officials)]
    assert project.annotations.progress_id(old, who.id)[1] is State.SKIPPED  # type: ignore[index]
    assert project.annotations.progress_id(new, who.id)[1] is State.STARTED  # type: ignore[index]
    assert [f for f in check_project(project) if f.grave] == []
    project.undo()
    assert content(project) == before


@pytest.mark.parametrize(
    ("state", "skipped", "reopened"),
    [(State.DONE, ["Ana"], ["Ana"]), (State.STARTED, ["Ana"], []), (State.SKIPPED, [], []), (State.NEW, [], [])],
)
def test_what_becomes_of_states_is_told(
    project: Project, tmp_path: Path, state: State, skipped: list[str], reopened: list[str]
) -> None:
    old = brought_in(project, tmp_path / "a", OLD)
    who, _ = articles.ensure_annotator(project, "Ana")
    tagged(project, project.annotations.page(old, who.id), "Rome", "GPE")
    articles.set_state(project, old, who.id, state)
    (tmp_path / "b").mkdir()
    (tmp_path / "b" / "r.txt").write_text(NEW, encoding="utf-8", newline="")
    options = ReadOptions(nearly=Nearly.REVISE)
    found = preview_sources(project, [tmp_path / "b"], options)
    report = import_sources(project, [tmp_path / "b"], options)
    assert [(r.skipped, r.reopened) for r in report.revisions] == [(skipped, reopened)]
    assert found.revisions == report.revisions


def test_versions_of_one_name_are_told_apart_by_their_dates(project: Project, tmp_path: Path) -> None:
    old = brought_in(project, tmp_path / "a", OLD)
    who, _ = articles.ensure_annotator(project, "Ana")
    tagged(project, project.annotations.page(old, who.id), "Rome", "GPE")
    table = tmp_path / "b.csv"
    table.write_text(f'title,published,text\n{OLD.splitlines()[0]},2019-03-07,"{NEW}"\n', encoding="utf-8")
    (revision,) = import_sources(project, [table], ReadOptions(nearly=Nearly.REVISE)).revisions
    name = project.articles.get(old).name
    assert (revision.old_name, revision.new_name) == (f"{name} (2019-03-05)", f"{OLD.splitlines()[0]} (2019-03-07)")


def test_what_could_not_move_is_listed(project: Project, tmp_path: Path) -> None:
    old = brought_in(project, tmp_path / "a", OLD)
    who, _ = articles.ensure_annotator(project, "Ana")
    page = project.annotations.page(old, who.id)
    met = tagged(project, page, "met", "CONSULT")
    officials = tagged(project, project.annotations.page(old, who.id), "Officials", "PERSON")
    fill_role(project, project.annotations.page(old, who.id), project.schema(), met, "Participant", officials)
    (tmp_path / "b").mkdir()
    (tmp_path / "b" / "r.txt").write_text(NEW, encoding="utf-8", newline="")
    report = import_sources(project, [tmp_path / "b"], ReadOptions(nearly=Nearly.REVISE))
    (revision,) = report.revisions
    assert revision.moved == 1
    assert revision.stayed == ["Person “Officials” (Ana)"]
    assert revision.cut == ["Participant: “met” – “Officials” (Ana)"]
    (notice,) = report.notices
    assert "taken for a newer version" in notice.what


@pytest.mark.parametrize("late", [False, True], ids=["before", "after"])
@pytest.mark.parametrize("state", [State.STARTED, State.DONE])
def test_a_version_to_which_nothing_moved_stays_new_and_the_older_one_is_not_skipped(
    project: Project, tmp_path: Path, state: State, late: bool
) -> None:
    """A text without annotations, started, is an example of one in which there is nothing."""
    old = brought_in(project, tmp_path / "a", OLD)
    who, _ = articles.ensure_annotator(project, "Ana")
    if late:
        brought_in(project, tmp_path / "b", NEW, nearly=Nearly.REVISE)
        begin = OLD.index("Officials")
        record = {"text": OLD, "label": [[begin, begin + 9, "PERSON"]], "annotator": "Ana", "state": state.value}
        path = tmp_path / "late.jsonl"
        path.write_text(json.dumps(record), encoding="utf-8")
        import_sources(project, [path], ReadOptions(), "doccano")
    else:
        tagged(project, project.annotations.page(old, who.id), "Officials", "PERSON")
        articles.set_state(project, old, who.id, state)
        (tmp_path / "b").mkdir()
        (tmp_path / "b" / "r.txt").write_text(NEW, encoding="utf-8", newline="")
        report = import_sources(project, [tmp_path / "b"], ReadOptions(nearly=Nearly.REVISE))
        assert [(r.moved, r.kept) for r in report.revisions] == [(0, ["Ana"])]
    (new,) = set(project.articles.ids()) - {old}
    assert work_of(project, old, "Ana") == (["Officials"], state)
    assert project.annotations.progress_id(new, who.id) is None
    split = tmp_path / "train.jsonl"
    export_project(project, split, "spans", WriteOptions(states=frozenset({State.STARTED, State.DONE})))
    assert [json.loads(line)["text"] for line in split.read_text("utf-8").splitlines()] == [OLD]


def test_what_was_skipped_is_skipped_in_its_newer_version(project: Project, tmp_path: Path) -> None:
    old = brought_in(project, tmp_path / "a", OLD)
    who, _ = articles.ensure_annotator(project, "Ana")
    tagged(project, project.annotations.page(old, who.id), "Rome", "GPE")
    articles.set_state(project, old, who.id, State.SKIPPED)
    new = brought_in(project, tmp_path / "b", NEW, nearly=Nearly.REVISE)
    assert work_of(project, new, "Ana") == (["Rome"], State.SKIPPED)


def test_another_text_from_the_same_address_is_a_newer_version(project: Project, tmp_path: Path) -> None:
    (tmp_path / "a.csv").write_text("text,url,title\nFirst words of it,https://example.org/1,One\n", encoding="utf-8")
    (tmp_path / "b.csv").write_text("text,url,title\nQuite other ones,https://example.org/1,Two\n", encoding="utf-8")
    import_sources(project, [tmp_path / "a.csv"], ReadOptions())
    report = import_sources(project, [tmp_path / "b.csv"], ReadOptions(nearly=Nearly.LEAVE_OUT))
    assert report.articles == 0
    assert "from the same address as One" in report.notices[0].what
    report = import_sources(project, [tmp_path / "b.csv"], ReadOptions(nearly=Nearly.REVISE))
    assert (report.articles, len(report.revisions)) == (1, 1)


def test_the_address_of_a_site_or_of_many_articles_makes_no_version(project: Project, tmp_path: Path) -> None:
    """A feed that gives each of its articles the site's address, and one address that two articles have already."""
    rows = "It rained in Mirsk,{0},One\nThe ferry was late again,{0},Two\n"
    urls = "https://example.org/", "https://example.org/index.html", "https://example.org/live/77"
    for url, words in zip(urls, ("Snow fell all night", "Nobody came to work", "Schools stay shut today"), strict=True):
        (tmp_path / "a.csv").write_text(f"text,url,title\n{rows.format(url)}", encoding="utf-8")
        (tmp_path / "b.csv").write_text(f"text,url,title\n{words},{url},{words}\n", encoding="utf-8")
        import_sources(project, [tmp_path / "a.csv"], ReadOptions(keep_repeated=True))
        report = import_sources(project, [tmp_path / "b.csv"], ReadOptions(nearly=Nearly.REVISE))
        assert (report.articles, report.revisions) == (1, [])


def test_what_has_much_of_the_last_one_from_a_shared_address_is_its_newer_version(
    project: Project, tmp_path: Path
) -> None:
    text = "The ferry to Mirsk was late again and nobody knew why"
    for number, name in enumerate(("a", "b", "c")):
        rows = f"text,url,title\n{text}{' so they say' * number},https://example.org/,Ferry\n"
        (tmp_path / f"{name}.csv").write_text(rows, encoding="utf-8")
        report = import_sources(project, [tmp_path / f"{name}.csv"], ReadOptions(nearly=Nearly.REVISE))
        assert (report.articles, len(report.revisions)) == (1, number > 0)


SHORT = "Ministers met in Rome on Monday."


def short_one(folder: Path, name: str, **cells: str) -> Path:
    path = folder / name
    path.write_text("\n".join((",".join(cells), ",".join(cells.values()))), encoding="utf-8")
    return path


@pytest.mark.parametrize(
    ("text", "title", "near"),
    [
        ("Ministers met in Rome on Tuesday.", "Talks", True),
        ("MINISTERS met in Rome late on Tuesday.", "TALKS", True),
        ("Ministers met in Rome on Tuesday.", "Other talks", False),
        ("It rained the whole day.", "Talks", False),
    ],
)
def test_a_short_text_is_known_by_its_title_and_its_words(
    project: Project, tmp_path: Path, text: str, title: str, near: bool
) -> None:
    import_sources(project, [short_one(tmp_path, "a.csv", title="Talks", text=SHORT)], ReadOptions())
    path = short_one(tmp_path, "b.csv", title=title, text=text)
    report = import_sources(project, [path], ReadOptions(nearly=Nearly.REVISE))
    assert len(report.revisions) == near
    assert any("nearly the same text as Talks" in p.what for p in report.notices) is near


def test_words_put_in_all_over_make_a_newer_version_of_a_brief_text(project: Project, tmp_path: Path) -> None:
    """Each word that is put in breaks four runs: by runs alone nothing would be left in common."""
    words = re.findall(
        r"\w+", "The two envoys of Varenia met the mayor of Mirsk on Monday to talk of ferries and fares"
    )
    more = [w for i, word in enumerate(words) for w in ((word, "indeed") if i % 3 == 2 else (word,))]
    import_sources(project, [short_one(tmp_path, "a.csv", title="Talks", text=" ".join(words))], ReadOptions())
    path = short_one(tmp_path, "b.csv", title="Talks", text=" ".join(more))
    report = import_sources(project, [path], ReadOptions(nearly=Nearly.REVISE))
    assert len(report.revisions) == 1


def test_an_older_text_is_no_newer_version(project: Project, tmp_path: Path) -> None:
    cells = {"title": "Talks", "text": SHORT, "published": "2026-01-05"}
    import_sources(project, [short_one(tmp_path, "a.csv", **cells)], ReadOptions())
    cells |= {"text": SHORT.replace("Monday", "Tuesday"), "published": "2026-01-02"}
    report = import_sources(project, [short_one(tmp_path, "b.csv", **cells)], ReadOptions(nearly=Nearly.REVISE))
    assert (report.articles, report.revisions) == (1, [])
    (told,) = [p for p in report.notices if p.kind is ProblemKind.NEAR_TEXT]
    assert "nearly the same text as Talks (2026-01-05)" in told.what
    assert told.what.endswith("it is taken in beside it, as that one was published later")
    assert told.what_to_do == "If one of the dates is wrong, correct it before you import this"


@pytest.mark.parametrize(
    ("published", "text", "revised"),
    [
        ("2026-01-05", "Ministers met in Rome late and long on Tuesday.", True),
        ("2026-01-06", "Ministers met in Rome late and long on Tuesday.", False),
        ("2026-01-06", "Ministers met in Rome on Tuesday.", False),
        ("2026-01-06", "Ministers met in Rome on Monday, again.", True),
        ("", "Ministers met in Rome late and long on Tuesday.", False),
    ],
)
def test_of_a_series_under_one_title_each_days_text_is_an_article(
    project: Project, tmp_path: Path, published: str, text: str, revised: bool
) -> None:
    cells = {"title": "The day in Rome", "text": SHORT, "published": "2026-01-05"}
    import_sources(project, [short_one(tmp_path, "a.csv", **cells)], ReadOptions())
    cells |= {"text": f'"{text}"', "published": published}
    report = import_sources(project, [short_one(tmp_path, "b.csv", **cells)], ReadOptions(nearly=Nearly.REVISE))
    assert (report.articles, len(report.revisions)) == (1, revised)
    (told,) = [p for p in report.notices if p.kind is ProblemKind.NEAR_TEXT]
    assert told.what.startswith("is nearly the same text as The day in Rome (2026-01-05) ("), "it is told all the same"
    assert told.what.endswith("as a brief text of that title from another day or of other words") is not revised
    assert bool(told.what_to_do) is not revised


def test_of_a_series_one_from_the_same_address_is_a_newer_version(project: Project, tmp_path: Path) -> None:
    """As what is told of the others advises."""
    cells = {"title": "The day in Rome", "text": SHORT, "published": "2026-01-05", "url": "https://k.example/a/1"}
    import_sources(project, [short_one(tmp_path, "a.csv", **cells)], ReadOptions())
    cells |= {"text": "Ministers met in Rome on Tuesday.", "published": "2026-01-06"}
    report = import_sources(project, [short_one(tmp_path, "b.csv", **cells)], ReadOptions(nearly=Nearly.REVISE))
    assert (report.articles, len(report.revisions)) == (1, 1)


def test_of_several_brief_articles_of_one_title_the_likest_is_the_older_version(
    project: Project, tmp_path: Path
) -> None:
    others = ("Ministers met in Rome on Monday.", "It rained all day, and nobody met.", "A strike stopped the trains.")
    for n, text in enumerate(others):
        import_sources(project, [short_one(tmp_path, f"{n}.csv", title="Today", text=f'"{text}"')], ReadOptions())
    path = short_one(tmp_path, "b.csv", title="Today", text="Ministers met in Rome late on Monday.")
    report = import_sources(project, [path], ReadOptions(nearly=Nearly.REVISE))
    assert len(report.revisions) == 1
    [skipped] = [a for a in project.articles.all() if "Replaced by a newer version" in a.note]
    assert skipped.text == others[0]


def test_a_newer_version_keeps_what_its_source_does_not_say(project: Project, tmp_path: Path) -> None:
    """A text file of the same name, of which a table had said more."""
    (tmp_path / "one").mkdir()
    (tmp_path / "one" / "r.txt").write_text(SHORT)
    table = short_one(tmp_path / "one", "articles.csv", file="r.txt", published="2024-05-06", source="Wire")
    import_sources(project, [table.parent], ReadOptions())
    [old] = project.articles.all()
    (tmp_path / "r.txt").write_text(SHORT.replace("Monday", "Tuesday"))
    revise = ReadOptions(nearly=Nearly.REVISE, defaults={"language": "en"})
    assert [a.source for a in preview_sources(project, [tmp_path / "r.txt"], revise).new.first] == ["Wire"]
    import_sources(project, [tmp_path / "r.txt"], revise)
    [new] = [a for a in project.articles.all() if a.id != old.id]
    assert (new.published, new.source, new.language) == ("2024-05-06", "Wire", "en")


WORDS = st.lists(st.sampled_from(["a", "bb", "Çağ", "😀", ",", "\u00a0", "the"]), min_size=0, max_size=30)
LINES = st.lists(WORDS.map(" ".join), min_size=0, max_size=6).map("\n".join)


@given(LINES, LINES, st.data())
@settings(max_examples=300, deadline=None)
def test_a_carried_span_has_the_same_characters(old: str, new: str, data: st.DataObject) -> None:
    alignment = Alignment(old, new)
    if not old:
        return
    begin = data.draw(st.integers(0, len(old) - 1))
    span = Span(begin, data.draw(st.integers(begin + 1, len(old))))
    there = alignment.carried(span)
    assert there is None or there.of(new) == span.of(old)


@given(LINES.filter(str.strip), st.text("xyz ", max_size=10))
def test_an_unchanged_text_carries_every_word_and_so_does_one_with_a_new_head(text: str, head: str) -> None:
    for new, shift in ((text, 0), (f"{head}\n{text}", len(head) + 1)):
        alignment = Alignment(text, new)
        for at, char in enumerate(text):
            if not char.isspace():
                assert alignment.carried(Span(at, at + 1)) is not None
                if not head.strip():
                    assert alignment.carried(Span(at, at + 1)) == Span(at + shift, at + shift + 1)


@pytest.mark.parametrize(
    ("old", "new", "words"),
    [
        ("The envoys met in Rome on Monday to talk.", "On Monday the envoys met in Rome to talk.", "Monday"),
        ("The talks on Monday were held in Rome.", "The talks were held in Rome on Monday.", "Monday"),
        ("Ada met Bo. On Friday they leave.", "On Friday they leave. Ada met Bo.", "On Friday they leave"),
        ("One is here.\nTwo is there.\nIt ends.", "Two is there.\nOne is here.\nIt ends.", "Two is there"),
        ("He left on Friday, they say on Friday.", "On Friday he left, they say.", ""),  # which of the two?
    ],
)
def test_what_was_moved_is_carried(old: str, new: str, words: str) -> None:
    alignment = Alignment(old, new)
    sought = words or "Friday"
    at = old.index(sought)
    there = alignment.carried(Span(at, at + len(sought)))
    assert (there.of(new) if there else "") == words


@pytest.mark.parametrize("piece", ["-\n", "the "])
def test_of_pieces_that_are_the_same_ten_thousand_times_only_begin_and_end_are_carried(piece: str) -> None:
    """Weighing each against each would take hours."""
    old = "Ann came. " + piece * 100_000 + "Bob left."
    alignment = Alignment(old, old.replace(piece * 3, f"{piece}x {piece}", 40_000).replace("x", "y", 1))
    assert alignment.carried(Span(0, 3)) == Span(0, 3)
    bob = alignment.carried(Span(old.index("Bob"), old.index("Bob") + 3))
    assert bob
    assert len(bob) == 3


@pytest.mark.parametrize("name", ["doccano", "dateline"])
def test_an_export_of_the_older_version_joins_the_newer_one(project: Project, tmp_path: Path, name: str) -> None:
    """What has moved is there already, what is new moves, and only what has no place there joins the older version."""
    old = brought_in(project, tmp_path / "a", OLD)
    who, _ = articles.ensure_annotator(project, "Ana")
    page = project.annotations.page(old, who.id)
    met, officials = tagged(project, page, "met", "CONSULT"), tagged(project, page, "Officials", "PERSON")
    path = tmp_path / "out.jsonl"
    export_project(project, path, name, WriteOptions())
    new = brought_in(project, tmp_path / "b", NEW, nearly=Nearly.REVISE)
    was = content(project)
    found = preview_sources(project, [path], ReadOptions(), name)
    report = import_sources(project, [path], ReadOptions(), name)
    assert (found.nothing_new, report.annotations, content(project)) == (True, 0, was)

    lines = path.read_text("utf-8").splitlines()
    if name == "doccano":
        record = json.loads(lines[0])
        for words in ("Rome", "the year"):
            begin = OLD.index(words)
            record["entities"].append(
                {"id": begin, "label": "GPE", "start_offset": begin, "end_offset": begin + len(words)}
            )
        path.write_text(json.dumps(record), encoding="utf-8")
        found = preview_sources(project, [path], ReadOptions(), name)
        report = import_sources(project, [path], ReadOptions(), name)
        assert found.new_annotations == report.annotations == 2
        words = {
            a: sorted(m.text_of(t) for m in project.annotations.mentions(a, who.id))
            for a, t in ((old, OLD), (new, NEW))
        }
        assert words == {old: ["Officials", "the year"], new: ["Rome", "met"]}
        (told,) = [n.what for n in report.notices if "older version" in n.what]
        assert told.endswith(
            "1 of its annotations stands in the newer version, too, and joins that; 1 joins the older one"
        )
        assert [f for f in check_project(project) if f.grave] == []
    assert {met, officials} <= {m.id for a in (old, new) for m in project.annotations.mentions(a, who.id)}


@pytest.mark.parametrize(
    "dates", [("2019-03-05", "2019-03-05"), ("2019-03-06", "2019-03-07"), ("2019-03-07", "2019-03-06")]
)
@pytest.mark.parametrize("together", [True, False])
def test_of_two_newer_versions_the_newest_gets_what_was_carried_over(
    project: Project, tmp_path: Path, dates: tuple[str, str], together: bool
) -> None:
    old = brought_in(project, tmp_path / "a", OLD)
    who, _ = articles.ensure_annotator(project, "Ana")
    tagged(project, project.annotations.page(old, who.id), "met", "CONSULT")
    texts = NEW, NEW.replace("corrected", "corrected twice")
    rows = ["file,text,published", *(f'{n},"{text}",{dates[n]}' for n, text in enumerate(texts))]
    paths = []
    for name, lines in (("t", rows),) if together else (("u", rows[:2]), ("v", [rows[0], rows[2]])):
        (tmp_path / f"{name}.csv").write_text("\n".join(lines), encoding="utf-8", newline="")
        paths.append(tmp_path / f"{name}.csv")
    revise = ReadOptions(nearly=Nearly.REVISE)
    found = [preview_sources(project, paths, revise).new.count for _ in range(together)]
    reports = [import_sources(project, [path], revise) for path in paths]
    assert found in ([], [2])
    newest = texts[0] if dates[0] > dates[1] else texts[1]
    held = {project.articles.get(a).text: len(project.annotations.mentions(a, who.id)) for a in project.articles.ids()}
    assert held == {OLD: 0, texts[0]: 0, texts[1]: 0} | {newest: 1}
    assert sum(r.moved for report in reports for r in report.revisions) == (1 if newest == texts[0] else 2)
    assert any(
        "keeps the annotations" in n.what or "is taken in beside" in n.what
        for report in reports
        for n in report.notices
    ) is (newest == texts[0])


def work_of(project: Project, article_id: str, name: str) -> tuple[list[str], State | None]:
    """Return the words that somebody has tagged in an article, and its state for them."""
    text = project.articles.get(article_id).text
    for bundle in project.annotations.bundles():
        if bundle.article.id == article_id and bundle.annotator and bundle.annotator.name == name:
            return sorted(m.text_of(text) for m in bundle.annotations.mentions), bundle.state
    return [], None


def test_a_projects_own_file_brings_each_version_what_it_has_of_it(project: Project, tmp_path: Path) -> None:
    """It holds both versions, and says which one somebody has worked on."""
    old = brought_in(project, tmp_path / "a", OLD)
    new = brought_in(project, tmp_path / "b", NEW, nearly=Nearly.REVISE)
    earlier = tmp_path / "earlier.jsonl"
    export_project(project, earlier, "dateline", WriteOptions())
    late, _ = articles.ensure_annotator(project, "Late")
    tagged(project, project.annotations.page(old, late.id), "Rome", "GPE")
    articles.set_state(project, old, late.id, State.DONE)
    path = tmp_path / "both.jsonl"
    export_project(project, path, "dateline", WriteOptions())
    with Project.create(tmp_path / "q.dateline", Schema()) as other:
        import_sources(other, [earlier], ReadOptions(), "dateline")
        import_sources(other, [path], ReadOptions(), "dateline")
        assert work_of(other, old, "Late") == (["Rome"], State.DONE)
        assert work_of(other, new, "Late")[0] == []


def test_what_comes_apart_between_two_versions_is_named_and_the_older_one_is_skipped(
    project: Project, tmp_path: Path
) -> None:
    old = brought_in(project, tmp_path / "a", OLD)
    brought_in(project, tmp_path / "b", NEW, nearly=Nearly.REVISE)

    def entity(number: int, words: str, label: str) -> dict[str, object]:
        begin = OLD.index(words)
        return {"id": number, "label": label, "start_offset": begin, "end_offset": begin + len(words)}

    record = {
        "id": 1,
        "text": OLD,
        "entities": [entity(1, "met", "CONSULT"), entity(2, "Officials", "PERSON"), entity(3, "Rome", "GPE")],
        "relations": [
            {"id": 1, "from_id": 1, "to_id": 2, "type": "Participant"},
            {"id": 2, "from_id": 1, "to_id": 3, "type": "Place"},
        ],
        "Comments": [],
    }
    path = tmp_path / "x.jsonl"
    path.write_text(json.dumps(record), encoding="utf-8")
    report = import_sources(project, [path], ReadOptions(), "doccano")
    (told,) = [n.what for n in report.notices if "older version" in n.what]
    assert told.endswith("1 joins the older one; what links the ones to the others joins the older one: Participant")
    assert work_of(project, old, "x") == (["Officials", "met"], State.SKIPPED)
    assert preview_sources(project, [path], ReadOptions(), "doccano").nothing_new


@pytest.mark.parametrize("there", [[], [OLD], [NEW], [OLD, NEW]], ids=["nothing", "older", "newer", "both"])
@pytest.mark.parametrize("taken", [False, True])
def test_what_names_its_newer_version_does_so_in_a_project_that_it_joins(
    project: Project, tmp_path: Path, there: list[str], taken: bool
) -> None:
    """Whichever of the two are there under other ids, and where their own ids are taken by other texts."""
    old = brought_in(project, tmp_path / "a", OLD)
    new = brought_in(project, tmp_path / "b", NEW, nearly=Nearly.REVISE)
    path = tmp_path / "both.jsonl"
    export_project(project, path, "dateline", WriteOptions())
    with Project.create(tmp_path / "q.dateline", Schema()) as other:
        with other.step("Others") as step:
            for n, id_ in enumerate((old, new) if taken else ()):
                step.put(Article(id_, f"Something else, {n}."))
        for n, text in enumerate(there):
            brought_in(other, tmp_path / f"there{n}", text)
        import_sources(other, [path], ReadOptions(), "dateline")
        ids = {other.articles.get(a).text: a for a in other.articles.ids()}
        named = other.articles.get(ids[OLD]).meta.get("newer_version")
        assert named == (ids[NEW] if OLD not in there else None), "what is there is left as it is"


def test_a_newer_version_that_does_not_come_is_not_named(project: Project, tmp_path: Path) -> None:
    brought_in(project, tmp_path / "a", OLD)
    brought_in(project, tmp_path / "b", NEW, nearly=Nearly.REVISE)
    path = tmp_path / "both.jsonl"
    export_project(project, path, "dateline", WriteOptions())
    kept = [line for line in path.read_text("utf-8").splitlines() if json.loads(line).get("text") != NEW]
    path.write_text("\n".join(kept), encoding="utf-8")
    with Project.create(tmp_path / "q.dateline", Schema()) as other:
        import_sources(other, [path], ReadOptions(), "dateline")
        assert ["newer_version" in other.articles.get(a).meta for a in other.articles.ids()] == [False]


@pytest.mark.parametrize("name", ["text", "brat", "label-studio"])
def test_exports_that_people_read_name_a_newer_version_by_its_title(
    project: Project, tmp_path: Path, name: str
) -> None:
    old = brought_in(project, tmp_path / "a", OLD)
    new = brought_in(project, tmp_path / "b", NEW, nearly=Nearly.REVISE)
    target = tmp_path / "out"
    export_project(project, target, name, WriteOptions())
    written = target if target.is_file() else target / "articles.tsv"
    said = written.read_text("utf-8")
    assert project.articles.get(new).name in said
    assert project.articles.get(old).meta["newer_version"] == new
    assert "newer_version" in said
    ids = {"text": 0, "brat": 1}  # of the article itself, in the table beside the texts
    assert said.count(new) == ids.get(name, said.count(new)), "an id where the title was expected"
    assert (new in said) is (name != "text")
