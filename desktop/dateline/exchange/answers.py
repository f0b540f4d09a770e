"""What answers about a text say of it, kept beside the columns that show it, so that answers can join others later."""

from collections.abc import Mapping, Sequence

import orjson
from msgspec.structs import replace

from dateline.model.annotation import Annotator
from dateline.model.article import Article

ANSWERS = "_answers"  # the column, of JSON
REJECTED = "_rejected_by"  # the column of those who rejected the text as a whole, kept as answers are

# By column: of an answer its values with who gave each, of a further column its values; none where a program keeps it
# about single answers, of which it says something else each time.
Said = dict[str, dict[str, list[str]] | list[str]]


def answers_of(column: str) -> Said:
    """Return what is kept in the column; nothing where it is another program's."""
    try:
        found = orjson.loads(column or "{}")
    except orjson.JSONDecodeError:
        return {}
    return found if isinstance(found, dict) and all(map(_is_said, found.values())) else {}


def _is_said(values: object) -> bool:
    if isinstance(values, dict):
        return all(map(_is_said, values.values())) and not any(isinstance(v, dict) for v in values.values())
    return isinstance(values, list) and all(isinstance(v, str) for v in values)


def as_column(said: Said) -> str:
    """Return what is to be kept as the column's value, the same whatever order it came in."""
    return orjson.dumps(said, option=orjson.OPT_SORT_KEYS).decode() if said else ""


def add_answer(said: Said, column: str, value: str, who: str = "") -> bool:
    """Take in an answer; say whether it is new. Without `who` it is nobody's that is known."""
    found = said.get(column, {})
    given = found if isinstance(found, dict) else {v: [] for v in found}
    people = given.get(value)
    given[value] = sorted({*(people or ()), *filter(None, [who])})
    said[column] = given
    return given[value] != people


def add_answers(said: Said, answers: Mapping[str, Sequence[str]], who: str) -> None:
    """Take in what a record answers, by column."""
    for column, values in answers.items():
        for value in values:
            add_answer(said, column, value, who)


def add_value(said: Said, column: str, value: str) -> None:
    """Take in what stands in a further column beside an answer."""
    found = said.get(column)
    if isinstance(found, dict):
        found.setdefault(value, [])
    elif found is None:
        said[column] = [value]
    elif value not in found and (found or not column.startswith("_")):
        said[column] = [] if column.startswith("_") else sorted([*found, value])


def shown(said: Said) -> dict[str, str]:
    """Return the columns that show it; whose an answer is, is shown where several people gave some."""
    given = [values for values in said.values() if isinstance(values, dict)]
    several = len({who for values in given for people in values.values() for who in people}) > 1
    columns: dict[str, str] = {}
    for column, values in said.items():
        if isinstance(values, list):
            columns[column] = joined(values)
        else:
            named = {v: f" ({'; '.join(who)})" if several and who else "" for v, who in values.items()}
            columns[column] = joined([f"{v}{named[v]}" for v in sorted(values)], of=list(values))
    return {column: value for column, value in columns.items() if value}


def with_answers(article: Article, said: Said) -> Article:
    """Return an article with the columns that show what is said of it."""
    return replace(article, meta=article.meta | shown(said)) if said else article


def rejected_by(article: Article, who: Annotator) -> Article:
    """Return an article with the columns that say that an annotator rejected it."""
    said: Said = {}
    add_answer(said, REJECTED, who.name)
    return replace(article, meta=article.meta | shown(said) | {ANSWERS: as_column(said)})


def is_rejected(article: Article, who: Annotator | None) -> bool:
    """Say whether an annotator rejected an article: told by the tool's own column, whatever else columns say."""
    if who is None or REJECTED not in article.meta:
        return False
    said = answers_of(article.meta.get(ANSWERS, "")).get(REJECTED)
    return isinstance(said, dict) and who.name in said


def joined(values: list[str], of: list[str] | None = None) -> str:
    """Return values as one, with a bar between them where one has a comma of its own."""
    return (" | " if any(", " in value for value in of or values) else ", ").join(values)
