import re

from fastapi.testclient import TestClient

ACCEPT = {"accept": "text/html", "accept-encoding": "gzip, br"}


def policy(client: TestClient, path: str) -> dict[str, str]:
    sent = client.get(path, headers=ACCEPT).headers["content-security-policy"]
    return dict(part.strip().split(" ", 1) for part in sent.split(";"))


def test_every_script_of_the_chat_carries_the_nonce_of_the_policy(client: TestClient):
    page = client.get("/", headers=ACCEPT)
    nonce = re.search(r"'nonce-([^']+)'", page.headers["content-security-policy"])
    assert nonce is not None
    scripts = re.findall(r"<script[^>]*>", page.text)
    assert scripts
    assert all(f'nonce="{nonce[1]}"' in script for script in scripts)


def test_a_nonce_is_never_used_twice(client: TestClient):
    assert policy(client, "/")["script-src"] != policy(client, "/")["script-src"]


def test_the_policy_allows_no_other_host_and_no_eval(client: TestClient):
    for path in ("/", "/source/none", "/healthz"):
        rules = policy(client, path)
        assert rules["default-src"] == rules["connect-src"] == "'self'"
        assert rules["object-src"] == "'none'"
        assert "unsafe-eval" not in str(rules)
        assert "http" not in str(rules)


def test_the_page_names_no_other_host_for_previews(client: TestClient):
    assert "githubusercontent" not in client.get("/", headers=ACCEPT).text


def test_the_length_sent_is_the_length_of_the_page(client: TestClient):
    page = client.get("/", headers=ACCEPT)
    assert int(page.headers["content-length"]) == len(page.content)
