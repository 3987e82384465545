"""A story's page put together from what was finished before: never another page than one that is made anew."""

from datetime import timedelta

import pytest
import time_machine
from django.core.management import call_command
from django.db import connection, connections, transaction
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from articles.models import Article, Comment, Correction, Page, Plate, Section, Source, Speaker, Tag
from articles.models import plate as plates
from newsportal import pagecache
from tests.factories import (
    create_author,
    create_citation,
    create_colleague,
    create_comment,
    create_commenter,
    create_photo,
    create_published,
    create_quote,
    create_section,
    create_series,
    create_source,
    create_speaker,
    create_tag,
)
from tests.newsportal.pagecache.conftest import layer  # noqa: F401 -- a fixture
from tests.readers import sign_in

pytestmark = pytest.mark.django_db(transaction=True)  # of a transaction nothing is kept

HEADERS = ("Surrogate-Key", "X-Page-Turns", "Content-Security-Policy", "Vary", "ETag", "Content-Type")


@pytest.fixture
def story(layer):  # noqa: F811
    """One with all that a story has, and with what others share with it."""
    section, tag = create_section(name="Pelabuhan"), create_tag(name="Laut")
    others = [create_published(hours_ago=n, section=section, tags=[tag], lead_photo=create_photo()) for n in (3, 4)]
    story = create_published(
        hours_ago=2, headline="Kapal kandas", section=section, tags=[tag], authors=[create_author(name="Ani")]
    )
    citation = create_citation(story, source=create_source(name="Radio Bahari"), title="Kapal")
    quote = create_quote(
        story, speaker=create_speaker(name="Sri Lentera"), citation=citation, exact="Kapal itu kandas."
    )
    create_series(story, others[0])
    Page.objects.create(title="Etika", slug="etika", body="<p>Kami jujur.</p>", policy="ethicsPolicy")
    root = create_comment(story, text="Kapal yang mana?")
    create_comment(story, parent=root, text="Yang biru.")
    create_comment(story, quote=quote, text="Benarkah?")
    create_comment(story, citation=citation, text="Radio itu?")
    return story


def got(client, story, query=""):
    """The page, and how many questions it took."""
    with CaptureQueriesContext(connection) as captured:
        response = client.get(story.get_absolute_url() + query)
    return response, len(captured)


def made_anew(client, story, query=""):
    Plate.objects.all().delete()
    return client.get(story.get_absolute_url() + query)


def test_page_of_finished_parts_is_the_page_that_is_made_anew_byte_for_byte(client, story):
    made_anew(client, story)  # the process knows the sections and policies from now on
    Plate.objects.all().delete()
    first, first_queries = got(client, story)
    second, second_queries = got(client, story)

    assert second.content == first.content and b"<!--" not in first.content
    assert [second.headers.get(name) for name in HEADERS] == [first.headers.get(name) for name in HEADERS]
    assert "Set-Cookie" not in second.headers and not second.cookies
    assert (first_queries, second_queries) == (4, 1)
    assert Plate.objects.count() == 3


def test_every_number_of_replies_is_on_the_page(client, story):
    client.get(story.get_absolute_url())

    page = client.get(story.get_absolute_url()).text

    assert '<a href="#replies">4 replies</a>' in page and '"commentCount": 4' in page
    assert "1 reply to this quote" in page and "1 reply to this source" in page


def test_story_without_sources_and_quotes_still_tells_of_its_replies(client, layer):  # noqa: F811
    story = create_published()
    assert "story__inside" not in client.get(story.get_absolute_url()).text

    create_comment(story)

    assert '<ul class="story__inside"><li><a href="#replies">1 reply</a></li></ul>' in got(client, story)[0].text


def rename(rows, **values):
    rows.update(**values)


CHANGES = {
    "correction": (
        lambda story: story.correct(kind="correction", reason="Bukan kandas.", by=create_colleague("editor")),
        "Bukan kandas.",
    ),
    "headline": (lambda story: rename(Article.objects.filter(pk=story.pk), headline="Yang benar"), "Yang benar"),
    "quote": (lambda story: rename(story.quotes.all(), role="nakhoda kapal"), "nakhoda kapal"),
    "person": (lambda story: rename(Speaker.objects, name="Ibu Sri"), "Ibu Sri"),
    "tag": (lambda story: rename(Tag.objects, name="Samudra"), "Samudra"),
    "source": (lambda story: rename(Source.objects, name="Radio Samudra"), "Radio Samudra"),
    "policy": (lambda story: rename(Page.objects, slug="kode-etik"), "/about/kode-etik/"),
    "section": (lambda story: rename(Section.objects, name="Bandar"), "Bandar"),
    "new section": (lambda story: create_section(name="Olahraga"), "Olahraga"),
    "reply": (lambda story: create_comment(story, text="Saya lihat sendiri."), "Saya lihat sendiri."),
    "removed reply": (
        lambda story: Comment.objects.filter(text="Yang biru.").decide(
            "hidden", by=create_colleague("moderator"), reason="abuse"
        ),
        '"commentCount": 3',
    ),
    "closing": (lambda story: rename(Article.objects, comments_open=False), "This story takes no more replies."),
    "related": (lambda story: rename(Article.objects.exclude(pk=story.pk), headline="Kapal lain"), "Kapal lain"),
}


@pytest.mark.parametrize(("change", "seen"), CHANGES.values(), ids=CHANGES)
def test_change_is_seen_at_once(client, story, change, seen):
    before = client.get(story.get_absolute_url()).text
    assert got(client, story)[1] == 1

    change(story)

    after = client.get(story.get_absolute_url()).text
    assert seen in after and seen not in before
    assert after == client.get(story.get_absolute_url()).text == made_anew(client, story).text


def test_new_version_of_the_portal_makes_its_pages_anew(client, story, settings, monkeypatch):
    client.get(story.get_absolute_url())
    settings.SITE_NAME = "Kabar Baru"
    monkeypatch.setattr(plates, "release", lambda: "another")

    assert "Kabar Baru" in client.get(story.get_absolute_url()).text


def test_reply_leaves_the_finished_story_as_it_is(client, story):
    client.get(story.get_absolute_url())
    (kept,) = Plate.objects.filter(part="story").values_list("made_at", flat=True)

    create_comment(story, quote=story.quotes.get())
    page, queries = got(client, story)

    assert "2 replies to this quote" in page.text and queries == 4
    assert Plate.objects.filter(part="story", made_at=kept).exists()
    assert Plate.objects.filter(part="replies", made_at__gt=kept).exists()


def before_it_is_kept(act):
    """Runs what is given once, when a page is about to be kept."""
    done = []

    def wrapper(execute, sql, params, many, context):
        if sql.lstrip().startswith("INSERT INTO articles_plate") and not done:
            done.append(True)
            act()
        return execute(sql, params, many, context)

    return connection.execute_wrapper(wrapper)


def test_page_made_of_the_data_before_a_change_is_not_kept(client, story):
    with before_it_is_kept(lambda: rename(Article.objects.filter(pk=story.pk), headline="Yang benar")):
        assert "Kapal kandas" in client.get(story.get_absolute_url()).text

    assert not Plate.objects.exists()
    assert "Yang benar" in client.get(story.get_absolute_url()).text


def test_change_that_is_committed_and_not_purged_yet_is_not_shadowed(client, story):
    """The page is kept between the commit and the purge that follows it."""
    with transaction.atomic():
        rename(Tag.objects, name="Samudra")
        connection.run_on_commit.clear()
    client.get(story.get_absolute_url())

    pagecache.purge([f"tag:{story.tags.get().pk}"])

    assert "Samudra" in client.get(story.get_absolute_url()).text


def test_nothing_is_kept_of_a_transaction(client, story):
    with transaction.atomic():
        rename(Article.objects.filter(pk=story.pk), headline="Rancangan")
        assert "Rancangan" in client.get(story.get_absolute_url()).text
        transaction.set_rollback(True)

    assert not Plate.objects.exists()
    assert "Kapal kandas" in client.get(story.get_absolute_url()).text


def test_story_that_ends_is_gone_at_its_moment(client, story):
    end = timezone.now() + timedelta(minutes=10)
    Article.objects.filter(pk=story.pk).update(unpublish_at=end)
    first = client.get(story.get_absolute_url())
    second, queries = got(client, story)

    assert queries == 1 and first.headers["X-Page-Turns"] == second.headers["X-Page-Turns"] == str(end.timestamp())
    with time_machine.travel(end + timedelta(seconds=1)):
        assert client.get(story.get_absolute_url()).status_code == 410


def test_related_stories_are_right_again_after_an_hour(client, story):
    client.get(story.get_absolute_url())
    create_published(headline="Berita baru", hours_ago=1, tags=story.tags.all())
    assert "Berita baru" not in client.get(story.get_absolute_url()).text

    with time_machine.travel(timezone.now() + timedelta(minutes=61)):
        page, queries = got(client, story)

    assert "Berita baru" in page.text and queries == 4


def test_retracted_story_answers_410_and_leaves_nothing_finished_behind(client, story):
    client.get(story.get_absolute_url())

    story.retract(reason="Tidak benar.")

    assert client.get(story.get_absolute_url()).status_code == 410
    assert not Plate.objects.exists()


def test_moved_story_redirects_and_is_whole_at_its_new_address(client, story):
    client.get(story.get_absolute_url())
    former = story.get_absolute_url()

    story.slug = "kapal-selamat"
    story.save()

    assert client.get(former).status_code == 301
    page = client.get(client.get(former)["Location"]).text
    assert "kapal-selamat" in page and former not in page


def test_editor_sees_what_nobody_has_purged_yet(client, desk, story):
    reader = type(client)()
    reader.get(story.get_absolute_url())
    with connections["default"].connection.cursor() as cursor:  # past all that would notice
        cursor.execute("UPDATE articles_article SET headline = 'Diketik' WHERE id = %s", [story.pk])

    assert "Diketik" in desk.get(story.get_absolute_url()).text
    assert "Diketik" not in reader.get(story.get_absolute_url()).text
    call_command("purge_pages")
    assert "Diketik" in reader.get(story.get_absolute_url()).text


def test_preview_is_not_kept(desk, story):
    page = desk.get(reverse("admin:articles_article_preview", args=[story.pk]))

    assert "Kapal kandas" in page.text and b"<!--hole" not in page.content
    assert not Plate.objects.exists()


@pytest.mark.parametrize("query", ["?order=newest", "?order=discussed", "?order=picks", "?replies=1", "?quote=1"])
def test_other_orders_of_the_replies_stand_under_the_finished_story_and_are_not_kept(client, story, query):
    plain = client.get(story.get_absolute_url()).text
    page, queries = got(client, story, query)

    assert queries == 3
    assert page.text == made_anew(client, story, query).text
    assert set(Plate.objects.values_list("part", flat=True)) == {"story", "related"}
    assert client.get(story.get_absolute_url()).text == plain


def test_page_that_names_very_much_has_a_short_header(client, story):
    for _each in range(150):
        create_quote(story, citation=create_citation(story))

    first = client.get(story.get_absolute_url())
    second, queries = got(client, story)

    assert queries == 1 and first.headers["Surrogate-Key"] == second.headers["Surrogate-Key"]
    assert len(second.headers["Surrogate-Key"]) < 3000
    rename(Speaker.objects.filter(name="Sri Lentera"), name="Ibu Sri")
    assert "Ibu Sri" in client.get(story.get_absolute_url()).text


def test_deleted_words_are_gone_from_what_was_finished(client, layer):  # noqa: F811
    story, writer = create_published(), create_commenter()
    comment = create_comment(story, commenter=writer, text="Kata unikaku.")
    client.get(story.get_absolute_url())
    assert Plate.objects.filter(html__contains="unikaku").exists()

    sign_in(client, writer).post(reverse("articles:comment_delete", args=[comment.pk]))

    assert not Plate.objects.filter(html__contains="unikaku").exists()


def test_name_of_a_reader_who_told_of_an_error_is_gone_with_the_reader(client, story):
    story.correct(kind="correction", reason="Bukan kandas.", by=create_colleague("editor"))
    writer = create_commenter(name="Zulkarnain")
    told = create_comment(story, commenter=writer, name="Zulkarnain", kind="error")
    Comment.objects.filter(pk=told.pk).update(
        outcome="corrected", outcome_at=timezone.now(), correction=Correction.objects.get()
    )
    client.get(story.get_absolute_url())
    assert Plate.objects.filter(html__contains="Zulkarnain", part="story").exists()

    writer.erase()

    assert not Plate.objects.filter(html__contains="Zulkarnain").exists()


def test_what_nobody_asks_for_does_not_stay(client, story):
    client.get(story.get_absolute_url())

    assert Plate.objects.tidy() == 0
    assert Plate.objects.tidy(timezone.now() + timedelta(hours=2)) == 1
    assert Plate.objects.tidy(timezone.now() + timedelta(days=8)) == 2
