"""What several records of one text say of its article, such as single answers about it: the same in whatever order."""

from collections.abc import Iterable, Mapping, Sequence

import orjson
from msgspec.structs import replace

from dateline.exchange.intake import FIELDS, Intake
from dateline.exchange.problems import ProblemKind
from dateline.model.article import Article
from dateline.scratch import Ledger

_BETWEEN = ", "  # values of one column
_LEFT_OUT = "differs between the answers about one text, which are one article, and is left out there"

Said = dict[str, dict[str, str]]  # what one sort of record says: of fields and columns, value by value, who said it


def joined_values(values: Iterable[str]) -> str:
    """Return values of one column as one; those that hold several already are taken apart."""
    several = sorted({value for value in values if value})
    if len(several) < 2:
        return "".join(several)
    return _BETWEEN.join(sorted({part for value in several for part in value.split(_BETWEEN)}))


class JointArticles:
    """Keeps what the records of each article say, and gives the article with all that was said of it so far.

    Of fields and of columns that a program keeps about a record (`_task_hash`), what a record of the whole text says
    counts before what an answer about it says.
    """

    def __init__(self, intake: Intake) -> None:
        self._intake = intake
        self._of_answers, self._of_wholes = Ledger(), Ledger()  # by article: what was said, as JSON

    def joined(
        self, article: Article, who: str, answers: Mapping[str, Sequence[str]], line: int, *, part: bool
    ) -> tuple[Article, bool]:
        """Take in a record, and return its article with what all records said; say whether answers are among them.

        `answers` are columns with what stands in them by this record, which is somebody's opinion: where several gave
        answers about a text, it is told whose each is. `part`: the record is an answer, and not of the whole text.
        """
        ledger = self._of_answers if part else self._of_wholes
        said: Said = orjson.loads(ledger.get(article.id) or "{}")
        for key, value in _facts(article):
            said.setdefault(key, {})[value] = ""
        for column, values in answers.items():
            for value in values:
                of = said.setdefault(f"? {column}", {})
                of[value] = orjson.dumps(sorted({who, *orjson.loads(of.get(value, "[]"))})).decode()
        ledger[article.id] = orjson.dumps(said).decode()
        answered = self._of_answers.get(article.id)
        if answered is None:
            return article, False
        wholes: Said = orjson.loads(self._of_wholes.get(article.id) or "{}")
        return self._made(article, orjson.loads(answered), wholes, line), True

    def _made(self, article: Article, answers: Said, wholes: Said, line: int) -> Article:
        fields, meta = {}, {}
        for key in dict.fromkeys((*wholes, *answers)):
            values = sorted(wholes.get(key, ())) or sorted(answers.get(key, ()))
            sort, _, name = key.partition(" ")
            if sort == ".":
                fields[name] = values[0]
                for other in [value for value in (*wholes.get(key, ()), *answers.get(key, ())) if value != values[0]]:
                    what = f"says of a text that its {name} is {other}, where others say {values[0]}, which stays"
                    self._intake.tell_once(what, ProblemKind.FIELD, line)
            elif sort == "_" and len(values) > 1:
                self._intake.tell_once(f"the field {name} {_LEFT_OUT}", ProblemKind.FIELD, line)
            elif sort == "_":
                meta[name] = values[0]
            elif sort == "-":
                meta[name] = joined_values((*wholes.get(key, ()), *answers.get(key, ())))
        told = {key[2:]: values for key, values in answers.items() if key[0] == "?"}
        people = {who for values in told.values() for by in values.values() for who in orjson.loads(by)}
        for column, by_value in told.items():
            said = [v if len(people) < 2 else f"{v} ({'; '.join(orjson.loads(by))})" for v, by in by_value.items()]
            meta[column] = joined_values((*said, meta.get(column, "")))
        return replace(article, meta=meta, **fields)


def _facts(article: Article) -> Iterable[tuple[str, str]]:
    """Yield what is said of an article: "." before a field, "_" before a program's own column, "-" before others."""
    for name in FIELDS:
        if value := getattr(article, name):
            yield f". {name}", value
    for name, value in article.meta.items():
        yield f"{'_' if name.startswith('_') else '-'} {name}", value
