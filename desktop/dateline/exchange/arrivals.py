"""Articles as they arrive from files that hold articles alone: which of them are there already, or nearly are."""

from collections.abc import Iterator, Mapping, Sequence

from msgspec.structs import replace

from dateline.exchange.days import DaysOfTexts
from dateline.exchange.intake import article_of
from dateline.exchange.line_ends import copies_of
from dateline.exchange.not_taken import joined
from dateline.exchange.options import Nearly, NearText, NotOlder, ReadOptions
from dateline.exchange.problems import Problem, ProblemKind, worded
from dateline.exchange.reading import Item
from dateline.model.article import Article, Original
from dateline.model.bundle import Bundle
from dateline.model.text import text_sha256
from dateline.model.wording import Advice, ToDo, Wording, cut_short, tr
from dateline.scratch import Ledger


class Arrivals:
    """Passes articles on, and tells of those that repeat another one; what becomes of these the options say."""

    def __init__(self, options: ReadOptions) -> None:
        self._options = options
        self._position = options.first_position
        self._days = DaysOfTexts(options)
        self._seen = Ledger()  # the texts so far, by their days, to the id of the article that brought it and its name

    def read_as(self, options: ReadOptions) -> None:
        """Take what comes from now on as other options say."""
        self._options = options

    def article(self, text: str, fields: Mapping[str, str], origin: str, meta: Mapping[str, str]) -> Article:
        """Return a text as an article at the next place of the list; raises Fault as `article_of` does."""
        return article_of(text, fields, origin, meta, self._options, self._position)

    def take(
        self,
        article: Article,
        name: str,
        line: int | None = None,
        original: Original | None = None,
        *,
        dated: bool = True,
    ) -> Iterator[Item]:
        """Yield what is to be told of an article, and the article unless it is to be left out.

        One whose text is there already goes along for what is said of it: with the id of that which brought the text.
        A text of two occasions is two articles; `dated`: its date is that of the day on which it appeared.
        """
        known = self._as_known(article)
        where = article.title or (f"on line {line}" if line else name)
        occasion = self._days.of(article, dated=dated)
        text = self._days.text(known.sha256, occasion)
        first_id, _, here = (self._seen.get(text) or "").partition("\0")
        if not first_id:
            self._seen[text] = f"{article.id}\0{where}"
        before = here if first_id else self._options.known_as(known.sha256, occasion)
        if before is not None:
            taken: list[Wording] = []
            if not self._options.keep_repeated:
                yield Bundle(replace(known, id=first_id or known.id), weighed=True, repeats=True, taken=taken)
            yield _same(name, line, before, taken, here=bool(first_id), kept=self._options.keep_repeated)
            if not self._options.keep_repeated:
                return
        revises = ""
        near = self._options.near(article) if before is None and self._options.near else None
        if near is not None and not near.again:
            choice = choice_for(near, self._options.nearly)
            yield told_of_near(name, line, near, self._options.nearly)
            if choice is Nearly.LEAVE_OUT:
                self._seen[text] = ""  # what repeats it is left out likewise
                return
            revises = near.article_id if choice is Nearly.REVISE else ""
        self._position = article.position + 1
        yield Bundle(article, original=original, revises=revises, again=before is not None, weighed=True)

    def _as_known(self, article: Article) -> Article:
        """Return an article with the text that is known, where its own is a copy of that with other line ends."""
        if self._is_known(article.sha256):
            return article
        copies = (text for text in copies_of(article.text) if self._is_known(text_sha256(text)))
        return replace(article, text=next(copies, article.text))

    def _is_known(self, sha256: str) -> bool:
        return bool(self._seen.get(sha256)) or self._options.known_as(sha256) is not None


_SAME_AS = {
    (True, False): tr("has the same text as {name}; it is left out"),
    (True, True): tr("has the same text as {name}; it is taken in once more"),
    (False, False): tr("has the same text as the project's article {name}; it is left out"),
    (False, True): tr("has the same text as the project's article {name}; it is taken in once more"),
}  # by whether that one came in the same import, and whether it is kept
_GETS = {
    True: tr("has the same text as {name}, which gets what it lacks: {these}; the rest is left out"),
    False: tr(
        "has the same text as the project's article {name}, which gets what it lacks: {these}; the rest is left out"
    ),
}  # by the first of these
_DONE = {
    Nearly.BESIDE: tr("it is taken in beside it"),
    Nearly.LEAVE_OUT: tr("it is left out"),
    Nearly.REVISE: tr("it is taken for a newer version, to which the annotations are carried over"),
}
_ONE_DAY = Advice(
    tr("If both are one article, give that one this date under Properties first: then this one is left out"),
    "If both are one article, give that one this date with dateline redate first: then this one is left out",
)
_OTHER_WAY = Advice(
    tr("If both are one article, choose what becomes of it under Near-repeats"),
    "If both are one article, leave it out (--nearly leave-out), or take it for a newer version (--nearly revise)",
)
_CORRECT = tr("If one of the dates is wrong, correct it before you import this")
_NOT_OLDER: Mapping[NotOlder, tuple[str, ToDo]] = {
    NotOlder.TOGETHER: (
        tr("it is taken in beside it: of what comes in one import none is an older version"),
        tr("If it is one all the same, import that one first, alone"),
    ),
    NotOlder.LATER: (
        tr("it is taken in beside it, as that one was published later"),
        _CORRECT,
    ),
    NotOlder.OTHER_DAY: (tr("it is taken in beside it: a text of two days is two articles"), _ONE_DAY),
    NotOlder.SERIES: (
        tr("it is taken in beside it, as a brief text of that title from another day or of other words"),
        tr("If it is a newer version all the same, give both the same address (url) before you import it"),
    ),
}  # what becomes of an article that was to be a newer version of such a one, and what can be done
_OTHER_DAY = tr("has the same text as {name}, but is of another day; {done}")
_SAME_PLACE = tr("is from the same address as {name}; {done}")
_NEARLY = tr("is nearly the same text as {name} ({share} of its words in the same order); {done}")


def _same(name: str, line: int | None, before: str, taken: Sequence[Wording], *, here: bool, kept: bool) -> Problem:
    details: dict[str, str | Wording] = {"name": cut_short(before)}
    wording = Wording(_SAME_AS[here, kept], details)
    if taken:
        wording = Wording(_GETS[here], details | {"these": joined(taken)})
    return worded(wording, "", name, line, kind=ProblemKind.REPEATED_TEXT)


def choice_for(near: NearText, choice: Nearly) -> Nearly:
    """Return what becomes of an article near another one where `choice` is what was asked for.

    What it repeats may be no older version, or have come just before it in the same import.
    """
    return Nearly.BESIDE if choice is Nearly.REVISE and _why_not(near) else choice


def _why_not(near: NearText) -> NotOlder | None:
    return near.not_older or (None if near.article_id else NotOlder.TOGETHER)


def told_of_near(name: str, line: int | None, near: NearText, asked: Nearly) -> Problem:
    """Say what an article nearly repeats, what becomes of it and, where that is not what was asked for, why."""
    why_not = _why_not(near) if asked is Nearly.REVISE else None
    if near.same_text and asked is Nearly.BESIDE:
        why_not = NotOlder.OTHER_DAY
    done, what_to_do = (
        (_DONE[asked], _OTHER_WAY if asked is Nearly.BESIDE else "") if why_not is None else _NOT_OLDER[why_not]
    )
    if why_not is NotOlder.OTHER_DAY and not near.article_id:  # both come now
        what_to_do = _CORRECT
    day = f" ({near.published[:10]})" if near.published else ""
    details: dict[str, str | Wording] = {"name": f"{cut_short(near.name)}{day}", "done": Wording(done)}
    details["share"] = f"{near.share:.0%}"
    nearly = _SAME_PLACE if near.same_place else _NEARLY
    wording = Wording(_OTHER_DAY if near.same_text else nearly, details)
    return worded(wording, what_to_do, name, line, kind=ProblemKind.NEAR_TEXT)
