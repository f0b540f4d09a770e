"""What the columns of other people's tables are called, and which of our fields that is."""

from collections.abc import Collection, Iterable

_ALSO_CALLED = {
    "filename": "file",
    "file name": "file",
    "path": "file",
    "body": "text",
    "content": "text",
    "contents": "text",
    "article": "text",
    "article text": "text",
    "full text": "text",
    "fulltext": "text",
    "metin": "text",
    "текст": "text",
    "headline": "title",
    "heading": "title",
    "başlık": "title",
    "заголовок": "title",
    "date": "published",
    "publication date": "published",
    "published at": "published",
    "published on": "published",
    "publish date": "published",
    "pub date": "published",
    "pubdate": "published",
    "tarih": "published",
    "дата": "published",
    "publisher": "source",
    "outlet": "source",
    "newspaper": "source",
    "publication": "source",
    "kaynak": "source",
    "источник": "source",
    "link": "url",
    "address": "url",
    "uri": "url",
    "lang": "language",
    "dil": "language",
    "язык": "language",
    "notes": "note",
    "comment": "note",
}


def known_columns(names: Iterable[str], wanted: Collection[str]) -> dict[str, str]:
    """Return of the fields wanted those that have a column, with its name; a column of just that name goes first."""
    columns: dict[str, str] = {}
    for name in names:
        folded = " ".join(name.casefold().replace("_", " ").split())
        ours = _ALSO_CALLED.get(folded, folded)
        if ours in wanted and (ours not in columns or ours == folded):
            columns[ours] = name
    return columns


class FurtherColumns:
    """The columns a written table has beyond its own, each under a name that it can be told by when it is read."""

    def __init__(self, own: Collection[str]) -> None:
        self._own = own
        self._met: dict[str, str] = {}  # names folded, to the first that was met

    def take(self, name: str) -> bool:
        """Say whether a name can be a column; from then on it is one."""
        folded = " ".join(name.casefold().split())
        if not folded or folded in self._own or name != name.strip() or not name.isprintable():
            return False
        return self._met.setdefault(folded, name) == name

    def names(self) -> list[str]:
        """Return the names, sorted."""
        return sorted(self._met.values())
