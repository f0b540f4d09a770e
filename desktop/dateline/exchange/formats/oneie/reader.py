"""Reads sentences with tokens, entities and events.

Those of one document in a row make an article, with a page for each annotator whose records are among them
(`documents`).
"""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from msgspec import Struct

from dateline.exchange.checks import Fault, records, some_text, text, text_list, whole
from dateline.exchange.draft import Draft
from dateline.exchange.formats.oneie.documents import Page, pages
from dateline.exchange.formats.oneie.writer import KINDS
from dateline.exchange.intake import Intake
from dateline.exchange.json_lines import field_of_annotator
from dateline.exchange.jsonl import AT_ONCE
from dateline.exchange.jsonstream import objects
from dateline.exchange.options import ReadOptions
from dateline.exchange.problems import Problem, ProblemKind
from dateline.exchange.reading import Item
from dateline.exchange.tokens import located, rebuilt
from dateline.model.annotation import Annotator, Layer
from dateline.model.bundle import Bundle
from dateline.model.text import Span
from dateline.model.wording import Wording, tr

_WRITTEN = ("NAM", "TIM")  # what an export says of every entity and time: nothing anybody found out
_FURTHER = re.compile(r"#\d+$")  # what the id of an article ends in for each further annotator
_OTHERS = tr("{who} has other sentences of a document than {other}: they are an article of their own")
_GIVE_ALL = tr("Give each annotator all sentences of a document, with or without annotations: then it is one article")
_TWICE = tr("a sentence of a document is there twice under one id, and so it is in the text")
_NAME_EACH = tr("Where two people annotated it, name each in a field annotator")


def read(source: Path, options: ReadOptions) -> Iterator[Item]:
    """Yield an article for each document; one with a sentence that is wrong is left out whole."""
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
        """Yield the page of an annotator."""
        page: Page = document["page"]
        lines: list[str] = []
        places: list[list[Span]] = []
        begin = 0
        for sentence in page.sentences:
            line, of = self._checked(sentence.raw, sentence.at)
            places.append([Span(begin + t.begin, begin + t.end) for t in of])
            lines.append(line)
            begin += len(line) + 1
        id_ = text(page.sentences[0].raw, "doc_id")
        who = self._annotator(page.whose)
        if id_:
            self._tell_copies(page, who.name, number)
        facts = {"article": _FURTHER.sub("", id_)} if page.whose else {}
        whole = "\n".join(lines)
        named = self._name_of(id_, page.whose, whole)
        article = self.intake.article(whole, who, facts, {"doc_id": named} if named else {}, number)
        draft = Draft(article, who)
        for sentence, of in zip(page.sentences, places, strict=True):
            if sentence.whose == page.whose:
                self._take(sentence.raw, of, draft, sentence.at)
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
        return self.intake.annotator(name) if name else self.intake.owner()

    def _tell_copies(self, page: Page, who: str, number: int) -> None:
        """Tell where an annotator has a sentence of a document twice, or other ones than the first annotator."""
        if [s.glued for s in page.sentences] != [s.glued for s in page.first]:
            what = Wording(_OTHERS, {"who": who, "other": self._annotator(page.first[0].whose).name})
            self.intake.tell(what, ProblemKind.TEXT, number, to_do=_GIVE_ALL)
        met = set()
        for sentence in page.sentences:
            said = sentence.id, sentence.glued
            if sentence.id and said in met:
                self.intake.tell(Wording(_TWICE), ProblemKind.TEXT, sentence.at, to_do=_NAME_EACH)
                return
            met.add(said)

    def _checked(self, raw: dict[str, Any], at: int) -> tuple[str, list[Span]]:
        try:
            text(raw, field_of_annotator(raw, self.intake, at))
            words = text_list(raw, "tokens")
            if not words or not all(words):
                raise Fault("tokens", tr("are empty") if not words else tr("hold an empty text"))
            line = text(raw, "sentence")
            if "\n" not in "".join(words) and (places := located(line, words)) is not None:
                return line, places
            if line:
                self._tell_remade(at)
            made, (of,) = rebuilt([words])
            return made, of
        except Fault as fault:
            fault.line = at
            raise

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
