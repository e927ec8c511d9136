"""What a sweep is: its settings, read from text and checked before anything is trained."""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass

from workbook.places import WorkbookError

BACKENDS = ("tensorflow", "jax", "torch")

# Limits of size: a repeat is drawn in one piece, and the results of a sweep are held in memory.
MOST_SLOPES = 10_000
MOST_VALUES_IN_A_REPEAT = 10_000_000
MOST_NETWORKS = 10_000_000

# The squares of numbers up to this, and sums of them, are far from the end of float32.
LARGEST = 1_000_000


@dataclass(frozen=True)
class Settings:
    """A sweep: one network for every slope in every repeat, each with data and starting weights of its own.

    `first_slope`, `last_slope` and `steps` are the slopes m, evenly spaced; `noise` is the standard deviation of what
    is added to m x, in units of y; `epochs` are full-batch updates.
    """

    first_slope: float = -2.0
    last_slope: float = 2.0
    steps: int = 21
    repeats: int = 50
    epochs: int = 500
    points: int = 50
    noise: float = 0.5
    learning_rate: float = 0.05
    seed: int = 0
    backend: str = "tensorflow"

    @property
    def networks(self) -> int:
        """How many networks the sweep trains."""
        return self.steps * self.repeats


def read(texts: Mapping[str, str]) -> Settings:
    """Read settings from the texts of the options, by the names of the options without their dashes.

    Raises WorkbookError for the first one that cannot be.
    """
    first_slope, last_slope, steps = _slopes(texts["slopes"])
    settings = Settings(
        first_slope=first_slope,
        last_slope=last_slope,
        steps=steps,
        repeats=_whole("--repeats", texts["repeats"], 1, MOST_NETWORKS),
        epochs=_whole("--epochs", texts["epochs"], 1, 1_000_000),
        points=_whole("--points", texts["points"], 2, 100_000),
        noise=_number("--noise", texts["noise"], least=0),
        learning_rate=_number("--learning-rate", texts["learning_rate"], least=0, more_than_least=True),
        seed=_whole("--seed", texts["seed"], 0, 2**32 - 1),
        backend=texts["backend"],
    )
    if settings.backend not in BACKENDS:
        raise WorkbookError(f"--backend must be one of {', '.join(BACKENDS)}, not {settings.backend!r}.")
    if settings.networks > MOST_NETWORKS:
        raise WorkbookError(
            f"--slopes and --repeats make {settings.networks:,} networks, and a sweep holds at most {MOST_NETWORKS:,}."
        )
    if settings.steps * settings.points > MOST_VALUES_IN_A_REPEAT:
        raise WorkbookError(
            f"--slopes and --points make {settings.steps * settings.points:,} values of x in one repeat, and at most "
            f"{MOST_VALUES_IN_A_REPEAT:,} are drawn at once. Take fewer slopes or fewer points."
        )
    return settings


def _slopes(text: str) -> tuple[float, float, int]:
    parts = text.split(":")
    if len(parts) != 3:
        raise WorkbookError(f"--slopes must be FROM:TO:STEPS, such as -2:2:21, not {text!r}.")
    first = _number("the first slope of --slopes", parts[0])
    last = _number("the last slope of --slopes", parts[1])
    steps = _whole("the number of steps in --slopes", parts[2], 2, MOST_SLOPES)
    if first >= last:
        raise WorkbookError(f"--slopes must run from a smaller number to a larger one, not from {first:g} to {last:g}.")
    return first, last, steps


def _whole(name: str, text: str, least: int, most: int) -> int:
    value = int(text) if text.strip().isdecimal() else least - 1
    if not least <= value <= most:
        raise WorkbookError(f"{name} must be a whole number from {least:,} to {most:,}, not {text}.")
    return value


def _number(name: str, text: str, least: float = -LARGEST, *, more_than_least: bool = False) -> float:
    try:
        value = float(text)
    except ValueError:
        value = math.nan
    if not least <= value <= LARGEST or (more_than_least and value == least):
        limits = f"above {least:,.0f}, at most" if more_than_least else f"from {least:,.0f} to"
        raise WorkbookError(f"{name} must be a number {limits} {LARGEST:,}, not {text}.")
    return value
