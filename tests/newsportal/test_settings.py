"""Settings are read when the process starts, so each test starts one."""

import os
import subprocess
import sys

import pytest
from django.conf import settings

PRODUCTION = {"SECRET_KEY": "x" * 60, "SITE_URL": "https://news.example", "ALLOWED_HOSTS": "news.example"}


def start(**environment):
    """What a fresh process with nothing but `environment` says when it loads the site's handler."""
    code = "import newsportal.wsgi; from django.conf import settings; print(settings.DATABASES['default']['ENGINE'])"
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


def test_database_url_names_the_server():
    result = start(**PRODUCTION, DATABASE_URL="postgres://news:secret@db.example/news")

    assert result.stdout.strip() == "django.db.backends.postgresql"


def test_without_database_url_the_embedded_engine_serves():
    assert start(**PRODUCTION).stdout.strip() == "newsportal.embedded"
