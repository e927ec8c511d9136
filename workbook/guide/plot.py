"""A recorded figure drawn with characters, so that it shows wherever the guide does.

Each cell is a braille pattern of 2 by 4 dots (https://www.unicode.org/charts/PDF/U2800.pdf).
"""

from __future__ import annotations

import math
from collections.abc import Iterator
from itertools import pairwise

import numpy as np
from rich.text import Text

from workbook.attempt import Axes, Figure

_COLOURS = ("cyan", "magenta", "green", "red", "blue", "yellow")
_DOTS = ((0x01, 0x08), (0x02, 0x10), (0x04, 0x20), (0x40, 0x80))
_LARGEST = 1e300


def draw(figures: list[Figure], width: int, height: int) -> list[Text]:
    """Return the lines of a drawing of every coordinate system, one below the other.

    `width` is in cells, `height` the rows of one coordinate system with its labels.
    """
    lines: list[Text] = []
    for figure in figures:
        for axes in figure.axes:
            lines += [Text()] if lines else []
            lines += _draw_axes(axes, width, height)
    return lines


def _draw_axes(axes: Axes, width: int, height: int) -> list[Text]:
    series = list(_series(axes))
    legend = [(label, _COLOURS[index % len(_COLOURS)]) for index, (label, _, _, _) in enumerate(series) if label]
    x_range = _range([x for _, x, _, _ in series], axes.xscale)
    y_range = _range([y for _, _, y, _ in series], axes.yscale)
    heading = Text(axes.title, "bold", justify="left")
    if x_range is None or y_range is None:
        return [heading, Text("Nothing is drawn in it.")]
    ticks = [f"{_back(value, axes.yscale):.4g}" for value in y_range]
    left = max(len(tick) for tick in ticks)
    columns = max(8, width - left - 2)
    rows = max(4, height - 3 - bool(axes.title) - bool(legend))
    cells = np.zeros((rows, columns), int)
    colours = np.zeros((rows, columns), int)
    for index, (_, x, y, joined) in enumerate(series):
        across = (_scaled(x, axes.xscale) - x_range[0]) / (x_range[1] - x_range[0]) * (2 * columns - 1)
        up = (_scaled(y, axes.yscale) - y_range[0]) / (y_range[1] - y_range[0]) * (4 * rows - 1)
        for column, row in _dots(across, up, joined):
            if 0 <= column < 2 * columns and 0 <= row < 4 * rows:
                number, rest = divmod(4 * rows - 1 - row, 4)
                cells[number, column // 2] |= _DOTS[rest][column % 2]
                colours[number, column // 2] = index
    lines = [heading] if axes.title else []
    lines.append(Text(axes.ylabel, "italic"))
    for number in range(rows):
        tick = ticks[1] if number == 0 else ticks[0] if number == rows - 1 else ""
        line = Text(f"{tick:>{left}} ┤" if tick else f"{'':>{left}} │", no_wrap=True)
        for cell, colour in zip(cells[number], colours[number], strict=True):
            line.append(chr(0x2800 + cell) if cell else " ", _COLOURS[colour % len(_COLOURS)])
        lines.append(line)
    first, last = (f"{_back(value, axes.xscale):.4g}" for value in x_range)
    space = columns - len(first) - len(last)
    lines.append(Text(" " * (left + 2) + first).append(f"{axes.xlabel:^{max(0, space)}}", "italic").append(last))
    if legend:
        names = Text(" " * (left + 2), no_wrap=True)
        for label, colour in legend:
            names.append("■ ", colour).append(f"{label}  ")
        lines.append(names)
    return lines


def _series(axes: Axes) -> Iterator[tuple[str, np.ndarray, np.ndarray, bool]]:
    """Everything drawn: label, x, y, and whether the points are joined by a line."""
    for line in axes.lines:
        label = "" if line.label.startswith("_") else line.label
        yield label, line.x, line.y, line.style not in ("None", "none", "", " ")
    for points in axes.points:
        label = "" if points.label.startswith("_") else points.label
        yield label, points.offsets[:, 0], points.offsets[:, 1], False


def _scaled(values: np.ndarray, scale: str) -> np.ndarray:
    with np.errstate(all="ignore"):
        values = np.log10(values) if scale == "log" else np.asarray(values, float)
    return np.where(np.isfinite(values) & (np.abs(values) < _LARGEST), values, np.nan)


def _back(value: float, scale: str) -> float:
    return 10.0**value if scale == "log" else value


def _range(values: list[np.ndarray], scale: str) -> tuple[float, float] | None:
    """The smallest and the largest value, a little apart; None when there is none."""
    finite = [scaled[np.isfinite(scaled)] for scaled in (_scaled(one, scale) for one in values)]
    joined = np.concatenate(finite) if finite else np.array([])
    if not joined.size:
        return None
    low, high = float(joined.min()), float(joined.max())
    return (low, high) if high > low else (low - 0.5, high + 0.5)


def _dots(across: np.ndarray, up: np.ndarray, joined: bool) -> Iterator[tuple[int, int]]:
    points = [(x, y) for x, y in zip(across, up, strict=True) if math.isfinite(x) and math.isfinite(y)]
    for x, y in points:
        yield round(x), round(y)
    for (x, y), (to_x, to_y) in pairwise(points) if joined else ():
        steps = int(max(abs(to_x - x), abs(to_y - y)))
        for step in range(1, steps):
            yield round(x + (to_x - x) * step / steps), round(y + (to_y - y) * step / steps)
