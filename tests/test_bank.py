"""The bank: wrong answers that people give, each with its whole message, and right ones in other spellings.

`<number>` in a message stands for a figure that depends on the round in which a loop without end was stopped.
"""

import re
import tomllib
from pathlib import Path
from typing import Any

import pytest

from workbook.judge import Judge
from workbook.lookup import find_exercise
from workbook.places import find_exercises
from workbook.reference import Reference
from workbook.slips import edited
from workbook.verdict import Status
from workbook.words import HEADLINE_WIDTH

ROOT = Path(__file__).resolve().parents[1]
BANK = ROOT / "tests" / "bank"
LEAST_WRONG, LEAST_RIGHT = 5, 3
LEAST_SHARE_NAMED = 0.95


def _cases(kind: str) -> list[Any]:
    return [
        pytest.param(path.stem, case, id=f"{path.stem}: {case['about']}")
        for path in sorted(BANK.glob("*.toml"))
        for case in tomllib.loads(path.read_text("utf-8")).get(kind, [])
    ]


def answer_text(name: str, case: dict[str, Any]) -> str:
    """Return the file that a case of the bank describes."""
    if "text" in case:
        return str(case["text"])
    reference = Reference.read(find_exercise(ROOT, name).reference)
    return edited(reference.solved_text, dict(case["edits"]))


def is_said(pinned: str, message: str) -> bool:
    """Whether a message is the pinned one."""
    return re.fullmatch(re.escape(pinned).replace("<number>", r"-?[\d.]+(e-?\d+)?"), message) is not None


@pytest.mark.parametrize(("name", "case"), _cases("wrong"))
def test_a_wrong_answer_gets_its_message(judge: Judge, name: str, case: dict[str, Any]) -> None:
    verdict = judge.check(find_exercise(ROOT, name), text=answer_text(name, case))
    assert (verdict.status.value, verdict.named) == (case["status"], case["named"])
    if not is_said(case["message"], verdict.message):
        assert verdict.message == case["message"]
    assert len(verdict.message) <= HEADLINE_WIDTH


@pytest.mark.parametrize(("name", "case"), _cases("right"))
def test_a_right_answer_in_another_spelling_passes(judge: Judge, name: str, case: dict[str, Any]) -> None:
    verdict = judge.check(find_exercise(ROOT, name), text=answer_text(name, case))
    assert verdict.status is Status.PASSED, verdict.message


def test_the_readme_quotes_a_message_word_for_word() -> None:
    quoted = re.search(r"^    (`error`, line .*)$", (ROOT / "README.md").read_text("utf-8"), re.MULTILINE)
    assert quoted is not None
    assert quoted[1] in {case.values[1]["message"] for case in _cases("wrong")}


@pytest.mark.parametrize("exercise", [exercise.name for exercise in find_exercises(ROOT)])
def test_every_exercise_has_enough_answers_in_the_bank(exercise: str) -> None:
    bank = tomllib.loads((BANK / f"{exercise}.toml").read_text("utf-8"))
    assert len(bank["wrong"]) >= LEAST_WRONG
    assert len(bank["right"]) >= LEAST_RIGHT


def test_the_cause_is_named_for_nearly_all_wrong_answers() -> None:
    cases = [case.values[1] for case in _cases("wrong") if case.values[1]["status"] != "todo"]
    named = [case for case in cases if case["named"]]
    assert len(named) >= LEAST_SHARE_NAMED * len(cases)
