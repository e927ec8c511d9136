"""`workbook check`: judge answers and print a verdict each, as text or as JSON lines."""

from __future__ import annotations

import argparse
import json
import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from workbook.answers import answer_path
from workbook.commands.common import opened_history, shown
from workbook.judge import Judge
from workbook.lookup import find_exercise
from workbook.notebook import latest, place
from workbook.places import Exercise, WorkbookError, find_exercises, find_root
from workbook.progress import checked
from workbook.verdict import Status, Verdict


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the options of `check`."""
    parser.add_argument("exercises", nargs="*", metavar="EXERCISE", help="a name, a number such as 3.6, or a path")
    parser.add_argument("--answers", type=Path, metavar="DIR", help="a folder with the tree of exercises/")
    parser.add_argument("--file", type=Path, metavar="FILE", help="one file, as the answer to the one EXERCISE named")
    parser.add_argument("--json", action="store_true", help="print one JSON object a line")
    parser.add_argument("--sandbox", action="store_true", help="run only where answers can be fully isolated")
    parser.add_argument("--seed", type=int, help="draw the random data of the checks from this seed")


def run(options: argparse.Namespace) -> int:
    """Check, print, and return 0 when every answer passes, 1 when one does not."""
    root = find_root()
    exercises = [find_exercise(root, word) for word in options.exercises] or find_exercises(root)
    if options.file is not None and len(options.exercises) != 1:
        raise WorkbookError("--file needs one EXERCISE: the one that the file answers.")
    if options.file is not None and not options.file.exists():
        raise WorkbookError(f"there is no file {options.file}. Look at its name, or leave --file out.")
    if options.answers is not None and not options.answers.is_dir():
        raise WorkbookError(f"there is no folder {options.answers}. It should mirror exercises/.")
    every_one_passed = True
    with Judge(root, sandbox=options.sandbox, seed=options.seed) as judge:
        for exercise, path, verdict in _verdicts(judge, exercises, options):
            every_one_passed = every_one_passed and verdict.status is Status.PASSED
            line = _as_json(verdict, judge.isolation) if options.json else _as_text(exercise, path, verdict)
            print(line, flush=True)
    return 0 if every_one_passed else 1


def _verdicts(
    judge: Judge, exercises: list[Exercise], options: argparse.Namespace
) -> Iterator[tuple[Exercise, Path, Verdict]]:
    """Check one after the other. The learner's own answers are kept in the history, those of others are not."""
    if options.answers is not None or options.file is not None:
        for exercise in exercises:
            path = latest(options.file or options.answers / exercise.place)[0]
            with _announced(exercise, options):
                verdict = judge.check(exercise, path)
            yield exercise, path, verdict
        return
    with opened_history(judge.root) as history:
        for exercise in exercises:
            with _announced(exercise, options):
                verdict, notice = checked(judge, exercise, history)
            if notice and not history.notice:
                history.notice = notice
            yield exercise, answer_path(exercise), verdict


@contextmanager
def _announced(exercise: Exercise, options: argparse.Namespace) -> Iterator[None]:
    """Say on a terminal what is being checked, as long as it takes: a chapter 4 exercise needs some seconds."""
    if options.json or not sys.stdout.isatty():
        yield
        return
    line = f"checking {exercise.number} {exercise.name} ..."
    print(line, end="", flush=True)
    try:
        yield
    finally:
        print("\r" + " " * len(line), end="\r", flush=True)


def _as_json(verdict: Verdict, isolation: str) -> str:
    return json.dumps(
        {
            "exercise": verdict.exercise,
            "status": verdict.status.value,
            "message": verdict.message,
            "name": verdict.name,
            "line": verdict.line,
            "seconds": verdict.seconds,
            "isolation": isolation,
        },
        ensure_ascii=False,
    )


def _as_text(exercise: Exercise, path: Path, verdict: Verdict) -> str:
    colour = _COLOURS[verdict.status] if sys.stdout.isatty() and not os.environ.get("NO_COLOR") else ""
    status = f"{colour}{verdict.status.value:<7}{_PLAIN if colour else ''}"
    lines = [f"{status}  {exercise.number:>4}  {exercise.name}"]
    if verdict.status is not Status.PASSED:
        lines.append(f"         {verdict.message}")
        lines += [f"           {line}" for line in verdict.more]
        lines.append(f"         {place(Path(shown(path)), verdict.line)}")
    return "\n".join(lines)


_PLAIN = "\033[0m"
_COLOURS = {
    Status.PASSED: "\033[32m",
    Status.TODO: "\033[33m",
    Status.WRONG: "\033[31m",
    Status.CRASHED: "\033[31m",
    Status.STOPPED: "\033[31m",
}
