from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from articles.admin.articles import ArticleAdmin
from articles.admin.desk import FewPages, two_figures
from articles.models import Article
from tests.factories import create_article, create_author, create_comment, create_published, create_section, create_tag


def stories(client, **query):
    return [*client.get(reverse("admin:articles_article_changelist"), query).context["cl"].result_list]


def page(client) -> str:
    return client.get(reverse("admin:articles_article_changelist")).content.decode()


def test_a_story_stands_there_with_what_an_editor_asks_first(desk):
    story = create_published(section=create_section(name="Kota"), authors=[create_author(name="Sekar")])
    create_comment(story)

    text = page(desk)

    assert all(words in text for words in (story.headline, "Kota", "Sekar", 'field-comment_count">1<', "WIB"))


def test_a_scheduled_story_says_when_it_appears_and_an_embargoed_one_until_when_it_waits(desk):
    scheduled = create_published(hours_ago=-30)
    create_article(embargo=timezone.now() + timedelta(days=9))

    text = page(desk)

    local = timezone.localtime(scheduled.first_published_at)
    assert "state--scheduled" in text and f"{local:%H:%M} WIB" in text
    assert "embargoed until" in text or "embargo" in text


@pytest.mark.parametrize("state", ["draft", "in_review", "scheduled", "published", "retracted"])
def test_each_state_can_be_listed_alone(desk, state):
    live = create_published()
    gone = create_published()
    gone.retract(reason="Salah.")
    expected = {
        "draft": create_article(),
        "in_review": create_article(status=Article.Status.IN_REVIEW),
        "scheduled": create_published(hours_ago=-1),
        "published": live,
        "retracted": gone,
    }

    assert stories(desk, state=state) == [expected[state]]


def test_the_last_saved_comes_first_and_the_next_scheduled(desk):
    first, second = create_article(), create_article()
    later, sooner = create_published(hours_ago=-9), create_published(hours_ago=-3)
    first.save()

    assert stories(desk)[0] == first and stories(desk)[-1] == second
    assert stories(desk, state="scheduled") == [sooner, later]


def test_ones_own_stories_and_those_of_a_chosen_author_or_tag_can_be_listed(desk, editor):
    author, tag = create_author(user=editor), create_tag()
    story = create_article(authors=[author], tags=[tag])
    create_article(authors=[create_author()])

    assert stories(desk, author="me") == stories(desk, author=author.pk) == stories(desk, tag=tag.pk) == [story]
    assert stories(desk, author=10**9) == stories(desk, author="x") == []


@pytest.mark.parametrize("text", ["dermaga", "DERM", "kapal berlabuh", '"kapal berlabuh"', "kapal -kereta"])
def test_a_story_is_found_by_words_and_beginnings_of_words_in_its_language(desk, text):
    story = create_article(headline="Kapal berlabuh", body="<p>Di dermaga lama.</p>")
    create_article(headline="Kereta terlambat")

    assert stories(desk, q=text) == [story]


def test_a_story_is_found_by_its_pasted_address(desk):
    story = create_published(slug="kapal")
    create_published(slug="kapal-lain")

    assert stories(desk, q=f"https://news.example{story.get_absolute_url()}") == [story]
    assert stories(desk, q="/articles/2026/99/99/kapal/") == []


def test_a_search_reads_the_full_text_index_and_not_the_table(desk, django_assert_max_num_queries):
    with CaptureQueriesContext(connection) as captured:
        stories(desk, q="kapal")

    assert not [query for query in captured if "LIKE" in query["sql"].upper() and "articles_article" in query["sql"]]


def test_a_long_list_is_counted_only_as_far_as_anyone_pages_and_the_rest_is_an_estimate(desk, monkeypatch):
    monkeypatch.setattr(FewPages, "LIMIT", 3)
    for _ in range(5):
        create_article(headline="Kapal berlabuh")
    with connection.cursor() as cursor:
        cursor.execute("ANALYZE articles_article")

    response = desk.get(reverse("admin:articles_article_changelist"))
    found = desk.get(reverse("admin:articles_article_changelist"), {"q": "kapal"})

    assert response.context["cl"].result_count == 3
    assert "about 5" in response.text and "the first 3 can be paged through" in response.text
    assert "about 5" in found.text


@pytest.mark.parametrize(("number", "said"), [(1_004_312, 1_000_000), (9_960_000, 10_000_000), (9_460, 9_500), (5, 5)])
def test_an_estimate_has_two_figures(number, said):
    assert two_figures(number) == said


def test_an_action_on_all_of_a_list_that_is_too_long_does_nothing_and_says_so(desk, monkeypatch):
    monkeypatch.setattr(ArticleAdmin, "AT_ONCE", 2)
    monkeypatch.setattr(ArticleAdmin, "list_per_page", 1)
    first, second, _third = create_published(), create_published(), create_published()
    address = reverse("admin:articles_article_changelist")
    withdraw = {"action": "withdraw", "select_across": "1", "_selected_action": first.pk}

    refused = desk.post(address, withdraw, follow=True)

    assert "Nothing was done" in refused.text and "across all pages" not in refused.text
    assert Article.objects.published().count() == 3
    assert "Select all 2" in desk.get(address, {"q": f'"{first.headline}" or "{second.headline}"'}).text
