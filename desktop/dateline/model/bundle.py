"""What travels between the store and a file format: a project's frame, then article by article."""

from collections.abc import Mapping, Sequence

from msgspec import Struct, field

from dateline.model.annotation import Annotations, Annotator
from dateline.model.article import Article, Original, State
from dateline.model.registry import Entity, Happening
from dateline.model.schema import LabelType, Schema
from dateline.model.wording import Wording


class Frame(Struct, frozen=True):
    """What all articles of a project share. A format that has none of it gives an empty one.

    `tables` names the tables of metadata that were found beside texts; None where the format knows none. `described`:
    what a source that is no project's own file says of its labels, which counts for those that no schema has; whether
    one of the entity layer is a time's is decided as for all labels.
    """

    schema: Schema | None = None
    annotators: tuple[Annotator, ...] = ()
    entities: tuple[Entity, ...] = ()
    happenings: tuple[Happening, ...] = ()
    tables: tuple[str, ...] | None = None
    described: tuple[LabelType, ...] = ()


class Bundle(Struct, frozen=True):
    """One article with one annotator's annotations; an article nobody has touched has no annotator.

    An article that several annotators worked on comes as several bundles in a row with an equal `article`, and an equal
    `original` where its text was taken out of another file. `revises` is the id of the project's article that this one
    is a newer version of. `again`: it is an article of its own though its text is there already. `weighed`: its format
    has looked whether its text nearly repeats another one. `repeats`: its text is there already, and it comes for what
    is said of the article alone; whoever takes it in puts into `taken` what of that it was, in words. `remade`: the
    text was made of tokens, and its white space is the format's. `notes_adrift`: the format keeps no notes on mentions,
    so that those of mentions come as notes on the text. `joint`: other records of its source, which are no repetition
    of it, say something of the same article, too. `part`: it says no more than something of its page, such as the
    answer to a question, so that its state counts behind that of a record of the whole page. `answers`: what it answers
    about the whole text, by the columns to show it in, where the article has it, too. `one_sort`: its format has one
    sort of link, and which are roles, and which relations, was told by the labels.
    """

    article: Article
    annotator: Annotator | None = None
    state: State = State.NEW
    annotations: Annotations = field(default_factory=Annotations)
    original: Original | None = None
    revises: str = ""
    again: bool = False
    weighed: bool = False
    repeats: bool = False
    taken: list[Wording] = field(default_factory=list)
    remade: bool = False
    notes_adrift: bool = False
    joint: bool = False
    part: bool = False
    answers: Mapping[str, Sequence[str]] = {}
    one_sort: bool = False
