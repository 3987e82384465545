"""What the page cache gives to readers."""

import gzip

import brotli
import pytest
from django.test import Client
from django.urls import reverse

from tests.factories import create_comment, create_editor, create_published, create_section


def test_page_is_made_once_and_is_the_same_bytes(site):
    story = create_published()

    first, second = site.get(story.get_absolute_url()), site.get(story.get_absolute_url())

    assert first.status == second.status == 200
    assert first.body == second.body
    assert story.headline in first.body.decode()
    assert len(site.made) == 1


def test_another_process_finds_the_page_in_the_shared_layer(site, layer):
    create_published()
    body = site.get("/").body
    other = type(site)()

    assert other.get("/").body == body
    assert other.made == []


def test_page_comes_in_the_encoding_that_is_asked_for(site):
    create_published(body=f"<p>{'Kapal berangkat. ' * 100}</p>")
    plain = site.get("/latest/")
    packed = site.get("/latest/", HTTP_ACCEPT_ENCODING="gzip, deflate")
    small = site.get("/latest/", HTTP_ACCEPT_ENCODING="gzip, deflate, br, zstd")

    assert "Content-Encoding" not in plain.headers
    assert (packed.headers["Content-Encoding"], gzip.decompress(packed.body)) == ("gzip", plain.body)
    assert (small.headers["Content-Encoding"], brotli.decompress(small.body)) == ("br", plain.body)
    assert {answer.headers["Vary"] for answer in (plain, packed, small)} == {"Accept-Encoding"}
    assert len({answer.headers["ETag"] for answer in (plain, packed, small)}) == 3
    assert all(int(answer.headers["Content-Length"]) == len(answer.body) for answer in (plain, packed, small))
    assert len(site.made) == 1


@pytest.mark.parametrize(
    ("header", "encoding"),
    [
        ("br;q=0, gzip;q=0.5", "gzip"),
        ("BR", "br"),
        ("*", "br"),
        ("gzip;q=1, br;q=0.1", "gzip"),
        ("identity", None),
        ("*;q=0", None),
        ("gzip;q=banana", None),
        (",,;;=", None),
        ("x" * 100_000, None),
    ],
)
def test_odd_encodings_are_understood_or_answered_plainly(site, header, encoding):
    create_published()

    assert site.get("/", HTTP_ACCEPT_ENCODING=header).headers.get("Content-Encoding") == encoding


def test_known_page_answers_304_without_a_body(site):
    create_published()
    tag = site.get("/").headers["ETag"]

    for header in (tag, f"W/{tag}", f'"other", {tag}', "*"):
        answer = site.get("/", HTTP_IF_NONE_MATCH=header)
        assert (answer.status, answer.body, answer.headers["ETag"]) == (304, b"", tag)
        assert "s-maxage" in answer.headers["Cache-Control"]
    assert site.get("/", HTTP_IF_NONE_MATCH='"other"').status == 200
    assert site.get("/", HTTP_IF_NONE_MATCH=tag, HTTP_ACCEPT_ENCODING="br").status == 200


def test_head_has_the_header_and_no_body(site):
    create_published()

    head, page = site.get("/", "HEAD"), site.get("/")

    assert head.body == b""
    assert head.headers == page.headers | {"Cache-Control": head.headers["Cache-Control"]}
    assert len(site.made) == 1


def test_header_tells_caches_in_front_how_long_and_by_which_keys(site):
    story = create_published(section=create_section())

    headers = site.get(story.get_absolute_url()).headers

    assert headers["Cache-Control"].startswith("public, max-age=0, must-revalidate, s-maxage=3")
    assert headers["Cache-Control"].endswith("stale-while-revalidate=60, stale-if-error=86400")
    assert {f"article:{story.pk}", "site", "sections", f"replies:{story.pk}"} <= set(headers["Surrogate-Key"].split())


def test_signed_in_editor_sees_the_live_page_and_nothing_of_it_is_stored(site):
    create_published()
    client = Client()
    client.force_login(create_editor())
    cookie = f"sessionid={client.cookies['sessionid'].value}"
    site.get("/")

    answers = [site.get("/", HTTP_COOKIE=cookie) for _each in range(2)]

    assert len(site.made) == 3
    assert all(answer.headers["Cache-Control"] == "private, no-store" for answer in answers)
    assert all("Surrogate-Key" not in answer.headers for answer in answers)
    site.get("/")
    assert len(site.made) == 3


@pytest.mark.parametrize(
    "cookie", ["sessionid=junk", f"sessionid={'a' * 32}", "_ga=1; theme=dark", "\x00;;=", "a" * 50_000]
)
def test_junk_cookie_gets_the_kept_page(site, cookie):
    create_published()
    body = site.get("/").body

    assert site.get("/", HTTP_COOKIE=cookie).body == body
    assert len(site.made) == 1


def test_unknown_parameters_neither_split_nor_poison_the_page(site):
    create_published()
    body = site.get("/latest/").body

    for query in (
        "utm_source=x",
        "fbclid=y&utm_medium=<script>",
        "q=kapal",
        "&&&=",
        "before=",
        "%ff=%00",
        "a=1&" * 2000,
    ):
        assert site.get(f"/latest/?{query}").body == body
    assert site.made == ["/latest/"]


def test_view_sees_only_the_parameters_that_it_names(client):
    create_published()

    assert b"utm_source" not in client.get("/latest/?utm_source=x").content
    assert client.get("/latest/?utm_source=x").content == client.get("/latest/").content


def test_parameters_that_the_view_names_are_pages_of_their_own(site):
    for _each in range(25):
        create_published()
    following = site.get("/latest/").body.decode().split('rel="next" href="')[1].split('"')[0]

    assert site.get(f"/latest/{following}").body != site.get("/latest/").body
    assert len(site.made) == 2


@pytest.mark.parametrize("address", ["/quotes/007/", "/quotes/7"])
def test_other_spellings_of_a_number_are_no_other_page(site, address):
    site.get(address)

    assert all("007" not in made for made in site.made)


def test_forged_headers_reach_neither_the_page_nor_its_key(site):
    story = create_published()
    forged = {
        "HTTP_X_FORWARDED_HOST": "evil.example",
        "HTTP_X_FORWARDED_PROTO": "https",
        "HTTP_X_ORIGINAL_URL": "/admin/",
        "HTTP_X_HTTP_METHOD_OVERRIDE": "POST",
        "HTTP_ACCEPT_LANGUAGE": "id",
        "HTTP_RANGE": "bytes=0-9",
        "HTTP_X_JUNK": "x" * 100_000,
        "CONTENT_LENGTH": "1000000",
    }

    body = site.get(story.get_absolute_url(), HTTP_HOST="localhost:8000", **forged).body

    assert b"evil.example" not in body and b"localhost" not in body
    assert site.get(story.get_absolute_url()).body == body
    assert len(site.made) == 1


@pytest.mark.parametrize("host", ["evil.example", "127.0.0.1@evil.example", "", "[", "x" * 10_000])
def test_foreign_host_is_refused_and_keeps_nothing(site, host):
    create_published()

    assert site.get("/", HTTP_HOST=host).status == 400
    assert site.get("/").status == 200


def test_only_pages_that_a_view_marked_are_kept(site):
    story = create_published()
    for _each in range(2):
        assert site.get("/admin/login/").status == 200
        assert site.get(reverse("articles:comment_create", args=[story.pk])).status == 200
        assert site.get("/nowhere/").status == 404
        assert site.get("/tags/nothing/").status == 404
        assert site.get("/latest/?before=junk").status == 400
        assert site.get("/", "POST").status == 403

    assert len(site.made) == 12


def test_memory_of_a_process_and_files_of_a_machine_are_bounded(site, layer, settings):
    settings.PAGE_CACHE_DISK_BYTES = 200_000
    site = type(site)()
    site.application.private.shelves[False].most = 100_000
    story = create_published()
    for _each in range(30):
        site.get(create_comment(story).get_absolute_url())

    assert site.application.private.shelves[False].size <= 100_000
    layer().sweep()
    assert sum(path.stat().st_size for path in layer().directory.glob("*/*")) <= 200_000
