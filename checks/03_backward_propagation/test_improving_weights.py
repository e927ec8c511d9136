from workbook.checking import Slip


def test_improving_weights(answer):
    """One update with a learning rate of 0.01 brings the error from 7 down to 5.04."""
    answer.gives(error=7, weights_updated=[-0.14, 1.72, 0.58], preds_updated=5.04, error_updated=5.04)


SLIPS = [
    Slip(
        "weights - learning_rate * slope",
        "weights + learning_rate * slope",
        "you add the slope, which climbs; subtract it to go downhill",
    ),
    Slip(
        "weights - learning_rate * slope",
        "weights - slope",
        "the learning rate is missing; a step of the whole slope jumps far past the best weights",
    ),
    Slip(
        "weights - learning_rate * slope",
        "(weights - learning_rate) * slope",
        "the brackets are in the wrong place. They should be around learning_rate * slope, or left out",
    ),
    Slip(
        "weights - learning_rate * slope",
        "weights - 0.1 * slope",
        "your step is ten times too large; the learning rate is 0.01",
    ),
    Slip(
        "weights - learning_rate * slope",
        "weights - 2 * learning_rate * slope",
        "your step is twice as large as it should be; one update is learning_rate * slope",
    ),
    Slip(
        "preds_updated - target",
        "preds - target",
        "you measure the old prediction; the new error is preds_updated - target",
    ),
    Slip(
        "preds_updated - target",
        "target - preds_updated",
        "you have target - prediction; the error is prediction - target, so its sign is flipped",
    ),
    Slip(
        "(weights_updated * input_data).sum()",
        "(weights * input_data).sum()",
        "you predict with the old weights; use weights_updated to see what the step changed",
    ),
]
ALTERNATIVES = [
    {"weights - learning_rate * slope": "weights - (learning_rate*slope)"},
    {"weights - learning_rate * slope": "weights - 0.01*slope"},
    {"(weights_updated * input_data).sum()": "np.dot(weights_updated, input_data)"},
    {"(weights_updated * input_data).sum()": "input_data @ weights_updated"},
]
