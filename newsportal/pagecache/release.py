"""Which version of the portal made a page: another template, sentence or setting makes other pages."""

from functools import cache
from hashlib import sha256
from pathlib import Path

from django.conf import settings

PARTS = ("articles/**/*.py", "newsportal/**/*.py", "templates/**/*", "locale/**/*.mo")
SETTINGS = ("LANGUAGE_CODE", "MEDIA_URL", "SECURITY_CONTACT", "SITE_NAME", "SITE_URL", "STATIC_URL", "TIME_ZONE")
SETTINGS += ("COMMENT_MAX_KB", "S3_BUCKET", "S3_ENDPOINT_URL", "STORAGES")


@cache
def release() -> str:
    """A short name, the same on every machine that runs the same files with the same settings."""
    found = sha256(repr([str(getattr(settings, name)) for name in SETTINGS]).encode())
    paths = {path for part in PARTS for path in settings.BASE_DIR.glob(part) if path.is_file()}
    for path in [*sorted(paths), Path(settings.STATIC_ROOT) / "staticfiles.json"]:
        if path.exists():
            found.update(f"{path.name}\0{path.stat().st_size}\0".encode())
            found.update(path.read_bytes())
    return found.hexdigest()[:16]
