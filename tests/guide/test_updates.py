"""A newer workbook comes; the learner's lines and the newer text both are in the file, whatever else happened."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from workbook import answers
from workbook.history import History
from workbook.places import Exercise, find_exercises
from workbook.updates import outdated, remember_bases, update

MINE = "preds = (weights * input_data).sum()"


def solve(exercise: Exercise) -> bytes:
    """Fill one blank, and return what the file then holds."""
    content = exercise.answer.read_bytes().replace(b"preds = ____", MINE.encode())
    exercise.answer.write_bytes(content)
    return content


def edit(path: Path, old: str, new: str) -> None:
    """Replace a text that stands in a file once."""
    text = path.read_text()
    assert text.count(old) == 1
    path.write_text(text.replace(old, new))


def test_newer_text_and_filled_blanks_are_merged(root: Path, exercise: Exercise, history: History) -> None:
    remember_bases(find_exercises(root), history)
    before = solve(exercise)
    edit(exercise.reference, "# The prediction: every", "# The forward pass: every")
    assert outdated(find_exercises(root), history) == [exercise]
    [report] = update(root, history)
    assert (report.exercise, report.words) == (exercise, "has its newer text")
    text = exercise.answer.read_text()
    assert "# The forward pass: every" in text
    assert MINE in text
    assert outdated(find_exercises(root), history) == update(root, history) == []
    assert answers.undo(exercise, history)[0] == "update"
    assert exercise.answer.read_bytes() == before


def test_where_both_changed_both_stay_and_it_says_where(root: Path, exercise: Exercise, history: History) -> None:
    remember_bases(find_exercises(root), history)
    solve(exercise)
    edit(exercise.reference, "# blank: preds = ____", "# blank: preds = (____ * ____).sum()")
    [report] = update(root, history)
    [(path, line)] = report.places
    assert path == exercise.answer
    assert report.words == "merged; where both had changed, yours stays, and the newer lines stand above it"
    assert line is not None
    assert exercise.answer.read_text().splitlines()[line - 1 : line + 2] == [
        "# The newer exercise has this in place of the lines below, which are yours:",
        "#     preds = (____ * ____).sum()",
        MINE,
    ]


def test_line_endings_stay_and_an_untouched_file_is_replaced(root: Path, exercise: Exercise, history: History) -> None:
    remember_bases(find_exercises(root), history)
    exercise.answer.write_bytes(solve(exercise).replace(b"\n", b"\r\n"))
    other = find_exercises(root)[1]
    for one in (exercise, other):
        one.reference.write_text(one.reference.read_text().replace("## Instructions", "## What to do", 1))
    assert len(update(root, history)) == 2
    content = exercise.answer.read_bytes()
    assert content.count(b"\r\n") == content.count(b"\n")
    assert b"## What to do" in content
    assert other.answer.read_bytes() == answers.unsolved(other)


def test_an_update_that_was_killed_half_way_is_finished_once(root: Path, exercise: Exercise, history: History) -> None:
    remember_bases(find_exercises(root), history)
    solve(exercise)
    edit(exercise.reference, "# blank: preds = ____", "# blank: preds = (____ * ____).sum()")
    base = history.base(exercise.name)
    assert base is not None
    update(root, history)
    once = exercise.answer.read_bytes()
    history.set_base(exercise.name, base)  # as it is when the program ends before it noted the new text
    update(root, history)
    assert exercise.answer.read_bytes() == once


def test_another_number_takes_answer_and_history_along(root: Path, exercise: Exercise, history: History) -> None:
    remember_bases(find_exercises(root), history)
    mine = solve(exercise)
    history.keep(exercise.name, mine)
    for path in (exercise.reference,):
        path.rename(path.with_name("09_calculating_slopes.py"))
    moved = next(one for one in find_exercises(root) if one.name == exercise.name)
    [report] = update(root, history)
    assert report.words == "your answer moved to its new place"
    assert moved.number == "3.9"
    assert moved.answer.read_bytes() == mine
    assert not exercise.answer.exists()


def test_another_name_takes_answer_and_history_along(root: Path, exercise: Exercise, history: History) -> None:
    remember_bases(find_exercises(root), history)
    mine = solve(exercise)
    number = history.keep(exercise.name, mine)
    history.show_hint(exercise.name, 2)
    exercise.reference.rename(exercise.reference.with_name("06_slopes.py"))
    moved = next(one for one in find_exercises(root) if one.name == "slopes")
    edit(moved.reference, "# The prediction: every", "# The forward pass: every")
    moved.answer.write_bytes(answers.unsolved(moved))  # as git brings it
    remember_bases(find_exercises(root), history)  # a guide was started before the update
    update(root, history)
    assert [version.number for version in history.versions("slopes")][:1] == [number]
    assert history.hints_shown("slopes") == 2
    text = moved.answer.read_text()
    assert MINE in text
    assert "# The forward pass: every" in text


def test_two_answers_at_two_places_are_both_left(root: Path, exercise: Exercise, history: History) -> None:
    remember_bases(find_exercises(root), history)
    mine = solve(exercise)
    exercise.reference.rename(exercise.reference.with_name("09_calculating_slopes.py"))
    moved = next(one for one in find_exercises(root) if one.name == exercise.name)
    moved.answer.write_bytes(b"another answer")
    [report] = update(root, history)
    assert report.words == "there are two answers; only the second is read"
    assert report.places == ((exercise.answer, None), (moved.answer, None))
    assert exercise.answer.read_bytes() == mine
    assert moved.answer.read_bytes() == b"another answer"


def test_a_notebook_stays_and_the_newer_exercise_lies_beside_it(
    root: Path, exercise: Exercise, history: History
) -> None:
    remember_bases(find_exercises(root), history)
    notebook = exercise.answer.with_suffix(".ipynb")
    mine = answers.unsolved(exercise, ".ipynb").replace(b"preds = ____", MINE.encode())
    notebook.write_bytes(mine)
    edit(exercise.reference, "# The prediction: every", "# The forward pass: every")
    exercise.answer.write_bytes(answers.unsolved(exercise))  # git brought it, later than the notebook was saved
    os.utime(notebook, (1, 1))
    [report] = update(root, history)
    assert report.words == "your notebook stays as it is, and the newer exercise lies beside it"
    assert notebook.read_bytes() == mine
    assert b"The forward pass" in notebook.with_name("06_calculating_slopes.newer.ipynb").read_bytes()
    assert answers.answer_path(exercise) == notebook


def git(folder: Path, *words: str) -> None:
    """Run git in a folder."""
    identity = ["-c", "user.name=A", "-c", "user.email=a@example.org"]
    subprocess.run(["git", *identity, *words], cwd=folder, check=True, capture_output=True)


@pytest.fixture
def clone(root: Path, tmp_path: Path) -> Path:
    """A clone of the workbook, whose origin is at `root`."""
    (root / ".gitignore").write_text(".workbook/\n")
    git(root, "init", "--quiet", "--initial-branch", "main")
    git(root, "add", "--all")
    git(root, "commit", "--quiet", "--message", "one")
    git(tmp_path, "clone", "--quiet", str(root), "learner")
    return tmp_path / "learner"


def run_update(clone: Path) -> subprocess.CompletedProcess[str]:
    """Run the command as a learner does."""
    command = [sys.executable, "-m", "workbook.terminal", "update", "--pull"]
    return subprocess.run(command, cwd=clone, capture_output=True, text=True, check=False)


def test_pulling_works_over_answers_that_git_would_not_overwrite(clone: Path, root: Path, exercise: Exercise) -> None:
    mine = Exercise(clone, exercise.chapter_folder, exercise.file_name)
    solve(mine)
    edit(exercise.reference, "# The prediction: every", "# The forward pass: every")
    exercise.answer.write_bytes(answers.unsolved(exercise))
    git(root, "commit", "--quiet", "--all", "--message", "two")
    assert subprocess.run(["git", "pull"], cwd=clone, capture_output=True, check=False).returncode != 0
    done = run_update(clone)
    assert done.returncode == 0, done.stderr
    assert "3.6 calculating_slopes: has its newer text." in done.stdout
    text = mine.answer.read_text()
    assert MINE in text
    assert "# The forward pass: every" in text


def test_a_pull_that_fails_puts_every_answer_back(clone: Path, root: Path, exercise: Exercise) -> None:
    mine = Exercise(clone, exercise.chapter_folder, exercise.file_name)
    committed = solve(mine)
    git(clone, "commit", "--quiet", "--all", "--message", "my answers")  # now the two have gone different ways
    edit(exercise.reference, "# The prediction: every", "# The forward pass: every")
    git(root, "commit", "--quiet", "--all", "--message", "two")
    latest = committed + b"print(preds)\n"
    mine.answer.write_bytes(latest)
    done = run_update(clone)
    assert done.returncode == 1
    assert "workbook: git could not pull; it says why above. Your answers are in place." in done.stderr
    assert mine.answer.read_bytes() == latest
    with History(clone) as history:
        assert history.pending() == {}
