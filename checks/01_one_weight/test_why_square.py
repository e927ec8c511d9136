from workbook.checking import Slip


def test_why_square(answer):
    """Misses of +1000 and -1000 have the mean 0; their squares have the mean 1,000,000, which tells the truth."""
    answer.gives(answer="b", mean_miss=0, mean_squared_error=1_000_000, mean_absolute_error=1000)


SLIPS = [
    Slip(
        "(miss_1 + miss_2) / 2",
        "miss_1 + miss_2 / 2",
        "only miss_2 is divided by 2, as / comes before +; put brackets around the sum",
    ),
    Slip(
        "(miss_1**2 + miss_2**2) / 2",
        "((miss_1 + miss_2) / 2) ** 2",
        "you take the mean first, where the misses cancel out; square each miss first, and take the mean then",
    ),
    Slip(
        "(miss_1**2 + miss_2**2) / 2",
        "(miss_1 + miss_2) ** 2 / 2",
        "you add before you square, so the misses cancel out; square each miss first",
    ),
    Slip(
        "(miss_1**2 + miss_2**2) / 2",
        "miss_1**2 + miss_2**2 / 2",
        "only the second square is divided by 2, as / comes before +; put brackets around the sum",
    ),
    Slip(
        "(abs(miss_1) + abs(miss_2)) / 2",
        "abs((miss_1 + miss_2) / 2)",
        "you take the mean first, where the misses cancel out; take the absolute value of each miss first",
    ),
    Slip(
        "(abs(miss_1) + abs(miss_2)) / 2",
        "abs(miss_1) + abs(miss_2) / 2",
        "only the second one is divided by 2, as / comes before +; put brackets around the sum",
    ),
]
ALTERNATIVES = [
    {"(miss_1 + miss_2) / 2": "0.5 * miss_1 + 0.5 * miss_2"},
    {"(miss_1**2 + miss_2**2) / 2": "(miss_1 * miss_1 + miss_2 * miss_2) / 2"},
    {"(abs(miss_1) + abs(miss_2)) / 2": "sum([abs(miss_1), abs(miss_2)]) / 2"},
]
