"""A picture from the disk to readers, with the mouse and with the keyboard."""

import base64

import pytest
from django.urls import reverse

from articles.models import Photo
from tests.factories import create_photo, create_published
from tests.pictures.files import halves, saved

pytestmark = pytest.mark.browser

DROP = """data => {
  const transfer = new DataTransfer();
  const bytes = Uint8Array.from(atob(data), (letter) => letter.charCodeAt(0));
  transfer.items.add(new File([bytes], "Kapal.jpg", { type: "image/jpeg" }));
  return transfer;
}"""
COLOUR = "canvas => [...canvas.getContext('2d').getImageData(canvas.width / 2, canvas.height / 2, 1, 1).data]"


def test_a_dropped_picture_is_shown_at_once_and_a_click_and_keys_choose_what_crops_keep(signed_in):
    page = signed_in
    page.goto(reverse("admin:articles_photo_add"))
    data = base64.b64encode(saved(halves(900, 300))).decode()

    dropped = page.evaluate_handle(DROP, data)
    page.dispatch_event("#photo_form", "dragover", {"dataTransfer": dropped})
    page.dispatch_event("#photo_form", "drop", {"dataTransfer": dropped})
    whole, square = page.locator("[data-whole]"), page.locator("[data-crop]").last
    whole.wait_for()
    box = whole.bounding_box()
    whole.click(position={"x": box["width"] * 0.9, "y": box["height"] / 2})
    assert page.input_value("#id_focus_x") == "90"
    assert square.evaluate(COLOUR)[2] > 200  # blue, the right half

    page.focus("#id_focus_x")
    page.keyboard.press("Control+A")
    page.keyboard.type("10")
    assert square.evaluate(COLOUR)[0] > 200  # red, the left half
    page.fill("#id_alt", "Kapal")
    page.fill("#id_credit", "Juru gambar")
    page.locator("[name=_save]").click()
    page.wait_for_url("**/photo/")

    photo = Photo.objects.get()
    assert (photo.focus_x, photo.focus_y, photo.width) == (10, 50, 900)
    page.goto(reverse("admin:articles_photo_change", args=[photo.pk]))
    whole.wait_for()
    assert square.evaluate(COLOUR)[0] > 200


def test_a_reader_gets_the_smallest_file_that_will_do_and_colours_until_it_comes(page):
    photo = create_photo(content=saved(halves(1000, 600)))
    story = create_published(lead_photo=photo)

    page.route("**/media/**", lambda route: None)  # it never comes
    page.goto(story.get_absolute_url(), wait_until="domcontentloaded")
    blur, image = page.locator(".picture__blur"), page.locator(".picture img")
    assert blur.bounding_box()["height"] > image.bounding_box()["height"] > 300

    page.unroute("**/media/**")
    page.goto(story.get_absolute_url())
    assert image.evaluate("image => image.currentSrc").endswith(photo.rendition_url(960, "avif"))
    assert image.evaluate("image => image.decode().then(() => image.complete)")
