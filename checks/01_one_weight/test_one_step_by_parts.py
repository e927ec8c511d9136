from workbook.checking import Slip


def test_one_step_by_parts(answer):
    """Delta is -0.15, weight_delta is -1.275, and the weight goes from 0.1 to 0.11275."""
    answer.gives(pred=0.85, error=0.0225, delta=-0.15, weight_delta=-1.275, new_weight=0.11275)


SLIPS = [
    Slip(
        "delta = pred - win", "delta = win - pred", "you have win - pred; delta is pred - win, so its sign is flipped"
    ),
    Slip(
        "delta = pred - win",
        "delta = (pred - win) ** 2",
        "this is the squared error, which has lost its sign; delta is the miss itself",
    ),
    Slip(
        "delta * number_of_toes",
        "delta * weight",
        "you multiply by the weight; a weight_delta is the delta times the input of the weight",
    ),
    Slip(
        "delta * number_of_toes",
        "error * number_of_toes",
        "you use the squared error, which has lost its sign; use delta",
    ),
    Slip(
        "delta * number_of_toes",
        "2 * delta * number_of_toes",
        "there is a factor 2; this chapter leaves it out (a later exercise shows where it went)",
    ),
    Slip(
        "delta * number_of_toes",
        "alpha * delta * number_of_toes",
        "alpha comes in one line later: it shortens the step, and weight_delta is the whole of it",
    ),
    Slip(
        "weight - alpha * weight_delta",
        "weight + alpha * weight_delta",
        "you step the wrong way: weight_delta is how far the weight should go down, so subtract",
    ),
    Slip(
        "weight - alpha * weight_delta",
        "weight - weight_delta",
        "alpha is missing: the step is the whole weight_delta, a hundred times as long as it should be here",
    ),
    Slip(
        "weight - alpha * weight_delta",
        "alpha * (weight - weight_delta)",
        "alpha multiplies the weight as well; it belongs to weight_delta alone",
    ),
    Slip(
        "weight - alpha * weight_delta",
        "alpha * weight - weight_delta",
        "alpha is on the weight; it belongs to weight_delta",
    ),
    Slip(
        "pred = number_of_toes * weight",
        "pred = alpha * number_of_toes * weight",
        "alpha is on the prediction; it belongs to the update, in the last line",
    ),
]
ALTERNATIVES = [
    {"weight - alpha * weight_delta": "weight - weight_delta * alpha"},
    {"delta * number_of_toes": "number_of_toes * (pred - win)"},
    {"error = (pred - win) ** 2": "error = (win - pred) ** 2"},
]
