"""# The error bowl

Predicting and comparing, written as one line:

    error = (input * weight - goal_pred) ** 2

The error becomes smaller when something on the right-hand side changes. What may change? With
another goal_pred, you would claim that fewer people carried umbrellas. With another input, you
would paint the sky. Without the square, you would bend the ruler that you measure with. What is
left is the weight. So keep everything else as it is, try a whole row of weights, and draw the
error of each:

    error

      |  *                 *
      |
      |   *               *
      |     *           *
      |        *     *
      +-----------*----------->  weight
                  ^
             goal weight

It is a bowl. Its bottom is at the **goal weight**, where the error is 0. Learning is walking
down into it. You walk in thick fog: the bottom is out of sight, but your feet feel how the
ground slopes.

The **slope** at a point says how much the error rises for each 1 that the weight grows. To
measure it, take two weights near it: one up, one down, each of them `reach` away. The **rise**
is the error up minus the error down. The **run** is the distance between the two weights,
`2 * reach`. The slope is the rise divided by the run:

                          up
                      .-'  |
                  .-'      | rise        slope = rise / run
      down    .-'----------+
                    run

Where the curve falls, the rise is negative, and so is the slope.

The drawing shows the bowl, the slope at two weights (one on each side of the goal weight), and
the path of your own `gradient_descent` from the left one. `plt` is a library that draws.
`plt.plot(x, y)` draws a line through points: it takes a list of how far each point is to the
right, and a list of how far it is up. This is called drawing y **against** x. `plt.xlabel(...)`
names the axis to the right, and `plt.ylabel(...)` the one upwards. Give each name in quotes:
`"weight"` and `"error"`.

## Instructions

1. In `get_error`, return the error that a weight makes: the line at the top of this text.
2. Calculate `goal_weight`, the weight whose prediction is the goal.
3. Measure the slope at `left_weight`: the error a `reach` up (`left_up_error`), the error a
   `reach` down (`left_down_error`), and from these `left_slope`.
4. Do the same at `right_weight`: `right_up_error`, `right_down_error` and `right_slope`.
5. Draw the bowl: `errors` against `weights`. Draw the path: `path_errors` against
   `path_weights`.
6. Name the axes: `weight` and `error`.

## Hint

The goal weight: input * weight should be the goal, so what is the weight? For the slope, call
`get_error` twice, at `left_weight + reach` and at `left_weight - reach`.

## Hint

The order matters in a rise: up minus down, on both sides of the bowl. The run is `2 * reach`;
put it in brackets when you divide by it.

## Hint

The lines for the goal weight and the slope on the left are

    goal_weight = goal_pred / input
    left_up_error = get_error(left_weight + reach, input, goal_pred)
    left_down_error = get_error(left_weight - reach, input, goal_pred)
    left_slope = (left_up_error - left_down_error) / (2 * reach)

and the bowl is drawn by `plt.plot(weights, errors, ...)`.

## Take away

The bottom of the bowl is at the weight 1.6. Left of it the slope is negative (-0.55 at the
weight 0.5): the error falls when the weight grows. Right of it the slope is positive (0.4 at
the weight 2.4). So the way down is always the way **against** the slope. And the further from
the bottom, the steeper it is. Sign and steepness: direction and amount.

Gradient descent walks down this bowl, a large step first and small ones later. It never sees
the bowl. The slope under its feet is enough.
"""

import matplotlib.pyplot as plt

from workbook import load
from workbook.earlier.gradient_descent import gradient_descent

weights, input, goal_pred, left_weight, right_weight, reach, n_iterations = load("bowl")


def get_error(weight, input, goal_pred):
    """Return the squared error that a weight makes."""
    return (input * weight - goal_pred) ** 2  # blank: return ____


# The bowl: the error of each weight in the row.
errors = []
for weight in weights:
    errors.append(get_error(weight, input, goal_pred))

# The weight at the bottom.
goal_weight = goal_pred / input  # blank: goal_weight = ____

# The slope at the left weight: rise over run.
left_up_error = get_error(left_weight + reach, input, goal_pred)  # blank: left_up_error = ____
left_down_error = get_error(left_weight - reach, input, goal_pred)  # blank: left_down_error = ____
left_slope = (left_up_error - left_down_error) / (2 * reach)  # blank: left_slope = ____

# The slope at the right weight.
right_up_error = get_error(right_weight + reach, input, goal_pred)  # blank: right_up_error = ____
right_down_error = get_error(right_weight - reach, input, goal_pred)  # blank: right_down_error = ____
right_slope = (right_up_error - right_down_error) / (2 * reach)  # blank: right_slope = ____

# The path of gradient descent. A prediction is input * weight, so the weight is prediction / input.
path_errors, path_predictions, last_weight = gradient_descent(left_weight, input, goal_pred, n_iterations)
path_weights = []
for prediction in path_predictions:
    path_weights.append(prediction / input)

print("goal weight:", goal_weight)
print("slope at the weight", left_weight, "is", left_slope)
print("slope at the weight", right_weight, "is", right_slope)


def draw_slope(weight, slope):
    """Draw a short line through the bowl at a weight, as steep as the slope there."""
    error = get_error(weight, input, goal_pred)
    ends = [weight - 0.5, weight + 0.5]
    heights = [error - 0.5 * slope, error + 0.5 * slope]
    plt.plot(ends, heights, "k--", linewidth=3)
    plt.text(weight + 0.2, error, "slope " + str(round(slope, 2)))


plt.rc("font", size=14)
plt.figure(layout="constrained")

# The bowl is a grey line. "ko-" means black circles, joined by a line.
plt.plot(weights, errors, color="grey", label="error")  # blank: plt.plot(____, ____, color="grey", label="error")
plt.plot(path_weights, path_errors, "ko-", label="path")  # blank: plt.plot(____, ____, "ko-", label="path")
draw_slope(left_weight, left_slope)
draw_slope(right_weight, right_slope)
plt.axvline(goal_weight, color="black", linestyle=":", label="goal weight")
plt.xlabel("weight")  # blank: plt.xlabel(____)
plt.ylabel("error")  # blank: plt.ylabel(____)
plt.legend(loc="upper center", framealpha=1)
plt.show()
