"""Reads sentences with tokens, entities and events.

Those of one document in a row make an article, with a page for each annotator whose records are among them
(`documents`).
"""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from msgspec import Struct

from dateline.exchange.checks import Fault, records, some_text, text, whole
from dateline.exchange.draft import Draft
from dateline.exchange.formats.oneie.documents import Page, Sentence, pages
from dateline.exchange.formats.oneie.writer import KINDS
from dateline.exchange.intake import Intake, plain
from dateline.exchange.json_lines import field_of_annotator
from dateline.exchange.jsonl import AT_ONCE
from dateline.exchange.jsonstream import objects
from dateline.exchange.options import ReadOptions
from dateline.exchange.problems import Problem, ProblemKind
from dateline.exchange.reading import Item
from dateline.model.annotation import Annotator, Layer
from dateline.model.bundle import Bundle
from dateline.model.text import Span
from dateline.model.wording import Wording, tr

_WRITTEN = ("NAM", "TIM")  # what an export says of every entity and time: nothing anybody found out
_FURTHER = re.compile(r"#\d+$")  # what the id of an article ends in for each further annotator
_OTHER = tr("{who} has other words than another annotator for a sentence of one id: both are in the text")
_GIVE_SAME = tr("Give each sentence an id of its own, and the same words in the records of all its annotators")
_TWICE = tr("a sentence of a document is there twice under one id, and so it is in the text")
_NAME_EACH = tr("Where two people annotated it, name each in a field annotator")


def read(source: Path, options: ReadOptions) -> Iterator[Item]:
    """Yield the pages of each document.

    One with a mistake is left out whole, and so is a document whose text has a sentence that nothing tells.
    """
    reader = _OneIeReader(source, options)
    empty = True
    found = objects(lambda: source.open("rb", buffering=AT_ONCE), source.stat().st_size, source.name, options.progress)
    for item in reader.intake.taken(pages(found), reader.bundles):
        empty = False
        yield item
    if empty:
        yield Problem(tr("holds no record"), "", source.name, kind=ProblemKind.EMPTY)


class _Document(Struct):
    """What was read last, and who has annotated it."""

    name: str = ""
    text: str = ""
    whose: set[str] = set()


class _OneIeReader:
    """What is known while a file is read."""

    def __init__(self, source: Path, options: ReadOptions) -> None:
        self.intake = Intake(source.name, options)
        self._last = _Document()

    def _tell_remade(self, at: int) -> None:
        """Say once that a text is not the sentence the record gives."""
        what = "the tokens do not stand in the sentence: the text was made of them, one space between two"
        self.intake.tell_once(what, ProblemKind.TEXT, at)

    def bundles(self, document: dict[str, Any], number: int) -> Iterator[Bundle]:
        """Yield the page of an annotator, on the text of the whole document."""
        page: Page = document["page"]
        for sentence in page.sentences:
            self._check(sentence)
        if not page.known:
            return  # a sentence of another annotator's is wrong, which is a problem of their page
        id_ = text(page.sentences[0].raw, "doc_id")
        who = self._annotator(page.whose)
        if id_:
            self._tell_copies(page, who.name)
        facts = {"article": _FURTHER.sub("", id_)} if page.whose else {}
        whole = "\n".join(page.lines)
        named = self._name_of(id_, page.whose, whole)
        article = self.intake.article(whole, who, facts, {"doc_id": named} if named else {}, number)
        begins = [0]
        for line in page.lines:
            begins.append(begins[-1] + len(line) + 1)
        draft = Draft(article, who)
        for sentence in page.sentences:
            begin = begins[sentence.nth - page.begin]
            places = [Span(begin + t.begin, begin + t.end) for t in sentence.tokens]
            self._take(sentence.raw, places, draft, sentence.at)
        yield draft.bundle(remade=True)

    def _name_of(self, document: str, whose: str, whole: str) -> str:
        """Return a doc_id without the number that an export put behind it for a further annotator's page.

        That page comes behind the first annotator's, on the same text; any other number is part of a name.
        """
        last, name = self._last, _FURTHER.sub("", document)
        if whose and name == last.name and whole == last.text and whose not in last.whose:
            last.whose.add(whose)
            return name
        self._last = _Document(document, whole, {whose} if whose else set())
        return document

    def _annotator(self, name: str) -> Annotator:
        """Return the annotator of a name, who is called without the blanks at its ends unless the project has them."""
        if not name:
            return self.intake.owner()
        return self.intake.annotator(name if name in self.intake.options.annotators else name.strip())

    def _tell_copies(self, page: Page, who: str) -> None:
        """Tell where an annotator has a sentence of a document twice, or other words for it than another annotator."""
        if page.other is not None:
            self.intake.tell(Wording(_OTHER, {"who": who}), ProblemKind.TEXT, page.other, to_do=_GIVE_SAME)
        met = set()
        for sentence in page.sentences:
            said = (sentence.id, _words(sentence.raw))
            if sentence.id and said in met:
                self.intake.tell(Wording(_TWICE), ProblemKind.TEXT, sentence.at, to_do=_NAME_EACH)
                return
            met.add(said)

    def _check(self, sentence: Sentence) -> None:
        """Raise Fault for a sentence that is wrong; tell of one whose text was made."""
        try:
            text(sentence.raw, field_of_annotator(sentence.raw, self.intake, sentence.at))
        except Fault as fault:
            fault.line = sentence.at
            raise
        if sentence.fault:
            raise sentence.fault
        if sentence.remade:
            self._tell_remade(sentence.at)

    def _take(self, raw: dict[str, Any], of: list[Span], draft: Draft, at: int) -> None:
        try:
            ids: dict[str, str] = {}
            for i, item in enumerate(records(raw, "entity_mentions")):
                self._entity(item, f"entity_mentions[{i}].", of, draft, ids, at)
            for i, item in enumerate(records(raw, "relation_mentions")):
                self._relation(item, f"relation_mentions[{i}].", draft, ids, at)
            for i, item in enumerate(records(raw, "event_mentions")):
                self._event(item, f"event_mentions[{i}].", of, draft, ids, at)
        except Fault as fault:
            fault.line = at
            raise

    def _entity(
        self, item: dict[str, Any], where: str, of: list[Span], draft: Draft, ids: dict[str, str], at: int
    ) -> None:
        label = some_text(item, "entity_type", where)
        said_time = item.get("mention_type") == "TIM" and self.intake.knows(label) is None
        layer = self.intake.layer(label, at, f"{where}entity_type", Layer.TIME if said_time else None)
        id_ = some_text(item, "id", where)
        if id_ in ids:
            raise Fault(
                f"{where}id", Wording(tr("the id {id} is there twice"), {"id": f"{id_}"}), "", ProblemKind.DUPLICATE_ID
            )
        kinds = {key: said for key in KINDS if (said := text(item, key, where)) and said not in _WRITTEN}
        ids[id_] = draft.mention(layer, label, (_span(item, where, of),), kinds)

    def _relation(self, item: dict[str, Any], where: str, draft: Draft, ids: dict[str, str], at: int) -> None:
        label = text(item, "relation_subtype", where) or some_text(item, "relation_type", where)
        ends = [_filler(end, f"{where}arguments[{i}].", ids) for i, end in enumerate(records(item, "arguments", where))]
        if len(ends) != 2:
            raise Fault(f"{where}arguments", Wording(tr("has {count} ends, not two"), {"count": f"{len(ends)}"}))
        self.intake.layer(label, at, f"{where}relation_type", Layer.RELATION)
        draft.relation(label, ends[0], ends[1])

    def _event(
        self, item: dict[str, Any], where: str, of: list[Span], draft: Draft, ids: dict[str, str], at: int
    ) -> None:
        label = some_text(item, "event_type", where)
        self.intake.layer(label, at, f"{where}event_type", Layer.EVENT)
        trigger = item.get("trigger")
        if not isinstance(trigger, dict):
            raise Fault(f"{where}trigger", tr("missing: an object with start and end was expected"))
        made = draft.mention(Layer.EVENT, label, (_span(trigger, f"{where}trigger.", of),))
        for i, argument in enumerate(records(item, "arguments", where)):
            there = f"{where}arguments[{i}]."
            draft.argument(made, some_text(argument, "role", there), _filler(argument, there, ids))


def _words(raw: dict[str, Any]) -> str:
    """Return what a sentence says: itself, else its tokens."""
    return plain(raw.get("sentence")) or str(raw.get("tokens"))


def _filler(item: dict[str, Any], where: str, ids: dict[str, str]) -> str:
    id_ = some_text(item, "entity_id", where)
    if id_ not in ids:
        raise Fault(
            f"{where}entity_id",
            Wording(tr("{id} is the id of no entity of this sentence"), {"id": f"{id_!r}"}),
            "",
            ProblemKind.REFERENCE,
        )
    return ids[id_]


def _span(item: dict[str, Any], where: str, of: list[Span]) -> Span:
    start, end = whole(item, "start", where), whole(item, "end", where)
    if not 0 <= start < end <= len(of):
        what = f"the tokens {start} to {end} are not in the sentence, which has {len(of)}"
        raise Fault(
            f"{where}end", what, tr("Offsets count tokens from 0; the end is not included"), ProblemKind.OFFSETS
        )
    return Span(of[start].begin, of[end - 1].end)
