import numpy as np

CASES = [
    # parameters, learning rate: some points alive; all alive; all dead; another sign everywhere
    ([0.5, 0.1, 0.7, -0.2], 0.05),
    ([-0.3, 2.5, 1.2, 0.4], 0.1),
    ([0.2, -4.0, 0.8, 0.3], 0.05),
    ([-0.9, -0.2, -1.4, 0.6], 0.02),
]


def test_keras_equals_numpy(answer):
    """Your update and Keras's give the same losses for 20 updates, within a millionth."""
    x, y = answer.value("x"), answer.value("y")
    parameters, learning_rate, n_updates = np.array([0.5, 0.1, 0.7, -0.2]), 0.05, 20
    check_predict(answer, x)
    check_update(answer, x, y)
    due = []
    for _ in range(n_updates):
        due.append(float(((predict(parameters, x) - y) ** 2).mean()))
        parameters = update(parameters, x, y, learning_rate)
    check_history(answer, "numpy_losses", due, 1e-9)
    # Keras calculates in float32: after 20 updates it is off by 3e-7 to 5e-7, measured on three backends.
    check_history(answer, "keras_losses", due, 1e-6)
    differences = np.abs(np.array(answer.value("numpy_losses")) - np.array(answer.value("keras_losses")))
    given = answer.value("largest_difference")
    name = "largest_difference"
    answer.require(np.ndim(given) == 0, "it should be one number, the largest of the differences", name)
    answer.require(given >= 0, "it is below 0; take the size of each difference first, np.abs", name)
    answer.require(
        np.isclose(given, differences.max(), rtol=1e-6),
        f"it is {given:.2g}; the largest is {differences.max():.2g}",
        name,
    )


def check_predict(answer, x):
    for parameters, _ in CASES:
        given, due = answer.call("predict", np.array(parameters), x), predict(np.array(parameters), x)
        shape = np.shape(given)
        answer.require(shape == x.shape, f"it returns shape {shape} for x of shape {x.shape}", "predict")
        a, b, c, d = parameters
        answer.require(
            np.allclose(given, due) or not np.allclose(given, c * (a * x + b) + d),
            "relu is missing: a sum below 0 should become 0",
            "predict",
        )
        answer.require(np.allclose(given, due), "it is not c * relu(a * x + b) + d", "predict")


def check_update(answer, x, y):
    wrong = set(WRONG_UPDATES)
    for parameters, rate in CASES:
        given = np.asarray(answer.call("update", np.array(parameters), x, y, rate))
        due = update(np.array(parameters), x, y, rate)
        answer.require(given.shape == (4,), f"it returns shape {given.shape}; four parameters are (4,)", "update")
        off = ~np.isclose(given, due, rtol=1e-6, atol=1e-12)
        wrong = {words for words in wrong if np.allclose(given, WRONG_UPDATES[words](parameters, x, y, rate))}
        if off.any() and not wrong:
            names = ", ".join(name for name, is_off in zip("abcd", off, strict=True) if is_off)
            answer.require(False, f"it updates {names} wrongly; look at the gradient of {names[-1]}", "update")
    # What is left explains every case; where it is right as well, it explains nothing.
    right = all(
        np.allclose(answer.call("update", np.array(parameters), x, y, rate), update(np.array(parameters), x, y, rate))
        for parameters, rate in CASES
    )
    answer.require(right, sorted(wrong, key=list(WRONG_UPDATES).index)[0] if wrong else "", "update")


def check_history(answer, name, due, margin):
    given = answer.value(name)
    answer.require(len(given) == len(due), f"it has {len(given)} losses; 20 updates have {len(due)}", name)
    given = np.asarray(given, dtype=float)
    answer.require(given.shape == (20,), f"it has shape {given.shape}; keep one number for each update", name)
    answer.require(
        not np.allclose(given[:-1], due[1:], atol=10 * margin),
        "each loss is that from after the update; measure before it",
        name,
    )
    means = np.cumsum(due) / np.arange(1, 21)
    answer.require(not np.allclose(given, means, atol=10 * margin), "each loss is the mean of all losses so far", name)
    off = np.abs(given - due) > margin
    answer.require(
        not off.any(),
        f"loss {off.argmax() + 1} is {given[off.argmax()]:.7f}; it should be {due[off.argmax()]:.7f}",
        name,
    )


def predict(parameters, x):
    a, b, c, d = parameters
    return c * np.maximum(0, a * x + b) + d


def gradients_at(parameters, x, y, factor=2, alive=lambda sums: sums > 0, c_behind=None):
    """The four gradients, point by point."""
    a, b, c, d = parameters
    sums = a * x + b
    hidden = np.maximum(0, sums)
    error = factor * (c * hidden + d - y)
    back = error * (c if c_behind is None else c_behind) * alive(sums)
    return np.array([back * x, back, error * hidden, error])


def update(parameters, x, y, rate):
    return parameters - rate * gradients_at(parameters, x, y).mean(axis=(1, 2))


def with_gradients(change):
    return lambda parameters, x, y, rate: np.array(parameters) - rate * change(parameters, x, y)


def one_by_one(parameters, x, y, rate):
    """Back through the weight c after c itself was updated."""
    new = update(np.array(parameters), x, y, rate)
    changed = gradients_at(parameters, x, y, c_behind=new[2]).mean(axis=(1, 2))
    return np.array([*(np.array(parameters) - rate * changed)[:2], *new[2:]])


def mean_of(gradients):
    return gradients.mean(axis=(1, 2))


WRONG_UPDATES = {
    "it adds the gradients, which climbs; subtract them": with_gradients(
        lambda p, x, y: -mean_of(gradients_at(p, x, y))
    ),
    "it adds the gradients of all points up; take their mean": with_gradients(
        lambda p, x, y: gradients_at(p, x, y).sum(axis=(1, 2))
    ),
    "the factor 2 is missing from the gradients": with_gradients(
        lambda p, x, y: mean_of(gradients_at(p, x, y, factor=1))
    ),
    "the slope of the ReLU is missing from the gradients of a and b": with_gradients(
        lambda p, x, y: mean_of(gradients_at(p, x, y, alive=lambda sums: 1))
    ),
    "the weight c is missing from the gradients of a and b": with_gradients(
        lambda p, x, y: mean_of(gradients_at(p, x, y, c_behind=1))
    ),
    "it updates c first and goes back through the new c; calculate all gradients first": one_by_one,
    "it updates the weights a and c only; the biases b and d learn too": with_gradients(
        lambda p, x, y: mean_of(gradients_at(p, x, y)) * [1, 0, 1, 0]
    ),
    "x is missing from the gradient of a": with_gradients(lambda p, x, y: mean_of(gradients_at(p, x, y))[[1, 1, 2, 3]]),
    "the gradient of c has x where it should have the value of the hidden node": with_gradients(
        lambda p, x, y: mean_of(
            np.array([*gradients_at(p, x, y)[:2], gradients_at(p, x, y)[3] * x, gradients_at(p, x, y)[3]])
        )
    ),
}
ALTERNATIVES = [
    {"hidden = np.maximum(0, a * x + b)": "hidden = (a * x + b) * (a * x + b > 0)"},
    {"(2 * error).mean()": "2 * error.mean()"},
    {
        "(2 * error * c * (sums > 0)).mean()": "2 * np.mean(error * c * np.where(hidden > 0, 1, 0))",
        "(2 * error * hidden).mean()": "2 * (error * hidden).sum() / len(x)",
    },
]
EQUALLY_RIGHT = {
    "np.maximum(a * x + b, 0)": "the larger of two, in either order",
    "hidden > 0": "hidden is above 0 where sums is",
    "sums * 10 > 0": "the sign stays",
    "sums / 10 > 0": "the sign stays",
    "is calculated before": "neither of the two lines needs the other",
    "y - predict(": "the square has no sign",
    "abs(predict(": "the square has no sign",
    "-(predict(": "the square has no sign",
    "np.array(keras_losses) - np.array(numpy_losses)": "the sign is dropped",
    "np.abs(-(": "the sign is dropped",
    "np.abs(abs(": "the sign is dropped",
}
