from workbook.checking import Slip

# A mean for each of the 21 slopes, from -2 to 2.
# fmt: off
MEAN_NORMALISED = [
    0.308180967, 0.297671333, 0.40270477, 0.369217875, 0.301716878, 0.314412602, 0.510004863, 0.59946626,
    0.731900256, 0.904055128, 0.983515116, 0.888155544, 0.703365466, 0.579000261, 0.478996692, 0.398181197,
    0.411347184, 0.395291135, 0.312155515, 0.42859399, 0.472042072,
]
# fmt: on


def test_normalise_and_compare(answer):
    """Divided by the variance of y, the loss is highest at slope 0, where it is 0.984: hardly better than the mean."""
    answer.gives(
        mean_normalised=MEAN_NORMALISED,
        hardest_slope=0.0,
    )


SLIPS = [
    Slip(
        "losses / variances",
        "losses",
        "nothing is normalised: losses of different slopes cannot be compared; divide by the variances",
    ),
    Slip("losses / variances", "losses / np.sqrt(variances)", "this is the standard deviation; divide by the variance"),
    Slip("losses / variances", "variances / losses", "turned round: divide the loss by the variance"),
    Slip("losses / variances", "losses * variances", "you multiply; to normalise, divide by the variance"),
    Slip(
        "losses / variances",
        "losses / losses.max()",
        "one number for all slopes leaves their order as it was; divide by the variances",
    ),
    Slip(
        "losses / variances",
        "losses / losses.mean(axis=1, keepdims=True)",
        "divided by its own mean each slope gets 1; divide by the variance of y",
    ),
    Slip(
        "mean_normalised = normalised.mean(axis=1)",
        "mean_normalised = losses.mean(axis=1) / variances.mean(axis=1)",
        "the means are divided, not the networks; divide first, network by network, then take the mean",
    ),
    Slip("normalised.mean(axis=1)", "losses.mean(axis=1)", "these are the means before normalising"),
    Slip(
        "slopes[np.argmax(mean_normalised)]",
        "slopes[np.argmin(mean_normalised)]",
        "this is the easiest slope, with the smallest loss",
    ),
    Slip(
        "slopes[np.argmax(mean_normalised)]",
        "np.argmax(mean_normalised)",
        "this is the index; the slope is slopes[index]",
    ),
    Slip(
        "normalised.mean(axis=1)",
        "normalised.mean(axis=0)",
        "axis=0 goes over the slopes; the repeats stand along a row, axis=1",
    ),
    Slip(
        "losses / variances",
        "losses / variances.mean()",
        "one number for all slopes leaves their order as it was; divide by the variances",
    ),
    Slip(
        "losses / variances",
        "losses / (slopes[:, None] ** 2 + 0.25)",
        "this is the variance by the formula; each network has data of its own, with the variance in variances",
    ),
    Slip(
        "slopes[np.argmax(mean_normalised)]", "mean_normalised.max()", "this is the largest loss; at which slope is it?"
    ),
]
ALTERNATIVES = [
    {"losses / variances": "np.divide(losses, variances)"},
    {"losses / variances": "losses * (1 / variances)"},
    {"normalised.mean(axis=1)": "np.array([row.mean() for row in normalised])"},
]
