"""The page of a tag: its introduction, and the tags that stand beside it."""

from articles.models import Tag, Touch
from tests.factories import create_article, create_photo, create_published, create_tag


def beside(client, tag) -> list[str]:
    return [other.name for other in client.get(tag.get_absolute_url()).context["beside"]]


def test_introduction_stands_on_the_tags_own_page_and_is_clean(client):
    tag = create_tag(introduction="<p>Semenanjung <b>dua</b> negara.</p><script>alert(1)</script>")
    story = create_published(tags=[tag])

    page = client.get(tag.get_absolute_url()).text

    assert "<p>Semenanjung <strong>dua</strong> negara.</p>" in page
    assert "alert(1)" not in page
    assert '<meta name="description" content="Semenanjung dua negara.">' in page
    assert "Semenanjung" not in client.get(story.get_absolute_url()).text


def test_introduction_may_show_a_picture(client):
    photo = create_photo(alt="Peta semenanjung")
    tag = create_tag(introduction=f'<figure data-photo="{photo.pk}"></figure>')
    create_published(tags=[tag])

    assert 'alt="Peta semenanjung"' in client.get(tag.get_absolute_url()).text


def test_new_introduction_purges_the_tags_page_and_no_story(client):
    tag = create_tag()
    story = create_published(tags=[tag])
    pages = [client.get(row.get_absolute_url()).headers["Surrogate-Key"].split() for row in (tag, story)]
    Touch.objects.all().delete()

    tag.introduction = "<p>Baru.</p>"
    tag.save()

    touched = set(Touch.objects.values_list("key", flat=True))
    assert [bool(touched & set(keys)) for keys in pages] == [True, False]


def test_new_name_purges_the_stories_too(client):
    tag = create_tag()
    story = create_published(tags=[tag])
    keys = set(client.get(story.get_absolute_url()).headers["Surrogate-Key"].split())
    Touch.objects.all().delete()

    Tag.objects.filter(pk=tag.pk).update(name="Lain")

    assert keys & set(Touch.objects.values_list("key", flat=True))


def test_merged_tag_leaves_its_introduction_to_one_that_has_none():
    lost, kept = create_tag(introduction="<p>Laut.</p>"), create_tag()

    lost.merge_into(Tag.objects.get(pk=kept.pk))

    assert Tag.objects.get(pk=kept.pk).introduction == "<p>Laut.</p>"


def test_tags_that_stand_together_most_often_stand_first(client):
    tag, often, seldom = create_tag(), create_tag(name="Sering"), create_tag(name="Jarang")
    create_published(tags=[tag, often])
    create_published(tags=[tag, often, seldom])
    create_published(tags=[often, create_tag(name="Lain")])
    create_article(tags=[tag, create_tag(name="Rancangan")])
    create_published(tags=[tag, create_tag(name="Nanti")], hours_ago=-1)

    assert beside(client, tag) == ["Sering", "Jarang"]


def test_only_the_newest_stories_say_which_tags_stand_together(client, monkeypatch):
    monkeypatch.setattr(Tag, "LOOKED_AT", 2)
    tag = create_tag()
    create_published(tags=[tag, create_tag(name="Lama")], hours_ago=9)
    create_published(tags=[tag], hours_ago=2)
    create_published(tags=[tag, create_tag(name="Baru")], hours_ago=1)

    assert beside(client, tag) == ["Baru"]


def test_a_tag_put_on_a_story_joins_those_beside_its_other_tags(client):
    tag, other = create_tag(), create_tag()
    story = create_published(tags=[tag])
    keys = set(client.get(tag.get_absolute_url()).headers["Surrogate-Key"].split())
    Touch.objects.all().delete()

    story.tags.add(other)

    assert keys & set(Touch.objects.values_list("key", flat=True))
    assert beside(client, tag) == [other.name]
