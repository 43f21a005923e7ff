"""Turns the plain texts of the sample dossiers into the kinds of file a reader really meets.

A development tool: it needs reportlab and pypdfium2, which the application does not.
Run ``python -m evals.packs.typeset`` to rebuild every pack; the output never varies.
"""
