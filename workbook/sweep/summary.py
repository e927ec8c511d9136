"""What a sweep shows, slope by slope, and the two tables that it leaves behind."""

from __future__ import annotations

import math
from dataclasses import dataclass, fields
from typing import Any, BinaryIO

import numpy as np
from numpy.typing import NDArray

from workbook.sweep.draw import slopes
from workbook.sweep.outcome import Outcome
from workbook.sweep.settings import Settings

Numbers = NDArray[np.float64]

# Half the width of an interval that holds 95 % of a normal distribution, in standard deviations.
Z = 1.96


@dataclass(frozen=True)
class Summary:
    """One value a slope in every array, (slopes,); NaN where there is none. No mean or share counts the diverged.

    `_low` and `_high` are the ends of a 95 % confidence interval: of a mean, 1.96 standard errors either way; of a
    share, Wilson's. accuracy counts the dead as 0; `_alive` leaves them out.
    accuracy_ceiling: the correlation that the noise allows, abs(m) / sqrt(m^2 + noise^2).
    """

    slope: Numbers
    networks: NDArray[np.int64]
    diverged: NDArray[np.int64]
    dead: NDArray[np.int64]
    dead_share: Numbers
    dead_share_low: Numbers
    dead_share_high: Numbers
    loss_mean: Numbers
    loss_low: Numbers
    loss_high: Numbers
    loss_median_alive: Numbers
    accuracy_mean: Numbers
    accuracy_low: Numbers
    accuracy_high: Numbers
    accuracy_mean_alive: Numbers
    accuracy_ceiling: Numbers


def summarise(settings: Settings, outcome: Outcome) -> Summary:
    """Summarise an outcome, (repeats, slopes), over its repeats."""
    m = slopes(settings)
    trained = ~outcome.diverged
    alive = trained & ~outcome.dead
    loss_mean, loss_error = _mean(outcome.loss, trained)
    accuracy_mean, accuracy_error = _mean(outcome.accuracy, trained)
    dead_share, dead_middle, dead_error = _share(outcome.dead.sum(axis=0), trained.sum(axis=0))
    spread = np.hypot(m, settings.noise)
    return Summary(
        slope=m,
        networks=np.full(settings.steps, settings.repeats),
        diverged=outcome.diverged.sum(axis=0),
        dead=outcome.dead.sum(axis=0),
        dead_share=dead_share,
        dead_share_low=dead_middle - dead_error,
        dead_share_high=dead_middle + dead_error,
        loss_mean=loss_mean,
        loss_low=loss_mean - loss_error,
        loss_high=loss_mean + loss_error,
        loss_median_alive=_median(outcome.loss, alive),
        accuracy_mean=accuracy_mean,
        accuracy_low=accuracy_mean - accuracy_error,
        accuracy_high=accuracy_mean + accuracy_error,
        accuracy_mean_alive=_mean(outcome.accuracy, alive)[0],
        accuracy_ceiling=np.divide(abs(m), spread, out=np.zeros_like(m), where=spread > 0),
    )


def _mean(values: NDArray[Any], counted: NDArray[np.bool_]) -> tuple[Numbers, Numbers]:
    """The mean of what is counted, down the columns, and half the width of its interval; NaN where too few are."""
    n = counted.sum(axis=0)
    total = np.where(counted, values, 0).sum(axis=0, dtype=np.float64)
    mean = _divide(total, n)
    squares = np.where(counted, (values - mean) ** 2, 0).sum(axis=0)
    return mean, Z * np.sqrt(_divide(_divide(squares, n - 1), n))


def _share(some: NDArray[np.int64], n: NDArray[np.int64]) -> tuple[Numbers, Numbers, Numbers]:
    """A share, and the middle and half the width of Wilson's interval for it (E. B. Wilson, 1927); NaN where n is 0."""
    share = _divide(some, n)
    middle = (some + Z**2 / 2) / (n + Z**2)
    half_width = Z / (n + Z**2) * np.sqrt(n * share * (1 - share) + Z**2 / 4)
    return share, np.where(n > 0, middle, np.nan), half_width.astype(np.float64)


def _median(values: NDArray[Any], counted: NDArray[np.bool_]) -> Numbers:
    columns = (column[kept] for column, kept in zip(values.T, counted.T, strict=True))
    return np.array([np.median(column) if len(column) else np.nan for column in columns], np.float64)


def _divide(a: NDArray[Any], b: NDArray[Any]) -> Numbers:
    quotient: Numbers = np.divide(a, b, out=np.full(np.shape(a), np.nan), where=b > 0)
    return quotient


def write_summary(file: BinaryIO, summary: Summary) -> None:
    """Write summary.csv: a row a slope."""
    columns = [getattr(summary, field.name).tolist() for field in fields(Summary)]
    rows = (",".join(map(_text, row)) for row in zip(*columns, strict=True))
    file.write("\n".join([",".join(field.name for field in fields(Summary)), *rows, ""]).encode())


def write_results(file: BinaryIO, settings: Settings, outcome: Outcome) -> None:
    """Write results.csv: a row a network, repeat by repeat."""
    file.write(b"slope,repeat,loss,accuracy,dead,diverged\n")
    m = [_text(slope) for slope in slopes(settings).tolist()]
    for repeat in range(settings.repeats):
        columns = (
            column[repeat].tolist() for column in (outcome.loss, outcome.accuracy, outcome.dead, outcome.diverged)
        )
        rows = (
            f"{slope},{repeat},{_text(loss)},{_text(accuracy)},{dead:d},{diverged:d}\n"
            for slope, loss, accuracy, dead, diverged in zip(m, *columns, strict=True)
        )
        file.write("".join(rows).encode())


def _text(value: float) -> str:
    """A number in a table: nine digits tell any two of float32 apart; nothing stands for a value that there is not."""
    return "" if math.isnan(value) else f"{value:.9g}"
