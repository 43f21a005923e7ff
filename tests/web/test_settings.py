import pytest
from pydantic import ValidationError

from web.settings import BadAddress, WebSettings, check_host


@pytest.mark.parametrize("host", ["127.0.0.1", "localhost", "::1", "127.0.0.2"])
def test_this_computer_may_be_listened_on(host: str):
    check_host(host)


@pytest.mark.parametrize("host", ["0.0.0.0", "192.168.1.5", "::", "10.0.0.1"])
def test_another_address_is_refused_for_want_of_a_sign_in(host: str):
    with pytest.raises(BadAddress, match="no sign-in yet"):
        check_host(host)


def test_what_is_no_address_is_refused():
    with pytest.raises(BadAddress, match="not an address"):
        check_host("nowhere.example")


@pytest.mark.parametrize(
    ("host", "name"), [("127.0.0.2", "127.0.0.2"), ("::1", "[::1]"), ("127.0.0.1", "127.0.0.1")]
)
def test_the_address_listened_on_is_a_name_of_the_app(host: str, name: str):
    assert WebSettings(host=host).own_hosts().count(name) == 1


def test_a_setting_is_read_from_the_environment(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setenv("WEB_PORT", "8123")
    assert WebSettings().port == 8123


def test_an_unknown_setting_is_refused():
    with pytest.raises(ValidationError):
        WebSettings.model_validate({"colour": "blue"})
