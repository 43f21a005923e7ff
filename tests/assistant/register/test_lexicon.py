from assistant.register.lexicon import AREAS, GRADES
from docs_store.judgements import Area


def test_every_area_can_be_named() -> None:
    assert {area for areas in AREAS for area in areas} == set(Area)


def test_no_phrase_names_two_areas_or_two_grades() -> None:
    for family in (AREAS, GRADES):
        said = [" ".join(p.split()) for text in family.values() for p in text.split("|")]
        assert len(said) == len(set(said))
