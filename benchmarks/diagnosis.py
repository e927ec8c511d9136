"""What a diagnosis costs: checks of wrong answers against checks of the right one, warm, in one run.

Run: python -m benchmarks.diagnosis
"""

from __future__ import annotations

import statistics
import tomllib
from pathlib import Path

from workbook.judge import Judge
from workbook.lookup import find_exercise
from workbook.places import Exercise
from workbook.reference import Reference
from workbook.slips import edited
from workbook.verdict import Status

ROOT = Path(__file__).resolve().parents[1]
EXERCISES = ("calculating_slopes", "improving_weights", "error_mse_and_slope", "multiple_updates", "hot_and_cold")
ROUNDS = 15


def main() -> None:
    """Print, for each exercise, milliseconds for the right answer, for its wrong answers in the bank, and the ratio."""
    print(f"{'exercise':<22} {'passes':>8} {'diagnosed':>10} {'slowest':>8} {'ratio':>6}   (median ms of {ROUNDS})")
    with Judge(ROOT, seed=2024) as judge:
        for name in EXERCISES:
            exercise = find_exercise(ROOT, name)
            solved = Reference.read(exercise.reference).solved_text
            passing = _median_ms(judge, exercise, solved)
            wrong = [_median_ms(judge, exercise, text) for text in _wrong_texts(judge, exercise, solved)]
            diagnosed = statistics.median(wrong)
            print(f"{name:<22} {passing:>8.1f} {diagnosed:>10.1f} {max(wrong):>8.1f} {diagnosed / passing:>6.2f}")


def _wrong_texts(judge: Judge, exercise: Exercise, solved: str) -> list[str]:
    """The wrong answers of the bank that run to their end."""
    bank = tomllib.loads((ROOT / "tests" / "bank" / f"{exercise.name}.toml").read_text("utf-8"))
    texts = [edited(solved, dict(case["edits"])) for case in bank["wrong"] if "edits" in case]
    return [text for text in texts if judge.check(exercise, text=text).status is Status.WRONG]


def _median_ms(judge: Judge, exercise: Exercise, text: str) -> float:
    judge.check(exercise, text=text)
    return 1000 * statistics.median(judge.check(exercise, text=text).seconds for _ in range(ROUNDS))


if __name__ == "__main__":
    main()
