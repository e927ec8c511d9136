import pytest

from workbook.checking import Slip


def test_error_bowl(answer):
    """The bottom of the bowl is at the weight 1.6; left of it the slope is negative, right of it positive."""
    answer.gives(goal_weight=1.6, left_slope=-0.55, right_slope=0.4)


def test_the_drawing(answer):
    """The drawing shows the bowl, the path of the updates, and which axis is which."""
    figures = answer.figures()
    answer.require(len(figures) == 1 and len(figures[0].axes) == 1, "there should be one drawing")
    axes = figures[0].axes[0]
    drawn = {line.label: line for line in axes.lines}
    for label, across, up in (("error", "weights", "errors"), ("path", "path_weights", "path_errors")):
        points = (list(answer.value(across)), list(answer.value(up)))
        line = drawn.get(label)
        answer.require(line is not None, f"the line with the label {label!r} is missing; draw {up} against {across}")
        given = (list(line.x), list(line.y))
        answer.require(
            given[0] != pytest.approx(points[1]) or given[1] != pytest.approx(points[0]),
            f"the line {label!r} has {up} to the right and {across} upwards; what goes to the right comes first",
        )
        answer.require(
            len(given[0]) == len(points[0])
            and given[0] == pytest.approx(points[0])
            and given[1] == pytest.approx(points[1]),
            f"the line {label!r} is not {up} against {across}: plt.plot({across}, {up}, ...)",
        )
    answer.require(
        axes.xlabel == "weight", f"the horizontal axis is called {axes.xlabel!r}; call it 'weight', in quotes"
    )
    answer.require(axes.ylabel == "error", f"the vertical axis is called {axes.ylabel!r}; call it 'error', in quotes")


SLIPS = [
    Slip(
        "goal_pred / input",
        "goal_pred",
        "this is the goal of the prediction; the goal weight is the weight that predicts it: goal_pred / input",
    ),
    Slip("goal_pred / input", "input / goal_pred", "this is upside down: input * goal_weight should be goal_pred"),
    Slip(
        "goal_pred / input",
        "goal_pred * input",
        "you multiply; input * goal_weight should be goal_pred, so divide goal_pred by the input",
    ),
]
for side in ("left", "right"):
    slope = f"{side}_slope = ({side}_up_error - {side}_down_error) / (2 * reach)"
    SLIPS += [
        Slip(
            slope,
            f"{side}_slope = ({side}_down_error - {side}_up_error) / (2 * reach)",
            "the rise is the error up minus the error down; you have it the other way round",
        ),
        Slip(
            slope,
            f"{side}_slope = ({side}_up_error - {side}_down_error) / reach",
            "the run is 2 * reach: a reach to the left, and a reach to the right",
        ),
        Slip(
            slope,
            f"{side}_slope = ({side}_up_error - {side}_down_error) / 2 * reach",
            "this divides by 2 and multiplies by reach then; put brackets around 2 * reach",
        ),
        Slip(
            slope,
            f"{side}_slope = {side}_up_error - {side}_down_error / (2 * reach)",
            "only the error down is divided, as / comes before -; put brackets around the rise",
        ),
        Slip(slope, f"{side}_slope = {side}_up_error - {side}_down_error", "this is the rise; divide it by the run"),
        Slip(
            slope,
            f"{side}_slope = (2 * reach) / ({side}_up_error - {side}_down_error)",
            "this is the run divided by the rise; a slope is the rise divided by the run",
        ),
    ]
ALTERNATIVES = [
    {"(left_up_error - left_down_error) / (2 * reach)": "(left_up_error - left_down_error) / 2 / reach"},
    {"goal_weight = goal_pred / input": "goal_weight = 1 / input * goal_pred"},
    {'plt.xlabel("weight")\nplt.ylabel("error")': 'plt.gca().set(xlabel="weight", ylabel="error")'},
]
