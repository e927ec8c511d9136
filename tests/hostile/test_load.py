"""Many answers, two runs at once, a full disk, a read-only clone, no home: it works, or one line says why."""

import contextlib
import itertools
import json
import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.conftest import copied
from tests.hostile.answers import ROOT, SEED
from workbook.judge import Judge
from workbook.lookup import find_exercise
from workbook.places import find_exercises
from workbook.reference import Reference
from workbook.verdict import Status

EXERCISE = find_exercise(ROOT, "calculating_slopes")
SOLVED = Reference.read(EXERCISE.reference).solved_text
CHECK = [sys.executable, "-m", "workbook.terminal", "check", "--json"]
PASSED = '"status": "passed", "message": "The slope of the squared error at these weights is [14 28 42]."'
MANY = 200

ANSWERS = [
    SOLVED,
    SOLVED.replace("2 * input_data", "input_data"),
    SOLVED.replace("preds - target", "preds - goal"),
    SOLVED.replace("preds - target", "____"),
    SOLVED + "\nimport os\nos._exit(0)\n",
    SOLVED + "\nimport os, time\nif os.fork() == 0:\n    time.sleep(3600)\n",
    SOLVED + "\nopen('left', 'w').write('behind')\n",
]


def held(temporary: Path) -> tuple[int, set[str], list[str]]:
    """How many descriptors this process holds, which processes it started, and which files lie in its own folder."""
    children = Path(f"/proc/self/task/{os.getpid()}/children").read_text().split()
    return len(os.listdir("/proc/self/fd")), set(children), sorted(os.listdir(temporary))  # noqa: PTH208


@pytest.mark.skipif(sys.platform != "linux", reason="reads /proc")
def test_200_answers_in_a_row_leave_nothing_behind(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))
    at_first = held(tmp_path)
    with Judge(ROOT, seed=SEED) as judge:
        judge.check(EXERCISE, text=SOLVED)
        before = held(tmp_path)
        statuses = [
            judge.check(EXERCISE, text=text).status for text in itertools.islice(itertools.cycle(ANSWERS), MANY)
        ]
        assert held(tmp_path) == before
    assert held(tmp_path) == at_first
    assert statuses[:7] == ["passed", "wrong", "crashed", "todo", "stopped", "passed", "passed"]
    assert statuses == list(itertools.islice(itertools.cycle(statuses[:7]), MANY))


def started(*arguments: str, **options: object) -> "subprocess.Popen[str]":
    return subprocess.Popen(
        [*CHECK, *arguments], stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, **{"cwd": ROOT, **options}
    )  # type: ignore[call-overload,no-any-return]


def test_two_runs_at_once_on_one_clone() -> None:
    """Every exercise of the first three chapters in both; with WORKBOOK_ALL those with Keras as well."""
    chapters = find_exercises(ROOT)
    names = [one.name for one in chapters if "WORKBOOK_ALL" in os.environ or "keras" not in one.place.parts[0]]
    runs = [started(*names, "--answers", "reference", "--seed", str(SEED)) for _ in range(2)]
    for run in runs:
        printed, errors = run.communicate()
        verdicts = [json.loads(line) for line in printed.splitlines()]
        assert [one["exercise"] for one in verdicts] == names
        assert {one["status"] for one in verdicts} == {"passed"}, [one for one in verdicts if one["status"] != "passed"]
        assert (run.returncode, errors) == (0, "")


def checked_in(root: Path, environment: dict[str, str] | None = None, **options: object) -> tuple[int, str, str]:
    """What `workbook check` says of two answers, in a clone and with its own code."""
    variables = {**os.environ, **(environment or {}), "PYTHONPATH": str(root), "PYTHONDONTWRITEBYTECODE": "1"}
    run = started("calculating_slopes", "relu", "--answers", "reference", cwd=root, env=variables, **options)
    printed, errors = run.communicate()
    return run.returncode, printed, errors


def test_a_path_with_spaces_and_letters_of_all_kinds(tmp_path: Path) -> None:
    root = copied(tmp_path / "Meine Übungen 学习 'a' $x")
    status, printed, errors = checked_in(root)
    assert (status, errors) == (0, "")
    assert PASSED in printed


FULL_DISK = """
mount -t tmpfs -o size=16m disk /mnt && cp -r "$1"/. /mnt || exit 99
mount --bind /mnt /var/tmp && mount --bind /mnt /tmp && cd /tmp || exit 99
cat /dev/zero > full 2> /dev/null
shift
exec "$@"
"""


@pytest.mark.skipif(sys.platform != "linux", reason="mounts a disk")
@pytest.mark.skipif(Path(sys.prefix).is_relative_to("/tmp"), reason="hides /tmp, in which the libraries lie")
@pytest.mark.parametrize("command", ["check", "pytest"])
def test_a_full_disk_is_said_in_one_line(tmp_path: Path, command: str) -> None:
    root = copied(tmp_path / "clone")
    check = EXERCISE.check.relative_to(ROOT)
    commands = {
        "check": ["workbook.terminal", "check", EXERCISE.name],
        "pytest": ["pytest", "-s", "-p", "no:cacheprovider", str(check)],
    }
    command_line = [sys.executable, "-m", *commands[command], "--answers", "reference"]
    done = subprocess.run(
        ["unshare", "-m", "sh", "-c", FULL_DISK, "sh", str(root), *command_line],
        env={**os.environ, "PYTHONPATH": "/tmp", "PYTHONDONTWRITEBYTECODE": "1"},
        capture_output=True,
        text=True,
        check=False,
    )
    if done.returncode in (1, 99) and not done.stdout:
        pytest.skip("no disk can be mounted here")
    said = [line for line in (done.stdout + done.stderr).splitlines() if "workbook: " in line]
    assert done.returncode == {"check": 2, "pytest": pytest.ExitCode.USAGE_ERROR}[command]
    assert len(said) == 1
    assert "No usable temporary directory" in said[0]
    assert "Is there room left on the disk?" in said[0]
    assert "Traceback" not in done.stdout + done.stderr


@contextlib.contextmanager
def unwritable(folder: Path) -> Iterator[None]:
    """Let nobody write in a folder; for root, whom no permission stops, by mounting it anew."""
    if os.geteuid() == 0:
        mount = subprocess.run(["mount", "--bind", "-r", str(folder), str(folder)], capture_output=True, check=False)
        if mount.returncode:
            pytest.skip("root can write everywhere, and nothing can be mounted here")
    else:
        for path in (folder, *folder.rglob("*")):
            path.chmod(0o555 if path.is_dir() else 0o444)
    try:
        with pytest.raises(OSError, match=r"denied|Read-only"):
            (folder / "mine").touch()
        yield
    finally:
        if os.geteuid() == 0:
            subprocess.run(["umount", "-l", str(folder)], check=True)
        else:
            for path in (folder, *folder.rglob("*")):
                path.chmod(0o755 if path.is_dir() else 0o644)


@pytest.mark.skipif(os.name != "posix", reason="its permissions")
def test_a_clone_that_cannot_be_written(tmp_path: Path) -> None:
    root = copied(tmp_path / "clone")
    with unwritable(root):
        status, printed, errors = checked_in(root, {"HOME": str(tmp_path / "nowhere")})
    assert (status, errors) == (0, "")
    assert PASSED in printed


@pytest.mark.parametrize("home", ["/nowhere/at/all", ""], ids=["a home that is not there", "an empty one"])
def test_no_home(home: str) -> None:
    run = started("calculating_slopes", "alpha", "--answers", "reference", env={**os.environ, "HOME": home})
    printed, errors = run.communicate()
    assert (run.returncode, errors) == (0, "")
    assert PASSED in printed


def test_hardly_any_environment() -> None:
    run = started("calculating_slopes", "--answers", "reference", env={"PATH": os.defpath})
    printed, errors = run.communicate()
    assert (run.returncode, errors) == (0, "")
    assert PASSED in printed


def test_a_judge_goes_on_after_what_starts_its_attempts_was_killed() -> None:
    with Judge(ROOT, seed=SEED) as judge:
        assert judge.check(EXERCISE, text=SOLVED).status is Status.PASSED
        (starter,) = judge._attempts._starters._made.values()
        starter._process.kill()  # type: ignore[attr-defined]
        starter._process.wait()  # type: ignore[attr-defined]
        assert judge.check(EXERCISE, text=SOLVED).status is Status.PASSED
