"""What runs where networks are trained: in this process, or in each worker of a cluster."""

from __future__ import annotations

import os
import shutil
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from functools import lru_cache
from threading import Lock
from typing import TYPE_CHECKING, Any

from workbook.places import WorkbookError
from workbook.sweep.draw import Array, Draw, draw
from workbook.sweep.outcome import Outcome, measure
from workbook.sweep.settings import Settings

if TYPE_CHECKING:
    from workbook.sweep.device import Device

# A block uses every core by itself, and the model is one for the process: its threads take turns.
_turn = Lock()


def start(backend: str) -> Device:
    """Import Keras on `backend`, and tell which device it uses.

    Raises WorkbookError when this process has Keras on another backend already, which it cannot change.
    """
    with _turn:
        os.environ["KERAS_BACKEND"] = backend
        with _quiet_libraries():
            import keras

            from workbook.sweep.device import describe

            device = describe()
        if keras.backend.backend() != backend:
            raise WorkbookError(f"Keras runs on {keras.backend.backend()} in this process already, not on {backend}.")
        return device


def train_block(settings: Settings, repeats: range) -> Outcome:
    """Train and measure every network of some repeats."""
    start(settings.backend)
    drawn = draw(settings, repeats)
    with _turn:
        loss, predictions = train(settings, drawn)
    return measure(loss, predictions, drawn.y, settings.steps)


def train(settings: Settings, drawn: Draw) -> tuple[Array, Array]:
    """Train networks from their starting weights: their losses, (networks,), and predictions, (points, networks)."""
    points, networks = drawn.x.shape
    model = _model(networks, points, settings.epochs, settings.learning_rate)
    for variable, values in zip(model.trainable_variables, drawn.weights, strict=True):
        variable.assign(values)
    results = model.train_on_batch(drawn.x, drawn.y, return_dict=True)
    return results["loss"], results["predictions"]


@lru_cache(maxsize=1)
def _model(networks: int, points: int, epochs: int, learning_rate: float) -> Any:
    """The model for blocks of this size, kept from one to the next: it is compiled at its first use."""
    from workbook.sweep.model import compiled_model

    return compiled_model(networks, points, epochs, learning_rate)


@contextmanager
def _quiet_libraries() -> Iterator[None]:
    """Keep what libraries write as they load, unless they fail: TensorFlow says there that it found no GPU."""
    os.environ.setdefault("TF_CPP_MIN_LOG_LEVEL", "3")
    sys.stderr.flush()
    terminal = os.dup(2)
    with tempfile.TemporaryFile() as written, os.fdopen(terminal, "wb") as stderr:
        os.dup2(written.fileno(), 2)
        try:
            yield
        except BaseException:
            written.seek(0)
            shutil.copyfileobj(written, stderr)
            raise
        finally:
            stderr.flush()
            os.dup2(terminal, 2)
