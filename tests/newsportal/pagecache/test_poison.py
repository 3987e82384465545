"""What strangers send over the line to have others served something else: real servers, requests byte by byte."""

import socket
from urllib.parse import quote

import pytest
from django.urls import reverse

from newsportal import pagecache
from tests.factories import create_published
from tests.servers import free_port, get, granian, gunicorn, portal

HEAD = "Host: 127.0.0.1:{port}\r\nConnection: close\r\n"
GET = "GET {path} HTTP/1.1\r\n" + HEAD
REQUESTS = {
    "body in a GET": GET + "Content-Length: 30\r\n\r\nq=jahat&headline=Jahat&next=//x",
    "chunked body in a GET": GET + "Transfer-Encoding: chunked\r\n\r\n5\r\njahat\r\n0\r\n\r\n",
    "length and chunks": GET
    + "Content-Length: 4\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\nGET /jahat/ HTTP/1.1\r\nHost: x\r\n\r\n",
    "two lengths": GET + "Content-Length: 0\r\nContent-Length: 9\r\n\r\n",
    "two hosts": "GET {path} HTTP/1.1\r\nHost: evil.example\r\n" + HEAD + "\r\n",
    "no host": "GET {path} HTTP/1.1\r\nConnection: close\r\n\r\n",
    "whole address": "GET http://evil.example{path} HTTP/1.1\r\n" + HEAD + "\r\n",
    "forwarded": GET
    + "X-Forwarded-Host: evil.example\r\nForwarded: host=evil.example\r\nX-Original-URL: /jahat/\r\n"
    + "X-Rewrite-URL: /jahat/\r\nX-HTTP-Method-Override: POST\r\nX-Forwarded-Prefix: /jahat\r\n\r\n",
    "underscores": GET + "X_Forwarded_Host: evil.example\r\nHTTP_HOST: evil.example\r\n\r\n",
    "script name": GET + "SCRIPT_NAME: /jahat\r\nScript-Name: /jahat\r\n\r\n",
    "huge header": GET + "X-Junk: " + "jahat" * 20_000 + "\r\n\r\n",
    "many headers": GET + "".join(f"X-{n}: jahat\r\n" for n in range(300)) + "\r\n",
    "odd encodings": GET + "Accept-Encoding: br;q=1e9999, \x00, gzip;q=-1, *;q=nan\r\n\r\n",
    "broken line in a parameter": "GET {path}?utm=%0d%0aSet-Cookie:%20jahat=1 HTTP/1.1\r\n" + HEAD + "\r\n",
    "dots and slashes": "GET /jahat/..{path}?x=/../ HTTP/1.1\r\n" + HEAD + "\r\n",
    "unknown method": "JAHAT {path} HTTP/1.1\r\n" + HEAD + "\r\n",
    "HEAD that wants a body": "HEAD {path} HTTP/1.1\r\n" + HEAD + "Range: bytes=0-3\r\nIf-Range: x\r\n\r\n",
    "junk": "\x16\x03\x01jahat\r\n\r\n",
}


@pytest.fixture(params=[gunicorn, granian], ids=["gunicorn", "granian"])
def served(request, layer, settings, tmp_path, transactional_db):
    if request.param is granian:
        pytest.importorskip("granian", reason="granian is not installed: it is the extra [fast].")
    settings.PAGE_CACHE_DIR = tmp_path / "pages"
    pagecache.shared.cache_clear()
    port = free_port()
    with portal(port, tmp_path, server=request.param):
        yield port


def send(port: int, data: str) -> bytes:
    """Everything that the server says to these bytes."""
    answer = b""
    with socket.create_connection(("127.0.0.1", port), timeout=20) as line:
        try:
            line.sendall(data.encode("latin-1"))
            line.shutdown(socket.SHUT_WR)
            while more := line.recv(65_536):
                answer += more
        except ConnectionError:
            pass  # it hung up, which is an answer too
    return answer


def test_nothing_that_is_sent_gets_into_the_page_of_others(served, tmp_path):
    """Each is sent before anyone else has asked for the page, and again when it is kept."""
    stories = {name: create_published(headline=f"Kabar tentang {name}") for name in REQUESTS}

    for name, request in REQUESTS.items():
        path = stories[name].get_absolute_url()
        for _time in range(2):
            answer = send(served, request.format(path=path, port=served))
            assert b"HTTP/1.1 500" not in answer, name
            status, headers, body = get(served, path)

            assert (status, stories[name].headline in body.decode()) == (200, True), name
            assert b"jahat" not in body and b"evil" not in body, name
            assert "jahat" not in str(headers) and "Set-Cookie" not in headers, name

    made = (tmp_path / "made").read_text()
    for story in stories.values():
        get(served, story.get_absolute_url())
    assert (tmp_path / "made").read_text() == made


def test_prefix_that_a_stranger_names_is_no_prefix(site):
    """gunicorn takes the header SCRIPT_NAME from a proxy on its own machine, which may have passed it on."""
    story = create_published()

    prefixed = site.get("/", SCRIPT_NAME="/latest")

    assert prefixed.body == site.get("/latest/").body
    assert story.get_absolute_url().startswith("/articles/")
    assert b"/latest/latest/" not in site.get("/").body
    assert site.get("/login/", SCRIPT_NAME="/admin").status == 200
    assert site.get("/articles/", SCRIPT_NAME="/jahat").status == 404
    assert reverse("articles:latest") == "/latest/"


def test_page_under_an_address_too_long_to_keep_is_for_no_cache(site):
    create_published()

    answer = site.get(f"/search/?q={quote('🙂' * 190)}")

    assert answer.status == 200
    assert "public" not in answer.headers.get("Cache-Control", "")
    assert "Surrogate-Key" not in answer.headers
