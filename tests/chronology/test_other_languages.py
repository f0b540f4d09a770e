"""What Turkish, Russian and Kazakh say of a time beside its expression, and words that only look like numbers."""

import pytest

from dateline.chronology import find, resolve

PUBLISHED = "2024-10-15"


def _found(text: str, language: str) -> list[tuple[str, str, str]]:
    return [(f.span.of(text), f.reading.value, f.reading.mod) for f in find(text, PUBLISHED, language)]


@pytest.mark.parametrize(
    ("left", "text", "right", "value"),
    [
        ("Матч пройдёт 22 октября в ", "19:00", ".", "2024-10-22T19:00"),
        ("20 Ekim Pazar günü ", "saat 19.00", "'da başlıyor.", "2024-10-20T19:00"),
        ("Концерт 5 қарашада ", "сағат 19:30", "-да өтеді.", "2024-11-05T19:30"),
        ("They won on Monday. The debate starts at ", "20:30", " tomorrow.", "2024-10-16T20:30"),
        ("It begins at ", "19:45", " tonight.", "2024-10-15T19:45"),
        ("Саммит пройдёт с ", "5", " по 7 декабря.", "2024-12-05"),
        ("Выставка открыта с ", "3", " по 9 ноября 2025 года.", "2025-11-03"),
    ],
)
def test_the_day_beside_an_expression_is_its_day(left: str, text: str, right: str, value: str) -> None:
    assert resolve(text, PUBLISHED, left, right).value == value


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("kk", "Полиция оны екі күн іздеді.", [("екі күн", "P2D", "")]),
        ("kk", "Сот оны жеті жылға қамады.", [("жеті жылға", "P7Y", "")]),
        ("kk", "Он күн өтті.", [("Он күн", "P10D", "")]),
        ("tr", "Polis onu iki gün aradı.", [("iki gün", "P2D", "")]),
        ("tr", "Bu yüzden masanın altında üç gün kaldı.", [("üç gün", "P3D", "")]),
        ("tr", "Kongre her üç yılda bir toplanıyor.", [("her üç yılda bir", "P3Y", "")]),
        ("tr", "Ölçüm iki haftada bir yapılıyor.", [("iki haftada bir", "P2W", "")]),
        ("tr", "Dört yılda bir kitap yazdı.", [("Dört yılda", "P4Y", "")]),
        ("kk", "Жиын бес жылда бір рет өтеді.", [("бес жылда бір рет", "P5Y", "")]),
        ("ru", "Выборы проходят раз в пять лет.", [("раз в пять лет", "P5Y", "")]),
        ("ru", "Спор длился почти два года.", [("почти два года", "P2Y", "LESS_THAN")]),
        ("ru", "Ремонт занял более десяти дней.", [("более десяти дней", "P10D", "MORE_THAN")]),
        ("ru", "Ждали около трёх часов.", [("около трёх часов", "PT3H", "APPROX")]),
        ("tr", "İki yıldan fazla sürdü.", [("İki yıldan fazla", "P2Y", "MORE_THAN")]),
        ("kk", "Шамамен үш ай өтті.", [("Шамамен үш ай", "P3M", "APPROX")]),
        ("kk", "Екі жылға жуық күтті.", [("Екі жылға жуық", "P2Y", "LESS_THAN")]),
        ("ru", "Вчера почти все ушли.", [("Вчера", "2024-10-14", "")]),
        ("ru", "В 2023 году более миллиона человек уехали.", [("2023 году", "2023", "")]),
        ("ru", "В понедельник около Киева упал самолёт.", [("понедельник", "2024-10-14", "")]),
        ("ru", "Это было вчера около 15.00.", [("вчера около 15.00", "2024-10-14T15:00", "")]),
        ("tr", "5 Mayıs'ta yaklaşık 30 kişi geldi.", [("5 Mayıs", "2024-05-05", "")]),
        ("kk", "Кеше шамамен 30 адам келді.", [("Кеше", "2024-10-14", "")]),
        ("ru", "Добавьте 12 г. масла и 300 г муки.", []),
        ("ru", "Его задержали 27.01.2024.", [("27.01.2024", "2024-01-27", "")]),
        ("ru", "Это было 3 марта 2024г. в Москве.", [("3 марта 2024г.", "2024-03-03", "")]),
        ("tr", "Karar 4.6.2024'te çıktı.", [("4.6.2024", "2024-06-04", "")]),
        ("tr", "1938 doğumlu sanatçı 15 gün bekledi.", [("1938", "1938", ""), ("15 gün", "P15D", "")]),
        ("kk", "Ол 25.04.2024 күні сағат 21:40-та келді.", [("25.04.2024 күні сағат 21:40", "2024-04-25T21:40", "")]),
        ("tr", "Tören 8 Mart günü saat 10.00'da yapıldı.", [("8 Mart günü saat 10.00", "2024-03-08T10:00", "")]),
        ("kk", "Кемінде екі ай күтті.", [("Кемінде екі ай", "P2M", "EQUAL_OR_MORE")]),
        ("ru", "Ему дали не более трёх лет.", [("более трёх лет", "P3Y", "EQUAL_OR_LESS")]),
        ("ru", "Он получил не менее пяти лет.", [("менее пяти лет", "P5Y", "EQUAL_OR_MORE")]),
        ("ru", "Это было около двух часов ночи.", [("двух часов ночи", "2024-10-15T02:00", "")]),
        ("tr", "Bir yıldan fazla bir süredir bekliyor.", [("Bir yıldan fazla", "P1Y", "MORE_THAN")]),
        ("tr", "12 Mart'ta Boğaziçi Üniversitesi açıldı.", [("12 Mart", "2024-03-12", "")]),
        ("tr", "1 Mayıs Taksim Meydanı yürüyüşü yapıldı.", [("1 Mayıs", "2024-05-01", "")]),
        ("ru", "Итоги среды: рубль упал.", [("среды", "2024-10-09", "")]),
        ("ru", "Зонд запустили летом 2016 года. Следующий пролёт — через полгода.",
         [("летом 2016 года", "2016-SU", ""), ("через полгода", "2025-04", "")]),
        ("tr", "Bundan 3 yıl 4 ay önce geldi.", [("3 yıl 4 ay önce", "2021-06", "")]),
        ("ru", "Это было 2 года и 3 месяца назад.", [("2 года и 3 месяца назад", "2022-07", "")]),
        ("ru", "Через 2 недели 3 дня он вернётся.", [("Через 2 недели 3 дня", "2024-11-01", "")]),
        ("kk", "2 апта 3 күннен кейін кетеді.", [("2 апта 3 күннен кейін", "2024-11-01", "")]),
    ],
)  # fmt: skip
def test_what_counts_is_told_from_what_does_not(language: str, text: str, expected: list[tuple[str, str, str]]) -> None:
    assert _found(text, language) == expected


@pytest.mark.parametrize(
    ("language", "text", "value"),
    [
        ("ru", "почти два года назад", "2022"),
        ("ru", "Свыше двух лет назад", "2022"),
        ("tr", "Yaklaşık iki yıl önce", "2022"),
        ("kk", "Шамамен екі жыл бұрын", "2022"),
        ("ru", "около 10 часов вечера", "2024-10-15T22:00"),
        ("ru", "около двух часов ночи", "2024-10-15T02:00"),
    ],
)
def test_about_so_long_ago_is_a_date(language: str, text: str, value: str) -> None:
    assert resolve(text, PUBLISHED, "Это было ", ".", language=language).value == value


@pytest.mark.parametrize(
    ("text", "value"),
    [("12.05.2024", "2024-05-12"), ("2024-05-12", "2024-05-12"), ("2019/20", "2019/2020"), ("12.05.24", "2024-05-12")],
)
@pytest.mark.parametrize("language", ["", "ru", "kk"])
def test_dates_in_figures_are_read_in_every_language(text: str, value: str, language: str) -> None:
    assert resolve(text, PUBLISHED, "Встреча прошла ", " в Москве.", language=language).value == value


def test_the_first_day_of_a_range_over_the_end_of_a_month_is_not_of_the_last_days_month() -> None:
    assert resolve("28", PUBLISHED, "Выставка открыта с ", " по 3 марта.", language="ru").value == ""


@pytest.mark.parametrize(
    "text",
    ["2000'den fazla kişi geldi.", "1500'e yakın kişi geldi.", "1200'ü aşkın kişi geldi.", "1500'de bir görülüyor."],
)
def test_a_number_that_counts_is_no_year(text: str) -> None:
    assert _found(text, "tr") == []


def test_what_leads_to_a_length_is_no_part_of_the_date_before() -> None:
    found = _found("Он уйдёт 1 ноября, через два месяца после выборов.", "ru")
    assert found[0] == ("1 ноября", "2024-11-01", "")
