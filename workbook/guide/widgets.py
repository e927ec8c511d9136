"""The parts of the guide's picture. Everything that colour says, a sign or a word says too."""

from __future__ import annotations

from collections.abc import Sequence

from rich.text import Text
from textual.app import RenderResult
from textual.widget import Widget

from workbook.progress import Standing
from workbook.verdict import Status, Verdict

SIGNS = {
    Status.PASSED: ("✓", "green"),
    Status.TODO: ("·", ""),
    Status.WRONG: ("✗", "red"),
    Status.CRASHED: ("!", "red"),
    Status.STOPPED: ("■", "red"),
}

_CELLS = ("━", "─")


def sign(standing: Standing) -> Text:
    """Return one cell that says how an exercise stands: a sign, `?` when that is not known for the present answer."""
    if standing.status is None or standing.stale is not None:
        return Text("?", "yellow")
    return Text(*SIGNS[standing.status])


class Progress(Widget):
    """One bar for each chapter: how much of it has passed."""

    DEFAULT_CSS = "Progress { height: 1; }"

    def __init__(self) -> None:
        super().__init__()
        self._chapters: Sequence[tuple[int, int, int]] = ()
        self._current = 0

    def show(self, chapters: Sequence[tuple[int, int, int]], current: int) -> None:
        """Show (number, passed, all) of each chapter; the one at `current` stands out."""
        self._chapters, self._current = chapters, current
        self.refresh()

    def render(self) -> RenderResult:
        """Draw the bars as wide as there is room for."""
        chapters = self._chapters
        if not chapters:
            return Text()
        counts = [f"{passed}/{count}" for _, passed, count in chapters]
        words = sum(len(f"{number}  {counted}") for (number, _, _), counted in zip(chapters, counts, strict=True))
        room = (self.size.width - words - 3 * (len(chapters) - 1)) // len(chapters)
        line = Text(no_wrap=True)
        for (number, passed, count), counted in zip(chapters, counts, strict=True):
            line.append("   " if line else "")
            line.append(f"{number} ", "bold" if number == self._current else "")
            width = max(0, min(room, 24))
            done = width * passed // count
            line.append(_CELLS[0] * done, "green").append(_CELLS[1] * (width - done), "dim")
            line.append(" " if width else "").append(counted, "bold" if number == self._current else "")
        return line


def verdict_text(verdict: Verdict, where: str, blanks: Sequence[tuple[int, str]]) -> Text:
    """Return a verdict as it is read: status, message, what more there is, and the place to click on."""
    mark, colour = SIGNS[verdict.status]
    text = Text().append(f"{mark} {verdict.status}", f"bold {colour}".strip())
    text.append(f"   checked in {verdict.seconds:.2f} s\n", "dim")
    if verdict.status is Status.TODO and blanks:
        text.append("Still to fill:\n")
        for number, line in blanks:
            text.append(f"  {number:>3}  ", "dim").append(f"{line}\n")
    else:
        text.append(f"{verdict.message}\n")
    for line in verdict.more:
        text.append(f"  {line}\n", "dim")
    return text.append(where, "underline")


class Keys(Widget):
    """The keys that do something now, in one line."""

    DEFAULT_CSS = "Keys { height: 1; }"

    def __init__(self, keys: Sequence[tuple[str, str]]) -> None:
        super().__init__()
        self._keys = keys

    def show(self, keys: Sequence[tuple[str, str]]) -> None:
        """Show other keys."""
        self._keys = keys
        self.refresh()

    def render(self) -> RenderResult:
        """Draw the keys; with room, further apart."""
        width = sum(len(f"{key} {what}") for key, what in self._keys)
        gap = "   " if width + 3 * len(self._keys) <= self.size.width else " "
        line = Text(no_wrap=True, overflow="ellipsis")
        for key, what in self._keys:
            line.append(gap if line else "").append(key, "bold reverse").append(f" {what}")
        return line
