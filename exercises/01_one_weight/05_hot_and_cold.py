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
"""

from workbook import load

weight, input, goal_pred, step_amount, n_iterations = load("many_small_steps")


def hot_and_cold(weight, input, goal_pred, step_amount, n_iterations):
    """Return the list of errors, the list of predictions, and the weight at the end."""
    errors = []
    predictions = []
    for iteration in range(____):
        pred = ____
        error = ____
        errors.append(error)
        predictions.append(pred)

        up_prediction = ____
        up_error = ____
        down_prediction = ____
        down_error = ____

        if ____:
            weight = ____
        else:
            weight = ____
    return errors, predictions, weight


errors, predictions, last_weight = hot_and_cold(weight, input, goal_pred, step_amount, n_iterations)

first_errors = errors[:3]
last_error = errors[-1]
last_prediction = predictions[-1]
print("first errors:", first_errors)
print("last error:", last_error)
print("last prediction:", last_prediction)
print("weight after the loop:", last_weight)
