"""The command line: what it prints, and how it ends."""

import json
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from workbook.lookup import find_exercise
from workbook.reference import Reference
from workbook.slips import edited

ROOT = Path(__file__).resolve().parents[1]


def workbook(*arguments: str, folder: Path = ROOT) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "workbook.terminal", *arguments]
    return subprocess.run(command, cwd=folder, capture_output=True, text=True, encoding="utf-8", check=False)


def answer_to(name: str, path: Path, **edits: str) -> Path:
    reference = Reference.read(find_exercise(ROOT, name).reference)
    path.write_text(edited(reference.solved_text, edits), encoding="utf-8")
    return path


def test_a_json_line_has_what_others_lean_on(tmp_path: Path) -> None:
    answer = answer_to(
        "calculating_slopes", tmp_path / "answer.py", **{"error = preds - target": "error = target - preds"}
    )
    done = workbook("check", "calculating_slopes", "--file", str(answer), "--json")
    found = json.loads(done.stdout)
    line = answer.read_text("utf-8").splitlines().index("error = target - preds") + 1
    assert list(found) == ["exercise", "status", "message", "name", "line", "seconds", "isolation"]
    assert found["isolation"] in ("isolated", "limited", "trusted only")
    assert found["exercise"] == "calculating_slopes"
    assert found["status"] == "wrong"
    assert found["name"] == "error"
    assert found["line"] == line
    assert found["message"] == (
        f"`error`, line {line}: you have target - preds; the error is preds - target, so its sign is flipped."
    )
    assert done.returncode == 1
    assert done.stderr == ""


def test_every_exercise_gets_a_line_in_order() -> None:
    done = workbook("check", "--json", "3.6", "2.2")
    assert [json.loads(line)["exercise"] for line in done.stdout.splitlines()] == ["calculating_slopes", "relu"]


def test_the_references_pass_and_the_exercises_are_to_do() -> None:
    solved = workbook("check", "3.6", "3.7", "3.8", "--answers", "reference", "--json")
    assert [json.loads(line)["status"] for line in solved.stdout.splitlines()] == ["passed"] * 3
    assert solved.returncode == 0
    blank = workbook("check", "--json")
    assert {json.loads(line)["status"] for line in blank.stdout.splitlines()} == {"todo"}
    assert len(blank.stdout.splitlines()) == 50
    assert blank.returncode == 1


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (
            ["check", "calculating_slops"],
            "workbook: there is no exercise 'calculating_slops'. Did you mean 'calculating_slopes'?",
        ),
        (["check", "--file", "x.py"], "workbook: --file needs one EXERCISE: the one that the file answers."),
        (["check", "3.6", "--file", "x.py"], "workbook: there is no file x.py. Look at its name, or leave --file out."),
        (["check", "--answers", "nowhere"], "workbook: there is no folder nowhere. It should mirror exercises/."),
    ],
)
def test_a_wrong_command_gets_one_line(arguments: list[str], message: str) -> None:
    done = workbook(*arguments)
    assert done.stderr == message + "\n"
    assert done.stdout == ""
    assert done.returncode == 2


def test_a_text_that_cannot_be_read_as_python_gets_a_line_each(tmp_path: Path) -> None:
    cases = {
        b"\xff\xfe\x00": "answer.py is not a text file in UTF-8. Save it with the encoding UTF-8.",
        b"x = 1\x00\n": "answer.py holds a null byte, so it is not a text file.",
        b"x = (\n": "Line 1: this is not Python: '(' was never closed.",
        b"if True:\nx = 1\n": "Line 2: this is not Python: expected an indented block after 'if' statement on line 1.",
        b"#" * 1_000_001: "answer.py is larger than 1 MB: that is no answer.",
    }
    answer = tmp_path / "answer.py"
    for content, message in cases.items():
        answer.write_bytes(content)
        found = json.loads(workbook("check", "3.6", "--file", str(answer), "--json").stdout)
        assert (found["status"], found["message"]) == ("crashed", message)


def test_a_missing_answer_says_how_to_get_it_back(tmp_path: Path) -> None:
    done = workbook("check", "3.6", "--answers", str(tmp_path), "--json")
    assert json.loads(done.stdout)["message"] == (
        "There is no file 06_calculating_slopes.py here. `workbook reset calculating_slopes` makes it anew."
    )
    assert done.returncode == 1


def test_the_text_has_the_message_and_a_place_that_terminals_make_clickable(tmp_path: Path) -> None:
    edits = {"2 * input_data * error": "input_data * error"}
    answer = answer_to("calculating_slopes", tmp_path / "answer.py", **edits)
    done = workbook("check", "3.6", "--file", str(answer))
    status, message, given, due, place = done.stdout.splitlines()
    assert status.split() == ["wrong", "3.6", "calculating_slopes"]
    assert "the factor 2 is missing" in message
    assert given.strip() == "`slope` is [7 14 21]"
    assert due.strip() == "due [14 28 42]"
    assert place.strip().startswith(f"{answer}:")
    assert "\033" not in done.stdout
    assert done.stderr == ""


def test_build_keeps_a_copy_of_what_somebody_worked_on(tmp_path: Path) -> None:
    for folder in ("reference", "checks", "data", "exercises"):
        shutil.copytree(ROOT / folder, tmp_path / folder)
    answer = tmp_path / find_exercise(ROOT, "calculating_slopes").answer.relative_to(ROOT)
    answer.write_text("my = 'work'\n", encoding="utf-8")
    assert (
        "made exercises/03_backward_propagation/06_calculating_slopes.py" in workbook("build", folder=tmp_path).stdout
    )
    assert "____" in answer.read_text("utf-8")
    assert workbook("undo", "calculating_slopes", folder=tmp_path).returncode == 0
    assert answer.read_text("utf-8") == "my = 'work'\n"


def test_the_random_data_can_be_drawn_again(tmp_path: Path) -> None:
    answer = answer_to(
        "calculating_slopes", tmp_path / "answer.py", **{"2 * input_data * error": "input_data * error**2 * 2 / 7"}
    )
    first = workbook("check", "3.6", "--file", str(answer), "--seed", "5").stdout
    assert first == workbook("check", "3.6", "--file", str(answer), "--seed", "5").stdout
