"""What lives how long: zygotes, attempts, and their files."""

import json
import os
import select
import signal
import subprocess
import sys
import tempfile
import textwrap
import threading
from pathlib import Path

import pytest

from workbook.attempt import Attempts, Limits, ProcessesError, Returned, Stopped
from workbook.starting.processes import Forked, Zygote
from workbook.starting.starters import Starters

FILE = "exercises/answer.py"


@pytest.fixture
def own_temporary_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    return tmp_path


def test_no_file_outlives_an_attempt(attempts: Attempts, own_temporary_folder: Path) -> None:
    with Attempts(starters=Starters(start=attempts._starters.start)) as own, own.start() as attempt:
        attempt.run("open('left', 'w').write('x')\nprint('x')", FILE, {})
    assert list(own_temporary_folder.iterdir()) == []


def test_a_folder_that_cannot_be_made_is_one_clear_line(usual: Attempts, own_temporary_folder: Path) -> None:
    own_temporary_folder.rmdir()
    with pytest.raises(ProcessesError, match=r"no attempt can be started: .*No such file or directory"):
        usual.start()


def test_a_path_with_spaces_and_other_letters(usual: Attempts, tmp_path: Path, monkeypatch) -> None:  # type: ignore[no-untyped-def]
    folder = tmp_path / "über den Wolken 雲"
    folder.mkdir()
    monkeypatch.chdir(folder)
    monkeypatch.setattr(tempfile, "tempdir", str(folder))
    filename = str(folder / "antwort 1.py")
    with usual.start() as attempt:
        assert attempt.run("x = 'ü雲'\nprint(x)\ndef f(): return 1 / 0", filename, {}) == Returned(None)
        assert attempt.printed == "ü雲\n"
        assert attempt.call("f").line == 3  # type: ignore[union-attr]


@pytest.mark.skipif(sys.platform != "linux", reason="there is no zygote")
def test_a_zygote_that_died_is_replaced() -> None:
    with Attempts() as attempts:
        with attempts.start() as attempt:
            process = attempt._process
            assert isinstance(process, Forked)
            assert attempt.run("def f():\n    while True: pass", FILE, {}) == Returned(None)
            process._zygote._process.kill()
            reply = attempt.call("f")
            assert isinstance(reply, Stopped)
            assert reply.reason == "ended early"
        with attempts.start() as attempt:
            assert attempt.run("x = 1", FILE, {}) == Returned(None)


@pytest.mark.skipif(sys.platform != "linux", reason="there is no zygote")
def test_an_interrupted_start_does_not_confuse_the_next(monkeypatch: pytest.MonkeyPatch) -> None:
    with Attempts() as attempts:
        with attempts.start():
            pass
        with monkeypatch.context() as interrupted:
            interrupted.setattr(Zygote, "_receive", lambda zygote: os.kill(os.getpid(), signal.SIGINT))
            with pytest.raises(KeyboardInterrupt):
                attempts.start()
        with attempts.start() as attempt:
            assert attempt.run("x = 7", FILE, {}) == Returned(None)
            assert attempt.values(["x"]) == {"x": 7}


@pytest.mark.skipif(sys.platform != "linux", reason="there is no zygote")
def test_an_attempt_that_cannot_begin_is_nobodys_fault() -> None:
    too_few = Limits(open_files=3)
    words = r"an attempt cannot begin: .*Too many open files"
    with Attempts() as attempts, attempts.start(limits=too_few) as attempt, pytest.raises(ProcessesError, match=words):
        attempt.run("x = 1", FILE, {})


def test_closing_ends_every_attempt(attempts: Attempts) -> None:
    with Attempts(starters=Starters(start=attempts._starters.start)) as own:
        attempt = own.start()
        attempt.run("x = 1", FILE, {})
    reply = attempt.call("f")
    assert isinstance(reply, Stopped)
    assert reply.reason == "ended early"
    attempt.close()


def test_many_attempts_at_once(usual: Attempts) -> None:
    answers: dict[int, object] = {}

    def check(number: int) -> None:
        with usual.start() as attempt:
            attempt.run(f"x = {number} ** 2", FILE, {})
            answers[number] = attempt.values(["x"])["x"]

    threads = [threading.Thread(target=check, args=(number,)) for number in range(16)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert answers == {number: number**2 for number in range(16)}


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux tells of the end of a process that is not a child")
@pytest.mark.parametrize("way", ["apart", "forked"])
def test_nothing_outlives_a_judge_that_is_killed(way: str) -> None:
    judge = f"""
        import json, os
        from workbook.attempt import Attempts
        from workbook.starting.starters import Starters
        with Attempts(starters=Starters(start={way!r})) as attempts:
            with attempts.start() as attempt:
                attempt.run("x = 1", "answer.py", {{}})
                zygote = attempt._process._zygote._process.pid
                print(json.dumps(zygote), flush=True)
                attempt.run("while True: pass", "answer.py", {{}})
    """
    with subprocess.Popen([sys.executable, "-c", textwrap.dedent(judge)], stdout=subprocess.PIPE) as process:
        assert process.stdout is not None
        zygote = json.loads(process.stdout.readline())
        family = [zygote, *descendants(zygote)]
        assert len(family) >= 2
        ends = [os.pidfd_open(member) for member in family]
        process.kill()
    for end in ends:
        assert select.select([end], [], [], 20)[0], "a process outlives its judge"
        os.close(end)


def descendants(process: int) -> list[int]:
    children = [int(number) for number in Path(f"/proc/{process}/task/{process}/children").read_text().split()]
    return [found for child in children for found in (child, *descendants(child))]


def test_sandbox_refuses_where_attempts_are_not_isolated() -> None:
    with (
        Attempts(sandbox=True, starters=Starters(start="fresh")) as attempts,
        pytest.raises(ProcessesError, match=r"cannot isolate an attempt, which .*reads files"),
    ):
        attempts.start()


def test_sandbox_runs_where_they_are(isolated: Attempts) -> None:
    with Attempts(sandbox=True) as attempts, attempts.start() as attempt:
        assert attempt.run("x = 1", FILE, {}) == Returned(None)


def test_levels_are_found_by_attacking(attempts: Attempts) -> None:
    expected = {"apart": {"isolated", "limited"}, "forked": {"limited"}, "fresh": {"trusted only"}}
    assert attempts.isolation in expected[attempts._starters.start]


def test_the_total_time_counts_over_all_questions(usual: Attempts) -> None:
    with usual.start(limits=Limits(seconds=20.0, total_seconds=1.0)) as attempt:
        attempt.run("def f():\n    while True: pass", FILE, {})
        reply = attempt.call("f")
        assert isinstance(reply, Stopped)
        assert reply.reason == "time"
