"""Who is named in full is suggested by the last name alone, and nobody else is taken for them."""

import re

import pytest

from dateline.assist.lexicon import Lexicon
from dateline.assist.suggestions import Rejections, people_of, propose_spans
from dateline.model.annotation import Layer, Mention
from dateline.model.article import Article
from dateline.model.page import Page
from dateline.model.schema import LabelType, Schema
from dateline.model.text import Span

SCHEMA = Schema(types=(LabelType("p", Layer.ENTITY, "PERSON"),))


def suggested(marked: str) -> list[str]:
    """Return the words suggested in a text whose [person] is tagged, with three words around; all have its entity."""
    at = marked.index("[")
    name = marked[at + 1 : marked.index("]")]
    text = re.sub(r"[\[\]]", "", marked)
    person = Mention("m", "a", "me", Layer.ENTITY, "PERSON", (Span(at, at + len(name)),), entity_id="e")
    page = Page(Article("a", text), "me", {"m": person})
    found = [
        p
        for _, proposals in propose_spans(page.article, SCHEMA, Lexicon(), lambda _: (), Rejections(), people_of(page))
        for p in proposals
        if not person.fragments[0].overlaps(p.span)
    ]
    assert all(p.entity_id == "e" for p in found)
    return [text[max(0, p.span.begin - 8) : p.span.end] for p in found]


@pytest.mark.parametrize(
    "marked",
    [
        "[Bill Clinton] spoke. Hillary Clinton listened.",
        "[Bill Clinton] and his daughter, Chelsea Clinton, waved.",
        "[George W. Bush] met Jeb Bush.",
        "[King Charles III] spoke of World War III and of phase III.",
        "[Theresa May] stays until May. May is warm.",
        "[Olena Koval] lives in Koval Street.",
        "[Jo Ng] met Ng.",
        "[Olena Koval] met Yu. Koval and P. Koval.",
        "[Paris Hilton] stayed at the Hilton. The Hilton is full.",
        "Of [ ] nobody is told, nor of Clinton.",
        "[Нурлан Токаев] приехал, и Айгуль Токаев тоже.",
    ],
)
def test_somebody_else_is_not_taken_for_a_person_named_in_full(marked: str) -> None:
    assert suggested(marked) == []


@pytest.mark.parametrize(
    ("marked", "words"),
    [
        ("[Bill Clinton] spoke. Clinton left.", "Clinton"),
        ("[Bill Clinton] spoke. But Clinton left.", "Clinton"),
        ("[Olena Koval] was welcomed in Helsinki. Koval stayed two days.", "Koval"),
        ("[Olena Koval] came. Capt. Koval spoke.", "Koval"),
        ("[Olena Koval] came. President Koval, aged 60, spoke.", "Koval"),
        ("[Olena Koval] came. Ms. Koval spoke.", "Koval"),
        ("[Olena Koval] came. “Koval knows,” said one.", "Koval"),
        ("[Olena Koval] came; the crowd cheered Koval.", "Koval"),
        ("[Нурлан Токаев] приехал. Министр Токаев выступил.", "Токаев"),
        ("[Ayşe Demir] geldi. Sayın Demir konuştu.", "Demir"),
    ],
)
def test_a_last_name_alone_behind_a_title_or_at_a_begin_is_the_person(marked: str, words: str) -> None:
    (found,) = suggested(marked)
    assert found.endswith(words)
