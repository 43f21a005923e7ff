import pytest

from ingest.people import inspectors_in


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Lead inspector: Ada Crane, Her Majesty’s Inspector\nJudgement", ("Ada Crane",)),
        (
            "Lead inspector:  Ada Crane-Moss \nHer Majesty’s Inspector \n \nJudgement Grade",
            ("Ada Crane-Moss",),
        ),
        (
            "Lead inspectors: Ada Crane and Ben O’Dell, His Majesty’s Inspectors",
            ("Ada Crane", "Ben O’Dell"),
        ),
        ("The inspectors were Ada Crane, HMI, and Ben Oak, HMI. They", ("Ada Crane", "Ben Oak")),
        (
            "Her Majesty’s Inspectors for this visit were\nAda Crane and Ben Oak.",
            ("Ada Crane", "Ben Oak"),
        ),
        (
            "The lead inspector was Ada McKay HMI, who was supported by six inspectors.",
            ("Ada McKay",),
        ),
        ("The inspectors were impressed by staff.", ()),
        ("Report author: Priya Moss, Director", ()),
    ],
)
def test_inspectors_are_named_as_printed(text, names):
    assert inspectors_in(text) == names
