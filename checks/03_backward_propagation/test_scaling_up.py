from workbook.checking import Slip


def test_scaling_up(answer):
    """The mean squared error is 294.0 with the first weights and 395.0625 with the second."""
    answer.gives(model_output_0=[9, 33, 9, 21], model_output_1=[9.75, 37.25, 10.75, 24.25], mse_0=294.0, mse_1=395.0625)


SLIPS = [
    Slip(
        "predict_with_network(row, weights_0))\n\n"
        "    # The prediction with the second.\n"
        "    model_output_1.append(predict_with_network(row, weights_1))",
        "predict_with_network(row, weights_1))\n    model_output_1.append(predict_with_network(row, weights_0))",
        "the two versions of the weights are swapped; weights_0 belongs to model_output_0",
    ),
    Slip(
        "model_output_1.append(predict_with_network(row, weights_1))",
        "model_output_1.append(predict_with_network(row, weights_0))",
        "these are predictions with weights_0; this list is for weights_1",
    ),
    Slip(
        "mean_squared_error(target_actuals, model_output_1)",
        "mean_squared_error(model_output_0, model_output_1)",
        "you compare the two lists of predictions; compare the second one with target_actuals",
    ),
    Slip(
        "model_output_0.append(predict_with_network(row, weights_0))",
        "model_output_0.append(predict_with_network(input_data, weights_0))",
        "you hand over the whole table; predict for one row at a time",
    ),
    Slip(
        "model_output_1.append(predict_with_network(row, weights_1))",
        "model_output_1.append(predict_with_network(input_data, weights_1))",
        "you hand over the whole table; predict for one row at a time",
    ),
    Slip(
        "mean_squared_error(target_actuals, model_output_0)",
        "(np.array(model_output_0) - target_actuals).mean()",
        "you take the mean of the errors; square each of them first",
    ),
    Slip(
        "mean_squared_error(target_actuals, model_output_0)",
        "np.abs(np.array(model_output_0) - target_actuals).mean()",
        "you take the mean of the absolute errors; square each of them",
    ),
    Slip(
        "mean_squared_error(target_actuals, model_output_0)",
        "((np.array(model_output_0) - target_actuals) ** 2).sum()",
        "you add up the squared errors; take their mean",
    ),
]
ALTERNATIVES = [
    {
        "mean_squared_error(target_actuals, model_output_0)": "mean_squared_error(model_output_0, target_actuals)",
        "mean_squared_error(target_actuals, model_output_1)": "mean_squared_error(model_output_1, target_actuals)",
    },
    {"mean_squared_error(target_actuals, model_output_0)": "((np.array(model_output_0) - target_actuals) ** 2).mean()"},
    {"mean_squared_error(target_actuals, model_output_1)": "np.mean(np.square(model_output_1 - target_actuals))"},
]
