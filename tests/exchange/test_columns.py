"""What columns and fields are called in seven languages, and which of ours they are."""

import json
from pathlib import Path

import pytest

from dateline.exchange.columns import known_columns
from dateline.exchange.formats import format_named
from dateline.exchange.intake import FIELDS
from dateline.exchange.options import ReadOptions
from dateline.model.article import Article

WANTED = ("file", "text", *FIELDS)
HEADERS = {
    "German": ("Titel", "Text", "Datum", "Quelle", "Adresse", "Sprache", "Anmerkung"),
    "German too": ("Überschrift", "Inhalt", "Veröffentlicht am", "Zeitung", "Link", "SPRACHE", "Notiz"),
    "decomposed": ("U\u0308berschrift", "Volltext", "Erscheinungsdatum", "quelle", "URL", "sprache", "Bemerkung"),
    "French": ("Titre", "Texte intégral", "Date de publication", "Source", "Lien", "Langue", "Remarque"),
    "Spanish": ("Título", "Contenido", "Fecha", "Fuente", "Enlace", "Idioma", "Nota"),
    "Russian": ("Заголовок", "Текст", "Дата публикации", "Источник", "Ссылка", "Язык", "Примечание"),
    "Turkish": ("BAŞLIK", "İÇERİK", "Yayın Tarihi", "KAYNAK", "Bağlantı", "Dil", "Not"),
    "Kazakh": ("Тақырыбы", "Мәтін", "Күні", "Дереккөз", "Сілтеме", "Тілі", "Ескерту"),
    "English": ("headline", "Article_Body", "date_published", "Outlet", "uri", "lang", "comment"),
}
MEANT = ("title", "text", "published", "source", "url", "language", "note")


@pytest.mark.parametrize("language", HEADERS)
def test_columns_are_known_in_the_languages_of_the_news(language: str) -> None:
    header = HEADERS[language]
    assert known_columns((*header, "Autor", "Ort"), WANTED) == dict(zip(MEANT, header, strict=True))


def test_a_column_of_just_our_name_goes_first() -> None:
    assert known_columns(("Titel", "title", "Überschrift"), WANTED) == {"title": "title"}


@pytest.mark.parametrize("language", HEADERS)
def test_a_table_in_that_language_is_read(tmp_path: Path, language: str) -> None:
    row = {"title": "Talks", "text": "Ada came.", "published": "2018-04-19", "source": "AA", "url": "a.b/c"}
    row |= {"language": "en", "note": "mine"}
    path = tmp_path / "t.csv"
    cells = ",".join(row[field] for field in MEANT)
    path.write_text(f"{','.join(HEADERS[language])},Autor\n{cells},Ada\n", encoding="utf-8")
    (page,) = format_named("table").read(path)
    assert {field: getattr(page.article, field) for field in row} == row
    assert page.article.meta == {"Autor": "Ada"}


def _read(folder: Path, record: dict[str, object], **options: str) -> tuple[Article, list[str]]:
    path = folder / "a.jsonl"
    path.write_text(json.dumps({"text": "Ada met Bo.", "label": [[0, 3, "PER"]], **record}), encoding="utf-8")
    reader = format_named("doccano").read(path, ReadOptions(extra=options))
    (page,) = reader
    return page.article, [str(notice) for notice in reader.notices]


def test_fields_of_a_record_are_the_articles_which_is_told(tmp_path: Path) -> None:
    article, told = _read(tmp_path, {"date": "19.04.2018", "Headline": "Talks", "link": "a.b/c", "desk": "foreign"})
    assert (article.published, article.title, article.url) == ("2018-04-19", "Talks", "a.b/c")
    assert article.meta == {"desk": "foreign"}
    assert "a.jsonl, line 1: the field date is taken for the date of publication" in told
    assert "a.jsonl, line 1: the field Headline is taken for the title" in told
    assert len(told) == 3


@pytest.mark.parametrize("date", ["last week", "03/04/2024"])
def test_what_is_no_date_stays_a_column(tmp_path: Path, date: str) -> None:
    article, told = _read(tmp_path, {"date": date})
    assert (article.published, article.meta) == ("", {"date": date})
    assert told == ["a.jsonl, line 1: the field date holds no date of publication that can be read, and stays a further"
                    " column"]  # fmt: skip


@pytest.mark.parametrize(
    "record",
    [{"published": "", "date": "2018-04-19"}, {"article": "0" * 8 + "-0000-7000-8000-" + "0" * 12, "date": "x"}],
)
def test_where_our_own_field_is_there_or_the_export_is_ours_others_stay(tmp_path: Path, record: dict[str, str]) -> None:
    article, told = _read(tmp_path, record)
    assert (article.published, article.meta["date"], told) == ("", record["date"], [])
