"""Reads Prodigy's datasets."""

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

from msgspec.structs import replace

from dateline.exchange.answers import REJECTED, Said, add_answers, rejected_by, with_answers
from dateline.exchange.checks import Fault, records, some_text, text, whole
from dateline.exchange.draft import Draft
from dateline.exchange.intake import Intake, fragments_in, plain
from dateline.exchange.json_lines import told_of_page
from dateline.exchange.jsonl import AT_ONCE, Source
from dateline.exchange.jsonstream import objects
from dateline.exchange.options import ReadOptions
from dateline.exchange.places import require_words
from dateline.exchange.problems import ProblemKind
from dateline.exchange.reading import Item
from dateline.exchange.recounting import Numbered, counted_records
from dateline.model.annotation import Annotator
from dateline.model.article import State
from dateline.model.bundle import Bundle
from dateline.model.progress import Progress
from dateline.model.wording import Wording, tr

_NOT_META = frozenset({"text", "tokens", "spans", "relations", "answer", "meta", "options", "html"})
WHOSE = ("_annotator_id", "_session_id")  # who gave an answer
_OF_ANSWERS = frozenset({*WHOSE, "_timestamp"})  # each answer about a text has its own
_NO_COLUMNS = frozenset({"accept", "_is_binary"})  # where an example is answered and not marked
_REJECTED = "was rejected: it comes in as skipped, without its spans, which are no gold; so do further ones"
_OF_WORDS = "has relations between words that are no spans; such are left out"
_OF_A_SPAN = tr(
    "is a yes-or-no answer about a span: the text comes in as started, with the spans that were accepted; nobody said"
    " what else is in it, and what was rejected is left out; so do further ones"
)
_OF_THE_TEXT = tr(
    "is an answer about a whole text (classification): the text comes in as new, without annotations; its categories"
    " are kept in columns named after the answer, such as accept and reject; so do further ones"
)
_CATEGORIES = ("classification", "choice")  # interfaces that ask about a text; spans there are a pattern's
_ANSWERS = {"accept": State.DONE, "reject": State.SKIPPED, "ignore": State.SKIPPED}


def read(source: Path, options: ReadOptions) -> Iterator[Item]:
    """Yield an article with its annotations for each example."""
    reader = _ProdigyReader(source, options)
    size = source.stat().st_size

    def opens() -> Source:
        return source.open("rb", buffering=AT_ONCE)

    def found(progress: Progress, wanted: Callable[[bytes], bool]) -> Numbered:
        return objects(opens, size, source.name, progress, wanted=wanted)

    return reader.intake.taken(counted_records(found, source.name, options), reader.bundles, of="record")


class _ProdigyReader:
    """What is known while a dataset is read."""

    def __init__(self, source: Path, options: ReadOptions) -> None:
        self.intake = Intake(source.name, options)
        self._takes_rejected = options.extra.get("rejected") == "take"

    def bundles(self, raw: dict[str, Any], number: int) -> Iterator[Bundle]:
        """Yield the example's page."""
        body = some_text(raw, "text")
        meta = raw.get("meta")
        meta = meta if isinstance(meta, dict) else {}
        name, state, ours = told_of_page(raw, meta, self.intake, number, WHOSE)
        of_text = _asks_of_text(raw)
        part = of_text or _asks_of_span(raw)
        ours |= _NO_COLUMNS if part else frozenset()
        ours |= {"label"} if of_text and isinstance(raw.get("label"), str) else frozenset()
        facts, further = self.intake.facts({**raw, **meta}, _NOT_META | _OF_ANSWERS | ours, number)
        facts["article"] = plain(meta.get("article"))
        answer = text(raw, "answer")
        if answer not in ("", *_ANSWERS):
            raise Fault(
                "answer", Wording(tr("is {answer}, expected accept, reject or ignore"), {"answer": f"{answer!r}"})
            )
        who = self.intake.annotator(name) if name else self.intake.owner()
        self._tell_of_answer(raw, who, number)
        article = self.intake.article(body, who, facts, further, number, part=part)
        draft = Draft(article, who)
        if part:
            yield self._answered(raw, draft, number, answer, state, of_text=of_text)
            return
        state = state or _ANSWERS.get(answer)
        answers: dict[str, list[str]] = {}
        if answer == "reject":
            draft.article, answers = rejected_by(article, who), {REJECTED: [who.name]}
            if self._takes_rejected:
                state = State.STARTED
            else:
                self.intake.tell_once(_REJECTED, ProblemKind.FIELD, number)
        if answer != "reject" or self._takes_rejected:
            self._take_annotations(raw, draft, number)
        yield replace(draft.bundle(state), joint=self.intake.is_joint(article), answers=answers)

    def _answered(
        self, raw: dict[str, Any], draft: Draft, number: int, answer: str, state: State | None, *, of_text: bool
    ) -> Bundle:
        """Return what an answer about a span or a whole text says of the page: never that all of it was looked at."""
        answers: dict[str, list[str]] = {}
        if of_text:
            answers = _categories(raw, answer)
            self.intake.tell_once(_OF_THE_TEXT, ProblemKind.FIELD, number)
            usual = State.SKIPPED if answer == "ignore" else State.NEW
        else:
            self.intake.tell_once(_OF_A_SPAN, ProblemKind.FIELD, number)
            takes = answer in ("", "accept") or (answer == "reject" and self._takes_rejected)
            usual = State.STARTED if takes else State.SKIPPED
            if takes:
                self._take_annotations(raw, draft, number)
        said: Said = {}
        add_answers(said, answers, draft.who.name)
        article = with_answers(draft.article, said)
        return replace(draft.bundle(state or usual), article=article, joint=True, part=True, answers=answers)

    def _tell_of_answer(self, raw: dict[str, Any], who: Annotator, number: int) -> None:
        """Tell the first time what of an answer is left out; whose it is, its annotator is called."""
        for key in sorted(_OF_ANSWERS):
            if (value := plain(raw.get(key))) and not (key in WHOSE and value == who.name):
                self.intake.leave_out(key, "is of each answer and not of its article, and is left out", number)

    def _take_annotations(self, raw: dict[str, Any], draft: Draft, number: int) -> None:
        tokens = records(raw, "tokens")
        ends = _Ends()
        for i, item in enumerate(records(raw, "spans")):
            where = f"spans[{i}]."
            begin, end = _place(item, tokens, where)
            fragments = fragments_in([(begin, end)], len(draft.article.text), where[:-1])
            require_words(item, where, draft.article.text, fragments)
            label = some_text(item, "label", where)
            made = draft.mention(self.intake.layer(label, number, f"{where}label"), label, fragments)
            ends.add(made, begin, end, label, item.get("token_end"), item.get("id"))
        for i, item in enumerate(records(raw, "relations")):
            where = f"relations[{i}]."
            source, target = (ends.find(item, end, tokens, where) for end in ("head", "child"))
            if source is None or target is None:
                self.intake.tell_once(_OF_WORDS, ProblemKind.FIELD, number)
                continue
            self.intake.link(draft, some_text(item, "label", where), source, target, number, f"{where}label")


def _asks_of_text(raw: dict[str, Any]) -> bool:
    """Say whether an example asks for the categories of a text and marks nothing in it."""
    if raw.get("_view_id") in _CATEGORIES:
        return True
    categories = isinstance(raw.get("label"), str) or any(isinstance(raw.get(k), list) for k in ("options", "accept"))
    return categories and "spans" not in raw and "relations" not in raw


def _asks_of_span(raw: dict[str, Any]) -> bool:
    """Say whether an example asks only whether its spans are right; older versions tell by the interface alone."""
    return raw.get("_is_binary", raw.get("_view_id") == "ner") is True


def _categories(raw: dict[str, Any], answer: str) -> dict[str, list[str]]:
    """Return the categories an answer is about, in the column named after the answer; nobody's answer is no column.

    Where it says of none that it is asked about, as with a choice of which nothing fits, the answer stands alone.
    """
    chosen, asked = raw.get("accept"), raw.get("label")
    named = list(filter(None, map(plain, chosen))) if isinstance(chosen, list) else []
    if isinstance(asked, str) and asked:
        named.append(asked)
    if named:
        return {answer or ("label" if asked in named else "accept"): named}
    return {"answer": [answer]} if answer else {}


def _place(item: dict[str, Any], tokens: list[dict[str, Any]], where: str) -> tuple[int, int]:
    """Return a span's offsets: its own, else those of its tokens, of which the last is inside it."""
    if "start" in item or "end" in item:
        return whole(item, "start", where), whole(item, "end", where)
    first, last = (_token(item, key, tokens, where) for key in ("token_start", "token_end"))
    return whole(first, "start", "tokens."), whole(last, "end", "tokens.")


def _token(item: dict[str, Any], key: str, tokens: list[dict[str, Any]], where: str) -> dict[str, Any]:
    number = whole(item, key, where)
    if not 0 <= number < len(tokens):
        raise Fault(
            where + key,
            Wording(tr("{number} is the number of no token of this record"), {"number": f"{number}"}),
            "",
            ProblemKind.OFFSETS,
        )
    return tokens[number]


class _Ends:
    """Finds the mention an end of a relation means."""

    def __init__(self) -> None:
        self._by_id: dict[Any, str] = {}
        self._by_place: dict[tuple[int, int, str], str] = {}
        self._by_last: dict[Any, str] = {}

    def add(self, made: str, begin: int, end: int, label: str, last_token: Any, id_: Any) -> None:
        """Note a mention."""
        self._by_place.setdefault((begin, end, label), made)
        if isinstance(last_token, int):
            self._by_last.setdefault(last_token, made)
        if isinstance(id_, int | str):
            self._by_id.setdefault(id_, made)

    def find(self, item: dict[str, Any], end: str, tokens: list[dict[str, Any]], where: str) -> str | None:
        """Return the mention at "head" or "child": the number of its last token, with the span beside it."""
        span = item.get(f"{end}_span")
        if isinstance(span, dict):
            id_ = span.get("id")
            if isinstance(id_, int | str) and id_ in self._by_id:
                return self._by_id[id_]
            begin, stop, label = span.get("start"), span.get("end"), span.get("label")
            if isinstance(begin, int) and isinstance(stop, int) and isinstance(label, str):
                return self._by_place.get((begin, stop, label))
        if tokens:
            _token(item, end, tokens, where)
        return self._by_last.get(whole(item, end, where))
