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

## Hint

The mean of two numbers is their sum, divided by 2. The sum needs brackets: `(x + y) / 2`.

## Hint

Square (or take the absolute value of) each miss first, and add up after that. If you add first,
the two misses have cancelled out before they are squared.

## Hint

The lines are

    mean_miss = (miss_1 + miss_2) / 2
    mean_squared_error = (miss_1**2 + miss_2**2) / 2
    mean_absolute_error = (abs(miss_1) + abs(miss_2)) / 2

The first mean is 0, though no loaf is right. Which option says how that can be?

## Why not

- a: Both loaves are off by a whole kilogram. Only their mean looks fine, and it misleads.
- c: Squaring makes a miss of 0.01 smaller: 0.0001. And the size is not the point here. Look at
  the signs of the two misses.
- d: The mean of the misses is 0, which is not large. It is the squares that are large.

## Take away

The mean of the misses is 0, as if every loaf were right. The mean of the squares is 1,000,000:
it tells the truth. So does the mean of the absolute values, 1000. Either would do. This
workbook squares, because then large misses count for more, and because the square leads to a
rule for learning that you are about to find.
"""

from workbook import load

miss_1, miss_2 = load("two_misses")

mean_miss = (miss_1 + miss_2) / 2  # blank: mean_miss = ____
mean_squared_error = (miss_1**2 + miss_2**2) / 2  # blank: mean_squared_error = ____
mean_absolute_error = (abs(miss_1) + abs(miss_2)) / 2  # blank: mean_absolute_error = ____

print("mean of the misses:", mean_miss)
print("mean of the squares:", mean_squared_error)
print("mean of the absolute values:", mean_absolute_error)

# Why is the miss squared before the mean is taken?
answer = "b"  # blank: answer = ____
