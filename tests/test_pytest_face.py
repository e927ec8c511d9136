"""What a learner sees of `pytest checks/`."""

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.conftest import copied
from workbook.history import History
from workbook.lookup import find_exercise
from workbook.reference import Reference
from workbook.slips import edited

ROOT = Path(__file__).resolve().parents[1]
CHECK = "checks/03_backward_propagation/test_calculating_slopes.py"
PLACE = "03_backward_propagation/06_calculating_slopes.py"


def run_pytest(*arguments: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "pytest", "-p", "no:cacheprovider", *arguments]
    return subprocess.run(command, cwd=ROOT, capture_output=True, text=True, encoding="utf-8", check=False)


@pytest.fixture
def answers(tmp_path: Path) -> Path:
    shutil.copytree(ROOT / "exercises", tmp_path / "answers")
    return tmp_path / "answers"


def solve(answers: Path, name: str, **edits: str) -> None:
    exercise = find_exercise(ROOT, name)
    text = edited(Reference.read(exercise.reference).solved_text, edits)
    (answers / exercise.place).write_text(text, encoding="utf-8")


def test_an_untouched_exercise_is_to_do() -> None:
    done = run_pytest(CHECK)
    assert f"{CHECK} t" in done.stdout
    assert f"TODO: exercises/{PLACE}:" in done.stdout
    assert "Open that file first, read its text, fill its blanks, and run this again." in done.stdout
    assert "1 todo in" in done.stdout
    assert done.returncode == 1


def test_the_help_names_the_options() -> None:
    done = run_pytest("--help")
    assert "--answers=DIR" in done.stdout
    assert "--seed=SEED" in done.stdout
    assert done.returncode == 0


def test_todo_has_its_own_word() -> None:
    assert "TODO" in run_pytest(CHECK, "-v").stdout.splitlines()[-6]


def test_a_right_answer_passes(answers: Path) -> None:
    solve(answers, "calculating_slopes")
    done = run_pytest(CHECK, "--answers", str(answers))
    assert "1 passed in" in done.stdout
    assert done.returncode == 0


def test_a_wrong_answer_shows_the_message_and_nothing_of_the_harness(answers: Path) -> None:
    solve(answers, "calculating_slopes", **{"2 * input_data * error": "input_data * error"})
    done = run_pytest(CHECK, "--answers", str(answers))
    after = done.stdout.split("workbook ===")[-1]
    assert "the factor 2 is missing" in after
    assert f"{PLACE}:" in after
    for harness in ("Traceback", "workbook/", "def test_", "CheckFailed", "np.int64"):
        assert harness not in done.stdout
    assert "1 wrong in" in done.stdout
    assert done.returncode == 1


def test_one_exercise_to_do_keeps_the_exit_status_from_0(answers: Path) -> None:
    solve(answers, "calculating_slopes")
    done = run_pytest("checks/03_backward_propagation", "--answers", str(answers))
    assert "13 todo, 1 passed in" in done.stdout or "1 passed, 13 todo in" in done.stdout
    assert done.returncode == 1


def test_checks_run_in_the_order_of_the_exercises() -> None:
    done = run_pytest("checks/02_forward_propagation")
    names = [line.split("test_")[1].split(".py")[0] for line in done.stdout.splitlines() if line.startswith("checks/")]
    assert names == ["forward_by_hand", "relu", "predict_with_network", "two_hidden_layers", "a_layer_is_a_matrix"]


def test_a_missing_folder_of_answers_is_refused() -> None:
    done = run_pytest(CHECK, "--answers", "nowhere")
    assert "there is no folder nowhere. --answers takes one that mirrors exercises/." in done.stderr + done.stdout
    assert done.returncode == 4


def test_what_pytest_checks_is_kept(tmp_path: Path) -> None:
    """The learner's own answers alone; a check that was run in part tells nothing but the text."""
    root = copied(tmp_path / "clone")
    exercise = find_exercise(root, "error_bowl")
    check = exercise.check.relative_to(root)
    wrong = edited(Reference.read(exercise.reference).solved_text, {"goal_pred / input": "input / goal_pred"})

    def kept(*arguments: str) -> list[tuple[str, str | None]]:
        # -P: the workbook is this one, not the clone's.
        command = [sys.executable, "-P", "-m", "pytest", "-p", "no:cacheprovider", *arguments]
        subprocess.run(command, cwd=root, capture_output=True, check=False)
        with History(root) as history:
            versions = history.versions(exercise.name)
            return [(one.verdict.status.value, one.verdict.message) if one.verdict else ("", None) for one in versions]

    assert kept(str(check), "--answers", "reference") == []
    exercise.answer.write_text(wrong, encoding="utf-8")
    upside_down = "`goal_weight`, line 79: this is upside down: input * goal_weight should be goal_pred."
    assert kept(str(check)) == [("wrong", upside_down)]
    exercise.answer.write_text(Reference.read(exercise.reference).solved_text, encoding="utf-8")
    assert kept(f"{check}::test_the_drawing") == [("wrong", upside_down), ("", None)]
    (status, claims) = kept(str(check))[-1]
    assert status == "passed"
    assert claims is not None
    assert claims.startswith("The bottom of the bowl is at the weight 1.6")
