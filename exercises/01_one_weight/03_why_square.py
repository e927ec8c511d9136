"""# Why square?

One prediction has one error. A network that is used makes thousands of predictions, and one
number should say how good they are together. That number is a **mean**: add them all up, then
divide by how many there are.

But the mean of what? A baker's scale is broken. The first loaf gets 1000 grams of flour too
much, the second one 1000 grams too little:

    loaf      miss (grams)

      1          +1000
      2          -1000

Take the mean of these two in three ways: of the misses as they are, of the squared misses, and
of the **absolute values** of the misses. The absolute value of a number is its size without its
sign. Python calls it `abs`: both `abs(3)` and `abs(-3)` are 3.

Then look at the three numbers, and answer the question: **why is the miss squared before the
mean is taken?**

## Options

- a: Both loaves are fine, and squaring shows this more clearly.
- b: Misses of opposite signs cancel out in a mean. Squares are never negative, so they cannot.
- c: Squaring makes every error larger, and large errors are better to learn from.
- d: Without squaring, the mean would be too large a number to work with.

## Instructions

1. Calculate the mean of `miss_1` and `miss_2`. Call it `mean_miss`.
2. Calculate the mean of their squares. Call it `mean_squared_error`.
3. Calculate the mean of their absolute values. Call it `mean_absolute_error`.
4. Set `answer` to the letter of the right option, in quotes: `"a"`, `"b"`, `"c"` or `"d"`.
"""

from workbook import load

miss_1, miss_2 = load("two_misses")

mean_miss = ____
mean_squared_error = ____
mean_absolute_error = ____

print("mean of the misses:", mean_miss)
print("mean of the squares:", mean_squared_error)
print("mean of the absolute values:", mean_absolute_error)

# Why is the miss squared before the mean is taken?
answer = ____
