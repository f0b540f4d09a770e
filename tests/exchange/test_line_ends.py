"""Pages of copies of one text, with other line ends, come to the same words in each other's text."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.exchange.draft import Draft
from dateline.exchange.line_ends import laid_over, laid_over_words, plain_lines
from dateline.model.annotation import Annotator, AnnotatorKind, Layer
from dateline.model.article import Article, RegionKind
from dateline.model.text import Span

ADA = Annotator("a", "ada", AnnotatorKind.PERSON)
ENDS = ("\n", "\r\n", "\r")


def page(text, *spans):
    draft = Draft(Article(id="t", text=text), ADA)
    draft.mention(Layer.ENTITY, "PERSON", spans)
    return draft.bundle()


@given(
    lines=st.lists(st.text(st.sampled_from("aİ😀 \t\x85\u2028"), max_size=6), min_size=1, max_size=6),
    ends=st.tuples(st.lists(st.sampled_from(ENDS), min_size=6), st.lists(st.sampled_from(ENDS), min_size=6)),
    edges=st.tuples(st.sampled_from(["", " ", *ENDS]), st.sampled_from(["", "\t", *ENDS])),
    data=st.data(),
)
def test_a_span_keeps_its_characters(lines, ends, edges, data):
    own, other = ("".join(line + end for line, end in zip(lines, of, strict=False)) for of in ends)
    other = edges[0] + other.strip() + edges[1]
    if not own.strip() or plain_lines(own) != plain_lines(other):  # a carriage return before a line feed is one end
        return
    units = [m.span() for m in re.finditer(r"\r\n|.", own, re.DOTALL)]
    first = len(plain_lines(own)) and next(k for k, (b, e) in enumerate(units) if own[b:e].strip())
    last = max(k for k, (b, e) in enumerate(units) if own[b:e].strip())
    begin = data.draw(st.integers(first, last))
    end = data.draw(st.integers(begin, last))
    span = Span(units[begin][0], units[end][1])
    draft = Draft(Article(id="t", text=own), ADA)
    draft.mention(Layer.ENTITY, "PERSON", (span,))
    draft.region(RegionKind.NEGATIVE, span)
    laid = laid_over(draft.bundle(), other)
    (moved,), region = laid.annotations.mentions[0].fragments, laid.annotations.regions[0].span
    assert region == moved
    assert re.sub("\r\n|\r", "\n", moved.of(other)) == re.sub("\r\n|\r", "\n", span.of(own))
    back = laid_over(laid, own)
    assert back.annotations.mentions[0].fragments == (span,)


@pytest.mark.parametrize(
    ("spans", "there"),
    [
        ([Span(0, 4), Span(5, 6)], ["Ada", "B"]),  # brat parts a span before the line feed
        ([Span(4, 6)], ["B"]),
        ([Span(3, 4)], ["\n"]),
        ([Span(4, 5)], ["\n"]),
        ([Span(3, 5)], ["\n"]),
        ([Span(3, 4), Span(4, 5)], None),
        ([Span(7, 8)], None),  # the other text ends before
        ([Span(0, 8)], None),
    ],
)
def test_parts_of_line_ends_and_edges(spans, there):
    laid = laid_over(page("Ada\r\nBo ", *spans), "Ada\nBo")
    found = laid and [f.of("Ada\nBo") for f in laid.annotations.mentions[0].fragments]
    assert found == there


BLANKS = st.sampled_from(["", " ", "\n\n", "\r\n\t", "\x1c", "\x85", "\u2028\xa0"])


@given(
    words=st.lists(st.text(st.sampled_from("aİ😀\u200b\ufeff"), min_size=1, max_size=4), min_size=1, max_size=6),
    blanks=st.tuples(st.lists(BLANKS, min_size=7, max_size=7), st.lists(BLANKS, min_size=7, max_size=7)),
    data=st.data(),
)
def test_a_span_keeps_its_characters_over_other_white_space(words, blanks, data):
    own, other = (of[-1] + "".join(word + blank for word, blank in zip(words, of, strict=False)) for of in blanks)
    begin = data.draw(st.integers(0, len(own) - 1))
    span = Span(begin, data.draw(st.integers(begin + 1, len(own))))
    laid = laid_over_words(page(own, span), other)
    places = [[k for k, character in enumerate(text) if not character.isspace()] for text in (own, other)]
    meant = [there for here, there in zip(*places, strict=True) if span.begin <= here < span.end]
    assert (laid and laid.annotations.mentions[0].fragments) == ((meant and (Span(meant[0], meant[-1] + 1),)) or None)
