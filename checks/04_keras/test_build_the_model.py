import numpy as np

NAME = "build_the_model"
MODELS = 20
GRID = np.linspace(-3, 3, 61).reshape(61, 1)


def test_build_the_model(answer):
    """The network has one input, one hidden node with ReLU and one output; its 4 parameters start from -1 to 1."""
    starts = []
    for _ in range(MODELS):
        model = answer.call(NAME)
        answer.require(hasattr(model, "call"), "it should return the model; does it end with return?", NAME)
        predictions = np.asarray(model.call("__call__", GRID))
        weights = check_parameters(answer, model)
        check_predictions(answer, predictions, weights)
        starts.append(weights)
    check_starts(answer, np.array(starts))


def check_parameters(answer, model):
    """Return the four parameters, hidden layer first."""
    count = model.call("count_params")
    answer.require(count == 4, f"the model has {count} parameters; two weights and two biases are 4", NAME)
    return [float(weights.item()) for weights in model.call("get_weights")]


def check_predictions(answer, predictions, weights):
    shape = predictions.shape
    answer.require(shape == (61, 1), f"the predictions for 61 rows have shape {shape}; they should be (61, 1)", NAME)
    # A subclass may make the output layer first: then the weights come in that order.
    orders = (weights, weights[2:] + weights[:2])
    answer.require(
        any(np.allclose(predictions, network(*order, hidden=relu), atol=1e-5) for order in orders),
        what_it_is(predictions, orders),
        NAME,
    )


def check_starts(answer, starts):
    """Twenty models, a row each. The chance that right ones fail here is below 1 in 20,000."""
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
    # The layers' own initialiser draws from -1.73 to 1.73: that all 40 weights stay within 1 has the chance 3e-10.
    answer.require(
        np.abs(starts).max() <= 1, "some start beyond -1 to 1; give each kernel and bias a RandomUniform(-1, 1)", NAME
    )
    for column, what in enumerate(("weight", "bias", "weight", "bias")):
        numbers = starts[:, column]
        # From -1 to 1 all 20 stay within .5 with the chance 1e-6, and so it is with one sign.
        for wrong, words in (
            (np.abs(numbers).max() < 0.5, "always starts near 0"),
            ((numbers >= 0).all(), "never starts below 0"),
            ((numbers <= 0).all(), "never starts above 0"),
        ):
            answer.require(not wrong, f"a {what} {words}; draw it with RandomUniform(-1, 1)", NAME)


def what_sets(what):
    return "bias_initializer" if what == "bias" else "kernel_initializer"


def what_it_is(predictions, orders):
    """Say which other network gives these predictions."""
    for order in orders:
        if np.allclose(predictions, network(*order, hidden=linear), atol=1e-5):
            return 'the hidden node has no ReLU, so every prediction lies on one straight line; activation="relu"'
        if np.allclose(predictions, relu(network(*order, hidden=relu)), atol=1e-5):
            return "the output has a ReLU too, so nothing below 0 can be predicted; only the hidden node has one"
        if np.allclose(predictions, relu(network(*order, hidden=linear)), atol=1e-5):
            return "the ReLU is on the output; it belongs to the hidden node"
    return "its predictions are not weight_2 * relu(weight_1 * x + bias_1) + bias_2"


def network(weight_1, bias_1, weight_2, bias_2, hidden):
    return weight_2 * hidden(weight_1 * GRID + bias_1) + bias_2


def relu(numbers):
    return np.maximum(0, numbers)


def linear(numbers):
    return numbers


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
