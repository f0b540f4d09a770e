"""Where the verbs of a sentence stand that tell of something: by their forms, and by the words around them.

What may as well be a name, a noun or a participle is no verb here: a clause that is not seen costs less than one that
is not there.
"""

import re
from collections.abc import Callable, Sequence

from dateline.assist.told_words import ADVERBS, BE, DETERMINERS, FINITE, HAVE, MAY, PREPOSITIONS, TOKEN, WILL, is_finite
from dateline.model.text import Span


def _set(words: str) -> frozenset[str]:
    return frozenset(words.split())


_HELPS = BE | HAVE | WILL | MAY | frozenset(("do", "does", "did"))
_SUBJECTS = frozenset(("this", "that", "these", "those", "some", "any", "each", "another", "her"))
_NO_SUBJECT = frozenset(
    ("and", "or", "but", "nor", ",", ";", "(", "–", "—", "as", "both", "newly", "now", "once", "then")
)
_JOINS = frozenset(("and", "or", "but", "that", "who", "he", "she", "they", "it", "him", "them", "us", "me", "you"))
_MEAN = frozenset(("mean", "intend", "plan", "hope", "want", "expect", "seek", "agree", "wish", "vow"))
_OBJECTS = frozenset(("the", "a", "an", "its", "his", "her", "their", "that", "him", "them", "us"))
_PRONOUNS = frozenset(("who", "he", "she", "it"))  # "that" and "which" may lead to nouns
# What somebody is called by as often as what was done to him: "and exiled Weber".
_CALLED = _set(
    "exiled jailed imprisoned retired detained ousted deposed disgraced embattled convicted alleged elected appointed "
    "bearded renowned beloved accused wanted captured defeated"
)
_SOMEBODY = re.compile(
    r"\w+(?:er|or|ent|ant|ist|ian|ean|man|ief|ing|ess|al|ard)s?|envoy|rebel|king|ally|pope|priest|spy"
)
_NO_GERUND = _set(
    "morning evening spring thing something nothing anything everything king ceiling wedding ongoing incoming outgoing "
    "upcoming leading during pending existing remaining following"
)
_AGAIN = re.compile(r"(?:co|re|pre)-")

_RUSSIAN = re.compile(
    r"[а-яё]+(?:[аиеяыу]л[аои]?(?:ся|сь)?|[ауея]ет|[ауея]ют|[иеё]тся|[уюая]тся)|"
    r"(?:[а-яё]*ш[её]л|[а-яё]*шл[аои]|[пс]?мог(?:л[аои])?|(?:при|у|от|с|вы)н[её]с(?:л[аои])?|буд[еу]т|мо[гж][еу]т|"
    r"хо[чт][ея]т|станет|станут|ид[её]т|идут|есть)(?:ся)?"
)
_NOUN = re.compile(
    r"(?:генерал|канал|журнал|\w*финал|материал|капитал|арсенал|сигнал|персонал|терминал|филиал|трибунал|скандал|"
    r"потенциал|идеал|металл?|минерал|мемориал|сериал|вокзал|провал|квартал|адмирал|маршал|криминал|либерал|федерал|"
    r"оригинал|интервал|портал|(?:перед|спорт)?зал|бал|вал|шквал|развал|обвал|перевал|привал|подвал|тыл|сил|дел|цел|"
    r"скал|мил|пил|мал|тел|сел|стрел|предел|раздел|отдел|удел|апрел|артикул|мускул|стул|аул|караул|профил|недел|модел|"
    r"\w*автомобил|стил|могил|формул|правил|крыл|\w+[аи]тел|ил|начал(?=[ао]))[аои]?"
)
_LEADS_TO_NOUNS = _set("в во на с со из у к ко об о от до для по при за под над без через про между")
_TURKISH = re.compile(r"\w{2,}(?:d[ıiuü]|[tpçşksfh]t[ıiuü]|acak|ecek)(?:lar|ler)?")
_TURKISH_NOUN = re.compile(
    r"ordu|[kt]redi|kendi|şimdi|yedi|\w?ardı|yurdu|\w*med[iı]|trajedi|hindi|üstü|dostu|testi|gelecek|postu"
)
_KAZAKH = re.compile(r"[а-яёәіңғүұқөһ]{2,}(?:ды|ді|[птксш]т[ыі])")
_JOINED = _set("ve ama fakat ancak ki diye veya ya және бірақ алайда деп ал немесе")  # behind a last verb
_CYRILLIC = re.compile(r"[а-яё]{3}")

_Words = Sequence[re.Match[str]]


def verbs_in(text: str, sentence: Span, names: Sequence[Span] = (), language: str = "") -> list[int]:
    """Return where the verbs of a sentence begin; none is within one of the `names`."""
    words = list(TOKEN.finditer(text, sentence.begin, sentence.end))
    tells = _teller(language or ("ru" if _CYRILLIC.search(text, sentence.begin, sentence.end) else "en"))
    inside = {m.start() for m in words if any(n.begin <= m.start() < n.end for n in names)}
    return [
        m.start()
        for n, m in enumerate(words)
        if m[0].islower() and m.start() not in inside and tells(words, n)  # a capital begins a name
    ]


def _teller(language: str) -> Callable[[_Words, int], bool]:
    own = {"ru": _russian, "tr": _turkish, "kk": _kazakh}
    return own.get(language.partition("-")[0], _english)


def _english(words: _Words, n: int) -> bool:
    word, before = words[n][0], words[n - 1][0].lower() if n else ""
    if _is_done_before_or_after(words, n):
        return True
    if (before in DETERMINERS and before not in _SUBJECTS) or before.endswith(("'s", "’s")):
        return False  # "the left", "his will"
    if word in _HELPS or _has_pronoun(words, n):
        return True
    if before in PREPOSITIONS:
        return False  # "to set", "in need"
    after = words[n + 1][0] if n + 1 < len(words) else ""
    if _is_present(words, n, after):
        return True
    if after == "by":
        return False  # "Weber, invited by Akar": with "was" that is the verb
    return word in FINITE or (is_finite(word) and not _is_called(words, n, before, after))


def _is_done_before_or_after(words: _Words, n: int) -> bool:
    """Say whether a verb in -ing tells before or after what something was: "after hosting Weber".

    "While visiting Oslo" tells of the same time, and parts nothing.
    """
    word = words[n][0]
    if not word.endswith("ing") or len(word) < 5 or word in _NO_GERUND or n + 1 >= len(words):
        return False
    at = n - 1
    if at > 0 and (words[at][0].endswith("ly") or words[at][0] in ADVERBS):
        at -= 1
    return at >= 0 and words[at][0].lower() in ("after", "before", "since") and words[n + 1][0] not in ("of", "talks")


def _has_pronoun(words: _Words, n: int) -> bool:
    """Say whether a word in -s stands behind who does it: "who lives", "she also says"."""
    word = words[n][0]
    if len(word) < 3 or not word.endswith("s") or word.endswith("ss") or not word.isalpha() or word in ADVERBS:
        return False
    before = [m[0].lower() for m in words[max(0, n - 2) : n]]
    if before and (before[-1] in ADVERBS or before[-1].endswith("ly")):
        before.pop()
    return bool(before) and before[-1] in _PRONOUNS


def _is_present(words: _Words, n: int, after: str) -> bool:
    """Say whether a verb tells of what is so now: "they plan to", "Weber means to", "Norway leads the council"."""
    word, name = words[n][0], n > 0 and words[n - 1][0][:1].isupper()
    if word in _MEAN and after == "to":
        return True
    if not name or not word.endswith("s"):
        return False
    return (word[:-1] in _MEAN and after == "to") or (len(word) > 4 and not word.endswith("ss") and after in _OBJECTS)


def _is_called(words: _Words, n: int, before: str, after: str) -> bool:
    """Say whether a word in -ed may tell what somebody or something is, rather than what was done."""
    word = words[n][0]
    if "-" in word and not _AGAIN.match(word):
        return True  # "US-backed", "red-haired"
    if before not in _NO_SUBJECT and not before.endswith("ly"):
        return False
    if not after.isalpha():
        return False
    if not after.islower():
        return word in _CALLED or before == "newly"
    if after in DETERMINERS or after in PREPOSITIONS or after in ADVERBS or after in _JOINS or after.endswith("ly"):
        return False
    beyond = words[n + 2][0] if n + 2 < len(words) else ""
    return before.endswith("ly") or not beyond.islower() or bool(_SOMEBODY.fullmatch(after))


def _russian(words: _Words, n: int) -> bool:
    word, before = words[n][0], words[n - 1][0].lower() if n else ""
    return bool(_RUSSIAN.fullmatch(word)) and not _NOUN.fullmatch(word) and before not in _LEADS_TO_NOUNS


def _turkish(words: _Words, n: int) -> bool:
    return bool(_TURKISH.fullmatch(words[n][0])) and not _TURKISH_NOUN.fullmatch(words[n][0]) and _is_last(words, n)


def _kazakh(words: _Words, n: int) -> bool:
    return bool(_KAZAKH.fullmatch(words[n][0])) and _is_last(words, n)


def _is_last(words: _Words, n: int) -> bool:
    """Where the verb comes last a mark, the end or a conjunction stands behind it."""
    after = words[n + 1][0] if n + 1 < len(words) else ""
    return not after or not after[0].isalnum() or after in _JOINED
