"""The language of a text: by the code somebody gave it, else told by its letters."""

import re
from functools import lru_cache

CYRILLIC = re.compile(r"[а-яё]", re.IGNORECASE)
KAZAKH = re.compile(r"[әғқңөұүһі]", re.IGNORECASE)
# Words that are Turkish by their letters, their endings behind a name, or as the commonest ones of the language;
# names in English reports have the letters, too, but begin with a capital.
_TURKISH = re.compile(
    r"\b[a-zçöü]*[ğış][a-zçğıöşü]*|(?<=[a-zçğıöşü\d]['’])(?:[dt][ea]n?|y?[ea]|n?[ıiuü]n|y?[ıiuü]|l[ae])\b"
    r"|\b(?:ve|bir|bu|ile|olan|için|gün[üe]?\w*|yeni|\w{3,}[ae]c[ae]k)\b"
)
_ENGLISH = re.compile(r"\b(?:the|of|and|to|in|on|at|for|is|was|will|said|with|by|an|from)\b", re.IGNORECASE)
_SAMPLE = 4000  # characters that are looked at to tell a text's language
_NAMED = {  # ISO 639-2 and English names of those for which there are words
    "eng": "en",
    "english": "en",
    "rus": "ru",
    "russian": "ru",
    "tur": "tr",
    "turkish": "tr",
    "kaz": "kk",
    "kazakh": "kk",
}

_TAG = re.compile(r"[a-z]{2}(?:[-_](?:[a-z]{2}|[a-z]{4}))?", re.IGNORECASE)


def code_of(language: str) -> str:
    """Return the two letters of a language as it was written, "rus", "ru_RU" or "RU-ru" alike; "" where none was."""
    tag = re.split(r"[-_]", language.strip().casefold(), maxsplit=1)[0]
    return _NAMED.get(tag, tag[:2])


def is_tag(text: str) -> bool:
    """Say whether a text may be a language's tag, "en", "pt-BR" or "zh_Hans", or the three letters of one."""
    return bool(_TAG.fullmatch(text)) or text.casefold() in _NAMED


def language_of(language: str, text: str) -> str:
    """Return the code of a text's language; where nobody gave it, it is told by the letters, English if not by them."""
    return code_of(language) or _told_by_letters(text[:_SAMPLE])


@lru_cache(maxsize=8)
def _told_by_letters(sample: str) -> str:
    """Tell Turkish, Russian and Kazakh from everything else by their letters."""
    letters = 0 if sample.isascii() else max(1, sum(c.isalpha() for c in sample))
    if letters and len(CYRILLIC.findall(sample)) + len(KAZAKH.findall(sample)) > letters / 2:
        return "kk" if len(KAZAKH.findall(sample)) > letters / 50 else "ru"
    turkish = len(_TURKISH.findall(sample))
    if not turkish:
        return "en"
    letters = letters or sum(c.isalpha() for c in sample)
    return "tr" if turkish > len(_ENGLISH.findall(sample)) and turkish > letters / 60 else "en"
