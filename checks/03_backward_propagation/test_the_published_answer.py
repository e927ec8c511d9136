from workbook.checking import Slip


def test_the_published_answer(answer):
    """The faulty function gives 294.0 and 395.0625; without its fault it is 37.5 and 49.890625."""
    answer.gives(
        published_output_0=[21, 21, 21, 21],
        published_output_1=[23.75, 23.75, 23.75, 23.75],
        published_mse_0=294.0,
        published_mse_1=395.0625,
        model_output_0=[9, 9, 0, 12],
        model_output_1=[9.75, 10, 0, 14],
        mse_0=37.5,
        mse_1=49.890625,
    )


SLIPS = [
    Slip(
        'input_data_row * weights["node_0"]).sum())\n    node_1_output = relu((input_data_row',
        'input_data * weights["node_0"]).sum())\n    node_1_output = relu((input_data',
        "the fault is still there: the function adds up the whole table input_data, and not its argument",
    ),
]
ALTERNATIVES = [
    {
        'relu((input_data_row * weights["node_0"]).sum())': 'relu(input_data_row @ weights["node_0"])',
        'relu((input_data_row * weights["node_1"]).sum())': 'relu(input_data_row @ weights["node_1"])',
    },
]
