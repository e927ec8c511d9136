import numpy as np

NAME, COMPILE = "build_and_train", "build_and_compile"


def test_train_the_model(answer):
    """500 updates with all the data, one an epoch, and the predictions of the trained network."""
    predictions, losses = answer.value("predictions"), answer.value("losses")
    answer.require(
        isinstance(predictions, np.ndarray),
        "the first thing that it returns should be the predictions: call model.predict_on_batch(x)",
        NAME,
    )
    check_losses(answer, losses)
    check_one_update_an_epoch(answer)
    check_predictions(answer, predictions, losses)
    check_fit(answer)


def check_losses(answer, losses):
    numbers = isinstance(losses, list | tuple | np.ndarray)
    answer.require(numbers, "the second thing that it returns should be the list of all losses", NAME)
    answer.require(len(losses) == 500, f"it returns {len(losses)} losses for 500 epochs; keep one for each", NAME)
    losses = np.asarray(losses, dtype=float)
    answer.require(losses.shape == (500,), f"the losses have shape {losses.shape}; keep one number an epoch", NAME)
    answer.require(
        np.isfinite(losses).all(), "the losses are no finite numbers in the end; the steps are too long", COMPILE
    )


def check_one_update_an_epoch(answer):
    """With all x at 0 a network whose ReLU is off has only its last bias to train.

    Each update of learning rate .05 then leaves (1 - 2 * .05)**2 = .81 of the loss. That holds for half of all starting
    weights; the others fall faster, and never slower. So the slowest of several networks tells how many updates there
    are, and of which size. The chance that none of 16 has its ReLU off is 1 in 65,536.
    """
    x, y = np.zeros((50, 1)), np.full((50, 1), 5.0)
    ratio = 0.0
    for _ in range(16):
        predictions, losses = pair(answer, x, y, epochs=3)
        losses = np.asarray(losses, dtype=float)
        answer.require(losses.shape == (3,), f"it returns {losses.size} losses for 3 epochs; use epochs", NAME)
        ratios = losses[1:] / np.maximum(losses[:-1], 1e-12)
        ratio = max(ratio, float(ratios.max()))
        if abs(ratio - 0.81) < 1e-3:
            # A learning rate of 0.95 leaves .81 as well, but jumps to the other side of the target.
            past = "the steps jump past the target; the learning rate is 0.05"
            answer.require(np.max(predictions) < 5, past, COMPILE)
            # The second update then leaves .8075 or more (2,000,000 simulations), with a momentum of .9 it is .64.
            answer.require(ratios[1] > 0.803, MOMENTUM, COMPILE)
            return
    check_compile(answer, x, y)
    # (1 - 2 * rate)**(2 * updates): what the usual slips leave of the loss.
    causes = {
        0.6561: (NAME, "each epoch makes two updates, not one; a batch has 32 rows unless you say otherwise"),
        0.9604: (COMPILE, "the learning rate is 0.01, which SGD takes by itself; give it 0.05"),
        0.9604**2: (COMPILE, "each epoch makes two updates of learning rate 0.01; it should be one of 0.05"),
        0.64: (COMPILE, "the learning rate is 0.1; it should be 0.05"),
        (1 + 0.81 + 0.81**2) / 1.81 * 2 / 3: (NAME, "each loss is the mean of all so far; keep that of each update"),
        1.0: (NAME, "the loss stays as it is: the network is never updated"),
    }
    near = min(causes, key=lambda known: abs(known - ratio))
    other = "the losses do not fall as they do with SGD, a learning rate of 0.05 and the mean squared error"
    name, words = causes[near] if abs(near - ratio) < 2e-3 else (NAME, other)
    answer.require(False, words, name)


def check_compile(answer, x, y):
    """What Keras was told, where the losses are wrong already: the optimizer, its momentum and the loss."""
    model = answer.call(COMPILE)
    optimizer = model.get("optimizer")
    answer.require(optimizer.type_name == "SGD", f"the optimizer is {optimizer.type_name}; it should be SGD", COMPILE)
    answer.require(not optimizer.get("momentum"), MOMENTUM, COMPILE)
    predictions, loss = model.call("predict_on_batch", x), model.call("test_on_batch", x, y)
    # An untrained network predicts from -3 to 3, and y is 5: the error and its square differ by 2 or more.
    is_plain = np.isclose(loss, np.abs(predictions - y).mean())
    answer.require(not is_plain, "the errors are not squared in the loss", COMPILE)


def check_predictions(answer, predictions, losses):
    y = answer.value("y")
    answer.require(
        predictions.shape == y.shape,
        f"the predictions have shape {predictions.shape}; they should have that of y, {y.shape}",
        NAME,
    )
    loss = float(((predictions - y) ** 2).mean())
    # The last loss was measured just before the last update, which changes it by .0008 at most (20,000 simulations).
    answer.require(
        abs(loss - losses[0]) > 1e-5 or losses[0] - losses[-1] < 1e-3,
        "the predictions are those of the untrained network; predict after the loop",
        NAME,
    )
    answer.require(
        abs(loss - losses[-1]) < 2e-3,
        "the last loss is not that of the predictions for x: train on all of x and y, in this order, and predict for x",
        NAME,
    )
    _, once = pair(answer, np.zeros((50, 1)), y, epochs=1)
    _, twice = pair(answer, np.zeros((50, 1)), y, epochs=1)
    answer.require(once[0] != twice[0], "the second call goes on with the same network; build a new one in it", NAME)
    check_living_predictions(answer)


def check_living_predictions(answer):
    """A network that is alive shows what it predicts for. The chance that none of 6 is alive is 4 in 10,000."""
    x, y = answer.value("x"), answer.value("y")
    for _ in range(6):
        predictions, losses = pair(answer, x, y, epochs=60)
        if np.ptp(predictions) > 0.5:
            # The 60th update leaves .945 of the loss or more (20,000 simulations).
            left = float(((predictions - y) ** 2).mean()) / losses[-1]
            answer.require(0.93 < left < 1.001, "the predictions are not those of the trained network for x", NAME)
            return


def check_fit(answer):
    name = "history"
    batch, fit = np.asarray(answer.value("batch_losses")), np.asarray(answer.value("fit_losses"))
    answer.require(len(fit) == len(batch), f"fit ran {len(fit)} epochs; let it run {len(batch)}", name)
    # In float32 the two differ by some 1e-6 after 20 updates (measured on three backends: at most 1e-6).
    answer.require(
        np.allclose(fit, batch, rtol=1e-5, atol=1e-5),
        "its losses are not those of one update an epoch; batch_size should be all rows, len(x)",
        name,
    )


def pair(answer, *arguments, **options):
    result = answer.call(NAME, *arguments, **options)
    answer.require(
        isinstance(result, tuple | list) and len(result) == 2, "it should return predictions and losses", NAME
    )
    return result


MOMENTUM = "each step is longer than the one before: plain SGD has no momentum"
ALTERNATIVES = [
    {'loss="mse"': "loss=keras.losses.MeanSquaredError()"},
    {'loss="mse"': "loss=keras.losses.mean_squared_error"},
    {"predictions = model.predict_on_batch(x)": "predictions = model.predict(x, verbose=0)"},
]
EQUALLY_RIGHT = {
    "is calculated before": "neither of the two lines needs the other",
}
