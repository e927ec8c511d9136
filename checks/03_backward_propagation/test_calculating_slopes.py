from workbook.checking import Slip


def test_calculating_slopes(answer):
    """The slope of the squared error at these weights is [14 28 42]."""
    answer.gives(preds=7, error=7, slope=[14, 28, 42])


SLIPS = [
    Slip(
        "preds - target",
        "target - preds",
        "you have target - preds; the error is preds - target, so its sign is flipped",
    ),
    Slip(
        "2 * input_data * error",
        "input_data * error",
        "the factor 2 is missing; it comes from squaring the error, and this chapter keeps it",
    ),
    Slip(
        "2 * input_data * error",
        "2 * weights * error",
        "you multiply by the weights; the slope for a weight is 2 * its input * the error",
    ),
    Slip(
        "(weights * input_data).sum()",
        "weights * input_data",
        "the products are not added up yet; the prediction is one number, their sum",
    ),
    Slip(
        "(weights * input_data).sum()",
        "weights * input_data.sum()",
        "brackets are missing; .sum() adds up only input_data here, and should add up the products",
    ),
    Slip(
        "(weights * input_data).sum()",
        "weights.sum() * input_data.sum()",
        "you add up first and multiply then; multiply entry by entry, and add up the products",
    ),
    Slip(
        "2 * input_data * error",
        "input_data * error**2",
        "you square the error; the slope of a square is 2 times the error",
    ),
]
ALTERNATIVES = [
    {"(weights * input_data).sum()": "(input_data * weights).sum()"},
    {"(weights * input_data).sum()": "weights @ input_data"},
    {"(weights * input_data).sum()": "np.dot(input_data, weights)"},
    {"2 * input_data * error": "input_data * error * 2"},
    {"2 * input_data * error": "2 * error * input_data"},
]
