from itertools import pairwise

from workbook.checking import Slip
from workbook.compare import same

# (weight, input, goal_pred), with the input above and below 0 and 1.
NETWORKS = ((0.5, 2, 0.8), (-1.3, 0.6, 2.2), (0.4, -3, -1.7))


def test_from_memory(answer):
    """From memory: the errors are 0.04, 0.0144, 0.005184, and the last prediction is 0.80001."""
    answer.gives(
        first_errors=[0.04, 0.0144, 0.005184],
        last_error=1.485277170987127e-10,
        last_prediction=0.8000121871948003,
    )


def test_it_reaches_the_goal(answer):
    """With every stable alpha, the prediction reaches the goal."""
    for weight, input, goal_pred in NETWORKS:
        for share in (0.1, 0.25, 0.5, 0.75, 0.9):
            alpha = share * 2 / input**2
            _, predictions = _run(answer, weight, input, goal_pred, alpha, 200)
            answer.require(
                abs(predictions[-1] - goal_pred) < 1e-6,
                f"with input {input} and alpha {alpha:.4g} it should reach {goal_pred},"
                f" but 200 iterations end at {predictions[-1]:.6g}",
                name="gradient_descent",
            )


def test_it_is_exact_in_one_update(answer):
    """With alpha at 1 / input ** 2, one update is exact."""
    for weight, input, goal_pred in NETWORKS:
        _, predictions = _run(answer, weight, input, goal_pred, 1 / input**2, 2)
        answer.require(
            abs(predictions[1] - goal_pred) < 1e-9,
            f"with input {input} and the best alpha, the second prediction should be {goal_pred},"
            f" but it is {predictions[1]:.6g}",
            name="gradient_descent",
        )


def test_it_diverges_beyond_the_limit(answer):
    """With alpha beyond 2 / input ** 2, every error is larger than the one before."""
    for weight, input, goal_pred in NETWORKS:
        errors, _ = _run(answer, weight, input, goal_pred, 2.2 / input**2, 30)
        answer.require(
            all(later > earlier for earlier, later in pairwise(errors)),
            f"with input {input} and alpha beyond the limit the errors should grow, but they do not",
            name="gradient_descent",
        )


def test_it_leaves_nothing_behind(answer):
    """A second run with the same numbers gives the same lists."""
    first = answer.call("gradient_descent", 0.5, 2, 0.8, 0.1, 5)
    second = answer.call("gradient_descent", 0.5, 2, 0.8, 0.1, 5)
    answer.require(
        same(second, first),
        "a second call with the same numbers gives other lists; make the lists anew inside the function",
        name="gradient_descent",
    )


def _run(answer, weight, input, goal_pred, alpha, n_iterations):
    """Call the learner's function, and make sure that two lists of the right length came back."""
    result = answer.call("gradient_descent", weight, input, goal_pred, alpha, n_iterations)
    answer.require(
        isinstance(result, tuple | list) and len(result) == 2,
        "it should return two things: return errors, predictions",
        name="gradient_descent",
    )
    errors, predictions = (list(part) for part in result)
    answer.require(
        len(errors) == n_iterations and len(predictions) == n_iterations,
        f"with {n_iterations} iterations there should be {n_iterations} errors and {n_iterations} predictions,"
        f" but there are {len(errors)} and {len(predictions)}",
        name="gradient_descent",
    )
    return errors, predictions


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
        "weight = weight - alpha * weight_delta",
        "weight = weight - 2 * alpha * weight_delta",
        "the weight moves twice as far as alpha times weight_delta: update it once, with no factor 2",
    ),
    Slip(
        "weight = weight - alpha * weight_delta",
        "weight = alpha * (weight - weight_delta)",
        "alpha multiplies the weight as well; it belongs to the update alone",
    ),
    Slip(
        "weight = weight - alpha * weight_delta",
        "weight = weight - alpha * error",
        "you use the squared error, which has no sign. Use weight_delta",
    ),
    Slip(
        "weight_delta = delta * input",
        "weight_delta = delta",
        "the delta is not multiplied by the input before the update",
    ),
    Slip(
        "weight_delta = delta * input",
        "weight_delta = error * input",
        "the update uses the squared error, which has lost its sign; use the miss, pred - goal_pred",
    ),
    Slip(
        "error = (pred - goal_pred) ** 2",
        "error = (input * (weight - alpha * (pred - goal_pred) * input) - goal_pred) ** 2",
        "the error is measured with the new weight; measure it before the weight moves",
    ),
    Slip(
        "error = (pred - goal_pred) ** 2",
        "error = pred - goal_pred",
        "the list of errors holds the misses; square them",
    ),
    Slip(
        "pred = input * weight\n"
        "        error = (pred - goal_pred) ** 2\n"
        "        errors.append(error)\n"
        "        predictions.append(pred)\n"
        "        delta = pred - goal_pred\n"
        "        weight_delta = delta * input\n"
        "        weight = weight - alpha * weight_delta",
        "pred = alpha * input * weight\n"
        "        error = (pred - goal_pred) ** 2\n"
        "        errors.append(error)\n"
        "        predictions.append(pred)\n"
        "        delta = pred - goal_pred\n"
        "        weight_delta = delta * input\n"
        "        weight = weight - weight_delta",
        "alpha is on the prediction; it belongs to the update",
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
    Slip(
        "return errors, predictions", "return predictions, errors", "the errors come first, and the predictions second"
    ),
    Slip(
        "weight = weight - alpha * weight_delta\n    return errors, predictions",
        "weight = weight - alpha * weight_delta\n        return errors, predictions",
        "the `return` stands inside the loop, so it ends after one iteration",
    ),
]
ALTERNATIVES = [
    {"weight = weight - alpha * weight_delta": "weight -= alpha * weight_delta"},
    {"return errors, predictions": "return [errors, predictions]"},
    {
        "        delta = pred - goal_pred\n        weight_delta = delta * input\n"
        "        weight = weight - alpha * weight_delta": "        weight -= alpha * (pred - goal_pred) * input"
    },
]
