"""robots.txt, humans.txt and security.txt."""

from urllib.robotparser import RobotFileParser

import pytest
import time_machine
from django.conf import settings
from django.urls import reverse
from django.utils.dateparse import parse_datetime

from tests.factories import create_published


def test_robots_may_read_everything_but_the_desk_and_readers_own_pages(client):
    response = client.get("/robots.txt")
    rules = RobotFileParser()
    rules.parse(response.text.splitlines())

    assert response.headers["Content-Type"] == "text/plain; charset=utf-8"
    for address in (
        "/",
        "/latest/",
        create_published().get_absolute_url(),
        "/people/",
        "/search/?q=kapal",
        "/feed.rss",
    ):
        assert rules.can_fetch("Googlebot", address), address
    for address in ("/admin/", "/admin/articles/article/", reverse("articles:commenter_replies")):
        assert not rules.can_fetch("Googlebot", address), address


def test_robots_are_told_of_sitemaps_that_are_there(client):
    create_published()
    rules = RobotFileParser()
    rules.parse(client.get("/robots.txt").text.splitlines())

    assert rules.site_maps() == [f"{settings.SITE_URL}/sitemap.xml", f"{settings.SITE_URL}/news-sitemap.xml"]
    for address in rules.site_maps():
        answer = client.get(address.removeprefix(settings.SITE_URL))
        assert answer.status_code == 200 and answer.headers["Content-Type"] == "application/xml", address


def test_humans_learn_what_the_site_is(client):
    response = client.get("/humans.txt")

    assert response.headers["Content-Type"] == "text/plain; charset=utf-8"
    assert settings.SITE_NAME in response.text
    assert f"{settings.SITE_URL}/sources/" in response.text


def test_name_of_the_site_stands_in_plain_text_as_it_is(client, settings):
    settings.SITE_NAME = "Kabar & Warta"

    assert "Kabar & Warta" in client.get("/humans.txt").text


@pytest.mark.parametrize("contact", ["mailto:keamanan@news.example", "https://news.example/lapor"])
@time_machine.travel("2026-12-31T18:00:00Z")
def test_security_contact_is_stated_and_expires_within_a_year(client, settings, contact):
    settings.SECURITY_CONTACT = contact
    settings.SITE_LANGUAGE = "id"

    response = client.get("/.well-known/security.txt")
    fields = dict(line.split(": ", 1) for line in response.text.splitlines())

    assert response.headers["Content-Type"] == "text/plain; charset=utf-8"
    assert fields["Contact"] == contact
    assert parse_datetime(fields["Expires"]) == parse_datetime("2027-12-01T00:00:00Z")
    assert fields["Preferred-Languages"] == "id, en"
    assert fields["Canonical"] == f"{settings.SITE_URL}/.well-known/security.txt"


def test_without_a_contact_there_is_no_security_txt(client):
    assert client.get("/.well-known/security.txt").status_code == 404


@pytest.mark.parametrize("address", ["/robots.txt", "/humans.txt"])
def test_plain_files_are_the_same_for_everyone(client, desk, address):
    response = client.get(address)

    assert response.content == desk.get(address).content
    assert response.headers["Cache-Control"].startswith("public, max-age=0, must-revalidate, s-maxage=")
    assert "@" not in response.text
