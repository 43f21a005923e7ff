"""What each headline measure says, for people who did not write it."""

from collections.abc import Mapping

GROUPS: Mapping[str, Mapping[str, str]] = {
    "The answer": {
        "passes": "Nothing was lost: right and cited, or rightly left unanswered.",
        "correct": "Everything that must be said is said, and nothing that must not be.",
        "vital nuggets": "Of the things that must be said, the share that is.",
        "wrong fact": "Something is said that must not be.",
        "in force": "Of a day in the past: the document in force then is cited, no other.",
        "both sides": "Where sources differ: both sides are shown and cited.",
    },
    "Its citations": {
        "first quote gold": "The first quote shown is from the words that hold the answer.",
        "any quote gold": "Any quote shown is from the words that hold the answer.",
        "citation precision": "Of the pages cited, the share that holds the answer.",
        "citation recall": "Of the pages that hold the answer, the share that is cited.",
        "nuggets cited": "Of what must be said and is, the share cited to a page that holds it.",
        "statements carried": "Statements of whose words half or more stand in their quotes.",
        "quote fidelity": "Quotes that stand on their page word for word.",
        "quote fidelity in original": "The same by another program's reading of the PDF.",
    },
    "What was found": {
        "passage success@1": "The first passage found holds the answer.",
        "passage success@5": "One of the first 5 passages found holds the answer.",
        "passage success@20": "One of the first 20 passages found holds the answer.",
        "passage mrr": "1 divided by the rank of the first passage that holds the answer.",
        "passage ndcg@10": "How near the top the passages that hold the answer stand.",
        "page success@5": "One of the first 5 pages found holds the answer.",
        "document success@5": "One of the first 5 documents found holds the answer.",
        "words count": "The search for words had a say in the ranking.",
        "meaning counts": "The search by meaning had a say in the ranking.",
    },
    "Giving no answer": {
        "abstains": "Of the questions without an answer, those that got none.",
        "over-refusal": "Of the questions with an answer, those that got none.",
    },
}
