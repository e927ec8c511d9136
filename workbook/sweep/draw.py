"""The data of a sweep and the starting weights of its networks, drawn from its seed."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from workbook.sweep.settings import Settings

Array = NDArray[np.float32]


@dataclass(frozen=True)
class Draw:
    """What the networks of some repeats start from; network i has the slope i % steps.

    x, y: (points, networks). weights: (4, networks), the rows being the hidden kernel and bias, then the output's.
    """

    x: Array
    y: Array
    weights: Array


def slopes(settings: Settings) -> NDArray[np.float64]:
    """The slopes m of a sweep: (steps,)."""
    return np.linspace(settings.first_slope, settings.last_slope, settings.steps)


def draw(settings: Settings, repeats: range) -> Draw:
    """Draw x ~ N(0, 1), y = m x + noise, and weights uniform in (-1, 1), for a network each slope and repeat.

    Each repeat has a random generator of its own, so that what it draws depends on the seed and on its number alone:
    not on how a sweep is cut into blocks, nor on how many repeats it has.
    """
    steps = settings.steps
    networks = steps * len(repeats)
    x = np.empty((settings.points, networks), np.float32)
    y = np.empty_like(x)
    weights = np.empty((4, networks), np.float32)
    m = slopes(settings).astype(np.float32)
    for place, repeat in enumerate(repeats):
        random = np.random.default_rng(np.random.SeedSequence(settings.seed, spawn_key=(repeat,)))
        columns: Any = np.s_[:, place * steps : (place + 1) * steps]
        x[columns] = random.standard_normal((settings.points, steps), np.float32)
        noise = random.standard_normal((settings.points, steps), np.float32)
        y[columns] = m * x[columns] + np.float32(settings.noise) * noise
        weights[columns] = random.uniform(-1, 1, (4, steps))
    return Draw(x, y, weights)
