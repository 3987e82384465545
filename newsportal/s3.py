"""Files on S3-compatible storage, where several machines serve. Needs the extra [s3]."""

import mimetypes
import re
from datetime import timedelta
from urllib.parse import urljoin

from botocore.config import Config
from botocore.exceptions import BotoCoreError, ClientError
from django.conf import settings
from django.contrib.staticfiles.storage import ManifestFilesMixin
from django.core.files.storage import FileSystemStorage
from django.utils.encoding import filepath_to_uri
from storages.backends.s3 import S3Storage

# Made of an original by the portal, and for everyone: Photo.rendition_name.
RENDITION = re.compile(r"/\d+\.(avif|webp|jpg)$")
HASHED = re.compile(r"\.[0-9a-f]{12}\.")
# No cache hands out a page for longer (articles/views/shareable.py), so no picture on it is out of reach before.
SIGNED_FOR = timedelta(days=2)
FOR_EVER = "public, max-age=31536000, immutable"
TYPES = {".avif": "image/avif", ".webp": "image/webp"}  # Python does not know them on every system
# A storage that hangs fails after seconds, not after the minute that the library would wait.
LIMITS = Config(connect_timeout=5, read_timeout=20, retries={"max_attempts": 2}, signature_version="s3v4")


class Bucket(S3Storage):
    """The bucket in S3_BUCKET. Who may read what is for its policy to say (docs/deploy.md), not for each file's."""

    def __init__(self, **options):
        given = {
            "bucket_name": settings.S3_BUCKET,
            "client_config": LIMITS,
            "endpoint_url": settings.S3_ENDPOINT_URL or None,
            "region_name": settings.S3_REGION or None,
            "access_key": settings.S3_ACCESS_KEY_ID or None,
            "secret_key": settings.S3_SECRET_ACCESS_KEY or None,
        }
        super().__init__(**given | options)

    def exists(self, name):
        """Raises OSError when the storage does not say."""
        try:
            return super().exists(name)
        except (BotoCoreError, ClientError) as error:
            raise OSError(str(error)) from error

    def get_object_parameters(self, name):
        """A file never changes: a new one has a new name."""
        suffix = name[name.rfind(".") :]
        kind = TYPES.get(suffix) or mimetypes.guess_type(name)[0] or "application/octet-stream"
        return {"CacheControl": FOR_EVER, "ContentType": kind}


class MediaStorage(Bucket):
    """Renditions under MEDIA_URL, for everyone. An original only by a signed address that expires: pages name one for
    the seconds until its renditions are made."""

    def url(self, name, *args, **options):
        if RENDITION.search(name):
            return urljoin(settings.MEDIA_URL, filepath_to_uri(name))
        return super().url(name, expire=int(SIGNED_FOR.total_seconds()))

    def get_object_parameters(self, name):
        kept = super().get_object_parameters(name)
        return kept if RENDITION.search(name) else kept | {"CacheControl": "private, max-age=3600"}


class StaticBucket(Bucket):
    """Under static/ in the bucket; the web server or cache in front forwards STATIC_URL there, so that pages ask no
    other host."""

    def url(self, name, *args, **options):
        return urljoin(settings.STATIC_URL, filepath_to_uri(name))

    def get_object_parameters(self, name):
        kept = super().get_object_parameters(name)
        return kept if HASHED.search(name) else kept | {"CacheControl": "public, max-age=3600"}


class StaticFilesStorage(ManifestFilesMixin, StaticBucket):
    """The static files with hashed names. The list of the names stays on each machine: collectstatic runs on each."""

    support_js_module_import_aggregation = True

    def __init__(self, **options):
        super().__init__(location="static", manifest_storage=FileSystemStorage(settings.STATIC_ROOT), **options)
