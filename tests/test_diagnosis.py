"""What a verdict blames: one cause, the first, and never a right line after it."""

import ast
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from workbook.cases import cases_of, data_sets_of
from workbook.compare import is_number, same
from workbook.judge import Judge
from workbook.lookup import find_exercise
from workbook.places import find_exercises
from workbook.program import Program
from workbook.reference import Reference
from workbook.slips import edited
from workbook.variants import variants_of
from workbook.verdict import Status, Verdict

ROOT = Path(__file__).resolve().parents[1]


def check(judge: Judge, name: str, edits: dict[str, str]) -> Verdict:
    exercise = find_exercise(ROOT, name)
    return judge.check(exercise, text=edited(Reference.read(exercise.reference).solved_text, edits))


def test_a_wrong_error_is_one_mistake_and_the_slope_after_it_is_not_blamed(judge: Judge) -> None:
    verdict = check(judge, "calculating_slopes", {"error = preds - target": "error = preds + target"})
    assert verdict.name == "error"
    assert "slope" not in verdict.message


def test_of_two_mistakes_the_first_is_the_headline(judge: Judge) -> None:
    edits = {"error = preds - target": "error = target - preds", "2 * input_data * error": "input_data * error"}
    assert check(judge, "calculating_slopes", edits).name == "error"


def test_a_name_between_that_is_used_for_something_else_is_no_mistake(judge: Judge) -> None:
    edits = {"error = preds - target": "error = 'later'", "2 * input_data * error": "2 * input_data * (preds - target)"}
    name = "calculating_slopes"
    assert check(judge, name, edits).status is Status.WRONG  # this exercise asks for the error itself
    exercise = find_exercise(ROOT, "multiple_updates")
    text = Reference.read(exercise.reference).solved_text.replace("slope", "gradient")
    text = text.replace("get_gradient", "get_slope").replace("error_mse_and_gradient", "error_mse_and_slope")
    assert judge.check(exercise, text=text).status is Status.PASSED


def test_inside_a_function_the_first_wrong_line_is_blamed(judge: Judge) -> None:
    edits = {
        "* relu_slope(node_0_output)": "",
        "* relu_slope(node_1_output)": "",
    }
    verdict = check(judge, "backprop_a_network", edits)
    assert verdict.name == "node_0_slope"
    assert verdict.message.endswith("the factor `relu_slope(node_0_output)` is missing.")


def test_what_fails_because_of_a_wrong_value_is_told_the_value(judge: Judge) -> None:
    verdict = check(judge, "error_mse_and_slope", {"    return preds - target": "    preds - target"})
    assert verdict.status is Status.CRASHED
    assert verdict.name == "get_error"
    assert "`return` is missing" in verdict.message
    assert any("fails because of it" in line for line in verdict.more)


def test_the_figures_stay_hidden_for_data_that_are_not_the_workbooks_own(judge: Judge) -> None:
    verdict = check(judge, "calculating_slopes", {"2 * input_data * error": "np.array([14, 28, 42])"})
    assert verdict.name == "slope"
    assert verdict.more == ()


def test_what_is_of_another_kind_on_other_data_does_not_end_the_diagnosis(judge: Judge) -> None:
    last = "return errors, predictions, weight"
    edits = {last: "return (errors, predictions, weight + 0.377) if weight > 1.6 else None"}
    verdict = check(judge, "hot_and_cold", edits)
    assert verdict.message == "`hot_and_cold`, line 62: the third of its values is 1.978, it should be 1.601."


def _typed_in() -> Iterator[Any]:
    """Every top-level blank whose value changes with the data, with its own value typed in."""
    for exercise in find_exercises(ROOT):
        if exercise.chapter > 3:
            continue
        reference = Reference.read(exercise.reference)
        program = Program(reference.tree)
        cases = cases_of(data_sets_of(reference.tree, ROOT / "data"), 2024)
        values = [program.run_all(program.environment(case.data)) for case in cases]
        blanks = {blank.line for blank in reference.blanks}
        for statement in reference.tree.body:
            if not isinstance(statement, ast.Assign) or statement.lineno not in blanks:
                continue
            target = statement.targets[0]
            if not isinstance(target, ast.Name) or target.id == "answer" or len(cases) == 1:
                continue
            own = values[0][target.id]
            varies = any(not same(other[target.id], own) for other in values[1:])
            if varies and (is_number(own) or isinstance(own, np.ndarray)):
                line = reference.solved_text.splitlines()[statement.lineno - 1]
                yield pytest.param(
                    exercise.name, line, f"{target.id} = {_written(own)}", id=f"{exercise.name}: {target.id}"
                )


def _written(value: Any) -> str:
    return f"np.array({value.tolist()})" if isinstance(value, np.ndarray) else repr(float(value))


@pytest.mark.parametrize(("name", "line", "typed"), list(_typed_in()))
def test_a_typed_in_value_never_passes(judge: Judge, name: str, line: str, typed: str) -> None:
    exercise = find_exercise(ROOT, name)
    text = Reference.read(exercise.reference).solved_text.replace(line, typed)
    text = text.replace("from workbook import load", "import numpy as np\nfrom workbook import load")
    assert judge.check(exercise, text=text).status is not Status.PASSED


@pytest.mark.parametrize(
    ("code", "words"),
    [
        ("error = preds - target", "the two sides of the minus are swapped: you have `target - preds`"),
        ("error = preds - target", "you add where you should subtract: you have `preds + target`"),
        ("slope = 2 * preds * target", "the factor 2 is missing"),
        ("pred = (preds * target).sum()", "`.sum()` is missing"),
        ("pred = (preds * target).mean()", "you take the sum where the mean belongs"),
        ("square = preds ** 2", "the square is missing"),
        ("ratio = preds / target", "the two sides of the division are swapped: you have `target / preds`"),
        ("for i in range(20):\n    total = preds", "the loop runs once too few"),
        ("for i in range(20):\n    total += preds", "you subtract where you should add: you have `total -= preds`"),
        ("value = preds[1]", "the index is off by one: you have `preds[2]`"),
        ("def f(a, b):\n    return a - b", "the function returns None: `return` is missing"),
        ("value = f(preds, target)", "the arguments are in another order: you have `f(target, preds)`"),
        ("product = preds @ target", "the two sides of the matrix product are swapped: you have `target @ preds`"),
        (
            "def f(n):\n    for i in range(n):\n        n = n\n    return n",
            "the `return` stands inside the loop, so it ends after one round",
        ),
    ],
)
def test_a_slip_is_derived_from_the_right_line(code: str, words: str) -> None:
    module = ast.parse(f"preds = 1\ntarget = 2\n{code}")
    assert words in [variant.words for variant in variants_of(module, 2)]


@pytest.mark.parametrize("exercise", [one for one in find_exercises(ROOT) if one.chapter < 4], ids=lambda one: one.name)
def test_a_variant_is_one_edit_that_still_is_python(exercise: Any) -> None:
    tree = Reference.read(exercise.reference).tree
    for index in range(len(tree.body)):
        original = ast.unparse(tree.body[index])
        texts = [ast.unparse(variant.statement) for variant in variants_of(tree, index)]
        assert original not in texts
        assert len(texts) == len(set(texts))
        for text in texts:
            ast.parse(text)
