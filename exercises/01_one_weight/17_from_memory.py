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
"""

from workbook import load

weight, input, goal_pred, alpha, n_iterations = load("tamed_by_alpha")


def gradient_descent(weight, input, goal_pred, alpha, n_iterations):
    """Return the list of errors and the list of predictions, one entry for each iteration."""
    ____


errors, predictions = gradient_descent(weight, input, goal_pred, alpha, n_iterations)

first_errors = errors[:3]
last_error = errors[-1]
last_prediction = predictions[-1]
print("first errors:", first_errors)
print("last error:", last_error)
print("last prediction:", last_prediction)
