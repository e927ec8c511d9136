"""An answer saved as a notebook is read as the Python that it holds."""

import ast
import json
import os
from pathlib import Path

import pytest

from workbook.notebook import latest, notebook_of, place, source_of
from workbook.places import WorkbookError

SCRIPT = '''"""# Calculating slopes

Two lines of text.
"""

from workbook import load

input_data, weights = load("one_customer")

# The prediction.
preds = ____

# The error.
def error(x):

    return x
print(preds)
'''


def notebook(path: Path, *cells: tuple[str, str]) -> Path:
    """Write a notebook with these (kind, source) cells."""
    listed = [{"cell_type": kind, "metadata": {}, "source": source} for kind, source in cells]
    path.write_text(json.dumps({"cells": listed, "metadata": {}, "nbformat": 4, "nbformat_minor": 5}))
    return path


def test_cells_are_joined_with_the_lines_where_they_were(tmp_path: Path) -> None:
    path = notebook(
        tmp_path / "06_a.ipynb", ("markdown", "# Title\n\nText"), ("code", "x = 1\ny = 2"), ("code", "z = x")
    )
    assert source_of(path) == "# %% [markdown]\n# # Title\n#\n# Text\n# %%\nx = 1\ny = 2\n# %%\nz = x\n"
    assert [place(path, line) for line in (6, 7, 9)] == [
        f"{path}, cell 2, line 1",
        f"{path}, cell 2, line 2",
        f"{path}, cell 3, line 1",
    ]
    assert place(tmp_path / "06_a.py", 7) == f"{tmp_path / '06_a.py'}:7"


@pytest.mark.parametrize(
    ("cell", "expected"),
    [
        ("%matplotlib inline\nx = 1", "# %matplotlib inline\nx = 1"),
        ("!pip list\nx = 1", "# !pip list\nx = 1"),
        ("%%time\nx = 1", "# %%time\nx = 1"),
        ("%%bash\nls $HOME", "# %%bash\n# ls $HOME"),
        ("x?\nx = 1", "# x?\nx = 1"),
        ("if x:\n    %time f()", "if x:\n    pass  # %time f()"),
        ("x = (a\n     % b)", "x = (a\n     % b)"),
        ("x = a \\\n  % b", "x = a \\\n  % b"),
        ('"""\n%not a magic\n!\n"""', '"""\n%not a magic\n!\n"""'),
        ("y = 3  # really?", "y = 3  # really?"),
        ("!ls\n%cd ..\nx = (a\n % b)", "# !ls\n# %cd ..\nx = (a\n % b)"),
    ],
)
def test_magics_become_comments_and_the_percent_operator_does_not(tmp_path: Path, cell: str, expected: str) -> None:
    assert source_of(notebook(tmp_path / "a.ipynb", ("code", cell))) == f"# %%\n{expected}\n"


def test_a_script_made_into_a_notebook_runs_the_same_code(tmp_path: Path) -> None:
    path = tmp_path / "a.ipynb"
    path.write_text(notebook_of(SCRIPT))
    cells = json.loads(path.read_text())["cells"]
    assert [cell["cell_type"] for cell in cells] == ["markdown", "code", "code", "code", "code"]
    assert "".join(cells[4]["source"]) == "# The error.\ndef error(x):\n\n    return x\nprint(preds)"
    without_docstring = ast.Module(ast.parse(SCRIPT).body[1:], [])
    assert ast.dump(ast.parse(source_of(path))) == ast.dump(without_docstring)


def test_a_script_with_cell_marks_keeps_them_and_a_broken_one_is_one_cell() -> None:
    marked = json.loads(notebook_of("x = 1\n# %%\ny = 2\n\nz = 3\n# %% more\nw = 4\n"))
    assert ["".join(cell["source"]) for cell in marked["cells"]] == ["x = 1", "y = 2\n\nz = 3", "w = 4"]
    broken = json.loads(notebook_of("x = (\n\ny = 2\n"))
    assert ["".join(cell["source"]) for cell in broken["cells"]] == ["x = (\n\ny = 2"]


def test_the_later_of_script_and_notebook_is_read_and_said(tmp_path: Path) -> None:
    script, saved = tmp_path / "06_a.py", tmp_path / "06_a.ipynb"
    assert latest(script) == (script, None)
    saved.write_text("{}")
    assert latest(script) == (saved, None)
    script.write_text("")
    os.utime(saved, ns=(10, 10))
    os.utime(script, ns=(20, 20))
    line = "Two answers: 06_a.py was saved last, so it is the one that is read, not 06_a.ipynb."
    assert latest(script) == (script, line)
    os.utime(saved, ns=(30, 30))
    assert latest(script)[0] == saved


def test_what_windows_editors_add_is_no_part_of_the_text(tmp_path: Path) -> None:
    path = tmp_path / "06_a.py"
    path.write_bytes(b"\xef\xbb\xbfx = 1\r\ny = 2\r\n")
    assert source_of(path) == "x = 1\ny = 2\n"


@pytest.mark.parametrize("content", ["", "{", "[]", '{"cells": 3}', '{"cells": [{"source": 3}]}', '{"cells": [1]}'])
def test_what_is_no_notebook_is_one_clear_line(tmp_path: Path, content: str) -> None:
    path = tmp_path / "06_a.ipynb"
    path.write_text(content)
    with pytest.raises(
        WorkbookError, match=r"^06_a\.ipynb is not a notebook that can be read \(.*\)\. Save it again\.$"
    ):
        source_of(path)
