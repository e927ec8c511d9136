"""The ways to train many small networks that `benchmarks.sweep` sets side by side, each run in a process of its own.

`python -m benchmarks.cases CASE NETWORKS` trains so many networks, or the first few of them where the way is slow, and
prints a line of JSON. Every case has the data, starting weights and number of updates of a sweep with seed 0. What is
timed begins with arrays of NumPy and ends with losses and predictions in arrays of NumPy; drawing is not part of it.
"""

from __future__ import annotations

import importlib.util
import json
import os
import sys
import time
from collections.abc import Callable
from dataclasses import asdict, dataclass
from functools import partial
from typing import Any

import numpy as np
from numpy.typing import NDArray

from workbook.sweep.blocks import cut
from workbook.sweep.draw import Draw, draw
from workbook.sweep.settings import Settings
from workbook.sweep.worker import start, train

# Warm runs go on until so many seconds have passed, at most so often; the fastest counts.
WARM_SECONDS, WARM_RUNS = 5, 9

# How many networks stand for all where they are trained one after the other. The first is the cold one.
NETWORKS_BY_FIT, NETWORKS_BY_BATCH, NETWORKS_BY_TORCH = 2, 4, 9

Array = NDArray[np.float32]


@dataclass(frozen=True)
class Measurement:
    """How long a case took to train `networks` networks, in seconds, and the losses of the first five.

    `seconds` is what all its runs took together.
    """

    networks: int
    cold: float
    warm: float
    seconds: float
    losses: list[float]
    device: str


def settings_for(networks: int, backend: str = "tensorflow") -> Settings:
    """A sweep of so many networks. Raises ValueError when 21 slopes, or 20, cannot share them out evenly."""
    for steps in (21, 20):
        if networks % steps == 0:
            return Settings(steps=steps, repeats=networks // steps, backend=backend)
    raise ValueError(f"{networks} networks are a multiple neither of 21 nor of 20")


def ours(backend: str, networks: int) -> Measurement:
    """The workbook's sweep, in its own blocks."""
    settings = settings_for(networks, backend)
    device = start(backend)
    blocks = [draw(settings, block) for block in cut(settings, device.kind)]
    return measure_together(networks, str(device), [partial(train, settings, block) for block in blocks])


def vmap_scan(networks: int, *, in_blocks: bool) -> Measurement:
    """What someone skilled writes by hand in JAX: `scan` over the epochs of one network, and `vmap` over networks."""
    import jax
    import jax.numpy as jnp

    settings = settings_for(networks)

    def predict(weights: jax.Array, x: jax.Array) -> Any:
        hidden_kernel, hidden_bias, kernel, bias = weights
        return kernel * jax.nn.relu(hidden_kernel * x + hidden_bias) + bias

    def train_one(weights: jax.Array, x: jax.Array, y: jax.Array) -> tuple[jax.Array, jax.Array]:
        def epoch(weights: jax.Array, _: None) -> tuple[jax.Array, jax.Array]:
            loss, gradient = jax.value_and_grad(lambda weights: jnp.mean((predict(weights, x) - y) ** 2))(weights)
            return weights - settings.learning_rate * gradient, loss

        weights, losses = jax.lax.scan(epoch, weights, length=settings.epochs)
        return losses[-1], predict(weights, x)

    train_all = jax.jit(jax.vmap(train_one))

    def run(drawn: Draw) -> tuple[Array, Array]:
        losses, predictions = train_all(drawn.weights.T, drawn.x.T, drawn.y.T)
        return np.asarray(losses), np.asarray(predictions)

    device = jax.devices()[0]
    repeats = cut(settings, "CPU" if device.platform == "cpu" else "GPU") if in_blocks else [range(settings.repeats)]
    drawn = [draw(settings, block) for block in repeats]
    return measure_together(networks, f"{device} with jax {jax.__version__}", [partial(run, block) for block in drawn])


def keras_loop(networks: int, *, by_fit: bool) -> Measurement:
    """Keras as anyone writes it: a model a network, and `fit`, or `train_on_batch` again and again."""
    backend = next(name for name in ("tensorflow", "jax", "torch") if importlib.util.find_spec(name))
    device = start(backend)
    import keras

    settings = settings_for(networks)

    def run(x: Array, y: Array, weights: Array) -> float:
        hidden_kernel, hidden_bias, kernel, bias = weights
        model = keras.Sequential([keras.Input((1,)), keras.layers.Dense(1, activation="relu"), keras.layers.Dense(1)])
        model.compile(optimizer=keras.optimizers.SGD(settings.learning_rate), loss="mse")
        model.set_weights([np.array(values) for values in ([[hidden_kernel]], [hidden_bias], [[kernel]], [bias])])
        if by_fit:
            history = model.fit(x, y, batch_size=len(x), epochs=settings.epochs, verbose=0)
            loss = history.history["loss"][-1]
        else:
            for _ in range(settings.epochs):
                model.reset_metrics()
                loss = model.train_on_batch(x, y)
        model.predict_on_batch(x)
        return float(loss)

    return measure_one_by_one(settings, NETWORKS_BY_FIT if by_fit else NETWORKS_BY_BATCH, str(device), run)


def torch_loop(networks: int) -> Measurement:
    """PyTorch as the experiment's source has it: a module a network, and the usual five lines an epoch."""
    import torch

    settings = settings_for(networks)

    def run(x: Array, y: Array, weights: Array) -> float:
        model = torch.nn.Sequential(torch.nn.Linear(1, 1), torch.nn.ReLU(), torch.nn.Linear(1, 1))
        with torch.no_grad():
            for parameter, value in zip(model.parameters(), weights, strict=True):
                parameter.fill_(float(value))
        loss_of = torch.nn.MSELoss()
        optimizer = torch.optim.SGD(model.parameters(), lr=settings.learning_rate)
        inputs, goals = torch.from_numpy(x), torch.from_numpy(y)
        for _ in range(settings.epochs):
            predictions = model(inputs)
            loss = loss_of(predictions, goals)
            optimizer.zero_grad()
            loss.backward()
            optimizer.step()
        model(inputs).detach().numpy()
        return float(loss.detach())

    return measure_one_by_one(settings, NETWORKS_BY_TORCH, f"CPU with torch {torch.__version__}", run)


def measure_together(networks: int, device: str, blocks: list[Callable[[], tuple[Array, Array]]]) -> Measurement:
    """Time the training of all blocks: once cold, then warm."""

    def run() -> list[float]:
        began = time.perf_counter()
        losses = np.concatenate([block()[0] for block in blocks])
        seconds.append(time.perf_counter() - began)
        return [float(loss) for loss in losses[:5]]

    seconds: list[float] = []
    losses = run()
    while len(seconds) < 2 or (sum(seconds[1:]) < WARM_SECONDS and len(seconds) <= WARM_RUNS):
        run()
    return Measurement(networks, seconds[0], min(seconds[1:]), sum(seconds), losses, device)


def measure_one_by_one(
    settings: Settings, networks: int, device: str, run: Callable[[Array, Array, Array], float]
) -> Measurement:
    """Time the training of the first networks, one after the other. `warm` counts the fastest for each."""
    drawn = draw(settings, range(1))
    seconds, losses = [], []
    for network in range(networks):
        x, y = drawn.x[:, network, None].copy(), drawn.y[:, network, None].copy()
        began = time.perf_counter()
        losses.append(run(x, y, drawn.weights[:, network]))
        seconds.append(time.perf_counter() - began)
    warm = min(seconds[1:]) * networks
    return Measurement(networks, seconds[0], warm, sum(seconds), losses[:5], device)


CASES: dict[str, Callable[[int], Measurement]] = {
    "ours tensorflow": partial(ours, "tensorflow"),
    "ours jax": partial(ours, "jax"),
    "ours torch": partial(ours, "torch"),
    "vmap scan": partial(vmap_scan, in_blocks=False),
    "vmap scan blocks": partial(vmap_scan, in_blocks=True),
    "torch loop": torch_loop,
    "batch loop": partial(keras_loop, by_fit=False),
    "fit loop": partial(keras_loop, by_fit=True),
}

if __name__ == "__main__":
    os.environ.setdefault("TF_CPP_MIN_LOG_LEVEL", "3")
    print(json.dumps(asdict(CASES[sys.argv[1]](int(sys.argv[2])))))
