"""All settings. The environment is read here and nowhere else; production values are the default."""

import os
from importlib.util import find_spec
from pathlib import Path
from urllib.parse import urlsplit

import dj_database_url
import dj_email_url
from csp.constants import NONE, SELF
from django.core.exceptions import BadRequest, ImproperlyConfigured, PermissionDenied, SuspiciousOperation
from django.utils.log import CallbackFilter
from django.utils.translation import gettext_lazy as _
from js_asset import static_lazy

BASE_DIR = Path(__file__).resolve().parent.parent
# Everything that a running site writes on this machine: embedded database, uploads, collected static files.
VAR_DIR = Path(os.environ.get("VAR_DIR", BASE_DIR / "var"))


def required(name: str, meaning: str) -> str:
    """The environment variable `name`; stops the start with a sentence that says what to set."""
    if value := os.environ.get(name):
        return value
    raise ImproperlyConfigured(f"{name} is not set. Set it to {meaning}. (bin/serve sets what a trial run needs.)")


def flag(name: str) -> bool:
    """A switch: 1 or 0, and 0 when it is missing."""
    value = os.environ.get(name, "0")
    if value not in ("0", "1"):
        raise ImproperlyConfigured(f"{name} is {value!r}. Set it to 1 or 0.")
    return value == "1"


# The site
SITE_NAME = os.environ.get("SITE_NAME", "Kabar Utama")
SITE_URL = required("SITE_URL", "the address that readers type, for instance https://news.example").rstrip("/")
SITE_LANGUAGE = os.environ.get("SITE_LANGUAGE", "id")
# The WebSub hub that feeds name and that is told when they change; without one, whoever follows a feed asks for it.
WEBSUB_HUB = os.environ.get("WEBSUB_HUB", "")
if WEBSUB_HUB and not WEBSUB_HUB.startswith(("https://", "http://")):
    raise ImproperlyConfigured(f"WEBSUB_HUB is {WEBSUB_HUB!r}. Set it to the address of a hub, https://….")

# Security
# Where to report a hole in the site, for /.well-known/security.txt; it is public.
SECURITY_CONTACT = os.environ.get("SECURITY_CONTACT", "")
SECRET_KEY = required("SECRET_KEY", "a long random text that nobody else knows")
ALLOWED_HOSTS = required("ALLOWED_HOSTS", "the host names of this site, separated by commas").split(",")
DEBUG = flag("DEBUG")
HTTPS = SITE_URL.startswith("https://")
CSRF_COOKIE_SECURE = HTTPS
CSRF_FAILURE_VIEW = "articles.views.csrf_failure"
CSRF_TRUSTED_ORIGINS = [SITE_URL]
SECURE_HSTS_INCLUDE_SUBDOMAINS = HTTPS
SECURE_HSTS_PRELOAD = HTTPS
SECURE_HSTS_SECONDS = 31_536_000 if HTTPS else 0
SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https") if HTTPS else None
SECURE_REFERRER_POLICY = "strict-origin-when-cross-origin"
SECURE_SSL_REDIRECT = HTTPS
SESSION_COOKIE_SECURE = HTTPS
X_FRAME_OPTIONS = "DENY"
IMAGES_FROM = [SELF]  # and from where uploads are kept, below
CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": [NONE],
        "base-uri": [NONE],
        "connect-src": [SELF],
        "font-src": [SELF],
        "form-action": [SELF],
        "frame-ancestors": [NONE],
        "img-src": IMAGES_FROM,
        "manifest-src": [SELF],
        "script-src": [SELF],
        "style-src": [SELF],
    }
}

# The application
INSTALLED_APPS = [
    "articles",
    "articles.apps.DeskConfig",  # Django's admin with a first page of ours
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.messages",
    "django.contrib.postgres",
    "django.contrib.sessions",
    "django.contrib.staticfiles",
    "csp",
    "django_prose_editor",
    "django_tasks",
    "django_tasks_db",
    "pgtrigger",
    "taggit",
]
MIDDLEWARE = [
    "newsportal.middleware.OperatorsMiddleware",
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "csp.middleware.CSPMiddleware",
    "django.middleware.http.ConditionalGetMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "articles.middleware.SignedOutMiddleware",
    "articles.middleware.FormerSlugMiddleware",
]
ROOT_URLCONF = "newsportal.urls"
WSGI_APPLICATION = "newsportal.wsgi.application"
TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [BASE_DIR / "templates"],
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "articles.context_processors.site",
            ],
        },
    },
]


# Data
def database(url: str) -> dict:
    """The server that a postgres://… address names, with connections that are kept and, when they died, made anew."""
    found = dj_database_url.parse(url, conn_max_age=600, conn_health_checks=True)
    found["DISABLE_SERVER_SIDE_CURSORS"] = DATABASE_POOLED
    found["OPTIONS"] = {"connect_timeout": 5} | found.get("OPTIONS", {})
    return found


# Whether PgBouncer stands in between, in the mode that gives each transaction any connection.
DATABASE_POOLED = flag("DATABASE_POOLED")
if url := os.environ.get("DATABASE_URL"):
    DATABASES = {"default": database(url)}
else:
    DATABASES = {
        "default": {
            "ENGINE": "newsportal.embedded",
            "DATA_DIR": VAR_DIR / "postgres",
            "NAME": "postgres",
            "CONN_MAX_AGE": 600,
            "CONN_HEALTH_CHECKS": True,
        }
    }
# Servers that follow the first one, from which pages may be made (newsportal/replicas).
for number, url in enumerate(filter(None, os.environ.get("DATABASE_REPLICA_URLS", "").split(",")), 1):
    DATABASES[f"replica{number}"] = database(url.strip()) | {"TEST": {"MIRROR": "default"}}
DATABASE_REPLICAS = [name for name in DATABASES if name != "default"]
DATABASE_ROUTERS = ["newsportal.replicas.router.ReplicaRouter"] if DATABASE_REPLICAS else []
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"
TAGGIT_CASE_INSENSITIVE = True
FIXTURE_DIRS = [BASE_DIR / "fixtures"]
# A story form with 300 quotes sends some 15 fields for each.
DATA_UPLOAD_MAX_NUMBER_FIELDS = 10_000
# A pasted body of 5 MB arrives whole, so that the form can say what is wrong with it and give it back.
DATA_UPLOAD_MAX_MEMORY_SIZE = 16 * 1024 * 1024

# Replies
# How long a reader may change a reply. After that he can delete it, or answer to it.
COMMENT_EDIT_MINUTES = int(os.environ.get("COMMENT_EDIT_MINUTES", "10"))
# The longest reply in kilobytes, at most the 64 that the database takes; the form says so.
COMMENT_MAX_KB = int(os.environ.get("COMMENT_MAX_KB", "64"))
if not 1 <= COMMENT_MAX_KB <= 64:
    raise ImproperlyConfigured(f"COMMENT_MAX_KB is {COMMENT_MAX_KB}. Set it to a number from 1 to 64.")
# A service that speaks Akismet's protocol, asked about each reply; without a key nobody outside is asked.
AKISMET_KEY = os.environ.get("AKISMET_KEY", "")
AKISMET_URL = os.environ.get("AKISMET_URL", "https://rest.akismet.com/1.1/comment-check")
# The header in which the proxy in front names the reader's address, for instance X-Real-IP. It must set it always:
# whoever reaches gunicorn past the proxy could write anything there.
CLIENT_ADDRESS_HEADER = os.environ.get("CLIENT_ADDRESS_HEADER", "")

# Letters
# submission://user:password@host:587 (STARTTLS), smtp://user:password@host:465?ssl=True, or console: for a trial.
EMAIL = dj_email_url.parse(os.environ.get("EMAIL_URL", "console:"))
if "EMAIL_BACKEND" not in EMAIL:
    raise ImproperlyConfigured("EMAIL_URL begins with no known scheme. Set it to submission://user:password@host:587.")
EMAIL_BACKEND = EMAIL["EMAIL_BACKEND"]
EMAIL_HOST = EMAIL["EMAIL_HOST"]
EMAIL_HOST_PASSWORD = EMAIL["EMAIL_HOST_PASSWORD"]
EMAIL_HOST_USER = EMAIL["EMAIL_HOST_USER"]
EMAIL_PORT = EMAIL["EMAIL_PORT"]
EMAIL_TIMEOUT = EMAIL.get("EMAIL_TIMEOUT") or 10
EMAIL_USE_SSL = EMAIL["EMAIL_USE_SSL"]
EMAIL_USE_TLS = EMAIL["EMAIL_USE_TLS"]
DEFAULT_FROM_EMAIL = os.environ.get("MAIL_FROM", f"no-reply@{urlsplit(SITE_URL).hostname}")

# Pages kept for readers (newsportal/pagecache). Several machines share them in Redis, the processes of one in files.
REDIS_URL = os.environ.get("REDIS_URL", "")
PAGE_CACHE_DIR = VAR_DIR / "pages"
PAGE_CACHE_BYTES = 64 * 1024 * 1024  # of each process
PAGE_CACHE_DISK_BYTES = 512 * 1024 * 1024  # of one machine's files
# Caches in front that are told to drop what changed (newsportal/pagecache/fronts.py).
FRONT_CACHES = [name.strip() for name in os.environ.get("FRONT_CACHES", "").split(",") if name.strip()]
FASTLY_API, FASTLY_TOKEN = "https://api.fastly.com", os.environ.get("FASTLY_TOKEN", "")
CLOUDFLARE_API, CLOUDFLARE_TOKEN = "https://api.cloudflare.com/client/v4", os.environ.get("CLOUDFLARE_TOKEN", "")

# Background work: `manage.py worker` does it. The queue is a table, so a task is asked for with the rows that it is
# about or not at all.
TASKS = {"default": {"BACKEND": "django_tasks_db.DatabaseBackend"}}

# The story editor: what we add to it. What may be stored, articles.body says.
DJANGO_PROSE_EDITOR_EXTENSIONS = [
    {"js": [static_lazy(f"js/admin-editor-{part}.js")], "extensions": dict.fromkeys(names, dict)}
    for part, names in {
        "nodes": ["PullQuote", "PhotoFigure"],
        "pasting": ["Pasting"],
        "said": ["Said"],
    }.items()
]

# /metrics answers to whoever shows this token, and nobody where there is none.
METRICS_TOKEN = os.environ.get("METRICS_TOKEN", "")
METRICS_DIR = VAR_DIR / "metrics"

# Accounts
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": f"django.contrib.auth.password_validation.{name}"}
    for name in ("UserAttributeSimilarityValidator", "MinimumLengthValidator", "CommonPasswordValidator")
]

# Files
STATIC_URL = "static/"
STATIC_ROOT = VAR_DIR / "static"
STATICFILES_DIRS = [BASE_DIR / "static"]
MEDIA_URL = os.environ.get("MEDIA_URL", "media/")
MEDIA_ROOT = VAR_DIR / "media"
# Uploads are handed out by the web server or object storage; bin/serve has neither.
SERVE_MEDIA = flag("SERVE_MEDIA")
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {"BACKEND": "newsportal.storage.StaticFilesStorage"},
}
# Object storage in place of this machine's disk: for uploads, and for static files with S3_STATIC=1.
S3_ACCESS_KEY_ID, S3_SECRET_ACCESS_KEY = (
    os.environ.get("S3_ACCESS_KEY_ID", ""),
    os.environ.get("S3_SECRET_ACCESS_KEY", ""),
)
S3_BUCKET = os.environ.get("S3_BUCKET", "")
S3_ENDPOINT_URL = os.environ.get("S3_ENDPOINT_URL", "")  # empty for Amazon's own
S3_REGION = os.environ.get("S3_REGION", "")
if S3_BUCKET:
    if not find_spec("storages"):
        raise ImproperlyConfigured("S3_BUCKET is set and the extra [s3] is missing: pip install 'newsportal[s3]'.")
    STORAGES["default"] = {"BACKEND": "newsportal.s3.MediaStorage"}
    if flag("S3_STATIC"):
        STORAGES["staticfiles"] = {"BACKEND": "newsportal.s3.StaticFilesStorage"}
    # Where an original is shown from until its renditions are made, by whichever of the two forms of address.
    store = urlsplit(S3_ENDPOINT_URL or f"https://s3.{S3_REGION or 'us-east-1'}.amazonaws.com")
    IMAGES_FROM += [f"{store.scheme}://{store.netloc}", f"{store.scheme}://{S3_BUCKET}.{store.netloc}"]
if "://" in MEDIA_URL:
    IMAGES_FROM.append("{0.scheme}://{0.netloc}".format(urlsplit(MEDIA_URL)))

# Language and time
LANGUAGE_CODE = SITE_LANGUAGE
# Django's own pages of the desk say a moment's zone, as ours do.
FORMAT_MODULE_PATH = ["newsportal.formats"]
LANGUAGES = [("id", _("Indonesian")), ("en", _("English"))]
if SITE_LANGUAGE not in dict(LANGUAGES):
    raise ImproperlyConfigured(f"SITE_LANGUAGE is {SITE_LANGUAGE!r}. Set it to one of: {', '.join(dict(LANGUAGES))}.")
LOCALE_PATHS = [BASE_DIR / "locale"]
TIME_ZONE = os.environ.get("TIME_ZONE", "Asia/Jakarta")
USE_TZ = True


def one_line(record) -> bool:
    """Takes the traceback off what a visitor did wrong: no program that tries addresses and hosts fills the log."""
    if record.exc_info and isinstance(record.exc_info[1], BadRequest | PermissionDenied | SuspiciousOperation):
        record.exc_info = None
    return True


# Logs go to standard error, where systemd and containers take them up.
LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {"line": {"format": "{levelname} {name}: {message}", "style": "{"}},
    "filters": {"one_line": {"()": CallbackFilter, "callback": one_line}},
    "handlers": {"console": {"class": "logging.StreamHandler", "formatter": "line", "filters": ["one_line"]}},
    "root": {"handlers": ["console"], "level": "WARNING"},
    # Django leaves the body of a HEAD response to the server to drop; gunicorn drops it and warns each time.
    # The worker says with every Ctrl-C that it is stopping.
    "loggers": {"gunicorn.http.wsgi": {"level": "ERROR"}, "django_tasks_db": {"level": "ERROR"}},
}
