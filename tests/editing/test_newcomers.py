"""New articles as a person looks them over before an import."""

import pytest

from dateline.editing.newcomers import Newcomer
from dateline.model.article import Article
from dateline.model.ids import new_id


@pytest.mark.parametrize(
    ("title", "text", "opening"),
    [
        ("Rain", "Rain\n\nIt fell in Astana.", "It fell in Astana."),
        ("Rain", "Rainfall in Astana", "Rainfall in Astana"),
        ("Rain", "Rain-soaked streets", "Rain-soaked streets"),
        ("Rain", "Rain\u2019s end", "Rain\u2019s end"),
        ("Cafe", "Cafe\u0301 in Riga", "Cafe\u0301 in Riga"),  # a letter of two characters
        ("Talks in 20", "Talks in 2018", "Talks in 2018"),
        ("Rain", "Rain - it fell", "Rain - it fell"),
        ("Port deal", "Port deal with Peru\n\nIt was signed.", "Port deal with Peru\n\nIt was signed."),  # torn
        ("Port deal", "Port deal \t\nIt was signed.", "It was signed."),
        ("Rain", "Rain. It fell.", "Rain. It fell."),
        ("Rain fell.", "Rain fell. It was cold.", "It was cold."),
        ("\u201cRain?\u201d", "\u201cRain?\u201d It was cold.", "It was cold."),
        ("Rain", "Rain", ""),
        ("Rain\u2026", "Rain\u2026 and snow", "\u2026 and snow"),
        ("", "Rain\nIt fell.", "It fell."),
        ("", "\u96e8" * 200, "\u96e8" * (200 - 119)),  # one word, of which the name has the begin
    ],
)
def test_the_opening_is_what_stands_below_the_title(title: str, text: str, opening: str) -> None:
    assert Newcomer.of(Article(new_id(), text, title=title)).opening == opening
