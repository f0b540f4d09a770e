"""The real-world things and events behind mentions in many articles."""

from msgspec import Struct

from dateline.model.when import When


class Entity(Struct, frozen=True):
    """One person, place or body behind mentions. `type` is an entity label; `external_id` a QID or free text."""

    id: str
    name: str
    type: str = ""
    aliases: tuple[str, ...] = ()
    external_id: str = ""
    note: str = ""


class Happening(Struct, frozen=True):
    """One real event behind event mentions. `when` is set only by hand; it overrides what the mentions say."""

    id: str
    name: str
    type: str = ""
    when: When | None = None
    external_id: str = ""
    note: str = ""
