"""BioC XML as the plain data that BioC JSON has."""

from typing import Any

from dateline.exchange.safexml import Element


def document_data(element: Element) -> dict[str, Any]:
    """Return a document as BioC JSON has it."""
    return {
        "id": element.text_of("id"),
        "infons": _infons(element),
        "passages": [_unit_data(p) for p in element.children("passage")],
        "annotations": [_annotation_data(a) for a in element.children("annotation")],
        "relations": [_relation_data(r) for r in element.children("relation")],
    }


def _unit_data(element: Element) -> dict[str, Any]:
    """Return a passage or a sentence."""
    data: dict[str, Any] = {
        "infons": _infons(element),
        "offset": _number(element.text_of("offset")),
        "sentences": [_unit_data(s) for s in element.children("sentence")],
        "annotations": [_annotation_data(a) for a in element.children("annotation")],
        "relations": [_relation_data(r) for r in element.children("relation")],
    }
    return data | ({"text": element.text_of("text")} if element.child("text") else {})


def _annotation_data(element: Element) -> dict[str, Any]:
    locations = [
        {"offset": _number(place.get("offset")), "length": _number(place.get("length"))}
        for place in element.children("location")
    ]
    data: dict[str, Any] = {"id": element.get("id"), "infons": _infons(element), "locations": locations}
    return data | ({"text": element.text_of("text")} if element.child("text") else {})


def _relation_data(element: Element) -> dict[str, Any]:
    nodes = [{"refid": node.get("refid"), "role": node.get("role")} for node in element.children("node")]
    return {"id": element.get("id"), "infons": _infons(element), "nodes": nodes}


def _infons(element: Element) -> dict[str, str]:
    return {i.get("key"): i.text() for i in element.children("infon") if i.get("key")}


def _number(text: str) -> int | str:
    """Return a number, or the text that is none for the error to show."""
    text = text.strip()
    return int(text) if text.isascii() and text.isdecimal() and len(text) < 12 else text
