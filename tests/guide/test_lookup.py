"""What a person types finds the exercise, or is answered with the nearest one."""

from pathlib import Path

import pytest

from workbook.lookup import find_exercise
from workbook.places import WorkbookError


@pytest.fixture
def root(tmp_path: Path) -> Path:
    for place in ("01_one_weight/12_divergence.py", "03_backward/06_calculating_slopes.py", "03_backward/11_relu.py"):
        path = tmp_path / "reference" / place
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text('"""# A title"""\n')
    return tmp_path


@pytest.mark.parametrize(
    "word",
    [
        "calculating_slopes",
        "3.6",
        "03.06",
        "06_calculating_slopes",
        "calculating_slopes.py",
        "exercises/03_backward/06_calculating_slopes.py",
        "exercises/03_backward/06_calculating_slopes.ipynb",
        "./reference/03_backward/06_calculating_slopes.py",
        "checks/03_backward/test_calculating_slopes.py",
        "exercises\\03_backward\\06_calculating_slopes.py",
        "/elsewhere/answers/03_backward/06_calculating_slopes.py",
    ],
)
def test_a_name_a_number_and_every_path_find_the_exercise(root: Path, word: str) -> None:
    assert find_exercise(root, word).name == "calculating_slopes"


@pytest.mark.parametrize(
    ("word", "message"),
    [
        ("calculating_slope", "there is no exercise 'calculating_slope'. Did you mean 'calculating_slopes'?"),
        ("slopes", "there is no exercise 'slopes'. Did you mean 'calculating_slopes'?"),
        ("9.9", "there is no exercise '9.9'. They go from 1.12 to 3.11; `workbook list` shows them all."),
        ("", "there is no exercise ''. They go from 1.12 to 3.11; `workbook list` shows them all."),
    ],
)
def test_an_unknown_exercise_is_answered_with_the_nearest(root: Path, word: str, message: str) -> None:
    with pytest.raises(WorkbookError) as error:
        find_exercise(root, word)
    assert str(error.value) == message
