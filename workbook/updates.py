"""After a newer workbook was taken: bring its texts into the learner's files, and lose nothing of either.

The text from which a learner's file was made is in the history, so that each update is a three-way merge. An exercise
is followed by its name when its number or chapter changes, and by its text when its name does.
"""

from __future__ import annotations

import difflib
import os
from dataclasses import dataclass
from pathlib import Path

from workbook.answers import answer_path, read, replace, unsolved, with_line_endings, write
from workbook.history import History
from workbook.lookup import name_in
from workbook.merge import merge
from workbook.places import Exercise, find_exercises

# From which share of equal lines on an exercise of another name is the same exercise, renamed.
_ALIKE = 0.6


@dataclass(frozen=True)
class Report:
    """What an update did to one answer: a sentence, and where to look (file and line) if the learner should."""

    exercise: Exercise
    words: str
    places: tuple[tuple[Path, int | None], ...] = ()


def remember_bases(exercises: list[Exercise], history: History) -> None:
    """Note the present text of every exercise of which none is known: the learner's files are made from it."""
    for exercise in exercises:
        if history.base(exercise.name) is None:
            history.set_base(exercise.name, unsolved(exercise))


def outdated(exercises: list[Exercise], history: History) -> list[Exercise]:
    """Return the exercises whose text is newer than the one that the learner's file was made from."""
    bases = [(exercise, history.base(exercise.name)) for exercise in exercises]
    waiting = history.pending()
    return [
        exercise
        for exercise, base in bases
        if exercise.name in waiting or (base is not None and base != unsolved(exercise))
    ]


def follow_renames(exercises: list[Exercise], history: History) -> list[tuple[str, Exercise]]:
    """Give what is kept of an exercise that is gone to the new one with nearly the same text; returns old and new."""
    names = {exercise.name for exercise in exercises}
    orphans = sorted(history.names() - names)
    candidates = [exercise for exercise in exercises if orphans and not history.versions(exercise.name)]
    texts = {exercise.name: unsolved(exercise).splitlines() for exercise in candidates}
    followed = []
    for orphan in orphans:
        base = history.base(orphan)
        alike = [
            (difflib.SequenceMatcher(None, base.splitlines(), texts[exercise.name], False).ratio(), exercise)
            for exercise in candidates
            if base is not None
        ]
        likeness, exercise = max(alike, key=lambda pair: pair[0], default=(0.0, None))
        if exercise is not None and likeness >= _ALIKE:
            history.rename(orphan, exercise.name)
            candidates.remove(exercise)
            followed.append((orphan, exercise))
    return followed


def update(root: Path, history: History) -> list[Report]:
    """Merge every newer text with the learner's answer; returns a report for each exercise that had one.

    It can be stopped at any moment and run again. Raises WorkbookError when the history cannot keep the answers, or an
    answer is read-only, OSError when a file cannot be written; what was done until then stays done.
    """
    history.require_lasting()
    exercises = find_exercises(root)
    renamed = {exercise.name: old for old, exercise in follow_renames(exercises, history)}
    reports = []
    for exercise in exercises:
        names = {exercise.name, renamed.get(exercise.name, exercise.name)}
        report = _bring_back(exercise, history) or _move(exercise, names, history) or _merge(exercise, history)
        if report is not None:
            reports.append(report)
    remember_bases(exercises, history)
    return reports


def _bring_back(exercise: Exercise, history: History) -> Report | None:
    """Put an answer back that had to make way while newer files were taken."""
    waiting = history.pending().get(exercise.name)
    if waiting is None:
        return None
    path = exercise.answer.with_suffix(waiting.suffix)
    present = read(path)
    expected = present in (None, waiting.content) or (
        with_line_endings(present or b"", None) == with_line_endings(waiting.in_place, None)
        or _is_untouched(exercise, present or b"", history)
    )
    if not expected:
        number = history.keep(exercise.name, waiting.content, waiting.suffix, "before update")
        history.put_back(exercise.name)
        return Report(
            exercise, f"you went on in the file, so your earlier answer is kept as version {number}", ((path, None),)
        )
    write(path, waiting.content, history.folder)
    report = _merge(exercise, history)
    history.put_back(exercise.name)
    return report


def _move(exercise: Exercise, names: set[str], history: History) -> Report | None:
    """Take an answer along that lies where its exercise was before."""
    exercises = exercise.root / "exercises"
    strays = [
        path
        for path in exercises.glob("[0-9]*_*/[0-9]*_*")
        if name_in(path.name) in names and path.with_suffix(".py") != exercise.answer
    ]
    for stray in strays:
        content = stray.read_bytes()
        target = exercise.answer.with_suffix(stray.suffix)
        present = read(target)
        if present is not None and present != content and not _is_untouched(exercise, present, history):
            return Report(exercise, "there are two answers; only the second is read", ((stray, None), (target, None)))
        history.keep(exercise.name, content, stray.suffix, "before update")
        write(target, content, history.folder)
        stray.unlink()
        merged = _merge(exercise, history)
        words = f"your answer moved to its new place{f'; {merged.words}' if merged else ''}"
        return Report(exercise, words, merged.places if merged else ((target, None),))
    return None


def _merge(exercise: Exercise, history: History) -> Report | None:
    """Merge the newer text of one exercise with the answer in its file."""
    base, newer = history.base(exercise.name), unsolved(exercise)
    if base is None or base == newer:
        return None
    path = _answer_not_just_taken(exercise, history)
    if path.suffix == ".ipynb":
        return _merge_notebook(exercise, history, path, newer)
    mine = read(path)
    report = None
    if mine is None:
        replace(exercise, history, path, newer, "update")
        report = Report(exercise, "made anew", ((path, None),))
    elif not _was_merged(exercise, history, mine):
        merged = merge(base, with_line_endings(mine, None), newer)
        content = with_line_endings(merged.content, mine)
        if content != mine:
            replace(exercise, history, path, content, "update")
        if merged.conflicts:
            words = "merged; where both had changed, yours stays, and the newer lines stand above it"
            report = Report(exercise, words, tuple((path, line) for line in merged.conflicts))
        else:
            report = Report(exercise, "has its newer text", ((path, None),))
    history.set_base(exercise.name, newer)
    return report


def _merge_notebook(exercise: Exercise, history: History, path: Path, newer: bytes) -> Report:
    """Leave a notebook as it is, and put the newer exercise beside it."""
    beside = path.with_name(f"{path.stem}.newer.ipynb")
    write(beside, unsolved(exercise, ".ipynb"), history.folder)
    history.set_base(exercise.name, newer)
    return Report(exercise, "your notebook stays as it is, and the newer exercise lies beside it", ((beside, None),))


def _answer_not_just_taken(exercise: Exercise, history: History) -> Path:
    """The learner's file; a script that came with the update does not go before a notebook because it is new."""
    path, notebook = exercise.answer, exercise.answer.with_suffix(".ipynb")
    present = read(path)
    if notebook.exists() and (present is None or _is_untouched(exercise, present, history)):
        os.utime(notebook)
    return answer_path(exercise)


def _was_merged(exercise: Exercise, history: History, mine: bytes) -> bool:
    """Whether an update wrote this answer, and was stopped before it could note so."""
    last = next(iter(history.changes(exercise.name)), None)
    return last is not None and last.kind == "update" and history.content(last.after) == mine


def _is_untouched(exercise: Exercise, content: bytes, history: History) -> bool:
    plain = with_line_endings(content, None)
    return plain in (unsolved(exercise), history.base(exercise.name))
