"""Keras in a fork of a process that has imported it: models stay, tensors arrive as arrays."""

import numpy as np

from workbook.attempt import Attempts, Limits, Opaque, Returned, Tensor

SOURCE = """
import keras, numpy as np
keras.utils.set_random_seed(1)
model = keras.Sequential([keras.Input((1,)), keras.layers.Dense(1, activation="relu"), keras.layers.Dense(1)])
model.compile(optimizer=keras.optimizers.SGD(0.05), loss="mean_squared_error")
x = np.linspace(-1, 1, 50).reshape(50, 1)
losses = model.fit(x, 2 * x, epochs=3, batch_size=50, verbose=0).history["loss"]
tensor = keras.ops.convert_to_tensor([1.0, 2.0])
symbolic = model.inputs[0]
"""


def test_a_model_is_trained_and_asked() -> None:
    with Attempts(Limits(seconds=120.0, total_seconds=240.0)) as attempts:
        for _ in range(2):
            with attempts.start(("numpy", "keras")) as attempt:
                assert attempt.run(SOURCE, "answer.py", {}) == Returned(None)
                values = attempt.values(["model", "losses", "tensor", "symbolic"])
                model, losses, tensor = values["model"], values["losses"], values["tensor"]
                assert isinstance(model, Opaque)
                assert (model.type_name, model.module.partition(".")[0]) == ("Sequential", "keras")
                assert isinstance(values["symbolic"], Opaque)
                assert losses == sorted(losses, reverse=True)
                assert isinstance(tensor, Tensor)
                np.testing.assert_array_equal(tensor.array, np.array([1, 2], dtype=np.float32), strict=True)
                assert attempt.method(model, "count_params") == Returned(4)
                weights = attempt.attribute(model, "weights")
                assert isinstance(weights, Returned)
                assert [weight.array.shape for weight in weights.value] == [(1, 1), (1,), (1, 1), (1,)]
                predictions = attempt.method(model, "predict", np.ones((3, 1)), verbose=0)
                assert isinstance(predictions, Returned)
                assert predictions.value.shape == (3, 1)


def test_what_a_run_draws_follows_from_its_seed() -> None:
    source = "import random, keras, numpy as np\nkernel = keras.layers.Dense(1)\nkernel.build((1, 3))\n"
    source += (
        "drawn = [random.random(), np.random.normal(), *keras.ops.convert_to_numpy(kernel.kernel)[:, 0].tolist()]\n"
    )
    drawn = []
    with Attempts(Limits(seconds=120.0, total_seconds=240.0)) as attempts:
        for seed in (7, 7, 8, None, None):
            with attempts.start(("numpy", "keras")) as attempt:
                assert attempt.run(source, "answer.py", {}, seed=seed) == Returned(None)
                drawn.append(attempt.values(["drawn"])["drawn"])
    assert drawn[0] == drawn[1]
    assert len({first for first, *_ in drawn}) == len({kernel for *_, kernel in drawn}) == 4
