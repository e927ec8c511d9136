import numpy as np

NAME = "run_sweep"
TABLES = ("first_losses", "last_losses", "correlations")
NOT_NEW = "the repeats share a network or its starting weights; each needs a new one, without a fixed seed"


def test_a_small_sweep(answer):
    """Fifteen networks, each new and on new data: a first loss, a last loss and a correlation for each."""
    first, last, correlations = (table(answer, name, answer.value(name)) for name in TABLES)
    check_filled(answer, first, last, correlations)
    check_losses(answer, first, last)
    check_correlations(answer, last, correlations)
    check_repeats(answer)
    check_slopes(answer)


def table(answer, name, given):
    is_table = isinstance(given, np.ndarray) and given.shape == (5, 3)
    answer.require(is_table, f"{name} should be a table of 5 rows and 3 columns, slopes by repeats", NAME)
    return given


def check_filled(answer, first, last, correlations):
    for numbers, words in ((first, "a first loss"), (last, "a last loss")):
        row, column = np.argwhere(numbers == 0)[0] if (numbers == 0).any() else (0, 0)
        answer.require((numbers != 0).all(), f"{words} was never kept, at row {row}, column {column}", NAME)
    answer.require(
        not np.isnan(correlations).any(), "a correlation is nan; safe_correlation counts such a network as 0", NAME
    )
    answer.require(np.isfinite(last).all(), "a loss is not a finite number", NAME)


def check_losses(answer, first, last):
    """The margins come from 3,000 simulated sweeps of 15 networks, all right; the closest one stands in brackets."""
    answer.require(not (first == last).all(), "first and last losses are the same; take losses[0] and losses[-1]", NAME)
    answer.require((last <= first + 0.05).all(), "a loss is larger in the end than at first; are they swapped?", NAME)
    # The median of what training gains in the repeats after the first (.17; a network that goes on gains .02).
    answer.require(np.median((first - last)[:, 1:]) > 0.14, NOT_NEW, NAME)
    outer, inner, flat = first[[0, 4]].mean(), first[[1, 3]].mean(), first[2].mean()
    # The first loss grows with slope**2 (1.3 times that of the inner slopes, 2.2 times that of the flat one).
    answer.require(
        outer > inner and outer > 1.5 * flat,
        "the first losses do not grow with the slope; make the data of each row from its own slope",
        NAME,
    )


def check_correlations(answer, last, correlations):
    answer.require(np.abs(correlations).max() <= 1.000001, "a correlation lies beyond 1; are the tables swapped?", NAME)
    answer.require(
        not np.isin(correlations, (0, 1)).all(),
        "every correlation is 0 or 1: that is the flag; take the first thing that safe_correlation returns, [0]",
        NAME,
    )
    # With noise in y nothing correlates with it by more than .99 (.987).
    answer.require(correlations.max() < 0.995, "a correlation is 1: that of something with itself", NAME)
    ends = [0, 4]
    # At least one of six networks at slopes -2 and 2 comes below 1.2 (.98), and all that do have a correlation (.79).
    answer.require(last[ends].min() < 1.2, "no network at slopes -2 and 2 learns anything; train on x and y", NAME)
    answer.require(
        (correlations[ends][last[ends] < 1] > 0.7).all(),
        "a network with a small loss at slope 2 has no correlation near 1; keep that of predictions and y",
        NAME,
    )


def check_repeats(answer):
    """Twelve networks at slope 1000 and twelve at slope 0, with one update each: too few to learn, enough to compare.

    At slope 1000 the first loss is a million times the mean of x**2, whatever the network is; and the first update is
    so large that the starting weights decide its direction, and with it the correlation. At slope 0 the first loss is
    that of the noise, and of what the untrained network predicts. The margins come from 3,000 simulations of each
    case; of the sweeps that start every network from the same weights, 98 in 100 are caught.
    """
    first, last, correlations = answer.call(NAME, np.array([1000.0, 0.0]), 12, epochs=1)
    answer.require(np.shape(first) == (2, 12), "it should make 12 columns where n_repeats is 12", NAME)
    answer.require(np.allclose(first, last), "it trains for more than the 1 epoch asked for; hand epochs on", NAME)
    steep, flat = first[0] / 1e6, first[1]
    # The mean of x**2 over 50 points is 1, give or take .2.
    answer.require(np.isfinite(steep).all() and (steep > 0.2).all() and (steep < 3).all(), NOT_NEW, NAME)
    # Largest minus smallest: new data at least .14, the same data at most .004.
    answer.require(
        np.ptp(steep) / steep.mean() > 0.03,
        "all repeats of a slope have the same data; make new data in the inner loop, without a fixed seed",
        NAME,
    )
    # At slope 0, x says nothing about y: whoever sees x has a mean correlation of .20 at most, signs dropped.
    answer.require(
        np.abs(correlations[1]).mean() < 0.22, "at slope 0 a network predicts y: does it see y in place of x?", NAME
    )
    # Standard deviations: new networks at least .33 and .21, the same starting weights .05 and .16 in the middle.
    answer.require(correlations[0].std() > 0.25 and flat.std() / flat.mean() > 0.2, NOT_NEW, NAME)


def check_slopes(answer):
    """Three networks each at two slopes: other points for each of them.

    At these slopes the first loss is slope**2 times the mean of x**2, within 4e-6. With other points two of these means
    differ by less than 1e-4 with the chance 3e-4, and the chance that two pairs of the nine do is 3e-6.
    """
    slopes = np.array([1e6, 2e6])
    first = np.asarray(answer.call(NAME, slopes, 3, epochs=1)[0]) / slopes[:, None] ** 2
    alike = np.isclose(first[0][:, None], first[1], rtol=1e-4)
    answer.require(
        alike.sum() < 2, "two slopes get the same points; leave the seed out, or use another for each network", NAME
    )


ALTERNATIVES = [
    {"x, y = create_data(slope)": "x, y = create_data(slope, seed=1000 * row + column)"},
    {"losses[-1]": "losses[epochs - 1]"},
]
EQUALLY_RIGHT = {
    "is calculated before": "neither of the two lines needs the other",
    "is updated twice": "the same number is written twice",
    "create_data(-slope)": "a falling line is the mirror image of a rising one: all results are as likely",
    "build_and_train(-x": "a network starts with either sign: all results are as likely",
    "(losses * 10)": "a list ten times over begins and ends as before",
    "safe_correlation(predictions * 10, y)": "a correlation has no scale",
    "safe_correlation(predictions / 10, y)": "a correlation has no scale",
    "safe_correlation(predictions, y * 10)": "a correlation has no scale",
    "safe_correlation(predictions, y / 10)": "a correlation has no scale",
}
