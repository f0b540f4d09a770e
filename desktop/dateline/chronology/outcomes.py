"""What has come about by a day, told from what was to come about by then: "left 200 dead by", "had to leave by"."""

import re

# "Rescuers had found 12 by Friday", but not what is still to come: "must have left by Friday", "has set a deadline by".
_DONE_BY = re.compile(
    r"(?<!\bto )(?<!\bnot )(?<!(?:ll|ld|ht|ay|an|st) )\b(?:(?:failed|managed) to|"
    r"(?:had|has|have)(?: (?:not|also|already|still|yet|only))*"
    r" (?!(?:been )?(?:due|told|expected|ordered|asked|given|set|agreed|warned|urged|vowed|demanded|called|"
    r"pledged|promised|insisted|requested|sought|proposed|planned|wanted|need)\b)"
    r"(?:been |[a-z]+ed\b|[a-z]{3,}en\b|found|made|built|sold|sent|paid|put|cut|lost|won|left|held|begun|come|become|"
    r"gone|done|fled|met|said|shut|run|brought|caught|fought|spent))(?!.*\b(?:to|would|will|must|should)\b)",
    re.IGNORECASE,
)
# "The blaze left 200 dead by Saturday", "power was restored by Monday": what came of it, not "was expected by Monday".
_NOT_AFTER = "".join(
    rf"(?<!{word} )"
    for word in ("to", "have", "be", "will", "['’]ll", "would", "could", "should", "must", "may", "might")
)
_RESULT = (
    r"left|killed|claimed|injured|wounded|displaced|destroyed|burned|burnt|rose|fell|climbed|grew|dropped|slipped|eased|"
    r"jumped|soared|doubled|tripled|shrank|reached|topped|exceeded|passed|spread|swept|engulfed|covered|flooded|lost|won|"
    r"took|hit|gathered|collected|drew|became|turned|stopped|ended|fled|arrived|returned|came|went|got|had|cleared|"
    r"emptied|filled|closed in|gave way|ran out|broke|collapsed"
)
_STILL_WANTED = (
    r"be|been|due|told|expected|ordered|asked|given|set|agreed|warned|urged|vowed|demanded|called|pledged|promised|"
    r"requested|sought|proposed|planned|wanted|needed|required|scheduled|supposed|meant|slated|hoped|invited|instructed|"
    r"obliged"
)
_WAS_SO = (
    rf"(?:was|were|wasn[’']t|weren[’']t)(?: \w+ly| not| also| all| still| already| back)? (?!(?:{_STILL_WANTED})\b)"
    r"(?:[a-z]+ed|[a-z]{3,}en|found|made|built|sold|sent|paid|cut|lost|won|left|held|gone|done|met|shut|brought|caught|"
    r"back|over|open|dead|safe|under|in|out|on|at|empty|clear|full|ready|free|home)"
)
# What comes between and makes it a wish: "left a note asking for an answer by", "came under pressure to resign by" …
_WISHED = (
    r"would|will|must|should|can|could|may|might|that|until|due|asking|demanding|seeking|promises?|pledges?|requests?|"
    r"ultimatum|deadline|orders?|appeals?|plans?|hopes?|calls?|pressure"
)
# … but "rose to 200 by", "came to the gates by".
_TO_A_THING = (
    r"[\d$€£]|(?:at|about|more|nearly|almost|over|the|a|an|its|their|his|her|some|around|just|only|below|above|under)\b"
)
_CAME_OF_IT = re.compile(
    rf"{_NOT_AFTER}\b(?:{_RESULT}|{_WAS_SO})\b(?!.*\b(?:{_WISHED})\b)(?!.*\bto (?!{_TO_A_THING}))", re.IGNORECASE
)


def has_come_of_it(tail: str) -> bool:
    """Say whether a sentence tells before "by Friday" what had come about by then."""
    return bool(_DONE_BY.search(tail) or _CAME_OF_IT.search(tail))
