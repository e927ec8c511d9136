"""The guide: what `workbook` alone shows, beside the learner's editor."""
