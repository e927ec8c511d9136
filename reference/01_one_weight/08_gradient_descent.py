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

## Hint

The four lines inside the loop are the lines of the two exercises "The squared error" and
"Direction and amount". The order matters: predict, compare, then learn.

## Hint

The update must not use the squared error. It uses the miss, which still has its sign: a square
cannot tell too high from too low.

## Hint

The loop is

    for iteration in range(n_iterations):
        pred = input * weight
        error = (pred - goal_pred) ** 2
        ...
        direction_and_amount = (pred - goal_pred) * input
        weight = weight - direction_and_amount

and the ratio is `errors[1] / errors[0]`.

## Take away

0.3025, 0.17015625, 0.095712890625: each error is 0.5625 of the one before. In the twentieth
iteration the prediction is 0.79767 and the error 0.0000054. Hot and cold needed more than a
thousand iterations to come as near.

Nobody chose a step here. The miss itself set the amount, and so the steps shrink as the
prediction comes close.
"""

from workbook import load

weight, input, goal_pred, n_iterations = load("twenty_updates")


def gradient_descent(weight, input, goal_pred, n_iterations):
    """Return the list of errors, the list of predictions, and the weight at the end."""
    errors = []
    predictions = []
    for iteration in range(n_iterations):  # blank: for iteration in range(____):
        pred = input * weight  # blank: pred = ____
        error = (pred - goal_pred) ** 2  # blank: error = ____
        errors.append(error)
        predictions.append(pred)

        direction_and_amount = (pred - goal_pred) * input  # blank: direction_and_amount = ____
        weight = weight - direction_and_amount  # blank: weight = ____
    return errors, predictions, weight


errors, predictions, last_weight = gradient_descent(weight, input, goal_pred, n_iterations)

# How much of the error is left after one update.
ratio = errors[1] / errors[0]  # blank: ratio = ____

first_errors = errors[:3]
last_error = errors[-1]
last_prediction = predictions[-1]
print("first errors:", first_errors)
print("each error, divided by the one before:", ratio)
print("last error:", last_error)
print("last prediction:", last_prediction)
