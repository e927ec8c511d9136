"""# From memory

You have now written every part of gradient descent. This exercise has a blank page for it. Do
not look back at the others. If you are stuck, stop, think about what a network does with one
number, and what the words predict, compare and learn mean. Only then look, close the page, and
start again from the beginning.

Why? Each line in it stands for one idea of this chapter. When you can write it without looking,
you have them all. The chapters that follow call alpha the learning rate, and expect you to know
where it goes.

The page is one function:

    gradient_descent(weight, input, goal_pred, alpha, n_iterations)

It goes through `n_iterations` iterations. In each one it predicts, compares and learns, with
alpha in the update. It returns two lists, `return errors, predictions`: the squared error and
the prediction of each iteration, as they were before that iteration's update.

The check does not only look at the numbers that are printed here. It tries your function with
other inputs and other goals. It wants to see that the goal is reached with every stable alpha,
that one update is exact with the best alpha, that it diverges beyond the limit, and that a
second run with the same numbers gives the same lists.

## Instructions

1. Write `gradient_descent`.

## Hint

What has to be there before the loop begins, what happens in each iteration, and what is handed
back at the end? The two lists start empty, and inside the function: each run needs its own.

## Hint

In each iteration: the prediction; the error, which is the squared miss; both are added to the
lists; delta, and delta times the input; and then the update, with alpha.

## Hint

The whole of it:

    errors = []
    predictions = []
    for iteration in range(n_iterations):
        pred = input * weight
        error = (pred - goal_pred) ** 2
        errors.append(error)
        predictions.append(pred)
        delta = pred - goal_pred
        weight_delta = delta * input
        weight = weight - alpha * weight_delta
    return errors, predictions

## Take away

Predict, compare, learn:

    pred = input * weight
    error = (pred - goal_pred) ** 2
    weight = weight - alpha * (pred - goal_pred) * input

Three lines. Networks with a million weights learn with the same three. Come back to this page
in a week, reset it, and write it again.
"""

from workbook import load

weight, input, goal_pred, alpha, n_iterations = load("tamed_by_alpha")


def gradient_descent(weight, input, goal_pred, alpha, n_iterations):
    """Return the list of errors and the list of predictions, one entry for each iteration."""
    errors = []  # blank: ____
    predictions = []  # blank
    for iteration in range(n_iterations):  # blank
        pred = input * weight  # blank
        error = (pred - goal_pred) ** 2  # blank
        errors.append(error)  # blank
        predictions.append(pred)  # blank
        delta = pred - goal_pred  # blank
        weight_delta = delta * input  # blank
        weight = weight - alpha * weight_delta  # blank
    return errors, predictions  # blank


errors, predictions = gradient_descent(weight, input, goal_pred, alpha, n_iterations)

first_errors = errors[:3]
last_error = errors[-1]
last_prediction = predictions[-1]
print("first errors:", first_errors)
print("last error:", last_error)
print("last prediction:", last_prediction)
