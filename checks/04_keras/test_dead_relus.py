import numpy as np

from workbook.checking import Slip

# A number for each of the 21 slopes, from -2 to 2.
# fmt: off
DEAD_SHARES = [
    0.26, 0.24, 0.34, 0.28, 0.18, 0.14, 0.32, 0.26, 0.3, 0.38, 0.22, 0.2, 0.18, 0.28, 0.28, 0.24, 0.3, 0.32,
    0.24, 0.38, 0.44,
]
LIVING_LOSSES = [
    0.246023, 0.2338615, 0.253096, 0.2487335, 0.252036, 0.233362, 0.2252565, 0.240973, 0.229785, 0.226323,
    0.240867, 0.239402, 0.243323, 0.2388885, 0.229224, 0.232457, 0.241799, 0.2292235, 0.2442965, 0.235545,
    0.2151365,
]
LIVING_CORRELATIONS = [
    0.96716473, 0.9615625, 0.951575, 0.936247, 0.922973293, 0.892551512, 0.848904471, 0.732624135,
    0.613403714, 0.342635548, 0.122617692, 0.34179545, 0.580405122, 0.762992333, 0.849950306, 0.889858026,
    0.916940114, 0.943234765, 0.951574895, 0.960229032, 0.971113357,
]
# fmt: on


def test_dead_relus(answer):
    """289 of 1,050 networks are dead, 27.5 %; without them the loss is about 0.25 and the accuracy near its ceiling."""
    answer.gives(
        dead_share=0.27523809523809523,
        dead_shares=DEAD_SHARES,
        living_losses=LIVING_LOSSES,
        living_correlations=LIVING_CORRELATIONS,
    )
    drawn = [axes for figure in answer.figures() for axes in figure.axes]
    answer.require(len(drawn) == 2, f"there should be two graphs; there are {len(drawn)}")
    check_graph(answer, drawn[0], "left", "dead_shares")
    check_graph(answer, drawn[1], "right", "living_correlations")


def check_graph(answer, axes, side, name):
    x, y = answer.value("slopes"), np.array(answer.value(name))
    graphs = [(line.x, line.y) for line in axes.lines] + [tuple(points.offsets.T) for points in axes.points]
    fits = [(np.array_equal(one, x), np.shape(two) == np.shape(y) and np.allclose(two, y)) for one, two in graphs]
    if (True, True) not in fits:
        answer.require((False, True) not in fits, f"the {side} graph has {name}, but not against slopes")
        others = ("dead_shares", "living_losses", "living_correlations")
        shown = [other for other in others if any(np.array_equal(two, answer.value(other)) for _, two in graphs)]
        answer.require(not shown, f"the {side} graph shows {' and '.join(shown)}; draw {name} there")
        answer.require(False, f"the {side} graph does not show {name} against slopes")


SLIPS = [
    Slip(
        "dead = correlations == 0",
        "dead = correlations != 0",
        "this picks the living; the dead have a correlation of 0",
    ),
    Slip(
        "dead = correlations == 0", "dead = losses == 0", "no network has a loss of 0; the dead have a correlation of 0"
    ),
    Slip(
        "dead = correlations == 0",
        "dead = abs(correlations) < 0.1",
        "a small correlation is not a dead network; the dead have exactly 0",
    ),
    Slip("dead_share = dead.mean()", "dead_share = dead.sum()", "this is how many are dead; the share is the mean"),
    Slip(
        "dead_shares = dead.mean(axis=1)",
        "dead_shares = dead.mean(axis=0)",
        "axis=0 goes over the slopes; take one share for each row, axis=1",
    ),
    Slip(
        "dead_shares = dead.mean(axis=1)",
        "dead_shares = dead.sum(axis=1)",
        "this is how many are dead; the share is the mean",
    ),
    Slip(
        "np.median(losses[row][~dead[row]])",
        "np.median(losses[row][dead[row]])",
        "these are the dead ones; ~ picks the others",
    ),
    Slip(
        "np.median(losses[row][~dead[row]])",
        "np.median(losses[row])",
        "the dead are still among them; pick with ~dead[row]",
    ),
    Slip("np.median(losses[row][~dead[row]])", "losses[row][~dead[row]].mean()", "this is the mean; take the median"),
    Slip(
        "correlations[row][~dead[row]].mean()",
        "correlations[row][dead[row]].mean()",
        "these are the dead ones; ~ picks the others",
    ),
    Slip(
        "correlations[row][~dead[row]].mean()",
        "correlations[row].mean()",
        "the dead are still among them; pick with ~dead[row]",
    ),
    Slip(
        "dead = correlations == 0",
        "dead = correlations <= 0",
        "a correlation below 0 is a living network, a bad one; the dead have exactly 0",
    ),
]
ALTERNATIVES = [
    {"dead = correlations == 0": "dead = ~(correlations != 0)"},
    {"np.median(losses[row][~dead[row]])": "np.median(losses[row, ~dead[row]])"},
    {"np.median(losses[row][~dead[row]])": "np.median(losses[row][correlations[row] != 0])"},
    {"correlations[row][~dead[row]].mean()": "correlations[row].sum() / (~dead[row]).sum()"},
]
