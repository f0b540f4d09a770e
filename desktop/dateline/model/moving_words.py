"""The words that give what was planned another day, or none: one table for all who look for them.

Each is a pattern of alternatives, without a group round them; in Russian, Turkish and Kazakh by the stem.
"""

_SOME = r"(?:[\w’'-]+ ){0,5}?"  # "put the visit off"

# Whatever the form: what puts off, brings forward, gives another day without saying which way, and calls off.
PUT_OFF = (
    rf"postpon\w+|put(?:s|ting)? {_SOME}(?:off|back)\b|push(?:es|ed|ing)? {_SOME}back\b|delay\w*|"
    r"defer(?:s|red|ring)?\b|reschedul\w+|suspend\w*|shelv\w+|"
    r"отлож\w+|отклад\w+|перен[её]с\w*|перенос\w*|(?:ertele|ötele)\w*|кейінге \w+|шегер\w*"
)
FORWARD = rf"br(?:ing(?:s|ing)?|ought) {_SOME}forward\b"
SHIFTED = r"mov(?:es?|ed|ing)\b|shift(?:s|ed|ing)?\b|сдвин\w*"
SHIFTED_FORWARD = rf"mov(?:es?|ed|ing) {_SOME}(?:forward|up)\b"
CALLED_OFF = (
    rf"cancel\w*|call(?:s|ed|ing)? {_SOME}off\b|scrap(?:s|ped|ping)?\b|abandon(?:s|ed|ing)?\b|"
    r"отмен\w+|сорвал\w+|iptal\w*|vazgeç\w+|болдырма\w*|тоқтат\w*"
)

# English participles, as they stand right before "to", "from", "until" or "on" and a date.
MOVED = "put off|put back|postponed|delayed|deferred|rescheduled|adjourned|brought forward|pushed back"
DROPPED = "cancell?ed|called off|scrapped|shelved|axed|abandoned|suspended"

# Behind a date in the case of "to", where the verb comes last: "21 Mart'a ertelendi", "21 наурызға шегерілді".
TO_BEHIND = (
    r"(?:['’]?(?:y|n)?[ae]|ға|ге|қа|ке|на|не)(?: [\w’'-]+){0,2}? "
    r"(?:(?:ertele|ötele)(?!\w*m[ei](?:di|m|y[ei]|z))\w+|кейінге (?:шегер|қалдыр)(?!\w*м[ае][йд])\w+|"
    r"шегер(?!\w*м[ае][йд])\w+)(?! жоқ)"
)
