"""The guide in a real terminal: what a learner types, saves and sees."""

from __future__ import annotations

import os
import re
import resource
import signal
import subprocess
import sys
from pathlib import Path

import pytest
from terminal import CTRL_C, DOWN, ENTER, ESCAPE, Terminal

from workbook.history import History
from workbook.notebook import notebook_of
from workbook.places import Exercise
from workbook.reference import Reference

WHERE = "exercises/03_backward_propagation/06_calculating_slopes.py"


@pytest.fixture
def solved(exercise: Exercise) -> str:
    """The exercise's file with every blank filled."""
    return Reference.read(exercise.reference).solved_text


@pytest.fixture
def wrong(solved: str) -> str:
    """The same with the sign of the error flipped."""
    return solved.replace("error = preds - target", "error = target - preds")


def save_by_rename(path: Path, text: str) -> None:
    """Save as many editors do: another file takes the place of the old one."""
    new = path.with_name(f".{path.name}.new")
    new.write_text(text)
    new.replace(path)


def test_from_todo_over_wrong_to_passed(root: Path, exercise: Exercise, solved: str, wrong: str) -> None:
    with Terminal(root) as terminal:
        shown = terminal.wait_for("3.6  Calculating slopes", "todo", "q quit")
        assert "preds = ____" in shown
        assert "3 ──" in shown
        exercise.answer.write_text(wrong)
        shown = terminal.wait_for("✗ wrong", "target - preds")
        line = wrong.splitlines().index("error = target - preds") + 1
        assert f"{WHERE}:{line}" in shown
        save_by_rename(exercise.answer, solved)
        terminal.wait_for("✓ passed", "Take away", " 1/")
        terminal.press("n")
        terminal.wait_for("3.7  ", "todo")
        terminal.press("b")
        terminal.wait_for("3.6  Calculating slopes", "✓ passed")
        terminal.press("q")
        assert terminal.wait_for_end() == 0
    with History(root) as history:
        texts = [history.content(version.digest).decode() for version in history.versions(exercise.name)]
        assert texts[-2:] == [wrong, solved]


def test_it_goes_on_where_one_was(root: Path) -> None:
    with Terminal(root) as terminal:
        terminal.wait_for("3.6  ", "q quit")
        terminal.press("nn")
        terminal.wait_for("3.9  ")
        terminal.press("q")
        terminal.wait_for_end()
    with Terminal(root) as terminal:
        terminal.wait_for("3.9  ", "todo")


def test_hints_come_one_at_a_time_and_are_remembered(root: Path) -> None:
    with Terminal(root, rows=60) as terminal:
        terminal.wait_for("3.6  ", "todo")
        terminal.press("h")
        assert "Hint 2 of 3" not in terminal.wait_for("Hint 1 of 3")
        terminal.press("h")
        terminal.wait_for("Hint 1 of 3", "Hint 2 of 3")
    with Terminal(root, rows=60) as terminal:
        assert "Hint 3 of 3" not in terminal.wait_for("Hint 1 of 3", "Hint 2 of 3")
        terminal.press("h")
        terminal.wait_for("Hint 3 of 3")
        terminal.press("h")
        terminal.wait_for("That is every hint.")


def test_the_solution_comes_after_giving_up_only(root: Path) -> None:
    with Terminal(root) as terminal:
        terminal.wait_for("3.6  ", "todo")
        terminal.press("s")
        terminal.wait_for("Give up and see the solution?")
        terminal.press("n")
        terminal.wait_until(lambda shown: "Give up" not in shown, "the exercise again")
        assert "preds - target" not in terminal.shown
        terminal.press("s")
        terminal.wait_for("Give up and see the solution?")
        terminal.press("y")
        terminal.wait_for("Solution", "error = preds - target")
        terminal.press(ESCAPE)
        terminal.wait_until(lambda shown: "Solution" not in shown, "the exercise again")
        terminal.press("s")
        terminal.wait_for("Solution", "error = preds - target")


def test_the_list_is_searched_filtered_and_jumped_from(root: Path, exercise: Exercise, solved: str) -> None:
    exercise.answer.write_text(solved)
    with Terminal(root) as terminal:
        terminal.wait_for("✓ passed")
        terminal.press("l")
        terminal.wait_for("The exercises   4 of 4", "✓   3.6  calculating_slopes", "·   3.7  improving_weights")
        terminal.press("p")
        shown = terminal.wait_for("1 of 4   only passed")
        assert "improving_weights" not in shown
        terminal.press("t")
        assert "calculating_slopes" not in terminal.wait_for("3 of 4   only todo")
        terminal.press("a/")
        terminal.wait_for("name, number or title")
        terminal.press("zero")
        terminal.wait_for("1 of 4", "3.11  zero_errors")
        terminal.press(ENTER)
        terminal.wait_for("3.11  ", "todo", "q quit")
        terminal.press("l")
        terminal.wait_for("The exercises", "▸ ·  3.11")
        terminal.press(ESCAPE)
        terminal.wait_for("q quit")
        terminal.press("l")
        terminal.wait_for("The exercises")
        terminal.press("/")
        terminal.wait_for("name, number or title")
        terminal.press("3.7" + ENTER)
        terminal.wait_for("3.7  ", "q quit")
        terminal.press("l")
        terminal.wait_for("The exercises")
        terminal.press(DOWN + ENTER)
        terminal.wait_for("3.9  ", "q quit")


def test_reset_and_undo(root: Path, exercise: Exercise, solved: str) -> None:
    exercise.answer.write_text(solved)
    with Terminal(root) as terminal:
        terminal.wait_for("✓ passed")
        terminal.press("x")
        terminal.wait_for("· todo", "u brings it back")
        assert "____" in exercise.answer.read_text()
        terminal.press("u")
        terminal.wait_for("✓ passed", "The reset is taken back.")
        assert exercise.answer.read_text() == solved
        terminal.press("u")
        terminal.wait_for("There is no reset, restore or update of calculating_slopes to take back.")


def test_what_the_file_prints_and_draws(root: Path, exercise: Exercise, solved: str) -> None:
    exercise.answer.write_text(solved)
    with Terminal(root) as terminal:
        terminal.wait_for("✓ passed")
        terminal.press("r")
        terminal.wait_for("06_calculating_slopes.py prints", "[14 28 42]")
        terminal.press(ESCAPE)
        terminal.wait_until(lambda shown: "prints" not in shown, "the exercise again")
        terminal.press("p")
        terminal.wait_for("This exercise draws no plot.")


def test_ten_saves_in_a_second_end_with_the_newest(root: Path, exercise: Exercise, solved: str, wrong: str) -> None:
    with Terminal(root) as terminal:
        terminal.wait_for("· todo", "q quit")
        for number in range(10):
            save_by_rename(exercise.answer, f"{wrong}\nnumber = {number}\n")
        save_by_rename(exercise.answer, solved)
        terminal.wait_for("✓ passed")
        for number in range(10):
            exercise.answer.write_text(f"{solved}\nnumber = {number}\n")
        exercise.answer.write_text(wrong)
        terminal.wait_for("✗ wrong")


def test_a_deleted_file_is_said_and_its_return_noticed(root: Path, exercise: Exercise, solved: str) -> None:
    with Terminal(root) as terminal:
        terminal.wait_for("· todo", "q quit")
        exercise.answer.unlink()
        terminal.wait_for("There is no file 06_calculating_slopes.py here.")
        exercise.answer.write_text(solved)
        terminal.wait_for("✓ passed")
        exercise.answer.unlink()
        terminal.wait_for("There is no file 06_calculating_slopes.py here.")
        terminal.press("x")
        terminal.wait_for("· todo")


def test_keys_answer_while_a_check_runs(root: Path, exercise: Exercise, solved: str) -> None:
    with Terminal(root) as terminal:
        terminal.wait_for("· todo", "q quit")
        exercise.answer.write_text(f"{solved}\nwhile True:\n    pass\n")
        terminal.press("h")
        assert "stopped" not in terminal.wait_for("Hint 1 of 3")
        exercise.answer.write_text(solved)  # while the endless loop is still running
        assert "stopped" not in terminal.wait_for("✓ passed")


def test_it_draws_anew_when_the_terminal_is_resized(root: Path) -> None:
    with Terminal(root, columns=80, rows=24) as terminal:
        terminal.wait_for("3.6  ", "· todo", "q quit")
        terminal.resize(200, 60)
        terminal.wait_until(
            lambda shown: any("weight should go" in line and "│" in line for line in shown.splitlines()[:12]),
            "text and verdict side by side",
        )
        terminal.resize(40, 12)
        terminal.wait_until(lambda shown: "n next" in shown.splitlines()[-1], "the keys in the last line")
        terminal.resize(80, 24)
        terminal.wait_for("· todo", "preds = ____", "q quit")


@pytest.mark.parametrize("how", ["key", "SIGTERM", "SIGHUP"])
def test_it_can_be_stopped_and_leaves_the_terminal_as_it_was(root: Path, how: str) -> None:
    with Terminal(root) as terminal:
        terminal.wait_for("· todo", "q quit")
        if how == "key":
            terminal.press(CTRL_C)
        else:
            os.kill(terminal.pid, getattr(signal, how))
        assert terminal.wait_for_end() == 130
        for begun, ended in ((b"\x1b[?1049h", b"\x1b[?1049l"), (b"\x1b[?25l", b"\x1b[?25h")):
            assert terminal.raw.rfind(ended) > terminal.raw.rfind(begun)


def test_no_color_means_none(root: Path, exercise: Exercise, wrong: str) -> None:
    exercise.answer.write_text(wrong)
    with Terminal(root, NO_COLOR="1") as terminal:
        terminal.wait_for("✗ wrong", "q quit")
        terminal.press("l")
        terminal.wait_for("The exercises")
        codes = {code for codes in re.findall(rb"\x1b\[([0-9;]*)m", terminal.raw) for code in codes.split(b";")}
        assert codes <= {
            b"",
            b"0",
            b"1",
            b"2",
            b"3",
            b"4",
            b"7",
            b"39",
            b"49",
        }  # bold, dim, ... and the default colours


def test_two_guides_on_one_clone(root: Path, exercise: Exercise, solved: str, wrong: str) -> None:
    with Terminal(root) as one, Terminal(root) as other:
        for terminal in (one, other):
            terminal.wait_for("· todo", "q quit")
        for number in range(5):
            exercise.answer.write_text(f"{wrong}\nnumber = {number}\n")
        exercise.answer.write_text(solved)
        for terminal in (one, other):
            terminal.wait_for("✓ passed")
        one.press("x")
        other.wait_for("· todo")
        other.press("u")
        one.wait_for("✓ passed")
    with History(root) as history:
        assert history.faults() == []
        assert solved.encode() in {history.content(version.digest) for version in history.versions(exercise.name)}


def test_without_a_terminal_it_prints_and_stops(root: Path, exercise: Exercise, solved: str) -> None:
    def printed() -> subprocess.CompletedProcess[str]:
        command = [sys.executable, "-m", "workbook.terminal"]
        return subprocess.run(command, cwd=root, capture_output=True, text=True, stdin=subprocess.DEVNULL, check=False)

    first = printed()
    assert first.returncode == 1
    lines = first.stdout.splitlines()
    assert lines[0] == "3. Backward propagation: 0 of 4 passed"
    assert "3.6 Calculating slopes" in lines
    assert lines[-1].startswith(f"{WHERE}:")
    assert "\x1b" not in first.stdout
    exercise.answer.write_text(solved)
    second = printed()
    assert second.stdout.splitlines()[0] == "3. Backward propagation: 1 of 4 passed"
    assert "3.7 " in second.stdout


def test_a_notebook_is_checked_when_it_is_saved(root: Path, exercise: Exercise, wrong: str) -> None:
    with Terminal(root) as terminal:
        terminal.wait_for("· todo", "q quit")
        exercise.answer.with_suffix(".ipynb").write_text(notebook_of(wrong))
        shown = terminal.wait_for("✗ wrong", "target - preds")
        assert "06_calculating_slopes.ipynb, cell 6, line 2" in shown.replace("\n", "")


def test_a_save_under_the_list_and_a_disk_that_fills_up_are_no_end(
    root: Path, exercise: Exercise, solved: str, wrong: str
) -> None:
    with Terminal(root) as terminal:
        terminal.wait_for("· todo", "q quit")
        resource.prlimit(terminal.pid, resource.RLIMIT_FSIZE, (1000, 1000))  # no file may grow: a full disk
        exercise.answer.write_text(wrong)
        terminal.wait_for("✗ wrong", "Nothing could be kept in")
        terminal.press("h")
        terminal.wait_for("Hint 1 of 3", "Nothing could be kept in")
        terminal.press("h")
        terminal.wait_for("Hint 2 of 3")
        terminal.press("x")
        terminal.wait_until(lambda shown: "Nothing could be kept in" in shown, "why nothing was reset")
        assert exercise.answer.read_text() == wrong
        terminal.press("l")
        terminal.wait_for("The exercises")
        other = exercise.answer.parent / "07_improving_weights.py"
        save_by_rename(other, other.read_text() + "\n")
        exercise.answer.write_text(solved)
        terminal.press(ESCAPE)
        terminal.wait_for("✓ passed", "3.6  Calculating slopes")
        terminal.press("q")
        assert terminal.wait_for_end() == 0
