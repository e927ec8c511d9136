"""What is kept of a learner's work, and what happens when the place where it is kept fails."""

from __future__ import annotations

import multiprocessing
import resource
import sqlite3
import threading
from pathlib import Path

import pytest

from workbook.history import History, HistoryError, Pending
from workbook.places import WorkbookError
from workbook.verdict import Status, Verdict

PASSED = Verdict("a", Status.PASSED, "Passed.", seconds=0.1)
WRONG = Verdict("a", Status.WRONG, "`x`, line 3: no.", "x", 3, ("expected 1", "got 2"), 0.2)


def test_every_version_comes_back_as_it_was(tmp_path: Path) -> None:
    texts = [b"", b"x = 1\r\n", b"\xff\x00 not text", "x = 'ä'\n".encode()]
    with History(tmp_path) as history:
        numbers = [history.keep("a", text, verdict=WRONG, checked_by="f") for text in texts]
    with History(tmp_path) as history:
        versions = history.versions("a")
        assert numbers == [version.number for version in versions] == [1, 2, 3, 4]
        assert [history.content(version.digest) for version in versions] == texts
        assert versions[1].verdict == WRONG
        assert versions[1].checked_by == "f"


def test_the_same_text_checked_again_is_one_version_with_the_newest_verdict(tmp_path: Path) -> None:
    with History(tmp_path) as history:
        assert history.keep("a", b"x", verdict=WRONG, checked_by="old") == 1
        assert history.keep("a", b"x", verdict=PASSED, checked_by="new") == 1
        assert history.keep("a", b"x", origin="before reset") == 1
        [version] = history.versions("a")
        assert (version.verdict, version.checked_by) == (PASSED, "new")
        assert history.keep("a", b"y") == 2
        assert history.keep("a", b"x") == 3
        found = history.version_of("a", b"x")
        assert found is not None
        assert found.number == 1  # number 3 has the same text, and was not checked
        assert history.version_of("a", b"y") is None
        assert history.has_passed("a")
        assert not history.has_passed("b")


def test_an_unknown_version_is_one_line(tmp_path: Path) -> None:
    with History(tmp_path) as history:
        with pytest.raises(WorkbookError, match=r"^a has no version 3\. Nothing of it has been kept yet\.$"):
            history.version("a", 3)
        history.keep("a", b"x")
        with pytest.raises(WorkbookError, match=r"^a has no version 3\. They go from 1 to 1\.$"):
            history.version("a", 3)


def test_what_is_remembered_outlives_the_program(tmp_path: Path) -> None:
    with History(tmp_path) as history:
        assert (history.hints_shown("a"), history.gave_up("a"), history.base("a")) == (0, False, None)
        assert history.position is None
        history.show_hint("a", 2)
        history.give_up("a")
        history.set_base("a", b"base")
        history.position = "a"
        history.set_pending("a", Pending(".py", b"mine", b"theirs"))
    with History(tmp_path) as history:
        assert (history.hints_shown("a"), history.gave_up("a"), history.base("a")) == (2, True, b"base")
        assert (history.position, history.pending()) == ("a", {"a": Pending(".py", b"mine", b"theirs")})
        history.put_back("a")
        assert history.pending() == {}


def test_a_renamed_exercise_keeps_everything(tmp_path: Path) -> None:
    with History(tmp_path) as history:
        history.keep("old", b"x", verdict=PASSED)
        history.show_hint("old", 2)
        history.set_base("old", b"base")
        history.add_change("old", "reset", ".py", b"x", b"base")
        history.rename("old", "new")
        assert [version.exercise for version in history.versions("new")] == ["new"]
        assert history.hints_shown("new") == 2
        assert history.base("new") == b"base"
        assert len(history.changes("new")) == 1
        assert history.names() == {"new"}


def _keep_many(root: Path, name: str, start: threading.Barrier) -> None:
    start.wait()
    with History(root) as history:
        for number in range(40):
            history.keep("a", f"{name} {number}".encode())


def test_four_programs_at_once_lose_nothing(tmp_path: Path) -> None:
    spawn = multiprocessing.get_context("spawn")
    start = spawn.Barrier(4)
    programs = [spawn.Process(target=_keep_many, args=(tmp_path, name, start)) for name in "abcd"]
    for program in programs:
        program.start()
    for program in programs:
        program.join()
    assert [program.exitcode for program in programs] == [0] * 4
    with History(tmp_path) as history:
        versions = history.versions("a")
        kept = {history.content(version.digest).decode() for version in versions}
        assert kept == {f"{name} {number}" for name in "abcd" for number in range(40)}
        assert [version.number for version in versions] == list(range(1, 161))
        assert history.faults() == []


@pytest.mark.parametrize("content", [b"this is no database" * 100, b"SQLite format 3\0" + b"\xaa" * 5000])
def test_a_broken_store_is_set_aside_and_kept(tmp_path: Path, content: bytes) -> None:
    (tmp_path / ".workbook").mkdir()
    (tmp_path / ".workbook" / "history.sqlite3").write_bytes(content)
    with History(tmp_path) as history:
        aside = next((tmp_path / ".workbook").glob("history-broken-*.sqlite3"))
        assert history.notice == (
            f"The history was broken. It is set aside as .workbook/{aside.name}, and a new one is begun."
        )
        assert aside.read_bytes() == content
        assert history.keep("a", b"x") == 1


def test_a_store_that_breaks_while_it_is_used_is_set_aside(tmp_path: Path) -> None:
    with History(tmp_path) as history:
        for number in range(300):
            history.keep("a", bytes(1000) + str(number).encode())
    path = tmp_path / ".workbook" / "history.sqlite3"
    content = bytearray(path.read_bytes())
    content[4096:] = b"\x55" * (len(content) - 4096)
    path.write_bytes(content)
    with History(tmp_path) as history:
        assert history.keep("a", b"x") == 1
        assert history.notice is not None
        assert [version.number for version in history.versions("a")] == [1]
    assert len(list(path.parent.glob("history-broken-*.sqlite3"))) == 1


def test_where_nothing_can_be_kept_it_goes_on_in_memory_and_says_so(tmp_path: Path) -> None:
    (tmp_path / ".workbook").write_text("a file where the folder should be")
    with History(tmp_path) as history:
        assert history.notice == (
            f"Nothing can be kept in {tmp_path / '.workbook'} (File exists): answers are checked, without a history."
        )
        assert history.keep("a", b"x", verdict=WRONG) == 1
        assert history.version_of("a", b"x") is not None
        with pytest.raises(HistoryError, match=r"So your file was left as it is\.$"):
            history.require_lasting()


def _fill_up(root: Path, results: multiprocessing.SimpleQueue[tuple[str, list[str], int]]) -> None:
    with History(root) as history:
        resource.setrlimit(resource.RLIMIT_FSIZE, (300_000, 300_000))  # no file may grow beyond: a full disk
        message, kept = "", 0
        try:
            for number in range(1, 1000):
                history.keep("a", number.to_bytes(2) * 5000)
                kept = number
        except HistoryError as error:
            message = str(error)
        results.put((message, history.faults(), kept))


def test_a_full_disk_is_one_line_and_loses_nothing(tmp_path: Path) -> None:
    spawn = multiprocessing.get_context("spawn")
    results = spawn.SimpleQueue()
    program = spawn.Process(target=_fill_up, args=(tmp_path, results))
    program.start()
    program.join()
    message, faults, kept = results.get()
    assert message.startswith(f"nothing could be kept in {tmp_path / '.workbook'}: ")
    assert "\n" not in message
    assert faults == []
    with History(tmp_path) as history:
        assert [version.number for version in history.versions("a")] == list(range(1, kept + 1))


def test_a_store_of_a_newer_workbook_is_left_alone(tmp_path: Path) -> None:
    (tmp_path / ".workbook").mkdir()
    connection = sqlite3.connect(tmp_path / ".workbook" / "history.sqlite3")
    connection.execute("PRAGMA user_version = 99")
    connection.close()
    with pytest.raises(HistoryError, match="written by a newer workbook"):
        History(tmp_path)
    assert list((tmp_path / ".workbook").glob("*broken*")) == []
