import numpy as np

NAME = "build_the_model"
MODELS = 40  # a model takes 10 ms, and the learner should not wait for a second
GRID = np.linspace(-3, 3, 61).reshape(61, 1)


def test_build_the_model(answer):
    """The network has one input, one hidden node with ReLU and one output; its 4 parameters start from -1 to 1."""
    predictions, starts = [], []
    for _ in range(MODELS):
        model = answer.call(NAME)
        answer.require(hasattr(model, "call"), "it should return the model; does it end with return?", NAME)
        predictions.append(np.asarray(model.call("__call__", GRID)))
        starts.append(check_parameters(answer, model))
        check_shape(answer, predictions[-1])
    check_predictions(answer, predictions, starts)
    check_starts(answer, np.array(starts))


def check_parameters(answer, model):
    """Return the four parameters, hidden layer first."""
    count, arrays = model.call("count_params"), model.call("get_weights")
    causes = {
        ((1, 1), (1,)): "the model has one layer only; the list needs both, hidden and output",
        ((1, 1), (1, 1)): "both biases are missing: leave use_bias out",
        ((1, 1), (1, 1), (1,)): "a bias is missing: leave use_bias out",
        ((1, 1), (1,), (1, 1)): "a bias is missing: leave use_bias out",
    }
    for nodes in range(2, 11):
        hidden, output = ((1, nodes), (nodes,)), ((nodes, 1), (1,))
        causes[hidden + output] = f"the hidden layer has {nodes} nodes; it should have 1"
    cause = causes.get(tuple(map(np.shape, arrays))) if isinstance(arrays, list) else None
    other = f"the model has {count} parameters; two weights and two biases are 4"
    answer.require(count == 4, cause or other, NAME)
    return [float(weights.item()) for weights in arrays]


def check_shape(answer, predictions):
    shape = predictions.shape
    answer.require(
        shape == (61, 1),
        f"the predictions for 61 rows have shape {shape}; they should be (61, 1); each row holds one number, "
        "so keras.Input(shape=(1,))",
        NAME,
    )


def check_predictions(answer, predictions, starts):
    """Look at all models together: one whose ReLU is never or always on does not show where it stands."""

    def are_those_of(hidden, output):
        return all(
            is_network(given, weights, hidden, output) for given, weights in zip(predictions, starts, strict=True)
        )

    if not are_those_of(relu, linear):
        other = "its predictions are not weight_2 * relu(weight_1 * x + bias_1) + bias_2"
        answer.require(False, next((words for *pair, words in OTHER_NETWORKS if are_those_of(*pair)), other), NAME)


def check_starts(answer, starts):
    """Forty models, a row each. The chance that right ones fail here is 1 in 300,000 (simulated)."""
    answer.require(
        not np.allclose(starts, starts[0]), "every new model starts from the same weights; leave out the seed", NAME
    )
    for column, what in enumerate(("weight", "bias", "weight", "bias")):
        numbers = starts[:, column]
        answer.require(numbers.any(), f"a {what} always starts at 0; give each layer a {what_sets(what)}", NAME)
        answer.require(np.ptp(numbers) > 0, f"a {what} always starts at the same number; RandomUniform(-1, 1)", NAME)
    answer.require(
        not any(np.allclose(starts[:, i], starts[:, j]) for i in range(4) for j in range(i)),
        "two parameters always start at the same number; make a RandomUniform(-1, 1) of its own for each",
        NAME,
    )
    # The layers' own initialiser draws from -1.73 to 1.73: all forty of a weight stay within 1 with the chance 3e-10.
    answer.require(
        np.abs(starts).max() <= 1, "some start beyond -1 to 1; give each kernel and bias a RandomUniform(-1, 1)", NAME
    )
    for column, what in enumerate(("weight", "bias", "weight", "bias")):
        numbers = starts[:, column]
        # From -1 to 1 all stay within .5 with the chance 1e-12, and so it is with one sign. Their standard deviation is
        # .577, give or take .041. One bias of RandomNormal(stddev=0.5) stays within 1 in 15 of 100 checks, and passes.
        for wrong, words in (
            (np.abs(numbers).max() < 0.5, "always starts near 0"),
            ((numbers >= 0).all(), "never starts below 0"),
            ((numbers <= 0).all(), "never starts above 0"),
            (numbers.std() < 0.35, "is not spread evenly from -1 to 1"),
        ):
            answer.require(not wrong, f"a {what} {words}; draw it with RandomUniform(-1, 1)", NAME)


def what_sets(what):
    return "bias_initializer" if what == "bias" else "kernel_initializer"


def is_network(predictions, weights, hidden, output):
    """float32 is off by 4e-7 at most (1,000 models on TensorFlow, 300 each on JAX and PyTorch)."""
    # A subclass may make the output layer first: then the weights come in that order.
    for weight_1, bias_1, weight_2, bias_2 in (weights, weights[2:] + weights[:2]):
        if np.allclose(predictions, output(weight_2 * hidden(weight_1 * GRID + bias_1) + bias_2), atol=1e-5):
            return True
    return False


def relu(numbers):
    return np.maximum(0, numbers)


def linear(numbers):
    return numbers


OTHER_ACTIVATION = 'the hidden node has another activation; activation="relu"'
# What the hidden node and the output do with their sums, and the words for it.
OTHER_NETWORKS = [
    (linear, linear, 'the hidden node has no ReLU, so every prediction lies on one straight line; activation="relu"'),
    (relu, relu, "the output has a ReLU too, so nothing below 0 can be predicted; only the hidden node has one"),
    (linear, relu, "the ReLU is on the output; it belongs to the hidden node"),
    (lambda sums: 1 / (1 + np.exp(-sums)), linear, OTHER_ACTIVATION),  # sigmoid
    (np.tanh, linear, OTHER_ACTIVATION),
    (lambda sums: np.where(sums > 0, sums, 0.2 * sums), linear, OTHER_ACTIVATION),  # leaky_relu
    (np.ones_like, linear, OTHER_ACTIVATION),  # softmax, of a single node
    (lambda sums: np.log1p(np.exp(sums)), linear, OTHER_ACTIVATION),  # softplus
    (lambda sums: np.where(sums > 0, sums, np.expm1(sums)), linear, OTHER_ACTIVATION),  # elu
]
ALTERNATIVES = [
    {
        "return keras.Sequential([keras.Input(shape=(1,)), hidden, output])": (
            "inputs = keras.Input(shape=(1,))\n    return keras.Model(inputs, output(hidden(inputs)))"
        )
    },
    {'activation="relu"': "activation=keras.ops.relu"},
]
EQUALLY_RIGHT = {
    "RandomUniform(1, -1)": "from 1 to -1 is the same range",
    "`output` is calculated before `hidden`": "the two layers are joined later",
}
