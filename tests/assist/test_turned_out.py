"""What a sentence tells that came of a plan: the trigger stands in brackets, the times in braces."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.assist.turned_out import outcome_of
from dateline.model.text import Span


def _turned_out(marked: str, language: str) -> str:
    """Return how it came out, and the times at which it did: "came Wednesday"; "" where no plan is told of."""
    plain = re.sub(r"[\[\]{}]", "", marked)
    begin, end = marked.index("["), marked.index("]")
    before = len(re.findall(r"[{}]", marked[:begin]))
    outcome = outcome_of(plain, Span(begin - before, end - before - 1), language)
    if outcome is None:
        return ""
    times = [
        (m.start() - len(re.findall(r"[\[\]{}]", marked[: m.start()])), m[1]) for m in re.finditer(r"{(.*?)}", marked)
    ]
    told = [words for at, words in times if outcome.told.covers(Span(at, at + len(words)))]
    return " ".join((",".join(m.value for m in outcome.manners) or "came", *told))


@pytest.mark.parametrize(
    ("language", "marked", "came"),
    [
        ("en", "The [talks] were due on {Monday} but took place on {Wednesday}.", "came Wednesday"),
        ("en", "The [talks] were scheduled for {Monday} and were held on {Wednesday}.", "came Wednesday"),
        ("en", "The [talks], originally scheduled for {Monday}, took place on {Wednesday}.", "came Wednesday"),
        ("en", "The [visit] had been expected to begin on {Monday} but happened on {Friday}.", "came Friday"),
        ("en", "The [visit], which had been expected on {Monday}, began on {Friday}.", "came Friday"),
        ("en", "The [talks] in Oslo were planned for {Monday}, but were only held on {Friday}.", "came Friday"),
        ("en", "The [talks] with Norway were first set for {Monday} and finally opened on {Friday}.", "came Friday"),
        ("en", "The [talks] due on {Monday} took place on {Friday}.", "came Friday"),
        ("en", "The [talks] planned for {Monday} were held on {Friday} after Weber came on {Sunday}.", "came Friday"),
        ("en", "The [talks] were due to start on {Monday} and took place in Oslo.", "came"),
        ("en", "The [talks] were planned for {Monday} but will take place on {Friday}.", "planned Friday"),
        ("en", "The [talks] were due on {Monday} but did not take place.", "planned,negated"),
        ("en", "The [talks] were planned for {Monday} but never took place.", "planned,negated"),
        ("en", "The [vote], due on {Monday}, was called off.", "planned,negated"),
        ("tr", "[Görüşmeler] {Pazartesi} günü yapılacaktı ancak {Çarşamba} günü yapıldı.", "came Çarşamba"),
        ("tr", "[Ziyaret] {17 Mart}'ta planlanmıştı, ama {19 Mart}'ta gerçekleşti.", "came 19 Mart"),
        ("tr", "{17 Mart}'ta yapılması planlanan [ziyaret] {19 Mart}'ta gerçekleşti.", "came 19 Mart"),
        ("tr", "[Ziyaret] {17 Mart}'ta yapılacaktı ancak yapılmadı.", "planned,negated"),
        ("ru", "[Переговоры] были запланированы на {понедельник}, но состоялись в {среду}.", "came среду"),
        ("ru", "[Визит] должен был состояться {17 марта}, но прошёл {19 марта}.", "came 19 марта"),
        ("ru", "[Встреча], намеченная на {17 марта}, состоялась {19 марта}.", "came 19 марта"),
        ("ru", "Запланированная на {17 марта} [встреча] состоялась {19 марта}.", "came 19 марта"),
        ("ru", "[Визит] был запланирован на {17 марта}, но не состоялся.", "planned,negated"),
        ("kk", "[Кездесу] {17 наурызда} өтуі керек еді, бірақ {19 наурызда} өтті.", "came 19 наурызда"),
        ("kk", "[Сапар] {17 наурызға} жоспарланған еді, бірақ {19 наурызда} болды.", "came 19 наурызда"),
        ("kk", "{17 наурызға} жоспарланған [кездесу] {19 наурызда} өтті.", "came 19 наурызда"),
    ],
)
def test_what_came_of_a_plan(language: str, marked: str, came: str) -> None:
    assert _turned_out(marked, language) == came


@pytest.mark.parametrize(
    ("language", "marked"),
    [
        ("en", "The [talks] were due on {Monday} but the vote took place on {Wednesday}."),
        ("en", "The [talks] were due on {Monday}."),
        ("en", "The [talks] took place on {Monday}."),
        ("en", "The [talks] were due when Weber came, but began to bore him on {Monday}."),
        ("en", "The [talks] will be held in Oslo, and the vote was planned for {Monday} and was held."),
        ("en", "The [visit] is expected to begin on {Monday} and end on {Wednesday}."),
        ("en", "The [talks] were to focus on a war that began on {Monday}."),
        ("tr", "[Ziyaret] {17 Mart}'ta yapılacak."),
        ("tr", "[Ziyaret] {17 Mart}'ta yapıldı."),
        ("tr", "[Ziyaret] {17 Mart}'ta yapılacaktı ancak seçim {19 Mart}'ta yapıldı."),
        ("kk", "[Сапар] {17 наурызға} жоспарланған еді, бірақ сайлау {19 наурызда} өтті."),
        ("ru", "[Визит] состоялся {17 марта}."),
        ("ru", "[Визит] запланирован на {17 марта}, но выборы состоялись."),
        ("kk", "[Сапар] {17 наурызда} болды."),
        ("de", "The [talks] were due on {Monday} but took place on {Wednesday}."),
    ],
)
def test_where_no_plan_is_told_of_nothing_came_of_it(language: str, marked: str) -> None:
    assert _turned_out(marked, language) == ""


@given(
    st.lists(
        st.sampled_from(
            ["talks", "were", "due", "on", "Monday", "but", "took", "place", ",", ".", "which", "and", "held"]
        ),
        min_size=1,
    ),
    st.sampled_from(("en", "tr", "ru", "kk", "")),
)
def test_whatever_is_said_what_came_of_it_stands_in_the_sentence(words: list[str], language: str) -> None:
    text = " ".join(words)
    outcome = outcome_of(text, Span(0, len(words[0])), language)
    assert outcome is None or 0 <= outcome.told.begin < outcome.told.end <= len(text)
