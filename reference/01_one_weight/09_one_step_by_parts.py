"""# One step, by parts

One update again, taken apart. Each part gets a name. (Chapter 3 has other names for some of
them.)

    number_of_toes ------ weight ------> pred          goal: win

                                           delta         how far pred is above the goal
                            weight_delta                 how much of that is the weight's doing

- `delta` is the miss: how far the prediction is above the goal.
- `weight_delta` is the delta times the input of the weight. You knew it as
  direction_and_amount. It says how much this weight had to do with the miss.
- **alpha** is a small number. The weight does not move by the whole weight_delta, but by alpha
  times weight_delta. A large input makes a large weight_delta, and a step of that size would go
  far past the goal. Alpha keeps the step short.

The network is the one with the toes. The input is 8.5, which is large. The team did win, so the
goal is 1. Alpha is 0.01.

## Instructions

1. Predict: `pred`.
2. Compare: `error`, the squared miss.
3. Calculate `delta`, how far the prediction is above `win`.
4. Calculate `weight_delta`, the delta times the input.
5. Learn: subtract alpha times `weight_delta` from the weight. Call the result `new_weight`.

## Hint

Each line uses the result of one before it: `delta` uses `pred`, `weight_delta` uses `delta`,
and `new_weight` uses `weight_delta`.

## Hint

The input of this network is `number_of_toes`, and the goal is `win`. Alpha belongs in the last
line only: it shortens the step, and changes nothing about the prediction.

## Hint

The lines are

    pred = number_of_toes * weight
    error = (pred - win) ** 2
    delta = pred - win
    weight_delta = delta * number_of_toes
    new_weight = weight - alpha * weight_delta

## Take away

The prediction was 0.85, too low by 0.15. So delta is -0.15 and weight_delta is -1.275. A
hundredth of that is subtracted from the weight: it goes from 0.1 to 0.11275. Hot and cold took
it to 0.11. Both moved it up, but this time the miss itself said how far.
"""

from workbook import load

weight, alpha, number_of_toes, win = load("toes_and_alpha")

# Predict.
pred = number_of_toes * weight  # blank: pred = ____

# Compare.
error = (pred - win) ** 2  # blank: error = ____

# Learn: how far off, how much of it is the weight's doing, and a step.
delta = pred - win  # blank: delta = ____
weight_delta = delta * number_of_toes  # blank: weight_delta = ____
new_weight = weight - alpha * weight_delta  # blank: new_weight = ____

print("prediction:", pred)
print("error:", error)
print("delta:", delta)
print("weight_delta:", weight_delta)
print("new weight:", new_weight)
