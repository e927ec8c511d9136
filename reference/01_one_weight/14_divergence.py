"""# Break it

Gradient descent works. A good way to understand something that works is to break it.

The bowl was for the input 0.5. Now let the input be 2, and leave everything else as it is: the
weight starts at 0.5, the goal is 0.8, and the loop makes 20 iterations. The first prediction is
1.0, which is only 0.2 too high.

    input ------ weight ------> pred         goal_pred

      2   ------  0.5   ------> 1.0             0.8

With this input, the weight has a long lever. Each 0.1 that the weight moves, the prediction
moves by 0.2. And the update is long as well, as it is delta times the input. Once in the
update, once in the prediction: the input counts twice.

To see what happens, there are two drawings. The first is the bowl, with the prediction to the
right and the error upwards, and with the first four predictions on it. The second has all the
errors, on a **logarithmic scale**: each mark on the axis is a fixed number of times the one
before, such as 1, 100, 10000. Numbers that are multiplied by the same amount each time lie on a
straight line there. In Python, `plt.yscale("log")` makes the vertical axis logarithmic.

`gradient_descent` is your own function. It takes the weight, the input, the goal and the number
of iterations. Here `predictions[:4]` is the first four predictions.

## Instructions

1. Run `gradient_descent` with the given values. Call what it returns `run`. The given line
   below takes the two lists and the last weight out of it.
2. Calculate `ratio`: the second error divided by the first.
3. Calculate `first_miss` and `second_miss`: how far the first and the second prediction are
   above the goal. Divide the second by the first, and call it `miss_factor`.
4. In the first drawing, draw the first four errors against the first four predictions.
5. In the second drawing, draw all the `errors`. With a single list, `plt.plot` numbers the
   points by itself: 0, 1, 2. Make the vertical axis logarithmic.

## Hint

The first entry of a list has the number 0. A miss is a prediction minus the goal, with its
sign.

## Hint

`plt.plot` takes what goes to the right first, and what goes up second. The first four errors
are `errors[:4]`.

## Hint

The lines are

    run = gradient_descent(weight, input, goal_pred, n_iterations)
    ratio = errors[1] / errors[0]
    first_miss = predictions[0] - goal_pred
    second_miss = predictions[1] - goal_pred
    miss_factor = second_miss / first_miss

and in the drawings

    plt.plot(predictions[:4], errors[:4], "ko--")
    plt.plot(errors, "ko-")
    plt.yscale("log")

## Take away

The errors are 0.04, 0.36, 3.24: each is 9 times the one before. In the twentieth iteration the
prediction is -232,452,292.6, and the goal is still 0.8. This is **divergence**.

The miss is multiplied by -3 each time. The minus means that each update goes past the goal to
the other side of the bowl. The 3 means that it lands three times as far away. Where it lands
the bowl is steeper, so the next update is larger still. The direction is right every time. The
amount is not.
"""

import matplotlib.pyplot as plt
import numpy as np

from workbook import load
from workbook.earlier.gradient_descent import gradient_descent

weight, input, goal_pred, n_iterations = load("twice_the_sky")

run = gradient_descent(weight, input, goal_pred, n_iterations)  # blank: run = ____
errors, predictions, last_weight = run

# How much larger the error becomes with each update, and what the miss is multiplied by.
ratio = errors[1] / errors[0]  # blank: ratio = ____
first_miss = predictions[0] - goal_pred  # blank: first_miss = ____
second_miss = predictions[1] - goal_pred  # blank: second_miss = ____
miss_factor = second_miss / first_miss  # blank: miss_factor = ____

first_errors = errors[:3]
last_error = errors[-1]
last_prediction = predictions[-1]
print("first errors:", first_errors)
print("each error, divided by the one before:", ratio)
print("each miss, divided by the one before:", miss_factor)
print("last error:", last_error)
print("last prediction:", last_prediction)

plt.rc("font", size=14)
plt.figure(figsize=(10, 4.5), layout="constrained")

# First drawing: the bowl, drawn a little wider than the predictions reach, and the jumps in it.
# "ko--" means black circles, joined by a broken line.
plt.subplot(1, 2, 1)
widest = abs(predictions[3] - goal_pred)
bowl_predictions = np.linspace(goal_pred - 1.1 * widest, goal_pred + 1.1 * widest, 101)
plt.plot(bowl_predictions, (bowl_predictions - goal_pred) ** 2, color="grey")
plt.plot(predictions[:4], errors[:4], "ko--")  # blank: plt.plot(____, ____, "ko--")
plt.axvline(goal_pred, color="black", linestyle=":")
for number in range(4):
    if predictions[number] > goal_pred:
        beside = 0.1 * widest
    else:
        beside = -0.1 * widest
    plt.text(predictions[number] + beside, errors[number], number + 1, ha="center", va="center")
plt.xlabel("prediction")
plt.ylabel("error")

# Second drawing: all the errors.
plt.subplot(1, 2, 2)
plt.plot(errors, "ko-")  # blank: plt.plot(____, "ko-")
plt.yscale("log")  # blank: plt.yscale(____)
plt.xticks(range(0, n_iterations, 5))
plt.xlabel("iteration")
plt.ylabel("error (logarithmic)")
plt.show()
