from workbook.checking import Slip


def test_squared_error(answer):
    """The prediction 0.25 is off from the goal 0.8 by a squared error of 0.3025."""
    answer.gives(pred=0.25, error=0.3025)


SLIPS = [
    Slip(
        "(pred - goal_pred) ** 2",
        "pred - goal_pred",
        "this is the miss, which can be negative; square it to get the error",
    ),
    Slip(
        "(pred - goal_pred) ** 2",
        "goal_pred - pred",
        "this is how far the prediction is below the goal; square it to get the error",
    ),
    Slip(
        "(pred - goal_pred) ** 2",
        "(pred - goal_pred) * 2",
        "you double the miss; to square it, multiply it by itself: ** 2",
    ),
    Slip(
        "(pred - goal_pred) ** 2",
        "pred - goal_pred**2",
        "only goal_pred is squared, as ** comes before -; put brackets around the miss",
    ),
    Slip(
        "(pred - goal_pred) ** 2",
        "pred**2 - goal_pred**2",
        "you square first and subtract then; subtract first, and square the miss",
    ),
    Slip(
        "(pred - goal_pred) ** 2",
        "abs(pred - goal_pred)",
        "this is the size of the miss without its sign; this chapter squares the miss",
    ),
]
ALTERNATIVES = [
    {"(pred - goal_pred) ** 2": "(goal_pred - pred) ** 2"},
    {"(pred - goal_pred) ** 2": "pow(pred - goal_pred, 2)"},
    {"(pred - goal_pred) ** 2": "(pred - goal_pred) * (pred - goal_pred)"},
]
