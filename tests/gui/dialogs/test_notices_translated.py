"""What an import tells of what is here otherwise, or already, is said in the window's language."""

import pytest
from msgspec.structs import replace
from PySide6.QtCore import QCoreApplication, QTranslator

from dateline import assets
from dateline.editing.exporting import export_project
from dateline.editing.importing import import_sources
from dateline.exchange.options import Nearly, NearText, ReadOptions, WriteOptions
from dateline.exchange.problems import MOST_IN_FULL, BadInput, Problem, ProblemKind, Tally
from dateline.gui.dialogs.work_page import problem_lines
from dateline.model.annotation import TimeSource
from dateline.model.changes import Kind
from dateline.model.schema import Schema
from dateline.store.project import Project

TEXTS = {
    "“{words}” ({label}), {what}: {there} in what comes, {here} here, which stays":
        "{label} «{words}», {what}: orada {there}, burada {here}",
    "Change it here if what comes is right": "Gelen doğruysa burada değiştirin",
    "date": "tarih",
    "not set": "yok",
    "has the same text as the project's article {name}; it is left out": "{name} ile aynı",
    "is nearly the same text as {name} ({share} of its words in the same order); {done}":
        "{name} gibi ({share}); {done}",
    "it is taken in beside it": "yanına alındı",
    "{count} more that are not listed ({kind})": "{count} daha ({kind})",
    "is empty": "boş",
    "holds no record": "hiç kayıt yok",
    "is {kind}, not a text": "{kind}; metin değil",
    "a number": "bir sayı",
    "is {kind}, not a list": "{kind}; liste değil",
    "has {count} parts, not [start, end, label]": "{count} parça",
    "two columns are called {names}": "aynı adlı: {names}",
    "not valid JSON at column {column}: {why}": "{column}. sütun JSON değil: {why}",
    "Correct the line": "Satırı düzeltin",
    "the span {begin} to {end} is outside the text; the text has {length} characters": "{begin}–{end} / {length}",
    "is a binary file, not a text": "ikili dosya",
}  # fmt: skip


class Words(QTranslator):
    """Knows a few texts of no context, as marked texts are."""

    def isEmpty(self) -> bool:
        return False

    def translate(self, context, text, disambiguation=None, n=-1):
        return TEXTS.get(text) if not context else None


@pytest.fixture
def turkish(qapp):
    words = Words()
    QCoreApplication.installTranslator(words)
    yield
    QCoreApplication.removeTranslator(words)


@pytest.fixture
def sample(tmp_path):
    with Project.create(tmp_path / "gold.dateline", Schema()) as project:
        import_sources(project, [assets.seeds("gold.jsonl")], ReadOptions())
        yield project


def test_differences_are_said_in_the_windows_language(sample, tmp_path, turkish):
    path = tmp_path / "out.json"
    export_project(sample, path, "label-studio", WriteOptions(boilerplate=True))
    bundle = next(iter(sample.annotations.bundles()))
    dated = next(t for t in bundle.annotations.times if t.value)
    mention = next(m for m in bundle.annotations.mentions if m.id == dated.id)
    with sample.step("Correct") as step:
        step.put(replace(dated, value="1999", source=TimeSource.HAND))
    report = import_sources(sample, [path], ReadOptions(), "label-studio")
    lines = problem_lines(report.notices)
    words = mention.text_of(bundle.article.text)
    of_date = next(line for line in lines if "tarih" in line.what)
    assert of_date.what == f"{mention.label} «{words}», tarih: orada {dated.value}, burada 1999"
    assert of_date.todo == "Gelen doğruysa burada değiştirin"
    english = next(p for p in report.notices if p.kind is ProblemKind.OTHERWISE and "date" in p.what)
    assert english.what == f"“{words}” ({mention.label}), date: {dated.value} in what comes, 1999 here, which stays"
    assert sample.annotations.records(Kind.TIME_VALUE, [dated.id])[0].value == "1999"


def test_details_that_are_texts_themselves_are_translated_too(sample, tmp_path, turkish):
    (tmp_path / "a.txt").write_text("Nearly the same.")
    options = ReadOptions(nearly=Nearly.BESIDE, near=lambda _: NearText("Other", 0.9, "x"))
    report = import_sources(sample, [tmp_path / "a.txt"], options)
    assert [line.what for line in problem_lines(report.notices)] == ["Other gibi (90%); yanına alındı"]
    report = import_sources(sample, [tmp_path / "a.txt"], options)
    assert [line.what for line in problem_lines(report.notices)] == ["Nearly the same. ile aynı"]


@pytest.mark.parametrize(
    ("name", "content", "format_name", "said"),
    [
        ("a.txt", b"", "text", "Boş"),
        ("a.txt", b"abc" + bytes(range(8)) * 40, "text", "Ikili dosya"),
        ("a.jsonl", b"\n", "dateline", "Hiç kayıt yok"),
        ("a.jsonl", b'{"text": 7}', "doccano", "Bir sayı; metin değil"),
        ("a.jsonl", b'{"text": "Bob", "label": 7}', "doccano", "Bir sayı; liste değil"),
        ("a.jsonl", b'{"text": "Bob", "label": [[0, 1]]}', "doccano", "2 parça"),
        ("a.csv", b"text,Day,day\nBob,1,2\n", "table", "Aynı adlı: day"),
        (
            "a.jsonl",
            b'{"text": "Bob"}\n{"text": }',
            "doccano",
            "10. sütun JSON değil: unexpected character, expected a JSON value",
        ),
        ("a.jsonl", b'{"text": "Bob", "label": [[0, 9, "PERSON"]]}', "doccano", "0–9 / 3"),
    ],
)
def test_what_is_wrong_with_a_file_is_said_in_the_windows_language(
    sample, tmp_path, turkish, name, content, format_name, said
):
    (tmp_path / name).write_bytes(content)
    with pytest.raises(BadInput) as refused:
        import_sources(sample, [tmp_path / name], ReadOptions(), format_name)
    assert [line.what for line in problem_lines(refused.value.problems)] == [said]


def test_what_stands_for_the_rest_is_translated(turkish):
    tally = Tally()
    tally.extend(Problem(str(n), notice=True) for n in range(MOST_IN_FULL + 2))
    assert problem_lines(tally.listed())[-1].what == "2 daha (field)"
