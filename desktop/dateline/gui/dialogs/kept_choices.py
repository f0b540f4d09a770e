"""What names of a source become here: a choice each, of which those that a person made outlive the list."""

from collections.abc import Collection, Mapping

from PySide6.QtWidgets import QComboBox

AS_IT_IS = "\x00new"  # the choice to keep a name; nothing is called that


class KeptChoices:
    """The choices that are shown, by name, and what a person chose in those shown before."""

    def __init__(self) -> None:
        self._shown: dict[str, QComboBox] = {}
        self._offered: dict[str, str] = {}  # what each choice said before a person chose
        self._chosen: dict[str, str] = {}  # what a person chose otherwise
        self._plain: dict[str, str] = {}  # what would be offered if nobody had ever chosen
        self._earlier: dict[str, str] = {}  # what was chosen in earlier imports; it is offered
        self._differing = frozenset[str]()  # the names for which formats had another choice each
        self._decided = set[str]()  # of these, what a person said, be it what was offered
        self._aside = frozenset[str]()  # names that are listed and that the sources do not have now

    def begin(self) -> None:
        """Remember what was chosen, and begin a new list."""
        self._remember()
        self._shown, self._offered, self._plain = {}, {}, {}
        self._decided, self._aside = set(), frozenset()

    def add(self, name: str, choice: QComboBox, proposed: str | None = None) -> None:
        """Take a choice in, at what is proposed or was chosen before."""
        if proposed is not None:
            choice.setCurrentIndex(max(0, choice.findData(proposed)))
        self._plain[name] = str(choice.currentData())
        if (earlier := choice.findData(self._earlier.get(name))) >= 0:
            choice.setCurrentIndex(earlier)
        self._offered[name] = str(choice.currentData())
        if (before := choice.findData(self._chosen.get(name))) >= 0:
            choice.setCurrentIndex(before)
            self._decide(name)
        choice.activated.connect(lambda: self._decide(name))
        self._shown[name] = choice

    def set_aside(self, names: Collection[str]) -> None:
        """Take no choice of these names for one; all other names have theirs (again)."""
        self._aside = frozenset(names)

    def recalled(self, chosen: Mapping[str, str]) -> None:
        """Begin with what was chosen in another dialog, as `kept` gave it."""
        self._chosen = dict(chosen)

    def recall_earlier(self, chosen: Mapping[str, str | None], differing: Collection[str] = ()) -> None:
        """Offer from now on what was chosen in earlier imports; None: to stay as it is.

        For `differing` each format had another choice: what they become in all is for a person to say.
        """
        self._differing = frozenset(differing)
        self._earlier = {name: AS_IT_IS if target is None else target for name, target in chosen.items()}

    def as_earlier(self) -> list[str]:
        """Return the names that are what was chosen in an earlier import and would not be so by themselves."""
        shown = {name: str(choice.currentData()) for name, choice in self._here().items()}
        return [n for n, said in shown.items() if said == self._earlier.get(n) and said != self._plain[n]]

    def awaited(self) -> dict[str, str]:
        """Return what was chosen in an earlier import for names that are not listed, as far as that renames them."""
        return _renaming({name: said for name, said in self._earlier.items() if name not in self._shown})

    def differing(self) -> list[str]:
        """Return the names that are shown, for which formats had another choice each."""
        return [name for name in self._here() if name in self._differing]

    def undecided(self) -> list[str]:
        """Return those of `differing` for which nobody chose since; to pick what is offered is a choice, too."""
        as_offered = (n for n in self.differing() if str(self._shown[n].currentData()) == self._offered[n])
        return [name for name in as_offered if name not in self._decided]

    def settled(self) -> tuple[dict[str, str | None], list[str]]:
        """Return what to remember of what is shown (None: as it is), and what is as it would be without that.

        What was proposed and taken is remembered, too: where nobody is shown what comes, nothing is proposed. Of what
        is undecided each format keeps its own.
        """
        undecided = {*self.undecided()}
        shown = {n: str(choice.currentData()) for n, choice in self._here().items() if n not in undecided}
        otherwise = {name: said for name, said in shown.items() if {said, self._plain[name]} != {AS_IT_IS}}
        chosen = {name: None if said == AS_IT_IS else said for name, said in otherwise.items()}
        return chosen, [name for name in shown if name not in chosen]

    def kept(self) -> dict[str, str]:
        """Return what a person chose and was not offered, or settled, names that were to stay included."""
        self._remember()
        return dict(self._chosen)

    def get(self, name: str) -> QComboBox | None:
        """Return the choice of a name, where it is shown."""
        return self._here().get(name)

    def listed(self) -> list[str]:
        """Return the names that have a choice, also those that are set aside."""
        return list(self._shown)

    def shown(self) -> dict[str, str]:
        """Return what each name becomes that is not kept; "" leaves it out."""
        return _renaming({name: str(choice.currentData()) for name, choice in self._here().items()})

    def chosen(self) -> dict[str, str]:
        """Return of that what a person chose and was not offered, also in lists shown before."""
        self._remember()
        return _renaming(self._chosen)

    def _here(self) -> dict[str, QComboBox]:
        return {name: choice for name, choice in self._shown.items() if name not in self._aside}

    def _decide(self, name: str) -> None:
        if name in self._differing:
            self._decided.add(name)

    def _remember(self) -> None:
        for name, choice in self._shown.items():
            chosen = (said := str(choice.currentData())) != self._offered[name] or name in self._decided
            if chosen and name not in self._aside:
                self._chosen[name] = said
            else:
                self._chosen.pop(name, None)


def _renaming(chosen: dict[str, str]) -> dict[str, str]:
    return {name: target for name, target in chosen.items() if target != AS_IT_IS}
