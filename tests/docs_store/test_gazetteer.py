from docs_store.gazetteer import gazetteer


def test_the_gazetteer_holds_every_council_once():
    names = set(gazetteer().values())
    assert len(names) >= 153
    assert {"Westmorland and Furness", "North Northamptonshire", "City of London"} <= names


def test_a_name_is_known_in_every_form_in_which_it_is_printed():
    assert gazetteer()["Hull"] == "Kingston upon Hull"
    assert gazetteer()["Brighton & Hove"] == "Brighton and Hove"
    assert gazetteer()["Southend on Sea"] == "Southend-on-Sea"
