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
"""

from workbook import load

weight, goal_pred, input, n_iterations = load("four_updates")

weights = []
errors = []
deltas = []
weight_deltas = []

for iteration in range(____):
    weights.append(weight)
    pred = ____
    error = ____
    delta = ____
    weight_delta = ____
    weight = ____

    errors.append(error)
    deltas.append(delta)
    weight_deltas.append(weight_delta)
    print("-----")
    print("weight before:", weights[-1])
    print("error:", error, " prediction:", pred)
    print("delta:", delta, " weight_delta:", weight_delta)

print("-----")
print("weight after the last update:", weight)
