from workbook.checking import Slip


def test_factor_of_two(answer):
    """The derivative is -0.55, twice -0.275: leave out the 2, and twice the alpha makes the same step."""
    answer.gives(
        answer="c",
        delta=-0.55,
        weight_delta=-0.275,
        derivative=-0.55,
        step=-0.055,
        alpha_without_2=0.2,
        step_without_2=-0.055,
    )


SLIPS = [
    Slip(
        "delta = pred - goal_pred",
        "delta = goal_pred - pred",
        "you have goal_pred - pred; delta is pred - goal_pred, so its sign is flipped",
    ),
    Slip(
        "derivative = 2 * delta * input",
        "derivative = delta * input",
        "the factor 2 is missing; this is weight_delta, the derivative is twice that",
    ),
    Slip(
        "derivative = 2 * delta * input",
        "derivative = 2 * delta",
        "this is how the error moves with the prediction; it moves with the weight by `input` times that",
    ),
    Slip(
        "derivative = 2 * delta * input",
        "derivative = delta**2 * input",
        "you square delta; the derivative has 2 times delta",
    ),
    Slip(
        "alpha_without_2 = 2 * alpha",
        "alpha_without_2 = alpha / 2",
        "you halve alpha; weight_delta is half as large as the derivative, so alpha must make up for it",
    ),
    Slip(
        "alpha_without_2 = 2 * alpha",
        "alpha_without_2 = alpha",
        "this is the same alpha, so the step would be half as long",
    ),
    Slip(
        "step_without_2 = alpha_without_2 * weight_delta",
        "step_without_2 = alpha * weight_delta",
        "this uses the old alpha; the step without the 2 needs alpha_without_2",
    ),
    Slip(
        "step_without_2 = alpha_without_2 * weight_delta",
        "step_without_2 = alpha_without_2 * derivative",
        "this uses the derivative, which has the 2 in it; use weight_delta",
    ),
]
ALTERNATIVES = [
    {"derivative = 2 * delta * input": "derivative = 2 * weight_delta"},
    {"alpha_without_2 = 2 * alpha": "alpha_without_2 = step / weight_delta"},
    {"step = alpha * derivative": "step = derivative * alpha"},
]
