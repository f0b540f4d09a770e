"""`python -m dateline` and the `dateline` command: the window, or the command line.

Without an argument, or with the path of a project alone, the window opens without anything of the command line being
imported.
"""

import sys
from pathlib import Path


def main() -> None:
    """Open the window, or run a command."""
    arguments = sys.argv[1:]
    if not arguments or (len(arguments) == 1 and _is_project(arguments[0])):
        import gc

        gc.disable()  # the window enables it when all is there
        from dateline.app import path_of, run

        sys.exit(run(path_of(arguments)))
    from dateline.cli import main as command_line

    command_line()


def _is_project(argument: str) -> bool:
    return not argument.startswith("-") and (argument.endswith(".dateline") or Path(argument).is_file())


if __name__ == "__main__":
    main()
