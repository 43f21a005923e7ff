"""The vocabulary of Footnote, and where everything is kept."""
