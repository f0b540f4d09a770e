"""Reads a DocBin: ours and other people's."""

import warnings
import zlib
from collections.abc import Iterator, Mapping
from contextlib import closing
from importlib import import_module
from pathlib import Path
from typing import IO, Any

from dateline.exchange.checks import Fault
from dateline.exchange.draft import Draft
from dateline.exchange.extras import for_reading
from dateline.exchange.formats.docbin.stream import Documents, unpacked
from dateline.exchange.formats.docbin.writer import ALL, OWN
from dateline.exchange.intake import Intake, facts_of, fragments_in
from dateline.exchange.options import ReadOptions
from dateline.exchange.problems import Problem, ProblemKind
from dateline.exchange.reading import Item
from dateline.exchange.things import Things
from dateline.model.annotation import AnnotatorKind, Layer
from dateline.model.article import RegionKind, State
from dateline.model.bundle import Bundle, Frame
from dateline.model.text import Span
from dateline.model.wording import tr

_KEPT = frozenset({"ORTH", "SPACY", "ENT_IOB", "ENT_TYPE", "ENT_KB_ID"})
_UNLINKED = ("", "NIL")  # the second is what spaCy's entity linker calls what it does not know
_LAYERS = {layer.value: layer for layer in Layer if layer is not Layer.RELATION}


def read(source: Path, options: ReadOptions) -> Iterator[Item]:
    """Yield a bundle for each document."""
    for_reading("spacy", "spaCy", "spacy")
    yield Frame()
    try:
        with closing(_opened(source, options)) as file:
            yield from _bundles(_documents(file), source, options)
    except Fault as fault:
        yield fault.at(source.name, None)


def _opened(source: Path, options: ReadOptions) -> IO[bytes]:
    try:
        return unpacked(source, options.progress)
    except (zlib.error, ValueError) as error:
        raise _broken("", error) from error


def _bundles(docs: Iterator[Any], source: Path, options: ReadOptions) -> Iterator[Item]:
    intake, things = Intake(source.name, options), Things()
    number = 0
    told = False
    while doc := _following(docs, number + 1):
        number += 1
        things.begin()
        try:
            bundle = _DocReader(intake, things, doc[0]).read()
        except Fault as fault:
            intake.take_back()
            field = ", ".join(part for part in (f"document {number}", fault.field) if part)
            yield Problem(fault.what, fault.what_to_do, source.name, None, field, fault.kind, wording=fault.wording)
            continue
        except Exception as error:  # strings that are not there, spans beyond the end: spaCy has many errors
            intake.take_back()
            yield _broken(f"document {number}", error).at(source.name, None)
            continue
        if doc[0].cats and not told:
            told = True
            what = f"document {number}: categories of whole texts are left out; so are those of others"
            intake.tell(what, ProblemKind.FIELD)
        yield from intake.news()
        if new := things.new():
            yield new
        yield bundle
        options.progress.step(number, None, source.name)
    if not number:
        yield Problem(tr("holds no document"), "", source.name, kind=ProblemKind.EMPTY)


def _following(docs: Iterator[Any], number: int) -> tuple[Any] | None:
    """Return the next document in a tuple (an empty one counts as false), None after the last."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        try:
            return (next(docs),)
        except StopIteration:
            return None
        except Exception as error:
            raise _broken(f"document {number}", error) from error


def _documents(file: IO[bytes]) -> Iterator[Any]:
    """Return the documents of a file; of their token attributes only words and entities, which spaCy checks."""
    attributes = import_module("spacy.attrs")
    try:
        return Documents(file).read(frozenset(attributes.IDS[name] for name in _KEPT))
    except Exception as error:
        raise _broken("", error) from error


def _broken(where: str, error: Exception) -> Fault:
    said = " ".join(str(error).split())[:160] or type(error).__name__
    what = f"is no DocBin that can be read: {said}"
    return Fault(where, what, tr("Write it again with DocBin.to_disk"), ProblemKind.SYNTAX)


class _DocReader:
    """Reads one document."""

    def __init__(self, intake: Intake, things: Things, doc: Any) -> None:
        self._intake, self._things, self._doc = intake, things, doc

    def read(self) -> Bundle:
        """Return the document as a bundle; raises Fault."""
        text: str = self._doc.text
        if not text:
            raise Fault("", tr("the document is empty"), "", ProblemKind.EMPTY)
        meta = self._doc.user_data.get(OWN)
        meta = meta if isinstance(meta, Mapping) else {}
        facts, _ = facts_of(meta)
        facts |= {"origin": str(meta.get("origin", "")), "article": str(meta.get("article", ""))}
        further = meta.get("meta")
        further = {str(k): str(v) for k, v in further.items()} if isinstance(further, Mapping) else {}
        name, kinds = meta.get("annotator"), {k.value: k for k in AnnotatorKind}
        kind = kinds.get(str(meta.get("annotator_kind")), AnnotatorKind.IMPORT)
        who = self._intake.annotator(name, kind) if isinstance(name, str) and name else self._intake.owner()
        article = self._intake.article(text, who, facts, further)
        draft = Draft(article, who)
        for layer, label, span, kb_id in self._spans():
            found = self._intake.layer(label, None, "label", layer)
            fragments = fragments_in([span], len(text), "span")
            entity = None
            if found is Layer.ENTITY and kb_id not in _UNLINKED:
                entity = self._things.entity((kb_id, label), fragments[0].of(text), label, kb_id)
            draft.mention(found, label, fragments, entity_id=entity)
        for begin, end in self._pairs(meta.get("negatives")):
            draft.region(RegionKind.NEGATIVE, Span(begin, end))
        return draft.bundle(self._state(meta))

    def _spans(self) -> Iterator[tuple[Layer | None, str, tuple[int, int], str]]:
        """Yield each span once: of the groups that say a layer, of the others, of the entities."""
        seen: set[tuple[str, int, int]] = set()
        groups = self._doc.spans
        for key in sorted(groups, key=lambda k: (str(k) not in _LAYERS, k == ALL, str(k))):
            mine = [(s.label_ or str(key), s.start_char, s.end_char, s.kb_id_) for s in groups[key]]
            new = [s for s in mine if s[:3] not in seen]
            yield from ((_LAYERS.get(str(key)), label, (begin, end), kb) for label, begin, end, kb in new)
            seen.update(s[:3] for s in new)
        for e in self._doc.ents:
            if (e.label_, e.start_char, e.end_char) not in seen:
                yield None, e.label_ or "ENTITY", (e.start_char, e.end_char), e.kb_id_

    def _pairs(self, raw: object) -> Iterator[tuple[int, int]]:
        for pair in raw if isinstance(raw, list | tuple) else ():
            match pair:
                case [int() as begin, int() as end] if 0 <= begin < end <= len(self._doc.text):
                    yield begin, end

    def _state(self, meta: Mapping[str, Any]) -> State | None:
        """Return the state: as we wrote it, else done where every token is said to be inside or outside."""
        if own := next((s for s in State if s.value == meta.get("state")), None):
            return own
        if self._doc.has_annotation("ENT_IOB", require_complete=True):
            return State.DONE
        return None
