"""What is told as past, whatever day it seems to have."""

import pytest

from dateline.assist.ahead import is_plainly_past
from dateline.model.annotation import Annotations, Layer, Mention
from dateline.model.article import Article
from dateline.model.page import Page
from dateline.model.text import Span


@pytest.mark.parametrize(
    ("language", "marked", "past"),
    [
        ("en", "The [visit] was agreed a week earlier.", True),
        ("en", "The visit was [agreed] a week earlier.", True),
        ("en", "They [met] on Friday.", True),
        ("en", "The [talks] were due on Monday but took place on Wednesday.", True),
        ("en", "The [visit] pleased Weber.", True),
        ("en", "The [visit] is due on Friday.", False),
        ("en", "The [visit] was planned for Friday.", False),
        ("en", "The [visit] will begin on Friday, Weber said.", False),
        ("en", "Weber announced a [visit] on Friday.", False),
        ("en", "Koval to [visit] Oslo on Friday.", False),
        ("en", "The [visit] may have been agreed.", False),
        ("en", "A [visit] on Friday.", False),
        ("tr", "[Ziyaret] cuma günü yapıldı.", True),
        ("tr", "[Ziyaret] cuma günü yapılacak.", False),
        ("ru", "[Визит] состоялся в пятницу.", True),
        ("ru", "[Визит] состоится в пятницу.", False),
        ("kk", "[Кездесу] жұма күні өтті.", True),
        ("kk", "[Кездесу] жұма күні өтеді.", False),
    ],
)
def test_what_is_plainly_past(language: str, marked: str, *, past: bool) -> None:
    text = marked.replace("[", "").replace("]", "")
    span = Span(marked.index("["), marked.index("]") - 1)
    event = Mention("e", "a", "n", Layer.EVENT, "CONSULT", (span,))
    page = Page.of(Article("a", text, language=language), "n", Annotations(mentions=(event,)))
    assert is_plainly_past(page, event) == past
