from workbook.checking import Slip


def test_alpha(answer):
    """With alpha 0.1 the input 2 does no harm: each error is 0.36 of the one before."""
    answer.gives(
        first_errors=[0.04, 0.0144, 0.005184],
        last_error=1.485277170987127e-10,
        last_prediction=0.8000121871948003,
        ratio=0.36,
    )


SLIPS = [
    Slip(
        "weight = weight - alpha * weight_delta",
        "weight = weight - weight_delta",
        "alpha is missing, so every update goes too far, and further each time",
        name="weight",
    ),
    Slip(
        "weight = weight - alpha * weight_delta",
        "weight = weight + alpha * weight_delta",
        "you step the wrong way: weight_delta is how far the weight should go down, so subtract",
        name="weight",
    ),
    Slip(
        "weight = weight - alpha * weight_delta",
        "weight = alpha * (weight - weight_delta)",
        "alpha multiplies the weight as well; it belongs to weight_delta alone",
        name="weight",
    ),
    Slip(
        "weight = weight - alpha * weight_delta",
        "weight = alpha * weight - weight_delta",
        "alpha is on the weight; it belongs to weight_delta",
        name="weight",
    ),
    Slip(
        "weight = weight - alpha * weight_delta",
        "weight = weight - weight_delta / alpha",
        "you divide by alpha, which makes the step longer; multiply by it",
        name="weight",
    ),
    Slip(
        "weight = weight - alpha * weight_delta",
        "weight = weight - 2 * alpha * weight_delta",
        "the weight moves twice as far as alpha times weight_delta: update it once, with no factor 2",
        name="weight",
    ),
    Slip(
        "pred = input * weight\n"
        "    error = (pred - goal_pred) ** 2\n"
        "    errors.append(error)\n"
        "    predictions.append(pred)\n"
        "\n"
        "    delta = pred - goal_pred\n"
        "    weight_delta = delta * input\n"
        "    weight = weight - alpha * weight_delta",
        "pred = alpha * input * weight\n"
        "    error = (pred - goal_pred) ** 2\n"
        "    errors.append(error)\n"
        "    predictions.append(pred)\n"
        "\n"
        "    delta = pred - goal_pred\n"
        "    weight_delta = delta * input\n"
        "    weight = weight - weight_delta",
        "alpha is on the prediction; it belongs to the update, the last line of the loop",
        name="pred",
    ),
    Slip(
        "pred = input * weight",
        "pred = alpha * input * weight",
        "alpha is on the prediction as well; it belongs to the update alone",
        name="pred",
    ),
    Slip(
        "delta = pred - goal_pred",
        "delta = goal_pred - pred",
        "you have goal_pred - pred, so the sign is flipped and the weight steps the wrong way",
        name="delta",
    ),
    Slip(
        "weight_delta = delta * input",
        "weight_delta = alpha * delta * input",
        "alpha comes in twice: leave it out here, and keep it in the update",
        name="weight_delta",
    ),
    Slip(
        "error = (pred - goal_pred) ** 2",
        "error = (input * (weight - alpha * (pred - goal_pred) * input) - goal_pred) ** 2",
        "the error is measured with the new weight; measure it before the weight moves",
        name="error",
    ),
    Slip(
        "weight = weight - alpha * weight_delta",
        "pass",
        "the weight never moves; call the result `weight`, so that the next iteration starts from there",
        name="weight",
    ),
    Slip(
        "range(n_iterations)",
        "range(n_iterations - 1)",
        "the loop ends one iteration early; range(n_iterations) already runs n_iterations times",
        name="errors",
    ),
    Slip(
        "range(n_iterations)",
        "range(n_iterations + 1)",
        "the loop runs one iteration too many; range(n_iterations) already runs n_iterations times",
        name="errors",
    ),
]
ALTERNATIVES = [
    {"weight = weight - alpha * weight_delta": "weight -= weight_delta * alpha"},
    {
        "    weight_delta = delta * input\n"
        "    weight = weight - alpha * weight_delta": "    weight = weight - alpha * delta * input"
    },
    {"range(n_iterations)": "list(range(n_iterations))"},
]
