"""Names with words of time in them are no times, as the finder takes them from running text."""

import pytest

from dateline.chronology import find


def _found(text: str, language: str = "") -> list[str]:
    return [f.span.of(text) for f in find(text, "2024-05-15", language)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("PARIS (Example Daily) - The talks began.", []),
        ("The Example Daily reported it; according to China Daily, exports fell.", []),
        ("He wrote for The Atlantic Monthly in 1998.", ["1998"]),
        ("The Daily News, the Weekly Standard and Daily Sabah said so.", []),
        ("Quarterly Journal of Economics and The Annual Report were published.", []),
        ("The Jordan Times, a daily, wrote of it; the daily Hürriyet did not.", []),
        ("He swims daily, pays a monthly fee and gets an annual bonus.", ["daily", "monthly", "annual"]),
        ("Monthly rents rose. Daily cases fell.", ["Monthly", "Daily"]),
        ("Trains run daily (except Sundays).", ["daily", "Sundays"]),
        ("USA Today and Russia Today reported the figures.", []),
        ("It was over. Today Rome said so, in August. Currently, it waits.", ["Today", "August", "Currently"]),
        ("Ministers Meet Today In Rome To Sign Trade Deal", ["Today"]),
        ("Trains To Run Daily Between Rome And Milan", ["Daily"]),
        ("Summer Olympics in Paris open in July; the Winter Games follow.", ["July"]),
        ("He left last Summer; in Winter Rome is cold.", ["last Summer", "Winter"]),
        (
            "The Saturday Evening Post and Sky News Sunday Morning wrote; on Sunday morning he left.",
            ["Sunday morning"],
        ),
        ("The Hundred Years' War ended in 1453, the Six-Day War in June 1967.", ["1453", "June 1967"]),
        ("The 20th Century Fox film and The Day After Tomorrow were shown in the 20th Century.", ["the 20th Century"]),
        ("The 26th of July Movement won; the Midnight Sun hotel burnt.", []),
        ("It was the second crash in as many weeks; in a single week ten died.", ["a single week"]),
        (
            "Last Week Israel said so. Two Years Ago Russia did. Next Year Turkey will.",
            ["Last Week", "Two Years Ago", "Next Year"],
        ),
        ("Annual US inflation slowed; Annual Chinese exports rose.", ["Annual", "Annual"]),
        ("- Annual inflation slowed. KEY POINTS Annual growth rose.", ["Annual", "Annual"]),
        ("It became a weekly, and later a monthly, event.", ["weekly", "monthly"]),
        ("Israel marked Independence Day; Poland's and Ukraine's leaders met on Constitution Day.", []),
        ("President Biden Today met the king. In Moscow Today he spoke.", ["Today", "Today"]),
        ("Within two Days Israel had lost the town. Monday Morning Erdogan left.", ["two Days", "Monday Morning"]),
        ("Ten-Year Treasury yields rose.", ["Ten-Year"]),
        ("Black Friday sales rose after the Second World War.", ["Black Friday"]),
    ],
)
def test_english(text: str, expected: list[str]) -> None:
    assert _found(text) == expected


@pytest.mark.parametrize(
    ("text", "language", "expected"),
    [
        ("Dünya Kupası dün başladı, dünyanın gözü oradaydı.", "tr", ["dün"]),
        ("Türkiye şu anda güçlü; şu bakan bir yazı yazdı.", "tr", ["şu anda"]),
        ("İhracat pazarı büyüdü, pazar yerinde maden ocağında çalışanlar vardı.", "tr", []),
        ("Kışla yıkıldı, martı görüldü, buğday ekimi arttı.", "tr", []),
        ("Kışın, yazın, ocak ayında ve pazar günü çalıştı.", "tr", ["Kışın", "yazın", "ocak ayında", "pazar günü"]),
        ("Bugün gazetesi dün kapandı.", "tr", ["dün"]),
        ("Bugün TV karşısında kaldı. “Bugün” dedi.", "tr", ["Bugün", "Bugün"]),
        ("Команда жаңа маусымда жеңді, Қазан қаласына қазанда барды.", "kk", ["қазанда"]),
        ("«Қазақстан бүгін» агенттігі бүгін хабарлады.", "kk", ["бүгін"]),
        ("Үш түнде үй салды, түнде кетті.", "kk", ["түнде"]),
        ("Кітапханада әдеби кешке жазушы келді, кеше кешке де.", "kk", ["кеше кешке"]),
        ("Қысқа мерзімде, бүгінгі таңда ел дамып келеді.", "kk", ["бүгінгі таңда"]),
        ("Марта Кауфман приехала 8 марта, а Марта ушла в марте.", "ru", ["8 марта", "марте"]),
        ("Газета «Сегодня» и фильм «Вчера» вышли вчера.", "ru", ["вчера"]),
        ("Он сказал «завтра», а не «вчера».", "ru", ["завтра", "вчера"]),
        ("В 1999 году утром он бежал, а вечером вернулся.", "ru", ["1999 году"]),
        ("Обычно утром он пьёт кофе. По утрам он бегает, а вечером читает.", "ru", []),
        ("Белой ночью туристы гуляют. Днём и ночью идут бои.", "ru", []),
        ("Восьмого октября вечером он погиб. Утром сообщили об этом.", "ru", ["октября", "Утром"]),
        ("Он позвонил вечером, вечер удался.", "ru", ["вечером"]),
        ("Арабская весна началась весной.", "ru", ["весной"]),
    ],
)
def test_other_languages(text: str, language: str, expected: list[str]) -> None:
    assert _found(text, language) == expected
