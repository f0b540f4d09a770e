"""English for what is written outside the window: labels of steps, the command line."""


def counted(count: int, noun: str, nouns: str = "") -> str:
    """Return a number with its noun: "1 article", "2 articles"; `nouns` where the plural is not formed with s."""
    return f"{count} {noun if count == 1 else nouns or f'{noun}s'}"
