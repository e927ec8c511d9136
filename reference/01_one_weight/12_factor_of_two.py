"""# Where is the 2?

How much does one thing move when you move another? That number is called a **derivative**.
There are two ways to see it.

**First view: gears.** On a bicycle, you turn the pedals once, and the wheel turns three times.
The derivative of the wheel, as you move the pedals, is 3. Two cogwheels of the same size that
touch turn opposite ways: there the derivative is -1. And when the chain is off, the wheel
stands still however you pedal: the derivative is 0. The sign is the direction, the size is the
amount.

**Second view: slope.** Draw one thing against the other. The derivative is the slope of that
curve. At the weight 0.5 you measured the slope of the error bowl: -0.55.

So -0.55 is the derivative of the error, as you move the weight. You can also calculate it.
Nudge the weight up by a little, and follow the nudge through:

    weight        goes up by      nudge
    prediction    goes up by      input * nudge
    delta         goes up by      input * nudge

    error         was             delta * delta
                  is now          (delta + input * nudge) * (delta + input * nudge)

Multiply the two brackets: each part of the first, times each part of the second. There are four
products: delta * delta, and **twice** delta * input * nudge, and the square of input * nudge.
The first one was there before. The last one is a small number squared, so it is next to
nothing. What the error moved by is the middle:

    error         goes up by      2 * delta * input * nudge

For each 1 that the weight moves, the error moves by 2 * delta * input. There is the derivative,
and it has a factor 2 that your weight_delta (delta * input) does not have. Is gradient descent
wrong without it? A step is `alpha` times something, and alpha is a number that *you* choose.

**Say you use alpha times the derivative. Now you leave out the 2, and use weight_delta in the
place of the derivative. Which alpha makes the very same step?**

## Options

- a: half of the alpha before
- b: the same alpha
- c: twice the alpha before
- d: none: without the 2, the step goes the wrong way

## Instructions

1. Calculate `delta`, the miss, and `weight_delta`, the delta times the input.
2. Calculate the `derivative`, with the 2. Compare it with the slope that you measured.
3. Calculate `step`: alpha times the derivative.
4. Calculate `alpha_without_2`, and with it `step_without_2`: `alpha_without_2` times
   `weight_delta`. The two steps should be equal.
5. Set `answer` to the letter of the right option, in quotes.

## Hint

`pred` is given. The delta is how far it is above the goal. The derivative is 2 times the
weight_delta.

## Hint

The step is a product of two numbers, alpha and the derivative. If one of them becomes half as
large, and the product should stay, what must the other become?

## Hint

The lines are

    delta = pred - goal_pred
    weight_delta = delta * input
    derivative = 2 * delta * input
    step = alpha * derivative
    alpha_without_2 = 2 * alpha
    step_without_2 = alpha_without_2 * weight_delta

## Why not

- a: weight_delta is half of the derivative. With half of the alpha as well, the step is a
  quarter.
- b: weight_delta is half of the derivative. The same alpha makes half of the step.
- d: 2 is positive, so leaving it out does not turn the sign round. The step is shorter, and
  alpha can make up for that.

## Take away

The derivative at the weight 0.5 is -0.55: twice the weight_delta of -0.275. Alpha is a number
that you choose, and the 2 can live in there. So this chapter leaves it out of the formula.
Other texts (and chapter 3) write it. Both go the same way; only look which one you have before
you compare two alphas.
"""

from workbook import load

weight, input, goal_pred, alpha = load("one_step_with_alpha")

pred = input * weight
delta = pred - goal_pred  # blank: delta = ____
weight_delta = delta * input  # blank: weight_delta = ____

# How much the error moves when the weight moves.
derivative = 2 * delta * input  # blank: derivative = ____

# A step with the derivative, and the same step without the 2.
step = alpha * derivative  # blank: step = ____
alpha_without_2 = 2 * alpha  # blank: alpha_without_2 = ____
step_without_2 = alpha_without_2 * weight_delta  # blank: step_without_2 = ____

print("weight_delta:", weight_delta)
print("derivative:", derivative)
print("step:", step, " without the 2:", step_without_2)

# Which alpha makes the same step without the 2?
answer = "c"  # blank: answer = ____
