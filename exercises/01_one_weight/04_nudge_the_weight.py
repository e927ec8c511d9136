"""# Nudge the weight

Predict, compare: done. Now **learn**: change the weight so that the error becomes smaller.

Think of an old radio that crackles. You turn its knob a little to the right and listen. You
turn it a little to the left and listen. You leave it where the sound was better. The weight is
the network's knob, so in this exercise it is called `knob_weight`.

This is **hot and cold learning**, after the game in which one child searches for a hidden thing
and the others call "warmer!" or "colder!". One round of it needs three predictions:

                   down             here              up
    weight         0.09             0.1              0.11
                     <--- a step ---  --- a step --->
    prediction       ?                ?                ?
    error            ?                ?                ?

The network is the one that looks at toes. The team with 8.5 toes did win, so the goal is 1. It
is called `win`.

The function `neural_network` is the one that you wrote in the first exercise. The given line
that begins with `from workbook.earlier` brings it in. Call it with any input and any weight:
`neural_network(2, 3)` is 6.

To choose, Python has `if` and `else`:

    if a < b:
        the lines here run when a is smaller than b
    else:
        otherwise these run

## Instructions

1. Predict with the weight as it is: `pred`. Square the miss: `error`.
2. Predict with a weight that is larger by `step_amount`: `up_prediction`. Square that miss:
   `up_error`.
3. Predict with a weight that is smaller by `step_amount`: `down_prediction`. Square that miss:
   `down_error`.
4. If the error is smaller up than down, `new_weight` is the larger weight. Otherwise it is the
   smaller one.
"""

from workbook import load
from workbook.earlier.predict import neural_network

knob_weight, step_amount, number_of_toes, win = load("toes_and_nudge")

# Here: the weight as it is.
pred = ____
error = ____
print("here: prediction", pred, "error", error)

# Up: a slightly larger weight.
up_prediction = ____
up_error = ____
print("up:   prediction", up_prediction, "error", up_error)

# Down: a slightly smaller weight.
down_prediction = ____
down_error = ____
print("down: prediction", down_prediction, "error", down_error)

# Go where it is warmer.
if ____:
    new_weight = ____
else:
    new_weight = ____

print("new weight:", new_weight)
