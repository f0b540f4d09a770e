"""English for what is written outside the window, and the mark on what is translated where it is shown."""

from collections.abc import Mapping, Sequence
from typing import Union

from msgspec import Struct, field

_DONE = {
    "Accept": "Accepted", "Change": "Changed", "Delete": "Deleted", "Edit": "Edited", "Fill": "Filled",
    "Link": "Linked", "Mark": "Marked", "Merge": "Merged", "Remove": "Removed", "Rename": "Renamed",
    "Tag": "Tagged", "Unlink": "Unlinked", "Unmark": "Unmarked",
}  # fmt: skip


def reported(label: str) -> str:
    """Return the label of a step ("Mark “Talks” done", as undo names it) as a report: "Marked “Talks” done"."""
    verb, blank, rest = label.partition(" ")
    return f"{_DONE[verb]}{blank}{rest}" if verb in _DONE and not rest.startswith("of ") else label


def counted(count: int, noun: str, nouns: str = "") -> str:
    """Return a number with its noun: "1 article", "2 articles"; `nouns` where the plural is not formed with s."""
    return f"{count} {noun if count == 1 else nouns or f'{noun}s'}"


def first_of(names: Sequence[str], most: int = 5) -> str:
    """Return names in a sentence, the first of them and how many more there are: "a.txt, b.txt and 7 more"."""
    more = f" and {len(names) - most} more" if len(names) > most else ""
    return f"{', '.join(names[:most])}{more}"


def cut_short(text: str, room: int = 60) -> str:
    """Return a text of at most so many characters, the last an ellipsis where it is longer."""
    return text if len(text) <= room else f"{text[: room - 1].rstrip()}…"


def tr(text: str) -> str:
    """Mark a text for translation; it is translated where it is shown."""
    return text


class Wording(Struct, frozen=True):
    """A text marked for translation with what is filled in, which may be marked texts in turn; `str` is English."""

    text: str
    details: Mapping[str, Union[str, "Wording", "Advice"]] = field(default_factory=dict)

    def __str__(self) -> str:
        return self.text.format(**{name: str(detail) for name, detail in self.details.items()})


class Refused(ValueError):
    """What was given cannot be taken; `wording` says why, and is translated where it is shown."""

    def __init__(self, text: str, **details: "str | Wording | Advice") -> None:
        self.wording = Wording(text, details)
        super().__init__(f"{self.wording}")


def wording_of(error: ValueError) -> str | Wording:
    """Return why something was refused, in a form that can be translated where there is one."""
    return error.wording if isinstance(error, Refused) else str(error)


class Advice(Struct, frozen=True):
    """What to do, where the window and the command line have different means for it; `str` says the latter's."""

    window: str | Wording
    elsewhere: str | Wording

    def __str__(self) -> str:
        return str(self.elsewhere)


ToDo = str | Wording | Advice  # what to do; a text may be marked
