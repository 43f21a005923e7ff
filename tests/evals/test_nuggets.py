import pytest

from evals.facts import Nugget
from evals.nuggets import is_stated


def stated(text, *shown, aliases=()):
    return is_stated(Nugget(text=text, aliases=aliases), shown)


@pytest.mark.parametrize(
    ("nugget", "said"),
    [
        ("15", "There were 15 children."),
        ("2", "Two homes were closed."),
        ("47", "forty-seven children"),
        ("one in four", "1 in 4 children"),
        ("25%", "one in four children"),
        ("41%", "41 per cent of them"),
        ("124,799", "Approximately 124799 children"),
        ("£3.2 million", "a budget of £3.2m"),
        ("14 June 2022", "signed 14/06/2022"),
        ("15 June 2022", "on 14 and 15 June 2022"),
        ("March 2017", "published on 23 March 2017"),
        ("28 July", "on 28th July 2022"),
        ("ten years", "under a ten-year contract"),
        ("Children's Single Point of Access", "the Children’s\nSingle Point of Access (C-SPA)"),
        ("requires improvement", "It was judged to require improvement."),
        ("help and protection inadequate", "Children who need help and protection Inadequate"),
        (
            "help and protection inadequate",
            "children needing help and protection remain inadequate",
        ),
    ],
)
def test_a_nugget_is_stated_in_other_dress(nugget, said):
    assert stated(nugget, said)


@pytest.mark.parametrize(
    ("nugget", "said"),
    [
        ("15", "There were 150 children."),
        ("15", "It was signed on 15 June 2022."),
        ("4", "one in four children"),
        ("1", "one in four children"),
        ("25", "25% of children"),
        ("7%", "a rate of 17%"),
        ("3", "the third visit"),
        ("inadequate", "services are adequate"),
        ("adequate", "services are inadequate"),
        ("14 June 2022", "14 June 2021"),
        ("15 June 2022", "on 15 June"),
        ("help and protection inadequate", "Help and protection is good, leaders inadequate."),
        ("help and protection inadequate", "help and protection good leaders inadequate"),
        ("two homes closed", "two staff and three homes closed"),
    ],
)
def test_a_nugget_is_not_stated_by_what_only_looks_like_it(nugget, said):
    assert not stated(nugget, said)


@pytest.mark.parametrize(
    ("nugget", "said"),
    [
        ("requires improvement", "The council no longer requires improvement."),
        ("requires improvement", "It does not require improvement."),
        ("inadequate", "The service was not judged inadequate."),
        ("inadequate", "Inadequate is no longer the grade."),
        ("inadequate", "It isn’t inadequate."),
        ("good", "It is not yet consistently good."),
        ("good", "There is no evidence of good practice."),
        ("good", "It was inadequate rather than good."),
        ("inadequate", "It is no longer inadequate and requires improvement."),
        ("help and protection inadequate", "help and protection was no longer inadequate"),
        ("15", "There were not 15 children."),
        ("effective case supervision", "There is a lack of effective case supervision."),
    ],
)
def test_what_is_denied_is_not_stated(nugget, said):
    assert not stated(nugget, said)


@pytest.mark.parametrize(
    ("nugget", "said"),
    [
        ("requires improvement", "It is no longer inadequate and requires improvement."),
        ("good", "It is not only good but outstanding."),
        ("15", "There were no more than 15 children."),
        ("14 June 2022", "It was not agreed until 14 June 2022."),
        ("Ann Lee", "Ann Lee did not attend."),
        ("lack of oversight", "There is a lack of oversight."),
        ("no longer inadequate", "It is no longer inadequate."),
        ("inadequate", "It was not good. It was inadequate."),
        ("inadequate", "It was no longer inadequate in 2019 and was inadequate again in 2022."),
    ],
)
def test_a_negation_of_something_else_denies_nothing(nugget, said):
    assert stated(nugget, said)


@pytest.mark.parametrize(
    ("verdict", "shown", "expected"),
    [
        ("yes", ("Yes.", "It did."), True),
        ("yes", ("Yes, in part",), True),
        ("yes", ("It did. Yes.",), False),
        ("yes", ("yesterday",), False),
        ("no", ("No: it did not.",), True),
        ("no", ("No",), True),
        ("no", ("No social worker was there.",), False),
        ("no", ("There was no social worker.",), False),
        ("partly", ("Partly.",), True),
        ("no", (), False),
        (
            "No, it is fully staffed",
            ("The team is now fully staffed.", "It is fully staffed."),
            True,
        ),
        ("No, it is fully staffed", ("It is not fully staffed.",), False),
    ],
)
def test_yes_and_no_count_only_as_the_first_word_of_the_answer(verdict, shown, expected):
    assert stated(verdict, *shown) is expected


def test_an_alias_states_its_nugget():
    assert stated("forty per cent", "two in five", aliases=("two in five",))


def test_a_nugget_does_not_run_over_from_one_statement_to_the_next():
    assert not stated("requires improvement", "It requires", "improvement came")
