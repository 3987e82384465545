"""The files of docs/deploy/, as they stand there."""

import json
import os
import re
import shutil
import subprocess
from contextlib import contextmanager

import pytest
from django.conf import settings as site_settings
from django.core.management import call_command
from django.templatetags.static import static

from articles.measuring.servers import nginx
from newsportal import pagecache
from tests.factories import create_photo, create_published
from tests.newsportal.pagecache.conftest import layer  # noqa: F401 -- a fixture
from tests.newsportal.test_s3 import POLICY, bucket, store  # noqa: F401 -- two of them fixtures
from tests.servers import free_port, get, portal, program

FILES = site_settings.BASE_DIR / "docs/deploy"
UNITS = ("newsportal.socket", "newsportal.service", "newsportal-worker.service")


@pytest.mark.parametrize("server", ["gunicorn", "granian"])
def test_units_are_sound(tmp_path, server):
    program("systemd-analyze")
    for name in ("gunicorn", "granian", "python"):  # what they start must be there
        shutil.copy("/bin/true", tmp_path / name)
    for unit in UNITS:
        text = (FILES / unit).read_text().replace("/srv/newsportal/.venv/bin", str(tmp_path))
        (tmp_path / unit).write_text(text.replace("/srv/newsportal", str(tmp_path)))
    if server == "granian":
        (tmp_path / "newsportal.service.d").mkdir()
        dropped = (FILES / "newsportal-granian.conf").read_text().replace("/srv/newsportal/.venv/bin", str(tmp_path))
        (tmp_path / "newsportal.service.d/granian.conf").write_text(dropped)

    command = ["systemd-analyze", "verify", *(str(tmp_path / unit) for unit in UNITS)]
    said = subprocess.run(
        command, capture_output=True, text=True, timeout=60, env=os.environ | {"SYSTEMD_UNIT_PATH": f"{tmp_path}:"}
    )

    assert (said.returncode, said.stdout + said.stderr) == (0, "")


def test_settings_file_names_only_settings_that_there_are():
    known = (site_settings.BASE_DIR / "newsportal/settings.py").read_text()
    told = (site_settings.BASE_DIR / "docs/deploy.md").read_text()

    for name in re.findall(r"^#?([A-Z0-9_]+)=", (FILES / "newsportal.env").read_text(), re.MULTILINE):
        assert f'"{name}"' in known and f"`{name}`" in told


def test_every_setting_is_told():
    """The environment is read in settings.py only, so every name in it is a setting."""
    known = (site_settings.BASE_DIR / "newsportal/settings.py").read_text()
    names = re.findall(r'(?:environ\.get|required|flag)\("([A-Z0-9_]+)"', known)
    told = (site_settings.BASE_DIR / "docs/deploy.md").read_text()

    assert [name for name in names if f"`{name}`" not in told] == []


def test_policy_of_the_bucket_is_the_one_that_is_tested():
    assert json.loads((FILES / "bucket-policy.json").read_text()) == POLICY


@contextmanager
def nginx_as_told(directory, origin: int, *changes: tuple[str, str]):
    """deploy/nginx.conf in front of the portal at a port, without TLS; `changes` are patterns and what to put there."""
    port = free_port()
    text = (FILES / "nginx.conf").read_text()
    for pattern, put in (
        ("127.0.0.1:8400", f"127.0.0.1:{origin}"),
        ("listen 80;", f"listen 127.0.0.1:{free_port()};"),
        ("listen 443 ssl http2", f"listen 127.0.0.1:{port}"),
        ("ssl_certificate.*", ""),
        ("/var/lib/newsportal/media/", f"{directory}/media/"),
        *changes,
    ):
        text, number = re.subn(pattern, put, text, flags=re.MULTILINE)
        assert number, pattern
    with nginx(port, directory / "nginx", f"include /etc/nginx/mime.types;\n{text}"):
        yield port


def test_nginx_serves_pages_and_pictures(layer, settings, tmp_path, transactional_db):  # noqa: F811
    program("nginx")
    settings.PAGE_CACHE_DIR = tmp_path / "pages"
    settings.MEDIA_ROOT = tmp_path / "media"
    pagecache.shared.cache_clear()
    photo = create_photo()
    story = create_published(lead_photo=photo)
    origin = free_port()
    with portal(origin, tmp_path), nginx_as_told(tmp_path, origin) as port:
        status, _headers, body = get(port, story.get_absolute_url(), Host="127.0.0.1")
        picture = get(port, photo.rendition_url(40, "webp"), Host="127.0.0.1")

    assert status == 200 and story.headline in body.decode()
    assert (picture[0], picture[1]["Content-Type"], picture[1]["X-Content-Type-Options"]) == (
        200,
        "image/webp",
        "nosniff",
    )


def test_nginx_fetches_pictures_and_static_files_from_the_bucket(bucket, settings, tmp_path):  # noqa: F811
    program("nginx")
    settings.MEDIA_URL, settings.STATIC_ROOT = "/media/", tmp_path
    settings.STORAGES = settings.STORAGES | {"staticfiles": {"BACKEND": "newsportal.s3.StaticFilesStorage"}}
    call_command("collectstatic", interactive=False, verbosity=0)
    photo = create_photo()
    original = photo.file.name
    host = f"127.0.0.1:{bucket.port}"
    opened = (r"^    #(?=location|    |\})", "    "), ("https://s3.example", f"http://{host}"), ("s3.example", host)
    on_disk = (r"^    location /media/ \{[^}]*\}", "")
    with nginx_as_told(tmp_path, free_port(), on_disk, *opened) as port:
        picture = get(port, photo.rendition_url(40, "webp"), Cookie="sessionid=x", Authorization="Bearer x")
        style = get(port, static("css/base.css"))
        refused = get(port, f"/media/{original}")

    status, headers, _body = picture
    assert (status, headers["Content-Type"], headers["X-Content-Type-Options"]) == (200, "image/webp", "nosniff")
    assert headers["Cache-Control"] == "public, max-age=31536000, immutable"
    assert (style[0], style[1]["Content-Type"]) == (200, "text/css") and b"@layer" in style[2]
    assert refused[0] == 403


def test_compose_file_is_sound():
    program("docker-compose")
    values = os.environ | {"SECRET_KEY": "a", "DATABASE_PASSWORD": "b"}
    command = ["docker-compose", "-f", str(FILES / "compose.yaml"), "config", "--quiet"]

    said = subprocess.run(command, capture_output=True, text=True, timeout=60, env=values)
    without = subprocess.run(command, capture_output=True, text=True, timeout=60, env=os.environ)

    assert (said.returncode, said.stdout + said.stderr) == (0, "")
    assert without.returncode and "a long random text" in without.stderr
