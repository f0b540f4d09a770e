"""The clauses of a sentence: what stands in a clause of its own with its own verb is told of something else.

"Koval met Petrov in Oslo, while Weber flew to Rome": nobody flew to Oslo. A clause is told by the word that opens it
and by a verb or an event's trigger in it; without either it is a mere phrase of the clause before.
"""

import re
from bisect import bisect_right
from collections.abc import Iterable, Sequence

from msgspec import Struct

from dateline.assist.told_words import ADVERBS, PREPOSITIONS, REPORTS, TOKEN
from dateline.assist.verbs import verbs_in
from dateline.model.text import Span

# By what it opens: who or what is told of on; beside or against the rest; one more; what is said; who says it.
_OPENS = re.compile(
    r"(?P<aside>, (?=(?:[\w-]+ ){0,3}?\w+ed by\b[^,;]*,))|"
    r"(?P<relative>,? +(?:who|whom|whose|which|where|whereupon)\b|, +(?:in|on|at|of|during|after|with|to) which\b|"
    r",? +котор\w+|, +где\b)|"
    r"(?P<beside>,? +(?:while|whilst|whereas|although|though|because|unless|if|when|whether)\b|"
    r",? +(?:after|before|as|since|until)\b|, +(?:пока|хотя|если|когда|поскольку|после того как|прежде чем)\b)|"
    r"(?P<against>, +(?:but|yet|so|nor|но|а|однако|тогда как|ancak|fakat|ama|oysa|бірақ|алайда)\b|[,;:] +however\b|"
    r"; ?|[—–] )|"
    r"(?P<more>, +(?:and|or|и|или|ve|және)\b| +(?:and|but|then|и|ve)\b)|"
    r"(?P<that> +that\b|, +(?:что|чтобы|будто)\b)|"
    r"(?P<says>, +(?:[\w.'’-]+ ){0,6}?(?:said|says|told|announced|confirmed|added|reported)\b(?!,)|"
    r", +(?:(?:об этом|как) )?(?:сообщ|заяв|переда|уточн|подчеркн|рассказ|пиш)(?:ил|ал|нул|ет|ают|ает|ют|ут)[аои]?\b)",
    re.IGNORECASE,
)
_ASIDE = re.compile(r", (?:[\w-]+ ){0,3}?(?P<verb>\w+ed) by\b(?=[^,;]*,)")  # "Weber, invited by Akar, met"
_LEADS = re.compile(
    r"\s*(?:while|whilst|whereas|although|though|because|unless|if|when|after|before|as|since|пока|хотя|если|когда|"
    r"поскольку)\b",
    re.IGNORECASE,
)
_FIRM = re.compile(r"[\s,]*(?:after|before|as|since|until|and|or|but|then|that|и|или|ve|және)\b", re.IGNORECASE)
_AT_ONCE = re.compile(r"\s*(?:(?:also|then|later|now|first|still|thus|therefore|\w+ly),? )?")  # before the verb
_OF_A_THING = re.compile(r",? +(?:(?:in|on|at|of|during|after|with|to) )?which\b", re.IGNORECASE)
_WHOSE = re.compile(r",? +whose\b", re.IGNORECASE)
_PHRASES = PREPOSITIONS | frozenset(
    ("during", "after", "before", "since", "until", "amid", "ahead", "в", "на", "с", "во", "по", "после")
)
_ARTICLES = ADVERBS | {"the", "a", "an", ".", "and", ",", "both"}
_TELLS = REPORTS | frozenset(
    [
        "say",
        "saw",
        "sees",
        "see",
        "watched",
        "heard",
        "hear",
        "made",
        "makes",
        "make",
        "let",
        "lets",
        "thinks",
        "thought",
        "hopes",
        "hoped",
        "claimed",
        "claims",
        "insisted",
        "argued",
        "denied",
        "warned",
        "knew",
        "knows",
    ]
)
_BACK = 4  # words between the comma that closes a clause and the verb of what goes on


class Clause(Struct):
    """One clause: its pieces, how it is opened and from which one, and whether it says who for itself."""

    kind: str
    begin: int
    host: int = -1
    verb: int = -1  # where its first verb or trigger stands; -1 in what has none
    shared: bool = False


class Clauses:
    """The clauses of one sentence."""

    def __init__(
        self,
        text: str,
        sentence: Span,
        triggers: Iterable[Span] = (),
        names: Iterable[Span] = (),
        language: str = "",
    ) -> None:
        self._text, self._sentence = text, sentence
        self._triggers = sorted(t for t in triggers if sentence.covers(t))
        self._names = [n for n in names if sentence.covers(n)]
        asides = {m.start("verb") for m in _ASIDE.finditer(text, sentence.begin, sentence.end)}
        self._verbs = sorted({*verbs_in(text, sentence, self._names, language), *asides})
        self._pieces: list[tuple[int, int]] = []  # where a piece begins, and of which clause it is
        self.clauses: list[Clause] = []
        self._split()
        self._begins = [begin for begin, _ in self._pieces]

    def of(self, span: Span) -> int:
        """Return the number of the clause in which words stand."""
        return self._pieces[max(0, bisect_right(self._begins, span.begin) - 1)][1]

    def apart(self, event: Span, other: Span, *, circumstance: bool = False) -> bool:
        """Say whether other words stand in another clause than an event, and are not what both are told of.

        What two clauses have in common: who does both ("met A and flew to B"), whom "who" goes on about, and, of a
        `circumstance`, the time and place at the head of the first.
        """
        mine, theirs = self.of(event), self.of(other)
        if mine == theirs or self.clauses[theirs].verb < 0:
            return False
        own, host = self.clauses[mine], self.clauses[theirs]
        if own.kind == "beside" and own.shared and not circumstance and self.clauses[own.host].kind == "relative":
            own = self.clauses[own.host]  # ", who visited Rome after hosting Weber": who does both
        if host.kind in ("relative", "that") and event.end <= host.begin and self._tells_of(event, host.begin):
            return False
        if circumstance and host.host == mine and event.end <= host.begin and self._may_be_said_of_both(theirs, other):
            return False  # "at a hotel where delegates stayed in Oslo on Monday": of both, or of who can tell which
        if own.host == theirs:
            if circumstance and event.begin not in self._verbs and _WHOSE.match(self._text, own.begin, event.begin):
                return False  # "next week they see the council, whose meeting he praised"
            if own.kind == "relative":
                return other.end > own.begin or bool(self._text[other.end : own.begin].strip(" ,"))
            ahead = other.end <= (host.verb if host.verb >= 0 else own.begin)
            leads = circumstance and own.begin < host.begin
            if ahead and ((own.shared and not leads) or (circumstance and own.kind in ("more", "against"))):
                return False
        return not (circumstance and host.host == mine and host.kind == "more" and host.shared)

    def _tells_of(self, event: Span, begin: int) -> bool:
        """Say whether a clause behind the words of an event may go on about it: "the war, which A began"."""
        between = self._text[event.end : begin]
        return (
            event.begin not in self._verbs
            and not any(event.end <= v < begin for v in self._verbs)
            and (bool(_OF_A_THING.match(self._text, begin)) or not any(c.isupper() for c in between))
        )

    def _may_be_said_of_both(self, number: int, other: Span) -> bool:
        """Say whether words end the sentence behind the verb of a clause that no comma parts from a noun."""
        clause = self.clauses[number]
        return (
            clause.kind in ("relative", "that")
            and self._text[clause.begin] != ","
            and self._pieces[-1][1] == number
            and clause.verb < other.begin
            and not any(v > other.begin for v in self._verbs)
        )

    def _told(self, begin: int, end: int, *, firmly: bool = False) -> int:
        """Return where the first verb of a piece stands; unless it must be one `firmly`, a trigger will do."""
        found = [v for v in self._verbs if begin <= v < end]
        found += [] if firmly else [t.begin for t in self._triggers if begin <= t.begin < end]
        return min(found, default=-1)

    def _split(self) -> None:
        text, (begin, end) = self._text, (self._sentence.begin, self._sentence.end)
        self.clauses.append(Clause("main", begin))
        self._pieces.append((begin, 0))
        at, now = begin, 0
        if _LEADS.match(text, begin) and (comma := text.find(",", begin, end)) >= 0:
            now = self._led_by(begin, comma)
            at = comma
        opened = begin
        openings = [m for m in _OPENS.finditer(text, at, end) if m.start() > begin and not self._in_a_name(m)]
        for n, match in enumerate(openings):
            upto = openings[n + 1].start() if n + 1 < len(openings) else end
            beyond = upto  # "but Weber, who stayed in Oslo, refused": the verb comes behind what is told of him
            if match.lastgroup == "more" and self._goes_on_as_list(match, openings[n + 1 :]):
                beyond = openings[n + 2].start() if n + 2 < len(openings) else end
            if match.lastgroup in ("against", "beside"):
                beyond = next((m.start() for m in openings[n + 1 :] if m.lastgroup != "relative"), end)
            if self._opens(match, beyond, now):
                now = self._open(match, upto, now)
                opened = match.end()
            left = self._left(now)
            if left >= 0 and (back := self._back(match.end(), upto, opened)) >= 0:
                now = left
                self._pieces.append((back, now))
        for n, clause in enumerate(self.clauses):
            clause.verb = min((v for b, e in self._spans(n) if (v := self._told(b, e)) >= 0), default=-1)

    def _left(self, number: int) -> int:
        """Return the clause that goes on behind the comma which closes one; -1 if none does.

        In "who lives in Rome and is ill, in Oslo" two clauses are closed at once.
        """
        while (clause := self.clauses[number]).host >= 0 and (
            (clause.kind == "more" and clause.shared) or self._is_within_an_aside(clause)
        ):
            number = clause.host
        return max(clause.host, 0) if clause.kind in ("aside", "relative", "beside") else -1

    def _is_within_an_aside(self, clause: Clause) -> bool:
        """Say whether a comma closes the clause before, too: ", who visited Rome after hosting Weber, left"."""
        return (
            clause.kind == "beside"
            and self._text[clause.begin] != ","
            and self.clauses[clause.host].kind in ("aside", "relative")
        )

    def _in_a_name(self, match: re.Match[str]) -> bool:
        return any(n.begin <= match.start() and match.end() <= n.end for n in self._names)

    def _led_by(self, begin: int, comma: int) -> int:
        """A sentence that begins with "While …," has its main clause behind the comma."""
        told = self._told(begin, comma, firmly=bool(_FIRM.match(self._text, begin)))
        if told < 0:
            return 0
        self.clauses[0].kind, self.clauses[0].host = "beside", 1
        self.clauses[0].shared = self._is_gerund(told)  # "After meeting Weber, Akar left"
        self.clauses.append(Clause("main", comma))
        self._pieces.append((comma, 1))
        return 1

    def _goes_on_as_list(self, match: re.Match[str], after: Sequence[re.Match[str]]) -> bool:
        """Say whether but a name stands before the next "and": "…, and Weber and Duda flew to Rome"."""
        follows = after[0] if after else None
        return (
            follows is not None
            and follows.lastgroup == "more"
            and not follows[0].startswith(",")
            and bool(self._text[match.end() : follows.start()].strip())
            and self._is_name(match.end(), follows.start())
        )

    def _opens(self, match: re.Match[str], upto: int, now: int) -> bool:
        """Say whether a word opens a clause here: it has a verb of its own, and so has what stands before."""
        if match.lastgroup == "says":
            return True
        firmly = bool(_FIRM.match(match[0]))
        if match.lastgroup == "beside" and firmly and (comma := self._text.find(",", match.end(), upto)) >= 0:
            upto = comma  # "as head of the council, met": no more than a phrase
        told = self._told(match.end(), upto, firmly=firmly)
        if told < 0 or (match.lastgroup == "beside" and self._is_bare(match.end(), told)):
            return False
        if match.lastgroup == "more":
            before = max((b for b, c in self._pieces if c == now), default=self._sentence.begin)
            if self._told(before, match.start(), firmly=True) < 0 or self._are_one(match.start(), match.end(), told):
                return False
            return match[0].startswith(",") or self._shares(match.end(), told) or self._has_subject(match, told)
        return True

    def _has_subject(self, match: re.Match[str], verb: int) -> bool:
        """Say whether a name of its own and then the verb come behind "and": "met Weber and Duda flew to Rome".

        After "said Weber and Duda flew" both did.
        """
        words = list(TOKEN.finditer(self._text, match.end(), verb))
        if verb not in self._verbs or not any(w[0][0].isupper() for w in words):
            return False
        before = max((v for v in self._verbs if v < match.start()), default=-1)
        told = TOKEN.match(self._text, before) if before >= 0 else None
        if told is None or (told[0] in _TELLS and self._is_name(told.end(), match.start())):
            return False
        return self._is_name(match.end(), verb)

    def _is_name(self, begin: int, end: int) -> bool:
        """Say whether nothing but a name stands here, with its office and article, and "also"."""
        words = TOKEN.finditer(self._text, begin, end)
        return all(
            w[0][0].isupper() or w[0] in _ARTICLES or any(n.begin <= w.start() < n.end for n in self._names)
            for w in words
        )

    def _is_bare(self, begin: int, verb: int) -> bool:
        """Say whether a participle comes at once: "as planned", "when asked"."""
        if self._is_gerund(verb):
            return False
        return self._text[begin:verb].isspace() and verb in self._verbs and self._text[begin + 1].isascii()

    def _is_gerund(self, verb: int) -> bool:
        word = TOKEN.match(self._text, verb) if verb in self._verbs else None
        return word is not None and word[0].endswith("ing")

    def _are_one(self, end: int, begin: int, verb: int) -> bool:
        """Say whether two verbs have one object: "met and thanked Weber"."""
        before = [m.start() for m in TOKEN.finditer(self._text, self._sentence.begin, end)][-1:]
        told = any(v in self._verbs for v in before) or any(t.end == end for t in self._triggers)
        return told and self._shares(begin, verb)

    def _shares(self, begin: int, verb: int) -> bool:
        """Say whether a clause goes on with its verb at once: who does it stands before."""
        return bool(_AT_ONCE.fullmatch(self._text, begin, verb))

    def _open(self, match: re.Match[str], upto: int, now: int) -> int:
        kind = match.lastgroup or "more"
        if kind in ("more", "against", "says"):
            leaves = ("beside",) if kind == "more" else ("beside", "relative")
            while self.clauses[now].kind in leaves and self.clauses[now].host >= 0 and match[0][0] in ",;":
                now = self.clauses[now].host
        shared = kind in ("more", "against", "beside") and self._shares(match.end(), self._told(match.end(), upto))
        self.clauses.append(Clause(kind, match.start(), now, shared=shared))
        self._pieces.append((match.start(), len(self.clauses) - 1))
        return len(self.clauses) - 1

    def _back(self, begin: int, end: int, opened: int) -> int:
        """Return the comma behind which the clause before goes on, by its verb or by when and where; -1 if none.

        The clause that it closes was `opened` before, and has its verb by then.
        """
        first = self._told(max(opened, self._pieces[-1][0]), end)
        for comma in re.finditer(",", self._text[begin:end]):
            at = begin + comma.start()
            words = list(TOKEN.finditer(self._text, at + 1, end))[:_BACK]
            goes_on = any(w.start() in self._verbs for w in words) or (words and words[0][0] in _PHRASES)
            if 0 <= first < at and goes_on:
                return at
        return -1

    def _spans(self, number: int) -> Sequence[tuple[int, int]]:
        ends = [*(b for b, _ in self._pieces[1:]), self._sentence.end]
        return [(b, e) for (b, n), e in zip(self._pieces, ends, strict=True) if n == number]
