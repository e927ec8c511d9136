from workbook.checking import Slip


def test_why_accuracy_drops(answer):
    """The accuracy cannot exceed 0.970 at slope 2, 0.894 at 1, 0.371 at 0.2 and 0 at slope 0."""
    answer.gives(
        ceilings=[0.9701425001453319, 0.8944271909999159, 0.3713906763541037, 0.0],
        measured=0.884766006,
        answer="a",
    )
    answer.require(
        abs(answer.call("accuracy_ceiling", -2.0) - 0.9701425001453319) < 1e-9,
        "for the slope -2 and no noise given it should be 0.970, as for slope 2",
        name="accuracy_ceiling",
    )


SLIPS = [
    Slip("abs(slopes) / ", "slopes / ", "the sign stays: a falling line gets a ceiling below 0; drop it with abs"),
    Slip("np.sqrt(slopes**2 + noise**2)", "(slopes**2 + noise**2)", "the square root is missing below the line"),
    Slip("np.sqrt(slopes**2 + noise**2)", "np.sqrt(slopes**2 + noise)", "noise is the standard deviation; square it"),
    Slip(
        "abs(slopes) / np.sqrt(slopes**2 + noise**2)",
        "slopes**2 / (slopes**2 + noise**2)",
        "this is the share of the variance; the correlation is its square root",
    ),
    Slip("np.sqrt(slopes**2 + noise**2)", "(abs(slopes) + noise)", "standard deviations do not add up; variances do"),
    Slip(
        "np.sqrt(slopes**2 + noise**2)",
        "np.sqrt(slopes**2 + 0.25)",
        "the noise is always 0.5 here; use the argument noise",
    ),
    Slip(
        "(slope * x).ravel(), y.ravel()",
        "slope * x, y",
        "np.corrcoef takes each row of a column for something of its own; make both flat with .ravel()",
    ),
    Slip("[0, 1]", "[0, 0]", "[0, 0] is the correlation of the line with itself, always 1; take [0, 1]"),
    Slip(
        "(slope * x).ravel(), y.ravel()",
        "(slope * x).ravel(), x.ravel()",
        "this is the correlation with x; take that with y",
    ),
    Slip(
        "np.corrcoef((slope * x).ravel(), y.ravel())[0, 1]",
        "accuracy_ceiling(slope, noise)",
        "this is the ceiling by the formula; measure it on x and y, with np.corrcoef",
    ),
]
ALTERNATIVES = [
    {"abs(slopes) / np.sqrt(slopes**2 + noise**2)": "np.sqrt(slopes**2 / (slopes**2 + noise**2))"},
    {"abs(slopes) / np.sqrt(slopes**2 + noise**2)": "np.abs(slopes) * (slopes**2 + noise**2) ** -0.5"},
    {"(slope * x).ravel(), y.ravel()": "y.ravel(), slope * x.ravel()"},
]
