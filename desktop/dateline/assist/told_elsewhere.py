"""How an event is told of in Russian, Turkish and Kazakh: by the verb that is its own, or that governs it.

What stands elsewhere in the clause says nothing of it: "at the meeting they cancelled the tariffs" cancels no meeting.
"""

from collections.abc import Callable

from dateline.assist.told_around import Around, around
from dateline.assist.told_as import Told
from dateline.model.text import Span, sentence_at
from dateline.model.wrapping import unwrapped_near

LANGUAGES = ("ru", "tr", "kk")


def told_elsewhere(text: str, trigger: Span, language: str) -> tuple[Told, bool]:
    """Return how the words around an event tell of it, and whether they tell of what is past, done or not.

    Of a language that has no table nothing is known.
    """
    text = unwrapped_near(text, trigger.begin, trigger.end)
    sentence = sentence_at(text, trigger.begin)
    if language not in LANGUAGES or sentence is None or not trigger.of(text).strip():
        return {}, False
    return _reader(language)(around(text, sentence, trigger))


def _reader(language: str) -> Callable[[Around], tuple[Told, bool]]:
    # Their patterns take a while to compile.
    if language == "ru":
        from dateline.assist.told_in_russian import told_in_russian

        return told_in_russian
    if language == "tr":
        from dateline.assist.told_in_turkish import told_in_turkish

        return told_in_turkish
    from dateline.assist.told_in_kazakh import told_in_kazakh

    return told_in_kazakh


def prepare() -> None:
    """Compile the patterns, so that the first event does not wait."""
    for language in LANGUAGES:
        _reader(language)
