from ingest.judgements.whose import council_told_of

TOLD = "The council was judged inadequate in 2017."


def test_the_council_of_the_document_is_meant_where_nobody_else_is_named():
    assert council_told_of(TOLD, ["Nothing was said."], "Ambleford") == "Ambleford"
    assert council_told_of(TOLD, [], None) is None


def test_a_council_taken_up_above_makes_it_uncertain_until_the_own_is_named_again():
    above = ["Croydon council has a new director."]
    assert council_told_of(TOLD, above, "Ambleford") is None
    assert council_told_of(TOLD, [*above, "Ambleford waits."], "Ambleford") == "Ambleford"


def test_a_town_within_the_name_of_the_county_is_not_another_council():
    assert (
        council_told_of(TOLD, ["Shire Hall, Gloucester."], "Gloucestershire") == "Gloucestershire"
    )
