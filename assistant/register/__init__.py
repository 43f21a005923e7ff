"""The judgement register: what inspectors judged, and the questions it answers exactly.

A question is read whole (`reading`, `parse`): what a word of it leaves unexplained goes to the
passages instead. Answers are made of grades as printed, each with the words it stands on.
"""
