"""What may stand in the place of an answer's file, and beside it."""

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from tests.hostile.answers import ROOT, SEED
from workbook.judge import Judge, check_module, claims_of
from workbook.lookup import find_exercise
from workbook.reference import Reference
from workbook.verdict import Status

EXERCISE = find_exercise(ROOT, "calculating_slopes")
SOLVED = Reference.read(EXERCISE.reference).solved_text
PASSED = "The slope of the squared error at these weights is [14 28 42]."


@pytest.fixture
def answer(tmp_path: Path) -> Path:
    return tmp_path / "06_calculating_slopes.py"


def told(judge: Judge, answer: Path) -> tuple[str, str]:
    verdict = judge.check(EXERCISE, answer)
    return verdict.status.value, verdict.message


@pytest.mark.parametrize(
    "content",
    [
        SOLVED.encode("utf-8-sig"),
        SOLVED.replace("\n", "\r\n").encode(),
        SOLVED.replace("\n", "\r").encode(),
        SOLVED.replace("error = preds", "\x0cerror = preds").encode(),
        SOLVED.replace("error = preds", "line = '\u2028'\nerror = preds").encode(),
        SOLVED.encode() + b"# " + b"x" * 900_000,
        SOLVED.encode().rstrip(b"\n"),
    ],
    ids=["BOM", "Windows", "old Mac", "form feed", "line separator", "900 kB", "no last line"],
)
def test_a_right_answer_passes_in_any_of_these_forms(judge: Judge, answer: Path, content: bytes) -> None:
    answer.write_bytes(content)
    assert told(judge, answer) == ("passed", PASSED)


@pytest.mark.parametrize(
    ("content", "message"),
    [
        (SOLVED.encode() + b"\0", "06_calculating_slopes.py holds a null byte, so it is not a text file."),
        (
            SOLVED.replace("# The error", "# Le résultat").encode("latin-1"),
            "06_calculating_slopes.py is not a text file in UTF-8. Save it with the encoding UTF-8.",
        ),
        (
            SOLVED.encode("utf-16"),
            "06_calculating_slopes.py is not a text file in UTF-8. Save it with the encoding UTF-8.",
        ),
        (
            b"if True:\n        x = 1\n\ty = 2\n",
            "Line 3: this is not Python: tabs and spaces are mixed in the indentation; use spaces.",
        ),
        (b"x = " + b"9" * 5_000, "Line 1: this is not Python: a number has more digits than Python reads."),
        (b"x = " + b"(" * 1_000, "Line 1: this is not Python: too many nested parentheses."),
        (b"x = 1" + b" + 1" * 100_000, "06_calculating_slopes.py is nested too deeply to be read as Python."),
        (b"\x1b[2Jx = 1\n", "Line 1: this is not Python: invalid non-printable character U+001B."),
    ],
    ids=["a null byte", "Latin-1", "UTF-16", "tabs and spaces", "digits", "brackets", "a long sum", "an escape code"],
)
def test_what_cannot_be_read_is_named(judge: Judge, answer: Path, content: bytes, message: str) -> None:
    answer.write_bytes(content)
    assert told(judge, answer) == ("crashed", message)
    lines = judge.check(EXERCISE, answer).more
    assert all(len(line) <= 200 and line.replace("\t", "").isprintable() for line in lines)


def test_an_answer_of_50_mb_is_not_even_read(judge: Judge, answer: Path) -> None:
    with answer.open("wb") as file:
        file.truncate(50 * 2**20)
    assert told(judge, answer) == ("crashed", "06_calculating_slopes.py is larger than 1 MB: that is no answer.")


def test_an_empty_file_is_told_what_it_lacks(judge: Judge, answer: Path) -> None:
    answer.touch()
    assert told(judge, answer) == ("wrong", "`preds`: it is never set.")


def test_a_folder_is_no_answer(judge: Judge, answer: Path) -> None:
    answer.mkdir()
    message = "06_calculating_slopes.py is a folder; the answer should be a file of this name."
    assert told(judge, answer) == ("crashed", message)


def test_a_missing_file_can_be_made_anew(judge: Judge, answer: Path) -> None:
    message = "There is no file 06_calculating_slopes.py here. `workbook reset calculating_slopes` makes it anew."
    assert told(judge, answer) == ("crashed", message)


@pytest.mark.skipif(os.name != "posix", reason="no such files there")
def test_a_symbolic_link_is_followed(judge: Judge, answer: Path, tmp_path: Path) -> None:
    elsewhere = tmp_path / "elsewhere.py"
    elsewhere.write_text(SOLVED)
    answer.symlink_to(elsewhere)
    assert told(judge, answer) == ("passed", PASSED)
    elsewhere.unlink()
    message = "There is no file 06_calculating_slopes.py here. `workbook reset calculating_slopes` makes it anew."
    assert told(judge, answer) == ("crashed", message)
    answer.unlink()
    answer.symlink_to(answer)
    message = "06_calculating_slopes.py cannot be read: Too many levels of symbolic links."
    assert told(judge, answer) == ("crashed", message)


@pytest.mark.skipif(os.name != "posix", reason="no such files there")
@pytest.mark.parametrize("device", ["a pipe", "/dev/zero", "/dev/null"])
def test_what_is_no_ordinary_file_is_not_read(judge: Judge, answer: Path, device: str) -> None:
    if device == "a pipe":
        os.mkfifo(answer)
    else:
        answer.symlink_to(device)
    message = "06_calculating_slopes.py is no ordinary file, so it is not read."
    assert told(judge, answer) == ("crashed", message)


@contextmanager
def as_someone_else() -> Iterator[None]:
    """Root may read everything, so be nobody for a while."""
    if os.geteuid():
        yield
        return
    os.seteuid(65534)
    try:
        yield
    finally:
        os.seteuid(0)


@pytest.mark.skipif(os.name != "posix", reason="no such permissions there")
def test_a_file_without_permission_to_read_is_named(judge: Judge, answer: Path) -> None:
    answer.write_text(SOLVED)
    answer.chmod(0)
    for folder in (answer.parent, *answer.parents[1:3]):
        folder.chmod(0o711)
    with as_someone_else():
        assert told(judge, answer) == ("crashed", "06_calculating_slopes.py cannot be read: Permission denied.")


def test_a_file_that_goes_away_while_it_is_checked_changes_nothing(judge: Judge, answer: Path) -> None:
    answer.write_text(SOLVED)
    with judge.answering(EXERCISE, answer) as under_check:
        answer.unlink()
        for claim in claims_of(check_module(EXERCISE.check)):
            claim(under_check)


def test_modules_beside_an_answer_are_not_imported(judge: Judge, answer: Path) -> None:
    answer.write_text(SOLVED)
    for name in ("numpy", "json", "conftest", "workbook", "socket", "sitecustomize"):
        (answer.parent / f"{name}.py").write_text(f"raise SystemExit('{name} of the learner')")
    assert told(judge, answer) == ("passed", PASSED)


@pytest.mark.parametrize("command", ["pytest", "check"])
def test_no_command_imports_what_lies_beside_an_answer(tmp_path: Path, command: str) -> None:
    folder = tmp_path / EXERCISE.place.parent
    folder.mkdir(parents=True)
    (folder / EXERCISE.file_name).write_text(SOLVED)
    seen = tmp_path / "seen"
    for name in ("numpy", "json", "conftest", "pytest", "workbook"):
        for beside in (tmp_path, folder):
            (beside / f"{name}.py").write_text(f"open({str(seen)!r}, 'a').write('{name} ')\n")
    commands = {
        "pytest": ["-m", "pytest", "-q", "-p", "no:cacheprovider", str(EXERCISE.check), "--answers", str(tmp_path)],
        "check": ["-m", "workbook.terminal", "check", EXERCISE.name, "--answers", str(tmp_path), "--json"],
    }
    done = subprocess.run([sys.executable, *commands[command]], cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    assert not seen.exists()


def verdicts(answers: Path, *exercises: str) -> dict[str, dict[str, object]]:
    """What `workbook check --json` prints, but for the seconds."""
    command = [sys.executable, "-m", "workbook.terminal", "check", *exercises, "--json", "--seed", str(SEED)]
    done = subprocess.run([*command, "--answers", str(answers)], cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode in (0, 1), done.stderr
    assert done.stderr == ""
    lines = [json.loads(line) for line in done.stdout.splitlines()]
    assert all(line.pop("seconds") >= 0 for line in lines)
    return {line["exercise"]: line for line in lines}


HOSTILE = {
    "01_calculating_model_errors.py": "import os\nos._exit(0)\n",
    "03_coding_weight_changes.py": "import os\nos.fork()\nos.closerange(0, 256)\n",
    "05_the_published_answer.py": "import sys, numpy\nnumpy.sum = numpy.ndarray = None\nsys.modules.clear()\n",
    "07_improving_weights.py": "while True:\n    print('no end' * 10**6)\n",
    "08_error_mse_and_slope.py": "kept = []\nwhile True:\n    kept.append(bytes(10**9))\n",
    "10_forward_and_backward.py": "import os, signal\nos.killpg(0, signal.SIGKILL)\nos._exit(1)\n",
    "12_a_round_of_backpropagation.py": "import sys\nsys.exit(0)\n",
}


def test_the_others_are_checked_as_if_no_hostile_answer_were_among_them(tmp_path: Path) -> None:
    chapter = "03_backward_propagation"
    exercises = sorted(path.stem.split("_", 1)[1] for path in (ROOT / "reference" / chapter).glob("[0-9]*.py"))
    shutil.copytree(ROOT / "exercises" / chapter, tmp_path / chapter)
    for number in ("02", "04", "06", "09"):  # some are right, the others as a learner finds them
        (path,) = (ROOT / "reference" / chapter).glob(f"{number}_*.py")
        (tmp_path / chapter / path.name).write_text(Reference.read(path).solved_text)
    before = verdicts(tmp_path, *exercises)
    assert {line["status"] for line in before.values()} == {"passed", "todo"}
    for name, text in HOSTILE.items():
        (tmp_path / chapter / name).write_text(text)
    after = verdicts(tmp_path, *exercises)
    attacked = {name.split("_", 1)[1].removesuffix(".py") for name in HOSTILE}
    assert [after[name] for name in exercises if name not in attacked] == [
        before[name] for name in exercises if name not in attacked
    ]
    assert {after[name]["status"] for name in attacked} <= {Status.STOPPED, Status.CRASHED, Status.WRONG}


def test_the_pytest_run_goes_on_past_a_hostile_answer(tmp_path: Path) -> None:
    chapter = "03_backward_propagation"
    shutil.copytree(ROOT / "exercises" / chapter, tmp_path / chapter)
    (tmp_path / EXERCISE.place).write_text(SOLVED)
    (tmp_path / chapter / "01_calculating_model_errors.py").write_text("import os\nos._exit(0)\n")
    checks = ["test_calculating_model_errors.py", "test_calculating_slopes.py"]
    command = [sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider", "--answers", str(tmp_path)]
    done = subprocess.run(
        [*command, *(str(ROOT / "checks" / chapter / name) for name in checks)],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 1
    assert "Your code ends Python before its last line (exit status 0). Take that call out." in done.stdout
    assert "1 passed" in done.stdout
    assert "1 stopped" in done.stdout
