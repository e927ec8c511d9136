import numpy as np

NAME = "build_models"


def test_models_side_by_side(answer):
    """1,050 networks in one model: 4 arrays of 1,050 parameters from -1 to 1, and no connection between columns."""
    check_network(answer, answer.call(NAME, 6))
    models = [answer.call(NAME, 1050) for _ in range(2)]
    check_starts(answer, *(parameters_of(answer, model, 1050) for model in models))


def check_network(answer, model):
    answer.require(hasattr(model, "call"), "it should return the model; does it end with return?", NAME)
    x = np.linspace(-3, 3, 30).reshape(5, 6)[:, [3, 0, 5, 1, 4, 2]]
    predictions = np.asarray(model.call("predict_on_batch", x))
    parameters = parameters_of(answer, model, 6)
    shape = predictions.shape
    answer.require(shape == (5, 6), f"5 rows of 6 columns give predictions of shape {shape}, not (5, 6)", NAME)
    # A subclass may make the output layer first: then the arrays come in that order.
    orders = (parameters, np.roll(parameters, 2, axis=0))
    # float32 is off by 4e-7 at most (300 models on TensorFlow, 100 each on JAX and PyTorch).
    right = any(np.allclose(predictions, network(x, order, relu, linear), atol=1e-5) for order in orders)
    answer.require(right, what_it_is(x, predictions, orders), NAME)


def parameters_of(answer, model, n_models):
    """Return the parameters in four rows, one column for each network."""
    count = model.call("count_params")
    causes = {
        2 * n_models: "the biases are missing: give both layers bias_axes",
        3 * n_models: "one layer has no biases: give both bias_axes",
        2 * (n_models**2 + n_models): "each node sees every column; a network may see only its own, with EinsumDense",
        n_models**2 + 3 * n_models: "one layer connects all columns; a network may see only its own",
        4: "all networks share the same 4 parameters; each needs its own",
    }
    answer.require(
        count == 4 * n_models,
        causes.get(count, f"{n_models} networks have {4 * n_models} parameters, 4 each; here there are {count}"),
        NAME,
    )
    arrays = model.call("get_weights")
    answer.require(
        all(array.size == n_models for array in arrays),
        f"the parameters come in arrays of shape {[array.shape for array in arrays]}; each should be ({n_models},)",
        NAME,
    )
    return np.array([array.ravel() for array in arrays])


def check_starts(answer, starts, other_starts):
    """The standard deviation of 1,050 numbers from -1 to 1 is .577, give or take .008."""
    answer.require(not np.allclose(starts, other_starts), "every new model starts alike; leave out the seed", NAME)
    for row, what in zip(starts, ("hidden weights", "hidden biases", "output weights", "output biases"), strict=True):
        size = np.abs(row).max()
        answer.require(size > 0, f"the {what} all start at 0; give each layer a bias_initializer", NAME)
        answer.require(
            size > 0.2,
            f"the {what} all start near 0, far too small for a network; draw them with RandomUniform(-1, 1)",
            NAME,
        )
        answer.require(
            size <= 1 and abs(row.std() - 0.577) < 0.04 and abs(row.mean()) < 0.1,
            f"the {what} are not spread from -1 to 1; draw them with RandomUniform(-1, 1)",
            NAME,
        )
    answer.require(
        not any(np.allclose(starts[i], starts[j]) for i in range(4) for j in range(i)),
        "two of the four arrays start with the same numbers; make a RandomUniform(-1, 1) of its own for each",
        NAME,
    )


def what_it_is(x, predictions, orders):
    """Say which other network gives these predictions."""
    for order in orders:
        if np.allclose(predictions, network(x, order, linear, linear), atol=1e-5):
            return "the hidden nodes have no ReLU, so every network is a straight line"
        if np.allclose(predictions, network(x, order, relu, relu), atol=1e-5):
            return "the outputs have a ReLU too, so nothing below 0 can be predicted"
        if np.allclose(predictions, network(x, order, linear, relu), atol=1e-5):
            return "the ReLU is on the outputs; it belongs to the hidden nodes"
    return "column m of the predictions is not that of network m, c[m] * relu(a[m] * x + b[m]) + d[m]"


def network(x, parameters, hidden, output):
    a, b, c, d = parameters
    return output(c * hidden(a * x + b) + d)


def relu(numbers):
    return np.maximum(0, numbers)


def linear(numbers):
    return numbers


ALTERNATIVES = [
    {
        "return keras.Sequential([keras.Input(shape=(n_models,)), hidden, output])": (
            "inputs = keras.Input(shape=(n_models,))\n    return keras.Model(inputs, output(hidden(inputs)))"
        )
    },
    {'activation="relu"': "activation=keras.ops.relu"},
]
EQUALLY_RIGHT = {
    "RandomUniform(1, -1)": "from 1 to -1 is the same range",
    "`output` is calculated before `hidden`": "the two layers are joined later",
}
