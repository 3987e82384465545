"""Settings are read when the process starts, so each test starts one."""

import os
import subprocess
import sys

import pytest
from django.conf import settings

PRODUCTION = {"SECRET_KEY": "x" * 60, "SITE_URL": "https://news.example", "ALLOWED_HOSTS": "news.example"}


ENGINE = "import newsportal.wsgi; from django.conf import settings; print(settings.DATABASES['default']['ENGINE'])"


def start(code=ENGINE, **environment):
    """What a fresh process with nothing but `environment` says when it runs `code`: loads the site's handler."""
    return subprocess.run(
        [sys.executable, "-c", code],
        cwd=settings.BASE_DIR,
        env={"PATH": os.environ["PATH"], **environment},
        capture_output=True,
        text=True,
        timeout=60,
    )


@pytest.mark.parametrize("missing", PRODUCTION)
def test_missing_setting_stops_the_start_and_says_what_to_set(missing):
    result = start(**{name: value for name, value in PRODUCTION.items() if name != missing})

    assert result.returncode != 0
    assert f"{missing} is not set. Set it to " in result.stderr


@pytest.mark.parametrize(("name", "value"), [("DEBUG", "True"), ("SERVE_MEDIA", "yes"), ("SITE_LANGUAGE", "fr")])
def test_value_that_means_nothing_stops_the_start(name, value):
    result = start(**PRODUCTION, **{name: value})

    assert result.returncode != 0
    assert f"{name} is {value!r}. Set it to" in result.stderr


def test_letters_by_an_unknown_scheme_stop_the_start_and_say_what_to_set():
    result = start(**PRODUCTION, EMAIL_URL="smtp+tls://user:secret@mail.example:587")

    assert result.returncode != 0
    assert "Set it to submission://user:password@host:587" in result.stderr
    assert "secret@" not in result.stderr.splitlines()[-1]


def test_pictures_may_come_from_where_uploads_are_kept_and_from_nowhere_else():
    kept = {"S3_BUCKET": "news", "S3_ENDPOINT_URL": "https://s3.example", "MEDIA_URL": "https://cdn.example/news/"}
    code = "from newsportal.settings import *; print(*CONTENT_SECURITY_POLICY['DIRECTIVES']['img-src'])"

    assert start(code, **PRODUCTION, **kept).stdout.split() == [
        "'self'",
        "https://s3.example",
        "https://news.s3.example",
        "https://cdn.example",
    ]
    assert start(code, **PRODUCTION).stdout.split() == ["'self'"]


def test_replicas_are_read_servers_beside_the_first():
    replicas = "postgres://news@10.0.0.1/news, postgres://news@10.0.0.2/news"
    code = "from newsportal.settings import *; print(*DATABASE_REPLICAS, *[d['HOST'] for d in DATABASES.values()])"

    found = start(code, **PRODUCTION, DATABASE_URL="postgres://news@db.example/news", DATABASE_REPLICA_URLS=replicas)

    assert found.stdout.split() == ["replica1", "replica2", "db.example", "10.0.0.1", "10.0.0.2"]


def test_database_url_names_the_server():
    result = start(**PRODUCTION, DATABASE_URL="postgres://news:secret@db.example/news")

    assert result.stdout.strip() == "django.db.backends.postgresql"


def test_without_database_url_the_embedded_engine_serves():
    assert start(**PRODUCTION).stdout.strip() == "newsportal.embedded"
