"""The command `workbook`: reads the command line, runs one command, and turns its errors into one line each."""

from __future__ import annotations

import argparse
import importlib
import sys

from workbook.places import WorkbookError

# Command -> what it does. The module of the same name in workbook.commands is imported once it is asked for.
COMMANDS = {
    "guide": "show the next exercise and check it at every save (what `workbook` alone does)",
    "check": "check answers: all of them, or those named",
    "list": "list the exercises, and how each stands",
    "hint": "show one more hint",
    "solution": "show the reference's solution",
    "open": "open an exercise in your editor, at the line of its message",
    "reset": "start an exercise again; a copy of your work is kept",
    "undo": "take back the last reset, restore or update of an exercise",
    "history": "list the versions of an answer that were kept",
    "restore": "bring back a version that was kept",
    "update": "merge a newer text of the exercises with your answers",
    "doctor": "look whether everything that the workbook needs is there",
    "sweep": "run the experiment of chapter 4 at full size",
    "build": "for authors: make exercises/ from reference/",
    "verify": "for authors: prove that the checks are right",
}


def main(arguments: list[str] | None = None) -> int:
    """Run one command. Returns the exit status: 0 all is well, 1 not all passed, 2 the command itself was wrong."""
    given = sys.argv[1:] if arguments is None else arguments
    command = _command_in(given)
    parser = argparse.ArgumentParser(
        prog="workbook",
        description="Learn how a network learns: solve exercises, and be told what is right, what is not, and why.",
    )
    subparsers = parser.add_subparsers(dest="command", metavar="COMMAND")
    for name, summary in COMMANDS.items():
        subparser = subparsers.add_parser(name, help=summary, description=summary[0].upper() + summary[1:] + ".")
        if name == command:
            importlib.import_module(f"workbook.commands.{name}").add_arguments(subparser)
    options = parser.parse_args(given or ["guide"])
    try:
        return int(importlib.import_module(f"workbook.commands.{options.command}").run(options))
    except WorkbookError as error:
        print(f"workbook: {error}", file=sys.stderr)
        return 2
    except KeyboardInterrupt:
        print("workbook: stopped.", file=sys.stderr)
        return 130
    except BrokenPipeError:
        sys.stderr.close()  # the reader went away (`workbook list | head`): nothing is left to be said
        return 1
    except OSError as error:
        where = f"{error.filename}: " if error.filename else ""
        print(f"workbook: {where}{error.strerror or error}. Nothing was changed.", file=sys.stderr)
        return 2


def _command_in(given: list[str]) -> str:
    """The command asked for: the first word that is one; the guide when there is none."""
    return next((word for word in given if word in COMMANDS), "guide")


if __name__ == "__main__":
    sys.exit(main())
