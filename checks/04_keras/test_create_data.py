import numpy as np

NAME = "create_data"
# With so many points a mean is off by .007, a standard deviation by .005, a slope by .0035 at noise 0.5 and by .014 at
# noise 2, the share within one standard deviation by .0033 (one standard error each). The margins below are six or
# more of these.
MANY = 20_000


def test_create_data(answer):
    """x and y have shape (50, 1), y is slope * x plus noise around 0, and the seed decides the data."""
    check_shapes(answer)
    check_seeds(answer)
    for slope, noise in ((1.5, 0.5), (-0.8, 2.0)):
        x, y = data(answer, slope, seed=11, n_points=MANY, noise=noise)
        check_order(answer, x, y, slope)
        check_x(answer, x)
        check_slope(answer, x, y, slope)
        check_noise(answer, y - slope * x, noise)


def data(answer, *arguments, **options):
    result = answer.call(NAME, *arguments, **options)
    pair = isinstance(result, tuple | list) and len(result) == 2
    answer.require(
        pair and all(isinstance(part, np.ndarray) for part in result), "it should return two arrays, x and y", NAME
    )
    return result


def check_shapes(answer):
    x, y = data(answer, 1.5, seed=3)
    answer.require(x.shape == (50, 1), f"x has shape {x.shape}; 50 points are 50 rows and 1 column, (50, 1)", NAME)
    answer.require(
        y.shape != (50, 50), "y has shape (50, 50): x and the noise differ in shape, so each x met each noise", NAME
    )
    answer.require(y.shape == (50, 1), f"y has shape {y.shape}; it should be that of x, (50, 1)", NAME)
    # With a single point, one of two arrays that still has 50 rows fails no sum: it shows in the shapes.
    for n_points in (1, 7):
        x, y = data(answer, 1.5, seed=3, n_points=n_points)
        answer.require(
            x.shape == y.shape == (n_points, 1),
            f"with n_points={n_points}, x has shape {x.shape} and y {y.shape}; use n_points for both draws",
            NAME,
        )


def check_seeds(answer):
    first, again, other = (data(answer, 1.5, seed=seed) for seed in (3, 3, 4))
    same_x, same_y = (np.array_equal(one, two) for one, two in zip(first, again, strict=True))
    answer.require(same_x and same_y, "the same seed gives other data the second time; make rng from seed", NAME)
    answer.require(
        not np.array_equal(first[1], other[1]), "seed 3 and seed 4 give the same data; make rng from seed", NAME
    )
    without = [data(answer, 1.5)[1] for _ in range(2)]
    answer.require(
        not np.array_equal(*without), "without a seed every call gives the same data; it should be new each time", NAME
    )


def check_order(answer, x, y, slope):
    """Turned round, the second has the spread of x, and the first grows with it by the slope."""
    grows = float(np.polyfit(y.ravel(), x.ravel(), 1)[0]) if np.ptp(y) else 0.0
    turned = abs(y.std() - 1) < 0.03 and abs(grows - slope) < 0.1
    answer.require(not turned, "x and y are turned round: return x, y", NAME)


def check_x(answer, x):
    within = (np.abs(x - x.mean()) < x.std()).mean()
    answer.require(
        not (x.min() >= 0 and x.max() <= 1), "x lies between 0 and 1; standard_normal draws it around 0", NAME
    )
    answer.require(
        abs(x.mean()) < 0.05 and abs(x.std() - 1) < 0.03 and abs(within - 0.683) < 0.02,
        f"x has the mean {x.mean():.2f} and the standard deviation {x.std():.2f}; draw it with standard_normal",
        NAME,
    )


def check_slope(answer, x, y, slope):
    found = float(np.polyfit(x.ravel(), y.ravel(), 1)[0])
    noise = (y - slope * x).ravel()
    answer.require(
        noise.std() < 1e-9 or abs(np.corrcoef(x.ravel(), noise)[0, 1]) < 0.999,
        "the noise is x over again: two generators with one seed draw the same numbers; make rng once",
        NAME,
    )
    answer.require(
        abs(found + slope) > 0.1, f"y falls by {abs(slope)} where it should rise: the slope is subtracted", NAME
    )
    answer.require(
        abs(found - slope) < 0.1, f"y grows by {found:.2f} when x grows by 1, and the slope given is {slope}", NAME
    )


def check_noise(answer, residuals, noise):
    spread, mean = residuals.std(), residuals.mean()
    answer.require(spread > 1e-9 or abs(mean) > 1e-9, "there is no noise in y: it is exactly slope * x", NAME)
    answer.require(spread > 1e-9, "every point gets the same noise; draw n_points numbers", NAME)
    answer.require(
        abs(mean) < 0.06 * noise, f"the noise is {mean:.2f} on average; standard_normal draws it around 0", NAME
    )
    answer.require(
        abs(spread - 1) > 0.04 or abs(noise - 1) < 0.04,
        f"the noise has a standard deviation of 1 where it should be {noise}; multiply it by noise",
        NAME,
    )
    answer.require(
        abs(spread - 0.5) > 0.02 or noise == 0.5,
        "the standard deviation of the noise is always 0.5; use the argument noise",
        NAME,
    )
    answer.require(
        abs(spread / noise - 1) < 0.04, f"the noise has a standard deviation of {spread:.2f}, not {noise}", NAME
    )
    within = (np.abs(residuals) < spread).mean()
    answer.require(
        abs(within - 0.683) < 0.02, "the noise has the right spread, but comes from no standard_normal", NAME
    )


ALTERNATIVES = [
    {"slope * x + noise * rng.standard_normal((n_points, 1))": "rng.normal(slope * x, noise)"},
    {"x = rng.standard_normal((n_points, 1))": "x = rng.normal(size=n_points)[:, None]"},
    {
        "rng = np.random.default_rng(seed)": "np.random.seed(seed)",
        "x = rng.standard_normal((n_points, 1))": "x = np.random.randn(n_points, 1)",
        "rng.standard_normal((n_points, 1))\n    return": "np.random.randn(n_points, 1)\n    return",
    },
]
EQUALLY_RIGHT = {
    "slope * x - noise *": "noise around 0 is as likely with the other sign",
    "slope * x + -": "noise around 0 is as likely with the other sign",
    "noise * -rng": "noise around 0 is as likely with the other sign",
    "x = -rng": "x lies around 0, and is as likely with the other sign",
}
