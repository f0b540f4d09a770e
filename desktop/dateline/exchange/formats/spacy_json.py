"""spaCy 2's training JSON, import only: documents with paragraphs, their sentences' tokens tagged B, I, L, U, O."""

import re
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from dateline.exchange.bio import decoded_tags
from dateline.exchange.checks import Fault, records, some_text, text
from dateline.exchange.draft import Draft
from dateline.exchange.format import Format, tr
from dateline.exchange.intake import Intake
from dateline.exchange.jsonl import AT_ONCE, kind_of
from dateline.exchange.jsonstream import first_object, objects
from dateline.exchange.options import ReadOptions
from dateline.exchange.outside import Outside
from dateline.exchange.places import span_of
from dateline.exchange.problems import Problem, ProblemKind
from dateline.exchange.reading import Item
from dateline.exchange.tokens import located, rebuilt
from dateline.model.bundle import Bundle, Frame
from dateline.model.text import Span
from dateline.model.wording import Wording

_SUFFIXES = (".json", ".jsonl", ".ndjson")
_PARAGRAPHS = "paragraphs"
_MISSING = ("", "-")  # what spaCy writes where nothing is known
_TAG = re.compile(r"O|[BILUES]-.+", re.DOTALL)
_NO_TAG = tr("{tag} is no tag: expected O, - where nothing is known, or B-, I-, L- or U- with a label")
_APART = tr("the tokens do not stand in it one behind the other, so that nobody knows where the tagged words are")
_TAKE_OUT = tr("Take raw out of the paragraph; a text is made of the tokens then")
_NO_ENTITY = tr("is no [start, end, label]")
_MADE = "has no raw text: the text was made of the tokens, one space between two, one line a sentence"


def read(source: Path, options: ReadOptions) -> Iterator[Item]:
    """Yield an article for each paragraph, which is what spaCy takes for a text."""
    yield Frame()
    reader = _Reader(source, options)
    yield from reader.intake.taken(_paragraphs(source, options), reader.bundles, of="paragraph")
    yield from reader.outside.told(source.name)


def _paragraphs(source: Path, options: ReadOptions) -> Iterator[tuple[int, dict[str, Any] | Problem]]:
    """Yield each paragraph with the line on which its document begins: `raw` is it, and `at` where it stands."""
    size = source.stat().st_size
    for line, found in objects(lambda: source.open("rb", buffering=AT_ONCE), size, source.name, options.progress):
        if isinstance(found, Problem):
            yield line, found
            continue
        try:
            paragraphs = records(found, _PARAGRAPHS)
            if not paragraphs:
                raise Fault(_PARAGRAPHS, tr("is empty") if _PARAGRAPHS in found else tr("missing"))
        except Fault as fault:
            yield line, fault.at(source.name, line)
            continue
        for number, paragraph in enumerate(paragraphs):
            yield line, {"at": f"{_PARAGRAPHS}[{number}].", "raw": paragraph}


class _Reader:
    """Makes a page of each paragraph."""

    def __init__(self, source: Path, options: ReadOptions, *, again: bool = False) -> None:
        """`again`: the file is read once more, for what is tagged in it alone."""
        self._source, self.intake = source, Intake(source.name, options)
        self.outside = Outside(self._tagged_again, options, again=again)

    def bundles(self, found: Mapping[str, Any], line: int) -> Iterator[Bundle]:
        """Yield the page of a paragraph; raises Fault."""
        raw, at = found["raw"], found["at"]
        sentences = list(_sentences(raw, at))
        tokens = [pair for sentence in sentences for pair in sentence]
        self._leave_out(raw, [token for token, _ in tokens], line)
        body, places = self._text(raw, at, [[some_text(t, "orth", where) for t, where in s] for s in sentences], line)
        who = self.intake.owner()
        draft = Draft(self.intake.article(body, who, {}, _categories(raw, at), line), who)
        tags = [_tag(token, where) for token, where in tokens]
        if any("ner" in token for token, _ in tokens):
            for span in decoded_tags(tags):
                words = Span(places[span.first].begin, places[span.stop - 1].end)
                layer = self.intake.layer(span.label, line, f"{tokens[span.first][1]}ner")
                draft.mention(layer, span.label, (words,))
        elif raw.get("raw"):
            self._entities(draft, raw.get("entities") or [], f"{at}entities", line)
        bundle = draft.bundle(remade=not raw.get("raw"))
        yield self.outside.settled(bundle) if tags and all(tags) else bundle

    def _tagged_again(self, options: ReadOptions) -> Iterator[bool]:
        """Say of each paragraph that is not left out whether it has a span, or tells that nothing is known of tokens.

        Without either, "O" may stand for both, as spaCy's own `docs_to_json` writes it unless told otherwise.
        """
        reader = _Reader(self._source, options, again=True)
        for line, found in _paragraphs(self._source, options):
            for item in reader.intake.taken([(line, found)], reader.bundles):
                if isinstance(item, Bundle) and isinstance(found, dict):
                    yield bool(item.annotations.mentions) or _tells_missing(found["raw"], found["at"])

    def _text(self, raw: Mapping[str, Any], at: str, forms: list[list[str]], line: int) -> tuple[str, list[Span]]:
        """Return a paragraph's text and where its tokens stand in it."""
        if body := text(raw, "raw", at):
            if (found := located(body, [form for sentence in forms for form in sentence])) is None:
                raise Fault(f"{at}raw", _APART, _TAKE_OUT, ProblemKind.TEXT)
            return body, found
        body, places = rebuilt(sentence for sentence in forms if sentence)
        if not places:
            raise Fault(f"{at}raw", tr("is empty, and there are no tokens to make a text of"), "", ProblemKind.EMPTY)
        self.intake.tell_once(_MADE, ProblemKind.TEXT, line)
        return body, [place for sentence in places for place in sentence]

    def _entities(self, draft: Draft, items: object, where: str, line: int) -> None:
        """Add what spaCy 3 writes beside the tokens: [start, end, label], in code points of `raw`."""
        if not isinstance(items, list):
            raise Fault(where, Wording(tr("is {kind}, not a list"), {"kind": Wording(kind_of(items))}))
        for i, item in enumerate(items):
            if not (isinstance(item, list) and len(item) == 3 and isinstance(item[2], str) and item[2]):
                raise Fault(f"{where}[{i}]", _NO_ENTITY)
            span = span_of({"start": item[0], "end": item[1]}, f"{where}[{i}].", draft.article.text)
            draft.mention(self.intake.layer(item[2], line, f"{where}[{i}]"), item[2], (span,))

    def _leave_out(self, raw: Mapping[str, Any], tokens: list[dict[str, Any]], line: int) -> None:
        """Tell once of each field that has no place here, such as the heads of a dependency tree."""
        for key in sorted(raw.keys() - {"raw", "sentences", "cats", "entities"}):
            if raw[key]:
                self.intake.leave_out(key, "is left out", line)
        known = ("id", "orth", "ner", "space", "head", "sent_start")
        met = {key for token in tokens for key, said in token.items() if said not in (None, *_MISSING)}
        for key in sorted(met.difference(known)):
            self.intake.leave_out(key, "of tokens is left out", line)


def _sentences(raw: Mapping[str, Any], at: str) -> Iterator[list[tuple[dict[str, Any], str]]]:
    """Yield the tokens of each sentence, and with each where it stands."""
    for s, sentence in enumerate(records(raw, "sentences", at)):
        where = f"{at}sentences[{s}]."
        yield [(token, f"{where}tokens[{t}].") for t, token in enumerate(records(sentence, "tokens", where))]


def _tag(token: Mapping[str, Any], where: str) -> str:
    """Return a token's tag, "" where nothing is known of it."""
    tag = text(token, "ner", where)
    if tag in _MISSING:
        return ""
    if not _TAG.fullmatch(tag):
        raise Fault(f"{where}ner", Wording(_NO_TAG, {"tag": repr(tag[:40])}))
    return tag


def _tells_missing(raw: Mapping[str, Any], at: str) -> bool:
    """Say whether a paragraph marks tokens of which nothing is known."""
    return any(token.get("ner") in _MISSING for sentence in _sentences(raw, at) for token, _ in sentence)


def _categories(raw: Mapping[str, Any], at: str) -> dict[str, str]:
    """Return the column of the categories that a text is said to be of; a share is named with it."""
    said = []
    for i, cat in enumerate(records(raw, "cats", at)):
        label, value = some_text(cat, "label", f"{at}cats[{i}]."), cat.get("value")
        if not isinstance(value, int | float):
            what = Wording(tr("is {kind}, not a number"), {"kind": Wording(kind_of(value))})
            raise Fault(f"{at}cats[{i}].value", what)
        if value:
            said.append(label if value == 1 else f"{label} {value:g}")
    return {"cats": ", ".join(said)} if said else {}


def _recognises(source: Path, head: bytes) -> bool:
    if source.suffix.lower() not in _SUFFIXES:
        return False
    paragraphs = first_object(head).get(_PARAGRAPHS)
    first = paragraphs[0] if isinstance(paragraphs, list) and paragraphs else None
    return isinstance(first, dict) and (isinstance(first.get("sentences"), list) or isinstance(first.get("raw"), str))


FORMAT = Format(
    name="spacy-json",
    title="spaCy training JSON",
    suffixes=(".json", ".jsonl"),
    description=tr("Documents of paragraphs and tagged tokens, as spaCy 2 was trained with and converted to."),
    reads=read,
    recognises=_recognises,
)
