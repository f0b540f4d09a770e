"""Small promises of tagging and dating that other tests do not reach."""

from collections.abc import Callable
from datetime import date, timedelta
from pathlib import Path

import orjson
import pytest
from msgspec.structs import replace

from dateline.chronology import find
from dateline.editing import dates_above
from dateline.editing.articles import ensure_annotator, set_properties
from dateline.editing.common import EditError
from dateline.editing.importing import import_sources
from dateline.editing.tagging import relabel, tag
from dateline.editing.times import reading_of, set_date
from dateline.exchange.options import ReadOptions
from dateline.model.annotation import TimeSource
from dateline.model.page import Page
from dateline.model.schema import Schema
from dateline.model.text import Span
from dateline.store.project import Project
from tests.editing.conftest import span

Load = Callable[[], Page]


def test_a_new_label_that_the_same_words_carry_already_is_refused(project: Project, load: Load, schema: Schema) -> None:
    tag(project, load(), [span("Astana")], schema.by_name["GPE"])
    changes = tag(project, load(), [span("Astana")], schema.by_name["ORG"])
    assert changes.place
    with pytest.raises(EditError, match="already tagged as Country or city"):
        relabel(project, load(), changes.place.record_id or "", schema.by_name["GPE"])
    assert sorted(m.label for m in load().mentions.values()) == ["GPE", "ORG"]


def test_times_of_a_spans_file_are_dated_against_the_publication_date(project: Project, tmp_path: Path) -> None:
    text = "They met on Thursday, and will meet next week in the hall of mirrors."
    spans = [
        {"start": text.index(w), "end": text.index(w) + len(w), "label": "DATE"}
        for w in ("Thursday", "hall of mirrors")
    ]
    record = {"text": text, "spans": spans, "meta": {"published": "2018-04-20"}}
    source = tmp_path / "more.jsonl"
    source.write_bytes(orjson.dumps(record) + b"\n")
    import_sources(project, [source], ReadOptions(), "spans")
    article = project.articles.ids()[-1]
    annotator = next(a for a in project.annotations.annotators() if a.name == "more")
    page = project.annotations.page(article, annotator.id)
    found = {m.text_of(text): page.times[m.id] for m in page.mentions.values()}
    assert found["Thursday"].value == "2018-04-19"
    assert found["Thursday"].when
    assert found["Thursday"].source is TimeSource.RULE
    assert found["hall of mirrors"].when is None
    project.undo()
    assert project.articles.count() == 1


def test_another_language_of_the_article_reads_its_dates_anew(project: Project, load: Load, schema: Schema) -> None:
    page = load()
    tag(project, page, [span("next week")], schema.by_name["DATE"])
    before = next(iter(load().times.values()))
    with project.step("Spoilt") as step:
        step.put(replace(before, value="XXXX", when=None))
    set_properties(project, load(), replace(load().article, language="en"))
    assert next(iter(load().times.values())).value == before.value


def test_a_date_far_above_is_what_the_same_day_counts_from(project: Project, tmp_path: Path, schema: Schema) -> None:
    """A new publication date moves both, since the one hangs on the other."""
    text = "On Tuesday the council met. " + "It spoke of roads and of water. " * 20 + "The same day the mayor left."
    source = tmp_path / "council.txt"
    source.write_text(text, encoding="utf-8")
    import_sources(project, [source], ReadOptions(defaults={"published": "2018-04-19"}), "text")
    article, annotator = project.articles.ids()[-1], ensure_annotator(project, "ann")[0].id
    for words in ("Tuesday", "The same day"):
        page = project.annotations.page(article, annotator)
        begin = text.index(words)
        tag(project, page, [Span(begin, begin + len(words))], schema.by_name["DATE"])
    page = project.annotations.page(article, annotator)
    assert [page.times[m.id].value for m in page.in_order()] == ["2018-04-17", "2018-04-17"]
    set_properties(project, page, replace(page.article, published="2018-04-26"))
    page = project.annotations.page(article, annotator)
    assert [page.times[m.id].value for m in page.in_order()] == ["2018-04-24", "2018-04-24"]
    project.undo()
    page = project.annotations.page(article, annotator)
    assert [page.times[m.id].value for m in page.in_order()] == ["2018-04-17", "2018-04-17"]


@pytest.mark.parametrize("first", ["the same day", "5 June 2016"])
def test_a_date_far_above_counts_also_where_it_is_tagged_later_or_never(
    project: Project, tmp_path: Path, schema: Schema, first: str
) -> None:
    source = tmp_path / "far.txt"
    source.write_text("It began on 5 June 2016. " + "Nobody else spoke. " * 30 + "They left the same day. Nobody came.")
    import_sources(project, [source], ReadOptions(defaults={"published": "2018-04-19"}), "text")
    page = project.annotations.page(project.articles.ids()[-1], ensure_annotator(project, "me")[0].id)
    spans = {words: Span(at := page.text.index(words), at + len(words)) for words in ("5 June 2016", "the same day")}
    tag(project, page, [spans[first]], schema.by_name["DATE"])
    page = project.annotations.page(page.article.id, page.annotator_id)
    assert {t.value for t in page.times.values()} == {"2016-06-05"}


@pytest.mark.parametrize(
    ("text", "words", "language", "value"),
    [
        ("They met in February. The truce must be signed before the end of the month.", "the end of the month", "en",
         "2025-03"),
        ("They met in February 2019. By the end of the month the war was over.", "the end of the month", "en",
         "2019-02"),
        ("The visit, which had been planned for Thursday, was called off, his office said.", "Thursday", "en",
         "2025-03-20"),
        ("He promised to visit Ankara in October. It had been put off in March.", "October", "en", "2025-10"),
        ("Президент заявил, что приедет в Анкару в октябре.", "октябре", "ru", "2025-10"),
        ("Bakan Ekim'de Ankara'ya geleceğini söyledi.", "Ekim", "tr", "2025-10"),
        ("Тоқаев қазан айында Анкараға баратынын айтты.", "қазан айында", "kk", "2025-10"),
    ],
)  # fmt: skip
def test_a_date_is_read_with_the_sentences_of_its_article(
    project: Project, tmp_path: Path, schema: Schema, text: str, words: str, language: str, value: str
) -> None:
    (tmp_path / "told.txt").write_text(text, encoding="utf-8")
    defaults = {"published": "2025-03-17", "language": language}
    import_sources(project, [tmp_path / "told.txt"], ReadOptions(defaults=defaults), "text")
    page = project.annotations.page(project.articles.ids()[-1], ensure_annotator(project, "me")[0].id)
    at = page.text.index(words)
    tag(project, page, [Span(at, at + len(words))], schema.by_name["DATE"])
    page = project.annotations.page(page.article.id, page.annotator_id)
    assert [t.value for t in page.times.values()] == [value]
    assert (words, value) in [
        (f.span.of(page.text), f.reading.value) for f in find(page.text, "2025-03-17", language)
    ]  # as it is suggested


@pytest.mark.parametrize("date", ["19 April 1995", "Apr. 19, 1995"])
def test_a_date_is_not_cut_in_two_within_a_long_sentence(
    project: Project, tmp_path: Path, schema: Schema, date: str
) -> None:
    for off in range(250, 300):  # no sentence begins between the date and what counts from it
        source = tmp_path / f"{off}.txt"
        filler = (" they spoke at length of other matters and" * 8)[:off]
        source.write_text(f"The summit opened on {date} and{filler} he died the same day.")
        import_sources(project, [source], ReadOptions(defaults={"published": "2018-06-01"}), "text")
        page = project.annotations.page(project.articles.ids()[-1], ensure_annotator(project, "me")[0].id)
        at = page.text.index("the same day")
        tag(project, page, [Span(at, at + 12)], schema.by_name["DATE"])
        page = project.annotations.page(page.article.id, page.annotator_id)
        assert {t.value for t in page.times.values()} == {"1995-04-19"}, off


@pytest.mark.parametrize("reach", [300, 2000])
def test_a_date_is_not_cut_in_two_where_one_looks_no_further_up(
    project: Project, tmp_path: Path, schema: Schema, reach: int
) -> None:
    head, end = "Rain fell. The summit opened on 19 April 1995. ", "He died the same day."
    for off in range(22):  # every place in the date, and around it
        before = reach - len(end.partition("the same")[0]) - 18 + off
        source = tmp_path / f"{off}.txt"
        source.write_text(
            head + ("They spoke of nothing. " * 90)[: before - 1].rstrip().ljust(before - 1) + chr(10) + end
        )
        import_sources(project, [source], ReadOptions(defaults={"published": "2018-06-01"}), "text")
        page = project.annotations.page(project.articles.ids()[-1], ensure_annotator(project, "me")[0].id)
        at = page.text.index("the same day")
        tag(project, page, [Span(at, at + 12)], schema.by_name["DATE"])
        page = project.annotations.page(page.article.id, page.annotator_id)
        assert {t.value for t in page.times.values()} <= {"1995-04-19", "2018-06-01"}, (reach, off)
        assert reach == 2000 or {t.value for t in page.times.values()} == {"1995-04-19"}, off


def test_two_files_that_give_one_id_to_two_texts_are_two_articles(project: Project, tmp_path: Path) -> None:
    """Else the second file's annotations would stand on the first one's words."""
    for name, text in (("one", "Ankara waits."), ("two", "In Astana all is well.")):
        head = {"record": "project", "format": "dateline", "version": 1, "annotators": [], "entities": []}
        at = text.index("A")
        span = {"id": f"m-{name}", "label": "GPE", "start": at, "end": at + 6}
        who = {"id": "w", "name": "ann", "kind": "person"}
        line = {"record": "article", "id": "a1", "text": text, "annotator": who, "state": "done", "entities": [span]}
        (tmp_path / f"{name}.jsonl").write_bytes(orjson.dumps(head) + b"\n" + orjson.dumps(line) + b"\n")
    import_sources(project, [tmp_path / "one.jsonl", tmp_path / "two.jsonl"], ReadOptions(), "dateline")
    assert project.articles.count() == 3
    words = []
    for article in (project.articles.get(i) for i in project.articles.ids()[1:]):
        words += [m.text_of(article.text) for m in project.annotations.of(article.id, "w").mentions]
    assert words == ["Ankara", "Astana"]


def test_one_file_given_twice_is_as_good_as_once(project: Project, tmp_path: Path) -> None:
    head = {"record": "project", "format": "dateline", "version": 1, "annotators": [], "entities": []}
    who = {"id": "w", "name": "ann", "kind": "person"}
    span = {"id": "m", "label": "GPE", "start": 0, "end": 6}
    line = {"record": "article", "id": "a1", "text": "Ankara.", "annotator": who, "state": "done", "entities": [span]}
    for name in ("one", "two"):
        (tmp_path / f"{name}.jsonl").write_bytes(orjson.dumps(head) + b"\n" + orjson.dumps(line) + b"\n")
    report = import_sources(project, [tmp_path / "one.jsonl", tmp_path / "two.jsonl"], ReadOptions(), "dateline")
    assert (report.articles, report.known_articles, report.annotations, report.known_records) == (1, 0, 1, 1)
    assert project.articles.count() == 2
    assert project.integrity() == []


@pytest.mark.parametrize("typed", ["P3D", "pt2h", "PRESENT_REF", "XXXX-WXX-1", "XXXX", "P1Y6M", "PXD"])
def test_a_value_off_the_calendar_can_be_typed(project: Project, load: Load, schema: Schema, typed: str) -> None:
    changes = tag(project, load(), [span("Thursday")], schema.by_name["DATE"])
    assert changes.place
    mention_id = changes.place.record_id or ""
    set_date(project, load(), mention_id, typed)
    value = load().times[mention_id]
    assert (value.value, value.when, value.source) == (typed.upper(), None, TimeSource.HAND)
    assert value.replaced == "2018-04-19"


@pytest.mark.parametrize("typed", ["P", "PX", "hello", "XX-", "_REF"])
def test_what_is_neither_date_nor_value_is_refused(project: Project, load: Load, schema: Schema, typed: str) -> None:
    changes = tag(project, load(), [span("Thursday")], schema.by_name["DATE"])
    assert changes.place
    with pytest.raises(ValueError, match="not a date"):
        set_date(project, load(), changes.place.record_id or "", typed)


def _dated(project: Project, tmp_path: Path, schema: Schema, text: str, tagged: tuple[str, ...]) -> Callable[[], Page]:
    """Import a text published on 19 April 2018 and tag words of it as dates; return how its page is loaded."""
    source = tmp_path / "more.txt"
    source.write_text(text, encoding="utf-8")
    import_sources(project, [source], ReadOptions(defaults={"published": "2018-04-19"}), "text")
    article, annotator = project.articles.ids()[-1], ensure_annotator(project, "ann")[0].id
    for words in tagged:
        begin = text.index(words)
        page = project.annotations.page(article, annotator)
        tag(project, page, [Span(begin, begin + len(words))], schema.by_name["DATE"])
    return lambda: project.annotations.page(article, annotator)


def _values(page: Page) -> dict[str, str]:
    return {m.text_of(page.text): page.times[m.id].value for m in page.mentions.values() if m.id in page.times}


@pytest.mark.parametrize(
    ("text", "tagged", "typed", "after"),
    [
        (
            "Talks began on Tuesday. The next day they broke off, and two days later he left. He came on Monday.",
            ("Tuesday", "The next day", "two days later", "Monday"),
            "2018-04-03",
            ("2018-04-03", "2018-04-04", "2018-04-06", "2018-04-16"),
        ),
        (
            "Görüşmeler salı günü başladı. Ertesi gün kesildi.",
            ("salı günü", "Ertesi gün"),
            "2018-04-03",
            ("2018-04-03", "2018-04-04"),
        ),
        (
            "Переговоры начались во вторник. На следующий день они прервались.",
            ("вторник", "следующий день"),
            "2018-04-03",
            ("2018-04-03", "2018-04-04"),
        ),
        (
            "Talks began on Tuesday. " + "They spoke of roads and of water. " * 20 + "The next day they broke off.",
            ("Tuesday", "The next day"),
            "2018-04-03",
            ("2018-04-03", "2018-04-04"),
        ),
        (
            "Talks began on Tuesday. "
            + "They spoke of roads and of water. " * 40
            + "The next day they broke off. "
            + "They spoke of roads and of water. " * 40
            + "Two days later they went on.",
            ("Tuesday", "The next day", "Two days later"),
            "2018-04-03",
            ("2018-04-03", "2018-04-04", "2018-04-06"),
        ),
        (
            "Protests began in April. A month later the president resigned.",
            ("April", "A month later"),
            "2016-04",
            ("2016-04", "2016-05"),
        ),
        (
            "Talks were held on 3 and 4 April. The next day they ended.",
            ("3 and 4 April", "The next day"),
            "2017-05-03/2017-05-04",
            ("2017-05-03/2017-05-04", "2017-05-05"),
        ),
        (
            "Sales fell in the first quarter. They rose in the following quarter. A year later they fell.",
            ("the first quarter", "the following quarter", "A year later"),
            "Q3 2016",
            ("2016-Q3", "2016-Q4", "2017"),
        ),
        (
            "Talks began this week. A week later they broke off. The following month they went on.",
            ("this week", "A week later", "The following month"),
            "week of 20 March 2017",
            ("2017-W12", "2017-W13", "2017-04"),
        ),
        (
            "The war began in spring. A year later it ended.",
            ("spring", "A year later"),
            "spring 2014",
            ("2014-SP", "2015"),
        ),
        (
            "Satışlar ilk çeyrekte düştü. Ertesi çeyrekte yükseldi.",
            ("ilk çeyrekte", "Ertesi çeyrekte"),
            "Q3 2016",
            ("2016-Q3", "2016-Q4"),
        ),
        (
            "Переговоры начались на этой неделе. Спустя неделю они прервались.",
            ("на этой неделе", "Спустя неделю"),
            "week of 20 March 2017",
            ("2017-W12", "2017-W13"),
        ),
        (
            "The ministers met in Ankara on Monday. The next day they signed a deal. Two days later they flew home.",
            ("Monday", "The next day", "Two days later"),
            "23 April 2018",
            ("2018-04-23", "2018-04-24", "2018-04-26"),
        ),
        (
            "Talks opened on Tuesday at 9:00. Half an hour later they broke off.",
            ("Tuesday at 9:00", "Half an hour later"),
            "24 April 2018 10:30",
            ("2018-04-24T10:30", "2018-04-24T11:00"),
        ),
        (
            "Министры встретились в понедельник. На следующий день они подписали договор.",
            ("понедельник", "На следующий день"),
            "23 April 2018",
            ("2018-04-23", "2018-04-24"),
        ),
        (
            "He was murdered on Thursday. The next day the senate fled.",
            ("Thursday", "The next day"),
            "15 March 44 BC",
            ("BC0044-03-15", "BC0044-03-16"),
        ),
        (
            "The talks began on Monday. They took "
            + ", ".join(f"{n} years" for n in range(2, 16))
            + " in all. The next day they left.",
            ("Monday", *(f"{n} years" for n in range(2, 16)), "The next day"),
            "5 March 2018",
            ("2018-03-05", *(f"P{n}Y" for n in range(2, 16)), "2018-03-06"),
        ),
    ],
    ids=[
        *("chain", "turkish", "russian", "far above", "far below", "month", "range"),
        *("quarter", "week", "season", "turkish quarter", "russian week"),
        *("after publication", "minute after publication", "russian after publication", "before christ", "durations"),
    ],
)
def test_what_counts_from_a_date_set_by_hand_moves_with_it(
    project: Project,
    tmp_path: Path,
    schema: Schema,
    text: str,
    tagged: tuple[str, ...],
    typed: str,
    after: tuple[str, ...],
) -> None:
    """As one step, which undo takes back as one; clearing the date brings the rule's reading back to all of them."""
    load = _dated(project, tmp_path, schema, text, tagged)
    before = _values(load())
    first = next(m.id for m in load().in_order())
    set_date(project, load(), first, typed)
    assert _values(load()) == dict(zip(tagged, after, strict=True))
    assert all(value.source is TimeSource.RULE for value in load().times.values() if value.id != first)
    project.undo()
    assert _values(load()) == before
    project.redo()
    set_date(project, load(), first, "")
    assert _values(load()) == before


def test_of_two_dates_set_by_hand_that_overlap_the_longer_counts(
    project: Project, tmp_path: Path, schema: Schema
) -> None:
    text = "On Monday, 9 April, talks began. The next day they ended."
    load = _dated(project, tmp_path, schema, text, ("Monday, 9 April", "9 April", "The next day"))
    by_words = {m.text_of(text): m.id for m in load().mentions.values()}
    set_date(project, load(), by_words["Monday, 9 April"], "2018-03-05")
    set_date(project, load(), by_words["9 April"], "2018-03-12")
    assert _values(load())["The next day"] == "2018-03-06"


def test_the_step_says_what_moved_with_a_date_set_by_hand(project: Project, tmp_path: Path, schema: Schema) -> None:
    load = _dated(
        project, tmp_path, schema, "Talks began on Tuesday. The next day they broke off.", ("Tuesday", "The next day")
    )
    set_date(project, load(), next(m.id for m in load().in_order()), "2018-04-03")
    step = project.next_undo()
    assert step
    assert step.label == "Date “Tuesday” as 2018-04-03; counted from it: “The next day” 2018-04-18 → 2018-04-04"


def test_a_date_set_by_hand_on_what_counts_is_kept(project: Project, tmp_path: Path, schema: Schema) -> None:
    text = "Talks began on Tuesday. The next day they broke off."
    load = _dated(project, tmp_path, schema, text, ("Tuesday", "The next day"))
    first, second = (m.id for m in load().in_order())
    set_date(project, load(), second, "2018-04-30")
    set_date(project, load(), first, "2018-04-03")
    assert load().times[second].value == "2018-04-30"
    assert reading_of(load(), load().mentions[second]).value == "2018-04-04"


def test_every_date_is_read_once_where_one_is_set_by_hand(
    project: Project, tmp_path: Path, schema: Schema, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A key press waits for it; what counts from what has moved is found however many dates that is."""
    count = 60
    text = "Talks began on Tuesday. " + "".join(f"The next day they met again ({n}). " for n in range(count))
    words = [f"The next day they met again ({n})"[:12] for n in range(count)]
    load = _dated(project, tmp_path, schema, text, ("Tuesday",))
    page, at = load(), 0
    for word in words:
        at = text.index(word, at + 1)
        tag(project, page, [Span(at, at + len(word))], schema.by_name["DATE"])
        page = load()
    read: list[str] = []
    resolve = dates_above.resolve
    monkeypatch.setattr(
        dates_above, "resolve", lambda *given, **more: (read.append(given[0]), resolve(*given, **more))[1]
    )
    set_date(project, load(), next(m.id for m in load().in_order()), "2017-04-03")
    days = [load().times[m.id].value for m in load().in_order()]
    assert days == [str(date(2017, 4, 3) + timedelta(days=n)) for n in range(count + 1)]
    assert len(read) <= count + 5  # and not again for what they were, as they were counted from what has moved


@pytest.mark.parametrize(
    ("typed", "after"),
    [
        ("-0044-03-15", "BC0045-03-16"),
        ("2018-03-05T10:00", "2018-03-06"),
        ("5 March 2018 morning", "2018-03-06"),
        ("2018-W10", ""),
        ("44 BC", ""),
        ("March 2018", ""),
        ("P3D", "2018-04-20"),
    ],
)
def test_whatever_kind_of_date_is_set_by_hand_is_what_is_counted_from(
    project: Project, tmp_path: Path, schema: Schema, typed: str, after: str
) -> None:
    """A week or a year is too coarse for days, which then count from nothing that they were not told of."""
    load = _dated(
        project, tmp_path, schema, "Talks began on Monday. It took long. The next day they left.",
        ("Monday", "The next day"),
    )  # fmt: skip
    set_date(project, load(), next(m.id for m in load().in_order()), typed)
    assert _values(load())["The next day"] == after


def test_lengths_and_dates_that_nobody_tagged_stand_in_no_ones_way(
    project: Project, tmp_path: Path, schema: Schema
) -> None:
    lengths = tuple(f"{n} years" for n in range(2, 22))
    text = (
        f"Talks began on Monday. The next day they ate. It took {', '.join(lengths)} in all. Two days later they left."
    )
    load = _dated(project, tmp_path, schema, text, ("Monday", *lengths, "Two days later"))
    set_date(project, load(), next(m.id for m in load().in_order()), "2018-03-05")
    assert _values(load())["Two days later"] == "2018-03-08"


def test_the_year_of_a_date_set_by_hand_counts_not_the_one_that_is_written(
    project: Project, tmp_path: Path, schema: Schema
) -> None:
    text = "He resigned on July 3, 2005. Later, in August, he left."
    load = _dated(project, tmp_path, schema, text, ("July 3, 2005", "August"))
    assert _values(load())["August"] == "2005-08"
    set_date(project, load(), next(m.id for m in load().in_order()), "2006-07-03")
    assert _values(load())["August"] == "2006-08"
