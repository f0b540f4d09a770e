"""What a row of the action table says: texts, keys, where it works and when it makes sense."""

from enum import Flag, StrEnum, auto

from msgspec import Struct


class When(Flag):
    """What must be there for an action to make sense; one condition of several is enough."""

    ALWAYS = 0
    PROJECT = auto()  # a project is open
    ARTICLE = auto()  # an article is shown
    WORDS = auto()  # text is selected
    MENTION = auto()  # a mention is selected
    TIME = auto()  # a time mention with alternatives is selected
    EVENT = auto()  # an event's trigger is selected
    LINKED = auto()  # the selected mention is linked to an entity or happening
    LINKABLE = auto()  # a link is proposed for the selected mention
    SUGGESTION = auto()  # a suggestion is current, or fillers are proposed
    PENDING = auto()  # the article has suggestions nobody has answered
    UNDO = auto()
    REDO = auto()
    FOUND = auto()  # a search has hits
    RANGE = auto()  # a range is brushed on the timeline
    THING = auto()  # the registry's cursor is on an entity or happening
    THINGS = auto()  # several of them are chosen
    MENTIONED = auto()  # it is mentioned somewhere
    REPORTED = auto()  # it is a happening that articles tell of
    OF_THING = auto()  # some of its mentions are chosen
    SOME_OF_THING = auto()  # … and others are not
    FITTING = auto()  # the selected mention could be linked to it
    READ_ONLY = auto()  # the project cannot be written: no row with `edits` is enabled


class Scope(StrEnum):
    """Where the keys of a row work: everywhere in the window, or while one panel has the focus."""

    WINDOW = "window"
    READER = "reader"
    TIMELINE = "timeline"
    ARTICLES = "articles"
    REGISTRY = "registry"
    PROBLEMS = "problems"


class ActionSpec(Struct, frozen=True):
    """One row.

    `keys` are portable key sequences; `gesture` says what is done with the mouse, or keys that are not a
    sequence. `triggered` is False where a panel answers by itself and there is no QAction: the row is for
    the F1 sheet. `section` groups rows of one menu between separators, `group` makes them exclusive.
    """

    id: str
    text: str
    topic: str
    keys: tuple[str, ...] = ()
    icon: str = ""
    menu: str = ""
    section: str = ""
    description: str = ""
    when: When = When.PROJECT
    scope: Scope = Scope.WINDOW
    gesture: str = ""
    group: str = ""
    checkable: bool = False
    edits: bool = False
    triggered: bool = True
