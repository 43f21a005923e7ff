from assistant.register.light_words import LIGHT_WORDS


def test_words_that_change_what_is_asked_are_no_light_words() -> None:
    heavy = (
        "not no never except without why because will next should say said think ago later north"
    )
    assert not set(LIGHT_WORDS.split()) & set(heavy.split())
