import numpy as np

from workbook.checking import Slip


def test_noise_and_range(answer):
    """In four more sweeps the living networks stay within 0.08 of the ceiling wherever the slope reaches the noise."""
    answer.gives(largest_gaps=[0.073277191, 0.035148304, 0.0096556062, 0.0234639891])
    drawn = [axes for figure in answer.figures() for axes in figure.axes]
    answer.require(len(drawn) == 1, f"there should be one graph; there are {len(drawn)}")
    graphs = [(line.x, line.y) for line in drawn[0].lines] + [tuple(points.offsets.T) for points in drawn[0].points]
    slopes = answer.value("slopes")
    for noise, row in zip(answer.value("noises"), answer.value("correlations"), strict=True):
        fits = [np.array_equal(x, slopes) and np.array_equal(y, row) for x, y in graphs]
        answer.require(any(fits), f"the correlations of noise {noise} are not in the graph; draw row against slopes")


SLIPS = [
    Slip(
        "accuracy_ceiling(slopes, noise)",
        "accuracy_ceiling(slopes)",
        "without the noise it is the ceiling for 0.5 each time; hand noise on",
    ),
    Slip(
        "accuracy_ceiling(slopes, noise)",
        "accuracy_ceiling(noise, slopes)",
        "the arguments are turned round: slopes first, then noise",
    ),
    Slip("gap = abs(row - ceiling)", "gap = row - ceiling", "a gap below 0 counts as well; drop the sign with abs"),
    Slip("gap = abs(row - ceiling)", "gap = ceiling - row", "a gap below 0 counts as well; drop the sign with abs"),
    Slip(
        "gap = abs(row - ceiling)",
        "gap = abs(row - row.max())",
        "this is the distance from the best row entry; take the ceiling",
    ),
    Slip(
        "gap[abs(slopes) >= noise]",
        "gap[abs(slopes) > noise]",
        "a slope just as large as the noise belongs to them: at least as large is >=",
    ),
    Slip("gap[abs(slopes) >= noise]", "gap[slopes >= noise]", "the falling lines are left out; take abs(slopes)"),
    Slip(
        "gap[abs(slopes) >= noise]",
        "gap[abs(slopes) <= noise]",
        "this picks the slopes up to the noise; take those at least as large",
    ),
    Slip(
        "gap[abs(slopes) >= noise]",
        "gap[abs(slopes) < noise]",
        "this picks the slopes up to the noise; take those at least as large",
    ),
    Slip(
        "gap[abs(slopes) >= noise].max()",
        "gap.max()",
        "these are all slopes; pick those at least as large as the noise",
    ),
    Slip(
        "gap[abs(slopes) >= noise].max()", "gap[abs(slopes) >= noise].mean()", "this is the mean gap; take the largest"
    ),
    Slip(
        "gap[abs(slopes) >= noise].max()",
        "gap[abs(slopes) >= noise].min()",
        "this is the smallest gap; take the largest",
    ),
]
ALTERNATIVES = [
    {
        "gap[abs(slopes) >= noise].max()": "np.max(gap[np.abs(slopes) >= noise])",
        "import matplotlib.pyplot as plt\n": "import matplotlib.pyplot as plt\nimport numpy as np\n",
    },
    {"gap = abs(row - ceiling)": "gap = abs(ceiling - row)"},
    {"gap[abs(slopes) >= noise].max()": "max(one for one, slope in zip(gap, slopes) if abs(slope) >= noise)"},
]
