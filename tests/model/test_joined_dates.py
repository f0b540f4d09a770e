"""Whether "and" between two dates makes one list of them."""

import re

import pytest

from dateline.model.joined_dates import are_joined
from dateline.model.text import Span

_DATE = re.compile(r"\d+(?: (?:March|марта|Mart|наурыз))?")


@pytest.mark.parametrize(
    ("text", "joined"),
    [
        ("The vote planned for 14 March and 16 March was postponed.", True),
        ("The visit on 14 March and 16 March was put off.", True),
        ("The vote that had been set for 14 March and 16 March was moved.", True),
        ("The vote, which was set for 14 March and 16 March, was moved.", True),
        ("It was announced that the visit on 14 March and 16 March was put off.", True),
        ("The vote to be held on 14 March and 16 March was postponed.", True),
        ("A plan to postpone the vote on 14 March and 16 March was welcomed.", True),
        ("The talks were moved to 14 March and 16 March.", True),
        ("The talks were moved to 14 March and 16 March in Oslo.", True),
        ("The talks moved from 14 March and 16 March were welcomed.", True),
        ("They will meet on 14 March and on 16 March, officials said.", True),
        ("They met on the evening of 14 March and on 16 March.", True),
        ("They met 14 March and on 16 March in Oslo.", True),
        ("The vote was planned for 14 March and on 16 March leaders met.", False),
        ("Визит перенесли с 14 марта и на 16 марта он назначен.", False),
        ("The vote was moved to 14 and 16 March was dropped.", True),
        ("The vote was moved to 14 March and 16 March was dropped.", False),
        ("The vote was postponed, and set for 14 March, and 16 March was dropped.", False),
        ("The vote was due on 14 March and on 16 March leaders met.", False),
        ("The vote was postponed from 14 March and 16 March will be the day.", False),
        ("Переговоры 14 марта и 16 марта перенесены.", True),
        ("Назначенный на 14 марта и 16 марта визит перенесён.", True),
        ("Переговоры пройдут 14 марта и 16 марта в Осло.", True),
        ("Визит перенесли с 14 марта и 16 марта лидеры встретились.", False),
        ("Визит назначили на 14 марта, и 16 марта делегация вылетела.", False),
        ("Görüşmeler 14 Mart ve 16 Mart tarihlerinde yapılacak.", True),
        ("Görüşmeler 14 Mart'a ertelendi ve 16 Mart iptal edildi.", False),
        ("Келіссөздер 14 наурыз және 16 наурыз күндері өтеді.", True),
        ("Келіссөздер 14 наурызға шегерілді және 16 наурыз болмайды.", False),
    ],
)
def test_dates_are_of_one_list_where_and_joins_no_clauses(text: str, *, joined: bool) -> None:
    one, other = (Span(m.start(), m.end()) for m in _DATE.finditer(text))
    assert are_joined(text, one, other) is joined
