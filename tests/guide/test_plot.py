"""A recorded figure drawn with characters shows where its points are."""

from __future__ import annotations

import numpy as np

from workbook.attempt import Axes, Figure, Line, Points
from workbook.guide.plot import draw


def axes(*lines: Line, points: tuple[Points, ...] = (), xscale: str = "linear", yscale: str = "linear") -> Axes:
    """A coordinate system with these lines in it."""
    return Axes("Title", "epoch", "loss", xscale, yscale, lines, points, (), ())


def line(x: list[float], y: list[float], label: str = "_line0", style: str = "-") -> Line:
    """A line through these points."""
    return Line(label, np.array(x), np.array(y), style)


def drawn(*shown: Axes, width: int = 40, height: int = 12) -> list[str]:
    """The lines of the drawing."""
    return [text.plain for text in draw([Figure(shown)], width, height)]


def filled(lines: list[str]) -> list[tuple[int, int]]:
    """Row and column of every cell with a dot in it."""
    return [(row, column) for row, text in enumerate(lines) for column, cell in enumerate(text) if cell > "\u2800"]


def test_a_falling_line_goes_from_the_upper_left_to_the_lower_right() -> None:
    lines = drawn(axes(line([0, 10], [5.25, 1])))
    assert lines[0] == "Title"
    assert lines[1] == "loss"
    assert lines[2].startswith("5.25 ┤")
    assert lines[-2].startswith("   1 ┤")
    assert lines[-1].split() == ["0", "epoch", "10"]
    cells = filled(lines)
    assert cells[0] == (2, 6)
    assert cells[-1] == (len(lines) - 2, 39)
    assert sorted(cells, key=lambda cell: cell[1]) == cells  # further right is further down
    assert len(lines) <= 12
    assert max(map(len, lines)) <= 40


def test_points_are_not_joined_and_a_legend_names_each_series() -> None:
    lines = drawn(
        axes(line([0, 1], [0, 1], "data", "None"), points=(Points("more", np.array([[0.5, 0.5]])),)),
    )
    assert len(filled(lines)) == 3
    assert lines[-1].split() == ["■", "data", "■", "more"]


def test_what_cannot_be_drawn_is_left_out() -> None:
    assert drawn(axes()) == ["Title", "Nothing is drawn in it."]
    assert drawn(axes(line([], [])))[1] == "Nothing is drawn in it."
    broken = drawn(axes(line([0, 1, 2, 3], [1, float("nan"), float("inf"), 2])))
    assert broken[2].startswith("2 ┤")
    one = drawn(axes(line([3], [7])))
    assert len(filled(one)) == 1


def test_a_logarithmic_scale_is_drawn_as_one() -> None:
    lines = drawn(axes(line([0, 1, 2], [1, 10, 100]), yscale="log"))
    assert lines[2].startswith("100 ┤")
    assert lines[-2].startswith("  1 ┤")
    middle = [column for row, column in filled(lines) if row in (5, 6)]
    assert any(abs(column - 22) < 6 for column in middle)  # 10 is half-way


def test_several_coordinate_systems_stand_below_each_other() -> None:
    one = axes(line([0, 1], [0, 1]))
    assert len(drawn(one, one)) == 2 * len(drawn(one)) + 1
