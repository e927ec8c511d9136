"""The figure of a sweep: losses, accuracy and the share of dead networks, each against the slope."""

from __future__ import annotations

from typing import Any

import numpy as np
from matplotlib.axes import Axes
from matplotlib.figure import Figure

from workbook.sweep.settings import Settings
from workbook.sweep.summary import Numbers, Summary

# Told apart in grey too: by line, by marker and by how dark they are.
ALL: dict[str, Any] = {"color": "#12355b", "linestyle": "-", "marker": "o", "markersize": 5, "linewidth": 2.2}
ALIVE: dict[str, Any] = {"color": "#d9722e", "linestyle": "--", "marker": "s", "markersize": 5, "linewidth": 1.8}
KNOWN: dict[str, Any] = {"color": "#444444", "linestyle": ":", "linewidth": 2}
MOST_MARKERS = 60

# In points. Half the size can still be read.
SMALL, LARGE = 13, 16


def draw_figure(settings: Settings, summary: Summary) -> Figure:
    """Draw the three graphs, one below the other, over the slopes that they share."""
    figure = Figure(figsize=(8.5, 12.5), layout="constrained")
    losses, accuracy, dead = figure.subplots(3, 1, sharex=True)
    slope = summary.slope
    markers = {"markevery": len(slope) // MOST_MARKERS + 1}
    all_networks, alive = ALL | markers, ALIVE | markers

    losses.plot(slope, summary.loss_mean, **all_networks, label="mean of all")
    _band(losses, slope, summary.loss_low, summary.loss_high)
    losses.plot(slope, summary.loss_median_alive, **alive, label="median without the dead")
    losses.axhline(settings.noise**2, **KNOWN, label="variance of the noise")
    _titles(losses, "Losses", "mean squared error\n(units of y, squared)")

    accuracy.plot(slope, summary.accuracy_mean, **all_networks, label="mean of all (dead: 0)")
    _band(accuracy, slope, summary.accuracy_low, summary.accuracy_high)
    accuracy.plot(slope, summary.accuracy_mean_alive, **alive, label="mean without the dead")
    accuracy.plot(slope, summary.accuracy_ceiling, **KNOWN, label="ceiling set by the noise")
    _titles(accuracy, "Accuracy", "correlation of\nprediction and y (no unit)")

    dead.plot(slope, 100 * summary.dead_share, **all_networks, label="share of networks")
    _band(dead, slope, 100 * summary.dead_share_low, 100 * summary.dead_share_high)
    trained = (summary.networks - summary.diverged).sum()
    overall = 100 * summary.dead.sum() / max(trained, 1)
    dead.axhline(overall, **KNOWN, label=f"over all slopes: {overall:.1f} %")
    _titles(dead, "Dead networks (the same prediction for every x)", "share of the networks\n(%)")
    dead.set_xlabel("slope m of y = m x + noise (units of y for one of x)", fontsize=SMALL)

    losses.set_ylim(bottom=0)
    accuracy.set_ylim(bottom=min(0, np.nanmin(summary.accuracy_low, initial=0)))
    dead.set_ylim(bottom=0)
    figure.supxlabel(_caption(settings, summary), fontsize=SMALL - 1.5, x=0.02, horizontalalignment="left")
    return figure


def _band(axes: Axes, slope: Numbers, low: Numbers, high: Numbers) -> None:
    axes.fill_between(slope, low, high, color=ALL["color"], alpha=0.22, linewidth=0)


def _titles(axes: Axes, title: str, y_label: str) -> None:
    axes.set_title(title, loc="left", fontsize=LARGE, fontweight="bold")
    axes.set_ylabel(y_label, fontsize=SMALL)
    axes.tick_params(labelsize=SMALL)
    axes.grid(color="#dddddd")
    axes.spines[["top", "right"]].set_visible(False)
    axes.legend(fontsize=SMALL - 1, framealpha=0.85)


def _caption(settings: Settings, summary: Summary) -> str:
    lines = [
        f"n = {settings.repeats:,} networks for each slope, {settings.networks:,} in all, each trained on "
        f"{settings.points:,} points of its own for {settings.epochs:,} epochs.",
        "Bands: 95 % confidence intervals (mean ± 1.96 standard errors; for the share, Wilson's)."
        if settings.repeats > 1
        else "Band: 95 % confidence interval of the share (Wilson's); a mean of one network has none.",
        f"The ceiling is that of endless points: {settings.points:,} can be fitted a little better.",
    ]
    if diverged := summary.diverged.sum():
        lines.append(f"{diverged:,} networks diverged and are left out.")
    return "\n".join(lines)
