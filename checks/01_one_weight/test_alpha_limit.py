import pytest

from workbook.checking import Slip


def test_alpha_limit(answer):
    """With the input 2, alpha 0.25 is exact in one update, 0.5 jumps for ever, and more diverges."""
    answer.gives(best=0.25, limit=0.5, best_pred=0.8, limit_preds=[0.6, 1.0, 0.6], limit_errors=[0.04, 0.04, 0.04])


def test_below_and_beyond_the_limit(answer):
    """Just below the limit the error falls, just beyond it the error grows, whatever the input."""
    for weight, input, goal_pred in ((0.5, 2, 0.8), (-1.3, 0.6, 2.2), (0.4, -3, -1.7)):
        limit = answer.call("largest_alpha", input)
        first = abs(input * weight - goal_pred)
        below = abs(input * answer.call("weight_after", 50, 0.99 * limit, weight, input, goal_pred) - goal_pred)
        beyond = abs(input * answer.call("weight_after", 50, 1.01 * limit, weight, input, goal_pred) - goal_pred)
        answer.require(
            below < first < beyond,
            f"with the input {input}, {limit:g} is not where gradient descent begins to diverge",
            name="largest_alpha",
        )


def test_the_drawing(answer):
    """The drawing has the errors that were tried, with logarithmic scales both ways."""
    figures = answer.figures()
    answer.require(len(figures) == 1 and len(figures[0].axes) == 1, "there should be one drawing")
    axes = figures[0].axes[0]
    alphas, errors = list(answer.value("alphas")), list(answer.value("tried_errors"))
    tried = [(list(line.x), list(line.y)) for line in axes.lines if len(line.x) == len(alphas)]
    answer.require(
        not any(x == pytest.approx(errors) and y == pytest.approx(alphas) for x, y in tried),
        "the drawing has the errors to the right and the alphas upwards; what goes to the right comes first",
    )
    answer.require(
        any(x == pytest.approx(alphas) and y == pytest.approx(errors) for x, y in tried),
        "the errors that were tried are not in the drawing: plt.plot(alphas, tried_errors, ...)",
    )
    answer.require(axes.xscale == "log", f"the horizontal axis is {axes.xscale}; make it 'log' with plt.xscale")
    answer.require(axes.yscale == "log", f"the vertical axis is {axes.yscale}; make it 'log' with plt.yscale")


SLIPS = [
    Slip(
        "weight = weight - alpha * weight_delta",
        "weight = weight - weight_delta",
        "alpha is missing from the update",
    ),
    Slip(
        "weight = weight - alpha * weight_delta",
        "weight = weight + alpha * weight_delta",
        "the weight steps the wrong way: the miss is pred - goal_pred, and the update is subtracted",
    ),
    Slip(
        "(pred - goal_pred) * input",
        "pred - goal_pred",
        "the update is not multiplied by the input",
    ),
    Slip(
        "(pred - goal_pred) * input",
        "2 * (pred - goal_pred) * input",
        "there is a factor 2; this chapter leaves it out, and the limit below is for updates without it",
    ),
    Slip(
        "range(n_updates)",
        "range(n_updates - 1)",
        "the loop makes one update too few; range(n_updates) already runs n_updates times",
    ),
    Slip(
        "range(n_updates)",
        "range(n_updates + 1)",
        "the loop makes one update too many; range(n_updates) already runs n_updates times",
    ),
    Slip(
        "        weight = weight - alpha * weight_delta\n    return weight",
        "        weight = weight - alpha * weight_delta\n        return weight",
        "the `return` stands inside the loop, so it ends after one update",
    ),
    Slip(
        "return 1 - alpha * input**2",
        "return 1 - alpha * input",
        "the input counts twice, once in the update and once in the prediction: input ** 2",
    ),
    Slip(
        "return 1 - alpha * input**2",
        "return (1 - alpha * input) ** 2",
        "only the input is squared: 1 - alpha * input ** 2",
    ),
    Slip(
        "return 1 - alpha * input**2",
        "return 1 - 2 * alpha * input**2",
        "there is a factor 2; the updates of this chapter leave it out",
    ),
    Slip(
        "return 1 - alpha * input**2",
        "return 1 - (alpha * input) ** 2",
        "alpha is squared as well; only the input is: 1 - alpha * input ** 2",
    ),
    Slip(
        "return 2 / input**2",
        "return 1 / input",
        "this is right for the input 2 by accident; the miss factor is -1 when alpha * input ** 2 is 2",
    ),
    Slip(
        "return 1 / input**2",
        "return 1 / (2 * input)",
        "this is right for the input 2 by accident; the miss factor is 0 when alpha * input ** 2 is 1",
    ),
    Slip(
        "return 2 / input**2",
        "return 2 / input",
        "the input counts twice, once in the update and once in the prediction: input ** 2",
    ),
    Slip(
        "return 2 / input**2",
        "return (2 / input) ** 2",
        "only the input is squared: 2 / input ** 2",
    ),
    Slip(
        "return 2 / input**2",
        "return 1 / input**2",
        "with this alpha the miss factor is 0; the largest alpha is the one that makes it -1",
    ),
    Slip(
        "return 1 / input**2",
        "return 1 / input",
        "the input counts twice, once in the update and once in the prediction: input ** 2",
    ),
    Slip(
        "return 1 / input**2",
        "return 2 / input**2",
        "with this alpha the miss factor is -1; the best alpha is the one that makes it 0",
    ),
]
ALTERNATIVES = [
    {"weight = weight - alpha * weight_delta": "weight -= alpha * weight_delta"},
    {"return 2 / input**2": "return 2 / (input * input)"},
    {'plt.xscale("log")\nplt.yscale("log")': "plt.loglog()"},
]
