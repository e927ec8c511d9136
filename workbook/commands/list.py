"""`workbook list`: every exercise, and how it stood when it was last checked."""

from __future__ import annotations

import argparse
import json
import sys
from itertools import groupby

from workbook.colour import paint
from workbook.history import History
from workbook.places import find_exercises, find_root
from workbook.progress import Standing, standing


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the options of `list`."""
    only = parser.add_mutually_exclusive_group()
    only.add_argument("--todo", action="store_true", help="only what is still to do, or to be checked again")
    only.add_argument("--wrong", action="store_true", help="only what is wrong, crashes or was stopped")
    only.add_argument("--passed", action="store_true", help="only what has passed")
    parser.add_argument("--json", action="store_true", help="print one JSON object a line")


def run(options: argparse.Namespace) -> int:
    """Print the list."""
    root = find_root()
    with History(root) as history:
        standings = [standing(exercise, history) for exercise in find_exercises(root)]
    chosen = [one for one in standings if _is_wanted(one, options)]
    if options.json:
        for one in chosen:
            print(_as_json(one))
    else:
        _print_table(chosen, standings)
    return 0


def _is_wanted(one: Standing, options: argparse.Namespace) -> bool:
    if options.passed:
        return one.passed
    if options.wrong:
        return one.wrong
    if options.todo:
        return not one.passed and not one.wrong
    return True


def _as_json(one: Standing) -> str:
    return json.dumps(
        {
            "exercise": one.exercise.name,
            "number": one.exercise.number,
            "status": one.status,
            "stale": one.stale,
        }
    )


def _print_table(chosen: list[Standing], standings: list[Standing]) -> None:
    width = max((len(one.exercise.name) for one in standings), default=0)
    for chapter, group in groupby(chosen, key=lambda one: one.exercise.chapter):
        members = [one for one in standings if one.exercise.chapter == chapter]
        passed = sum(one.passed for one in members)
        print(f"{chapter}. {members[0].exercise.chapter_title}: {passed} of {len(members)} passed")
        for one in group:
            words = paint(one.words, one.status if one.stale is None else None, sys.stdout)
            print(f"  {one.exercise.number:>5}  {one.exercise.name:<{width}}  {words}")
    passed = sum(one.passed for one in standings)
    left = next((one for one in standings if not one.passed), None)
    following = f" Next: {left.exercise.number} {left.exercise.name}." if left else ""
    print(f"{passed} of {len(standings)} passed.{following}")
