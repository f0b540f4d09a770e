"""How long a pattern takes that is matched against an article grows with it as it should, however it is made."""

import pytest

import dateline.assist
from tests.ambiguity import exponential, polynomial
from tests.patterns import by_module, made_of_what_comes_in, patterns_of

_NEAR = "matched against no more than 160 characters before a place"
# Where one stretch of any words leads to another: the square of a text, and why that text is short.
POLYNOMIAL = {
    "datelines._HEAD": "matched against the first 160 characters of a line",
    "denials._DENIED": "matched against one sentence, of 8,000 characters at most (model.text.sentence_at): 0.15 s",
    "relatives._ELSEWHERE": "matched against the rest of one sentence: 0.1 s for 8,000 characters",
    "role_hosts._BETWEEN": "the first stretch is of 40 characters at most",
    "role_hosts._HOSTED_BY": "matched against the 240 characters behind an event",
    "role_hosts._SIGNED_BY": "matched against the 240 characters behind an event",
    "role_modifiers._BEFELL": "within one word that has another in it over and over: 0.2 s for 8,000 characters",
    "role_places._DOING": _NEAR,
    "role_places._PLAN": _NEAR,
    "role_places._REASON": _NEAR,
    "role_places._RUSSIAN_BEFELL": _NEAR,
    "role_places._RUSSIAN_CHARGE": _NEAR,
    "told_in_turkish.TURKISH.ends": "matched against one or two words",
    "told_in_turkish.TURKISH.heads": "matched against one word",
}


@pytest.mark.parametrize("patterns", by_module(patterns_of(dateline.assist)))
def test_no_text_can_be_read_in_many_ways(patterns):
    assert exponential(patterns) == set()
    assert polynomial(patterns) == patterns.keys() & POLYNOMIAL.keys()


def test_the_patterns_that_are_told_of_are_there():
    assert {name for name, _ in patterns_of(dateline.assist)} >= POLYNOMIAL.keys()


def test_what_else_patterns_are_made_of():
    assert made_of_what_comes_in(dateline.assist) == {
        "propagation._runs_in_ascii",  # words that are sought as they are
        "propagation.identical_occurrences",  # the same
        "seeking._compiled",  # what a person wrote into the search
        "told_in_russian._words",  # its results are proved, where modules hold them
        "verb_last.words",  # the same
    }
