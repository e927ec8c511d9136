"""What a check imports: a NumPy exercise pays for NumPy alone."""

import subprocess
import sys
from pathlib import Path

from workbook.judge import Judge
from workbook.lookup import find_exercise
from workbook.reference import Reference

ROOT = Path(__file__).resolve().parents[1]
HEAVY = ("tensorflow", "keras", "sklearn", "matplotlib")


def test_the_judge_of_a_numpy_exercise_imports_no_other_library() -> None:
    program = f"""
import sys
from pathlib import Path
from workbook.judge import Judge
from workbook.lookup import find_exercise
with Judge(Path({str(ROOT)!r})) as judge:
    exercise = find_exercise(Path({str(ROOT)!r}), "calculating_slopes")
    assert judge.check(exercise, exercise.reference).status == "passed"
print([name for name in {HEAVY!r} if name in sys.modules])
"""
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


def test_the_process_of_the_answer_does_not_either(judge: Judge) -> None:
    exercise = find_exercise(ROOT, "calculating_slopes")
    text = Reference.read(exercise.reference).solved_text
    text += f"import sys\nprint([name for name in {HEAVY!r} if name in sys.modules])\n"
    assert judge.run(exercise, text=text).printed == "[14 28 42]\n[]\n"


def test_listing_the_exercises_imports_no_numpy() -> None:
    program = "import sys, workbook.terminal; workbook.terminal.main(['list']); print('numpy' in sys.modules)"
    done = subprocess.run([sys.executable, "-c", program], cwd=ROOT, capture_output=True, text=True, check=True)
    assert done.stdout.splitlines()[-1] == "False"
