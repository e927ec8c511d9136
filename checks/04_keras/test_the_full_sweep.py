import numpy as np

from workbook.checking import Slip

# A mean for each of the 21 slopes, from -2 to 2.
# fmt: off
MEAN_LOSSES = [
    1.32587628, 0.91812994, 1.15640136, 0.80475946, 0.5249937, 0.38513424, 0.43887804, 0.34279572,
    0.2829493, 0.25957988, 0.24490714, 0.24662642, 0.2833608, 0.33988908, 0.40443536, 0.4953631, 0.68532958,
    0.86559308, 0.7597095, 1.38026522, 1.94639748,
]
MEAN_CORRELATIONS = [
    0.7157019, 0.7307875, 0.6280395, 0.67409784, 0.7568381, 0.7675943, 0.57725504, 0.54214186, 0.4293826,
    0.21243404, 0.0956418, 0.27343636, 0.4759322, 0.54935448, 0.61196422, 0.6762921, 0.64185808, 0.64139964,
    0.72319692, 0.595342, 0.54382348,
]
# fmt: on


def test_the_full_sweep(answer):
    """The mean loss is lowest at slope 0, as is the mean correlation; two graphs show both against the slope."""
    answer.gives(
        mean_losses=MEAN_LOSSES,
        mean_correlations=MEAN_CORRELATIONS,
        best_slope=0.0,
        highest_loss=1.94639748,
        highest_correlation=0.7675943,
    )
    drawn = [axes for figure in answer.figures() for axes in figure.axes]
    answer.require(len(drawn) == 2, f"there should be two graphs; there are {len(drawn)}")
    check_graph(answer, drawn[0], "left", "mean_losses")
    check_graph(answer, drawn[1], "right", "mean_correlations")


def check_graph(answer, axes, side, name):
    x, y = answer.value("slopes"), answer.value(name)
    graphs = [(line.x, line.y) for line in axes.lines] + [tuple(points.offsets.T) for points in axes.points]
    answer.require(graphs, f"the {side} graph has no line and no points; use {side}.plot(slopes, {name})")
    turned = any(np.array_equal(two, x) and np.array_equal(one, y) for one, two in graphs)
    answer.require(not turned, f"the axes of the {side} graph are turned round; use {side}.plot(slopes, {name})")
    fits = [(np.array_equal(one, x), np.shape(two) == np.shape(y) and np.allclose(two, y)) for one, two in graphs]
    if (True, True) not in fits:
        answer.require((False, True) not in fits, f"the {side} graph has {name}, but not against slopes")
        others = ("mean_losses", "mean_correlations")
        shown = [other for other in others if any(np.array_equal(two, answer.value(other)) for _, two in graphs)]
        answer.require(not shown, f"the {side} graph shows {' and '.join(shown)}; draw {name} there")
        answer.require(False, f"the {side} graph does not show {name} against slopes")
    answer.require(axes.ylabel.strip(), f"the vertical axis of the {side} graph has no name")


ALONG = "axis=0 goes down the columns, over the slopes; the mean of each slope goes along its row, axis=1"
SLIPS = [
    Slip("losses.mean(axis=1)", "losses.mean(axis=0)", ALONG),
    Slip("correlations.mean(axis=1)", "correlations.mean(axis=0)", ALONG),
    Slip("losses.mean(axis=1)", "losses.mean()", "this is one mean of everything; take one for each row, axis=1"),
    Slip("losses.mean(axis=1)", "np.median(losses, axis=1)", "this is the median; take the mean"),
    Slip(
        "correlations.mean(axis=1)",
        "abs(correlations).mean(axis=1)",
        "the signs are dropped; a correlation may be below 0",
    ),
    Slip(
        "correlations.mean(axis=1)",
        "np.array([row[row != 0].mean() for row in correlations])",
        "you left the networks with correlation 0 out; they are results too, and count as 0",
    ),
    Slip("slopes[np.argmin(mean_losses)]", "np.argmin(mean_losses)", "this is the index; the slope is slopes[index]"),
    Slip("slopes[np.argmin(mean_losses)]", "mean_losses.min()", "this is the lowest loss; at which slope is it?"),
    Slip(
        "slopes[np.argmin(mean_losses)]",
        "slopes[np.argmax(mean_losses)]",
        "this is where the loss is largest; the best slope has the smallest",
    ),
    Slip(
        "highest_loss = mean_losses.max()",
        "highest_loss = losses.max()",
        "this is the worst single network; take the means",
    ),
    Slip(
        "highest_correlation = mean_correlations.max()",
        "highest_correlation = correlations.max()",
        "this is the best single network; take the means",
    ),
]
ALTERNATIVES = [
    {"losses.mean(axis=1)": "np.mean(losses, axis=1)"},
    {"losses.mean(axis=1)": "np.array([row.mean() for row in losses])"},
    {'left.plot(slopes, mean_losses, "o-", color="black")': "left.scatter(slopes, mean_losses)"},
]
