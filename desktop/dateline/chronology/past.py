"""English verbs in the past."""

from dateline.chronology.lexicon import listed

PAST = listed(
    "was were had did said says told has have been became began came found gave got went held kept knew left let "
    "lost made met paid put ran rose saw sent set shot shut sold spoke spent stood took thought told won wrote fell "
    "broke brought built bought caught chose cut drew fought flew grew hit led sank sat shook swore taught threw "
    "understood wore since ago last died begun become driven flown gone grown known laid risen seen shown spoken "
    "stolen sunk taken thrown torn worn written given chosen broken fallen frozen hidden born hurt quit read spread "
    "struck sought slid swung fled withdrew overthrew undertook underwent swept rode drove sang felt dealt bled sued "
    "burst burnt learnt slept wept crept hung stung dug swam drank rang sprang blew forgot forgave froze woke tore "
    "stole hid bred fed shone clung flung overcame overtook withstood withheld foresaw mistook rebuilt retook upheld"
)
_NOT_VERBS = listed("united hundred red limited advanced need indeed seed speed feed bed wed led'")


def is_past(token: str) -> bool:
    """Say whether a word, as it stands, may be a verb in the past or its participle."""
    if token in PAST:
        return True
    return len(token) > 4 and token.endswith("ed") and token.islower() and token not in _NOT_VERBS
