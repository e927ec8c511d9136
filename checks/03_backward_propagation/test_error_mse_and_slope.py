from workbook.checking import Slip


def test_error_mse_and_slope(answer):
    """The three functions return the error 7, the squared error 49 and the slope [14 28 42]."""
    answer.gives(error=7, mse=49, slope=[14, 28, 42])


SLIPS = [
    Slip(
        "preds - target",
        "target - preds",
        "you return target - preds; the error is preds - target, so its sign is flipped",
    ),
    Slip(
        "return error**2",
        "return error",
        "you return the error itself; the mean squared error is the error times itself",
    ),
    Slip(
        "return error**2",
        "return abs(error)",
        "you return the size of the error; the mean squared error is the error times itself",
    ),
    Slip(
        "return error**2",
        "return error * 2",
        "you double the error; to square it, multiply it by itself: error**2",
    ),
    Slip(
        "return 2 * input_data * error",
        "return input_data * error",
        "the factor 2 is missing; it comes from squaring the error, and this chapter keeps it",
    ),
]
ALTERNATIVES = [
    {"return error**2": "return np.mean(error ** 2)"},
    {"return 2 * input_data * error": "return input_data * error * 2"},
    {"    preds = (weights * input_data).sum()\n    return preds - target": "    return weights @ input_data - target"},
]
