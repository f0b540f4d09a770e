"""Searching: folding, phrases, prefixes, and that nothing a person types is an error."""

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from dateline.model.text import Span
from dateline.store import search
from dateline.store.project import Project
from tests.store.world import article

TEXTS = {
    "tr": "IĞDIR: Dışişleri Bakanı Çavuşoğlu, İstanbul'da ışık ve güneş gördü.",
    "ru": "Министр иностранных дел Ёлкин посетил Йошкар-Олу.",
    "en": 'He said "cease-fire" AND left; OR did he NOT? See C++ (2018) a_b file*.',
    "fr": "Le cafe\u0301 est de\u0301ja\u0300 plein, nai\u0308ve.",
    "sv": "Malmö och Ærø, Łódź, Straße.",
    "nl": "line one\r\nline two\0after",
}


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Project:
    from tests.store.world import SCHEMA

    project = Project.create(tmp_path_factory.mktemp("search") / "s.dateline", SCHEMA)
    with project.step("Fill") as step:
        step.add_all([article(t, title=f"Title {k}", position=i) for i, (k, t) in enumerate(TEXTS.items())])
    return project


def _found(project: Project, query: str) -> list[str]:
    hits = project.search.articles(query)
    assert project.search.count(query) <= len(hits)
    return [h.name.removeprefix("Title ") for h in hits]


@pytest.mark.parametrize(
    ("query", "where"),
    [
        ("cavusoglu", "tr"), ("ÇAVUŞOĞLU", "tr"), ("istanbul", "tr"), ("İSTANBUL", "tr"), ("isik", "tr"),
        ("IŞIK", "tr"), ("ışık", "tr"), ("igdir", "tr"), ("ığdır", "tr"), ("gunes", "tr"), ("disisleri bakani", "tr"),
        ("министр", "ru"), ("МИНИСТР", "ru"), ("елкин", "ru"), ("Ёлкин", "ru"), ("дел елкин", "ru"),
        ("cafe", "fr"), ("CAFÉ", "fr"), ("cafe\u0301", "fr"), ("deja", "fr"), ("naïve", "fr"),
        ("malmo", "sv"), ("Łódź", "sv"), ("lodz", "sv"), ("strasse", "sv"), ("aero", "sv"), ("ÆRO", "sv"),
        ('"cease fire"', "en"), ('"cease-fire"', "en"), ("cease-fire", "en"), ("AND left", "en"), ("c++", "en"),
        ("a_b", "en"), ("(2018)", "en"), ("ceas*", "en"), ("fil*", "en"), ('"line one line two"', "nl"),
        ("after", "nl"),
    ],
)  # fmt: skip
def test_finds_without_case_and_diacritics(project: Project, query: str, where: str) -> None:
    assert where in _found(project, query)


@pytest.mark.parametrize(
    "query",
    [
        "",
        "   ",
        '"',
        '""',
        "*",
        "cease*fire",
        "fire cease left gone",
        '"fire cease"',
        "isi",
        "AND OR NOT NEAR",
        "-",
        "'",
    ],
)
def test_finds_nothing(project: Project, query: str) -> None:
    if query != "cease*fire":  # taken as the two words
        assert _found(project, query) == []


def test_all_words_must_be_there(project: Project) -> None:
    assert _found(project, "istanbul bakani") == ["tr"]
    assert _found(project, "istanbul министр") == []


@pytest.mark.parametrize(("query", "words"), [("cavusoglu", "Çavuşoğlu"), ("isik", "ışık"), ("елкин", "Ёлкин"),
                                              ("deja", "de\u0301ja\u0300"), ("gor*", "gördü"), ("after", "after"),
                                              ('"line one line two"', "line one\r\nline two")])  # fmt: skip
def test_marks_lie_on_the_words(project: Project, query: str, words: str) -> None:
    (hit,) = project.search.articles(query)
    text = TEXTS[hit.name.removeprefix("Title ")]
    assert hit.first
    assert hit.first.of(text) == words
    assert [m.of(hit.snippet) for m in hit.marks] == [
        " ".join(words.split("\r\n")) if "\r" not in words else words.replace("\r", " ").replace("\n", " ")
    ]


def test_titles_come_after_texts(project: Project) -> None:
    hits = project.search.articles("title")
    assert [h.first for h in hits] == [None] * len(TEXTS)
    assert [h.name for h in project.search.articles("title", limit=2)] == ["Title tr", "Title ru"]


def test_limit(project: Project) -> None:
    assert project.search.articles("he", limit=0) == []


@settings(max_examples=400, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.text(max_size=30) | st.text('"*^:(){}+-AND OR NOT NEAR.,ıİ\0\u0301_', max_size=12))
@example('"')
@example('a"b"c')
@example("NEAR(a b)")
@example("text:x")
@example("{a b}:c")
@example("\0")
@example("_")
@example("\ud800x")
@example("\u0301")
@example("x*y*")
def test_any_text_is_a_fair_query(project: Project, query: str) -> None:
    assert project.search.count(query) >= 0
    for hit in project.search.articles(query, limit=3):
        assert all(m.end <= len(hit.snippet) for m in hit.marks)


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.text(st.characters(codec="utf-8"), max_size=6))
def test_folding_keeps_offsets(project: Project, text: str) -> None:
    assert len(text.translate(project.search._folding)) == len(text)


def test_a_match_far_into_a_long_text(project: Project, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(search, "_PIECE", 1_000)
    text = "ş word " * 700 + "needlework needle " + "ş word " * 50
    begin = text.index("needle ")
    with project.step("x") as step:
        step.put(article(text, title="Long"))
    try:
        for piece in range(990, 1_020):
            monkeypatch.setattr(search, "_PIECE", piece)
            (hit,) = project.search.articles("NEEDLE")
            assert hit.first == Span(begin, begin + 6)
            assert [m.of(hit.snippet) for m in hit.marks] == ["needle"]
    finally:
        project.undo()
