from django.urls import reverse

from articles.models import Tag
from tests.admin.forms import fields
from tests.factories import create_article, create_published, create_tag


def merge(client, *tags, **data):
    data |= {"action": "merge", "_selected_action": [tag.pk for tag in tags]}
    return client.post(reverse("admin:articles_tag_changelist"), data, follow=True)


def test_merging_asks_which_tag_stays_and_keeps_stories_and_addresses(desk):
    kept, lost = create_tag(name="Korea Utara"), create_tag(name="Korut")
    story = create_published(tags=[lost])

    question = merge(desk, kept, lost)
    merge(desk, kept, lost, kept=kept.pk)

    assert "Korea Utara" in question.content.decode() and [*Tag.objects.all()] == [kept]
    assert [*story.tags.all()] == [kept]
    assert desk.get(reverse("articles:tag", args=[lost.slug])).status_code == 301


def test_one_tag_alone_is_not_merged(desk):
    tag = create_tag()

    merge(desk, tag, kept=tag.pk)

    assert [*Tag.objects.all()] == [tag]


def test_a_tag_that_was_not_selected_cannot_be_the_one_that_stays(desk):
    one, two, other = create_tag(), create_tag(), create_tag()

    response = merge(desk, one, two, kept=other.pk)

    assert response.context["form"].errors and Tag.objects.count() == 3


def test_who_may_not_delete_tags_may_not_merge_them(allowed):
    client = allowed("view_tag", "change_tag")
    one, two = create_tag(), create_tag()

    merge(client, one, two, kept=one.pk)

    assert Tag.objects.count() == 2


def test_a_story_takes_known_tags_and_makes_new_ones(desk):
    known = create_tag(name="Korea")
    story = create_article(tags=[create_tag(name="Lama")])
    address = reverse("admin:articles_article_change", args=[story.pk])

    desk.post(address, fields(desk.get(address)) | {"tags": ["korea", "Antariksa  Baru", "Antariksa Baru"]})

    assert {tag.name for tag in story.tags.all()} == {"Korea", "Antariksa Baru"}
    assert Tag.objects.filter(name__iexact="korea").get() == known


def test_tags_are_offered_by_name_while_an_editor_types(desk):
    create_tag(name="Program Antariksa")

    lookup = {"app_label": "articles", "model_name": "article", "field_name": "tags", "term": "antar"}
    found = desk.get(reverse("admin:articles_tag_names"), lookup).json()["results"]

    assert found == [{"id": "Program Antariksa", "text": "Program Antariksa"}]


def test_introduction_of_a_tag_is_written_at_the_desk_and_kept_clean(desk):
    tag = create_tag(introduction="<p>Lama.</p>")
    address = reverse("admin:articles_tag_change", args=[tag.pk])
    form = desk.get(address)

    desk.post(address, fields(form) | {"introduction": '<p onclick="x()">Semenanjung <b>dua</b> negara.</p>'})

    assert "Lama." in form.content.decode()
    assert "sha256" in form["Content-Security-Policy"]
    assert Tag.objects.with_introduction().get().introduction == "<p>Semenanjung <strong>dua</strong> negara.</p>"


def test_taggits_own_tags_are_not_at_the_desk(desk):
    assert "/taggit/" not in desk.get(reverse("admin:index")).content.decode()
