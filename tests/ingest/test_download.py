"""Downloading from a server that does everything wrong, and is on this machine."""

import gzip
import ipaddress
import json
import re
import socket
import ssl
import struct
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from cryptography import x509
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.serialization import Encoding, NoEncryption, PrivateFormat
from cryptography.x509.oid import NameOID
from filelock import FileLock

from docs_store.errors import StoreBusy, StoreError, UsageError
from ingest.addresses import Gate
from ingest.download import Outcome, Status, download
from ingest.fetch import Fetcher
from ingest.manifest import load_manifest
from ingest.settings import IngestSettings
from ingest.sidecar import overrides
from tests.ingest.misbehaving import ERROR_PAGE, OTHER_PDF, PDF, Asked, Page, Said, Server, serving

SETTINGS = {
    "allow_private": True,
    "max_bytes": 200_000,
    "timeout_seconds": 10,
    "total_seconds": 20,
    "attempts": 3,
    "delay_seconds": 0.0,
}
SHORT: dict[str, Any] = {"timeout_seconds": 0.3, "total_seconds": 0.6}
REPORT = "report.pdf"
TRUST = ssl.create_default_context()


class Desk:
    """A manifest, the folder it fills, and what was slept meanwhile."""

    def __init__(self, folder: Path, server: Server) -> None:
        self.origin = folder / "sources.toml"
        self.folder = folder / "downloads" / "sources"
        self.server = server
        self.slept: list[float] = []
        self.gate: Gate | None = None
        self.trust = TRUST
        self.proxies: dict[str, str] = {}

    def lists(self, *entries: tuple[str, str], checked: bool = True, **more: str) -> None:
        extra = "".join(f'{key} = "{value}"\n' for key, value in more.items())
        self.origin.write_text(
            "".join(
                f'[[documents]]\npublisher = "Ofsted"\nkind = "inspection report"\n'
                f'address = "{address}"\nfile = "{file}"\nchecked = {str(checked).lower()}\n{extra}'
                for address, file in entries
            ),
            encoding="utf-8",
        )

    def run(self, **settings: Any) -> tuple[Outcome, ...]:
        fetcher = Fetcher(
            IngestSettings(**{**SETTINGS, **settings}),
            self.proxies,
            gate=self.gate,
            trust=self.trust,
            sleep=self.slept.append,
        )
        with fetcher:
            return download(load_manifest(self.origin), self.origin, self.folder, fetcher)

    def get(self, *pages: Page, path: str = "/report", **settings: Any) -> Outcome:
        """What comes of one document whose address does what `pages` do."""
        self.server.pages[path] = list(pages)
        self.lists((self.server.url(path), REPORT))
        (outcome,) = self.run(**settings)
        return outcome

    @property
    def report(self) -> bytes:
        return (self.folder / REPORT).read_bytes()

    def strays(self) -> list[str]:
        known = {REPORT, f"{REPORT}.meta.toml", ".downloads.json", ".lock"}
        return [file.name for file in self.folder.iterdir() if file.name not in known]


@pytest.fixture(scope="module")
def server() -> Iterator[Server]:
    with serving() as running:
        yield running


@pytest.fixture
def desk(tmp_path: Path, server: Server) -> Desk:
    server.pages.clear()
    server.asked.clear()
    return Desk(tmp_path, server)


# -- what goes well ------------------------------------------------------------------------------


def test_a_document_is_downloaded_with_a_sidecar_that_says_what_it_is(desk: Desk):
    outcome = desk.get(Said())
    assert (outcome.status, outcome.reason) == (Status.DOWNLOADED, "")
    assert desk.report == PDF
    declared = overrides(desk.folder / REPORT)
    assert declared is not None
    assert declared.publisher == "Ofsted"
    assert declared.address == desk.server.url("/report")
    assert desk.strays() == []


def test_it_says_who_it_is_and_asks_for_nothing_compressed(desk: Desk):
    desk.get(Said(), contact="clerk@example.org")
    _, headers = desk.server.asked[0]
    assert headers["user-agent"].startswith("Footnote/")
    assert "clerk@example.org" in headers["user-agent"]
    assert headers["accept-encoding"] == "identity"
    assert "cookie" not in headers


def test_what_is_unchanged_is_not_sent_again(desk: Desk):
    desk.get(Said(headers={"ETag": '"one"', "Last_Modified": "Tue, 13 Jun 2017 09:00:00 GMT"}))
    outcome = desk.get(Said(304, b""))
    assert outcome.status is Status.UNCHANGED
    _, headers = desk.server.asked[-1]
    assert headers["if-none-match"] == '"one"'
    assert headers["if-modified-since"] == "Tue, 13 Jun 2017 09:00:00 GMT"
    assert desk.report == PDF


def test_the_same_bytes_sent_again_are_unchanged(desk: Desk):
    desk.get(Said())
    held = (desk.folder / REPORT).stat().st_mtime_ns
    assert desk.get(Said(headers={"ETag": '"new"'})).status is Status.UNCHANGED
    assert (desk.folder / REPORT).stat().st_mtime_ns == held
    desk.get(Said(304, b""))
    assert desk.server.asked[-1][1]["if-none-match"] == '"new"'


def test_what_has_changed_takes_the_place_of_what_was_held(desk: Desk):
    desk.get(Said(headers={"ETag": '"one"'}))
    assert desk.get(Said(body=OTHER_PDF)).status is Status.DOWNLOADED
    assert desk.report == OTHER_PDF


@pytest.mark.parametrize("damage", [b"tampered with", None])
def test_a_copy_that_is_not_what_was_downloaded_is_fetched_anew(desk: Desk, damage: bytes | None):
    desk.get(Said(headers={"ETag": '"one"'}))
    if damage is None:
        (desk.folder / REPORT).unlink()
    else:
        (desk.folder / REPORT).write_bytes(damage)
    assert desk.get(Said()).status is Status.DOWNLOADED
    assert "if-none-match" not in desk.server.asked[-1][1]
    assert desk.report == PDF


@pytest.mark.parametrize(
    "state", ["", "{", "[]", '{"manifest":"x","files":{"../a":{"address":"b","sha256":"c"}}}']
)
def test_a_damaged_record_of_downloads_costs_a_download_only(desk: Desk, state: str):
    desk.get(Said(headers={"ETag": '"one"'}))
    (desk.folder / ".downloads.json").write_text(state, encoding="utf-8")
    assert desk.get(Said()).status is Status.DOWNLOADED


def test_a_validator_that_cannot_be_sent_back_is_forgotten(desk: Desk):
    desk.get(Said(headers={"ETag": '"caf\xe9"'}))
    assert desk.get(Said()).status is Status.UNCHANGED
    assert "if-none-match" not in desk.server.asked[-1][1]


def test_a_redirect_is_followed(desk: Desk):
    desk.server.pages["/there"] = [Said()]
    assert desk.get(Said(302, headers={"Location": "/there"})).status is Status.DOWNLOADED
    assert desk.server.paths() == ["/report", "/there"]


def test_a_body_packed_though_not_asked_for_is_unpacked(desk: Desk):
    packed = gzip.compress(PDF[:100]) + gzip.compress(PDF[100:])
    assert desk.get(Said(body=packed, headers={"Content_Encoding": "gzip"})).reason == ""
    assert desk.report == PDF


# -- what goes wrong at the server ---------------------------------------------------------------


def test_a_server_error_that_passes_is_got_over(desk: Desk):
    assert desk.get(Said(500, b""), Said()).status is Status.DOWNLOADED
    assert len(desk.slept) == 1


def test_waits_grow_from_one_failure_to_the_next(desk: Desk):
    outcome = desk.get(Said(503, b""), attempts=4, back_off_seconds=8.0)
    assert outcome.reason == "It answered 503 Service Unavailable (tried 4 times)."
    assert [4 <= desk.slept[0] <= 8, 8 <= desk.slept[1] <= 16, 16 <= desk.slept[2] <= 32] == [
        True
    ] * 3


def test_a_server_that_says_when_to_come_back_is_asked_then(desk: Desk):
    slow_down = Said(429, b"", {"Retry_After": "17"})
    assert desk.get(slow_down, Said()).status is Status.DOWNLOADED
    assert desk.slept == [17.0]


def test_a_server_that_wants_an_hour_is_left_alone(desk: Desk):
    outcome = desk.get(Said(429, b"", {"Retry_After": "3600"}))
    assert outcome.reason == (
        "It answered 429 Too Many Requests: it is asked too often, and is not to be asked again "
        "for 3600 seconds: try later."
    )
    assert desk.slept == []


@pytest.mark.parametrize("status", [204, 206, 304, 401, 403, 404, 410])
def test_an_answer_that_will_not_pass_is_not_asked_for_again(desk: Desk, status: int):
    outcome = desk.get(Said(status, b""))
    assert outcome.status is Status.FAILED
    assert outcome.reason.startswith(f"It answered {status} ")
    assert not outcome.is_held
    assert (len(desk.server.asked), desk.strays()) == (1, [])


def endless_body(asked: Asked) -> None:
    asked.send_response(200)
    asked.send_header("Content-Type", "application/pdf")
    asked.end_headers()
    asked.wfile.write(b"%PDF-1.7\n")
    while not asked.server.over.is_set():
        asked.wfile.write(b"x" * 65536)


def endless_headers(asked: Asked) -> None:
    asked.wfile.write(b"HTTP/1.1 200 OK\r\n")
    while not asked.server.over.is_set():
        asked.wfile.write(b"X-More: " + b"x" * 1000 + b"\r\n")


def cut_short(asked: Asked) -> None:
    asked.answer(200, PDF[:200], Content_Length=str(len(PDF)))


def reset(asked: Asked) -> None:
    asked.answer(200, PDF[:200], Content_Length=str(len(PDF)))
    asked.wfile.flush()
    asked.connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
    asked.connection.close()


def dripping_body(asked: Asked) -> None:
    asked.answer(200, PDF[:20], Content_Length=str(len(PDF)))
    while not asked.server.over.wait(0.05):
        asked.wfile.write(b"x")


def dripping_headers(asked: Asked) -> None:
    asked.wfile.write(b"HTTP/1.1 200 OK\r\nX-Slow: ")
    while not asked.server.over.wait(0.05):
        asked.wfile.write(b"x")


def dripping_without_length(asked: Asked) -> None:
    asked.wfile.write(b"HTTP/1.0 200 OK\r\nContent-Type: application/pdf\r\n\r\n" + PDF)
    while not asked.server.over.wait(0.05):
        asked.wfile.write(b"\n")


def silence(asked: Asked) -> None:
    asked.server.over.wait(3)


def page(content_type: str, body: bytes) -> Said:
    return Said(body=body, headers={"Content_Type": content_type})


TOO_LARGE = "It is larger than 0.2 MB: INGEST_MAX_BYTES sets the limit."
TOO_LATE = "It took longer than 0.6 seconds: INGEST_TOTAL_SECONDS sets the limit."
BROKEN = "The connection broke off before the document was whole (tried 2 times)."
BOMB = gzip.compress(b"%PDF-1.7\n" + bytes(50_000_000))


@pytest.mark.parametrize(
    ("bad", "reason"),
    [
        pytest.param(endless_body, TOO_LARGE, id="endless body"),
        pytest.param(endless_headers, BROKEN, id="endless headers"),
        pytest.param(
            Said(body=b"", headers={"Content_Length": "9" * 15}), TOO_LARGE, id="huge by its own word"
        ),
        pytest.param(cut_short, BROKEN, id="fewer bytes than promised"),
        pytest.param(
            Said(headers={"Content_Length": "300"}),
            "The PDF is cut short: it has no end mark.",
            id="more bytes than promised",
        ),
        pytest.param(reset, BROKEN, id="reset in mid-body"),
        pytest.param(dripping_body, TOO_LATE, id="a body that drips"),
        pytest.param(dripping_headers, TOO_LATE, id="headers that drip"),
        pytest.param(dripping_without_length, TOO_LATE, id="a whole body that never ends"),
        pytest.param(
            silence, "It did not answer within 0.3 seconds (tried 2 times).", id="silence"
        ),
        pytest.param(
            page("text/html", ERROR_PAGE),
            "It answered with a web page where a PDF was expected, often an error page.",
            id="an error page by its type",
        ),
        pytest.param(
            Said(body=ERROR_PAGE),
            "It answered with a web page where a PDF was expected, often an error page.",
            id="an error page that says it is a PDF",
        ),
        pytest.param(
            page("image/png", PDF),
            "It answered with image/png where a PDF was expected.",
            id="another content type",
        ),
        pytest.param(
            Said(body=b"\x89PNG\x00\x00"),
            "It answered with something unknown where a PDF was expected.",
            id="other bytes",
        ),
        pytest.param(
            Said(body=b""), "It is empty: check the address in a browser.", id="nothing"
        ),
        pytest.param(
            Said(body=BOMB, headers={"Content_Encoding": "gzip"}), TOO_LARGE, id="gzip bomb"
        ),
        pytest.param(
            Said(body=b"not gzip", headers={"Content_Encoding": "gzip"}),
            "It came compressed, and the compressed data is damaged.",
            id="damaged gzip",
        ),
        pytest.param(
            Said(body=gzip.compress(PDF)[:-9], headers={"Content_Encoding": "gzip"}),
            BROKEN,
            id="gzip cut short",
        ),
        pytest.param(
            Said(headers={"Content_Encoding": "br"}),
            'It came compressed as "br", which was not asked for.',
            id="compressed another way",
        ),
        pytest.param(
            Said(302, b"", {"Location": "/report"}),
            "It redirects more than 5 times.",
            id="a redirect loop",
        ),
        pytest.param(
            Said(302, b""), "It redirects (302) without saying where to.", id="redirect to nowhere"
        ),
        pytest.param(
            Said(302, b"", {"Location": "file:///etc/passwd"}),
            "It redirects to what may not be asked. The address must begin with https:// or "
            "http:// (it has file).",
            id="redirect to a file",
        ),
        pytest.param(
            Said(302, b"", {"Location": "http://me:secret@127.0.0.1/"}),
            "It redirects to what may not be asked. The address must not carry a user name or "
            "password.",
            id="redirect with a password",
        ),
    ],
)  # fmt: skip
def test_what_goes_wrong_is_told_and_the_copy_held_is_kept(desk: Desk, bad: Page, reason: str):
    assert desk.get(Said()).status is Status.DOWNLOADED
    is_slow = bad in (silence, dripping_body, dripping_headers, dripping_without_length)
    outcome = desk.get(bad, attempts=2, **(SHORT if is_slow else {}))
    assert outcome.status is Status.FAILED
    assert outcome.reason == f"{reason} The copy held is kept."
    assert outcome.is_held
    assert desk.report == PDF
    assert desk.strays() == []


def test_a_server_that_is_not_there_is_told_of(desk: Desk):
    with socket.create_server(("127.0.0.1", 0)) as closed:
        port = closed.getsockname()[1]
    desk.lists((f"http://127.0.0.1:{port}/", REPORT), checked=False)
    (outcome,) = desk.run(attempts=2)
    assert outcome.reason.startswith("It could not be connected to (")
    assert outcome.reason.endswith("(tried 2 times). The manifest marks this address as unchecked.")


def test_a_page_that_says_there_is_no_page_is_not_taken(desk: Desk):
    gone = b"<!doctype html><title>Page not found | Council</title><p>Sorry</p>"
    desk.server.pages["/page"] = [page("text/html; charset=utf-8", gone)]
    desk.lists((desk.server.url("/page"), "page.html"))
    (outcome,) = desk.run()
    assert outcome.reason == (
        'It is an error page ("Page not found | Council"): check the address in a browser.'
    )


def test_one_failure_leaves_the_others_alone(desk: Desk):
    desk.server.pages |= {"/a": [Said(404, b"")], "/b": [Said()]}
    desk.lists((desk.server.url("/a"), "a.pdf"), (desk.server.url("/b"), "b.pdf"))
    assert [outcome.status for outcome in desk.run()] == [Status.FAILED, Status.DOWNLOADED]


# -- where it will not go ------------------------------------------------------------------------


class Names:
    """A name server of our own: 127.0.0.1 plays the open internet, the rest a private network."""

    def __init__(self, **named: list[str]) -> None:
        self.named = {name.replace("_", "."): addresses for name, addresses in named.items()}
        self.asked: list[str] = []

    def __call__(self, host: str, port: int) -> list[str]:
        self.asked.append(host)
        if host not in self.named:
            return [host] if host[0].isdigit() else self._unknown()
        addresses = self.named[host]
        return [addresses.pop(0)] if len(addresses) > 1 else list(addresses)

    def gate(self) -> Gate:
        return Gate(resolve=self, is_public=lambda address: str(address) == "127.0.0.1")

    @staticmethod
    def _unknown() -> list[str]:
        raise socket.gaierror(socket.EAI_NONAME, "unknown")


def test_an_address_of_this_machine_is_refused(desk: Desk):
    outcome = desk.get(Said(), allow_private=False)
    assert outcome.reason == (
        "127.0.0.1 is at 127.0.0.1, not on the open internet: "
        "INGEST_ALLOW_PRIVATE=true would allow it."
    )
    assert desk.server.asked == []


def test_a_public_site_that_redirects_into_a_private_network_is_not_followed(desk: Desk):
    names = Names(site_org=["127.0.0.1"], inside_org=["127.0.0.2"])
    desk.gate = names.gate()
    for inside in ("inside.org", "127.0.0.2", "localhost", "metadata.google.internal"):
        there = desk.server.url("/secret", inside)
        desk.server.pages = {"/go": [Said(302, b"", {"Location": there})], "/secret": [Said()]}
        desk.lists((desk.server.url("/go", "site.org"), REPORT))
        (outcome,) = desk.run()
        assert "not on the open internet" in outcome.reason
    assert set(desk.server.paths()) == {"/go"}


def test_the_connection_goes_to_the_address_that_was_checked(desk: Desk):
    names = Names(site_org=["127.0.0.1", "127.0.0.2"])  # a second look-up would be answered so
    desk.gate = names.gate()
    desk.server.pages["/report"] = [Said()]
    desk.lists((desk.server.url("/report", "site.org"), REPORT))
    (outcome,) = desk.run()
    assert outcome.status is Status.DOWNLOADED
    assert names.asked == ["site.org"]
    assert desk.server.asked[0][1]["host"] == f"site.org:{desk.server.port}"


def test_a_name_with_one_private_address_among_others_is_refused(desk: Desk):
    gate = Gate(
        resolve=lambda host, port: ["127.0.0.1", "10.0.0.1"],
        is_public=lambda address: str(address) == "127.0.0.1",
    )
    desk.gate = gate
    desk.lists((desk.server.url("/report", "site.org"), REPORT))
    (outcome,) = desk.run()
    assert outcome.reason.startswith("site.org is at 10.0.0.1, not on the open internet")


def test_a_name_nobody_knows_is_told_of(desk: Desk):
    desk.gate = Names().gate()
    desk.lists(("https://nowhere.org/a", REPORT))
    (outcome,) = desk.run()
    assert outcome.reason == "There is no host called nowhere.org: check the address."


@pytest.mark.parametrize(
    ("address", "is_public"),
    [
        ("81.2.69.142", True),
        ("2001:41d0::1", True),
        ("127.0.0.1", False),
        ("0.0.0.0", False),
        ("10.1.2.3", False),
        ("172.16.0.1", False),
        ("192.168.1.1", False),
        ("100.64.0.1", False),
        ("100.100.100.200", False),
        ("169.254.169.254", False),
        ("168.63.129.16", False),
        ("192.0.0.192", False),
        ("224.0.0.1", False),
        ("255.255.255.255", False),
        ("::1", False),
        ("::", False),
        ("fe80::1%eth0", False),
        ("fec0::1", False),
        ("fd00:ec2::254", False),
        ("ff02::1", False),
        ("::ffff:127.0.0.1", False),
        ("::ffff:81.2.69.142", True),
        ("64:ff9b::7f00:1", False),
        ("2002:7f00:1::", False),
    ],
)
def test_which_addresses_are_on_the_open_internet(address: str, is_public: bool):
    assert Gate().is_public(ipaddress.ip_address(address)) is is_public


def test_tls_is_held_to_the_name_though_the_connection_goes_to_an_address(
    desk: Desk, tmp_path: Path
):
    certificate = a_certificate(tmp_path, "site.org")
    desk.trust = ssl.create_default_context(cafile=certificate)
    desk.gate = Names(site_org=["127.0.0.1"], other_org=["127.0.0.1"]).gate()
    with serving(certificate) as safe:
        safe.pages["/report"] = [Said()]
        for host, file in (("site.org", "a.pdf"), ("other.org", "b.pdf")):
            address = f"https://{host}:{safe.port}/report"
            desk.lists((address, file))
            (outcome, *_) = desk.run()
            if host == "site.org":
                assert outcome.status is Status.DOWNLOADED
            else:
                assert outcome.reason == (
                    "Its certificate could not be verified, so it was not trusted."
                )


def a_certificate(folder: Path, name: str) -> Path:
    """A file with a certificate for `name`, signed by itself, and its key."""
    key = ec.generate_private_key(ec.SECP256R1())
    who = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, name)])
    now = datetime.now(UTC)
    signed = (
        x509.CertificateBuilder()
        .subject_name(who)
        .issuer_name(who)
        .public_key(key.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(now - timedelta(days=1))
        .not_valid_after(now + timedelta(days=1))
        .add_extension(x509.SubjectAlternativeName([x509.DNSName(name)]), critical=False)
        .add_extension(x509.BasicConstraints(ca=True, path_length=None), critical=True)
        .sign(key, hashes.SHA256())
    )
    file = folder / "certificate.pem"
    file.write_bytes(
        key.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption())
        + signed.public_bytes(Encoding.PEM)
    )
    return file


@pytest.mark.parametrize("host", ["2130706433", "0x7f.1", "127.1"])
def test_a_disguised_address_is_seen_for_what_it_is(host: str, desk: Desk):
    desk.gate = Gate(resolve=lambda host, port: [socket.inet_ntoa(socket.inet_aton(host))])
    desk.lists((f"http://{host}:{desk.server.port}/report", REPORT))
    (outcome,) = desk.run()
    assert "is at 127.0.0.1, not on the open internet" in outcome.reason
    assert desk.server.asked == []


# -- proxies -------------------------------------------------------------------------------------


def test_a_proxy_is_asked_where_the_environment_names_one(desk: Desk):
    desk.proxies = {"http": desk.server.url("")}
    desk.gate = Names().gate()
    desk.server.pages["http://site.org/report"] = [Said()]
    desk.lists(("http://site.org/report", REPORT))
    (outcome,) = desk.run()
    assert outcome.status is Status.DOWNLOADED
    assert desk.server.paths() == ["http://site.org/report"]


def test_a_proxy_is_no_way_into_the_private_network(desk: Desk):
    desk.proxies = {"all": desk.server.url("")}
    desk.gate = Names(inside_org=["10.0.0.1"]).gate()
    desk.lists(("http://inside.org/", "a.pdf"), ("http://169.254.169.254/", "b.pdf"))
    assert all("not on the open internet" in outcome.reason for outcome in desk.run())
    assert desk.server.asked == []


@pytest.mark.parametrize(
    "exceptions", ["127.0.0.1", "x, 127.0.0.0/8", "*", "127.0.0.1:{port}", ".org site.org"]
)
def test_a_host_that_goes_without_a_proxy_is_asked_itself(desk: Desk, exceptions: str):
    desk.proxies = {"http": "http://127.0.0.1:1", "no": exceptions.format(port=desk.server.port)}
    desk.gate = Names(site_org=["127.0.0.1"]).gate()
    host = "site.org" if "org" in exceptions else "127.0.0.1"
    desk.server.pages["/report"] = [Said()]
    desk.lists((desk.server.url("/report", host), REPORT))
    (outcome,) = desk.run()
    assert outcome.status is Status.DOWNLOADED


def test_a_proxy_that_cannot_be_used_is_told_of(desk: Desk):
    desk.proxies = {"all": "socks5://127.0.0.1:1"}
    desk.lists(("http://127.0.0.1/report", REPORT))
    (outcome,) = desk.run()
    assert outcome.reason.startswith("The environment names a proxy that is not an http")


# -- the folder ----------------------------------------------------------------------------------


def test_what_the_manifest_no_longer_lists_is_dropped_with_its_sidecar(desk: Desk):
    desk.server.pages |= {"/a": [Said()], "/b": [Said(body=OTHER_PDF)]}
    desk.lists((desk.server.url("/a"), "a.pdf"), (desk.server.url("/b"), "b.pdf"))
    desk.run()
    own = desk.folder / "added by hand.txt"
    own.write_text("mine", encoding="utf-8")
    desk.lists((desk.server.url("/a"), "a.pdf"))
    assert [(o.file, o.status) for o in desk.run()] == [
        ("a.pdf", Status.UNCHANGED),
        ("b.pdf", Status.DROPPED),
    ]
    shown = sorted(file.name for file in desk.folder.iterdir() if file.name[0] != ".")
    assert shown == ["a.pdf", "a.pdf.meta.toml", "added by hand.txt"]


def test_a_document_under_a_new_name_keeps_its_copy(desk: Desk):
    desk.get(Said(headers={"ETag": '"one"'}))
    desk.server.pages["/report"] = [Said(503, b"")]
    desk.lists((desk.server.url("/report"), "better name.pdf"))
    (outcome,) = desk.run()
    assert (outcome.status, outcome.is_held) == (Status.FAILED, True)
    assert (desk.folder / "better name.pdf").read_bytes() == PDF
    assert desk.server.asked[-1][1]["if-none-match"] == '"one"'
    assert not (desk.folder / REPORT).exists()


def test_a_change_in_the_manifest_reaches_the_sidecar_without_a_download(desk: Desk):
    desk.get(Said(headers={"ETag": '"one"'}))
    desk.server.pages["/report"] = [Said(304, b"")]
    desk.lists((desk.server.url("/report"), REPORT), title="A better title")
    (outcome,) = desk.run()
    assert outcome.status is Status.UNCHANGED
    declared = overrides(desk.folder / REPORT)
    assert declared is not None
    assert declared.title == "A better title"


def test_another_manifest_of_the_same_name_does_not_take_the_folder_over(desk: Desk):
    desk.get(Said())
    first = desk.origin
    desk.origin = first.parent / "elsewhere" / "sources.toml"
    desk.origin.parent.mkdir()
    desk.lists((desk.server.url("/other"), "other.pdf"))
    with pytest.raises(UsageError, match=re.escape(f"are those of {first.resolve()}")):
        desk.run()
    assert desk.report == PDF
    first.unlink()  # a manifest that was moved is still the folder's own
    desk.run()


def test_two_downloads_at_once_do_not_mix(desk: Desk):
    desk.get(Said())
    with FileLock(desk.folder / ".lock"), pytest.raises(StoreBusy, match="wait until"):
        desk.run()


def test_a_folder_that_cannot_be_made_is_told_of(desk: Desk):
    desk.folder.parent.write_text("a file", encoding="utf-8")
    desk.lists((desk.server.url("/report"), REPORT))
    with pytest.raises(StoreError, match="cannot be written to"):
        desk.run()


def test_a_full_disk_fails_one_document_and_keeps_the_copy_held(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
):
    desk.get(Said())

    def full(_: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("ingest.receive.os.fsync", full)
    outcome = desk.get(Said(body=OTHER_PDF))
    assert outcome.reason == (
        "It could not be written (No space left on device). The copy held is kept."
    )
    assert (desk.report, desk.strays()) == (PDF, [])


def test_the_record_of_downloads_is_readable(desk: Desk):
    desk.get(Said(headers={"ETag": '"one"'}))
    state = json.loads((desk.folder / ".downloads.json").read_text(encoding="utf-8"))
    assert state["manifest"] == str(desk.origin.resolve())
    assert state["files"][REPORT]["etag"] == '"one"'


def test_an_outcome_is_a_line_for_a_person_and_data_for_a_report(desk: Desk):
    outcome = desk.get(Said(404, b""))
    assert outcome.line == "failed     report.pdf: It answered 404 Not Found: check the address."
    assert outcome.to_json()["status"] == "failed"
