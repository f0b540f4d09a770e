"""The tables of a project file, as sqlite-utils migrations; each one is applied once, in order, and never edited.

The journal's images name columns: a migration that renames or drops one changes the images of old steps too.
"""

import re
import sqlite3
from collections.abc import Callable
from typing import TYPE_CHECKING

from dateline.model.project_file import APPLICATION_ID

if TYPE_CHECKING:
    from sqlite_utils import Database


SEARCH_FOLDS = (
    ("ı", "i"), ("ł", "l"), ("Ł", "L"), ("ø", "o"), ("Ø", "O"), ("đ", "d"), ("Đ", "D"), ("ß", "ss"),
    ("æ", "ae"), ("Æ", "AE"), ("œ", "oe"), ("Œ", "OE"), ("ё", "е"), ("Ё", "Е"),
)  # fmt: skip


def _folded(column: str) -> str:
    """Return the SQL for a text as the search index takes it."""
    for letter, plain in SEARCH_FOLDS:
        column = f"replace({column}, '{letter}', '{plain}')"
    return column


# Text lives apart from the article's other fields, so that listing ten thousand articles reads no text.
# No ON DELETE CASCADE: it would go past the journal. Foreign keys are checked when a step commits.
_FIRST = """
CREATE TABLE setting (id TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT;

CREATE TABLE label_type (
  id TEXT PRIMARY KEY, layer TEXT NOT NULL CHECK (layer IN ('entity','time','event','relation')),
  name TEXT NOT NULL, title TEXT NOT NULL, code TEXT NOT NULL, key TEXT NOT NULL, colour TEXT NOT NULL,
  description TEXT NOT NULL, roles TEXT NOT NULL, attributes TEXT NOT NULL, position INTEGER NOT NULL) STRICT;

CREATE TABLE annotator (
  id TEXT PRIMARY KEY, name TEXT NOT NULL,
  kind TEXT NOT NULL CHECK (kind IN ('person','model','import','adjudicator'))) STRICT;

CREATE TABLE article (
  id TEXT PRIMARY KEY, name TEXT NOT NULL, title TEXT NOT NULL, published TEXT NOT NULL, source TEXT NOT NULL,
  url TEXT NOT NULL, language TEXT NOT NULL, note TEXT NOT NULL, origin TEXT NOT NULL, meta TEXT NOT NULL,
  position INTEGER NOT NULL, sha256 TEXT NOT NULL, length INTEGER NOT NULL) STRICT;
CREATE INDEX article_position ON article (position, id);
CREATE INDEX article_sha256 ON article (sha256);

CREATE TABLE article_text (
  number INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE REFERENCES article (id), text TEXT NOT NULL) STRICT;

CREATE TABLE region (
  id TEXT PRIMARY KEY, article_id TEXT NOT NULL REFERENCES article (id),
  kind TEXT NOT NULL CHECK (kind IN ('boilerplate','negative')), begin INTEGER NOT NULL, end INTEGER NOT NULL,
  annotator_id TEXT REFERENCES annotator (id), CHECK (0 <= begin AND begin < end)) STRICT;
CREATE INDEX region_article ON region (article_id);

CREATE TABLE progress (
  id TEXT PRIMARY KEY, article_id TEXT NOT NULL REFERENCES article (id),
  annotator_id TEXT NOT NULL REFERENCES annotator (id),
  state TEXT NOT NULL CHECK (state IN ('new','started','done','skipped')), UNIQUE (article_id, annotator_id)) STRICT;

CREATE TABLE entity (
  id TEXT PRIMARY KEY, name TEXT NOT NULL, type TEXT NOT NULL, aliases TEXT NOT NULL,
  external_id TEXT NOT NULL, note TEXT NOT NULL) STRICT;

CREATE TABLE happening (
  id TEXT PRIMARY KEY, name TEXT NOT NULL, type TEXT NOT NULL, begin INTEGER, end INTEGER,
  granularity TEXT, approximate INTEGER NOT NULL, external_id TEXT NOT NULL, note TEXT NOT NULL) STRICT;

CREATE TABLE mention (
  id TEXT PRIMARY KEY, article_id TEXT NOT NULL REFERENCES article (id),
  annotator_id TEXT NOT NULL REFERENCES annotator (id),
  layer TEXT NOT NULL CHECK (layer IN ('entity','time','event')), label TEXT NOT NULL,
  begin INTEGER NOT NULL, end INTEGER NOT NULL, fragments TEXT, attributes TEXT,
  entity_id TEXT REFERENCES entity (id), happening_id TEXT REFERENCES happening (id),
  CHECK (0 <= begin AND begin < end)) STRICT;
CREATE INDEX mention_article ON mention (article_id, annotator_id);
CREATE INDEX mention_entity ON mention (entity_id) WHERE entity_id IS NOT NULL;
CREATE INDEX mention_happening ON mention (happening_id) WHERE happening_id IS NOT NULL;
CREATE INDEX mention_event ON mention (article_id) WHERE layer = 'event';

CREATE TABLE time_value (
  id TEXT PRIMARY KEY REFERENCES mention (id), value TEXT NOT NULL, begin INTEGER, end INTEGER, granularity TEXT,
  approximate INTEGER NOT NULL, mod TEXT NOT NULL, source TEXT NOT NULL, rule TEXT NOT NULL, anchor TEXT NOT NULL,
  replaced TEXT NOT NULL) STRICT;

CREATE TABLE argument (
  id TEXT PRIMARY KEY, event_id TEXT NOT NULL REFERENCES mention (id), role TEXT NOT NULL,
  filler_id TEXT NOT NULL REFERENCES mention (id)) STRICT;
CREATE INDEX argument_event ON argument (event_id);
CREATE INDEX argument_filler ON argument (filler_id);

CREATE TABLE relation (
  id TEXT PRIMARY KEY, article_id TEXT NOT NULL REFERENCES article (id),
  annotator_id TEXT NOT NULL REFERENCES annotator (id), label TEXT NOT NULL,
  source_id TEXT NOT NULL REFERENCES mention (id), target_id TEXT NOT NULL REFERENCES mention (id)) STRICT;
CREATE INDEX relation_article ON relation (article_id);
CREATE INDEX relation_source ON relation (source_id);
CREATE INDEX relation_target ON relation (target_id);

CREATE TABLE comment (
  id TEXT PRIMARY KEY, article_id TEXT NOT NULL REFERENCES article (id),
  annotator_id TEXT NOT NULL REFERENCES annotator (id), text TEXT NOT NULL,
  mention_id TEXT REFERENCES mention (id), at TEXT NOT NULL) STRICT;
CREATE INDEX comment_article ON comment (article_id);
CREATE INDEX comment_mention ON comment (mention_id) WHERE mention_id IS NOT NULL;

-- The journal: a step is what a person or an import did; its changes are the rows it touched.
-- A row inserted by a bulk step is listed in `ids` with others of its table, between `least` and `greatest`.
-- The image of an inserted row is the row itself, until the step is undone: only then is it written to `after`.
CREATE TABLE step (
  id INTEGER PRIMARY KEY, label TEXT NOT NULL, at TEXT NOT NULL, kind TEXT NOT NULL, annotator_id TEXT,
  place TEXT, size INTEGER NOT NULL, state TEXT NOT NULL CHECK (state IN ('done','undone','dropped'))) STRICT;
CREATE INDEX step_state ON step (state, id);
CREATE TABLE change (
  id INTEGER PRIMARY KEY, step_id INTEGER NOT NULL REFERENCES step (id), tbl TEXT NOT NULL,
  op TEXT NOT NULL CHECK (op IN ('insert','update','delete')), row_id TEXT, least TEXT, greatest TEXT, ids TEXT,
  before TEXT, after TEXT) STRICT;
CREATE INDEX change_step ON change (step_id);
CREATE INDEX change_row ON change (row_id) WHERE row_id IS NOT NULL;
CREATE INDEX change_bulk ON change (tbl, least, greatest) WHERE row_id IS NULL;

-- Where this machine left off; no part of the data, so not journalled.
CREATE TABLE local (key TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT;

-- Search: remove_diacritics folds what Unicode takes apart; the triggers fold the letters it does not.
CREATE VIRTUAL TABLE article_fts USING fts5 (text, content='', tokenize='unicode61 remove_diacritics 2');
CREATE TRIGGER article_text_added AFTER INSERT ON article_text BEGIN
  INSERT INTO article_fts (rowid, text) VALUES (new.number, {new});
END;
CREATE TRIGGER article_text_removed AFTER DELETE ON article_text BEGIN
  INSERT INTO article_fts (article_fts, rowid, text) VALUES ('delete', old.number, {old});
END;
"""


# A text taken out of a web page keeps the page beside it: what was cut away can be looked at again.
_ORIGINALS = """
CREATE TABLE original (
  id TEXT PRIMARY KEY, article_id TEXT NOT NULL REFERENCES article (id), name TEXT NOT NULL, media_type TEXT NOT NULL,
  content TEXT NOT NULL) STRICT;
CREATE UNIQUE INDEX original_article ON original (article_id);
"""


# Events dated near another are asked for at each selection: from that date on and back, not through all dates.
_DATES = "CREATE INDEX time_value_begin ON time_value (coalesce(begin, end));"


def _first(db: "Database") -> None:
    script = _FIRST.replace("{new}", _folded("new.text")).replace("{old}", _folded("old.text"))
    for statement in _statements(script):
        db.execute(statement)
    db.execute(f"PRAGMA application_id = {APPLICATION_ID}")


def _originals(db: "Database") -> None:
    for statement in _statements(_ORIGINALS):
        db.execute(statement)


def _dates(db: "Database") -> None:
    db.execute(_DATES)


def _statements(script: str) -> list[str]:
    """Part a script at its complete statements (a trigger's body holds semicolons)."""
    out, current = [], ""
    for line in script.splitlines(keepends=True):
        current += line
        if sqlite3.complete_statement(current):
            out.append(current)
            current = ""
    return out


MIGRATIONS: tuple[tuple[str, Callable[["Database"], None]], ...] = (
    ("0001-first", _first),
    ("0002-originals", _originals),
    ("0003-dates", _dates),
)
VERSION = len(MIGRATIONS)  # kept in user_version, so that opening needs no sqlite-utils
TABLES = frozenset(re.findall(r"CREATE (?:VIRTUAL )?TABLE (\w+)", _FIRST + _ORIGINALS))


def migrate(db: "Database") -> None:
    """Bring the database to the newest form; each migration is one transaction."""
    from sqlite_utils import Migrations  # heavy: only when there is something to migrate

    project = Migrations("dateline")
    for version, (name, how) in enumerate(MIGRATIONS, start=1):
        project(name=name)(_numbered(version, how))
    project.apply(db)


def _numbered(version: int, how: Callable[["Database"], None]) -> Callable[["Database"], None]:
    def migration(db: "Database", /) -> None:
        how(db)
        db.execute(f"PRAGMA user_version = {version}")

    return migration
