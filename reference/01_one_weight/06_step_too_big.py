"""# A step too big

1,101 iterations are many. Would a larger step get there sooner?

Think of a frog whose every jump is exactly 5 metres long. It wants to sit on a leaf that is 55
centimetres away. It jumps, and is far past the leaf. It jumps back. It will do so for ever.

A step of the weight makes the prediction jump. How far? The prediction is input * weight, so
when the weight moves by a step, the prediction moves by input * step:

    weight       ------ step ------>          0.5   ->  0.5 + 10

    prediction   -- input * step -->          0.25  ->     ?

From there, a short calculation tells whether the goal can be met at all. Take the distance from
the prediction to the goal, `goal_pred - pred`, and divide it by one jump. The result is the
number of jumps that are needed. If it is a whole number, the prediction lands on the goal. If
it is not, no number of iterations will ever help.

Try two steps: 10, and then 0.2. The function `hot_and_cold` is your own, from the last
exercise. It takes the weight, the input, the goal, the step and the number of iterations, in
this order, and it returns three things: errors, predictions and the last weight.

## Instructions

1. Run `hot_and_cold` with the step `large_step`, for `n_iterations` iterations. Call what it
   returns `large_run`. The given line below takes the three things out of it.
2. Do the same with `medium_step`: `medium_run`.
3. Calculate how far one step of each kind moves the prediction: `large_jump` and `medium_jump`.
4. Calculate how many jumps of each kind are needed to get from `pred` to `goal_pred`:
   `large_jumps_needed` and `medium_jumps_needed`.

## Hint

Both runs start from the same weight, with the same input and the same goal. Only the step is
different.

## Hint

A step is added to the weight, and the prediction is the input times the weight. So a jump is
the input times the step.

## Hint

For the large step the lines are

    large_run = hot_and_cold(weight, input, goal_pred, large_step, n_iterations)
    large_jump = input * large_step
    large_jumps_needed = (goal_pred - pred) / large_jump

## Take away

With the step 10, a jump is 5. The prediction is 0.25, then 5.25, then 0.25 again: the errors
are 0.3025 and 19.8025, for ever. With the step 0.2, a jump is 0.1 and the goal is 5.5 jumps
away. So the prediction ends up jumping from 0.75 to 0.85 and back, with an error of 0.0025 each
time.

With 0.001 the goal was 1100 jumps away: a whole number, and that was luck. This is the second
problem of hot and cold learning. You know the right direction, and the amount is a guess that
has nothing to do with how far off you are.
"""

from workbook import load
from workbook.earlier.hot_and_cold import hot_and_cold

weight, input, goal_pred, large_step, medium_step, n_iterations = load("two_large_steps")

# A step of 10.
large_run = hot_and_cold(weight, input, goal_pred, large_step, n_iterations)  # blank: large_run = ____
large_errors, large_predictions, large_weight = large_run
print("step", large_step)
print("  errors:", large_errors)
print("  predictions:", large_predictions)

# A step of 0.2.
medium_run = hot_and_cold(weight, input, goal_pred, medium_step, n_iterations)  # blank: medium_run = ____
medium_errors, medium_predictions, medium_weight = medium_run
print("step", medium_step)
print("  errors:", medium_errors)
print("  predictions:", medium_predictions)

# How far one step moves the prediction.
large_jump = input * large_step  # blank: large_jump = ____
medium_jump = input * medium_step  # blank: medium_jump = ____

# How many jumps there are between the first prediction and the goal.
pred = input * weight
large_jumps_needed = (goal_pred - pred) / large_jump  # blank: large_jumps_needed = ____
medium_jumps_needed = (goal_pred - pred) / medium_jump  # blank: medium_jumps_needed = ____

print("jumps needed:", large_jumps_needed, "and", medium_jumps_needed)
