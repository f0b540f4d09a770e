"""The table of everything a person can do; `tests/gui/test_actions.py` holds it to its rules.

Texts are marked with a `tr` of this file's own: lupdate finds the name, the context is "".
"""

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


def tr(text: str) -> str:
    """Mark a text for translation; it is translated where it is shown."""
    return text


MENUS = {
    "file": tr("&File"),
    "file/recent": tr("Open &recent"),
    "edit": tr("&Edit"),
    "article": tr("&Article"),
    "annotate": tr("A&nnotate"),
    "view": tr("&View"),
    "view/theme": tr("&Theme"),
    "timeline": tr("&Timeline"),
    "timeline/group": tr("&Group by"),
    "registry": tr("&Registry"),
    "help": tr("&Help"),
}

PROJECT, READING, TAGGING = tr("Project"), tr("Reading"), tr("Tagging")
ARTICLES, EVENTS = tr("Articles"), tr("Times, events and links")
SUGGESTIONS, TIMELINE, WINDOW, HELP = tr("Suggestions"), tr("Timeline"), tr("Window"), tr("Help")
REGISTRY, PROBLEMS = tr("Registry"), tr("Problems")
TOPICS = (  # as the F1 sheet has them
    READING,
    TAGGING,
    EVENTS,
    SUGGESTIONS,
    ARTICLES,
    REGISTRY,
    PROBLEMS,
    TIMELINE,
    PROJECT,
    WINDOW,
    HELP,
)

_A, _W, _M = When.ARTICLE, When.WORDS, When.MENTION
_READER, _TIMELINE, _REGISTRY = Scope.READER, Scope.TIMELINE, Scope.REGISTRY

# fmt: off
_FILE = (
    ActionSpec("new_project", tr("&New project…"), PROJECT, ("Ctrl+N",), "new", "file", "open",
               tr("Start a project file from a folder of articles, or empty"), When.ALWAYS),
    ActionSpec("open_project", tr("&Open project…"), PROJECT, ("Ctrl+O",), "open", "file", "open",
               tr("Open another project; this one is already saved"), When.ALWAYS),
    ActionSpec("open_sample", tr("Open the &sample project"), PROJECT, (), "", "file", "open",
               tr("Five short reports, fully annotated, to look round in"), When.ALWAYS),
    ActionSpec("import_articles", tr("&Import…"), PROJECT, ("Ctrl+I",), "import", "file", "inout",
               tr("Bring in articles, or annotations made elsewhere"), edits=True),
    ActionSpec("export_data", tr("&Export…"), PROJECT, ("Ctrl+E",), "export", "file", "inout",
               tr("Write annotations as JSONL or a training set")),
    ActionSpec("export_picture", tr("Export &picture…"), PROJECT, ("Ctrl+Shift+E",), "picture", "file", "inout",
               tr("Save this article as a picture, PNG or SVG"), _A),
    ActionSpec("check_project", tr("Chec&k project"), PROJECT, (), "check", "file", "state",
               tr("Test every offset, reference and the file itself")),
    ActionSpec("project_statistics", tr("S&tatistics…"), PROJECT, (), "", "file", "state",
               tr("Articles, annotators and counts per label")),
    ActionSpec("quit", tr("&Quit"), PROJECT, ("Ctrl+Q",), "", "file", "end",
               tr("Everything is saved as it is done; there is nothing to save"), When.ALWAYS),
)

_EDIT = (
    ActionSpec("undo", tr("&Undo"), PROJECT, ("Ctrl+Z",), "undo", "edit", "undo",
               tr("Take the last step back, in whichever article it was, also after a restart"), When.UNDO, edits=True),
    ActionSpec("redo", tr("&Redo"), PROJECT, ("Ctrl+Shift+Z", "Ctrl+Y"), "redo", "edit", "undo",
               tr("Do again what was taken back"), When.REDO, edits=True),
    ActionSpec("history", tr("&History…"), PROJECT, ("Ctrl+H",), "history", "edit", "undo",
               tr("Every step: what was done, when, by whom")),
    ActionSpec("find", tr("&Find in article…"), READING, ("Ctrl+F",), "find", "edit", "find",
               tr("Find words or expressions in this article; Enter goes to the next hit, Esc takes it"), _A),
    ActionSpec("find_next", tr("Find &next"), READING, ("F3",), "", "edit", "find", "", When.FOUND),
    ActionSpec("find_previous", tr("Find &previous"), READING, ("Shift+F3",), "", "edit", "find", "", When.FOUND),
    ActionSpec("search_project", tr("&Search the project…"), PROJECT, ("Ctrl+Shift+F",), "search", "edit", "find",
               tr("Search all articles at once")),
    ActionSpec("concordance", tr("All l&ines…"), PROJECT, ("Ctrl+Shift+L",), "", "edit", "find",
               tr("Every place of the selected annotation, of words or a label, side by side, to be tagged in bulk")),
    ActionSpec("lines_keys", tr("In the lines: tick, open, tag, remove"), PROJECT, triggered=False,
               gesture=tr("Space, Enter, Ctrl+Enter, Delete"), description=tr("A label's key chooses what to tag as")),
    ActionSpec("command_palette", tr("&Command palette…"), HELP, ("Ctrl+K",), "command", "edit", "find",
               tr("Any action, label, article or entity by a few letters of its name"), When.ALWAYS),
    ActionSpec("schema_editor", tr("&Labels…"), PROJECT, (), "label", "edit", "set",
               tr("Add, rename, recolour, re-key, merge and remove labels")),
    ActionSpec("settings", tr("Se&ttings…"), WINDOW, ("Ctrl+,",), "settings", "edit", "set",
               tr("Your name, the reader's type, the language"), When.ALWAYS),
)

_ARTICLE = (
    ActionSpec("done_next", tr("&Done, next"), ARTICLES, ("Ctrl+Return", "Ctrl+Enter"), "done", "article", "go",
               tr("Accept the suggestions in view; with none left, mark the article done and open the next to do"), _A,
               edits=True),
    ActionSpec("next_to_do", tr("Next to d&o"), ARTICLES, ("Ctrl+J",), "next", "article", "go",
               tr("Open the next article that is neither done nor skipped")),
    ActionSpec("next_article", tr("&Next article"), ARTICLES, ("Ctrl+PgDown",), "", "article", "go"),
    ActionSpec("previous_article", tr("&Previous article"), ARTICLES, ("Ctrl+PgUp",), "", "article", "go"),
    ActionSpec("skip_article", tr("&Skip article"), ARTICLES, ("Ctrl+Shift+S",), "skipped", "article", "state",
               tr("Set it aside: not offered again, not exported as done"), _A, edits=True),
    ActionSpec("reopen_article", tr("Set &back to started"), ARTICLES, (), "started", "article", "state", "", _A,
               edits=True),
    ActionSpec("article_properties", tr("P&roperties…"), ARTICLES, ("Alt+Return", "Alt+Enter"), "article", "article",
               "state", tr("Title, publication date, source, address, language"), _A),
    ActionSpec("remove_article", tr("Re&move article"), ARTICLES, (), "delete", "article", "state",
               tr("Take it out of the project with its annotations; undo brings it back"), _A, edits=True),
)

_READING = (
    ActionSpec("select_word", tr("Select a word"), READING, gesture=tr("click, arrows"), triggered=False, when=_A),
    ActionSpec("select_phrase", tr("Select a phrase"), READING, gesture=tr("drag"), triggered=False, when=_A,
               description=tr("Edges snap to words and drop spaces and punctuation round them")),
    ActionSpec("select_exact", tr("Select to the character"), READING, gesture=tr("Alt+drag"), triggered=False,
               when=_A),
    ActionSpec("extend", tr("Extend the selection"), READING, gesture=tr("Shift+click"), triggered=False, when=_A),
    ActionSpec("cursor", tr("Move the word cursor"), READING, gesture=tr("arrows"), triggered=False, when=_A,
               description=tr("Shift extends; Ctrl jumps a sentence; Home and End go to the ends of the paragraph")),
    ActionSpec("granularity_1", tr("Move by character"), READING, ("Alt+1",), scope=_READER, when=_A, triggered=False),
    ActionSpec("granularity_2", tr("Move by word"), READING, ("Alt+2",), scope=_READER, when=_A, triggered=False),
    ActionSpec("granularity_3", tr("Move by phrase"), READING, ("Alt+3",), scope=_READER, when=_A, triggered=False),
    ActionSpec("granularity_4", tr("Move by sentence"), READING, ("Alt+4",), scope=_READER, when=_A, triggered=False),
    ActionSpec("next_mention", tr("Next &mention"), READING, ("Alt+Right",), "next", "annotate", "go", "", _A),
    ActionSpec("previous_mention", tr("Pre&vious mention"), READING, ("Alt+Left",), "previous", "annotate", "go", "",
               _A),
    ActionSpec("page", tr("A page on or back"), READING, ("PgDown", "PgUp"), gesture=tr("Space, Shift+Space"),
               scope=_READER, triggered=False, when=_A),
    ActionSpec("copy", tr("Copy the selected words"), READING, ("Ctrl+C",), scope=_READER, triggered=False, when=_W),
    ActionSpec("cycle", tr("Outer and inner mentions under the cursor"), READING, gesture=tr("click again"),
               triggered=False, when=_M),
    ActionSpec("leave", tr("Leave: selection, started key, armed label"), READING, ("Esc",), scope=_READER,
               triggered=False, when=_A),
)

_TAGGING = (
    ActionSpec("tag", tr("Tag the selection"), TAGGING, gesture=tr("the label's key"), triggered=False, when=_W,
               description=tr("One letter or two strokes, as the palette shows; on a mention, changes its label")),
    ActionSpec("tag_everywhere", tr("Tag every identical occurrence"), TAGGING, gesture=tr("Shift+the label's key"),
               triggered=False, when=_W),
    ActionSpec("tag_hits", tr("Tag all hits"), TAGGING, gesture=tr("Ctrl+Enter, the label's key"), triggered=False,
               when=When.FOUND, description=tr("In the find bar; an armed label needs no key")),
    ActionSpec("arm", tr("Keep a label armed"), TAGGING, gesture=tr("double-tap its key"), triggered=False, when=_A,
               description=tr("Every click or drag tags, until Esc")),
    ActionSpec("edge_end", tr("Move the end by a word"), TAGGING, ("Alt+Shift+Left", "Alt+Shift+Right"),
               gesture=tr("drag an edge"), scope=_READER, triggered=False, when=_M),
    ActionSpec("edge_begin", tr("Move the beginning by a word"), TAGGING, ("Alt+Shift+Up", "Alt+Shift+Down"),
               gesture=tr("drag an edge"), scope=_READER, triggered=False, when=_M,
               description=tr("Up is to the left; with Ctrl, either edge by a character")),
    ActionSpec("add_fragment", tr("Add a fragment"), TAGGING, gesture=tr("Ctrl+drag"), triggered=False, when=_M,
               description=tr("A second piece of words for the selected mention")),
    ActionSpec("delete", tr("&Delete"), TAGGING, ("Del", "Backspace"), "delete", "annotate", "edit",
               tr("Remove the selected mention, or reject the current suggestion and remember that"),
               _M | When.SUGGESTION, _READER, edits=True),
    ActionSpec("note", tr("Not&e…"), TAGGING, ("Ctrl+M",), "note", "annotate", "edit",
               tr("A remark on the mention, or on the article when none is selected"), _A, edits=True),
    ActionSpec("boilerplate", tr("&Boilerplate"), TAGGING, ("Ctrl+B",), "boilerplate", "annotate", "zone",
               tr("Grey the selected words: not annotated, not exported; again takes it back"), _W | _M, edits=True),
    ActionSpec("negative", tr("Not&hing here"), TAGGING, ("0",), "negative", "annotate", "zone",
               tr("Mark the sentence as read, no event: a verified negative; again takes it back"), _A, _READER,
               edits=True),
)

_EVENTS = (
    ActionSpec("time_1", tr("Take the first reading of a date"), EVENTS, ("1",), when=When.TIME, scope=_READER,
               edits=True),
    ActionSpec("time_2", tr("Take the second reading"), EVENTS, ("2",), when=When.TIME, scope=_READER, edits=True),
    ActionSpec("time_3", tr("Take the third reading"), EVENTS, ("3",), when=When.TIME, scope=_READER, edits=True),
    ActionSpec("time_4", tr("Take the fourth reading"), EVENTS, ("4",), when=When.TIME, scope=_READER, edits=True),
    ActionSpec("fill_role", tr("Fill a role of the event"), EVENTS,
               gesture=tr("the role's key, then click or Enter"), triggered=False, when=When.EVENT,
               description=tr("On a mention, or on words: the mention is made on the way")),
    ActionSpec("add_argument", tr("Add arguments to the event"), EVENTS, gesture=tr("Ctrl+click, Ctrl+drag"),
               triggered=False, when=When.EVENT, description=tr("Mentions go into the roles they fit best; a click "
               "on one again takes the next role")),
    ActionSpec("join", tr("&Join with…"), EVENTS, ("Ctrl+R",), "arcs", "annotate", "link",
               tr("Go to another mention, or to words, and press Enter: a role, a relation, or a further piece"), _M,
               edits=True),
    ActionSpec("draw_link", tr("Draw an argument or a relation"), EVENTS, gesture=tr("Ctrl+Alt+drag"), triggered=False,
               when=_M, description=tr("From one mention to the other"), edits=True),
    ActionSpec("link", tr("&Link as proposed"), EVENTS, ("=",), "link", "annotate", "link",
               tr("Link the mention to the entity or happening the inspector proposes"), When.LINKABLE, _READER,
               edits=True),
    ActionSpec("link_search", tr("Link to &other…"), EVENTS, ("Ctrl+=",), "link-search", "annotate", "link",
               tr("Search for the entity or happening behind the mention"), _A, edits=True),
    ActionSpec("unlink", tr("&Unlink"), EVENTS, (), "unlink", "annotate", "link",
               tr("Take the mention off its entity or happening"), When.LINKED, edits=True),
)

_SUGGESTIONS = (
    ActionSpec("next_suggestion", tr("Next &suggestion"), SUGGESTIONS, ("Tab",), "", "annotate", "suggest", "",
               When.PENDING, _READER),
    ActionSpec("previous_suggestion", tr("Previous su&ggestion"), SUGGESTIONS, ("Shift+Tab",), "", "annotate",
               "suggest", "", When.PENDING, _READER),
    ActionSpec("accept", tr("&Accept"), SUGGESTIONS, ("Return", "Enter"), "accept", "annotate", "suggest",
               tr("Take the current suggestion, or all proposed fillers of the event"), When.SUGGESTION, _READER,
               edits=True),
)

_VIEW = (
    ActionSpec("toggle_articles", tr("&Articles"), WINDOW, ("Ctrl+1",), "articles", "view", "panels", checkable=True,
               when=When.ALWAYS),
    ActionSpec("toggle_inspector", tr("&Inspector"), WINDOW, ("Ctrl+2",), "inspector", "view", "panels", checkable=True,
               when=When.ALWAYS),
    ActionSpec("toggle_palette", tr("&Label palette"), WINDOW, ("Ctrl+3",), "label", "view", "panels", checkable=True,
               when=When.ALWAYS),
    ActionSpec("toggle_timeline", tr("Timeli&ne"), WINDOW, ("Ctrl+4",), "timeline", "view", "panels", checkable=True,
               when=When.ALWAYS),
    ActionSpec("toggle_registry", tr("Registr&y"), WINDOW, ("Ctrl+5",), "entity", "view", "panels",
               tr("Entities and happenings over all articles"), checkable=True, when=When.ALWAYS),
    ActionSpec("toggle_problems", tr("&Problems"), WINDOW, ("Ctrl+6",), "warning", "view", "panels",
               tr("What contradicts itself or is missing, with mends"), checkable=True, when=When.ALWAYS),
    ActionSpec("next_panel", tr("&Forward a panel"), WINDOW, ("F6",), "", "view", "panels",
               tr("Put the keys into the next panel that is shown"), When.ALWAYS),
    ActionSpec("previous_panel", tr("&Back a panel"), WINDOW, ("Shift+F6",), "", "view", "panels",
               tr("Put the keys into the panel before"), When.ALWAYS),
    ActionSpec("reader_alone", tr("&Reader alone"), WINDOW, ("F11",), "reader", "view", "panels",
               tr("Put every panel away; again brings them back"), When.ALWAYS, checkable=True),
    ActionSpec("show_arcs", tr("Arcs for all &events"), WINDOW, ("Ctrl+Shift+A",), "arcs", "view", "page",
               tr("Draw the arguments of every event, not only of the selected one"), When.ALWAYS, checkable=True),
    ActionSpec("show_suggestions", tr("Su&ggestions"), WINDOW, (), "", "view", "page",
               tr("Outline names tagged elsewhere and dates that are not tagged yet"), When.ALWAYS, checkable=True),
    ActionSpec("zoom_in", tr("Larger te&xt"), WINDOW, ("Ctrl++",), "zoom-in", "view", "page", gesture=tr("Ctrl+wheel"),
               when=When.ALWAYS),
    ActionSpec("zoom_out", tr("S&maller text"), WINDOW, ("Ctrl+-",), "zoom-out", "view", "page", when=When.ALWAYS),
    ActionSpec("zoom_reset", tr("Text as set"), WINDOW, ("Ctrl+0",), "", "view", "page", when=When.ALWAYS),
    ActionSpec("theme_auto", tr("Like the &system"), WINDOW, (), "", "view/theme", group="theme",
               when=When.ALWAYS),
    ActionSpec("theme_light", tr("&Light"), WINDOW, (), "", "view/theme", group="theme", when=When.ALWAYS),
    ActionSpec("theme_dark", tr("&Dark"), WINDOW, (), "", "view/theme", group="theme", when=When.ALWAYS),
    ActionSpec("theme_contrast", tr("High &contrast"), WINDOW, (), "", "view/theme", group="theme", when=When.ALWAYS),
)

_TIMELINE_ROWS = (
    ActionSpec("timeline_fit", tr("&Fit all"), TIMELINE, ("F",), "fit", "timeline", "go", scope=_TIMELINE),
    ActionSpec("timeline_zoom", tr("Zoom about the pointer"), TIMELINE, ("+", "-"), gesture=tr("wheel"),
               scope=_TIMELINE, triggered=False, description=tr("From decades to hours")),
    ActionSpec("timeline_pan", tr("Move in time"), TIMELINE, gesture=tr("drag, Shift+wheel"), triggered=False),
    ActionSpec("timeline_lanes", tr("Scroll the lanes"), TIMELINE, gesture=tr("Ctrl+wheel"), triggered=False),
    ActionSpec("timeline_step", tr("Next and previous happening"), TIMELINE, ("Right", "Left"), scope=_TIMELINE,
               triggered=False, description=tr("Up and down change the lane; Home and End go to the first and last")),
    ActionSpec("timeline_open", tr("Go to the trigger"), TIMELINE, ("Return",), gesture=tr("click"), scope=_TIMELINE,
               triggered=False),
    ActionSpec("timeline_drag", tr("Propose another date"), TIMELINE, gesture=tr("drag a mark or an end"),
               triggered=False, description=tr("The old date stays in the history")),
    ActionSpec("timeline_shift", tr("Move the date by a unit"), TIMELINE, ("Ctrl+Right", "Ctrl+Left"), scope=_TIMELINE,
               triggered=False, description=tr("With Shift its end; Ctrl+Shift+Up and Down move its begin")),
    ActionSpec("timeline_date", tr("Type a date"), TIMELINE, ("D",), scope=_TIMELINE, triggered=False,
               description=tr("For the selected event, also in the undated tray")),
    ActionSpec("timeline_brush", tr("Filter the articles by a range"), TIMELINE, ("B",), gesture=tr("Shift+drag"),
               scope=_TIMELINE, triggered=False,
               description=tr("B takes what is in view; Shift and an arrow stretch the range")),
    ActionSpec("timeline_page_keys", tr("Move by half a view"), TIMELINE, ("PgDown", "PgUp"), scope=_TIMELINE,
               triggered=False),
    ActionSpec("timeline_fold", tr("Fold and unfold the lane"), TIMELINE, ("X",), gesture=tr("click on its name"),
               scope=_TIMELINE, triggered=False, description=tr("With Shift all lanes")),
    ActionSpec("timeline_clear_range", tr("&Clear the range"), TIMELINE, ("Esc",), "", "timeline", "go", "", When.RANGE,
               _TIMELINE),
    ActionSpec("timeline_measures", tr("&Measures"), TIMELINE, ("M",), "", "timeline", "show", scope=_TIMELINE,
               description=tr("Numbers over time, below the lanes")),
    ActionSpec("timeline_order", tr("&Order"), TIMELINE, ("O",), "", "timeline", "show", scope=_TIMELINE,
               description=tr("What the texts say of before, after and at the same time")),
    ActionSpec("timeline_lag", tr("Reporting &lag"), TIMELINE, ("L",), "", "timeline", "show", scope=_TIMELINE,
               description=tr("When it took place against when it was reported")),
    ActionSpec("timeline_list", tr("Li&st"), TIMELINE, ("I",), "", "timeline", "show", scope=_TIMELINE,
               description=tr("The same events as a sorted list, for reading out and for screen readers")),
    ActionSpec("timeline_undated", tr("&Undated"), TIMELINE, ("U",), "", "timeline", "show", scope=_TIMELINE,
               description=tr("The tray of what has no date yet")),
    ActionSpec("timeline_group_type", tr("&Type"), TIMELINE, (), "", "timeline/group", group="timeline_group"),
    ActionSpec("timeline_group_actor", tr("&Actor"), TIMELINE, (), "", "timeline/group", group="timeline_group"),
    ActionSpec("timeline_group_place", tr("&Place"), TIMELINE, (), "", "timeline/group", group="timeline_group"),
    ActionSpec("timeline_group_source", tr("&Source"), TIMELINE, (), "", "timeline/group", group="timeline_group"),
    ActionSpec("timeline_group_article", tr("A&rticle"), TIMELINE, (), "", "timeline/group", group="timeline_group"),
    ActionSpec("timeline_picture", tr("Save as p&icture…"), TIMELINE, (), "picture", "timeline", "out",
               tr("PNG or SVG, as it is seen")),
    ActionSpec("timeline_page", tr("Save as &web page…"), TIMELINE, (), "export", "timeline", "out",
               tr("One HTML page that needs nothing else")),
)

_REGISTRY_ROWS = (
    ActionSpec("registry_new", tr("&New entity or happening"), REGISTRY, ("Ins",), "add", "registry", "thing",
               tr("Called what was looked for and not found"), scope=_REGISTRY, edits=True),
    ActionSpec("registry_rename", tr("&Rename"), REGISTRY, ("F2",), "", "registry", "thing",
               tr("An entity's old name becomes an alias"), When.THING, _REGISTRY, edits=True),
    ActionSpec("registry_link", tr("&Link the selected mention"), REGISTRY, ("Ctrl+L",), "link", "registry", "thing",
               tr("The mention selected in the text means this entity or happening"), When.FITTING, _REGISTRY,
               edits=True),
    ActionSpec("registry_merge", tr("&Merge the chosen"), REGISTRY, ("Ctrl+Shift+M",), "merge", "registry", "thing",
               tr("Into the one with the cursor; names become aliases, all mentions follow"), When.THINGS, _REGISTRY,
               edits=True),
    ActionSpec("registry_remove", tr("Remo&ve"), REGISTRY, ("Ctrl+Del",), "delete", "registry", "thing",
               tr("Its mentions stay, linked to nothing"), When.THING, _REGISTRY, edits=True),
    ActionSpec("registry_split", tr("&Split off"), REGISTRY, ("Ctrl+Shift+P",), "split", "registry", "mentions",
               tr("The chosen mentions go to a new entity or happening"), When.SOME_OF_THING, _REGISTRY, edits=True),
    ActionSpec("registry_unlink", tr("&Unlink the chosen mentions"), REGISTRY, (), "unlink", "registry", "mentions",
               "", When.OF_THING, _REGISTRY, edits=True),
    ActionSpec("registry_compare", tr("&Compare reports…"), REGISTRY, ("Ctrl+D",), "compare", "registry", "show",
               tr("What each article says of the happening, field by field"), When.REPORTED, _REGISTRY),
    ActionSpec("registry_articles", tr("Only its &articles"), REGISTRY, (), "filter", "registry", "show",
               tr("The article list shows those that mention it"), When.MENTIONED, _REGISTRY),
    ActionSpec("registry_go", tr("Go to its mentions"), REGISTRY, ("Return",), scope=_REGISTRY, triggered=False,
               when=When.MENTIONED, description=tr("Again goes to the next one")),
)

_PROBLEM_ROWS = (
    ActionSpec("problem_next", tr("Ne&xt problem"), PROBLEMS, ("F8",), "", "registry", "problems",
               tr("Go to the words of the next problem")),
    ActionSpec("problem_previous", tr("&Previous problem"), PROBLEMS, ("Shift+F8",), "", "registry", "problems"),
    ActionSpec("problem_go", tr("Go to the words"), PROBLEMS, ("Return",), gesture=tr("click"), scope=Scope.PROBLEMS,
               triggered=False),
    ActionSpec("problem_mend", tr("Take the first, second … mend"), PROBLEMS, ("1", "2", "3", "4"),
               scope=Scope.PROBLEMS, triggered=False, description=tr("Each is one step that undo takes back")),
)

_HELP = (
    ActionSpec("shortcuts", tr("&Keys and gestures"), HELP, ("F1",), "help", "help", "",
               tr("This sheet: everything that can be done, and how"), When.ALWAYS),
    ActionSpec("guide", tr("&User guide"), HELP, ("Shift+F1",), "guide", "help", "", "", When.ALWAYS),
    ActionSpec("show_log", tr("Show the &log folder"), HELP, (), "", "help", "about",
               tr("What the program noted when something went wrong"), When.ALWAYS),
    ActionSpec("about", tr("&About Dateline"), HELP, (), "", "help", "about", "", When.ALWAYS),
)

# fmt: on
TABLE: tuple[ActionSpec, ...] = (
    *_FILE,
    *_EDIT,
    *_ARTICLE,
    *_READING,
    *_TAGGING,
    *_EVENTS,
    *_SUGGESTIONS,
    *_VIEW,
    *_TIMELINE_ROWS,
    *_REGISTRY_ROWS,
    *_PROBLEM_ROWS,
    *_HELP,
)
