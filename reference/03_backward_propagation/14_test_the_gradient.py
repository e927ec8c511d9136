"""# Test the gradient

Backpropagation is short, and a mistake in it is hard to see. With some mistakes the network
still learns, only worse. So people test it: they calculate every slope a second time, in a way
that is slow but cannot go wrong in the same place. You write such a test. It has to accept the
right `backprop`, and to reject four versions of it with a fault planted in each.

The slow way is the central difference of chapter 1: nudge **one** weight up and down a little,
and see how much the loss changes. For the first weight of node_0, in the network of the
exercise before:

    weight 2 + 0.0001   -->   loss up     4.00240036
    weight 2 - 0.0001   -->   loss down   3.99760036

    slope = (loss up - loss down) / (2 * step) = 0.0048 / 0.0002 = 24

The same is done for each of the six weights, and the slopes are kept in a dictionary of the
same form: `gradients["node_0"][0]` is the slope of `weights["node_0"][0]`.

One network is not enough for a test. Some faults show only when a node is off, others only when
an output weight is not 1. So `networks` holds several. A network here is three things together:
the input, the target and the weights. Your test says True only if the slopes agree in **every**
one of them.

The four faults are at the top of the file, and you need not read them. Two helpers are given.
`nudged(weights, name, place, amount)` returns a copy of the weights in which one weight is
larger by `amount` (smaller, if the amount is negative). `get_loss` returns the squared error.
And NumPy's `np.allclose(a, b)` says whether all entries of two arrays are the same, but for a
tiny difference from rounding.

## Instructions

1. In `numerical_gradients`, calculate the loss with the one weight nudged up by `step`
   (`loss_up`), and nudged down by `step` (`loss_down`).
2. Calculate the slope from the two, and store it in `gradients[name][place]`.
3. In `gradient_is_right`, let the `candidate` calculate its gradients. It is a function like
   `backprop` and takes the same arguments. Call the result `candidate_gradients`.
4. Return `False` as soon as the slopes for one name do not agree.
5. Return `True` when none of the networks gave a reason to say `False`.

## Hint

A function can be an argument of another function. Inside `gradient_is_right`, the name
`candidate` stands for the function that is on trial, and is called like any other.

## Hint

`nudged(weights, name, place, -step)` nudges down. The loss of a network is
`get_loss(input_data, target, weights)`, with the nudged weights in the place of `weights`.
Whether two arrays disagree is `not np.allclose(..., ...)`.

`return True` belongs after all loops. Inside them it would end the function at the first
network.

## Hint

The lines are

    loss_up = get_loss(input_data, target, nudged(weights, name, place, step))
    loss_down = get_loss(input_data, target, nudged(weights, name, place, -step))
    gradients[name][place] = (loss_up - loss_down) / (2 * step)

    candidate_gradients = candidate(input_data, target, weights)
    if not np.allclose(candidate_gradients[name], expected[name]):
    return True

## Take away

Your test accepted the right one and caught 4 of 4. Two independent ways to the same number are
the best test there is, and now you have one for every gradient that you will ever write by
hand. A test is worth what it rejects: that is why it was tried on faults.
"""

import numpy as np

from workbook import load
from workbook.earlier.backprop_a_network import backprop
from workbook.earlier.predict_with_network import predict_with_network

networks = load("networks_to_test")
step = 0.0001


# Four versions of backprop with a fault. Your test should find out without looking inside.


def without_the_two(input_data, target, weights):
    """Fault 1: the factor 2 is forgotten."""
    gradients = backprop(input_data, target, weights)
    return {name: gradients[name] / 2 for name in gradients}


def with_the_sign_flipped(input_data, target, weights):
    """Fault 2: target - prediction in place of prediction - target."""
    gradients = backprop(input_data, target, weights)
    return {name: -gradients[name] for name in gradients}


def through_nodes_that_are_off(input_data, target, weights):
    """Fault 3: the ReLU slope of the hidden nodes is forgotten."""
    gradients = backprop(input_data, target, weights)
    slope = 2 * (predict_with_network(input_data, weights) - target)
    gradients["node_0"] = weights["output"][0] * slope * input_data
    gradients["node_1"] = weights["output"][1] * slope * input_data
    return gradients


def without_the_output_weights(input_data, target, weights):
    """Fault 4: the output weights are forgotten on the way back to the hidden nodes."""
    gradients = backprop(input_data, target, weights)
    gradients["node_0"] = gradients["node_0"] / weights["output"][0]
    gradients["node_1"] = gradients["node_1"] / weights["output"][1]
    return gradients


def nudged(weights, name, place, amount):
    """Return a copy of the weights in which the one weight at name and place is larger by amount."""
    copy = {other: np.array(weights[other], dtype=float) for other in weights}
    copy[name][place] = copy[name][place] + amount
    return copy


def get_loss(input_data, target, weights):
    """Return the squared error of the network's prediction: one number."""
    return (predict_with_network(input_data, weights) - target) ** 2


def numerical_gradients(input_data, target, weights):
    """Return the slope of the loss for every weight, by central differences: a dictionary like weights."""
    gradients = {}
    for name in weights:
        gradients[name] = np.zeros(len(weights[name]))
        for place in range(len(weights[name])):
            loss_up = get_loss(input_data, target, nudged(weights, name, place, step))  # blank: loss_up = ____
            loss_down = get_loss(input_data, target, nudged(weights, name, place, -step))  # blank: loss_down = ____
            gradients[name][place] = (loss_up - loss_down) / (2 * step)  # blank: gradients[name][place] = ____
    return gradients


def gradient_is_right(candidate, networks):
    """Return True when the candidate agrees with central differences in every network, False otherwise."""
    for input_data, target, weights in networks:
        candidate_gradients = candidate(input_data, target, weights)  # blank: candidate_gradients = ____
        expected = numerical_gradients(input_data, target, weights)
        for name in weights:
            if not np.allclose(candidate_gradients[name], expected[name]):  # blank: if ____:
                return False
    return True  # blank: ____


first_input, first_target, first_weights = networks[0]
first_gradients = numerical_gradients(first_input, first_target, first_weights)

right_accepted = gradient_is_right(backprop, networks)
fault_1_accepted = gradient_is_right(without_the_two, networks)
fault_2_accepted = gradient_is_right(with_the_sign_flipped, networks)
fault_3_accepted = gradient_is_right(through_nodes_that_are_off, networks)
fault_4_accepted = gradient_is_right(without_the_output_weights, networks)
faults_caught = [fault_1_accepted, fault_2_accepted, fault_3_accepted, fault_4_accepted].count(False)

print("The right one is accepted:", right_accepted)
print("Faults caught:", faults_caught, "of 4")
