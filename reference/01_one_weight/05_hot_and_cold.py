"""# Hot and cold

One nudge moves the weight a little. To get anywhere, nudge again, and again. One round of such
a loop is called an **iteration**.

Back to the umbrellas: input 0.5, weight 0.5, goal 0.8. This time the step is small, 0.001, and
there are 1,101 iterations. (Why 1,101? You will see when it has run.)

    iteration     weight     prediction     which way is warmer?

        1         0.5          0.25         up
        2         0.501        0.2505       up
        3         0.502          ...        ...

Everything goes into one function, `hot_and_cold`. In each iteration it keeps the error and the
prediction in two lists, before it moves the weight. So the lists show the whole history. At the
end the function returns three things at once: the list of errors, the list of predictions, and
the weight that is reached.

The line `weight = weight + step_amount` reads from right to left: take the weight, add the
step, and call the result `weight` from now on. The next iteration starts from there.

Below the function, `errors[:3]` is the first three entries of the list `errors`, and
`errors[-1]` is its last entry. Python prints very small numbers with an `e`: 2.5e-07 is 2.5
with the point moved 7 places to the left, 0.00000025.

## Instructions

1. Let the loop run `n_iterations` times.
2. Predict with the weight as it is (`pred`), and square the miss (`error`). The input times the
   weight is short enough to write out, so no other function is needed.
3. Do the same with the weight a step up (`up_prediction`, `up_error`) and a step down
   (`down_prediction`, `down_error`).
4. If the error is smaller up than down, move the weight up by a step. Otherwise move it down by
   a step.

## Hint

It is the exercise before this one, inside a loop. The one new thing: the weight itself moves,
in place of a `new_weight` beside it.

## Hint

`for iteration in range(5):` runs five times. With a weight that is a step up, the prediction is
`input * (weight + step_amount)`. The brackets matter: without them only the weight is
multiplied.

## Hint

The loop and the move are

    for iteration in range(n_iterations):
        ...
        if up_error < down_error:
            weight = weight + step_amount
        else:
            weight = weight - step_amount

## Take away

The errors fall slowly: 0.3025, 0.30195025, 0.301401, and so on, down to nearly 0. The goal is
met at the weight 1.6. From 0.5 that is 1.1 away, which is 1,100 steps of 0.001. The 1,101st
iteration makes the exact prediction, and then steps past it, to 1.601, as hot and cold must
always step.

Learning is a search for a weight. This search has a first problem: it takes three predictions
to move the weight once.
"""

from workbook import load

weight, input, goal_pred, step_amount, n_iterations = load("many_small_steps")


def hot_and_cold(weight, input, goal_pred, step_amount, n_iterations):
    """Return the list of errors, the list of predictions, and the weight at the end."""
    errors = []
    predictions = []
    for iteration in range(n_iterations):  # blank: for iteration in range(____):
        pred = input * weight  # blank: pred = ____
        error = (pred - goal_pred) ** 2  # blank: error = ____
        errors.append(error)
        predictions.append(pred)

        up_prediction = input * (weight + step_amount)  # blank: up_prediction = ____
        up_error = (up_prediction - goal_pred) ** 2  # blank: up_error = ____
        down_prediction = input * (weight - step_amount)  # blank: down_prediction = ____
        down_error = (down_prediction - goal_pred) ** 2  # blank: down_error = ____

        if up_error < down_error:  # blank: if ____:
            weight = weight + step_amount  # blank: weight = ____
        else:
            weight = weight - step_amount  # blank: weight = ____
    return errors, predictions, weight


errors, predictions, last_weight = hot_and_cold(weight, input, goal_pred, step_amount, n_iterations)

first_errors = errors[:3]
last_error = errors[-1]
last_prediction = predictions[-1]
print("first errors:", first_errors)
print("last error:", last_error)
print("last prediction:", last_prediction)
print("weight after the loop:", last_weight)
