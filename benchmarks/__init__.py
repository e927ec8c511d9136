"""How fast the workbook's heavy parts are, side by side with what a user would pick instead."""
