"""The settings of a trial on one's own machine: what manage.py and the tests use where the environment names none.

A production start (newsportal.wsgi) never comes here; it stops at the first setting that is missing.
"""

import os
import secrets
from pathlib import Path

REQUIRED = ("ALLOWED_HOSTS", "SECRET_KEY", "SITE_URL")
VAR_DIR = Path(os.environ.get("VAR_DIR", Path(__file__).resolve().parent.parent / "var"))


def apply() -> None:
    """Fill the environment with a trial's settings, unless any of a real site's is there."""
    if any(os.environ.get(name) for name in REQUIRED):
        return
    port = os.environ.get("PORT", "8000")
    os.environ |= {
        "ALLOWED_HOSTS": "127.0.0.1,localhost,[::1]",
        "SECRET_KEY": secret_key(),
        "SERVE_MEDIA": "1",
        "SITE_URL": f"http://127.0.0.1:{port}",
    }


def secret_key() -> str:
    """A key of this checkout's own, made once, so that a restart signs nobody out."""
    path = VAR_DIR / "secret_key"
    if not path.exists():
        VAR_DIR.mkdir(parents=True, exist_ok=True)
        path.touch(mode=0o600)
        path.write_text(secrets.token_urlsafe(50))
    return path.read_text()
