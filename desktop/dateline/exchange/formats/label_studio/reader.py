"""Reads Label Studio's exports: full JSON and JSON-MIN."""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from dateline.exchange.checks import Fault, records, text
from dateline.exchange.draft import Draft
from dateline.exchange.formats.label_studio.config import ANNOTATOR, STATE
from dateline.exchange.formats.label_studio.html import text_of_html
from dateline.exchange.formats.label_studio.result import Result, fits, is_region, said_of_whole
from dateline.exchange.intake import Intake, plain
from dateline.exchange.jsonl import AT_ONCE, kind_of
from dateline.exchange.jsonstream import objects
from dateline.exchange.options import ReadOptions
from dateline.exchange.problems import ProblemKind
from dateline.exchange.reading import Item
from dateline.model.annotation import Annotator, AnnotatorKind
from dateline.model.article import STATES, State
from dateline.model.bundle import Bundle
from dateline.model.wording import Wording, counted, tr

_MINIMAL = frozenset({"annotation_id", "annotator", "lead_time", "created_at", "updated_at"})
_ADDRESS = re.compile(r"(?:https?|s3|gs|azure-blob|file)://\S+|/\S+")
_MEDIA_NAME = re.compile(
    r"\S+(?: \S+){0,7}\.(?:wav|mp3|ogg|oga|flac|m4a|aac|opus|wma|amr|mp4|m4v|mov|avi|mkv|webm|mpe?g|wmv"
    r"|jpe?g|png|gif|bmp|tiff?|webp|svg|heic|pdf)",
    re.IGNORECASE,
)
_MOST_IN_A_NAME = 8  # words
_MEDIA_ITSELF = re.compile(r"data:[^,\s]+,\S*", re.IGNORECASE)
_FEWEST = 3  # words of a text that stands beside a sound or picture: a speaker's name is none
_NO_TEXT = tr("is the name of a sound, picture or film, not a text")
_LEAVE_OUT = tr("Leave the task out, or put its transcript into its data as text")
_LISTS = ("annotations", "completions")  # the second in versions before 1.0


def is_task(record: dict[str, Any]) -> bool:
    """Say whether an object looks like a task."""
    return isinstance(record.get("data"), dict) and any(
        isinstance(record.get(key), list) for key in (*_LISTS, "predictions")
    )


def is_minimal(record: dict[str, Any]) -> bool:
    """Say whether an object looks like one of JSON-MIN."""
    if len(_MINIMAL & record.keys()) >= 3:
        return True
    return any(is_region(item) for v in record.values() if isinstance(v, list) for item in v[:1])


def read(source: Path, options: ReadOptions) -> Iterator[Item]:
    """Yield an article for each task, with a page for each annotation and prediction."""
    reader = _Reader(source, options)
    found = objects(lambda: source.open("rb", buffering=AT_ONCE), source.stat().st_size, source.name, options.progress)
    return reader.intake.taken(found, reader.bundles, of="task")


class _Reader:
    """What is known while an export is read."""

    def __init__(self, source: Path, options: ReadOptions) -> None:
        self.intake = Intake(source.name, options)
        self._count = 0
        self._predictions = options.extra.get("predictions") != "leave out"

    def bundles(self, raw: dict[str, Any], number: int) -> Iterator[Bundle]:
        """Yield the pages of a task; exports of one line are told apart by the tasks' numbers alone."""
        self._count += 1
        id_ = plain(raw.get("id"))
        self.intake.record = f"task {self._count} (id {id_})" if id_ else f"task {self._count}"
        if isinstance(raw.get("data"), dict):
            yield from self._task(raw, number)
        else:
            yield from self._minimal(raw, number)

    def _task(self, raw: dict[str, Any], number: int) -> Iterator[Bundle]:
        data: dict[str, Any] = raw["data"]
        pages = [(f"{key}[{i}].", page) for key in _LISTS for i, page in enumerate(records(raw, key))]
        held = (one.get("drafts") for one in (raw, *(page for _, page in pages)))
        if drafts := sum(len(found) for found in held if isinstance(found, list)):
            what = f"{counted(drafts, 'draft')} nobody has submitted; left out"
            self.intake.tell(what, ProblemKind.FIELD, number)
        models = [(f"predictions[{i}].", page) for i, page in enumerate(records(raw, "predictions"))]
        pages += models if self._predictions else []
        results = [(where, page, records(page, "result", where)) for where, page in pages]
        key, body = _body(data, [r for _, _, result in results for r in result])
        facts, further = self.intake.facts(data, (key,), number)
        facts["article"] = plain(data.get("article")) if key != "article" else ""
        seen: set[str] = set()
        for where, page, result in results:
            who = self._annotator(page, result, where, seen)
            article = self.intake.article(body, who, facts, further, number)
            draft = Draft(article, who)
            Result(draft, self.intake, number, f"{where}result").take(result)
            yield draft.bundle(_state(page, result, where))
        if not results:
            owner = self.intake.owner()
            yield Bundle(self.intake.article(body, owner, facts, further, number))

    def _annotator(self, page: dict[str, Any], result: list[dict[str, Any]], where: str, seen: set[str]) -> Annotator:
        """Return whose an annotation is; a further one by the same person is told apart by a number."""
        kind: AnnotatorKind | None = None
        if where.startswith("predictions"):
            name, kind = text(page, "model_version", where) or "model", AnnotatorKind.MODEL
        else:
            said = page.get("completed_by")
            name = said_of_whole(result, ANNOTATOR) or _user(said)
            if not name:
                owner = self.intake.owner()
                name, kind = owner.name, owner.kind
                if name not in seen:
                    seen.add(name)
                    return owner
        unique, n = name, 1
        while unique in seen:
            n += 1
            unique = f"{name} ({n})"
        seen.add(unique)
        return self.intake.annotator(unique, kind)

    def _minimal(self, raw: dict[str, Any], number: int) -> Iterator[Bundle]:
        """Yield the page of a JSON-MIN object: regions lie in lists named after the tag they come from."""
        lists = {key: v for key, v in raw.items() if isinstance(v, list) and any(is_region(item) for item in v)}
        result = []
        for key, items in lists.items():
            for i, item in enumerate(items):
                if not isinstance(item, dict):
                    raise Fault(f"{key}[{i}]", Wording(tr("is {kind}, not a region"), {"kind": Wording(kind_of(item))}))
                sort = next((s for s in ("labels", "hypertextlabels") if s in item), "")
                result.append({"type": sort, "from_name": key, "value": item})
        rest = {key: v for key, v in raw.items() if key not in lists and key not in _MINIMAL}
        key, body = _body(rest, result)
        facts, further = self.intake.facts(rest, (key,), number)
        facts["article"] = plain(rest.get("article")) if key != "article" else ""
        name = _user(raw.get("annotator"))
        who = self.intake.annotator(name) if name else self.intake.owner()
        draft = Draft(self.intake.article(body, who, facts, further, number), who)
        Result(draft, self.intake, number, "").take(result)
        yield draft.bundle(State.DONE)


def _user(said: object) -> str:
    """Return a name for `completed_by`: a number, or an object with an address or a name."""
    if isinstance(said, dict):
        named = (said.get(key) for key in ("email", "username", "first_name", "id"))
        said = next((n for n in named if isinstance(n, str | int) and n != ""), None)
    if isinstance(said, bool) or not isinstance(said, str | int):
        return ""
    return said if isinstance(said, str) else f"annotator {said}"


def _state(page: dict[str, Any], result: list[dict[str, Any]], where: str) -> State | None:
    """Submitted is done, cancelled is skipped; a prediction is not more than started."""
    if page.get("was_cancelled") is True or page.get("skipped") is True:
        return State.SKIPPED
    if where.startswith("predictions"):
        return None
    return STATES.get(said_of_whole(result, STATE), State.DONE)


def _is_media(value: str) -> bool:
    """Say whether a value is the name or address of a sound, picture or film, or one itself; takes linear time."""
    if _MEDIA_ITSELF.fullmatch(value):
        return True
    last = value.rpartition(" ")[2]
    asked = value[: len(value) - len(last)] + last.partition("?")[0]  # without what an address is asked with
    names = [address.rpartition("/")[2] for address in (value, asked)]
    named = "\n" not in value and any(_MEDIA_NAME.fullmatch(name) for name in names)
    return named and not _is_a_sentence(value)


def _is_a_sentence(value: str) -> bool:
    """Say whether what ends with an address is words that name it: "see https://…", or more than folders' names are."""
    return any("://" in word for word in value.split()[1:]) or any(
        len(part.split()) > _MOST_IN_A_NAME for part in value.split("/")
    )


def _on_text(item: dict[str, Any]) -> bool:
    """Say whether a region is on characters of a text: not a part of a picture, nor seconds of a sound."""
    value = item.get("value")
    ends = [value.get(key) for key in ("start", "end")] if isinstance(value, dict) and "channel" not in value else []
    return bool(ends) and all(isinstance(end, int | str) for end in ends)


def _body(data: dict[str, Any], result: list[dict[str, Any]]) -> tuple[str, str]:
    """Return the key and the text that regions are on: "text", else the longest text in which they fit."""
    html = any(item.get("type") == "hypertextlabels" for item in result)
    texts = {key: v for key, v in data.items() if isinstance(v, str) and v}
    said = (key for key, v in data.items() if isinstance(v, list) and any(isinstance(x, dict) for x in v))
    lines = next(said, "") if not texts else ""
    if lines or isinstance(data.get("text"), list):
        what = "is a dialogue of several paragraphs; only single texts can be imported"
        raise Fault(f"data.{lines or 'text'}", what)
    if not texts:
        raise Fault("data", tr("holds no text"), tr('Expected {"text": "…"}'))
    media = [key for key, v in texts.items() if _is_media(v)]
    left = {key: v for key, v in texts.items() if key not in media}
    if (
        media
        and not any(_on_text(item) for item in result)
        and all(len(v.split()) < _FEWEST or _ADDRESS.fullmatch(v) for v in left.values())
    ):
        raise Fault(f"data.{media[0]}", _NO_TEXT, _LEAVE_OUT, ProblemKind.TEXT)
    texts = left or texts
    first = [key for key in ("text", "html", "article") if key in texts and (key != "article" or len(texts) == 1)]
    keys = [*first, *sorted(texts.keys() - set(first), key=lambda k: (-len(texts[k]), k))]
    key = next((k for k in keys if not html and fits(texts[k], result)), keys[0])
    if _ADDRESS.fullmatch(texts[key]):
        what_to_do = "Put the text itself into the data of the task"
        raise Fault(f"data.{key}", tr("is the address of a text, not the text"), what_to_do, ProblemKind.TEXT)
    body = text_of_html(texts[key]) if html else texts[key]
    if not body:
        raise Fault(f"data.{key}", tr("holds no text"))
    return key, body
