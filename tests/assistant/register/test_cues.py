from assistant.register.cues import Cue, known_words, longest_phrase, phrases


def test_every_cue_has_phrases_and_every_phrase_words() -> None:
    values = {value for _, value in phrases().values()}
    assert set(Cue) <= values
    assert all(phrase and all(phrase) for phrase in phrases())


def test_words_that_ask_for_reasons_or_findings_are_unknown() -> None:
    assert not known_words() & {"why", "because", "say", "said", "findings", "concerns", "plan"}


def test_the_longest_phrase_is_that_of_the_table_of_grades() -> None:
    assert longest_phrase() == len(
        "impact of leaders on social work practice with children and families".split()
    )
