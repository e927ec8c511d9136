"""What the tests of the sweep call, in this process and in others that have Keras."""

from __future__ import annotations

import os
import resource
import subprocess
import sys
from collections.abc import Callable
from dataclasses import replace
from typing import Any

import numpy as np

from workbook.sweep.draw import draw
from workbook.sweep.outcome import Outcome
from workbook.sweep.settings import Settings
from workbook.sweep.worker import start, train, train_block

# Eight blocks of some tenths of a second: long enough to be stopped in their midst.
EIGHT_BLOCKS = ("--repeats", "4000", "--epochs", "1000")

# TensorFlow is what a sweep runs on where nothing else is asked for.
ENVIRONMENT = {name: value for name, value in os.environ.items() if name != "KERAS_BACKEND"}

Command = Callable[..., subprocess.CompletedProcess[str]]
InBackend = Callable[..., Any]


def command(*arguments: object) -> list[str]:
    """The command line of a sweep."""
    return [sys.executable, "-m", "workbook.sweep", *map(str, arguments)]


def all_at_once(backend: str, settings: Settings) -> tuple[np.ndarray, np.ndarray]:
    """Losses and predictions of the first repeat of a sweep."""
    settings = replace(settings, backend=backend)
    start(backend)
    return train(settings, draw(settings, range(1)))


def one_by_one(backend: str, settings: Settings) -> tuple[np.ndarray, np.ndarray]:
    """The same networks as models of their own, in Keras as anyone would write it."""
    start(backend)
    import keras

    drawn = draw(settings, range(1))
    losses, predictions = [], []
    for x, y, weights in zip(drawn.x.T, drawn.y.T, drawn.weights.T, strict=True):
        model = keras.Sequential(
            [keras.Input((1,)), keras.layers.Dense(1, activation="relu"), keras.layers.Dense(1)],
        )
        model.compile(optimizer=keras.optimizers.SGD(settings.learning_rate), loss="mse")
        hidden_kernel, hidden_bias, kernel, bias = weights
        model.set_weights([np.array(values) for values in ([[hidden_kernel]], [hidden_bias], [[kernel]], [bias])])
        for _ in range(settings.epochs):
            model.reset_metrics()
            loss = model.train_on_batch(x[:, None], y[:, None])
        losses.append(loss)
        predictions.append(model.predict_on_batch(x[:, None])[:, 0])
    return np.array(losses), np.array(predictions).T


def outcomes(backend: str, settings: Settings, blocks: list[range]) -> list[Outcome]:
    """What comes of some blocks."""
    return [train_block(replace(settings, backend=backend), block) for block in blocks]


def sweeps(backend: str, seeds: range) -> list[Outcome]:
    """The sweep at full size, with each of some seeds."""
    return [train_block(Settings(seed=seed, backend=backend), range(50)) for seed in seeds]


def growth(backend: str, settings: Settings, block: range) -> int:
    """By how many bytes a block makes this process grow."""
    settings = replace(settings, backend=backend)
    train_block(settings, range(1))
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    train_block(settings, block)
    return (resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before) * (1 if sys.platform == "darwin" else 1024)
