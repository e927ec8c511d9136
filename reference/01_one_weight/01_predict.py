"""# Predict

A **neural network** takes numbers in and gives a number out. The smallest one there is has a
single number inside, its **weight**. All of this chapter is about that network.

What goes in is the **input**: something that you can see. What comes out is the **prediction**:
the network's guess at something that you cannot see yet. There is one rule. The network
multiplies its input by its weight:

    input ------ weight ------> prediction

     0.5  ------  0.5   ------>     ?

An example. You look at the sky, and clouds cover half of it: the input is 0.5. From that, the
network guesses which share of the people in the street carry an umbrella. (A share of 0 is
nobody, a share of 1 is everybody.) The network is new. Nobody knows yet which weight is good,
so it starts with 0.5.

With another weight, the network answers another question. On one team, the players have 8.5
toes on average. (It is better not to ask.) A network with the weight 0.1 guesses how likely the
team is to win:

     8.5  ------  0.1   ------>     ?

You write the network as a Python function. It is handed an input and a weight, and it returns
the prediction.

Every `____` in the code below is a **blank**. Put your own code in its place. The other lines
are given: leave them as they are. The given line with `load` reads numbers from the folder
`data`.

## Instructions

1. In `neural_network`, multiply the input by the weight. Call the result `prediction`.
2. Return the prediction.

## Hint

Inside the function, the two numbers are called `input` and `weight`. Use these names and no
numbers of your own: the same function has to make both predictions.

## Hint

In Python, `*` multiplies two numbers. A function hands back its result with `return`.

## Hint

The two lines are

    prediction = input * weight
    return prediction

## Take away

A network with one weight predicts input * weight. Half a sky of clouds gives 0.25: a quarter of
the people with umbrellas. The weight says how strongly the prediction answers to the input.
With the weight 0.1, one more toe raises the prediction by 0.1.

Is 0.25 a good prediction? The network cannot know. For that, somebody has to count umbrellas.
"""

from workbook import load

# Four given numbers, in this order. (`input` is also the name of a Python function; here it is a number.)
input, weight, number_of_toes, toes_weight = load("two_predictions")


def neural_network(input, weight):
    """Return the network's prediction: one number."""
    prediction = input * weight  # blank: prediction = ____
    return prediction  # blank: return ____


pred = neural_network(input, weight)
print("share of people with umbrellas:", pred)

toes_pred = neural_network(number_of_toes, toes_weight)
print("how likely the team is to win:", toes_pred)
