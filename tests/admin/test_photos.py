"""Pictures at the desk: uploaded, refused, replaced, seen where they are used and until when."""

from datetime import timedelta
from io import BytesIO

import pytest
from django.core.files.storage import default_storage
from django.core.files.uploadedfile import SimpleUploadedFile
from django.core.management import call_command
from django.db import IntegrityError, connection, transaction
from django.urls import reverse
from django.utils import timezone
from PIL import Image

from articles.models import Article, Photo
from articles.models.content import content_of
from tests.admin.forms import fields
from tests.factories import create_article, create_colleague, create_photo, create_published, picture
from tests.pictures.files import from_a_phone, halves, moving, png, saved

TYPED = {
    "alt": "Kapal",
    "caption": "Di dermaga.",
    "credit": "Juru gambar",
    "licence": "CC BY 4.0",
    "licence_expires_on": "2027-01-31",
    "focus_x": "20",
    "focus_y": "70",
}


def upload(client, content, name="kapal.jpg", **values):
    data = TYPED | {"file": SimpleUploadedFile(name, content, "image/jpeg")}
    return client.post(reverse("admin:articles_photo_add"), data | values)


def form(response):
    assert response.status_code == 200
    return response.context["adminform"].form


SVG = b"<svg xmlns='http://www.w3.org/2000/svg'><script>alert(1)</script></svg>"


@pytest.mark.parametrize(
    ("content", "name"),
    [
        (b"not a picture", "kapal.jpg"),
        (b"", "kapal.jpg"),
        (SVG, "kapal.svg"),
        (SVG, "kapal.jpg"),
        (picture(400, 300, "JPEG")[:-400], "kapal.jpg"),
        (picture(400, 300, "PNG")[:-60], "kapal.png"),
        (moving("GIF"), "kapal.gif"),
        (moving("WEBP"), "kapal.webp"),
        (png(9000, 7000), "kapal.png"),
        (png(60_000, 60_000), "kapal.png"),
    ],
    ids=[
        *("text", "empty", "svg", "svg as jpg", "cut jpeg", "cut png", "moving gif", "moving webp", "63 megapixels"),
        "bomb",
    ],
)
def test_an_upload_that_is_no_usable_picture_is_refused_at_the_field_and_the_rest_stays_typed(desk, content, name):
    found = form(upload(desk, content, name))

    assert found.errors.keys() == {"file"}
    assert {field: found[field].value() for field in TYPED} == TYPED
    assert not Photo.objects.exists()


@pytest.mark.parametrize("field", ["alt", "credit"])
def test_a_picture_without_alternative_text_or_credit_is_refused_at_the_field(desk, field):
    assert form(upload(desk, picture(kind="JPEG"), **{field: " "})).errors.keys() == {field}


@pytest.mark.parametrize("value", ["-1", "101", "kiri"])
def test_a_focal_point_outside_the_picture_is_refused_at_the_field(desk, value):
    assert form(upload(desk, picture(kind="JPEG"), focus_x=value)).errors.keys() == {"focus_x"}


def test_a_picture_is_kept_without_its_place_under_a_name_of_its_own(desk):
    assert upload(desk, from_a_phone(orientation=6), "Foto Kapal (1).JPG").status_code == 302

    photo = Photo.objects.get()
    kept = default_storage.open(photo.file.name).read()
    assert photo.file.name.startswith(f"photos/{timezone.localdate():%Y/%m}/foto-kapal-1-")
    assert photo.file.name.endswith(".jpg") and b"GPS" not in kept
    assert (photo.width, photo.height) == (400, 600)


def test_a_picture_with_the_suffix_of_another_format_is_stored_with_its_own(desk):
    upload(desk, picture(400, 300, "PNG"), "kapal.jpg")

    assert Photo.objects.get().file.name.endswith(".png")


def test_what_hides_behind_a_picture_is_served_from_no_address(desk):
    upload(desk, saved(halves()) + b"<script>alert(1)</script>PK\x03\x04")

    for name in Photo.objects.get().file_names():
        served = default_storage.open(name).read()
        assert b"<script" not in served and b"PK\x03\x04" not in served


def test_the_worker_makes_the_renditions_and_until_then_pages_show_the_original(desk, client, queue):
    upload(desk, saved(halves()))
    photo = Photo.objects.get()
    assert (photo.sources, photo.largest.url) == ([], photo.file.url)
    assert photo.file.url in desk.get(reverse("admin:articles_photo_changelist")).text

    call_command("worker", batch=True)

    photo = Photo.objects.get()
    assert photo.rendition_widths == [320, 600] and photo.tones
    assert all(default_storage.exists(name) for name in photo.file_names())
    assert [kind for kind, _srcset in photo.sources] == ["image/avif", "image/webp"]


def test_a_replaced_picture_has_new_addresses_and_the_old_files_go_a_day_later(desk, queue):
    upload(desk, saved(halves()))
    call_command("worker", batch=True)
    before = Photo.objects.get()
    address = reverse("admin:articles_photo_change", args=[before.pk])

    new = SimpleUploadedFile("kapal.jpg", picture(800, 500, "JPEG"))
    assert desk.post(address, fields(desk.get(address)) | {"file": new}).status_code == 302
    call_command("worker", batch=True)

    after = Photo.objects.get()
    assert (after.width, after.rendition_widths) == (800, [320, 640, 800])
    assert not set(before.file_names()) & set(after.file_names())
    assert all(default_storage.exists(name) for name in before.file_names() + after.file_names())
    do_what_waits_for_later()
    assert not any(default_storage.exists(name) for name in before.file_names())
    assert all(default_storage.exists(name) for name in after.file_names())


def do_what_waits_for_later():
    from django_tasks_db.models import DBTaskResult

    DBTaskResult.objects.filter(status="READY").update(run_after=timezone.now())
    call_command("worker", batch=True)


@pytest.mark.parametrize("way", ["its own page", "the list"])
def test_files_of_a_deleted_picture_go_too(desk, way):
    photo = create_photo(content=saved(halves()))

    if way == "the list":
        data = {"action": "delete_selected", "_selected_action": photo.pk, "post": "yes"}
        desk.post(reverse("admin:articles_photo_changelist"), data)
    else:
        desk.post(reverse("admin:articles_photo_delete", args=[photo.pk]), {"post": "yes"})

    assert not Photo.objects.exists()
    assert not any(default_storage.exists(name) for name in photo.file_names())


def test_a_change_of_the_words_touches_no_file(desk):
    photo = create_photo()
    address = reverse("admin:articles_photo_change", args=[photo.pk])

    desk.post(address, fields(desk.get(address)) | {"alt": "Perahu"})

    changed = Photo.objects.get()
    assert changed.alt == "Perahu" and changed.file_names() == photo.file_names()


def test_an_editor_who_saves_while_the_worker_works_takes_nothing_back(queue):
    photo = Photo.objects.get(pk=create_photo().pk)

    call_command("worker", batch=True)
    photo.alt = "Perahu"
    photo.save()

    assert Photo.objects.get().rendition_widths == [40]


def test_renditions_of_a_picture_that_was_replaced_meanwhile_are_not_named(queue):
    photo = create_photo()
    late = Photo.objects.get(pk=photo.pk)
    photo.file = SimpleUploadedFile("lain.png", picture(60, 40))
    photo.save()

    late.make_renditions()

    stored = Photo.objects.get()
    assert (stored.file.name, stored.rendition_widths) == (photo.file.name, [])


def test_renditions_that_are_missing_are_made_by_a_command(queue, capsys):
    create_photo()
    lost = create_photo()
    default_storage.delete(lost.file.name)

    call_command("make_renditions")

    assert sorted(Photo.objects.values_list("rendition_widths", flat=True)) == [[], [40]]
    printed = capsys.readouterr()
    assert printed.out == "1 made, 1 failed.\n" and lost.file.name in printed.err


def test_the_desk_sees_which_licences_have_ended_or_soon_end(desk):
    today = timezone.localdate()
    create_photo(alt="Habis", licence_expires_on=today)
    create_photo(alt="Segera", licence_expires_on=today + timedelta(days=3))
    create_photo(alt="Lama lagi", licence_expires_on=today + timedelta(days=90))
    create_photo(alt="Tanpa akhir")
    address = reverse("admin:articles_photo_changelist")

    assert desk.get(address).text.count("not shown since") == 1
    for state, alt in (("ended", "Habis"), ("soon", "Segera")):
        assert [photo.alt for photo in desk.get(address, {"licence": state}).context["cl"].result_list] == [alt]


def test_a_story_at_the_desk_says_that_readers_do_not_see_its_photo(desk):
    story = create_article(lead_photo=create_photo(licence_expires_on=timezone.localdate()))

    assert "not shown since" in desk.get(reverse("admin:articles_article_change", args=[story.pk])).text


def test_a_colourful_picture_of_an_agency_is_readable_by_every_browser():
    photo = create_photo(content=saved(Image.new("CMYK", (60, 40), (0, 255, 255, 0))))

    for name in photo.file_names()[1:]:
        assert Image.open(BytesIO(default_storage.open(name).read())).mode == "RGB"


def used(desk, photo) -> str:
    return desk.get(reverse("admin:articles_photo_change", args=[photo.pk])).text.split("Where it is used")[1]


def figure(photo) -> str:
    return f'<figure data-photo="{photo.pk}"></figure>'


def test_a_photo_says_where_it_leads_stands_in_a_text_and_waits(desk):
    photo = create_photo()
    create_article(headline="Memimpin", lead_photo=photo, body=f"<p>Isi.</p>{figure(photo)}")
    waiting = create_published(headline="Menunggu")
    waiting.revise(content_of(waiting) | {"body": figure(photo)})
    create_article(headline="Tanpa gambar", body='<figure data-photo="999999999999999999"></figure>')

    page = used(desk, photo)

    assert 'Memimpin</a><span class="state-time">lead photo, in the text</span>' in page
    assert 'Menunggu</a><span class="state-time">in the version that waits</span>' in page
    assert "Tanpa gambar" not in page


def test_where_a_photo_is_used_follows_every_change_of_a_story(desk):
    photo = create_photo()
    story = create_published(body=figure(photo))

    story.revise(content_of(story) | {"body": "<p>Tanpa.</p>"})
    assert photo.uses.get().places() == ["in the text"]
    story.publish()
    assert not photo.uses.exists()
    Article.objects.filter(pk=story.pk).update(body=figure(photo))
    assert photo.uses.exists()


@pytest.mark.parametrize("way", ["its own page", "the list", "its row"])
def test_a_photo_that_stands_in_a_text_is_not_deleted(desk, way):
    photo = create_photo()
    story = create_article(headline="Kapal tiba", body=figure(photo))

    if way == "the list":
        data = {"action": "delete_selected", "_selected_action": photo.pk, "post": "yes"}
        answer = desk.post(reverse("admin:articles_photo_changelist"), data).text
    elif way == "its own page":
        answer = desk.post(reverse("admin:articles_photo_delete", args=[photo.pk]), {"post": "yes"}).text
    else:
        with pytest.raises(IntegrityError), transaction.atomic(), connection.cursor() as cursor:
            cursor.execute("DELETE FROM articles_photo; SET CONSTRAINTS ALL IMMEDIATE")
        answer = "Kapal tiba"

    assert "Kapal tiba" in answer and Photo.objects.get() == photo
    story.delete()
    photo.delete()
    assert not Photo.objects.exists()


def test_a_draft_with_pictures_is_deleted_by_its_reporter(client):
    reporter = create_colleague("reporter")
    story = create_article(created_by=reporter, body=figure(create_photo()))
    client.force_login(reporter)

    assert client.post(reverse("admin:articles_article_delete", args=[story.pk]), {"post": "yes"}).status_code == 302
    assert not Article.objects.exists()
