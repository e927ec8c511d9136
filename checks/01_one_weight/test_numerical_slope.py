from workbook.checking import Slip


def test_numerical_slope(answer):
    """At the weight 0.5 the formula and the nudge both say -0.55, at 2.4 both say 0.4."""
    answer.gives(error=0.3025, slope=-0.55, measured_slope=-0.55, other_slope=0.4, other_measured_slope=0.4)


def test_they_agree(answer):
    """For many weights, inputs and goals, formula and nudge differ by at most one part in ten million."""
    measures = False
    for weight, input, goal_pred in ((0.5, 0.5, 0.8), (-1.7, 2.3, 0.4), (3.1, -1.2, -2.6), (0.9, 5.5, 1.3)):
        slope = answer.call("slope_by_formula", weight, input, goal_pred)
        measured = answer.call("slope_by_nudging", weight, input, goal_pred, 1e-4)
        answer.require(
            abs(measured - slope) <= 1e-7 * abs(slope),
            f"with weight {weight}, input {input} and goal {goal_pred} it is {measured:.10g}, the formula {slope:.10g}",
            name="slope_by_nudging",
        )
        measures = measures or measured != slope
    # What is measured is off by rounding, about one part in 10 ** 12. Four results that equal the formula's to the
    # last digit were not measured.
    answer.require(
        measures,
        "this is the formula again. Measure: (up_error - down_error) / (2 * nudge)",
        name="slope_by_nudging",
    )


SLIPS = [
    Slip(
        "(input * weight - goal_pred) ** 2",
        "input * weight - goal_pred",
        "this is the miss; the error is its square",
        name="get_error",
    ),
    Slip(
        "2 * (input * weight - goal_pred) * input",
        "(input * weight - goal_pred) * input",
        "the factor 2 is missing; here it matters, as the nudge measures the whole slope",
    ),
    Slip(
        "2 * (input * weight - goal_pred) * input",
        "2 * (input * weight - goal_pred)",
        "the factor `input` is missing; this is how the error moves with the prediction, not with the weight",
    ),
    Slip(
        "2 * (input * weight - goal_pred) * input",
        "2 * (input * weight - goal_pred) ** 2 * input",
        "you square delta; the derivative has 2 times delta",
    ),
    Slip(
        "up_error = get_error(weight + nudge, input, goal_pred)\n"
        "    down_error = get_error(weight - nudge, input, goal_pred)",
        "up_error = get_error(weight, input + nudge, goal_pred)\n"
        "    down_error = get_error(weight, input - nudge, goal_pred)",
        "you nudge the input; this slope is about the weight, so nudge the weight",
    ),
    Slip(
        "(up_error - down_error) / (2 * nudge)",
        "(up_error - down_error) / nudge",
        "the run is two nudges, one down and one up; you divide by one",
    ),
    Slip(
        "(up_error - down_error) / (2 * nudge)",
        "(up_error - down_error) / 2 * nudge",
        "this divides by 2 and multiplies by the nudge then; put brackets around 2 * nudge",
    ),
    Slip(
        "(up_error - down_error) / (2 * nudge)",
        "(up_error - get_error(weight, input, goal_pred)) / nudge",
        "you measure on one side only, which is less exact; take the error up and the error down",
    ),
    Slip(
        "(up_error - down_error) / (2 * nudge)",
        "(down_error - up_error) / (2 * nudge)",
        "the rise is the error up minus the error down; you have it the other way round",
    ),
]
ALTERNATIVES = [
    {"(up_error - down_error) / (2 * nudge)": "(up_error - down_error) / nudge / 2"},
    {"2 * (input * weight - goal_pred) * input": "2 * input * (input * weight - goal_pred)"},
    {"2 * (input * weight - goal_pred) * input": "2 * input**2 * weight - 2 * input * goal_pred"},
]
