from workbook.checking import Slip


def test_four_steps(answer):
    """The weight goes 0, 0.88, 0.6952, 0.734008, 0.72585832, and the error falls from 0.64 to 0.0000549."""
    answer.gives(
        weights=[0, 0.88, 0.6952, 0.734008],
        errors=[0.64, 0.028224, 0.0012446784, 5.489031744e-05],
        deltas=[-0.8, 0.168, -0.03528, 0.0074088],
        weight_deltas=[-0.88, 0.1848, -0.038808, 0.00814968],
        weight=0.72585832,
    )


SLIPS = [
    Slip(
        "delta = pred - goal_pred",
        "delta = goal_pred - pred",
        "you have goal_pred - pred, so the sign is flipped and the weight steps the wrong way",
        name="delta",
    ),
    Slip(
        "delta = pred - goal_pred",
        "delta = error",
        "you use the squared error, which has lost its sign; delta is the miss itself",
        name="delta",
    ),
    Slip(
        "weight_delta = delta * input",
        "weight_delta = delta * weight",
        "you multiply by the weight; a weight_delta is the delta times the input",
        name="weight_delta",
    ),
    Slip(
        "weight_delta = delta * input",
        "weight_delta = delta",
        "the delta is not multiplied by the input",
        name="weight_delta",
    ),
    Slip(
        "weight_delta = delta * input",
        "weight_delta = 2 * delta * input",
        "there is a factor 2; this chapter leaves it out (a later exercise shows where it went)",
        name="weight_delta",
    ),
    Slip(
        "weight = weight - weight_delta",
        "weight = weight + weight_delta",
        "you step the wrong way: weight_delta is how far the weight should go down, so subtract it",
        name="weight",
    ),
    Slip(
        "weight = weight - weight_delta",
        "weight = weight - 2 * weight_delta",
        "the weight moves by twice the weight_delta: update it once",
        name="weight",
    ),
    Slip(
        "error = (pred - goal_pred) ** 2",
        "error = (input * (weight - (pred - goal_pred) * input) - goal_pred) ** 2",
        "the error is measured with the new weight; measure it before the weight moves",
        name="error",
    ),
    Slip(
        "weight = weight - weight_delta",
        "pass",
        "the weight never moves; call the result `weight`, so that the next iteration starts from there",
        name="weight",
    ),
    Slip(
        "range(n_iterations)",
        "range(n_iterations - 1)",
        "the loop ends one iteration early; range(n_iterations) already runs n_iterations times",
        name="weights",
    ),
    Slip(
        "range(n_iterations)",
        "range(n_iterations + 1)",
        "the loop runs one iteration too many; range(n_iterations) already runs n_iterations times",
        name="weights",
    ),
]
ALTERNATIVES = [
    {"weight = weight - weight_delta": "weight -= weight_delta"},
    {"weight_delta = delta * input": "weight_delta = input * delta"},
    {"error = (pred - goal_pred) ** 2": "error = (goal_pred - pred) ** 2"},
]
