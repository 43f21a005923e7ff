from assistant.register.cues import Cue
from assistant.register.reading import Reader, tokens_of
from docs_store.judgements import Area

READER = Reader.of(["Eastmere"], ["Bo Elm"])


def test_a_question_is_read_word_by_word() -> None:
    reading = READER.read("Was Eastmere’s leadership & management good in 2018?")
    assert reading.councils == ["Eastmere"]
    assert reading.areas == [Area.LEADERSHIP]
    assert reading.grades == ["good"]
    assert len(reading.times) == 1
    assert reading.unknown == []


def test_words_that_are_not_understood_are_kept() -> None:
    assert READER.read("why was Eastmere’s MASH inadequate?").unknown == ["why", "mash"]


def test_the_longest_phrase_counts() -> None:
    reading = READER.read("children in care and care leavers requires improvement to be good")
    assert reading.areas == [Area.IN_CARE_AND_CARE_LEAVERS]
    assert reading.grades == ["requires improvement"]


def test_slips_are_read_through_also_in_a_phrase_and_in_a_name() -> None:
    reading = READER.read("did eastmre requrie improvment for care leevers")
    assert reading.councils == ["Eastmere"]
    assert reading.taken_as == {"eastmre": "Eastmere"}
    assert reading.grades == ["requires improvement"]
    assert reading.areas == [Area.CARE_LEAVERS]
    assert reading.unknown == []


def test_inspectors_are_known_by_their_full_names() -> None:
    assert READER.read("which inspections did Bo Elm lead").people == ["bo elm"]
    assert READER.read("Elm").people == []


def test_cues_are_kept_in_order() -> None:
    reading = READER.read("how many councils")
    assert reading.cues[0] is Cue.MANY
    assert reading.has(Cue.COUNCILS)


def test_possessives_are_taken_off() -> None:
    assert tokens_of("Children’s what's") == ("children", "what")


def test_a_word_of_the_documents_is_no_slip_of_another() -> None:
    reader = Reader.of(["Eastmere"], [], {"aware"}.__contains__)
    assert reader.read("aware").unknown == ["aware"]
    assert READER.read("aware").unknown == []


def test_words_are_kept_as_understood() -> None:
    assert READER.read("overall effectivness").words == ["overall", "effectiveness"]


def test_a_possessive_without_its_apostrophe_is_read() -> None:
    assert READER.read("whats eastmeres rating").councils == ["Eastmere"]
    assert READER.read("whats eastmeres rating").taken_as == {}
