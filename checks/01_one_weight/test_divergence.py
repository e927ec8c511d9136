import pytest

from workbook.checking import Slip


def test_divergence(answer):
    """With the input 2 each error is 9 times the one before, and the last prediction is -232,452,292.6."""
    answer.gives(
        first_errors=[0.04, 0.36, 3.24],
        last_error=5.403406870691965e16,
        last_prediction=-232452292.6,
        ratio=9,
        first_miss=0.2,
        second_miss=-0.6,
        miss_factor=-3,
    )


def test_the_drawings(answer):
    """The first drawing jumps from side to side of the bowl, the second one has all errors on a logarithmic scale."""
    figures = answer.figures()
    answer.require(len(figures) == 1 and len(figures[0].axes) == 2, "there should be two drawings side by side")
    bowl, history = figures[0].axes
    errors = list(answer.value("errors"))
    predictions = list(answer.value("predictions"))
    jumps = [(list(line.x), list(line.y)) for line in bowl.lines if len(line.x) == 4]
    answer.require(
        not any(x == pytest.approx(errors[:4]) and y == pytest.approx(predictions[:4]) for x, y in jumps),
        "the first drawing has the errors to the right and the predictions upwards; what goes to the right comes first",
    )
    answer.require(
        any(x == pytest.approx(predictions[:4]) and y == pytest.approx(errors[:4]) for x, y in jumps),
        "the first four errors against the first four predictions are not in the first drawing",
    )
    answer.require(
        any(len(line.y) == len(errors) and list(line.y) == pytest.approx(errors) for line in history.lines),
        "the list of all errors is not in the second drawing",
    )
    answer.require(
        history.yscale == "log", f"the vertical axis of the second drawing is {history.yscale}; make it 'log'"
    )


SLIPS = [
    Slip("errors[1] / errors[0]", "errors[0] / errors[1]", "you divide the first error by the second"),
    Slip(
        "errors[1] / errors[0]",
        "errors[1] - errors[0]",
        "this is the difference of the two errors; a ratio is one divided by the other",
    ),
    Slip(
        "predictions[0] - goal_pred",
        "goal_pred - predictions[0]",
        "you have the goal minus the prediction; the miss is the other way round",
    ),
    Slip(
        "predictions[1] - goal_pred",
        "goal_pred - predictions[1]",
        "you have the goal minus the prediction; the miss is the other way round",
    ),
    Slip(
        "second_miss / first_miss",
        "first_miss / second_miss",
        "you divide the first miss by the second; the factor leads from the first to the second",
    ),
    Slip(
        "second_miss / first_miss",
        "abs(second_miss / first_miss)",
        "the sign is gone; it says that the prediction jumps to the other side of the goal",
    ),
    Slip(
        "predictions[0] - goal_pred",
        "errors[0]",
        "this is the error, which is the square of the miss",
    ),
]
ALTERNATIVES = [
    {
        "gradient_descent(weight, input, goal_pred, n_iterations)": "gradient_descent(\n"
        "    weight=weight, input=input, goal_pred=goal_pred, n_iterations=n_iterations\n)"
    },
    {'plt.plot(errors, "ko-")\nplt.yscale("log")': 'plt.semilogy(range(n_iterations), errors, "ko-")'},
    {"predictions[1] - goal_pred": "input * (weight - first_miss * input) - goal_pred"},
]
