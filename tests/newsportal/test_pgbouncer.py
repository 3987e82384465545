"""The portal and its worker behind a real PgBouncer that gives each transaction any connection, and has only one."""

import os
import subprocess
import sys
from pathlib import Path

import pytest
from django.conf import settings as site_settings
from django.db import connection

from articles.models import Article, Comment, Photo
from newsportal import pagecache
from tests.factories import create_comment, create_photo, create_published
from tests.postgres import USER
from tests.servers import environment, free_port, get, gunicorn, program, running


@pytest.fixture
def behind_pgbouncer(settings, tmp_path, tmp_path_factory, transactional_db, queue):
    """The environment of a process whose database is this test's, by way of PgBouncer."""
    command = [program("pgbouncer")]
    settings.PAGE_CACHE_DIR = tmp_path / "pages"
    pagecache.shared.cache_clear()
    port, database = free_port(), connection.settings_dict
    ini = tmp_path / "pgbouncer.ini"
    ini.write_text(
        f"[databases]\n{database['NAME']} = host={database['HOST'] or '127.0.0.1'} port={database['PORT'] or 5432} "
        f"user={database['USER']} password={database['PASSWORD'] or 'x'}\n"
        f"[pgbouncer]\nlisten_addr = 127.0.0.1\nlisten_port = {port}\nunix_socket_dir =\nauth_type = any\n"
        "pool_mode = transaction\ndefault_pool_size = 1\n"
    )
    if os.getuid() == 0:  # it may not run as root
        place = Path(database["HOST"])
        command += ["-u", place.owner() if place.is_absolute() and place.owner() != "root" else USER]
        for path in (ini, *tmp_path.parents[:2], tmp_path):
            path.chmod(path.stat().st_mode | 0o055)
    with running([*command, str(ini)], port):
        yield environment(tmp_path) | {
            "DATABASE_URL": f"postgres://{database['USER']}@127.0.0.1:{port}/{database['NAME']}",
            "DATABASE_POOLED": "1",
            "DJANGO_SETTINGS_MODULE": "newsportal.settings",
        }
    pagecache.shared.cache_clear()


def manage(settings: dict, *command) -> str:
    told = subprocess.run(
        [sys.executable, "manage.py", *command],
        cwd=site_settings.BASE_DIR,
        env=os.environ | settings,
        capture_output=True,
        text=True,
        timeout=120,
    )
    assert told.returncode == 0, told.stderr
    return told.stdout


def test_pages_changes_and_background_work_go_through_one_shared_connection(behind_pgbouncer, tmp_path):
    story = create_published()
    create_comment(story, status=Comment.Status.APPROVED)
    photo = create_photo()
    Photo.objects.update(rendition_widths=[])
    port = free_port()
    values = behind_pgbouncer | {"SITE_URL": f"http://127.0.0.1:{port}"}
    manage(values, "collectstatic", "--noinput")
    with gunicorn("articles.measuring.counting_wsgi", port, workers=3, **values):
        for version in range(6):
            change = f"from articles.models import Article; Article.objects.update(headline='Versi {version}.')"
            manage(values, "shell", "-c", change)
            pages = [get(port, address)[2].decode() for address in (story.get_absolute_url(), "/latest/") * 4]
            assert all(f"Versi {version}." in page for page in pages)
        assert get(port, "/admin/login/")[0] == 200
        assert get(port, "/readyz")[0] == 200

        manage(values, "make_renditions")
        manage(values, "worker", "--batch")

    assert Photo.objects.get(pk=photo.pk).rendition_widths
    assert story.comments.get().text in manage(values, "export_replies")
    assert Article.objects.get().headline == "Versi 5."
