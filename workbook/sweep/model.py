"""Many networks 1 - ReLU 1 - 1 as one Keras model, trained in one step: the whole loop over epochs lies inside it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

import keras
from keras import ops

# Up to this many points the loss is written out point by point (see `total_loss`). With more, the compiler takes long
# (8 s for 200 points) and what it makes is slow.
MOST_POINTS_WRITTEN_OUT = 100


class PerNetwork(keras.layers.Layer):  # type: ignore[misc]
    """One neuron of every network: kernel * input + bias, both (networks,), uniform in (-1, 1) at the start."""

    def __init__(self, networks: int, activation: str | None = None) -> None:
        super().__init__()
        self.networks = networks
        self.activation = keras.activations.get(activation)

    def build(self, input_shape: tuple[int, ...]) -> None:
        """Make the kernel and the bias."""
        uniform = keras.initializers.RandomUniform(-1, 1)
        self.kernel = self.add_weight(shape=(self.networks,), initializer=uniform, name="kernel")
        self.bias = self.add_weight(shape=(self.networks,), initializer=uniform, name="bias")

    def call(self, inputs: Any) -> Any:
        """inputs: (..., networks). Returns the same shape."""
        return self.activation(inputs * self.kernel + self.bias)


class Networks(keras.Model):  # type: ignore[misc]
    """Networks 1 - ReLU 1 - 1 side by side, each with weights, data and a loss of its own.

    One call of `train_on_batch(x, y, return_dict=True)`, x and y of shape (points, networks), makes `epochs` full-batch
    updates of every network. It returns `loss`, (networks,), the mean squared error of the last epoch, which like the
    one that `fit` reports is from before that epoch's update; and `predictions`, (points, networks), from after it.
    """

    def __init__(self, networks: int, epochs: int) -> None:
        super().__init__()
        self.epochs = epochs
        self.hidden = PerNetwork(networks, activation="relu")
        self.outer = PerNetwork(networks)

    def build(self, input_shape: tuple[int, ...]) -> None:
        """Make the weights of both layers."""
        self.hidden.build(input_shape)
        self.outer.build(input_shape)

    def call(self, x: Any) -> Any:
        """x: (..., networks). Returns the predictions, of the same shape."""
        return self.outer(self.hidden(x))

    def predict_with(self, weights: Sequence[Any], x: Any) -> Any:
        """The predictions for x with `weights` in place of the model's own."""
        return self.stateless_call(weights, [], x)[0]

    def results(self, before: Sequence[Any], after: Sequence[Any], x: Any, y: Any) -> dict[str, Any]:
        """What a step returns, from the weights before and after the last update."""
        return {
            "loss": ops.stop_gradient(losses(self.predict_with(before, x), y)),
            "predictions": ops.stop_gradient(self.predict_with(after, x)),
        }


class NetworksInPlace(Networks):
    """For TensorFlow and PyTorch, whose optimizers change the variables themselves."""

    def train_step(self, data: tuple[Any, Any]) -> dict[str, Any]:
        """All epochs: the gradient of the loss, and the optimizer's update, again and again."""
        x, y, _ = keras.utils.unpack_x_y_sample_weight(data)
        x, y = ops.convert_to_tensor(x), ops.convert_to_tensor(y)
        update = update_with_torch if keras.backend.backend() == "torch" else update_with_tensorflow

        def epoch(_: Any, before: list[Any]) -> list[Any]:
            before = self.copy_of_weights()
            update(self, lambda: total_loss(self, x, y))
            return before

        before = ops.fori_loop(0, self.epochs, epoch, self.copy_of_weights())
        return self.results(before, self.copy_of_weights(), x, y)

    def copy_of_weights(self) -> list[Any]:
        """The weights as they are now."""
        return [ops.stop_gradient(ops.copy(variable)) for variable in self.trainable_variables]


class NetworksByState(Networks):
    """For JAX, whose step is given the state of the training and returns the next one."""

    def train_step(self, state: tuple[Any, ...], data: tuple[Any, Any]) -> tuple[dict[str, Any], tuple[Any, ...]]:
        """All epochs, as above."""
        import jax

        x, y, _ = keras.utils.unpack_x_y_sample_weight(data)
        weights, others, optimizer_state, metrics = state
        gradients = jax.grad(lambda weights: total_loss(lambda row: self.predict_with(weights, row), x, y))

        def epoch(_: Any, carried: tuple[Any, ...]) -> tuple[Any, ...]:
            before, optimizer_state, _ = carried
            after, optimizer_state = self.optimizer.stateless_apply(optimizer_state, gradients(before), before)
            return after, optimizer_state, before

        weights, optimizer_state, before = ops.fori_loop(0, self.epochs, epoch, (weights, optimizer_state, weights))
        return self.results(before, weights, x, y), (weights, others, optimizer_state, metrics)


def compiled_model(networks: int, points: int, epochs: int, learning_rate: float) -> Networks:
    """The model for the backend that Keras runs on, built and compiled."""
    backend = keras.backend.backend()
    model = (NetworksByState if backend == "jax" else NetworksInPlace)(networks, epochs)
    model.build((points, networks))
    # PyTorch runs the loop as it is: its compiler would need a C++ compiler on the user's machine.
    model.compile(optimizer=keras.optimizers.SGD(learning_rate), jit_compile=backend != "torch")
    return model


def losses(predictions: Any, y: Any) -> Any:
    """The mean squared error of each network, (networks,), from (points, networks)."""
    return ops.mean(ops.square(predictions - y), axis=0)


def total_loss(predict: Callable[[Any], Any], x: Any, y: Any) -> Any:
    """The sum of all networks' losses, a scalar: its gradient is each network's own. A mean would divide it.

    Where XLA compiles it, the mean over the points is written out as a sum of so many terms. XLA then makes one loop
    over the networks for each gradient, with everything in registers. A mean over an axis makes it write arrays of
    (points, networks) to memory and read them again, which takes twice as long.
    """
    points = x.shape[0]
    if keras.backend.backend() == "torch" or points > MOST_POINTS_WRITTEN_OUT:
        return ops.sum(losses(predict(x), y))
    rows = zip(ops.unstack(x, points), ops.unstack(y, points), strict=True)
    return ops.sum(sum(ops.square(predict(row) - goal) for row, goal in rows)) / points


def update_with_tensorflow(model: keras.Model, loss: Callable[[], Any]) -> None:
    """One step of the model's optimizer down the gradient of the loss."""
    import tensorflow

    with tensorflow.GradientTape() as tape:
        value = loss()
    model.optimizer.apply(tape.gradient(value, model.trainable_variables), model.trainable_variables)


def update_with_torch(model: keras.Model, loss: Callable[[], Any]) -> None:
    """One step of the model's optimizer down the gradient of the loss."""
    import torch

    gradients = torch.autograd.grad(loss(), [variable.value for variable in model.trainable_variables])
    with torch.no_grad():
        model.optimizer.apply(list(gradients), model.trainable_variables)
