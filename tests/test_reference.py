"""A reference file, read: text, blanks, and the files made from it."""

import ast
from pathlib import Path

import pytest

from workbook.places import WorkbookError, find_exercises
from workbook.reference import Reference, blank_lines

ROOT = Path(__file__).resolve().parents[1]
EXERCISES = find_exercises(ROOT)

SOURCE = '''"""# A title

What it is about.

## Options

- a: one
- b: two, which
  goes on

## Hint

The idea.

## Hint

The line: `x = 1 + 2`

## Why not

- a: it is not one.

## Take away

What to remember.
"""

import numpy as np

x = 1 + 2  # blank: x = ____ + ____
text = "# blank: no comment"


def double(value):
    """Return twice the value."""
    twice = 2 * value  # blank: ____
    return twice  # blank


y = [  # a list
    double(x),  # blank: ____,
]
'''


@pytest.fixture
def reference() -> Reference:
    return Reference(Path("06_a_title.py"), SOURCE)


def test_the_text_is_read_in_parts(reference: Reference) -> None:
    assert reference.title == "A title"
    assert reference.text.startswith("# A title\n\nWhat it is about.")
    assert reference.text.endswith("goes on")
    assert reference.hints == ("The idea.", "The line: `x = 1 + 2`")
    assert reference.take_away == "What to remember."
    assert reference.options == {"a": "one", "b": "two, which goes on"}
    assert reference.reasons == {"a": "it is not one."}


def test_the_exercise_has_the_blanks_and_none_of_the_later_sections(reference: Reference) -> None:
    assert (
        reference.exercise_text
        == '''"""# A title

What it is about.

## Options

- a: one
- b: two, which
  goes on
"""

import numpy as np

x = ____ + ____
text = "# blank: no comment"


def double(value):
    """Return twice the value."""
    ____


y = [  # a list
    ____,
]
'''
    )


def test_the_solved_file_is_the_reference_without_its_marks(reference: Reference) -> None:
    solved = reference.solved_text
    assert "# blank: no" in solved
    assert solved.count("# blank") == 1
    assert "x = 1 + 2\n" in solved
    assert "    twice = 2 * value\n    return twice\n" in solved


def test_each_blank_knows_the_lines_that_fill_it(reference: Reference) -> None:
    assert [(blank.form, blank.lines) for blank in reference.blanks] == [
        ("x = ____ + ____", ("x = 1 + 2",)),
        ("____", ("twice = 2 * value", "return twice")),
        ("____,", ("double(x),",)),
    ]
    solved = reference.solved_text.splitlines()
    assert all(solved[blank.line - 1].strip() == blank.lines[0] for blank in reference.blanks)


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        ('"""# A title', '"""A title', "06_a_title.py does not begin with a docstring whose first line is '# Title'."),
        ("## Hint\n\nThe idea.\n", "", "06_a_title.py needs two sections '## Hint' or more, and one '## Take away'."),
        (
            "## Options",
            "## Hint\n\n## Options",
            "06_a_title.py: the sections Hint, Why not, Take away come after all others.",
        ),
        ("____ + ____", "1 + 2", "06_a_title.py: every '# blank: ...' holds ____, and there is at least one."),
        ("- a: it is", "- c: it is", "06_a_title.py: '## Why not' speaks of options that '## Options' does not have."),
        (
            "____ + ____",
            "(____",
            "06_a_title.py: line 14 of the exercise made from it is not Python: '(' was never closed.",
        ),
        (
            "What it is about.",
            "x" * 97,
            "06_a_title.py: line 3 of the text is longer than 96 characters.",
        ),
    ],
)
def test_a_reference_that_cannot_be_one_says_why(tmp_path: Path, old: str, new: str, message: str) -> None:
    path = tmp_path / "06_a_title.py"
    path.write_text(SOURCE.replace(old, new), encoding="utf-8")
    with pytest.raises(WorkbookError) as error:
        Reference.read(path)
    assert str(error.value) == message


def test_a_blank_in_a_comment_or_a_string_is_none() -> None:
    assert blank_lines('"""____"""\nx = ____  # ____\ny = "____"\nz = (____,\n  ____)\n') == [2, 4, 5]


def test_blanks_are_found_in_text_that_is_not_python() -> None:
    assert blank_lines("x = ____\ny = (\n") == [1]
    assert blank_lines("x = ____\n  y = 1\n z = 2\n") == [1]


@pytest.mark.parametrize("exercise", EXERCISES, ids=lambda exercise: exercise.name)
def test_a_real_exercise_has_its_blanks_and_reads_as_python(exercise) -> None:  # type: ignore[no-untyped-def]
    reference = Reference.read(exercise.reference)
    assert len(blank_lines(reference.exercise_text)) == len(reference.blanks)
    ast.parse(reference.exercise_text)
    assert blank_lines(reference.solved_text) == []
