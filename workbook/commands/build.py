"""`workbook build`: make exercises/ and workbook/earlier/ from reference/."""

from __future__ import annotations

import argparse

from workbook.answers import replace
from workbook.build import built_files
from workbook.commands.common import opened_history
from workbook.places import find_exercises, find_root


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """`build` takes no arguments."""


def run(options: argparse.Namespace) -> int:
    """Write every derived file that differs from what the references give, and say which.

    An exercise that somebody has worked on is kept in the history first: `undo` brings it back.
    """
    root = find_root()
    files = built_files(root, find_exercises(root))
    changed = [path for path, content in files.items() if not path.is_file() or path.read_text("utf-8") != content]
    exercises = {exercise.answer: exercise for exercise in find_exercises(root)}
    with opened_history(root) as history:
        for path in changed:
            if path in exercises and path.is_file():
                replace(exercises[path], history, path, files[path].encode(), "build")
            else:
                path.parent.mkdir(parents=True, exist_ok=True)
                path.write_text(files[path], encoding="utf-8", newline="\n")
            print(f"made {path.relative_to(root).as_posix()}")
    print(f"{len(files)} files are made from reference/; {len(changed)} had changed.")
    return 0
