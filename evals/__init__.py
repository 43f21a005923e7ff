"""Known facts, asked every time, and what came of it in figures that can be checked by hand."""
