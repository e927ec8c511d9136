"""# Trust, and measure

The formula says: the derivative of the error is 2 * delta * input. Is that right? You need not
believe it. Nudge the weight, look at what the error does, and compare.

You did this for the drawing: one error up, one error down, rise over run. Written as a
function, it is called a **central difference** (the weight is in the centre of the run):

    error

        up  |                     *
            |                  .' |
            |               .'    |  rise
            |            o'       |
            |        .-'          |
      down  |    *----------------+
            |            run
            +----|-------|--------|----->  weight
               down    weight     up

"Up" is at `weight + nudge`, "down" is at `weight - nudge`.

The nudge is small here: 0.0001. The smaller the nudge, the less the curve bends between the two
points. (Not too small, though. Python keeps about 16 digits of a number. Two errors that agree
in 15 of them leave a difference of which only one digit is worth anything.)

How close are two slopes? A difference of 0.001 is little next to 1000 and much next to 0.002.
So the difference is divided by the slope. The result is the **relative error**. The signs are
taken off with `abs`. The check wants it to be at most 1e-7, which is how Python writes
0.0000001.

This is a tool for life. Whenever you have written a formula for a slope, here or in a network
with a million weights, this is how you find out whether it is right.

## Instructions

1. `get_error` returns the squared error of a weight.
2. `slope_by_formula` returns 2 times delta times the input.
3. `slope_by_nudging` returns rise over run, with the error at `weight + nudge` and the error at
   `weight - nudge`. Use `get_error`.

## Hint

The prediction is the input times the weight, and delta is the prediction minus the goal. Each
of the first two functions needs them.

## Hint

In `slope_by_nudging`, no formula of a slope occurs. There are two errors, the difference
between them, and the distance between the two weights: that distance is not one nudge.

## Hint

The functions return

    (input * weight - goal_pred) ** 2
    2 * (input * weight - goal_pred) * input
    (up_error - down_error) / (2 * nudge)

where `up_error` is `get_error(weight + nudge, input, goal_pred)`.

## Take away

At the weight 0.5 both say -0.55, and at 2.4 both say 0.4. They agree in ten digits and more.
Measuring costs two predictions for each weight. The formula costs one prediction, for all
weights together. So the formula is for learning, and the nudge is for testing the formula.

For a bowl of this shape, a long nudge does as well: what the curve bends away on one side, it
bends back on the other. Other curves are not so kind, so make it a habit to nudge by little.
"""

from workbook import load

weight, input, goal_pred, other_weight, nudge = load("small_nudge")


def get_error(weight, input, goal_pred):
    """Return the squared error that a weight makes."""
    return (input * weight - goal_pred) ** 2  # blank: return ____


def slope_by_formula(weight, input, goal_pred):
    """Return the derivative of the error as the weight moves."""
    return 2 * (input * weight - goal_pred) * input  # blank: return ____


def slope_by_nudging(weight, input, goal_pred, nudge):
    """Return the slope of the error at a weight, measured from a nudge up and a nudge down."""
    up_error = get_error(weight + nudge, input, goal_pred)  # blank: up_error = ____
    down_error = get_error(weight - nudge, input, goal_pred)  # blank: down_error = ____
    return (up_error - down_error) / (2 * nudge)  # blank: return ____


error = get_error(weight, input, goal_pred)
slope = slope_by_formula(weight, input, goal_pred)
measured_slope = slope_by_nudging(weight, input, goal_pred, nudge)
print("error:", error)
print("slope by formula:", slope, " by nudging:", measured_slope)
print("relative error:", abs(measured_slope - slope) / abs(slope))

other_slope = slope_by_formula(other_weight, input, goal_pred)
other_measured_slope = slope_by_nudging(other_weight, input, goal_pred, nudge)
print("slope by formula:", other_slope, " by nudging:", other_measured_slope)
print("relative error:", abs(other_measured_slope - other_slope) / abs(other_slope))
