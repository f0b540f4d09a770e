"""How long a pattern takes that is matched against an article grows with it as it should, however it is made."""

import re
from collections.abc import Iterator

import pytest

import dateline.chronology
from dateline.chronology import rules
from dateline.chronology.languages.words import Language
from tests.ambiguity import exponential, polynomial
from tests.patterns import by_module, made_of_what_comes_in, modules_of, patterns_of

_ONE_WORD, _EXPRESSION = "matched against one word", "matched against one expression, 120 characters at most"
# Where one stretch of any words leads to another: the square of a text, and why that text is short.
POLYNOMIAL = {
    "foreign._EVENT": _ONE_WORD,
    "names._IN_A_PLACE": "matched against 40 characters",
    "languages.kazakh.KAZAKH.future": _ONE_WORD,
    "languages.turkish.TURKISH.future": _ONE_WORD,
    "languages.turkish.TURKISH.past": _ONE_WORD,
    "rules.durations._either": _EXPRESSION,
    "rules.spans._from_to": _EXPRESSION,
    "rules.spans._of_year": _EXPRESSION,
}


def written_in_rules() -> Iterator[tuple[str, re.Pattern]]:
    """Yield the patterns of the rules of English, which are compiled when they first match."""
    for _, family in rules.ALL:
        for pattern, build in family:
            reads = getattr(build, "func", build)  # without what is filled in beforehand
            yield f"{reads.__module__.removeprefix('dateline.chronology.')}.{reads.__name__}", re.compile(pattern)


def written_in_languages() -> Iterator[tuple[str, re.Pattern]]:
    """Yield the patterns of the languages' words, which are compiled when they are first asked for."""
    for name, module in modules_of(dateline.chronology):
        for key, language in vars(module).items():
            if isinstance(language, Language) and name.startswith("languages."):
                yield from ((f"{name}.{key}.{field}", pattern) for field, pattern in _of_language(language))


def _of_language(language: Language) -> Iterator[tuple[str, re.Pattern]]:
    texts = ((field, getattr(language, field)) for field in language.__struct_fields__)
    yield from ((field, re.compile(value)) for field, value in texts if isinstance(value, str))
    yield from ((f"lengths.{unit}", re.compile(value)) for unit, value in language.lengths.items())
    yield from ((f"table.{letter}", pattern) for letter, pattern, _ in language._patterns)
    yield "phrases", language._phrases[0]


def everything() -> Iterator[tuple[str, re.Pattern]]:
    """Yield all patterns of chronology; rules of one name have one each."""
    yield from written_in_languages()
    yield from written_in_rules()
    yield from patterns_of(dateline.chronology)


@pytest.mark.parametrize("patterns", by_module(everything()))
def test_no_text_can_be_read_in_many_ways(patterns):
    assert exponential(patterns) == set()
    assert polynomial(patterns) == patterns.keys() & POLYNOMIAL.keys()


def test_the_patterns_that_are_told_of_are_there():
    assert {name for name, _ in everything()} >= POLYNOMIAL.keys()


def test_what_else_patterns_are_made_of():
    found = made_of_what_comes_in(dateline.chronology)
    assert {name for name in found if not name.startswith(("languages.words.", "rules.rule."))} == {
        "befallen.known_year",  # the nouns of a table, each tried by itself
        "foreign._stands_alone",  # a language's adverbs
        "quantity._figure",  # one sign or the other in a number
        "rules.anaphora.year_before",  # how a value of one size looks
    }
