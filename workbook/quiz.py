"""Judge the answer to a quiz: a letter, or the option itself."""

from __future__ import annotations

from typing import Any

from workbook.compare import describe_kind, is_number, show
from workbook.reference import Reference
from workbook.verdict import Problem


def quiz_problem(reference: Reference, given: Any, line: int | None) -> Problem | None:
    """Return why an answer is wrong, None when it is right."""
    letters = ", ".join(reference.options)
    letter = _chosen(reference.options, given)
    if letter is None:
        shown = show(given, 40) if isinstance(given, str) or is_number(given) else describe_kind(given)
        text = f"{shown} is none of the options. Write one of the letters {letters} in quotes"
        return Problem(text, "answer", line)
    if letter == _right_letter(reference):
        return None
    return Problem(reference.reasons.get(letter, f"{letter} is not the right option"), "answer", line)


def _chosen(options: dict[str, str], given: Any) -> str | None:
    """The letter of the option that was chosen, by its letter or by its text."""
    if isinstance(given, str):
        text = given.strip().strip(".)").lower()
        if text in options:
            return text
        return next((letter for letter, option in options.items() if option.strip(". `").lower() == text), None)
    if is_number(given):
        return next((letter for letter, option in options.items() if _as_number(option) == float(given)), None)
    return None


def _right_letter(reference: Reference) -> str:
    """The letter that the reference sets `answer` to."""
    environment: dict[str, Any] = {}
    blank = next(blank for blank in reference.blanks if blank.form.startswith("answer ="))
    exec(blank.lines[0], environment)
    return str(environment["answer"])


def _as_number(option: str) -> float | None:
    try:
        return float(option.strip(". `").replace(",", ""))
    except ValueError:
        return None
