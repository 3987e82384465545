"""The settings of a trial, with what makes tests quick and leaves no files behind."""

import os

from newsportal import trial

trial.apply()
# Tests look for the sentences of the source, which is English; the catalogue has a check of its own.
os.environ["SITE_LANGUAGE"] = "en"

from newsportal.settings import *  # noqa: E402, F403 -- all of them, some changed below
from newsportal.settings import BASE_DIR, STORAGES  # noqa: E402

# Playwright's synchronous calls run inside an event loop, where Django would refuse the database.
os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "true"

PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
# Done where it is asked for; a test that wants the queue takes the fixture of that name.
TASKS = {"default": {"BACKEND": "tests.tasks.Immediate"}}
# Without collecting and hashing the files first.
STATIC_ROOT = BASE_DIR / "static"
STORAGES = STORAGES | {"staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"}}
