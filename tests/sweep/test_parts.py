"""The parts of a sweep that need no Keras: what is drawn, how it is cut, how it is measured and summed up."""

import io
import math
from collections.abc import Callable
from concurrent.futures import Executor, Future
from dataclasses import replace
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from workbook.places import WorkbookError
from workbook.sweep.blocks import NETWORKS_AT_ONCE, UPDATES_AT_ONCE, cut
from workbook.sweep.draw import draw, slopes
from workbook.sweep.figure import draw_figure
from workbook.sweep.folder import Folder
from workbook.sweep.outcome import Outcome, correlations, measure
from workbook.sweep.settings import Settings
from workbook.sweep.summary import summarise
from workbook.sweep.training import train_missing

SETTINGS = Settings(steps=5, repeats=40, seed=11)


def test_a_repeat_is_drawn_the_same_in_any_block() -> None:
    whole = draw(SETTINGS, range(6))
    parts = [draw(SETTINGS, range(2)), draw(SETTINGS, range(2, 3)), draw(SETTINGS, range(3, 6))]
    for name in ("x", "y", "weights"):
        joined = np.concatenate([getattr(part, name) for part in parts], axis=1)
        np.testing.assert_array_equal(joined, getattr(whole, name))


def test_no_two_networks_are_given_the_same() -> None:
    drawn = draw(SETTINGS, range(40))
    other_seed = draw(replace(SETTINGS, seed=12), range(40))
    for name in ("x", "y", "weights"):
        columns = np.concatenate([getattr(drawn, name), getattr(other_seed, name)], axis=1)
        assert np.unique(columns, axis=1).shape == (len(columns), 400)


def test_the_data_are_what_the_settings_say() -> None:
    settings = replace(SETTINGS, points=500, noise=0.8)
    drawn = draw(settings, range(40))
    noise = drawn.y - np.tile(slopes(settings), 40) * drawn.x
    # 100,000 values: the margins are six standard errors.
    assert drawn.x.mean() == pytest.approx(0, abs=0.019)
    assert drawn.x.std() == pytest.approx(1, abs=0.014)
    assert noise.mean() == pytest.approx(0, abs=0.016)
    assert noise.std() == pytest.approx(0.8, abs=0.011)
    assert drawn.weights.min() >= -1
    assert drawn.weights.max() <= 1
    assert drawn.weights.std() == pytest.approx(1 / math.sqrt(3), abs=0.055)
    assert drawn.x.dtype == drawn.y.dtype == drawn.weights.dtype == np.float32


@given(
    st.builds(
        Settings,
        steps=st.integers(2, 10_000),
        repeats=st.integers(1, 5_000),
        epochs=st.integers(1, 10_000),
        points=st.integers(2, 1_000),
    ),
    st.sampled_from(["CPU", "GPU"]),
)
def test_blocks_cover_every_repeat_once(settings: Settings, kind: str) -> None:
    blocks = cut(settings, kind)
    assert [repeat for block in blocks for repeat in block][: settings.repeats] == list(range(settings.repeats))
    assert len({len(block) for block in blocks}) == 1
    assert blocks[-1].start < settings.repeats  # none is trained for nothing
    if len(blocks[0]) > 1:
        networks = len(blocks[0]) * settings.steps
        assert networks <= NETWORKS_AT_ONCE[kind]
        assert networks * settings.points * settings.epochs <= UPDATES_AT_ONCE[kind]


def test_a_constant_prediction_is_dead_and_counts_0() -> None:
    # The standard deviation of fifty times a third is not 0 but 3e-08: it would tell nothing.
    predictions = np.full((50, 2), 1 / 3, np.float32)
    predictions[:, 1] += np.linspace(0, 1, 50, dtype=np.float32)
    y = np.tile(np.linspace(0, 2, 50, dtype=np.float32)[:, None], 2)
    assert predictions[:, 0].std() > 0
    outcome = measure(np.array([0.5, 0.1], np.float32), predictions, y, steps=2)
    assert outcome.dead.tolist() == [[True, False]]
    assert outcome.accuracy[0] == pytest.approx([0, 1])
    assert not outcome.diverged.any()


def test_what_ran_off_to_infinity_is_neither_dead_nor_counted() -> None:
    predictions = np.array([[np.inf, np.nan, 1, 1], [np.inf, np.nan, 1, 2]], np.float32)
    y = np.ones((2, 4), np.float32)
    outcome = measure(np.array([np.inf, np.nan, 1, 1], np.float32), predictions, y, steps=4)
    assert outcome.diverged.tolist() == [[True, True, False, False]]
    assert outcome.dead.tolist() == [[False, False, True, False]]
    np.testing.assert_array_equal(outcome.accuracy, [[np.nan, np.nan, 0, 0]])  # the last y is constant
    np.testing.assert_array_equal(outcome.loss, [[np.nan, np.nan, 1, 1]])


def test_correlations_are_those_of_numpy() -> None:
    random = np.random.default_rng(5)
    a, b = random.normal(3, 2, (2, 50, 30)).astype(np.float32)
    b += a
    expected = [np.corrcoef(one, other)[0, 1] for one, other in zip(a.T, b.T, strict=True)]
    np.testing.assert_allclose(correlations(a, b), expected, rtol=0, atol=1e-12)


def test_a_summary_by_hand() -> None:
    settings = Settings(first_slope=0, last_slope=1, steps=2, repeats=4, noise=0.5)
    nothing, everything = [False, False], [False, True]
    summary = summarise(
        settings,
        Outcome(
            loss=np.array([[1, 2], [3, 4], [5, 6], [7, np.nan]], np.float32),
            accuracy=np.array([[0.1, 0.9], [0.3, 0.8], [0, 0.7], [0.4, np.nan]]),
            dead=np.array([nothing, nothing, [True, False], nothing]),
            diverged=np.array([nothing, nothing, nothing, everything]),
        ),
    )
    assert summary.slope.tolist() == [0, 1]
    assert summary.networks.tolist() == [4, 4]
    assert summary.diverged.tolist() == [0, 1]
    assert summary.dead.tolist() == [1, 0]
    np.testing.assert_allclose(summary.loss_mean, [4, 4])
    # Standard deviations of 1, 3, 5, 7 and of 2, 4, 6: sqrt(20 / 3) and 2.
    np.testing.assert_allclose(summary.loss_high - 4, [1.96 * math.sqrt(20 / 3 / 4), 1.96 * 2 / math.sqrt(3)])
    np.testing.assert_allclose(summary.loss_low, 8 - summary.loss_high)
    np.testing.assert_allclose(summary.loss_median_alive, [3, 4])
    np.testing.assert_allclose(summary.accuracy_mean, [0.2, 0.8])
    np.testing.assert_allclose(summary.accuracy_mean_alive, [0.8 / 3, 0.8])
    np.testing.assert_allclose(summary.accuracy_ceiling, [0, 1 / math.sqrt(1.25)])
    np.testing.assert_allclose(summary.dead_share, [0.25, 0])
    # Wilson's interval for 1 of 4 and for 0 of 3, from a published calculator.
    np.testing.assert_allclose(summary.dead_share_low, [0.0456, 0], atol=5e-5)
    np.testing.assert_allclose(summary.dead_share_high, [0.6994, 0.5615], atol=5e-5)


def outcome_of(settings: Settings, diverged: int = 0) -> Outcome:
    """An outcome as a sweep could have, with so many networks that diverged."""
    random = np.random.default_rng(settings.seed)
    shape = (settings.repeats, settings.steps)
    ran_off = np.zeros(shape, bool)
    ran_off.flat[:diverged] = True
    dead = (random.random(shape) < 0.27) & ~ran_off
    loss = np.where(ran_off, np.nan, random.random(shape)).astype(np.float32)
    return Outcome(loss, np.where(ran_off, np.nan, np.where(dead, 0, random.random(shape))), dead, ran_off)


def test_the_figure_says_what_it_shows() -> None:
    settings = Settings()
    summary = summarise(settings, outcome_of(settings, diverged=7))
    figure = draw_figure(settings, summary)
    losses, accuracy, dead = figure.axes
    for axes, title, y_label in (
        (losses, "Losses", "mean squared error\n(units of y, squared)"),
        (accuracy, "Accuracy", "correlation of\nprediction and y (no unit)"),
        (dead, "Dead networks (the same prediction for every x)", "share of the networks\n(%)"),
    ):
        assert (axes.get_title(loc="left"), axes.get_ylabel()) == (title, y_label)
        assert len(axes.collections) == 1  # the band
        np.testing.assert_array_equal(axes.lines[0].get_xdata(), slopes(settings))
        styles = {(line.get_linestyle(), line.get_marker()) for line in axes.lines}
        assert len(styles) == len(axes.lines)  # told apart without colour
    np.testing.assert_array_equal(losses.lines[0].get_ydata(), summary.loss_mean)
    np.testing.assert_array_equal(accuracy.lines[0].get_ydata(), summary.accuracy_mean)
    np.testing.assert_array_equal(dead.lines[0].get_ydata(), 100 * summary.dead_share)
    assert dead.get_xlabel() == "slope m of y = m x + noise (units of y for one of x)"
    assert figure.get_supxlabel().splitlines() == [
        "n = 50 networks for each slope, 1,050 in all, each trained on 50 points of its own for 500 epochs.",
        "Bands: 95 % confidence intervals (mean ± 1.96 standard errors; for the share, Wilson's).",
        "The ceiling is that of endless points: 50 can be fitted a little better.",
        "7 networks diverged and are left out.",
    ]


@pytest.mark.parametrize(("repeats", "diverged"), [(1, 0), (1, 5), (2, 10), (3, 1)])
def test_the_figure_can_be_drawn_of_very_little(repeats: int, diverged: int) -> None:
    settings = replace(SETTINGS, repeats=repeats)
    figure = draw_figure(settings, summarise(settings, outcome_of(settings, diverged)))
    with io.BytesIO() as file:
        figure.savefig(file, format="svg")
        assert file.tell() > 0
    one = "Band: 95 % confidence interval of the share (Wilson's); a mean of one network has none."
    assert (one in figure.get_supxlabel()) == (repeats == 1)


class FirstBlockOnly(Executor):
    """An executor that has done the first block, and is still at the others."""

    def __init__(self, first: Outcome) -> None:
        self.futures: list[Future[Outcome]] = [Future(), Future(), Future()]
        self.futures[0].set_result(first)
        self.given = iter(self.futures)

    def submit(self, function: Callable[..., Any], /, *arguments: Any, **options: Any) -> Future[Any]:
        return next(self.given)


def test_a_block_that_fails_ends_the_sweep_and_loses_nothing(tmp_path: Path) -> None:
    settings = replace(SETTINGS, repeats=30)
    first = outcome_of(replace(settings, repeats=10))
    executor = FirstBlockOnly(first)
    folder = Folder(tmp_path, settings)
    with pytest.raises(WorkbookError) as failure:
        train_missing(
            folder,
            [range(10), range(10, 20), range(20, 30)],
            executor,
            lambda block: executor.futures[1].set_exception(MemoryError("no room for\n  8 GB")),
        )
    assert str(failure.value) == (
        "training failed (MemoryError: no room for 8 GB). What is done is kept, and the same command continues."
    )
    assert executor.futures[2].cancelled()
    assert Folder(tmp_path, settings).done() == set(range(10))
