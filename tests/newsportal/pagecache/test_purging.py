"""When pages go: exactly those that a change alters, in every process, before the change's own answer."""

from datetime import timedelta

import pytest
import time_machine
from django.db import connection, transaction
from django.utils import timezone

from articles.models import Article, Comment, Tag, Touch
from newsportal import pagecache
from tests.factories import (
    create_author,
    create_citation,
    create_comment,
    create_editor,
    create_photo,
    create_published,
    create_quote,
    create_section,
    create_source,
    create_speaker,
    create_tag,
)
from tests.newsportal.pagecache.conftest import commit


def made_again(site, *addresses) -> list[str]:
    """Which of the pages were gone."""
    before = len(site.made)
    for address in addresses:
        site.get(address)
    return site.made[before:]


def test_correction_is_seen_at_once_in_every_process(site):
    story = create_published()
    other = type(site)()
    for process in (site, other):
        process.get(story.get_absolute_url())

    story.body = "<p>Kapal tidak jadi berangkat.</p>"
    story.save()

    for process in (site, other):
        assert "tidak jadi" in process.get(story.get_absolute_url()).body.decode()


def test_new_text_leaves_the_pages_that_do_not_show_it(site):
    story, stranger = create_published(), create_published()
    addresses = [story.get_absolute_url(), stranger.get_absolute_url(), "/", "/latest/", "/feed.rss", "/robots.txt"]
    made_again(site, *addresses)

    story.body = "<p>Kapal tidak jadi berangkat.</p>"
    story.save()

    assert made_again(site, *addresses) == [story.get_absolute_url(), "/feed.rss"]


def test_new_headline_is_on_every_list_that_shows_the_story(site):
    tag, section = create_tag(), create_section()
    story = create_published(tags=[tag], section=section)
    other_tag = create_tag()
    create_published(tags=[other_tag])
    addresses = ["/", "/latest/", tag.get_absolute_url(), section.get_absolute_url(), "/feed.json"]
    unrelated = [other_tag.get_absolute_url(), "/tags/", "/sitemap.xml", "/humans.txt"]
    made_again(site, *addresses, *unrelated)

    Article.objects.filter(pk=story.pk).update(headline="Kapal kandas")

    assert made_again(site, *addresses, *unrelated) == addresses
    assert all("Kapal kandas" in site.get(address).body.decode() for address in addresses)


def test_statement_typed_by_hand_purges_too(site):
    story = create_published()
    site.get(story.get_absolute_url())

    with connection.cursor() as cursor:
        cursor.execute("WITH a AS (SELECT 1) UPDATE articles_article SET headline = 'Kandas' WHERE id = %s", [story.pk])

    assert b"Kandas" in site.get(story.get_absolute_url()).body


def test_what_is_rolled_back_purges_nothing(site):
    story = create_published()
    site.get(story.get_absolute_url())

    with transaction.atomic():
        Article.objects.filter(pk=story.pk).update(headline="Kandas")
        transaction.set_rollback(True)

    assert made_again(site, story.get_absolute_url()) == []


def test_draft_and_what_readers_do_not_see_purge_nothing(site):
    story = create_published()
    held = create_comment(story, status=Comment.Status.HELD)
    addresses = ["/", story.get_absolute_url()]
    made_again(site, *addresses)

    create_comment(story, status=Comment.Status.HELD)
    create_author()
    Article.objects.create(headline="Rancangan", slug="rancangan")
    held.email = "lain@example.org"
    held.save()
    create_quote(Article.objects.get(slug="rancangan"))

    assert made_again(site, *addresses) == []


def test_approved_reply_appears_under_its_story_only(site):
    story, other = create_published(), create_published()
    reply = create_comment(story, status=Comment.Status.HELD)
    addresses = [other.get_absolute_url(), "/people/", "/tags/"]
    made_again(site, story.get_absolute_url(), *addresses)

    Comment.objects.filter(pk=reply.pk).decide(Comment.Status.APPROVED, by=create_editor())

    assert reply.text in site.get(story.get_absolute_url()).body.decode()
    assert made_again(site, *addresses) == []


def test_published_story_is_on_its_lists_and_leaves_the_others(site):
    section, tag, source, speaker = create_section(), create_tag(), create_source(), create_speaker()
    lists = ["/", "/latest/", section.get_absolute_url(), tag.get_absolute_url(), source.get_absolute_url()]
    lists += [speaker.get_absolute_url(), "/feed.atom", f"{tag.get_absolute_url()}feed.rss", "/news-sitemap.xml"]
    old = create_published(section=section, tags=[tag])
    create_quote(old, speaker=speaker, citation=create_citation(old, source=source))
    stranger = create_published(section=create_section(), tags=[create_tag()], hours_ago=50)
    others = [stranger.get_absolute_url(), stranger.section.get_absolute_url(), "/people/", "/sources/"]
    draft = Article.objects.create(headline="Baru saja", slug="baru", section=section)
    draft.tags.add(tag)
    create_quote(draft, speaker=speaker, citation=create_citation(draft, source=source))
    made_again(site, *lists, *others)

    draft.publish()

    assert made_again(site, *lists, *others) == lists
    assert all("Baru saja" in site.get(address).body.decode() for address in lists)


def test_scheduled_story_appears_at_its_moment_by_itself(site):
    create_published()
    at = timezone.now() + timedelta(minutes=10)
    lists = ["/", "/latest/", "/feed.rss", "/sitemap.xml"]
    made_again(site, *lists)
    create_published(headline="Tepat waktu", hours_ago=-1 / 6)

    with time_machine.travel(at - timedelta(seconds=30)):
        assert b"Tepat waktu" not in site.get("/").body
        control = site.get("/").headers["Cache-Control"]
        made_again(site, *lists)
        assert made_again(site, *lists) == []
    with time_machine.travel(at + timedelta(seconds=1)):
        assert made_again(site, *lists) == lists
        assert b"Tepat waktu" in site.get("/").body

    assert "stale" not in control and int(control.partition("s-maxage=")[2]) <= 31


def test_merged_tag_moves_its_stories_and_redirects(site):
    lost, kept = create_tag(), create_tag()
    story = create_published(tags=[lost])
    create_published(tags=[kept])
    addresses = [lost.get_absolute_url(), kept.get_absolute_url(), story.get_absolute_url(), "/tags/"]
    made_again(site, *addresses)

    lost.merge_into(kept)

    assert site.get(addresses[0]).status == 301
    assert story.headline in site.get(addresses[1]).body.decode()
    assert kept.name in site.get(addresses[2]).body.decode()
    assert lost.name not in site.get("/tags/").body.decode()


def test_renamed_section_is_on_every_page(site):
    section = create_section()
    story = create_published()
    addresses = ["/", story.get_absolute_url(), section.get_absolute_url(), "/search/?q=kapal"]
    made_again(site, *addresses, "/humans.txt")

    section.name = "Pelabuhan"
    section.save()

    assert made_again(site, *addresses) == addresses


def test_retracted_story_gives_its_reason_at_once(site):
    story = create_published()
    made_again(site, "/", story.get_absolute_url())

    story.retract(reason="Tidak benar.")

    answer = site.get(story.get_absolute_url())
    assert (answer.status, "Tidak benar." in answer.body.decode()) == (410, True)
    assert story.headline not in site.get("/").body.decode()


def test_page_made_from_the_data_before_a_change_is_not_kept(site):
    """A change is committed and purged while Django makes the page from what it read before."""
    story = create_published()
    make = site.django

    def slow(environ, start_response):
        page = list(make(environ, start_response))
        if len(site.made) == 1:
            Article.objects.filter(pk=story.pk).update(headline="Yang benar")
            commit()
        return page

    site.django = slow

    assert "Yang benar" in site.get(story.get_absolute_url()).body.decode()
    assert "Yang benar" in type(site)().get(story.get_absolute_url()).body.decode()


def test_notes_of_what_was_touched_do_not_stay(site):
    create_published(tags=[create_tag()])
    commit()

    assert Touch.objects.count() == 0


def test_story_with_hundreds_of_quotes_has_a_short_header(site):
    story = create_published()
    source = create_source()
    for _each in range(150):
        create_quote(story, citation=create_citation(story, source=source))

    keys = site.get(story.get_absolute_url()).headers["Surrogate-Key"]

    assert len(keys) < 3000
    Tag.objects.create(name="x", slug="x")
    made_again(site, story.get_absolute_url())
    story.quotes.first().speaker.__class__.objects.filter(pk=story.quotes.first().speaker_id).update(name="Ibu Ani")
    assert "Ibu Ani" in site.get(story.get_absolute_url()).body.decode()


def test_everything_can_be_purged_by_one_key(site):
    create_published(lead_photo=create_photo())
    made_again(site, "/", "/robots.txt")

    pagecache.purge(["site"])

    assert made_again(site, "/", "/robots.txt") == ["/", "/robots.txt"]


@pytest.mark.parametrize("junk", [b"", b"news1", b"\xff" * 4000, None])
def test_junk_among_the_files_costs_speed_only(site, layer, junk):
    create_published()
    body = site.get("/").body
    (path,) = layer().pages.iterdir()
    path.write_bytes(junk if junk is not None else path.read_bytes()[:-10])

    assert type(site)().get("/").body == body


def test_removed_directory_is_made_anew_and_purges_are_not_lost(site, layer, tmp_path):
    story = create_published()
    site.get(story.get_absolute_url())
    (tmp_path / "pages").rename(tmp_path / "moved")

    Article.objects.filter(pk=story.pk).update(headline="Sesudahnya")

    assert "Sesudahnya" in site.get(story.get_absolute_url()).body.decode()
