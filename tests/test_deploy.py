"""The files of docs/deploy/, as they stand there."""

import json
import os
import re
import shutil
import subprocess

import pytest
from django.conf import settings as site_settings

from articles.measuring.servers import nginx
from newsportal import pagecache
from tests.factories import create_photo, create_published
from tests.newsportal.pagecache.conftest import layer  # noqa: F401 -- a fixture
from tests.newsportal.test_s3 import POLICY
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


def test_nginx_serves_pages_and_pictures(layer, settings, tmp_path, transactional_db):  # noqa: F811
    program("nginx")
    settings.PAGE_CACHE_DIR = tmp_path / "pages"
    settings.MEDIA_ROOT = tmp_path / "media"
    pagecache.shared.cache_clear()
    photo = create_photo()
    story = create_published(lead_photo=photo)
    origin, port = free_port(), free_port()
    text = (FILES / "nginx.conf").read_text().replace("127.0.0.1:8400", f"127.0.0.1:{origin}")
    text = text.replace("/var/lib/newsportal/media/", f"{tmp_path}/media/").replace(
        "listen 80;", f"listen 127.0.0.1:{free_port()};"
    )
    text = text.replace("listen 443 ssl http2", f"listen 127.0.0.1:{port}")
    text = re.sub(r"ssl_certificate.*", "", text)
    with portal(origin, tmp_path), nginx(port, tmp_path / "nginx", f"include /etc/nginx/mime.types;\n{text}"):
        status, _headers, body = get(port, story.get_absolute_url(), Host="127.0.0.1")
        picture = get(port, photo.rendition_url(40, "webp"), Host="127.0.0.1")

    assert status == 200 and story.headline in body.decode()
    assert (picture[0], picture[1]["Content-Type"], picture[1]["X-Content-Type-Options"]) == (
        200,
        "image/webp",
        "nosniff",
    )
