"""# The squared error

The network has made a prediction. How good was it? To find out, **compare** it with what really
happened. Predict, compare, learn: those are the three steps of this chapter. This is the
second.

Somebody stood in the street and counted. The share of people with umbrellas was 0.8. This is
the goal of the prediction, `goal_pred`: a number that was recorded in the world, not
calculated.

    input ------ weight ------> pred    <- how far apart? ->    goal_pred

     0.5  ------  0.5   ------>   ?                                0.8

The **miss** is how far the prediction is above the goal: the prediction minus the goal. When
the prediction is too low, the miss is negative.

The **error** says how much the network missed by, whichever way. A baker who puts 20 grams of
flour too much into a loaf is off by 20 grams. A baker who puts in 20 grams too little is off by
just as much. So the error should never be negative. One way to get there is to **square** the
miss: to multiply it by itself. In Python, `x ** 2` is x times x. Both `3 ** 2` and `(-3) ** 2`
are 9.

Squaring does one more thing. A miss of 10 becomes an error of 100, and a miss of 0.01 becomes
an error of 0.0001. Large misses count for very much, small ones for nearly nothing. The baker
agrees: 2 grams too much nobody tastes, and 500 grams too much ruin the loaf.

(Computers round. Python may print 0.30000000000000004 where paper says 0.3. The checks do not
mind differences as small as that, and neither should you.)

## Instructions

1. Predict: multiply the input by the weight. Call the result `pred`.
2. Compare: subtract `goal_pred` from the prediction, and square that. Call the result `error`.

## Hint

First find the miss. It is one number minus another. Then square the whole of it.

## Hint

`**` binds more tightly than `-`: Python would square the number next to it first. Brackets
around the subtraction make it come first: `(a - b) ** 2`.

## Hint

The two lines are

    pred = input * weight
    error = (pred - goal_pred) ** 2

## Take away

The prediction was 0.25 and the goal 0.8. The miss is -0.55, the error 0.3025. The error says
"far off", "close", or (at 0) "exact". It does not say why the network missed, which way, or
what to do about it. That is for the third step: learn.
"""

from workbook import load

weight, input, goal_pred = load("umbrellas")

# Predict.
pred = input * weight  # blank: pred = ____

# Compare: the miss, squared.
error = (pred - goal_pred) ** 2  # blank: error = ____

print("prediction:", pred)
print("error:", error)
