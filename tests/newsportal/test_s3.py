"""Uploads and static files on S3, by a real server of that protocol on this machine."""

import json

import boto3
import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.core.management import call_command
from django.templatetags.static import static
from django.urls import reverse
from moto.server import ThreadedMotoServer

from articles.models import Photo
from tests.factories import create_photo, create_published
from tests.pictures.files import from_a_phone
from tests.servers import get

# As docs/deploy.md has it: of what lies under photos/, everyone may read the renditions, a level below the originals.
POLICY = {
    "Version": "2012-10-17",
    "Statement": [
        {
            "Effect": "Allow",
            "Principal": "*",
            "Action": "s3:GetObject",
            "Resource": ["arn:aws:s3:::news/photos/*/*/*/*", "arn:aws:s3:::news/static/*"],
        }
    ],
}


@pytest.fixture(scope="module")
def store():
    server = ThreadedMotoServer("127.0.0.1", 0)
    server.start()
    yield server
    server.stop()


@pytest.fixture
def bucket(store, settings, monkeypatch):
    """The bucket's client; uploads go there."""
    host, port = store.get_host_and_port()
    settings.S3_BUCKET, settings.S3_ENDPOINT_URL, settings.S3_REGION = "news", f"http://{host}:{port}", "us-east-1"
    settings.S3_ACCESS_KEY_ID, settings.S3_SECRET_ACCESS_KEY = "portal", "secret"
    settings.MEDIA_URL = f"http://{host}:{port}/news/"
    keys = {"aws_access_key_id": "portal", "aws_secret_access_key": "secret"}
    client = boto3.client("s3", endpoint_url=settings.S3_ENDPOINT_URL, region_name="us-east-1", **keys)
    client.create_bucket(Bucket="news")
    client.put_bucket_policy(Bucket="news", Policy=json.dumps(POLICY))
    settings.STORAGES = settings.STORAGES | {"default": {"BACKEND": "newsportal.s3.MediaStorage"}}
    client.port = port
    yield client
    for each in client.list_objects_v2(Bucket="news").get("Contents", []):
        client.delete_object(Bucket="news", Key=each["Key"])


def upload() -> SimpleUploadedFile:
    return SimpleUploadedFile("kapal.jpg", from_a_phone(), "image/jpeg")


def names(bucket) -> set:
    return {each["Key"] for each in bucket.list_objects_v2(Bucket="news").get("Contents", [])}


def anonymous(bucket, address: str):
    """Status and header for someone without a key."""
    status, headers, _body = get(bucket.port, address[address.index("/", len("http://")) :])
    return status, headers


def test_uploaded_picture_and_its_renditions_lie_in_the_bucket(bucket, desk):
    with_file = {"file": upload(), "alt": "Perahu", "credit": "Ani", "focus_x": 50, "focus_y": 50}

    answer = desk.post(reverse("admin:articles_photo_add"), with_file)

    photo = Photo.objects.get()
    assert answer.status_code == 302
    assert photo.rendition_widths
    assert names(bucket) == set(photo.file_names())


def test_everyone_reads_the_renditions_and_nobody_the_original(bucket, client):
    photo = create_photo()
    story = create_published(lead_photo=photo)

    page = client.get(story.get_absolute_url()).text

    for suffix in ("avif", "webp", "jpg"):
        address = photo.rendition_url(photo.rendition_widths[0], suffix)
        assert address in page
        status, headers = anonymous(bucket, address)
        assert (status, headers["Cache-Control"]) == (200, "public, max-age=31536000, immutable")
        assert headers["Content-Type"] == ("image/jpeg" if suffix == "jpg" else f"image/{suffix}")
    signed = photo.file.url
    assert anonymous(bucket, signed)[0] == 200
    assert anonymous(bucket, signed.partition("?")[0])[0] == 403
    assert photo.file.name not in page


def test_page_shows_the_original_by_a_signed_address_until_the_renditions_are_made(bucket, queue, client):
    story = create_published(lead_photo=create_photo())

    assert "X-Amz-Signature" in client.get(story.get_absolute_url()).text

    call_command("worker", batch=True)
    assert "X-Amz-Signature" not in client.get(story.get_absolute_url()).text


def test_deleted_picture_leaves_nothing_in_the_bucket(bucket):
    photo = create_photo()
    assert names(bucket)

    photo.delete()

    assert not names(bucket)


def test_storage_that_does_not_answer_is_said_at_the_field_and_nothing_typed_is_lost(bucket, settings, desk):
    settings.S3_ENDPOINT_URL = "http://127.0.0.1:9"
    settings.STORAGES = dict(settings.STORAGES)

    typed = {"file": upload(), "alt": "Perahu nelayan", "credit": "Ani", "focus_x": 50, "focus_y": 50}
    answer = desk.post(reverse("admin:articles_photo_add"), typed)

    assert answer.status_code == 200
    assert "does not answer" in answer.text
    assert "Perahu nelayan" in answer.text
    assert not Photo.objects.exists()


def test_static_files_are_collected_into_the_bucket_and_named_under_static_url(bucket, settings, tmp_path):
    settings.STATIC_ROOT = tmp_path
    settings.STORAGES = settings.STORAGES | {"staticfiles": {"BACKEND": "newsportal.s3.StaticFilesStorage"}}

    call_command("collectstatic", interactive=False, verbosity=0)

    address = static("css/base.css")
    assert address.startswith("/static/css/base.") and address != "/static/css/base.css"
    assert address.removeprefix("/") in names(bucket)
    status, headers = anonymous(bucket, f"http://host/news{address}")
    assert (status, headers["Content-Type"], headers["Cache-Control"][-9:]) == (200, "text/css", "immutable")
    assert [path.name for path in tmp_path.iterdir()] == ["staticfiles.json"]
