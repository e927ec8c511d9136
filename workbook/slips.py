"""Slips with words of their own, as a check file lists them."""

from __future__ import annotations

import ast
from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True)
class Slip:
    """In the solved code `text` becomes `becomes`, wherever it stands; who gives what this gives is told `words`.

    It is recognised by its values, however it was spelled. The words follow "`name`, line 14: ", where the name is what
    the edited line sets, unless `name` says otherwise.
    """

    text: str
    becomes: str
    words: str
    name: str | None = None

    def tree(self, solved_text: str) -> ast.Module:
        """Return the solved file with this slip in it. Raises ValueError when `text` does not stand there."""
        text, code = _split(solved_text)
        if self.text not in code:
            raise ValueError(f"the slip {self.text!r} does not stand in the solved file")
        return ast.parse(text + code.replace(self.text, self.becomes))


def edited(solved_text: str, edits: Mapping[str, str]) -> str:
    """Return a solved file with every edit made. Raises ValueError unless each stands in its code exactly once."""
    text, code = _split(solved_text)
    for old, new in edits.items():
        if code.count(old) != 1:
            raise ValueError(f"{old!r} stands {code.count(old)} times in the solved file; an edit needs it once")
        code = code.replace(old, new)
    return text + code


def _split(solved_text: str) -> tuple[str, str]:
    """The docstring, and the code below it."""
    lines = solved_text.splitlines(keepends=True)
    end = ast.parse(solved_text).body[0].end_lineno
    return "".join(lines[:end]), "".join(lines[end:])
