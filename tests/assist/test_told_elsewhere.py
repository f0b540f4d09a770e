"""How Russian, Turkish and Kazakh words tell of an event: the trigger stands in brackets."""

import pytest

from dateline.assist.told_elsewhere import LANGUAGES, told_elsewhere
from dateline.model.text import Span

ROWS = [
    ("ru", "[Встреча] состоится в Осло 12 мая.", "planned", False),
    ("ru", "Визит запланирован: [визит] намечен на май.", "planned", False),
    ("ru", "Президент планирует [посетить] Осло.", "planned", False),
    ("ru", "Министры [встретятся] в Осло в понедельник.", "planned", False),
    ("ru", "[Визит] в Осло был отложен.", "planned", False),
    ("ru", "[Переговоры] перенесены на июнь.", "planned", False),
    ("ru", "[Визит] отменили.", "negated planned", False),
    ("ru", "Стороны могут [подписать] договор.", "possible", False),
    ("ru", "Он призвал к [переговорам].", "possible", False),
    ("ru", "[Встреча] не состоялась.", "negated", True),
    ("ru", "[Встреча] не состоится в мае.", "negated planned", False),
    ("ru", "Министр отказался от [встречи].", "negated", False),
    ("ru", "Стороны не [подписали] договор.", "negated", True),
    ("ru", "Стороны [подписали] договор.", "", True),
    ("ru", "[Встреча] прошла в Осло.", "", True),
    ("ru", "Министр [прибыл] в Осло, где встретится с королем.", "", True),
    ("tr", "[Görüşme] Oslo'da yapılacak.", "planned", False),
    ("tr", "Bakan Oslo'yu [ziyaret] edecek.", "planned", False),
    ("tr", "[Ziyaret] 12 Mayıs'ta planlanıyor.", "planned", False),
    ("tr", "[Zirve] ertelendi.", "planned", False),
    ("tr", "[Zirve] iptal edildi.", "negated planned", False),
    ("tr", "Taraflar [görüşebilir].", "possible", False),
    ("tr", "Bakan [ateşkes] çağrısı yaptı.", "possible", False),
    ("tr", "[Görüşme] yapılmadı.", "negated", True),
    ("tr", "Bakanlar [görüşmedi].", "negated", True),
    ("tr", "[Görüşme] mayısta yapılmayacak.", "negated planned", False),
    ("tr", "[Anlaşma] imzalandı.", "", True),
    ("tr", "Bakanlar Oslo'da [görüştü].", "", True),
    ("kk", "[Кездесу] Ослода өтеді.", "planned", False),
    ("kk", "Министр Ослоға [барады].", "planned", False),
    ("kk", "[Сапар] мамырға жоспарланған.", "planned", False),
    ("kk", "[Саммит] кейінге қалдырылды.", "planned", False),
    ("kk", "[Кездесу] өтуі мүмкін.", "possible", False),
    ("kk", "[Кездесу] өтпеді.", "negated", True),
    ("kk", "Министр [кездесуден] бас тартты.", "negated", False),
    ("kk", "[Келісімге] қол қойылды.", "", True),
    ("kk", "Министрлер Ослода [кездесті].", "", True),
    # An adverb may part them.
    ("ru", "Министры будут даже [встречаться] в Осло.", "planned", False),
    ("ru", "[Встреча] в будущем даже состоится в Осло.", "planned", False),
    ("tr", "[Görüşme] gelecekte yine yapılacak.", "planned", False),
    ("tr", "[Görüşme] mutlaka yapılacak.", "planned", False),
    ("tr", "[Görüşme] bile yapılmayacak.", "negated planned", False),
    ("tr", "Bakan Oslo'yu [ziyaret] de edecek.", "planned", False),
    ("tr", "Bakan Oslo'yu [ziyaret] bile etti.", "", True),
    ("kk", "[Кездесу] тіпті Ослода өтеді.", "planned", False),
    ("kk", "[Кездесу] болашақта тағы өтеді.", "planned", False),
    ("kk", "[Кездесу] міндетті түрде өтеді.", "planned", False),
    ("kk", "[Кездесу] тіпті өтпеді.", "negated", True),
    # What is told at it, or of it, is not told by it.
    ("ru", "МИД объявил о [визите] министра в Осло 12 мая.", "", False),
    ("ru", "Лавров сообщил о [встрече] 12 мая.", "", False),
    ("ru", "Стороны договорились о [встрече] 12 мая.", "", False),
    ("ru", "[Встреча] генерала Петрова с послом — 12 мая.", "", False),
    ("ru", "[Встреча] около 12 мая.", "", False),
    ("ru", "На [встрече] стороны отменили пошлины.", "", True),
    ("ru", "На [встрече] стороны договорились о переносе столицы.", "", True),
    ("ru", "На [встрече] Коваль пригласил Петрова в Осло.", "", True),
    ("ru", "На [встрече] Коваль потребовал реформ.", "", True),
    ("ru", "Стороны обсудили возможности на [встрече].", "", True),
    ("ru", "[Встреча] прошла без сбоев.", "", True),
    ("ru", "МИД отверг сообщения об отмене [визита].", "", False),
    ("ru", "[Санкции] отменены.", "", False),
    ("ru", "[Встреча], запланированная на 12 мая, отменена.", "negated planned", False),
    ("ru", "[Встреча], запланированная на 12 мая, состоялась.", "", True),
    ("ru", "Дата [встречи] назначена.", "", False),
    ("ru", "В Осло состоялась трехсторонняя [встреча].", "", True),
    ("ru", "Коваль не провел [встречу].", "negated", True),
    ("ru", "Если [встреча] состоится, все хорошо.", "possible", False),
    ("ru", "Коваль отказался [посетить] Осло.", "negated", False),
    ("ru", "Стороны не смогли [подписать] договор.", "negated", True),
    ("tr", "[Görüşmede] vergiler iptal edildi.", "", True),
    ("tr", "[Görüşme] sonrası Bakan açıklama yapmadı.", "", True),
    ("tr", "Bakanlık 12 Mayıs'taki [zirve] tarihini duyurdu.", "", False),
    ("tr", "[Görüşme] tarihi ertelendi.", "", False),
    ("tr", "[Ziyaret] sırasında anlaşma imzalandı.", "", True),
    ("tr", "Bakan [ziyareti] iptal etti.", "negated planned", False),
    ("tr", "12 Mayıs'ta yapılacak [zirve] önemli.", "planned", False),
    ("tr", "Yapılacağı söylenen [zirve] Oslo'da yapıldı.", "", True),
    ("tr", "[Vergiler] iptal edildi.", "", False),
    ("kk", "[Кездесу] өтті, келесі кездесу де болады.", "", True),
    ("kk", "[Кездесуде] министр сапардан бас тартты.", "", False),
    ("kk", "[Кездесу] күні белгіленді.", "", False),
    ("kk", "Жоспарланған [сапар] өтті.", "", True),
]


@pytest.mark.parametrize(("language", "marked", "how", "past"), ROWS)
def test_what_governs_an_event_or_is_its_verb_tells_of_it(language: str, marked: str, how: str, *, past: bool) -> None:
    begin, end = marked.index("["), marked.index("]") - 1
    found, happened = told_elsewhere(marked.replace("[", "").replace("]", ""), Span(begin, end), language)
    assert sorted(m.value for m in found) == how.split()
    assert happened is past


def test_every_language_has_its_rows_and_others_say_nothing() -> None:
    assert {language for language, *_ in ROWS} == set(LANGUAGES)
    assert told_elsewhere("La réunion aura lieu.", Span(3, 10), "fr") == ({}, False)
