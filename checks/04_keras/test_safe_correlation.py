from workbook.checking import Slip


def test_safe_correlation(answer):
    """The living network has a correlation of 0.9495; the constant one counts as 0 and is flagged."""
    answer.gives(correlation=0.9494738499400297, is_constant=False, correlation_of_constant=0.0, is_constant_too=True)


KEPT = "the nan of a constant prediction is kept, and will spoil every mean; return 0.0 for it"
SLIPS = [
    Slip(
        "np.ptp(predictions) == 0",
        "predictions.std() == 0",
        "this misses some constants: rounded, their standard deviation is 1e-17 and no correlation is nan; use np.ptp",
    ),
    Slip("return 0.0, is_constant", "return np.nan, is_constant", KEPT),
    Slip("    if is_constant:\n        return 0.0, is_constant\n", "", KEPT),
    Slip("return 0.0, is_constant", "return None, is_constant", "None cannot be averaged; return 0.0 for it"),
    Slip("return 0.0, is_constant", "return 1.0, is_constant", "a constant prediction counts as 0; you return 1"),
    Slip("np.ptp(predictions) == 0", "False", "no constant is noticed; predictions are constant if their np.ptp is 0"),
    Slip(
        "np.ptp(predictions) == 0",
        "np.ptp(predictions) < 0.01",
        "a small spread is not constant yet; only a spread of exactly 0 is",
    ),
    Slip(
        "np.ptp(predictions) == 0",
        "np.ptp(predictions) < 1e-12",
        "a small spread is not constant yet; only a spread of exactly 0 is",
    ),
    Slip("np.ptp(predictions) == 0", "np.ptp(predictions) != 0", "the flag is turned round: True for a living network"),
    Slip(
        "predictions.ravel(), y.ravel())",
        "predictions, y)",
        "np.corrcoef takes each row of a column for something of its own; make both flat with .ravel()",
    ),
    Slip(
        "np.corrcoef(predictions.ravel(), y.ravel())[0, 1]",
        "abs(np.corrcoef(predictions.ravel(), y.ravel())[0, 1])",
        "the sign is dropped; a correlation may be below 0",
    ),
    Slip("[0, 1]", "[0, 0]", "[0, 0] is the correlation of the predictions with themselves, always 1; take [0, 1]"),
    Slip("[0, 1], is_constant", ", is_constant", "np.corrcoef returns a table of four; take the one at [0, 1]"),
]
ALTERNATIVES = [
    {"np.ptp(predictions) == 0": "predictions.max() == predictions.min()"},
    {"np.ptp(predictions) == 0": "bool(np.all(predictions == predictions[0]))"},
    {"np.ptp(predictions) == 0": "len(np.unique(predictions)) == 1"},
    {"[0, 1]": "[1, 0]"},
]
