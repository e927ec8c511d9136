"""What the learner drew with matplotlib, as texts and arrays. Nothing is shown and nothing is rendered."""

import sys
from typing import Any

import numpy as np

MAX_FIGURES = 20
MAX_DRAWN = 50
MAX_TEXT = 1_000

_closed: list[Any] = []


def start_recording() -> None:
    """Forget the figures of an earlier run, and from now on remember also those that the learner closes."""
    pyplot: Any = sys.modules.get("matplotlib.pyplot")
    if pyplot is None:
        return
    pyplot.close("all")
    _closed.clear()
    if pyplot.close.__module__ != __name__:
        really_close = pyplot.close

        def close(fig: Any = None) -> None:
            before = _open_figures(pyplot)
            really_close(fig)
            after = _open_figures(pyplot)
            _closed.extend(figure for figure in before if figure not in after)

        pyplot.close = close


def describe_figures() -> list[list[dict[str, Any]]]:
    """Return the figures of this run, closed ones first, each as a list of its axes."""
    pyplot: Any = sys.modules.get("matplotlib.pyplot")
    if pyplot is None:
        return []
    return [[_axes(axes) for axes in figure.axes] for figure in (_closed + _open_figures(pyplot))[:MAX_FIGURES]]


def _open_figures(pyplot: Any) -> list[Any]:
    return [pyplot.figure(number) for number in pyplot.get_fignums()]


def _axes(axes: Any) -> dict[str, Any]:
    from matplotlib.collections import LineCollection, PathCollection

    legend = axes.get_legend()
    segments = [
        [_text(group.get_label()), _numbers(segment[:, 0]), _numbers(segment[:, 1]), "-"]
        for group in axes.collections[:MAX_DRAWN]
        if isinstance(group, LineCollection)
        for segment in group.get_segments()[:MAX_DRAWN]
    ]
    return {
        "title": _text(axes.get_title()),
        "xlabel": _text(axes.get_xlabel()),
        "ylabel": _text(axes.get_ylabel()),
        "xscale": _text(axes.get_xscale()),
        "yscale": _text(axes.get_yscale()),
        "lines": ([_line(line) for line in axes.get_lines()[:MAX_DRAWN]] + segments)[:MAX_DRAWN],
        "points": [
            [_text(points.get_label()), _numbers(points.get_offsets())]
            for points in axes.collections[:MAX_DRAWN]
            if isinstance(points, PathCollection)
        ],
        "texts": [_text(text.get_text()) for text in axes.texts[:MAX_DRAWN]],
        "legend": [_text(text.get_text()) for text in legend.get_texts()[:MAX_DRAWN]] if legend else [],
    }


def _line(line: Any) -> list[Any]:
    x, y = line.get_data(orig=False)
    return [_text(line.get_label()), _numbers(x), _numbers(y), _text(line.get_linestyle())]


def _numbers(numbers: Any) -> np.ndarray:
    return np.array(np.ma.filled(np.ma.asarray(numbers, dtype=float), np.nan))


def _text(value: object) -> str:
    return str(value)[:MAX_TEXT]
