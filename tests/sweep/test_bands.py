"""The sweep at full size shows what chapter 4 says, with whatever seed."""

import numpy as np
import pytest
from sweeping import InBackend, sweeps

from workbook.sweep.settings import Settings
from workbook.sweep.summary import Summary, summarise

SEEDS = range(20)


@pytest.fixture(scope="module")
def summaries(in_tensorflow: InBackend) -> list[Summary]:
    return [summarise(Settings(), outcome) for outcome in in_tensorflow(sweeps, SEEDS)]


# What was read off sixty sweeps, and the ends of what a thousand others gave: a band of sixty holds 97 % of those.
BANDS = {
    "highest mean loss": ((1.12, 2.02), (1.02, 2.24)),
    "mean accuracy at slope 0": ((0.065, 0.128), (0.052, 0.135)),
    "highest mean accuracy": ((0.71, 0.86), (0.697, 0.905)),
    "share of dead networks": ((0.238, 0.297), (0.220, 0.317)),
}


@pytest.mark.parametrize("name", BANDS)
def test_twenty_sweeps_are_inside_the_bands(summaries: list[Summary], name: str) -> None:
    values = np.array(
        [
            {
                "highest mean loss": summary.loss_mean.max(),
                "mean accuracy at slope 0": summary.accuracy_mean[10],
                "highest mean accuracy": summary.accuracy_mean.max(),
                "share of dead networks": summary.dead.sum() / 1050,
            }[name]
            for summary in summaries
        ]
    )
    (low, high), (lowest, highest) = BANDS[name]
    assert (lowest <= values).all(), values
    assert (values <= highest).all(), values
    assert low < np.median(values) < high
    # With 97 % for each, fewer than 17 of 20 come once in 300 choices of seeds.
    assert ((low <= values) & (values <= high)).sum() >= 17, values


def test_losses_are_lowest_at_flat_slopes_and_highest_at_steep_ones(summaries: list[Summary]) -> None:
    for summary in summaries:
        assert abs(summary.slope[summary.loss_mean.argmin()]) <= 0.2 + 1e-12
        assert abs(summary.slope[summary.loss_mean.argmax()]) >= 1.6 - 1e-12
        assert summary.slope[summary.accuracy_mean.argmin()] == 0


def test_without_the_dead_loss_is_flat_and_accuracy_follows_the_ceiling(summaries: list[Summary]) -> None:
    for summary in summaries:
        # A thousand sweeps: .201 to .301. The network has three free numbers for 50 points, so below .25.
        assert summary.loss_median_alive.min() > 0.195
        assert summary.loss_median_alive.max() < 0.31
    # One network that learned half of the line pulls a single sweep down by .04; a thousand a slope, by .01.
    accuracy = np.mean([summary.accuracy_mean_alive for summary in summaries], axis=0)
    steep = abs(summaries[0].slope) > 0.9
    np.testing.assert_allclose(accuracy[steep], summaries[0].accuracy_ceiling[steep], rtol=0, atol=0.015)


def test_a_dead_network_has_the_spread_of_y_for_its_loss(in_tensorflow: InBackend) -> None:
    (outcome,) = in_tensorflow(sweeps, range(1))
    expected = np.linspace(-2, 2, 21) ** 2 + 0.25
    loss = np.where(outcome.dead, outcome.loss, np.nan)
    ratios = np.nanmean(loss, axis=0) / expected
    # The variance of 50 values is off by 20 % (one standard deviation); a slope has two to thirty dead networks.
    np.testing.assert_allclose(ratios.mean(), 1, rtol=0, atol=0.1)


def test_nothing_diverges_at_this_learning_rate(summaries: list[Summary]) -> None:
    assert sum(summary.diverged.sum() for summary in summaries) == 0
