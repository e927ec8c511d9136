from workbook.checking import Slip


def test_zero_errors(answer):
    """Where the error is 0, the updates to all weights are 0."""
    answer.gives(answer="a", error=0, slope=[0, 0, 0], update=[0, 0, 0])


SLIPS = [
    Slip(
        "2 * input_data * error",
        "input_data * error",
        "the factor 2 is missing; here that makes no difference, with any other error it does",
    ),
    Slip(
        "learning_rate * slope",
        "weights - learning_rate * slope",
        "these are the updated weights; the update is what is subtracted, learning_rate * slope",
    ),
]
ALTERNATIVES = [
    {"2 * input_data * error": "error * input_data * 2"},
    {"learning_rate * slope": "slope * learning_rate"},
]
