import pytest

from workbook.checking import Slip


def test_multiple_updates(answer):
    """Twenty updates bring the mean squared error from 25.4016 to 0.0000963, and the plot shows it."""
    answer.gives(
        mse_hist=[
            25.4016,
            13.16818944,
            6.826389405696,
            3.538800267912806,
            1.8345140588859993,
            0.9510120881265018,
            0.4930046664847786,
            0.2555736191057092,
            0.1324893641444,
            0.0686824863724564,
            0.035605000935481,
            0.01845763248495,
            0.009568436680198,
            0.0049602775750147,
            0.0025714078948876,
            0.0013330178527097,
            0.0006910364548447,
            0.0003582332981915,
            0.0001857081417825,
            9.627110070005501e-05,
        ]
    )
    figures = answer.figures()
    answer.require(len(figures) == 1 and len(figures[0].axes) == 1, "there should be one plot, with mse_hist in it")
    axes = figures[0].axes[0]
    answer.require(len(axes.lines) == 1, f"there are {len(axes.lines)} lines in the plot; draw one, mse_hist")
    answer.require(
        axes.lines[0].y.tolist() == pytest.approx(answer.value("mse_hist")), "the line in the plot is not mse_hist"
    )
    answer.require(
        axes.xlabel == "Iterations", f"the horizontal axis is called {axes.xlabel!r}; call it 'Iterations', in quotes"
    )
    answer.require(
        axes.ylabel == "Mean Squared Error",
        f"the vertical axis is called {axes.ylabel!r}; call it 'Mean Squared Error', in quotes",
    )


SLIPS = [
    Slip(
        "mse_hist.append(mse)",
        "mse_hist = mse_hist + mse",
        "`+` does not put a number into a list; write mse_hist.append(mse)",
    ),
    Slip(
        "weights - learning_rate * slope",
        "weights + learning_rate * slope",
        "you add the slope, which climbs; subtract it to go downhill",
    ),
    Slip(
        "weights - learning_rate * slope",
        "weights - slope",
        "the learning rate is missing; steps of the whole slope jump back and forth, further each time",
    ),
    Slip(
        "    weights = weights - learning_rate * slope\n\n"
        "    # The mean squared error with the updated weights.\n"
        "    mse = get_mse(input_data, target, weights)",
        "    mse = get_mse(input_data, target, weights)\n\n    weights = weights - learning_rate * slope",
        "you measure before the update; update the weights first, then call get_mse",
    ),
    Slip(
        "    weights = weights - learning_rate * slope\n",
        "    weights_updated = weights - learning_rate * slope\n",
        "it never changes in the loop; store the updated weights under the name weights again",
    ),
    Slip(
        "    weights = weights - learning_rate * slope\n\n"
        "    # The mean squared error with the updated weights.\n"
        "    mse = get_mse(input_data, target, weights)",
        "    weights_updated = weights - learning_rate * slope\n    mse = get_mse(input_data, target, weights_updated)",
        "every update starts from the first weights again; store the updated weights under the name weights",
    ),
]
ALTERNATIVES = [
    {"weights - learning_rate * slope": "weights - (0.01 * slope)"},
    {"weights - learning_rate * slope": "weights - slope * learning_rate"},
    {"mse_hist.append(mse)": "mse_hist += [mse]"},
]
