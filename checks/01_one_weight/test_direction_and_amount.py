from workbook.checking import Slip


def test_direction_and_amount(answer):
    """One miss of -0.55 gives -0.275; a larger input scales it, a negative one turns it round, 0 stops it."""
    answer.gives(pred=0.25, direction_and_amount=-0.275, new_weight=0.775, scaling=-2.75, reversal=0.275, stopping=0)


_NO_BRACKETS = "only the goal is multiplied, as * comes before -; put brackets around the miss"
_WRONG_WAY = "you have goal - prediction; the miss is prediction - goal, so the sign is flipped"
_SQUARED = "you use the squared miss, which has lost its sign; multiply the miss itself by the input"

SLIPS = [
    Slip(
        "(pred - goal_pred) * input",
        "pred - goal_pred",
        "this is the miss alone; multiply it by the input, which turns it into an amount for the weight",
    ),
    Slip("(pred - goal_pred) * input", "(goal_pred - pred) * input", _WRONG_WAY),
    Slip("(pred - goal_pred) * input", "pred - goal_pred * input", _NO_BRACKETS),
    Slip("(pred - goal_pred) * input", "(pred - goal_pred) ** 2 * input", _SQUARED),
    Slip(
        "(pred - goal_pred) * input",
        "(pred - goal_pred) * weight",
        "you multiply by the weight; the input is what lies between the weight and the prediction",
    ),
    Slip(
        "(pred - goal_pred) * input",
        "2 * (pred - goal_pred) * input",
        "there is a factor 2; this chapter leaves it out (a later exercise shows where it went)",
    ),
    Slip(
        "weight - direction_and_amount",
        "weight + direction_and_amount",
        "you step the wrong way: direction_and_amount is how far the weight should go down, so subtract it",
    ),
]
SLIPS.append(
    Slip(
        "(stopping_pred - stopping_goal) * stopping_input",
        "0",
        "0 is right for the input 0, but the check tries others too: calculate it like the rest",
    )
)
for case in ("scaling", "reversal", "stopping"):
    right = f"({case}_pred - {case}_goal) * {case}_input"
    SLIPS += [
        Slip(right, f"({case}_goal - {case}_pred) * {case}_input", _WRONG_WAY),
        Slip(right, f"{case}_pred - {case}_goal * {case}_input", _NO_BRACKETS),
        Slip(
            right,
            f"(pred - goal_pred) * {case}_input",
            "this is the miss of the first case; use the prediction and the goal of this one",
        ),
        Slip(
            right,
            f"({case}_pred - {case}_goal) * input",
            "this is the input of the first case; use the input of this one",
        ),
    ]
ALTERNATIVES = [
    {"(pred - goal_pred) * input": "input * (pred - goal_pred)"},
    {"weight - direction_and_amount": "weight - (input * weight - goal_pred) * input"},
    {"(scaling_pred - scaling_goal) * scaling_input": "scaling_input * (scaling_input * weight - scaling_goal)"},
]
