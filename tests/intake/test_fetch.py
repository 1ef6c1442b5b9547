from __future__ import annotations

import gzip
import os
import re
import socket
import ssl
import struct
import time
import tracemalloc
import zlib
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta, timezone
from functools import cache
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Event, Thread
from typing import TYPE_CHECKING, Any

import pytest

from lagebild.intake.fetch import Fetched, FetchPolicy, Validators, fetch
from lagebild.model import FetchError

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

pytestmark = pytest.mark.network

PAGE = "<h1>Putin reist nach Pjöngjang</h1>".encode()
LOCAL = FetchPolicy(allow_private=True, obey_robots=False, timeout_s=10)
POLITE = FetchPolicy(allow_private=True, timeout_s=10)
# For everything that must be stopped: long before the server would end by itself.
SOON_S = 5.0

# A certificate for news.example, signed by itself, valid from 2020 to 2120. The key is public and protects nothing.
CERTIFICATE = """\
-----BEGIN PRIVATE KEY-----
MIGHAgEAMBMGByqGSM49AgEGCCqGSM49AwEHBG0wawIBAQQgnm7RXLgV+pORqn4W
23KMAZRm0y5yV0YRXg5cZa21jv+hRANCAATJpAadslwkzg/VP00BdocGmBYtbu2e
GjryqOmiv2KTUmO0qhW3KCks+lzqbSqSid91MWa5cXlIKowjwepzcK2m
-----END PRIVATE KEY-----
-----BEGIN CERTIFICATE-----
MIIBeTCCASCgAwIBAgIBATAKBggqhkjOPQQDAjAXMRUwEwYDVQQDDAxuZXdzLmV4
YW1wbGUwIBcNMjAwMTAxMDAwMDAwWhgPMjEyMDAxMDEwMDAwMDBaMBcxFTATBgNV
BAMMDG5ld3MuZXhhbXBsZTBZMBMGByqGSM49AgEGCCqGSM49AwEHA0IABMmkBp2y
XCTOD9U/TQF2hwaYFi1u7Z4aOvKo6aK/YpNSY7SqFbcoKSz6XOptKpKJ33UxZrlx
eUgqjCPB6nNwraajWzBZMA8GA1UdEwEB/wQFMAMBAf8wDgYDVR0PAQH/BAQDAgKE
MB0GA1UdDgQWBBSjJ6UmvEcoIBuJXYnmAvsxh2q9ITAXBgNVHREEEDAOggxuZXdz
LmV4YW1wbGUwCgYIKoZIzj0EAwIDRwAwRAIgRy9POOtY7LFIFaSWk1bcnbnLpIkv
uF60cUQ8AyxNAhkCIBnBiQdJcv2ayR2rXxM3FeKGpRbZiRPf0+cqdH+7u7cy
-----END CERTIFICATE-----
"""


class Site(ThreadingHTTPServer):
    """A web server on the loopback interface whose pages are functions; it remembers what it was asked."""

    def __init__(self) -> None:
        super().__init__(("127.0.0.1", 0), Handler)
        self.pages: dict[str, Callable[[Handler], None]] = {}
        self.asked: list[str] = []
        self.headers: list[dict[str, str]] = []
        self.closing = Event()

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.server_port}"

    def handle_error(self, request: object, client_address: object) -> None:
        """Say nothing: clients that hang up are what the tests are about."""


class Handler(BaseHTTPRequestHandler):
    server: Site

    def do_GET(self) -> None:
        self.server.asked.append(self.path)
        self.server.headers.append(dict(self.headers))
        self.server.pages.get(self.path, reply(status=404))(self)

    def log_message(self, *_args: object) -> None:
        """Say nothing."""

    def drip(self, piece: bytes, pause_s: float = 0.02) -> None:
        """Send a piece again and again, until the client hangs up or the test is over."""
        while not self.server.closing.wait(pause_s):
            self.wfile.write(piece)


def reply(content: bytes = b"", *, status: int = 200, **headers: str) -> Callable[[Handler], None]:
    def serve(handler: Handler) -> None:
        handler.send_response(status)
        for name, value in {"Content-Length": str(len(content)), **headers}.items():
            handler.send_header(name.replace("_", "-"), value)
        handler.end_headers()
        handler.wfile.write(content)

    return serve


def redirect(location: str, status: int = 302) -> Callable[[Handler], None]:
    return reply(status=status, Location=location)


def say(raw: bytes) -> Callable[[Handler], None]:
    """Answer with bytes that need not be HTTP, then hang up."""

    def serve(handler: Handler) -> None:
        handler.wfile.write(raw)

    return serve


def drip(head: bytes, piece: bytes) -> Callable[[Handler], None]:
    """Answer with a head, and with pieces that never end."""

    def serve(handler: Handler) -> None:
        handler.wfile.write(head)
        handler.drip(piece)

    return serve


def reset(handler: Handler) -> None:
    """Break the connection off, as a crashed server does."""
    handler.wfile.write(b"HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\nPutin")
    handler.wfile.flush()
    handler.connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
    os.close(handler.connection.detach())


@contextmanager
def running(site: Site) -> Iterator[Site]:
    thread = Thread(target=site.serve_forever, kwargs={"poll_interval": 0.01}, daemon=True)
    thread.start()
    try:
        yield site
    finally:
        site.closing.set()
        site.shutdown()
        thread.join()
        site.server_close()


@pytest.fixture
def site() -> Iterator[Site]:
    with running(Site()) as site:
        yield site


@pytest.fixture
def other_site() -> Iterator[Site]:
    with running(Site()) as site:
        yield site


class Internet:
    """A pretended internet: names with addresses, and which server answers at an address, whatever the port."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        self.names: dict[str, list[str]] = {}
        self.servers: dict[str, Site] = {}
        self.resolved: list[str] = []
        self.connected: list[str] = []
        self._getaddrinfo = socket.getaddrinfo
        self._create_connection = socket.create_connection
        monkeypatch.setattr(socket, "getaddrinfo", self.look_up)
        monkeypatch.setattr(socket, "create_connection", self.connect)

    def look_up(self, host: str, port: int, *numbers: int, **options: int) -> list[Any]:
        if host not in self.names:
            return list(self._getaddrinfo(host, port, *numbers, **options))
        self.resolved.append(host)
        return [(socket.AF_INET, socket.SOCK_STREAM, 6, "", (address, port)) for address in self.names[host]]

    def connect(self, address: tuple[str, int], timeout: float) -> socket.socket:
        self.connected.append(address[0])
        if address[0] not in self.servers:
            raise ConnectionRefusedError(111, "Connection refused")
        return self._create_connection(("127.0.0.1", self.servers[address[0]].server_port), timeout)


@pytest.fixture
def internet(monkeypatch: pytest.MonkeyPatch, site: Site) -> Internet:
    """An internet with one site, news.example at 93.184.216.34."""
    internet = Internet(monkeypatch)
    internet.names["news.example"] = ["93.184.216.34"]
    internet.servers["93.184.216.34"] = site
    return internet


def content_of(fetched: Fetched) -> bytes | str:
    assert fetched.page is not None
    return fetched.page.content


def failure(url: str, policy: FetchPolicy = LOCAL, known: Validators | None = None) -> str:
    """Return the error of a fetch that must fail soon."""
    begun = time.monotonic()
    with pytest.raises(FetchError) as caught:
        fetch(url, policy=policy, known=known)
    assert time.monotonic() - begun < SOON_S
    return str(caught.value)


def test_a_page_comes_with_what_the_server_says_of_it(site: Site) -> None:
    site.pages["/a?b=1"] = reply(PAGE, Content_Type='Text/HTML; Charset="ISO-8859-1"')

    fetched = fetch(f"{site.url}/a?b=1#top", policy=LOCAL)

    assert fetched.status == 200
    assert fetched.page is not None
    assert fetched.page.content == PAGE
    assert (fetched.page.media_type, fetched.page.charset) == ("text/html", "iso-8859-1")
    assert fetched.page.name == fetched.page.url == f"{site.url}/a?b=1"


@pytest.mark.parametrize(
    "content_type",
    ["", "html", ";charset=", "text/html, text/html", "text/" + "x;" * 10_000],
    ids=["empty", "no slash", "empty charset", "twice", "endless"],
)
def test_a_content_type_that_makes_no_sense_is_absent(site: Site, content_type: str) -> None:
    site.pages["/"] = reply(PAGE, Content_Type=content_type)

    page = fetch(site.url, policy=LOCAL).page

    assert page is not None
    assert page.charset is None
    assert page.media_type in {None, "text/x"}


def test_a_page_is_stamped_with_the_time_in_utc(site: Site) -> None:
    site.pages["/"] = reply(PAGE)
    berlin = timezone(timedelta(hours=2))

    page = fetch(site.url, policy=LOCAL, clock=lambda: datetime(2024, 6, 18, 9, 30, 0, 123, tzinfo=berlin)).page

    assert page is not None
    assert page.received == "2024-06-18T07:30:00+00:00"


def test_the_clock_of_the_machine_is_the_default(site: Site) -> None:
    site.pages["/"] = reply(PAGE)

    page = fetch(site.url, policy=LOCAL).page

    assert page is not None
    assert page.received is not None
    assert abs(datetime.now(UTC) - datetime.fromisoformat(page.received)) < timedelta(minutes=1)


def test_what_is_no_page_is_returned_all_the_same(site: Site) -> None:
    site.pages["/bild.png"] = reply(b"\x89PNG\r\n", Content_Type="image/png")

    page = fetch(f"{site.url}/bild.png", policy=LOCAL).page

    assert page is not None
    assert (page.content, page.media_type) == (b"\x89PNG\r\n", "image/png")


def test_the_fetcher_says_who_it_is(site: Site) -> None:
    site.pages["/"] = reply(PAGE)

    fetch(site.url, policy=LOCAL)

    (headers,) = site.headers
    assert re.fullmatch(r"lagebild/\d[\w.+]* \(\+https://pypi\.org/project/lagebild/\)", headers["User-Agent"])
    assert headers["Host"] == f"127.0.0.1:{site.server_port}"
    assert not {"Authorization", "Cookie", "Referer"} & headers.keys()


@pytest.mark.parametrize(
    ("coding", "content"),
    [
        ("gzip", gzip.compress(PAGE, mtime=0)),
        ("GZIP", gzip.compress(PAGE, mtime=0)),
        ("x-gzip", gzip.compress(PAGE, mtime=0)),
        ("deflate", zlib.compress(PAGE)),
        ("deflate", zlib.compress(PAGE, wbits=-15)),
        ("identity", PAGE),
    ],
    ids=["gzip", "in capitals", "old name", "deflate", "deflate without header", "not packed"],
)
def test_packed_pages_are_unpacked(site: Site, coding: str, content: bytes) -> None:
    site.pages["/"] = reply(content, Content_Encoding=coding)

    assert content_of(fetch(site.url, policy=LOCAL)) == PAGE


@pytest.mark.parametrize("coding", ["br", "zstd", "gzip, gzip", "gzip, identity", "rot13"])
def test_a_packing_that_was_not_asked_for_is_refused(site: Site, coding: str) -> None:
    site.pages["/"] = reply(PAGE, Content_Encoding=coding)

    assert f"packed as {coding}, which was not asked for" in failure(site.url)


def test_chunks_are_put_together(site: Site) -> None:
    site.pages["/"] = say(b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n3\r\nPut\r\n2;x=y\r\nin\r\n0\r\n\r\n")

    assert content_of(fetch(site.url, policy=LOCAL)) == b"Putin"


def test_the_validators_are_kept(site: Site) -> None:
    site.pages["/"] = reply(PAGE, ETag='W/"a1"', Last_Modified="Tue, 18 Jun 2024 07:00:00 GMT")

    fetched = fetch(site.url, policy=LOCAL)

    assert fetched.validators == Validators('W/"a1"', "Tue, 18 Jun 2024 07:00:00 GMT")
    assert not {"If-None-Match", "If-Modified-Since"} & site.headers[0].keys()


def test_an_unchanged_page_is_not_sent_again(site: Site) -> None:
    site.pages["/"] = reply(status=304, ETag='"a2"')

    fetched = fetch(site.url, policy=LOCAL, known=Validators('"a1"', "Tue, 18 Jun 2024 07:00:00 GMT"))

    assert fetched == Fetched(None, Validators('"a2"', "Tue, 18 Jun 2024 07:00:00 GMT"), 304)
    assert site.headers[0]["If-None-Match"] == '"a1"'
    assert site.headers[0]["If-Modified-Since"] == "Tue, 18 Jun 2024 07:00:00 GMT"


def test_unchanged_is_no_answer_to_a_first_question(site: Site) -> None:
    site.pages["/"] = reply(status=304)

    assert "HTTP 304" in failure(site.url, known=Validators())


def test_validators_cannot_smuggle_headers_in(site: Site) -> None:
    site.pages["/"] = reply(PAGE)

    fetch(site.url, policy=LOCAL, known=Validators('"a1"\r\nCookie: x=1'))

    assert site.headers[0]["If-None-Match"] == '"a1" Cookie: x=1'
    assert "Cookie" not in site.headers[0]


@pytest.mark.parametrize(
    ("status", "problem"),
    [
        (204, "HTTP 204; that is no page; check the address"),
        (401, "HTTP 401; the page needs a login"),
        (403, "HTTP 403; the site refuses programs"),
        (404, "HTTP 404; check the address"),
        (418, "HTTP 418; that is no page; check the address"),
        (429, "HTTP 429; too many requests; wait"),
        (503, "HTTP 503; the server is in trouble; try again later"),
    ],
)
def test_an_http_error_names_its_status_and_the_way_out(site: Site, status: int, problem: str) -> None:
    site.pages["/"] = reply(status=status)

    assert failure(site.url).startswith(f"{site.url}/: {problem}")


@pytest.mark.parametrize("status", [301, 302, 303, 307, 308])
def test_a_redirect_is_followed_and_both_addresses_are_kept(site: Site, status: int) -> None:
    site.pages["/a/alt"] = redirect("neu#top", status)
    site.pages["/a/neu"] = reply(PAGE)

    page = fetch(f"{site.url}/a/alt", policy=LOCAL).page

    assert page is not None
    assert (page.name, page.url) == (f"{site.url}/a/alt", f"{site.url}/a/neu")


def test_a_redirect_may_be_written_in_utf_8(site: Site) -> None:
    site.pages["/"] = redirect("/größe".encode().decode("latin-1"))
    site.pages["/gr%C3%B6%C3%9Fe"] = reply(PAGE)

    assert content_of(fetch(site.url, policy=LOCAL)) == PAGE


def test_a_redirect_to_a_file_is_refused(site: Site) -> None:
    site.pages["/"] = redirect("file:///etc/passwd")

    assert failure(site.url) == (
        f"{site.url}/: redirects to file:///etc/passwd: not an http or https address; begin it with https://"
    )


def test_a_redirect_with_a_password_is_refused(site: Site) -> None:
    site.pages["/"] = redirect(f"http://anna:geheim@127.0.0.1:{site.server_port}/x")

    assert "holds a user name or password" in failure(site.url)
    assert "geheim" not in failure(site.url)


def test_a_redirect_to_nowhere_is_an_error(site: Site) -> None:
    site.pages["/"] = reply(status=302)

    assert "HTTP 302; that is no page" in failure(site.url)


def test_redirects_in_a_circle_are_left(site: Site) -> None:
    site.pages["/a"] = redirect("/b")
    site.pages["/b"] = redirect("/a#b")

    assert f"redirects in a circle, back to {site.url}/a" in failure(f"{site.url}/a")
    assert site.asked == ["/a", "/b"]


def test_redirects_without_end_are_left(site: Site) -> None:
    for step in range(20):
        site.pages[f"/{step}"] = redirect(f"/{step + 1}")

    problem = failure(f"{site.url}/0", FetchPolicy(allow_private=True, obey_robots=False, max_redirects=3))

    assert problem == f"{site.url}/0: more than 3 redirects; check the address"
    assert site.asked == ["/0", "/1", "/2", "/3"]


def test_an_error_after_a_redirect_names_both_addresses(site: Site) -> None:
    site.pages["/alt"] = redirect("/neu")

    assert failure(f"{site.url}/alt") == f"{site.url}/alt: redirects to {site.url}/neu: HTTP 404; check the address"


def test_a_loopback_address_is_refused(site: Site) -> None:
    problem = failure(site.url, FetchPolicy())

    assert problem == f"{site.url}/: private address 127.0.0.1; allow it with --allow-private"
    assert site.asked == []


@pytest.mark.parametrize(
    ("location", "address"),
    [
        ("http://127.0.0.1/admin", "127.0.0.1"),
        ("http://169.254.169.254/latest/meta-data/", "169.254.169.254"),
        ("http://[::1]:8080/", "::1"),
        ("//intranet.example/", "10.0.0.7"),
    ],
)
def test_a_redirect_to_a_private_address_is_refused(
    internet: Internet, site: Site, location: str, address: str
) -> None:
    internet.names["intranet.example"] = ["10.0.0.7"]
    site.pages["/"] = redirect(location)

    problem = failure("http://news.example/", FetchPolicy(obey_robots=False))

    assert f"private address {address}; allow it with --allow-private" in problem
    assert internet.connected == ["93.184.216.34"]


def test_the_name_is_resolved_once_and_the_checked_address_is_connected_to(internet: Internet, site: Site) -> None:
    site.pages["/"] = redirect("/neu")
    site.pages["/neu"] = reply(PAGE)

    fetch("http://news.example/", policy=FetchPolicy())

    assert site.asked == ["/robots.txt", "/", "/neu"]
    assert internet.resolved == ["news.example"]
    assert internet.connected == ["93.184.216.34"] * 3
    assert {headers["Host"] for headers in site.headers} == {"news.example"}


def test_the_next_address_is_tried_where_the_first_is_dead(internet: Internet, site: Site) -> None:
    internet.names["news.example"] = ["93.184.216.99", "93.184.216.34"]
    site.pages["/"] = reply(PAGE)

    fetched = fetch("http://news.example/", policy=FetchPolicy(obey_robots=False))

    assert content_of(fetched) == PAGE
    assert internet.connected == ["93.184.216.99", "93.184.216.34"]


def test_a_host_that_refuses_is_an_error(internet: Internet) -> None:
    internet.servers.clear()

    assert "news.example cannot be reached" in failure("http://news.example/", FetchPolicy(obey_robots=False))


def test_an_international_name_is_asked_in_ascii(internet: Internet, site: Site) -> None:
    internet.names["xn--strae-oqa.example"] = ["93.184.216.34"]
    site.pages["/"] = reply(PAGE)

    fetch("http://straße.example:8080/", policy=FetchPolicy(obey_robots=False))

    assert site.headers[0]["Host"] == "xn--strae-oqa.example:8080"


@pytest.fixture
def secure(internet: Internet, site: Site, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Site:
    """The site of news.example under TLS, and a machine that trusts its certificate."""
    certificate = tmp_path / "certificate.pem"
    certificate.write_text(CERTIFICATE)
    monkeypatch.setenv("SSL_CERT_FILE", str(certificate))
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(certificate)
    site.socket = context.wrap_socket(site.socket, server_side=True)
    internet.names["fake.example"] = ["93.184.216.34"]
    return site


def test_a_certificate_is_checked_for_the_name_though_the_address_is_connected_to(secure: Site) -> None:
    secure.pages["/"] = reply(PAGE)

    fetched = fetch("https://news.example/", policy=FetchPolicy())

    assert content_of(fetched) == PAGE
    assert secure.headers[0]["Host"] == "news.example"


def test_a_certificate_for_another_name_is_refused(secure: Site) -> None:
    problem = failure("https://fake.example/", FetchPolicy(obey_robots=False))

    assert "the certificate of fake.example is not valid (Hostname mismatch" in problem
    assert secure.asked == []


def test_a_certificate_that_nobody_vouches_for_is_refused(secure: Site, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SSL_CERT_FILE", os.devnull)

    problem = failure("https://news.example/", FetchPolicy(obey_robots=False))

    assert "the certificate of news.example is not valid (self-signed certificate)" in problem.replace(
        "self signed", "self-signed"
    )
    assert secure.asked == []


def test_a_server_without_tls_is_an_error(internet: Internet) -> None:
    problem = failure("https://news.example/", FetchPolicy(obey_robots=False))

    assert "no secure connection to news.example" in problem
    assert internet.connected == ["93.184.216.34"]


@pytest.mark.usefixtures("secure")
def test_a_drip_under_tls_is_stopped_by_the_deadline(site: Site) -> None:
    site.pages["/"] = drip(b"HTTP/1.1 200 OK\r\n\r\n", b"x")

    assert "no whole answer within 0.5 s" in failure(
        "https://news.example/", FetchPolicy(obey_robots=False, timeout_s=0.5)
    )


def test_a_handshake_that_is_never_answered_is_stopped_by_the_deadline() -> None:
    with socket.create_server(("127.0.0.1", 0)) as silent:
        url = f"https://127.0.0.1:{silent.getsockname()[1]}/"

        assert "no whole answer within 0.5 s" in failure(url, FetchPolicy(allow_private=True, timeout_s=0.5))


def test_robots_txt_is_asked_first_and_obeyed(site: Site) -> None:
    site.pages["/robots.txt"] = reply(b"User-agent: lagebild\nDisallow: /intern")
    site.pages["/intern"] = reply(PAGE)

    assert failure(f"{site.url}/intern", POLITE) == (
        f"{site.url}/intern: robots.txt forbids it; if you may, fetch it with --ignore-robots"
    )
    assert site.asked == ["/robots.txt"]


def test_robots_txt_is_not_asked_where_it_is_ignored(site: Site) -> None:
    site.pages["/robots.txt"] = reply(b"User-agent: *\nDisallow: /")
    site.pages["/"] = reply(PAGE)

    assert content_of(fetch(site.url, policy=LOCAL)) == PAGE
    assert site.asked == ["/"]


def test_the_name_in_robots_txt_is_that_of_the_policy(site: Site) -> None:
    site.pages["/robots.txt"] = reply(b"User-agent: lagebild\nDisallow: /\n\nUser-agent: Pressespiegel\nAllow: /")
    site.pages["/"] = reply(PAGE)

    fetched = fetch(
        site.url, policy=FetchPolicy(user_agent="Pressespiegel/2 (post@spiegel.example)", allow_private=True)
    )

    assert content_of(fetched) == PAGE


@pytest.mark.parametrize("status", [401, 403, 404, 410])
def test_a_site_without_robots_txt_allows_all(site: Site, status: int) -> None:
    site.pages["/robots.txt"] = reply(b"User-agent: *\nDisallow: /", status=status)
    site.pages["/"] = reply(PAGE)

    assert content_of(fetch(site.url, policy=POLITE)) == PAGE


@pytest.mark.parametrize(
    "broken",
    [reply(status=500), reply(status=503), reset, say(b""), redirect("file:///x"), redirect("")],
    ids=["500", "503", "reset", "nothing", "file", "circle"],
)
def test_robots_txt_that_cannot_be_read_forbids_all(site: Site, broken: Callable[[Handler], None]) -> None:
    site.pages["/robots.txt"] = broken
    site.pages["/"] = reply(PAGE)

    problem = failure(site.url, POLITE)

    assert problem.startswith(f"{site.url}/: its robots.txt cannot be read (")
    assert problem.endswith("which forbids all; try again later, or use --ignore-robots")
    assert "/" not in site.asked


def test_robots_txt_may_be_redirected_and_packed(site: Site) -> None:
    site.pages["/robots.txt"] = redirect("/rules/robots.txt")
    site.pages["/rules/robots.txt"] = reply(gzip.compress(b"User-agent: *\nDisallow: /"), Content_Encoding="gzip")

    assert "robots.txt forbids it" in failure(site.url, POLITE)


def test_robots_txt_cannot_lead_to_a_private_address(internet: Internet, site: Site) -> None:
    site.pages["/robots.txt"] = redirect("http://127.0.0.1/")
    site.pages["/"] = reply(PAGE)

    assert "its robots.txt cannot be read (private address 127.0.0.1)" in failure("http://news.example/", FetchPolicy())
    assert internet.connected == ["93.184.216.34"]


def test_a_huge_robots_txt_is_read_as_far_as_the_limit(site: Site) -> None:
    packed = gzip.compress(b"User-agent: *\nDisallow: /intern\n" + (b"#" * 99 + b"\n") * 200_000)
    site.pages["/robots.txt"] = reply(packed, Content_Encoding="gzip")

    assert "robots.txt forbids it" in failure(f"{site.url}/intern", POLITE)


def test_a_redirect_is_checked_against_robots_txt_of_its_own_host(site: Site, other_site: Site) -> None:
    site.pages["/"] = redirect(f"{other_site.url}/intern")
    other_site.pages["/robots.txt"] = reply(b"User-agent: *\nDisallow: /intern")
    other_site.pages["/intern"] = reply(PAGE)

    assert failure(site.url, POLITE).startswith(
        f"{site.url}/: redirects to {other_site.url}/intern: robots.txt forbids it"
    )
    assert other_site.asked == ["/robots.txt"]


def test_robots_txt_is_remembered_during_a_fetch(site: Site) -> None:
    site.pages["/a"] = redirect("/b")
    site.pages["/b"] = reply(PAGE)

    fetch(f"{site.url}/a", policy=POLITE)

    assert site.asked == ["/robots.txt", "/a", "/b"]


@cache
def bomb(wbits: int) -> bytes:
    """Return 200 MB of zeros, packed."""
    packer = zlib.compressobj(9, wbits=wbits)
    zeros = bytes(1_000_000)
    return b"".join([*(packer.compress(zeros) for _ in range(200)), packer.flush()])


@pytest.mark.parametrize(("coding", "wbits"), [("gzip", 31), ("deflate", 15), ("deflate", -15)])
@pytest.mark.parametrize("framing", ["length", "chunked"])
def test_a_bomb_is_stopped_early_in_little_memory(site: Site, coding: str, wbits: int, framing: str) -> None:
    packed = bomb(wbits)
    head = f"HTTP/1.1 200 OK\r\nContent-Encoding: {coding}\r\n"
    if framing == "chunked":
        packed = b"%x\r\n%b\r\n0\r\n\r\n" % (len(packed), packed)
        head += "Transfer-Encoding: chunked\r\n\r\n"
    else:
        head += f"Content-Length: {len(packed)}\r\n\r\n"
    site.pages["/"] = say(head.encode() + packed)
    tracemalloc.start()

    problem = failure(site.url, FetchPolicy(allow_private=True, obey_robots=False, max_bytes=1_000_000))
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()

    assert problem == f"{site.url}/: larger than 1,000,000 bytes; give the address of a single page"
    assert peak < 10_000_000


def test_a_page_of_just_the_limit_is_taken(site: Site) -> None:
    site.pages["/"] = reply(gzip.compress(bytes(100_000)), Content_Encoding="gzip")

    fetched = fetch(site.url, policy=FetchPolicy(allow_private=True, obey_robots=False, max_bytes=100_000))

    assert content_of(fetched) == bytes(100_000)


@pytest.mark.parametrize(
    "head",
    [
        b"Content-Length: 9999999999\r\n\r\n",
        b"Content-Length: -1\r\n\r\n",
        b"Content-Length: many\r\n\r\n",
        b"Transfer-Encoding: chunked\r\n\r\nfffffffff\r\n",
        b"Transfer-Encoding: chunked\r\n\r\n-1\r\n",
        b"\r\n",
    ],
    ids=["too long", "negative", "no number", "huge chunk", "negative chunk", "none said"],
)
def test_a_page_without_end_is_stopped_at_the_limit(site: Site, head: bytes) -> None:
    site.pages["/"] = drip(b"HTTP/1.1 200 OK\r\n" + head, b"x" * 1_000_000)

    assert "larger than 100,000 bytes" in failure(
        site.url, FetchPolicy(allow_private=True, obey_robots=False, max_bytes=100_000)
    )


@pytest.mark.parametrize(
    "piece",
    [b"X: " + b"x" * 60_000 + b"\r\n", b"X: 1\r\n" * 1_000, b"x" * 100_000],
    ids=["few long", "many short", "one line"],
)
def test_headers_without_end_are_left(site: Site, piece: bytes) -> None:
    site.pages["/"] = drip(b"HTTP/1.1 200 OK\r\n", piece)

    assert "; check the address" in failure(site.url)


def test_a_server_that_says_continue_for_ever_is_left(site: Site) -> None:
    site.pages["/"] = drip(b"", b"HTTP/1.1 100 Continue\r\n\r\n" * 1_000)

    assert "its headers do not end" in failure(site.url)


@pytest.mark.parametrize(
    ("head", "piece"),
    [
        (b"", b"H"),
        (b"", b"HTTP/1.1 100 Continue\r\n\r\n"),
        (b"HTTP/1.1 200 OK\r\nX: ", b"x"),
        (b"HTTP/1.1 200 OK\r\n\r\n", b"x"),
        (b"HTTP/1.1 200 OK\r\nContent-Length: 1000000\r\n\r\n", b"x"),
        (b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n", b"0"),
        (b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n", b"1\r\nx\r\n"),
        (b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n", b"X: 1\r\n"),
    ],
    ids=["status", "continue", "header", "page", "page of known length", "chunk size", "chunk", "trailer"],
)
def test_a_slow_drip_is_stopped_by_the_deadline(site: Site, head: bytes, piece: bytes) -> None:
    site.pages["/"] = drip(head, piece)
    begun = time.monotonic()

    problem = failure(site.url, FetchPolicy(allow_private=True, obey_robots=False, timeout_s=0.5))

    assert problem == f"{site.url}/: no whole answer within 0.5 s; try again later"
    assert time.monotonic() - begun > 0.4


def test_the_deadline_holds_for_all_redirects_together(site: Site) -> None:
    def linger(handler: Handler) -> None:
        handler.server.closing.wait(0.2)
        redirect(f"/{int(handler.path[1:]) + 1}")(handler)

    site.pages = {f"/{step}": linger for step in range(20)}
    policy = FetchPolicy(allow_private=True, obey_robots=False, timeout_s=0.5, max_redirects=20)

    assert "no whole answer within 0.5 s" in failure(f"{site.url}/0", policy)
    assert len(site.asked) <= 4


def test_no_time_at_all_is_an_error(site: Site) -> None:
    assert "no whole answer within 0 s" in failure(site.url, FetchPolicy(allow_private=True, timeout_s=0))


@pytest.mark.parametrize(
    "broken",
    [
        pytest.param(say(b"HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\nPutin"), id="too short"),
        pytest.param(say(b"HTTP/1.1 200 OK\r\nContent-Length: 3, 4\r\n\r\nPutin"), id="two lengths"),
        pytest.param(say(b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n9\r\nPutin"), id="chunk cut"),
        pytest.param(say(b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nPutin"), id="no chunk"),
        pytest.param(say(b""), id="nothing"),
        pytest.param(reset, id="reset"),
    ],
)
def test_an_answer_that_breaks_off_is_an_error(site: Site, broken: Callable[[Handler], None]) -> None:
    site.pages["/"] = broken

    assert failure(site.url) == f"{site.url}/: 127.0.0.1 broke off before the answer was complete; try again later"


def test_what_comes_after_the_promised_length_is_not_read(site: Site) -> None:
    site.pages["/"] = say(b"HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\nPutin and more")

    assert content_of(fetch(site.url, policy=LOCAL)) == b"Putin"


def test_damaged_packing_is_an_error(site: Site) -> None:
    site.pages["/"] = reply(b"no gzip at all", Content_Encoding="gzip")

    assert "its compression is damaged; try again later" in failure(site.url)


def test_a_server_of_another_kind_is_an_error(site: Site) -> None:
    site.pages["/"] = say(b"220 mail.example ESMTP\r\n")

    assert "127.0.0.1 does not answer as a web server does" in failure(site.url)


def test_a_port_where_nobody_listens_is_an_error() -> None:
    with socket.socket() as bound:
        bound.bind(("127.0.0.1", 0))

        assert "127.0.0.1 cannot be reached" in failure(f"http://127.0.0.1:{bound.getsockname()[1]}/")
