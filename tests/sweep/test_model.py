"""Many networks as one model are what they are one by one."""

import numpy as np
import pytest
from sweeping import InBackend, all_at_once, growth, one_by_one, outcomes

from workbook.sweep.blocks import memory
from workbook.sweep.settings import Settings

SMALL = Settings(steps=5, seed=3)
# With so many points the loss is not written out point by point.
MANY_POINTS = Settings(steps=2, points=120, seed=3)


@pytest.mark.parametrize("settings", [SMALL, MANY_POINTS], ids=["50 points", "120 points"])
def test_all_at_once_is_one_by_one(in_backend: InBackend, settings: Settings) -> None:
    losses, predictions = in_backend(all_at_once, settings)
    single_losses, single_predictions = in_backend(one_by_one, settings)
    np.testing.assert_allclose(losses, single_losses, rtol=0, atol=1e-5)
    np.testing.assert_allclose(predictions, single_predictions, rtol=0, atol=1e-5)


def test_a_network_does_not_depend_on_its_block(in_backend: InBackend) -> None:
    whole, *parts = in_backend(outcomes, SMALL, [range(4), range(1), range(1, 4)])
    for name in ("loss", "accuracy"):
        joined = np.concatenate([getattr(part, name) for part in parts])
        np.testing.assert_allclose(joined, getattr(whole, name), rtol=0, atol=1e-6)
    np.testing.assert_array_equal(np.concatenate([part.dead for part in parts]), whole.dead)


def test_the_same_block_gives_the_same_bits(in_backend: InBackend) -> None:
    first, _, again = in_backend(outcomes, SMALL, [range(4), range(4, 8), range(4)])
    np.testing.assert_array_equal(first.loss, again.loss)
    np.testing.assert_array_equal(first.accuracy, again.accuracy)


def test_a_learning_rate_that_is_too_large_is_seen(in_backend: InBackend) -> None:
    (outcome,) = in_backend(outcomes, Settings(steps=6, epochs=200, learning_rate=30.0), [range(8)])
    assert outcome.diverged.any()
    np.testing.assert_array_equal(np.isnan(outcome.loss), outcome.diverged)
    np.testing.assert_array_equal(np.isnan(outcome.accuracy), outcome.diverged)
    assert not (outcome.dead & outcome.diverged).any()


def test_a_block_takes_the_memory_that_was_said(in_backend: InBackend) -> None:
    settings, block = Settings(epochs=2), range(10_000)
    assert memory(settings, block) / 2 < in_backend(growth, settings, block) < memory(settings, block) * 1.5
