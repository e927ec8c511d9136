"""# Direction and amount

Hot and cold learning tries both ways, and then takes a step that is always the same. Can you
know the direction and the amount without trying?

You stand under a shower, and the water is 10 degrees too cold. You do not try "a bit hotter"
and "a bit colder" to find out which is better. How far the water is off tells you which way to
turn the tap (hotter), and how much (a good deal; for 1 degree it would be a touch).

For the network, the miss `pred - goal_pred` tells it. Its sign is the direction, its size the
amount. But the miss is about the prediction, and what you turn is the weight. Between the two
lies the input:

    input ------ weight ------> pred
                   ^              |
                   |              v
                   +--------- pred - goal_pred

So multiply the miss by the input. The result is how much the weight should go **down**: its
`direction_and_amount`. The input does three things to the miss:

- **Scaling.** A large input makes the amount large. (This can get out of hand. You will see it
  happen, and you will tame it.)
- **Negative reversal.** With a negative input, a larger weight makes a *smaller* prediction. It
  is a tap that was put in the wrong way round: turn it towards hot, and the water gets colder.
  The negative input turns the direction round as well, so the weight still goes the right way.
- **Stopping.** With the input 0, the prediction is 0 at every weight. The water main is shut,
  and turning the tap changes nothing. There is nothing to learn, and the amount is 0.

To see each of the three alone, there are four cases with the same weight and the same miss,
-0.55:

    case          input     goal     prediction     miss

    first          0.5      0.8         0.25        -0.55
    scaling        5        3.05        2.5         -0.55
    reversal      -0.5      0.3        -0.25        -0.55
    stopping       0        0.55        0           -0.55

## Instructions

1. Calculate the prediction of the first case. Call it `pred`.
2. Multiply the miss by the input. Call the result `direction_and_amount`.
3. Subtract it from the weight. Call the result `new_weight`.
4. For each other case, the prediction is given. Multiply the miss of that case by the input of
   that case: `scaling`, `reversal` and `stopping`.

## Hint

The miss is the prediction minus the goal. It needs brackets when it is multiplied by something.

## Hint

All four are the same formula, each with its own prediction, its own goal and its own input.

## Hint

The lines are

    direction_and_amount = (pred - goal_pred) * input
    new_weight = weight - direction_and_amount
    scaling = (scaling_pred - scaling_goal) * scaling_input

and two more like the last one.

## Take away

One miss of -0.55, and four different updates: -0.275, ten times that for an input that is ten
times as large, +0.275 for the negative input, and 0 for the input 0. (Python prints -0.0 there.
It is the same number as 0.)

Why minus in the update? In the first case the prediction was too low, so the weight had to go
up. direction_and_amount was -0.275, and taking away a negative number adds: the weight went
from 0.5 to 0.775. One prediction was enough to know it.
"""

from workbook import load

(
    weight,
    input,
    goal_pred,
    scaling_input,
    scaling_goal,
    reversal_input,
    reversal_goal,
    stopping_input,
    stopping_goal,
) = load("one_miss_four_inputs")

# The first case, and what it does to the weight.
pred = input * weight  # blank: pred = ____
direction_and_amount = (pred - goal_pred) * input  # blank: direction_and_amount = ____
new_weight = weight - direction_and_amount  # blank: new_weight = ____
print("direction and amount:", direction_and_amount)
print("new weight:", new_weight)

# Scaling: a large input.
scaling_pred = scaling_input * weight
scaling = (scaling_pred - scaling_goal) * scaling_input  # blank: scaling = ____
print("scaling:", scaling)

# Negative reversal: a negative input.
reversal_pred = reversal_input * weight
reversal = (reversal_pred - reversal_goal) * reversal_input  # blank: reversal = ____
print("reversal:", reversal)

# Stopping: an input of 0.
stopping_pred = stopping_input * weight
stopping = (stopping_pred - stopping_goal) * stopping_input  # blank: stopping = ____
print("stopping:", stopping)
