"""The words that give what was planned another day, or none: one table for all who look for them.

Each is a pattern of alternatives, without a group round them; in Russian, Turkish and Kazakh by the stem.
"""

_SOME = r"(?:[\w’'-]+ ){0,5}?"  # "put the visit off"

# Whatever the form: what puts off, brings forward, gives another day without saying which way, and calls off.
LATER = (  # to another day
    rf"postpon\w+|put(?:s|ting)? {_SOME}(?:off|back)\b|push(?:es|ed|ing)? {_SOME}back\b|delay\w*|"
    r"defer(?:s|red|ring)?\b|reschedul\w+|"
    r"отлож\w+|отклад\w+|перен[её]с\w*|перенос\w*|(?:ertele|ötele)\w*|кейінге \w+|шегер\w*"
)
HALTED = r"suspend\w*|shelv\w+"  # to none yet
FORWARD = rf"br(?:ing(?:s|ing)?|ought) {_SOME}forward\b"
SHIFTED = r"mov(?:es?|ed|ing)\b|shift(?:s|ed|ing)?\b|сдвин\w*"
SHIFTED_FORWARD = rf"mov(?:es?|ed|ing) {_SOME}(?:forward|up)\b"
CALLED_OFF = (
    rf"cancel\w*|call(?:s|ed|ing)? {_SOME}off\b|scrap(?:s|ped|ping)?\b|abandon(?:s|ed|ing)?\b|"
    r"отмен\w+|сорвал\w+|iptal\w*|vazgeç\w+|болдырма\w*|тоқтат\w*"
)

# English participles, as they stand right before "to", "from", "until" or "on" and a date.
# Two days behind "rescheduled" are the old and the new one; what is delayed or put back may last from one to the other.
RESCHEDULED = "put off|postponed|rescheduled|adjourned|brought forward|pushed back"
MOVED = f"{RESCHEDULED}|put back|delayed|deferred"
DROPPED = "cancell?ed|called off|scrapped|shelved|axed|abandoned|suspended"

# Behind a date in the case of "to", where the verb comes last: "21 Mart'a ertelendi", "21 наурызға шегерілді".
_TO_CASE = r"(?:['’]?(?:y|n)?[ae]|ға|ге|қа|ке|на|не)(?: [\w’'-]+){0,2}? "
_STEM = r"(?:ertele|ötele|кейінге (?:шегер|қалдыр)|шегер|(?:ауыстыр|жылжыт)ыл)"
# "was not", "will not be", "may be", "if it is".
_NOT_SO = (
    r"\w*(?:m[ei](?:di|de|m|y[ei]|z)|m[iü]yo|[ea]bil|irse|м[ае](?:[йдсғг])|с[ае]\b)|"
    r"\w+ (?:жоқ|емес|мүмкін|değil|olabilir)\b"
)
TO_BEHIND = rf"{_TO_CASE}{_STEM}(?!{_NOT_SO})\w+"
# The same where the ending is part of what was tagged: "24 наурызға"; "hafta" ends in no case.
TO_ENDING = rf"(?:['’](?:y|n)?[ae]|y[ae]|[ғқ]а|[гк]е)(?: [\w’'-]+){{0,2}}? {_STEM}(?!{_NOT_SO})\w+"
NOT_TO_BEHIND = rf"{_TO_CASE}{_STEM}(?:{_NOT_SO})"

# Behind the date that is given up: "14 Mart'tan 21 Mart'a alındı", "14 Mart yerine", "14 наурыздың орнына".
_MOVED_THERE = r"(?:al|çek|kaydır|taşı|ertele|ötele|шегер|ауыстыр|жылжыт|көшір)"
FROM_BEHIND = (
    r"['’]?(?:n?[dt][ae]n|[дтн][ае]н) (?:[\w’'-]+ ){0,3}?\w+(?:['’]?y?[ae]|[ғқ]а|[гк]е) "
    rf"{_MOVED_THERE}(?!{_NOT_SO})\w+|"
    r"(?:['’]?[dt][ae]ki)? yerine\b|[дтн][ыі]ң орнына\b"
)
# Behind "на" and a date that lead the sentence.
AHEAD_BEHIND = r" (?:был[аои]? )?(?:перен[её]с|отлож|сдвин)\w+"
