"""What came of the networks: for each its loss, its accuracy, and whether it died."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray


@dataclass(frozen=True)
class Outcome:
    """The networks of some repeats; every array is (repeats, slopes).

    loss: mean squared error of the last epoch, in units of y squared. accuracy: correlation of prediction and y, 0
    where there is none. dead: the prediction is the same for every x. diverged: the training ran off to infinity; such
    a network has no loss and no accuracy (NaN).
    """

    loss: NDArray[np.float32]
    accuracy: NDArray[np.float64]
    dead: NDArray[np.bool_]
    diverged: NDArray[np.bool_]


def measure(loss: NDArray[np.float32], predictions: NDArray[np.float32], y: NDArray[np.float32], steps: int) -> Outcome:
    """Measure networks from their losses, (networks,), and their predictions and y, both (points, networks)."""
    diverged = ~(np.isfinite(loss) & np.isfinite(predictions).all(axis=0))
    # A constant has a standard deviation of 0 only up to rounding; the range between its ends is 0 exactly.
    dead = np.zeros_like(diverged)
    dead[~diverged] = np.ptp(predictions[:, ~diverged], axis=0) == 0
    accuracy = np.where(diverged, np.nan, 0.0)
    alive = ~(diverged | dead)
    accuracy[alive] = correlations(predictions[:, alive], y[:, alive])
    shape = (-1, steps)
    return Outcome(
        np.where(diverged, np.float32(np.nan), loss).reshape(shape),
        accuracy.reshape(shape),
        dead.reshape(shape),
        diverged.reshape(shape),
    )


def correlations(a: NDArray[np.float32], b: NDArray[np.float32]) -> NDArray[np.float64]:
    """Pearson's correlation of each column of `a` with that of `b`, both (points, n): (n,). 0 where `b` is constant."""
    a = a - a.mean(axis=0, dtype=np.float64)
    b = b - b.mean(axis=0, dtype=np.float64)
    spread = np.sqrt((a * a).sum(axis=0) * (b * b).sum(axis=0))
    correlation: NDArray[np.float64] = np.divide(
        (a * b).sum(axis=0), spread, out=np.zeros_like(spread), where=spread > 0
    )
    return correlation


def joined(outcomes: list[Outcome]) -> Outcome:
    """One outcome out of several, in their order."""
    return Outcome(
        *(
            np.concatenate([getattr(outcome, name) for outcome in outcomes])
            for name in ("loss", "accuracy", "dead", "diverged")
        )
    )
