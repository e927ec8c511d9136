from workbook.checking import Slip


def test_gradient_descent(answer):
    """Each error is 0.5625 of the one before, and the last prediction is 0.79767."""
    answer.gives(
        first_errors=[0.3025, 0.17015625, 0.095712890625],
        last_error=5.408208020258491e-06,
        last_prediction=0.7976744445781151,
        ratio=0.5625,
    )


SLIPS = [
    Slip(
        "weight = weight - direction_and_amount",
        "weight = weight + direction_and_amount",
        "the weight steps the wrong way: the miss is pred - goal_pred, and the update is subtracted",
    ),
    Slip(
        "weight = weight - direction_and_amount",
        "weight = weight - 2 * direction_and_amount",
        "the weight moves by twice the direction_and_amount: update it once, with no factor 2",
    ),
    Slip(
        "error = (pred - goal_pred) ** 2",
        "error = (input * (weight - (pred - goal_pred) * input) - goal_pred) ** 2",
        "the error is measured with the new weight; measure it before the weight moves",
    ),
    Slip(
        "(pred - goal_pred) * input",
        "pred - goal_pred",
        "the miss is not multiplied by the input; without it the update is not scaled, nor turned round",
    ),
    Slip(
        "(pred - goal_pred) * input",
        "pred - goal_pred * input",
        "only the goal is multiplied, as * comes before -; put brackets around the miss",
    ),
    Slip(
        "weight = weight - direction_and_amount",
        "weight = direction_and_amount",
        "the weight is replaced by its update; subtract the update from the weight that it had",
    ),
    Slip(
        "weight = weight - direction_and_amount",
        "weight = -direction_and_amount",
        "the weight is set to minus the update (=- is not -=); subtract the update from the weight",
    ),
    Slip(
        "weight = weight - direction_and_amount",
        "pass",
        "the weight never moves; call the result `weight`, so that the next iteration starts from there",
    ),
    Slip(
        "    for iteration in range(n_iterations):\n        pred = input * weight",
        "    pred = input * weight\n    for iteration in range(n_iterations):",
        "the prediction is made once, before the loop; the weight moves, so predict anew in each iteration",
    ),
    Slip(
        "range(n_iterations)",
        "range(20)",
        "the loop runs 20 times, whatever it is told; let it run n_iterations times",
    ),
    Slip(
        "range(n_iterations)",
        "range(n_iterations - 1)",
        "the loop ends one iteration early; range(n_iterations) already runs n_iterations times",
    ),
    Slip(
        "range(n_iterations)",
        "range(n_iterations + 1)",
        "the loop runs one iteration too many; range(n_iterations) already runs n_iterations times",
    ),
    Slip("errors[1] / errors[0]", "errors[0] / errors[1]", "you divide the first error by the second"),
]
ALTERNATIVES = [
    {"weight = weight - direction_and_amount": "weight -= direction_and_amount"},
    {"(pred - goal_pred) * input": "input * (pred - goal_pred)"},
    {"range(n_iterations)": "range(1, n_iterations + 1)"},
]
