"""How Russian, Turkish and Kazakh words tell of an event: the trigger stands in brackets."""

import pytest

from dateline.assist.told_elsewhere import told_elsewhere
from dateline.assist.told_words import CUES
from dateline.model.text import Span

ROWS = [
    ("ru", "[Встреча] состоится в Осло 12 мая.", "planned"),
    ("ru", "Визит запланирован: [визит] намечен на май.", "planned"),
    ("ru", "Президент планирует [посетить] Осло.", "planned"),
    ("ru", "Министры [встретятся] в Осло в понедельник.", "planned"),
    ("ru", "[Визит] в Осло был отложен.", "planned"),
    ("ru", "[Переговоры] перенесены на июнь.", "planned"),
    ("ru", "[Визит] отменили.", "negated planned"),
    ("ru", "Стороны могут [подписать] договор.", "possible"),
    ("ru", "Он призвал к [переговорам].", "possible"),
    ("ru", "[Встреча] не состоялась.", "negated"),
    ("ru", "[Встреча] не состоится в мае.", "negated planned"),
    ("ru", "Министр отказался от [встречи].", "negated"),
    ("ru", "Стороны не [подписали] договор.", "negated"),
    ("ru", "Стороны [подписали] договор.", ""),
    ("ru", "[Встреча] прошла в Осло.", ""),
    ("ru", "Министр [прибыл] в Осло, где встретится с королем.", ""),
    ("tr", "[Görüşme] Oslo'da yapılacak.", "planned"),
    ("tr", "Bakan Oslo'yu [ziyaret] edecek.", "planned"),
    ("tr", "[Ziyaret] 12 Mayıs'ta planlanıyor.", "planned"),
    ("tr", "[Zirve] ertelendi.", "planned"),
    ("tr", "[Zirve] iptal edildi.", "negated planned"),
    ("tr", "Taraflar [görüşebilir].", "possible"),
    ("tr", "Bakan [ateşkes] çağrısı yaptı.", "possible"),
    ("tr", "[Görüşme] yapılmadı.", "negated"),
    ("tr", "Bakanlar [görüşmedi].", "negated"),
    ("tr", "[Görüşme] mayısta yapılmayacak.", "negated planned"),
    ("tr", "[Anlaşma] imzalandı.", ""),
    ("tr", "Bakanlar Oslo'da [görüştü].", ""),
    ("kk", "[Кездесу] Ослода өтеді.", "planned"),
    ("kk", "Министр Ослоға [барады].", "planned"),
    ("kk", "[Сапар] мамырға жоспарланған.", "planned"),
    ("kk", "[Саммит] кейінге қалдырылды.", "planned"),
    ("kk", "[Кездесу] өтуі мүмкін.", "possible"),
    ("kk", "[Кездесу] өтпеді.", "negated"),
    ("kk", "Министр [кездесуден] бас тартты.", "negated"),
    ("kk", "[Келісімге] қол қойылды.", ""),
    ("kk", "Министрлер Ослода [кездесті].", ""),
]


@pytest.mark.parametrize(("language", "marked", "how"), ROWS)
def test_the_commonest_words_of_other_languages(language: str, marked: str, how: str) -> None:
    begin, end = marked.index("["), marked.index("]") - 1
    found, happened = told_elsewhere(marked.replace("[", "").replace("]", ""), Span(begin, end), language)
    assert sorted(m.value for m in found) == how.split()
    assert happened is (not how or "не [подписали]" in marked)


def test_every_language_has_its_rows_and_others_say_nothing() -> None:
    assert {language for language, _, _ in ROWS} == set(CUES)
    assert told_elsewhere("La réunion aura lieu.", Span(3, 10), "fr") == ({}, False)
