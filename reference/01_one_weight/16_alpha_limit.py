"""# How large may alpha be?

What most people do about alpha is this: they try 10, 1, 0.1, 0.01, 0.001 and 0.0001, and go on
from the one that works best. You will do the same for the input 2. Then you find out with paper
and pencil where the limit is.

Paper and pencil first. What does one update do to delta, the miss? The weight goes down by
alpha * delta * input. So the prediction goes down by input times that, and so does delta:

    new delta  =  delta - input * alpha * delta * input
               =  delta * (1 - alpha * input ** 2)

Each update multiplies delta by the same number. Call it the **miss factor**. (In "Break it" you
measured one: -3, with alpha 1 and input 2.) All that can happen is in this number:

    miss factor     what happens

      1               nothing: alpha is 0
      0.9             the miss shrinks slowly
      0               the miss is gone after one update
     -0.9             past the goal each time, and the miss shrinks slowly
     -1               the same miss for ever, once above the goal, once below it
     -3               past the goal, and further away each time

So gradient descent is stable as long as the miss factor is between -1 and 1. Alpha makes it
smaller. The largest alpha is the one that brings it to -1. The best alpha is the one that
brings it to 0.

The drawing has logarithmic scales both ways: alpha to the right, and upwards the error that is
left after 20 updates. The curve is what your formula says, and the dots are what your loop
found. `np.logspace(-4, 1, 201)` is 201 numbers from 10 ** -4 to 10 ** 1, in equal *ratios*.

A blank alone on its line, as in `weight_after`, may become several lines. Start each of them as
far to the right as the blank stands, and the lines inside a loop four spaces further.

## Instructions

1. `weight_after` makes `n_updates` updates with alpha, and returns the weight after the last
   one. (It needs no error and no lists.)
2. `miss_factor` returns what one update multiplies delta by.
3. `largest_alpha` returns the alpha at which the miss factor is -1.
4. `best_alpha` returns the alpha at which the miss factor is 0.
5. Draw the dots: `tried_errors` against `alphas`. Make both axes logarithmic, with `plt.xscale`
   and `plt.yscale`.

## Hint

`weight_after` is a loop with three lines: predict, delta times input, update. For the alphas,
write down "1 - alpha * input ** 2 is -1", and solve it for alpha.

## Hint

1 - alpha * input ** 2 is -1 when alpha * input ** 2 is 2. It is 0 when alpha * input ** 2 is 1.

## Hint

The loop is

    for update in range(n_updates):
        pred = input * weight
        weight_delta = (pred - goal_pred) * input
        weight = weight - alpha * weight_delta
    return weight

and the others return `1 - alpha * input**2`, `2 / input**2` and `1 / input**2`.

## Take away

With the input 2, alpha must stay under 0.5. At 0.5 the prediction jumps between 1.0 and 0.6 for
ever, with an error of 0.04 each time. Beyond it, the error grows. At 0.25 a single update is
exact.

Of the six that were tried, 10 and 1 diverge, 0.1 is by far the best, and 0.001 and 0.0001 have
hardly moved. The limit is 2 / input ** 2: an input ten times as large needs an alpha that is a
hundred times smaller. With many weights there is no such formula that is short, and trying 10,
1, 0.1 and so on is what is left. Now you know what you are looking for.
"""

import matplotlib.pyplot as plt
import numpy as np

from workbook import load

weight, input, goal_pred, alphas, n_updates = load("six_alphas")


def weight_after(n_updates, alpha, weight, input, goal_pred):
    """Return the weight after that many updates with that alpha."""
    for update in range(n_updates):  # blank: ____
        pred = input * weight  # blank
        weight_delta = (pred - goal_pred) * input  # blank
        weight = weight - alpha * weight_delta  # blank
    return weight  # blank


def miss_factor(alpha, input):
    """Return the number by which one update multiplies delta."""
    return 1 - alpha * input**2  # blank: return ____


def largest_alpha(input):
    """Return the alpha at which the miss factor is -1."""
    return 2 / input**2  # blank: return ____


def best_alpha(input):
    """Return the alpha at which the miss factor is 0."""
    return 1 / input**2  # blank: return ____


# Try the alphas, and keep the error that each one leaves.
tried_errors = []
for alpha in alphas:
    tried_weight = weight_after(n_updates, alpha, weight, input, goal_pred)
    tried_error = (input * tried_weight - goal_pred) ** 2
    tried_errors.append(tried_error)
    print("alpha", alpha, "miss factor", miss_factor(alpha, input), "error", tried_error)

best = best_alpha(input)
limit = largest_alpha(input)
best_pred = input * weight_after(1, best, weight, input, goal_pred)
print("best alpha:", best, " prediction after one update:", best_pred)

# At the limit: after one update, two and three. (Before any, the prediction is 1.0.)
limit_preds = []
limit_errors = []
for updates in range(1, 4):
    limit_pred = input * weight_after(updates, limit, weight, input, goal_pred)
    limit_preds.append(limit_pred)
    limit_errors.append((limit_pred - goal_pred) ** 2)
print("largest alpha:", limit, " predictions:", limit_preds, " errors:", limit_errors)

# The error after the updates, by the formula. Each update multiplies the miss by the miss factor.
# The error is the miss squared, so each update multiplies it by the factor twice.
# That makes 2 * n_updates times in all.
first_error = (input * weight - goal_pred) ** 2
curve_alphas = np.logspace(-4, 1, 201)
curve_errors = first_error * miss_factor(curve_alphas, input) ** (2 * n_updates)

plt.rc("font", size=14)
plt.figure(layout="constrained")

# "ko" means black circles that are not joined.
plt.plot(curve_alphas, curve_errors, color="grey", label="by the formula")
plt.plot(alphas, tried_errors, "ko", label="tried")  # blank: plt.plot(____, ____, "ko", label="tried")
plt.axvline(limit, color="black", linestyle="--", label="2 / input ** 2")
plt.axhline(first_error, color="black", linestyle=":", label="before any update")
plt.xscale("log")  # blank: plt.xscale(____)
plt.yscale("log")  # blank: plt.yscale(____)
plt.ylim(1e-30, 1e70)
plt.xlabel("alpha")
plt.ylabel("error after the updates")
plt.legend(loc="upper left")
plt.show()
