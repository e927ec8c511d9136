"""# Four steps, watched

This exercise slows gradient descent down, so that you can watch every number of it. The network
starts with the weight 0: it predicts 0, whatever comes in. Its input is 1.1 and its goal is
0.8.

There is no alpha here. (You could also say that alpha is 1.)

    input ------ weight ------> pred         goal_pred

     1.1  ------  0.0   ------>  0              0.8

In each iteration, the numbers are kept in lists: `weights` gets the weight *before* the update,
`errors`, `deltas` and `weight_deltas` what belongs to it.

Before you run it, guess: will the weight come closer from one side, or will it go past the goal
and come back?

## Instructions

1. Let the loop run `n_iterations` times.
2. Calculate `pred` and `error`.
3. Calculate `delta` and `weight_delta`.
4. Update `weight`.

## Hint

Delta is the miss, with its sign. The weight_delta is delta times the input.

## Hint

The update takes the whole weight_delta away from the weight. Do it once in each iteration, and
after the error is measured.

## Hint

The lines inside the loop are

    pred = input * weight
    error = (pred - goal_pred) ** 2
    delta = pred - goal_pred
    weight_delta = delta * input
    weight = weight - weight_delta

## Take away

    weight      0        0.88       0.6952      0.734008      0.72585832
    delta      -0.8      0.168     -0.03528     0.0074088

The best weight is 0.8 / 1.1 = 0.7272... Look at the signs of delta: the weight goes past the
best one each time, and lands nearer to it each time. The error falls from 0.64 to 0.000055 in
three updates.

An update that goes past the goal is no harm, as long as it lands nearer than it was. What if it
lands further away? Keep that question.
"""

from workbook import load

weight, goal_pred, input, n_iterations = load("four_updates")

weights = []
errors = []
deltas = []
weight_deltas = []

for iteration in range(n_iterations):  # blank: for iteration in range(____):
    weights.append(weight)
    pred = input * weight  # blank: pred = ____
    error = (pred - goal_pred) ** 2  # blank: error = ____
    delta = pred - goal_pred  # blank: delta = ____
    weight_delta = delta * input  # blank: weight_delta = ____
    weight = weight - weight_delta  # blank: weight = ____

    errors.append(error)
    deltas.append(delta)
    weight_deltas.append(weight_delta)
    print("-----")
    print("weight before:", weights[-1])
    print("error:", error, " prediction:", pred)
    print("delta:", delta, " weight_delta:", weight_delta)

print("-----")
print("weight after the last update:", weight)
