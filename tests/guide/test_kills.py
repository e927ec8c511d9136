"""Killed at random moments, the learner's file and the history are whole, and nothing that was kept is lost."""

from __future__ import annotations

import contextlib
import os
import random
import select
import signal
import sys
import traceback
from pathlib import Path

from workbook import answers
from workbook.history import History
from workbook.judge import Judge
from workbook.places import Exercise, WorkbookError
from workbook.progress import checked
from workbook.reference import Reference

ROUNDS = 25
PROGRAMS = 4  # at once, on one clone


def work(exercise: Exercise, texts: list[bytes], report: int) -> None:
    """Save, check, reset, undo and restore without end; after each, report the versions that are kept by then."""
    choose = random.Random(os.getpid())
    with History(exercise.root) as history, Judge(exercise.root) as judge:
        history.keep(exercise.name, texts[0])
        while True:
            answers.write(exercise.answer, choose.choice(texts), exercise.root)  # the learner's editor
            steps = [
                lambda: checked(judge, exercise, history),
                lambda: answers.reset(exercise, history),
                lambda: undo_if_another_did_not(exercise, history),
                lambda: answers.restore(exercise, history, 1),
            ]
            choose.shuffle(steps)
            for step in steps:
                step()
                digests = {version.digest for version in history.versions(exercise.name)}
                os.write(report, f"{' '.join(digests)}\n".encode())


def undo_if_another_did_not(exercise: Exercise, history: History) -> None:
    """Take the last change back, if there is one left."""
    with contextlib.suppress(WorkbookError):
        answers.undo(exercise, history)


def start(exercise: Exercise, texts: list[bytes]) -> tuple[int, int]:
    """Start one such program; returns its process id, and where its reports can be read."""
    read, write = os.pipe()
    process = os.fork()
    if process == 0:
        os.close(read)
        try:
            work(exercise, texts, write)
        except BaseException:
            os.write(write, f"FAILED {traceback.format_exc()}".encode())
        os._exit(1)
    os.close(write)
    return process, read


def reports_of(read: int) -> list[str]:
    """Return the whole lines that a program reported before its end."""
    with os.fdopen(read) as lines:
        content = lines.read()
    assert "FAILED" not in content, content
    return content.split("\n")[:-1]


def test_a_hundred_kills_lose_nothing(exercise: Exercise) -> None:
    unsolved = exercise.answer.read_bytes()
    solved = Reference.read(exercise.reference).solved_text
    wrong = solved.replace("error = preds - target", "error = target - preds")
    texts = [solved.encode(), wrong.encode(), unsolved + b"x = 1\n", solved.replace("\n", "\r\n").encode()]
    whole = {*texts, unsolved, unsolved.replace(b"\n", b"\r\n")}
    moments = random.Random(20)
    reported: set[str] = set()
    for _ in range(ROUNDS):
        programs = [start(exercise, texts) for _ in range(PROGRAMS)]
        for process, read in programs:
            select.select([read], [], [], moments.uniform(0, 0.3))  # it is in the midst of it, or has not begun
            select.select([], [], [], moments.uniform(0, 0.1))
            os.kill(process, signal.SIGKILL)
            os.waitpid(process, 0)
            assert exercise.answer.read_bytes() in whole
        for _, read in programs:
            reported.update(digest for line in reports_of(read) for digest in line.split())
        with History(exercise.root) as history:
            assert history.notice is None
            assert history.faults() == []
            assert reported <= {version.digest for version in history.versions(exercise.name)}
            assert all(history.content(digest) in whole for digest in reported)
    assert len(reported) >= len(texts)
    print(f"{ROUNDS * PROGRAMS} kills", file=sys.stderr)


def test_a_killed_write_leaves_its_unfinished_copy_out_of_sight(tmp_path: Path) -> None:
    scratch = tmp_path / ".workbook"
    scratch.mkdir()
    leftover = scratch / ".06_a.py.0123456789ab.new"
    leftover.write_bytes(b"half")
    os.utime(leftover, (1, 1))
    answers.write(tmp_path / "06_a.py", b"whole", scratch)
    assert (tmp_path / "06_a.py").read_bytes() == b"whole"
    assert list(scratch.iterdir()) == []
