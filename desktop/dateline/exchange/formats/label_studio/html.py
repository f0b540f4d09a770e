"""The text of a web page as a browser counts it, which is what `globalOffsets` point into."""

from html.parser import HTMLParser

_SILENT = frozenset({"script", "style", "template", "title", "head"})


class _Texts(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.pieces: list[str] = []
        self._silent = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        del attrs
        self._silent += tag in _SILENT

    def handle_endtag(self, tag: str) -> None:
        if tag in _SILENT and self._silent:
            self._silent -= 1

    def handle_data(self, data: str) -> None:
        if not self._silent:
            self.pieces.append(data)


def text_of_html(html: str) -> str:
    """Return what lies between the tags, entities resolved, scripts and the head left out."""
    parser = _Texts()
    parser.feed(html)
    parser.close()
    return "".join(parser.pieces)
