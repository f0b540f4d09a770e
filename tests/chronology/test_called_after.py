"""Dates that are a part of a name, and figures that number something, are not proposed; times beside them are."""

import pytest

from dateline.chronology import find

PUBLISHED = "2024-03-13"


def _found(text: str, language: str = "") -> list[tuple[str, str]]:
    return [(f.span.of(text), f.reading.value) for f in find(text, PUBLISHED, language)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The March 8 Alliance said so.", []),
        ("The April 6 Youth Movement and the 15 July Martyrs Bridge.", []),
        ("The office moved to 21 March Street.", []),
        ("The meeting was moved to 21 March.", [("21 March", "2024-03-21")]),
        ("On 8 March Party leaders met.", [("8 March", "2024-03-08")]),
        ("In March Army chiefs met; he lives at 5 September Street.", [("March", "2024-03")]),
        ("On April 30 Columbia University called the police.", [("April 30", "2023-04-30")]),
        ("On May 9 Red Square was closed. In March Heathrow Airport was, too.",
         [("May 9", "2023-05-09"), ("March", "2024-03")]),
        ("The June European Union summit and the October Nobel Prize.", [("June", "2023-06"), ("October", "2023-10")]),
        ("On the 12 May Wagner Group fighters withdrew.", [("12 May", "2024-05-12")]),
        ("He missed his flight. 2020 was a bad year. They redrew the lines. 2021 was better. Key figures 2023.",
         [("2020", "2020"), ("2021", "2021"), ("2023", "2023")]),
        ("Elections were held in 1998, 2003 and 2008.", [("1998, 2003 and 2008", "1998/2008")]),
        ("On May 3 and June 5 they met.", [("May 3", "2023-05-03"), ("June 5", "2023-06-05")]),
        ("Around 2019 prices rose.", [("Around 2019", "2019")]),
        ("На Красной площади 9 мая прошёл парад.", [("9 мая", "2023-05-09")]),
        ("Авария на шахте 25 февраля унесла жизни.", [("25 февраля", "2024-02-25")]),
        ("18 Mart Şehitler Günü törenle kutlandı.", [("18 Mart", "2024-03-18")]),
        ("1 Mayıs meydanında buluştular; 12 Mart sokaklar doldu.",
         [("1 Mayıs", "2023-05-01"), ("12 Mart", "2024-03-12")]),
        ("Rooms 10/11/12 are closed; version 2.10.2023 was released; see pages 2023-24 and section 10.11.12.", []),
        ("Signed on 2.10.2023 in room 12.", [("2.10.2023", "2023-10-02")]),
        ("About 2000 people came, around 2000 prisoners left.", []),
        ("About 2000 the factory was closed.", [("About 2000", "2000")]),
        ("Mars is half as far from the Sun. It left on Sun. 3 Nov again.", [("Sun. 3 Nov", "2024-11-03")]),
        ("The march on Labour Day ended early, sales began on Boxing Day; the Labour Party left.",
         [("Labour Day", "2023-05-01"), ("Boxing Day", "2023-12-26")]),
        ("Finals were lost in 1998 and 2003.", [("1998", "1998"), ("2003", "2003")]),
        ("Games on 3 May and 9 May, and between 12 May and 15 May.",
         [("3 May", "2024-05-03"), ("9 May", "2024-05-09"), ("12 May and 15 May", "2024-05-12/2024-05-15")]),
        ("On this day in 1912 the ship set sail. The next morning it sank.",
         [("this day in 1912", "1912-03-13"), ("The next morning", "1912-03-14TMO")]),
        ("The actress Tuesday Weld arrived on Tuesday.", [("Tuesday", "2024-03-12")]),
        ("Дом на улице 8 Марта открыли 9 марта.", [("9 марта", "2024-03-09")]),
        ("Министр охраны окружающей среды выступил в среду.", [("среду", "2024-03-13")]),
        ("Среда обитания и бизнес-среда; в городской среде это важно.", []),
        ("К среде всё готово, до среды далеко.", [("среде", "2024-03-13"), ("среды", "2024-03-13")]),
        ("15 Temmuz Şehitler Köprüsü 2 Mart'ta kapatıldı.", [("2 Mart", "2024-03-02")]),
        ("19 Mayıs Üniversitesi'nde toplandılar.", []),
    ],
)  # fmt: skip
def test_finds_what_tells_a_time(text: str, expected: list[tuple[str, str]]) -> None:
    assert _found(text) == expected


def test_a_street_in_kazakh_has_a_date_in_its_name() -> None:
    assert _found("Ол 8 Наурыз көшесінде тұрады.", "kk") == []
    assert _found("Ол 8 наурызда келді.", "kk") == [("8 наурызда", "2024-03-08")]
