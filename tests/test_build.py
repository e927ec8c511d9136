"""What is made from the references is what is committed."""

import ast
from pathlib import Path

from workbook.build import built_files
from workbook.places import find_exercises

ROOT = Path(__file__).resolve().parents[1]


def test_the_committed_files_are_what_build_makes() -> None:
    for path, content in built_files(ROOT, find_exercises(ROOT)).items():
        assert path.read_text("utf-8") == content, f"{path.relative_to(ROOT)} is stale: run `workbook build`."


def test_nothing_else_lies_among_them() -> None:
    made = set(built_files(ROOT, find_exercises(ROOT)))
    there = {*(ROOT / "exercises").rglob("*.py"), *(ROOT / "workbook" / "earlier").glob("*.py")}
    assert there - made <= {ROOT / "workbook" / "earlier" / "__init__.py"}


def test_an_earlier_module_holds_imports_and_functions_alone() -> None:
    for path in (ROOT / "workbook" / "earlier").glob("*.py"):
        kinds = {type(line) for line in ast.parse(path.read_text("utf-8")).body[1:]}
        assert kinds <= {ast.Import, ast.ImportFrom, ast.FunctionDef, ast.ClassDef}, path.name


def test_every_exercise_has_its_place_in_the_three_trees() -> None:
    exercises = find_exercises(ROOT)
    assert len(exercises) == 50
    for exercise in exercises:
        assert exercise.answer.is_file()
        assert exercise.check.is_file()
    checks = set((ROOT / "checks").glob("*/test_*.py"))
    assert checks == {exercise.check for exercise in exercises}
