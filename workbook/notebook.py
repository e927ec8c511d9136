"""Answers as notebooks: a `.ipynb` file read as Python, and an exercise's file made into one.

A notebook is read in the percent convention of jupytext: `# %%` in front of each code cell, text cells as comments.
Format: https://nbformat.readthedocs.io/en/latest/format_description.html (version 4).
"""

from __future__ import annotations

import ast
import io
import itertools
import json
import re
import tokenize
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from workbook.places import WorkbookError

_CELL = re.compile(r"#\s*%%")
_MAGIC = re.compile(r"\s*[%!?]|\s*[\w.]+\?{1,2}\s*$")
_PYTHON_CELL_MAGICS = ("%%time", "%%timeit", "%%capture", "%%prun")


def latest(path: Path) -> tuple[Path, str | None]:
    """Return which of `path` and the notebook of the same name was saved last, and a line that says so where both are.

    The file itself wins a tie, and is returned when there is neither.
    """
    script, notebook = path.with_suffix(".py"), path.with_suffix(".ipynb")
    saved = [(one.stat().st_mtime_ns, one is script, one) for one in (script, notebook) if one.is_file()]
    if len(saved) < 2:
        return (saved[0][2] if saved else path), None
    chosen = max(saved)[2]
    other = notebook if chosen is script else script
    return chosen, f"Two answers: {chosen.name} was saved last, so it is the one that is read, not {other.name}."


def source_of(path: Path) -> str:
    """Return the Python text of an answer: a script as it stands, a notebook with its cells joined.

    Raises WorkbookError when a notebook cannot be read as one, OSError when the file cannot be read at all.
    """
    return source_in(path.read_bytes(), path)


def source_in(content: bytes, path: Path) -> str:
    """Return the Python text of an answer whose file at `path` holds `content`; raises as `source_of` does."""
    if path.suffix == ".ipynb":
        return "\n".join(line for cell in _cells(content, path) for line in _cell_lines(cell)) + "\n"
    # A mark at the beginning that some editors write, and line endings of other systems, are no part of the text.
    return content.decode("utf-8-sig").replace("\r\n", "\n").replace("\r", "\n")


def place(path: Path, line: int | None) -> str:
    """Return where a line of `source_of(path)` stands, as terminals and editors understand it: `file:line`.

    A notebook has no lines that an editor could go to, so there it is the cell (counted from the top) and its line.
    """
    if line is None:
        return str(path)
    if path.suffix != ".ipynb":
        return f"{path}:{line}"
    before = 0
    for number, cell in enumerate(_cells(path.read_bytes(), path), start=1):
        length = len(list(_cell_lines(cell)))
        if line <= before + length:
            return f"{path}, cell {number}, line {max(1, line - before - 1)}"
        before += length
    return str(path)


def notebook_of(text: str) -> str:
    """Return the notebook of a script: its docstring as a text cell, then a cell for each `# %%`, or else paragraph."""
    cells: list[dict[str, Any]] = [
        {
            "cell_type": kind,
            "id": f"cell-{number}",
            "metadata": {},
            "source": source.splitlines(keepends=True),
            **({"execution_count": None, "outputs": []} if kind == "code" else {}),
        }
        for number, (kind, source) in enumerate(_split(text), start=1)
    ]
    kernel = {"display_name": "Python 3", "language": "python", "name": "python3"}
    metadata = {"kernelspec": kernel, "language_info": {"name": "python"}}
    content = {"cells": cells, "metadata": metadata, "nbformat": 4, "nbformat_minor": 5}
    return json.dumps(content, indent=1, ensure_ascii=False) + "\n"


# Reading


def _cells(content: bytes, path: Path) -> list[dict[str, Any]]:
    try:
        cells: list[dict[str, Any]] = json.loads(content.decode("utf-8-sig"))["cells"]
        for cell in cells:
            _text(cell)
    except (ValueError, KeyError, TypeError) as error:
        raise WorkbookError(
            f"{path.name} is not a notebook that can be read ({type(error).__name__}: {error}). Save it again."
        ) from None
    return cells


def _text(cell: dict[str, Any]) -> str:
    source = cell["source"]
    return source if isinstance(source, str) else "".join(source)


def _cell_lines(cell: dict[str, Any]) -> Iterator[str]:
    """A cell's lines as Python: one more than the cell has, for the line that marks it."""
    lines = _text(cell).splitlines()
    if cell.get("cell_type") != "code":
        yield "# %% [markdown]"
        yield from (f"# {line}".rstrip() for line in lines)
        return
    yield "# %%"
    if lines and lines[0].startswith("%%") and not lines[0].startswith(_PYTHON_CELL_MAGICS):
        yield from (f"# {line}".rstrip() for line in lines)  # a cell in another language
        return
    done: list[str] = []
    for line in lines:
        done.append(_without_magic(line) if _MAGIC.match(line) and not _goes_on("\n".join(done)) else line)
    yield from done


def _without_magic(line: str) -> str:
    indentation = line[: len(line) - len(line.lstrip())]
    return f"{indentation}pass  # {line.strip()}" if indentation else f"# {line}"


def _goes_on(text: str) -> bool:
    """Whether the statement that `text` ends with continues on the next line."""
    if text.endswith("\\"):
        return True
    try:
        for _ in tokenize.generate_tokens(io.StringIO(text).readline):
            pass
    except tokenize.TokenError:
        return True  # a bracket or a string is still open
    except SyntaxError:
        return False
    return False


# Making


def _split(text: str) -> Iterator[tuple[str, str]]:
    """The cells of a script, each as (kind, source)."""
    lines = text.splitlines()
    try:
        tree = ast.parse(text)
    except SyntaxError:
        yield "code", text.strip("\n")
        return
    start = 0
    docstring = ast.get_docstring(tree)
    if docstring is not None:
        yield "markdown", docstring
        start = tree.body[0].end_lineno or 0
    cuts = [number for number, line in enumerate(lines) if number > start and _CELL.match(line)]
    if not cuts:
        ends = [
            (one.end_lineno or 0, two.lineno - 1) for one, two in itertools.pairwise(tree.body) if one.lineno > start
        ]
        cuts = [end for end, begin in ends if not all(line.strip() for line in lines[end:begin])]
    for one, two in itertools.pairwise([start, *cuts, len(lines)]):
        source = "\n".join(line for line in lines[one:two] if not _CELL.match(line)).strip("\n")
        if source:
            yield "code", source
