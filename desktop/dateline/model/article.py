"""Articles and the zones of them that are set apart."""

from enum import StrEnum

from msgspec import Struct, field

from dateline.model.text import Span, text_sha256

NEWER = "newer_version"  # the column of an older version that holds the id of the article in its place
_LONGEST_NAME = 120  # characters of a first line that stands for a title


class State(StrEnum):
    """How far one annotator has come with one article."""

    NEW = "new"
    STARTED = "started"
    DONE = "done"
    SKIPPED = "skipped"


STATES = {state.value: state for state in State}  # by what files and the project call them: faster than State(name)


class RegionKind(StrEnum):
    """Why a stretch of text is set apart."""

    BOILERPLATE = "boilerplate"  # not part of the report: greyed, not annotated, left out of exports
    NEGATIVE = "negative"  # read by an annotator who found no event: a verified negative


class Article(Struct, frozen=True):
    """A text exactly as it was decoded, with what is known of its publication.

    `published` is an ISO 8601 date or date-time, or "" when unknown. `text` is never changed.
    `meta` holds further columns of the source as given.
    """

    id: str
    text: str
    title: str = ""
    published: str = ""
    source: str = ""
    url: str = ""
    language: str = ""
    note: str = ""
    origin: str = ""  # the file it came from, name only
    meta: dict[str, str] = field(default_factory=dict)
    position: int = 0  # order in the article list

    @property
    def sha256(self) -> str:
        """The SHA-256 of the text in UTF-8."""
        return text_sha256(self.text)

    @property
    def name(self) -> str:
        """What to call the article in lists, on one line: its title, else its first line, else its file."""
        if self.title:
            return " ".join(self.title.split())
        return first_words(self.text) or self.origin or self.id


def first_words(text: str) -> str:
    """Return the first line of a text, cut with an ellipsis where it is long; "" where there is none nearby."""
    line = next((line.strip() for line in text[:400].splitlines() if line.strip()), "")
    if len(line) <= _LONGEST_NAME:
        return line
    cut = line[: _LONGEST_NAME - 1]
    return f"{cut.rpartition(' ')[0] or cut}…"


class Original(Struct, frozen=True):
    """The file an article's text was taken out of, such as a web page, as it was decoded; `name` is its file name."""

    id: str
    article_id: str
    name: str
    media_type: str
    content: str


class Region(Struct, frozen=True):
    """A stretch of an article that is set apart. A negative belongs to an annotator, boilerplate to nobody."""

    id: str
    article_id: str
    kind: RegionKind
    span: Span
    annotator_id: str | None = None


class Progress(Struct, frozen=True):
    """One annotator's state with one article."""

    id: str
    article_id: str
    annotator_id: str
    state: State = State.NEW
