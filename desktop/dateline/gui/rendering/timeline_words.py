"""What the timeline's web page says, in the language of the program."""

from PySide6.QtCore import QCoreApplication

translate = QCoreApplication.translate


def page_words() -> dict[str, str]:
    """Return the page's words by name."""
    return {
        "after": translate("TimelinePicture", "reported afterwards"),
        "ahead": translate("TimelinePicture", "reported ahead"),
        "annotations": translate("TimelinePage", "Annotations"),
        "article": translate("TimelinePage", "Article"),
        "articles": translate("TimelinePage", "Articles"),
        "broken": translate("TimelinePage", "but the dates say otherwise"),
        "lag": translate("ToolRow", "Lag"),
        "lagged": translate(
            "TimelinePage",
            "Each lane holds what was reported on one day; right of the line lies what was still to come.",
        ),
        "measures": translate("ToolRow", "Measures"),
        "order": translate("ToolRow", "Order"),
        "auto": translate("TimelinePage", "Colours: system"),
        "close": translate("TimelinePage", "Close"),
        "dark": translate("TimelinePage", "Colours: dark"),
        "empty": translate("TimelinePage", "No dated events"),
        "facts": translate("TimelinePage", "{n} events, {undated} of them undated"),
        "find": translate("TimelinePage", "Find events"),
        "fit": translate("TimelinePage", "Fit"),
        "group": translate("TimelinePage", "Group by"),
        "keys": translate(
            "TimelinePage",
            "Arrows step from event to event, up and down change the lane, plus and minus zoom, F shows everything, "
            "L shows when it was reported, O their order, M the measures, Enter goes to the text, Escape closes. "
            "The table below says the same in words.",
        ),
        "light": translate("TimelinePage", "Colours: light"),
        "list": translate("TimelinePage", "Events in order of time"),
        "more": translate("ToolRow", "More tools"),
        "negated": translate("TimelinePage", "did not happen"),
        "none": translate("TimelinePage", "There are no events yet."),
        "nothing": translate("TimelinePage", "Nothing found"),
        "participant": translate("TimelinePage", "Participant"),
        "place": translate("TimelinePage", "Place"),
        "planned": translate("TimelinePage", "planned"),
        "published": translate("TimelinePage", "Published"),
        "skip": translate("TimelinePage", "Skip to the list of events"),
        "source": translate("TimelinePage", "Source"),
        "timeline": translate("TimelinePage", "Timeline"),
        "today": translate("TimelinePage", "Today"),
        "type": translate("TimelinePage", "Type"),
        "undated": translate("TimelinePage", "undated"),
        "unnamed": translate("TimelinePage", "Unnamed"),
        "what": translate("TimelinePage", "What"),
        "when": translate("TimelinePage", "When"),
    }
