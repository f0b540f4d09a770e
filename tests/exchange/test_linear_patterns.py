"""No pattern that is matched against a file's content can take more than linear time, however the file is made."""

import re

import pytest

import dateline.exchange
from dateline.exchange import jsonstream
from dateline.exchange.formats.brat.lines import TextBound, parsed
from dateline.exchange.webpage import begins_as_page
from tests.ambiguity import Automaton
from tests.patterns import made_of_what_comes_in, patterns_of

# One alternative for each depth: hundreds of states. Each is entered by a bracket of its own, and all loops within are
# possessive; test_huge.py and test_jsonstream.py measure it.
TOO_LARGE = {jsonstream.__name__.rpartition(".")[2]}
ALL = [
    pytest.param(pattern, id=name)
    for name, pattern in patterns_of(dateline.exchange)
    if name.split(".")[0] not in TOO_LARGE
]


@pytest.mark.parametrize("pattern", ALL)
def test_no_text_can_be_read_in_many_ways(pattern):
    found = Automaton(pattern)
    assert not found.is_exponential()
    assert not found.is_polynomial()


def test_what_else_patterns_are_made_of():
    assert made_of_what_comes_in(dateline.exchange) == {
        "jsonstream.__init__",  # of the pattern of a depth, see above
        "jsonstream._next",  # the same
        "staging._cleared",  # names of our own files
    }


@pytest.mark.parametrize(
    ("pattern", "grows"),
    [
        (r"(?s)(?:<!--.*?-->\s*)*<html", "exponentially"),
        (r"a(?: *\|[^\r\n]*)*\n", "exponentially"),
        (r"(a+)+b", "exponentially"),
        (r"(a*)*b", "exponentially"),
        (r"(?:aa|a)*b", "exponentially"),
        (r"(?i)(?:AA|a)*b", "exponentially"),
        (r"(?:\w\w|[0-9])*b", "exponentially"),
        (r"(?:a{0,9})*b", "exponentially"),
        (r"\s*\s*x", "polynomially"),
        (r"=\s*[\"']?\s*(\d+)", "polynomially"),
        (r"<([a-z][\w-]*)[^<>]*>", "polynomially"),
        (r"=\s*+(?:[\"']\s*)?(\d+)", "linearly"),
        (r"<([a-z][\w-]*+)[^<>]*>", "linearly"),
        (r"(?:<!--(?:[^-]|-[^-]|--+[^->])*--+>\s*)*<html", "linearly"),
        (r"\S+(?: \S+)*", "linearly"),
        (r"(?:ab|ac)*d", "linearly"),
        (r"he(?: (?:also|jointly|\w+ly))* to", "exponentially"),
        (r"he(?: (?:also|\w+ly))* to", "linearly"),
        (r"(?:аа|а)*б", "exponentially"),
        (r"\w*[а-п]\w*", "polynomially"),
        (r"([./])(?:\d\1)+x", "linearly"),
    ],
)
def test_how_the_work_for_a_pattern_grows(pattern, grows):
    found = Automaton(re.compile(pattern))
    said = "exponentially" if found.is_exponential() else "polynomially" if found.is_polynomial() else "linearly"
    assert said == grows


@pytest.mark.parametrize(
    ("head", "expected"),
    [
        (b"<!-- a --><!-- b -->\n<!DOCTYPE html>", True),
        (b"<!-- a --- b -- c - --->\n<html>", True),
        (b"<!-- a --> b <!-- c --><html>", False),
        (b"<!-- a <html>", False),
        (b"<!-- a -->" * 400 + b"<div>", False),
    ],
)
def test_comments_before_a_page(head, expected):
    assert begins_as_page(head) is expected


@pytest.mark.parametrize(
    ("line", "label", "pieces"),
    [
        ("T1\tGPE 0 6\tAnkara", "GPE", ((0, 6),)),
        ("T1\tHead of State 0 6;7 9", "Head of State", ((0, 6), (7, 9))),
        ("T1\tA 1 2 3 4", "A 1 2", ((3, 4),)),
        ("T1\ta;b 3 4;5 6;7 8\t", "a;b", ((3, 4), (5, 6), (7, 8))),
    ],
)
def test_the_offsets_of_a_span_are_the_pairs_at_its_end(line, label, pieces):
    found = parsed(line)
    assert isinstance(found, TextBound)
    assert (found.label, found.pieces) == (label, pieces)
