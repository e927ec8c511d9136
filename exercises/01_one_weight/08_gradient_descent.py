"""# Gradient descent

You have the update: take the miss, multiply it by the input, and subtract the result from the
weight. Now put it into a loop. The name of this loop is **gradient descent**. (Descent is going
down: the error goes down. You will meet the gradient, a slope, soon.)

It is the shower again: feel the water, turn the tap by as much as the water is off, feel again.
The closer the water comes to the right heat, the less you turn:

    iteration     weight     prediction     weight moves by

        1         0.5          0.25             0.275
        2         0.775        0.3875           0.206
        3         0.981        ...              ...

The steps become smaller by themselves. And each iteration needs one prediction, not three.

As before, the function keeps the error and the prediction of each iteration in lists, before
the weight moves. It returns the two lists, and the weight at the end.

## Instructions

1. Let the loop run `n_iterations` times.
2. Predict with the weight as it is (`pred`), and square the miss (`error`).
3. Calculate `direction_and_amount`: the miss times the input.
4. Subtract it from the weight, once. Call the result `weight` again.
5. Below the function: divide the second error by the first. Call the result `ratio`. The first
   entry of a list is `errors[0]`, the second is `errors[1]`.
"""

from workbook import load

weight, input, goal_pred, n_iterations = load("twenty_updates")


def gradient_descent(weight, input, goal_pred, n_iterations):
    """Return the list of errors, the list of predictions, and the weight at the end."""
    errors = []
    predictions = []
    for iteration in range(____):
        pred = ____
        error = ____
        errors.append(error)
        predictions.append(pred)

        direction_and_amount = ____
        weight = ____
    return errors, predictions, weight


errors, predictions, last_weight = gradient_descent(weight, input, goal_pred, n_iterations)

# How much of the error is left after one update.
ratio = ____

first_errors = errors[:3]
last_error = errors[-1]
last_prediction = predictions[-1]
print("first errors:", first_errors)
print("each error, divided by the one before:", ratio)
print("last error:", last_error)
print("last prediction:", last_prediction)
