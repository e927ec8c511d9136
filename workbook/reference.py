"""A reference file, read: the exercise's text, its blanks, and the files that are made from it.

`# blank: preds = ____` at the end of a line gives the form in which the learner sees that line. A bare `# blank` marks
a line that the learner does not see: it belongs to the blank above it.
"""

from __future__ import annotations

import ast
import io
import re
import tokenize
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property, lru_cache
from pathlib import Path

from workbook.places import WorkbookError

BLANK = "____"

_LATER_SECTIONS = ("Hint", "Why not", "Take away")
_BLANK_COMMENT = re.compile(r"#\s*blank\b(?::\s?(?P<form>.*))?$")
_OPTION = re.compile(r"-\s+(?P<letter>[a-z]):\s+(?P<text>.+)")


@dataclass(frozen=True)
class Blank:
    """A blank, and the lines of the reference that fill it.

    `form` is what the learner sees, `lines` the solved lines without their indentation, `line` the first one's number
    in `solved_text` (from 1).
    """

    form: str
    lines: tuple[str, ...]
    line: int


@dataclass(frozen=True)
class Section:
    """A part of the text, from one `## heading` to the next."""

    heading: str
    body: str


@dataclass(frozen=True)
class Reference:
    """The source text of a solved exercise, and what is derived from it."""

    path: Path
    source: str

    @classmethod
    def read(cls, path: Path) -> Reference:
        """Read a reference file. Raises WorkbookError when it cannot be an exercise's source, saying why."""
        return _read(path, path.stat().st_mtime_ns)

    # The text

    @cached_property
    def title(self) -> str:
        """The first line of the docstring."""
        return self._docstring.splitlines()[0].removeprefix("#").strip()

    @cached_property
    def text(self) -> str:
        """The text that the learner begins with, as Markdown, title included."""
        lines = self._docstring.splitlines()
        return "\n".join(lines[: _first_later_line(lines)]).strip()

    @cached_property
    def hints(self) -> tuple[str, ...]:
        """The hints, each more telling than the one before."""
        return tuple(section.body for section in self._sections if section.heading == "Hint")

    @cached_property
    def take_away(self) -> str:
        """What to remember once the exercise passes."""
        return "\n\n".join(section.body for section in self._sections if section.heading == "Take away")

    @cached_property
    def options(self) -> dict[str, str]:
        """A quiz's options: letter -> text. Empty when the exercise is no quiz."""
        return self._lettered("Options")

    @cached_property
    def reasons(self) -> dict[str, str]:
        """Why a wrong option of a quiz is wrong: letter -> words."""
        return self._lettered("Why not")

    # The code

    @cached_property
    def blanks(self) -> tuple[Blank, ...]:
        """The blanks, in order."""
        lines = self.source.splitlines()
        groups: list[tuple[str, int, list[str]]] = []
        for number, (column, form) in sorted(self._blank_comments.items()):
            solved = lines[number - 1][:column].strip()
            if form is not None:
                groups.append((form, number - self._lines_cut, [solved]))
            elif groups:
                groups[-1][2].append(solved)
        return tuple(Blank(form, tuple(solved), number) for form, number, solved in groups)

    @cached_property
    def exercise_text(self) -> str:
        """The file that the learner edits: no later sections, blanks in place of the solution."""
        return "\n".join(self._without_later_sections(blanked=True)) + "\n"

    @cached_property
    def solved_text(self) -> str:
        """The learner's file with every blank filled as the reference fills it."""
        return "\n".join(self._without_later_sections(blanked=False)) + "\n"

    @cached_property
    def tree(self) -> ast.Module:
        """The solved file, parsed; its line numbers are those of `solved_text`."""
        return ast.parse(self.solved_text)

    # How it is read

    @cached_property
    def _docstring_node(self) -> ast.Constant:
        body = ast.parse(self.source).body
        if body and isinstance(body[0], ast.Expr) and isinstance(body[0].value, ast.Constant):
            node = body[0].value
            if isinstance(node.value, str) and node.value.startswith("# "):
                return node
        raise WorkbookError(f"{self.path.name} does not begin with a docstring whose first line is '# Title'.")

    @cached_property
    def _docstring(self) -> str:
        return str(self._docstring_node.value)

    @cached_property
    def _lines_cut(self) -> int:
        """How many lines of the docstring the learner's file does not have."""
        return len(self.source.splitlines()) - len(self.solved_text.splitlines())

    @cached_property
    def _sections(self) -> tuple[Section, ...]:
        parts = re.split(r"^## +(.+)$", self._docstring, flags=re.MULTILINE)
        return tuple(
            Section(heading.strip(), body.strip()) for heading, body in zip(parts[1::2], parts[2::2], strict=True)
        )

    def _lettered(self, heading: str) -> dict[str, str]:
        """The `- a: text` items of a section; an item may run over several lines."""
        items: dict[str, str] = {}
        letter = None
        for section in self._sections:
            for line in section.body.splitlines() if section.heading == heading else ():
                match = _OPTION.match(line)
                if match:
                    letter = match["letter"]
                    items[letter] = match["text"].strip()
                elif letter and line.strip():
                    items[letter] += " " + line.strip()
        return items

    @cached_property
    def _blank_comments(self) -> dict[int, tuple[int, str | None]]:
        """Line number -> (column of the comment, the form in the exercise, None for a line that is dropped)."""
        found = {}
        for token in tokenize.generate_tokens(io.StringIO(self.source).readline):
            match = _BLANK_COMMENT.match(token.string) if token.type == tokenize.COMMENT else None
            if match:
                found[token.start[0]] = (token.start[1], match["form"])
        return found

    def _without_later_sections(self, blanked: bool) -> Iterator[str]:
        lines = self.source.splitlines()
        end = self._docstring_node.end_lineno or 1
        text = lines[:end]
        later = _first_later_line(text)
        if later < end:
            yield from _without_blank_end(text[:later])
            yield '"""'
        else:
            yield from text
        for number, line in enumerate(lines[end:], start=end + 1):
            if number not in self._blank_comments:
                yield line
                continue
            column, form = self._blank_comments[number]
            if not blanked:
                yield line[:column].rstrip()
            elif form is not None:
                yield line[: len(line) - len(line.lstrip())] + form

    def _check(self) -> None:
        """Raise WorkbookError when a part is missing or stands where the learner would see it too early."""
        name = self.path.name
        lines = self._docstring.splitlines()
        headings = [section.heading for section in self._sections]
        later = [heading in _LATER_SECTIONS for heading in headings]
        if later != sorted(later):
            raise WorkbookError(f"{name}: the sections {', '.join(_LATER_SECTIONS)} come after all others.")
        if len(self.hints) < 2 or not self.take_away:
            raise WorkbookError(f"{name} needs two sections '## Hint' or more, and one '## Take away'.")
        if not self.blanks or any(BLANK not in blank.form for blank in self.blanks):
            raise WorkbookError(f"{name}: every '# blank: ...' holds {BLANK}, and there is at least one.")
        too_long = [number for number, line in enumerate(lines, start=1) if len(line) > 96]
        if too_long:
            raise WorkbookError(f"{name}: line {too_long[0]} of the text is longer than 96 characters.")
        for made, text in (("exercise", self.exercise_text), ("solved file", self.solved_text)):
            try:
                ast.parse(text)
            except SyntaxError as error:
                reason = f"line {error.lineno} of the {made} made from it is not Python: {error.msg}"
                raise WorkbookError(f"{name}: {reason}.") from None
        if set(self.reasons) - set(self.options):
            raise WorkbookError(f"{name}: '## Why not' speaks of options that '## Options' does not have.")


@lru_cache(maxsize=64)
def _read(path: Path, _changed: int) -> Reference:
    """Read a reference, once for as long as its file stays as it is."""
    reference = Reference(path, path.read_text(encoding="utf-8"))
    reference._check()
    return reference


def blank_lines(text: str) -> list[int]:
    """Return the numbers of the lines that still hold a blank (comments and strings do not count)."""
    tokens = _tokens_as_far_as_they_go(text)
    return sorted({token.start[0] for token in tokens if token.type == tokenize.NAME and token.string == BLANK})


def _tokens_as_far_as_they_go(text: str) -> Iterator[tokenize.TokenInfo]:
    """Tokenize a file that may be broken: what comes before the break counts."""
    try:
        yield from tokenize.generate_tokens(io.StringIO(text).readline)
    except (tokenize.TokenError, SyntaxError):
        return


def _first_later_line(lines: Iterable[str]) -> int:
    """The index of the first line that the learner does not begin with; the number of lines if there is none."""
    headings = tuple(f"## {heading}" for heading in _LATER_SECTIONS)
    index = 0
    for index, line in enumerate(lines):
        if line.startswith(headings):
            return index
    return index + 1


def _without_blank_end(lines: list[str]) -> list[str]:
    while lines and not lines[-1].strip():
        lines = lines[:-1]
    return lines
