"""The bare present that looks ahead: "celebrates Mass on Sunday", "reports earnings Monday", "is sworn in on Friday".

News tells what is fixed beforehand in the present. In headlines it tells of what has happened, too ("Storm kills
12 on Saturday"), so only verbs of what is arranged count. Many of them are nouns as well ("the visits Monday"): the
words before and after tell.
"""

from collections.abc import Sequence

from dateline.chronology.lexicon import listed

DETERMINERS = listed("the a an his her its their our my this that these those all some any no each every")
ARTICLES = listed("the a an his her its their our my")
_WE = listed("they we you i who both all")
_SHE = listed("he she it who which that also then now")
_PREPOSITIONS = listed("of in on at by for from to with without about after before during between over under into near "
                       "through against as than and or but nor amid")  # fmt: skip

_BEHIND_A_VERB = listed("again back off forward up down out once twice until till here there it them him us")

# Of one, and no nouns in the plural.
_ONE = listed(
    "appears addresses testifies celebrates reopens arrives departs convenes reconvenes gathers assembles resumes "
    "expires lapses performs competes inaugurates undergoes retires premieres elects delivers releases publishes "
    "receives welcomes joins attends considers decides hears meets begins sits speaks sails goes holds leaves leads "
    "continues takes concludes presides unveils hands swears splashes undocks"
)
# Of one, and nouns in the plural as well.
_ONE_OR_NOUNS = listed(
    "visits hosts plays votes marks debates tours chairs faces opens starts ends heads travels flies returns kicks "
    "stages fights closes reports lands steps stands comes enters turns gets debuts airs runs"
)
# Some look ahead only before certain words …
_ONLY_BEFORE = {
    "runs": listed("out"),
    "comes": listed("into"), "enters": listed("into"), "steps": listed("down aside"), "stands": listed("trial"),
    "gets": listed("under underway"), "hands": listed("over"), "swears": listed("in"), "leads": listed("prayers mass"),
    "reports": listed("earnings results quarterly profit profits first-quarter second-quarter third-quarter "
                      "fourth-quarter half-year full-year"),
    "turns": listed("1 2 3 4 5 6 7 8 9"),
    "releases": listed("data figures results its his her the minutes new updated"),
    "publishes": listed("data figures results its his her the minutes new updated"),
    "delivers": listed("a his her its the verdict judgment"), "unveils": listed("budget its his her the"),
    "takes": listed("effect office over place part the his her its on questions up"),
}  # fmt: skip
# … and some not before certain others, by which they tell of what has come about: "votes to", "leaves 12 dead".
_RESULTS = listed("up down higher lower flat above below")
_NOT_BEFORE = {  # by the bare form
    "vote": listed("to down against"), "decide": listed("to against"), "appear": listed("to"),
    "play": listed("down"), "open": _RESULTS | {"fire"}, "end": _RESULTS, "close": _RESULTS | {"at"},
    "start": _RESULTS, "begin": _RESULTS,
    "leave": listed("at dozens hundreds thousands many several dead scores one two three four five six seven eight"),
    "hold": listed("onto firm steady that"), "hear": listed("that"), "meet": listed("with its"),
    "return": listed("to-form"), "go": listed("missing up down viral on"), "face": listed("backlash criticism"),
    "stop": listed("work working"),
}  # fmt: skip
# "Thousands attend funeral on Saturday": nobody says so of a crowd beforehand, but "Millions vote on Sunday".
_CROWDS = listed("hundreds thousands dozens scores millions crowds fans residents protesters mourners worshippers")
_OF_CROWDS = listed("attend gather celebrate mark hold hear")
_ASKING = listed("will would can could should may might do")  # "Will thousands attend the funeral on Saturday?"
_GOES_ON = listed("trial hearing hearings case inquest inquiry conference summit tournament series festival congress")

# Of many, and nouns in the singular as well: "The Rams play Saturday", "voters return to the polls on Sunday".
_MANY = listed(
    "play face host visit travel head return vote open start convene attend fly leave arrive meet reopen gather resume "
    "begin celebrate mark debate tour compete hold elect kick hear sit perform depart go close "
    "stop end conclude choose pick"
)
_HARDLY_NOUNS = listed(
    "play face host travel fly meet begin celebrate compete elect gather reopen resume convene go attend choose"
)
# No places, though they begin with a capital: "The Games close on Sunday", but "the Brussels vote".
_HELD = listed(
    "games championships olympics paralympics finals playoffs sales talks polls elections courts banks schools"
)
_NO_SUBJECT = DETERMINERS | _PREPOSITIONS | listed("will would could should may might must can shall did do does not")
_TEAMS = listed("team club side squad government cabinet committee council jury crew band orchestra family")

# "The film is released on Friday" is fixed; "he is arrested on Friday" tells of what has happened.
_ARRANGED = listed(
    "released published buried sworn inaugurated opened reopened broadcast premiered unveiled launched held celebrated "
    "observed marked commemorated scheduled planned slated crowned installed ordained screened aired shown staged "
    "played contested convened elected presented introduced auctioned"
)


def is_fixed_ahead(tokens: Sequence[str], i: int) -> bool:
    """Say whether a word is a present verb of what is arranged, told from a noun by the words around it."""
    return _of_many(tokens, i) or _of_one(tokens, i) or is_passive(tokens, i)


def is_participle_of_noun(tokens: Sequence[str], i: int) -> bool:
    """Say whether a participle describes the noun behind it: "the flooded valley", "his disputed claim"."""
    before, after = (tokens[i - 1].lower() if i else ""), (tokens[i + 1] if i + 1 < len(tokens) else "")
    return (before in ARTICLES or before.endswith(("'s", "’s"))) and after[:1].isalpha() and after.islower() and (
        after not in _PREPOSITIONS
    )  # fmt: skip


def is_preposition(word: str) -> bool:
    """Say whether a word is a preposition or joins two words."""
    return word.lower() in _PREPOSITIONS or word == ","


def is_bare_noun(word: str) -> bool:
    """Say whether a word may be a noun that stands without article: no determiner, preposition or adverb."""
    return word.islower() and word.isalpha() and word not in DETERMINERS | _PREPOSITIONS | _BEHIND_A_VERB and (
        not word.endswith("ly")
    )  # fmt: skip


def _of_one(tokens: Sequence[str], i: int) -> bool:
    word, after = tokens[i], (tokens[i + 1].lower() if i + 1 < len(tokens) else "")
    if not i or (word not in _ONE and word not in _ONE_OR_NOUNS) or after in ("of", "were", "was", "are", "have"):
        return False
    before = tokens[i - 1]
    if word in _ONLY_BEFORE and after not in _ONLY_BEFORE[word]:
        return False
    if _tells_a_result(tokens, i) or (word in ("leaves", "receives") and after[:1].isdigit()):
        return False
    if word == "continues":
        return before.lower() in _GOES_ON
    if before.endswith(("'s", "’s")) or (before.lower() in _PREPOSITIONS and word not in _ONE):
        return False
    if before.lower() in _SHE or (before[0].isupper() and before.lower() not in DETERMINERS | _PREPOSITIONS):
        return True
    if before in (",", ")"):
        return after in DETERMINERS or word in _ONE or tokens[min(i + 1, len(tokens) - 1)][:1].isupper()
    if not before[0].isalpha() or before.lower() in DETERMINERS:
        return False
    if word in _ONE:
        return before.lower() not in _PREPOSITIONS or before.lower() in ("and", "but")
    return _has_subject(tokens, i)


def _tells_a_result(tokens: Sequence[str], i: int) -> bool:
    """Say whether what follows tells that it has come about: "votes to cut aid", "close higher", "close at record"."""
    after = [t.lower() for t in tokens[i + 1 : i + 3]]
    if after[:1] == ["at"] and (after[1:] in ([], ["noon"], ["midnight"]) or after[1][:1].isdigit()):
        return False  # "Polls close at 8 p.m."
    if after[:1] == ["on"] and after[1:] in (["sale"], ["trial"], ["show"], ["display"], ["strike"], ["air"]):
        return False  # "Tickets go on sale Friday"
    bare = next((b for b in (tokens[i], tokens[i][:-1], tokens[i][:-2]) if b in _NOT_BEFORE), "")
    return bool(after) and after[0] in _NOT_BEFORE.get(bare, ())


def _has_subject(tokens: Sequence[str], i: int) -> bool:
    """Say whether the words before, back to an article, are the subject: "the new king visits", not "state visits"."""
    for j in range(i - 1, max(-1, i - 6), -1):
        word = tokens[j].lower()
        if word in ARTICLES:
            return j < i - 1
        if not word[0].isalpha() or (word in _PREPOSITIONS and word not in ("of", "for", "in", "and")):
            return False
    return False


def _of_many(tokens: Sequence[str], i: int) -> bool:
    word, before = tokens[i], tokens[i - 1] if i else ""
    if word not in _MANY or not before:
        return False
    after = tokens[i + 1] if i + 1 < len(tokens) else ""
    if _tells_a_result(tokens, i) or (word == "celebrate" and before[0].islower()):
        return False  # "Orthodox Christians celebrate Easter", but "supporters celebrate"
    if word in _OF_CROWDS and _of_a_crowd(tokens, i) and tokens[0].lower() not in _ASKING:
        return False
    if before in (",", ")"):
        return word in _HARDLY_NOUNS and (after.lower() in DETERMINERS or after[:1].isupper())
    if not before[0].isalpha():
        return False
    placed = before[0].isupper() and before.lower() not in _HELD
    if placed and word not in _HARDLY_NOUNS and i > 1 and tokens[i - 2].lower() in DETERMINERS:
        return False  # "the Brussels vote", "the Texas visit": of a place that ends in s, it is what was held there
    if before == "that" and i > 1 and tokens[i - 2].islower() and tokens[i - 2].endswith("s"):
        return True  # "tickets that go on sale"
    if before.lower() in _WE or before in _TEAMS:
        return before.lower() in _WE or word in _HARDLY_NOUNS
    if len(before) > 2 and before.endswith("s") and not before.endswith(("'s", "’s", "ss")):
        return before.lower() not in DETERMINERS
    if before[0].isupper():
        return before.lower() not in DETERMINERS | _PREPOSITIONS and word in _HARDLY_NOUNS
    return word in _HARDLY_NOUNS and before not in _NO_SUBJECT and _of_several(tokens, i)


def _of_a_crowd(tokens: Sequence[str], i: int) -> bool:
    """Say whether a crowd is what stands before: "thousands", "hundreds of young mourners"."""
    if tokens[i - 1].lower() in _CROWDS:
        return True
    return any(tokens[j].lower() in _CROWDS and tokens[j + 1] == "of" for j in range(max(0, i - 5), i - 1))


def _of_several(tokens: Sequence[str], i: int) -> bool:
    """Say whether what stands before is a subject in the plural with its place: "leaders of the bloc meet"."""
    return any(
        tokens[j].endswith("s") and len(tokens[j]) > 3 and tokens[j + 1] in ("of", "in", "from", "at")
        for j in range(max(0, i - 6), i - 2)
    )


def is_passive(tokens: Sequence[str], i: int) -> bool:
    """Say whether a word is the "is" of "is released", which tells of what is arranged."""
    if tokens[i] not in ("is", "are") or i + 1 >= len(tokens):
        return False
    done = tokens[i + 1].lower()
    if done in ("also", "then", "now", "being", "not"):
        return False
    return done in _ARRANGED
