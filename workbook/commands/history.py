"""`workbook history`: the versions of an answer that were kept."""

from __future__ import annotations

import argparse
import sys
import time

from workbook.colour import paint
from workbook.commands.common import add_exercise, exercise_and_history
from workbook.history import Version


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the options of `history`."""
    add_exercise(parser)
    parser.add_argument("number", type=int, nargs="?", metavar="N", help="print the text of this version")


def run(options: argparse.Namespace) -> int:
    """Print the list of versions, or the text of one."""
    with exercise_and_history(options.exercise) as (exercise, history):
        if options.number is not None:
            sys.stdout.flush()
            sys.stdout.buffer.write(history.content(history.version(exercise.name, options.number).digest))
            sys.stdout.buffer.flush()
            return 0
        versions = history.versions(exercise.name)
        for version in versions:
            print(_line(version))
        if versions:
            print(
                f"`workbook restore {exercise.name} N` brings one back, `workbook history {exercise.name} N` prints it."
            )
        else:
            print(f"Nothing of {exercise.name} has been kept yet: a version is kept at every check.")
    return 0


def _line(version: Version) -> str:
    saved = time.strftime("%Y-%m-%d %H:%M:%S", time.localtime(version.saved))
    verdict = version.verdict
    status = paint(f"{verdict.status:<7}", verdict.status, sys.stdout) if verdict else f"{'-':<7}"
    words = verdict.message if verdict else f"kept {version.origin}"
    notebook = " (notebook)" if version.suffix == ".ipynb" else ""
    return f"{version.number:>4}  {saved}  {status}  {words}{notebook}"
