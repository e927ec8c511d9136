"""What earlier exercises had the learner write, for later ones to import: made by `workbook build`."""
