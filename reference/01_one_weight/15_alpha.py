"""# Alpha

With the input 2, each update goes too far. The direction is right and the amount is too large.
So make the amount smaller: multiply the update by a number between 0 and 1. You have met it
once already. It is **alpha**:

    weight = weight - alpha * (the update)

A driver who sees the car drift to the left steers to the right. One who pulls the wheel all the
way round is in the other ditch, and pulls harder. One who turns it by a tenth of that comes
back to the middle of the road.

    alpha        what happens

    too large    past the goal, and further away each time (divergence)
    good         down to the goal
    too small    down to the goal, so slowly that you run out of patience

How do you find a good alpha? By trying, mostly, and by watching the error. If it grows, alpha
is too large. If it hardly moves, alpha is too small. Here alpha is 0.1, and the rest is as it
was: weight 0.5, input 2, goal 0.8, 20 iterations.

This time, you write the loop yourself.

## Instructions

1. Let the loop run `n_iterations` times.
2. Predict (`pred`) and compare (`error`).
3. Calculate `delta` and `weight_delta`.
4. Update `weight`: subtract alpha times `weight_delta` from it.
5. Below the loop: divide the second error by the first. Call it `ratio`.

## Hint

The loop is the one of "Four steps, watched". Alpha comes into one of its lines.

## Hint

Alpha makes the update smaller. It does not change the prediction, the error or the delta: these
say what is, and alpha says how far to go.

## Hint

The lines inside the loop are

    pred = input * weight
    error = (pred - goal_pred) ** 2
    delta = pred - goal_pred
    weight_delta = delta * input
    weight = weight - alpha * weight_delta

## Take away

0.04, 0.0144, 0.005184: the error is 0.36 of the one before, where it was 9 times the one before
without alpha. In the twentieth iteration the prediction is 0.80001.

Alpha is not learned. You choose it, as you choose the step of hot and cold. Another name for it
is the **learning rate**.
"""

from workbook import load

weight, input, goal_pred, alpha, n_iterations = load("tamed_by_alpha")

errors = []
predictions = []

for iteration in range(n_iterations):  # blank: for iteration in range(____):
    pred = input * weight  # blank: pred = ____
    error = (pred - goal_pred) ** 2  # blank: error = ____
    errors.append(error)
    predictions.append(pred)

    delta = pred - goal_pred  # blank: delta = ____
    weight_delta = delta * input  # blank: weight_delta = ____
    weight = weight - alpha * weight_delta  # blank: weight = ____

# How much of the error is left after one update.
ratio = errors[1] / errors[0]  # blank: ratio = ____

first_errors = errors[:3]
last_error = errors[-1]
last_prediction = predictions[-1]
print("first errors:", first_errors)
print("each error, divided by the one before:", ratio)
print("last error:", last_error)
print("last prediction:", last_prediction)
