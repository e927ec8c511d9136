from workbook.checking import Slip


def test_why_losses_grow(answer):
    """The variance of y is 0.25 at slope 0 and 4.25 at slope 2, and the loss is in the units of y, squared."""
    answer.gives(
        expected_flat=0.25,
        expected_steep=4.25,
        measured_flat=0.24938934486950992,
        measured_steep=4.212335473319034,
        lazy_loss=4.212335473319034,
        answer="c",
    )


SLIPS = [
    Slip(
        "steep_slope**2 + noise**2", "steep_slope**2 + noise", "the noise has the standard deviation given; square it"
    ),
    Slip("flat_slope**2 + noise**2", "flat_slope**2 + noise", "the noise has the standard deviation given; square it"),
    Slip("steep_slope**2 + noise**2", "steep_slope + noise**2", "a number in front of x counts squared"),
    Slip("flat_slope**2 + noise**2", "flat_slope + noise**2", "a number in front of x counts squared"),
    Slip(
        "steep_slope**2 + noise**2",
        "(steep_slope + noise) ** 2",
        "square each by itself, then add: variances add up, standard deviations do not",
    ),
    Slip(
        "flat_slope**2 + noise**2",
        "(flat_slope + noise) ** 2",
        "square each by itself, then add: variances add up, standard deviations do not",
    ),
    Slip(
        "measured_flat = y_flat.var()",
        "measured_flat = y_flat.std()",
        "this is the standard deviation; the variance is .var()",
    ),
    Slip(
        "measured_steep = y_steep.var()",
        "measured_steep = y_steep.std()",
        "this is the standard deviation; the variance is .var()",
    ),
    Slip("measured_flat = y_flat.var()", "measured_flat = x_flat.var()", "this is the variance of x; take that of y"),
    Slip(
        "measured_steep = y_steep.var()", "measured_steep = x_steep.var()", "this is the variance of x; take that of y"
    ),
    Slip(
        "((y_steep - y_steep.mean()) ** 2).mean()",
        "(y_steep - y_steep.mean()).mean()",
        "without the square, errors above and below cancel to 0",
    ),
    Slip(
        "((y_steep - y_steep.mean()) ** 2).mean()",
        "(y_steep**2).mean()",
        "this is the loss of predicting 0; the lazy network predicts the mean of y_steep",
    ),
    Slip(
        "((y_steep - y_steep.mean()) ** 2).mean()",
        "abs(y_steep - y_steep.mean()).mean()",
        "this is the mean size of the errors; square them in place of dropping their sign",
    ),
    Slip(
        "y_steep.var()",
        "y_steep.var(ddof=1)",
        "this divides by the number of points less one; .var() alone takes the mean",
    ),
    Slip(
        "y_flat.var()",
        "y_flat.var(ddof=1)",
        "this divides by the number of points less one; .var() alone takes the mean",
    ),
]
ALTERNATIVES = [
    {
        "((y_steep - y_steep.mean()) ** 2).mean()": "np.mean((y_steep - np.mean(y_steep)) ** 2)",
        "from workbook import load": "import numpy as np\n\nfrom workbook import load",
    },
    {"measured_flat = y_flat.var()": "measured_flat = y_flat.std() ** 2"},
    {"flat_slope**2 + noise**2": "flat_slope * flat_slope + noise * noise"},
]
