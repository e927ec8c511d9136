"""Reset, undo and restore replace a learner's file; whatever stood in it comes back byte for byte."""

from __future__ import annotations

import multiprocessing
import os
import resource
import stat
from pathlib import Path

import pytest

from workbook import answers
from workbook.history import History, HistoryError
from workbook.places import Exercise, WorkbookError

MINE = b"preds = (weights * input_data).sum()\n"


def test_reset_and_undo_bring_back_every_byte(exercise: Exercise, history: History) -> None:
    unsolved = exercise.answer.read_bytes()
    for mine in (MINE, MINE.replace(b"\n", b"\r\n"), b"\xff\xfe\x00", b""):
        exercise.answer.write_bytes(mine)
        answers.reset(exercise, history)
        assert exercise.answer.read_bytes().replace(b"\r\n", b"\n") == unsolved
        assert answers.undo(exercise, history)[0] == "reset"
        assert exercise.answer.read_bytes() == mine


def test_undo_goes_back_one_change_at_a_time_and_keeps_what_stood_there(exercise: Exercise, history: History) -> None:
    exercise.answer.write_bytes(b"one")
    answers.reset(exercise, history)
    exercise.answer.write_bytes(b"two")
    answers.restore(exercise, history, 1)
    assert exercise.answer.read_bytes() == b"one"
    exercise.answer.write_bytes(b"three")
    assert answers.undo(exercise, history)[0] == "restore"
    assert exercise.answer.read_bytes() == b"two"
    assert answers.undo(exercise, history)[0] == "reset"
    assert exercise.answer.read_bytes() == b"one"
    with pytest.raises(WorkbookError) as error:
        answers.undo(exercise, history)
    assert str(error.value) == (
        "there is no reset, restore or update of calculating_slopes to take back."
        " `workbook history calculating_slopes` lists what was kept."
    )
    kept = {history.content(version.digest) for version in history.versions(exercise.name)}
    assert {b"one", b"two", b"three"} <= kept


def test_line_endings_of_the_learner_stay(exercise: Exercise, history: History) -> None:
    unsolved = exercise.answer.read_bytes()
    exercise.answer.write_bytes(unsolved.replace(b"\n", b"\r\n") + b"x = 1\r\n")
    answers.reset(exercise, history)
    assert exercise.answer.read_bytes() == unsolved.replace(b"\n", b"\r\n")


def test_permissions_and_symbolic_links_stay(exercise: Exercise, history: History, tmp_path: Path) -> None:
    elsewhere = tmp_path / "elsewhere.py"
    exercise.answer.rename(elsewhere)
    exercise.answer.symlink_to(elsewhere)
    elsewhere.write_bytes(MINE)
    elsewhere.chmod(0o640)
    answers.reset(exercise, history)
    assert exercise.answer.is_symlink()
    assert b"____" in elsewhere.read_bytes()
    assert stat.S_IMODE(elsewhere.stat().st_mode) == 0o640


def test_a_read_only_file_is_left_as_it_is(exercise: Exercise, history: History) -> None:
    exercise.answer.write_bytes(MINE)
    exercise.answer.chmod(0o444)
    for change in (answers.reset, lambda *given: answers.restore(*given, 1)):
        history.keep(exercise.name, b"other")
        with pytest.raises(WorkbookError, match=r"is read-only, so it was left as it is\. Make it writable, and try"):
            change(exercise, history)
    assert exercise.answer.read_bytes() == MINE


def test_a_deleted_file_is_made_anew(exercise: Exercise, history: History) -> None:
    unsolved = exercise.answer.read_bytes()
    exercise.answer.unlink()
    exercise.answer.parent.rmdir() if not any(exercise.answer.parent.iterdir()) else None
    assert answers.reset(exercise, history) is None
    assert exercise.answer.read_bytes() == unsolved
    assert stat.S_IMODE(exercise.answer.stat().st_mode) & 0o600 == 0o600


def test_a_notebook_saved_last_is_what_reset_and_undo_work_on(exercise: Exercise, history: History) -> None:
    script = exercise.answer.read_bytes()
    notebook = exercise.answer.with_suffix(".ipynb")
    mine = answers.unsolved(exercise, ".ipynb").replace(b"preds = ____", b"preds = 1")
    notebook.write_bytes(mine)
    os.utime(exercise.answer, (1, 1))
    answers.reset(exercise, history)
    assert b"preds = ____" in notebook.read_bytes()
    assert exercise.answer.read_bytes() == script
    answers.undo(exercise, history)
    assert notebook.read_bytes() == mine


def test_nothing_is_replaced_where_no_copy_can_be_kept(exercise: Exercise) -> None:
    (exercise.root / ".workbook").write_text("a file where the folder should be")
    exercise.answer.write_bytes(MINE)
    with History(exercise.root) as history, pytest.raises(HistoryError, match=r"So your file was left as it is\.$"):
        answers.reset(exercise, history)
    assert exercise.answer.read_bytes() == MINE


def test_an_interrupted_reset_is_not_what_undo_takes_back(exercise: Exercise, history: History) -> None:
    exercise.answer.write_bytes(b"one")
    answers.reset(exercise, history)
    exercise.answer.write_bytes(b"two")
    history.keep(exercise.name, b"two")
    history.add_change(exercise.name, "reset", ".py", b"two", b"unsolved")  # and then it was killed
    assert answers.undo(exercise, history)[0] == "reset"
    assert exercise.answer.read_bytes() == b"one"


def _write_on_a_full_disk(path: Path, results: multiprocessing.SimpleQueue[str]) -> None:
    resource.setrlimit(resource.RLIMIT_FSIZE, (1000, 1000))
    try:
        answers.write(path, b"y" * 2000, path.parent)
        results.put("written")
    except OSError as error:
        results.put(f"{error.filename}: {error.strerror}")


def test_a_full_disk_leaves_the_file_whole(tmp_path: Path) -> None:
    path = tmp_path / "06_a.py"
    path.write_bytes(b"x" * 900)
    spawn = multiprocessing.get_context("spawn")
    results = spawn.SimpleQueue()
    program = spawn.Process(target=_write_on_a_full_disk, args=(path, results))
    program.start()
    program.join()
    assert results.get() == f"{path}: File too large"
    assert path.read_bytes() == b"x" * 900
    assert [one.name for one in tmp_path.iterdir()] == ["06_a.py"]
