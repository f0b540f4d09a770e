"""What the columns of other people's tables are called, and which of our fields that is."""

import re
from collections.abc import Collection, Iterable

from dateline.model.text import fold

_ALSO_CALLED = {
    "file": (
        *("filename", "file name", "path"),
        *("Datei", "Dateiname", "fichier", "nom du fichier", "archivo", "fichero", "nombre de archivo"),
        *("файл", "имя файла", "dosya", "dosya adı", "файл атауы"),
    ),
    "text": (
        *("body", "content", "contents", "article", "article text", "article body", "full text", "fulltext"),
        *("Inhalt", "Artikel", "Artikeltext", "Volltext", "texte", "texte intégral", "contenu", "corps"),
        *("texto", "texto completo", "contenido", "cuerpo", "artículo"),
        *("текст", "полный текст", "текст статьи", "содержание", "статья"),
        *("metin", "tam metin", "haber metni", "içerik", "makale", "мәтін", "мақала мәтіні", "мазмұны", "мақала"),
    ),
    "title": (
        *("headline", "heading", "Titel", "Überschrift", "Schlagzeile", "titre", "título", "titular"),
        *("заголовок", "название", "başlık", "manşet", "тақырып", "тақырыбы", "атауы"),
    ),
    "published": (
        *("date", "publication date", "date published", "published at", "published on", "publish date", "pub date"),
        *("pubdate", "date time", "datetime"),
        *("Datum", "Veröffentlicht", "Veröffentlicht am", "Veröffentlichungsdatum", "Erscheinungsdatum"),
        *("date de publication", "date de parution", "publié le", "fecha", "fecha de publicación", "publicado"),
        *("дата", "дата публикации", "опубликовано", "tarih", "yayın tarihi", "yayım tarihi", "yayınlanma tarihi"),
        *("күні", "жарияланған күні"),
    ),
    "source": (
        *("publisher", "outlet", "newspaper", "publication", "Quelle", "Zeitung", "journal", "média"),
        *("fuente", "periódico", "medio", "источник", "издание", "газета", "kaynak", "gazete"),
        *("дереккөз", "дереккөзі", "басылым", "газет"),
    ),
    "url": (
        *("link", "address", "uri", "web address", "Adresse", "Webadresse", "Internetadresse", "lien", "adresse web"),
        *("enlace", "dirección", "ссылка", "адрес", "bağlantı", "adres", "сілтеме", "мекенжай"),
    ),
    "language": ("lang", "Sprache", "langue", "idioma", "язык", "dil", "тіл", "тілі"),
    "note": (
        *("notes", "comment", "Notiz", "Anmerkung", "Bemerkung", "Kommentar", "remarque", "commentaire"),
        *("nota", "comentario", "примечание", "комментарий", "not", "notlar", "ескерту", "ескертпе"),
    ),
}  # our fields, and what they are called in English, German, French, Spanish, Russian, Turkish and Kazakh


_HUMP = re.compile(r"(?<=[a-z])(?=[A-Z])")


def _plain(name: str) -> str:
    """Return a name without what spellings differ in: case, accents, underscores, white space, camels' humps."""
    return " ".join(fold(_HUMP.sub(" ", name)).replace("_", " ").split())


_OURS = {_plain(name): field for field, names in _ALSO_CALLED.items() for name in names}


def known_columns(names: Iterable[str], wanted: Collection[str]) -> dict[str, str]:
    """Return of the fields wanted those that have a column, with its name; a column of just that name goes first."""
    columns: dict[str, str] = {}
    for name in names:
        plain = _plain(name)
        ours = _OURS.get(plain, plain)
        if ours in wanted and (ours not in columns or ours == plain):
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
