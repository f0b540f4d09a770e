"""Documents of records, a sentence each: what their text is, and which records are whose page of it."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from typing import Any

from msgspec import Struct

from dateline.exchange.checks import Fault, text_list
from dateline.exchange.checks import text as text_of
from dateline.exchange.intake import plain
from dateline.exchange.json_lines import named_annotator
from dateline.exchange.problems import Problem
from dateline.exchange.tokens import located, rebuilt
from dateline.model.text import Span
from dateline.model.wording import tr

_MOST_SENTENCES = 2_000  # of an article
_MOST_HELD = 20_000  # sentences of all annotators that are held at once


class Sentence(Struct):
    """A record with its line in the file."""

    at: int
    raw: dict[str, Any]
    whose: str  # without blanks at its ends, "" for nobody
    id: str = ""
    line: str = ""  # what the sentence says
    words: str = ""  # that without white space, which makes no other sentence, where several annotators are named
    tokens: list[Span] = []  # places in `line`
    remade: bool = False  # whether the line was made of the tokens
    fault: Fault | None = None  # why there is no line
    nth: int = 0  # sentence of its document


class Page(Struct):
    """An annotator's records of a document, or of a part of one that is long."""

    whose: str  # as it is written first, "" for nobody
    sentences: list[Sentence]
    begin: int  # the first sentence of `lines` in its document
    lines: list[str]  # the whole text, of whoever's records
    known: bool  # whether that is known: no line is missing
    other: int | None  # the line of the first sentence that has the id of another annotator's and other words


def pages(found: Iterable[tuple[int, dict[str, Any] | Problem]]) -> Iterator[tuple[int, dict[str, Any] | Problem]]:
    """Yield {"page": a Page} with its first line in the file, for each annotator of each run of one doc_id.

    No more than 20,000 records are held. A file that names no documents is cut after every 2,000 of an annotator.
    """
    run: list[Sentence] = []
    counts: Counter[str] = Counter()  # by whose they are
    document = None
    for number, record in found:
        if isinstance(record, Problem):
            yield number, record
            continue
        whose = named_annotator(record)[1].strip()
        # What nobody's name is on is one text however long: no second annotator's copy of it can come.
        has_one = not document or counts.keys() <= {""}
        is_full = len(run) >= _MOST_HELD or (has_one and counts[whose] >= _MOST_SENTENCES)
        if is_full or record.get("doc_id") != document:
            yield from _pages(run)
            run, counts = [], Counter()
        document = record.get("doc_id")
        run.append(_sentence(number, record, whose))
        counts[whose] += 1
    yield from _pages(run)


def _sentence(number: int, raw: dict[str, Any], whose: str) -> Sentence:
    sentence = Sentence(number, raw, whose, plain(raw.get("sent_id")))
    try:
        words = text_list(raw, "tokens")
        if not words or not all(words):
            raise Fault("tokens", tr("are empty") if not words else tr("hold an empty text"))
        line = text_of(raw, "sentence")
        places = located(line, words) if "\n" not in "".join(words) else None
        if places is None:
            sentence.remade = bool(line)
            line, (places,) = rebuilt([words])
        sentence.line, sentence.tokens = line, places
    except Fault as fault:
        fault.line = number
        sentence.fault = fault
    return sentence


def _pages(run: list[Sentence]) -> Iterator[tuple[int, dict[str, Any]]]:
    names = {s.whose: named_annotator(s.raw)[1] for s in reversed(run)}
    for s in run if len(names) > 1 else ():  # one annotator's sentences are never compared
        s.words = _bare(s)
    _give_nobodys(run)
    # Without a document nothing says that two annotators' sentences are of one text.
    of_one = [run] if run and run[0].raw.get("doc_id") else list(_by_annotator(run).values())
    for one in of_one:
        for page in _of_document(one):
            page.whose = names[page.whose]
            yield page.sentences[0].at, {"page": page}


def _bare(sentence: Sentence) -> str:
    """Return a line without its white space; with it where that may be a token."""
    line = sentence.line
    return line if any(line[t.begin : t.end].isspace() for t in sentence.tokens) else "".join(line.split())


def _by_annotator(run: Iterable[Sentence]) -> dict[str, list[Sentence]]:
    found: dict[str, list[Sentence]] = {}
    for sentence in run:
        found.setdefault(sentence.whose, []).append(sentence)
    return found


def _give_nobodys(run: list[Sentence]) -> None:
    """Make what names nobody the one annotator's who is named, unless it repeats a sentence of theirs."""
    named = {s.whose for s in run} - {""}
    nobodys = [s for s in run if not s.whose]
    if len(named) != 1 or not nobodys:
        return
    with_ids = _ids_tell(run)
    theirs = {_key(s, with_ids) for s in run if s.whose and not s.fault}
    ids = {s.id for s in run if s.whose and s.id}
    if not any(s.id in ids if s.fault else _key(s, with_ids) in theirs for s in nobodys):
        (name,) = named
        for sentence in nobodys:
            sentence.whose = name


def _key(sentence: Sentence, with_ids: bool) -> tuple[str, str]:
    """Return what makes a sentence another one."""
    return sentence.words, sentence.id if with_ids else ""


def _of_document(run: list[Sentence]) -> Iterator[Page]:
    """Yield the pages of a text, which is all its sentences in the order in which they first come.

    A sentence is there again where another annotator has it, for the first time or as many times as they have it.
    """
    with_ids = _ids_tell(run)
    is_one = len({s.whose for s in run}) < 2
    met: Counter[tuple[str, tuple[str, str]]] = Counter()
    places: dict[tuple[tuple[str, str], int], int] = {}
    lines: list[str] = []
    for sentence in run:
        if sentence.fault:
            sentence.nth = max(len(lines) - 1, 0)
            continue
        sentence.nth = len(lines)
        if not is_one:
            key = _key(sentence, with_ids)
            met[sentence.whose, key] += 1
            sentence.nth = places.setdefault((key, met[sentence.whose, key]), len(lines))
        if sentence.nth == len(lines):
            lines.append(sentence.line)
        elif sentence.line != lines[sentence.nth]:
            sentence.tokens = _moved(sentence.tokens, sentence.line, lines[sentence.nth])
    ids = {s.id for s in run if s.id and not s.fault}
    known = all(s.id in ids for s in run if s.fault)
    others = _others(run) if with_ids else {}
    for begin in range(0, max(len(lines), 1), _MOST_SENTENCES):
        end = begin + _MOST_SENTENCES
        part = [s for s in run if begin <= s.nth < end]
        for whose, sentences in _by_annotator(part).items():
            other = next((s.at for s in sentences if s.at == others.get(whose)), None)
            yield Page(whose, sorted(sentences, key=lambda s: s.nth), begin, lines[begin:end], known, other)


def _ids_tell(run: list[Sentence]) -> bool:
    """Say whether a document's sentences are told apart by their ids, beside what they say.

    Not where one lacks its own, nor where they are of the record: of two annotators none has an id of the other's, and
    one has nothing but sentences that others have, too.
    """
    by_annotator = _by_annotator(run)
    if len(by_annotator) < 2 or not all(s.id for s in run):
        return False
    having: dict[str, set[str]] = defaultdict(set)
    for s in run:
        having[s.id].add(s.whose)
    shared = {s.whose for s in run if len(having[s.id]) > 1}
    of_all = Counter(s.words for s in run)
    for whose, sentences in by_annotator.items():
        own = Counter(s.words for s in sentences)
        is_copy = all(of_all[words] >= 2 * count for words, count in own.items())
        if is_copy and whose not in shared and (len(sentences) > 1 or len(of_all) == 1):
            return False
    return True


def _others(run: list[Sentence]) -> dict[str, int]:
    """Return by annotator the line of the first sentence under whose id another annotator before has other words."""
    first: dict[str, Sentence] = {}
    found: dict[str, int] = {}  # by annotator
    for s in run:
        if s.id and not s.fault:
            before = first.setdefault(s.id, s)
            if before.whose != s.whose and before.words != s.words:
                found.setdefault(s.whose, s.at)
    return found


def _moved(tokens: list[Span], line: str, onto: str) -> list[Span]:
    """Return where tokens stand in a line that differs in its white space alone."""
    written = [i for i, character in enumerate(onto) if not character.isspace()]
    before = [0]
    for character in line:
        before.append(before[-1] + (not character.isspace()))
    return [Span(written[before[t.begin]], written[before[t.end] - 1] + 1) for t in tokens]
