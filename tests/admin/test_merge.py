import pytest
from django.urls import reverse

from articles.models import Citation, Source, SourceItem, Speaker, Tag
from tests.factories import (
    create_article,
    create_citation,
    create_published,
    create_quote,
    create_source,
    create_speaker,
    create_tag,
)

CREATE = {Source: create_source, Speaker: create_speaker, Tag: create_tag}


def merge(client, *rows, **data):
    data |= {"action": "merge", "_selected_action": [row.pk for row in rows]}
    noun = rows[0]._meta.model_name
    return client.post(reverse(f"admin:articles_{noun}_changelist"), data, follow=True)


def messages(response) -> str:
    return " ".join(str(message) for message in response.context["messages"])


@pytest.mark.parametrize("model", CREATE)
def test_three_become_one_and_every_address_leads_to_it(desk, model):
    kept, *lost = (CREATE[model]() for _each in range(3))

    merge(desk, kept, *lost, kept=kept.pk)

    assert [*model.objects.all()] == [kept]
    for row in lost:
        assert desk.get(row.get_absolute_url()).headers["Location"] == kept.get_absolute_url()


@pytest.mark.parametrize("model", CREATE)
def test_one_alone_or_twice_is_not_merged(desk, model):
    row = CREATE[model]()

    merge(desk, row, kept=row.pk)
    merge(desk, row, row, kept=row.pk)

    assert [*model.objects.all()] == [row]


@pytest.mark.parametrize("model", CREATE)
@pytest.mark.parametrize("rights", [["change"], ["delete"]])
def test_merging_needs_the_right_to_change_and_to_delete(allowed, model, rights):
    noun = model._meta.model_name
    client = allowed(f"view_{noun}", *(f"{right}_{noun}" for right in rights))
    one, other = CREATE[model](), CREATE[model]()

    merge(client, one, other, kept=one.pk)

    assert model.objects.count() == 2


@pytest.mark.parametrize("model", CREATE)
@pytest.mark.parametrize("kept", ["", "0", "99999999999999999999", "kata"])
def test_the_question_is_asked_again_for_an_answer_that_is_none(desk, model, kept):
    one, other = CREATE[model](), CREATE[model]()

    response = merge(desk, one, other, kept=kept)

    assert response.context["form"].errors and model.objects.count() == 2


def test_the_question_shows_what_each_speaker_has(desk):
    one, other = create_speaker(name="Sri Lentera"), create_speaker(name="S. Lentera", aliases=["Bu Sri"])
    for _each in range(3):
        create_quote(create_article(), speaker=other)

    page = merge(desk, one, other)

    counts = {row.name: counts for row, _known, counts in page.context["choices"]}
    assert [number for _name, number in counts["S. Lentera"]] == [3]
    assert "Bu Sri" in page.content.decode()


def test_the_question_costs_the_same_for_two_and_for_twenty(desk, django_assert_max_num_queries):
    speakers = [create_speaker() for _each in range(20)]

    with django_assert_max_num_queries(12):
        merge(desk, *speakers)


def test_quotes_and_their_addresses_survive_the_speaker(desk):
    kept, lost = create_speaker(), create_speaker(wikidata_id="Q42", description="nelayan")
    quote = create_quote(create_published(), speaker=lost)

    merge(desk, kept, lost, kept=kept.pk)

    quote.refresh_from_db(), kept.refresh_from_db()
    assert (quote.speaker, kept.wikidata_id, kept.description) == (kept, "Q42", "nelayan")
    assert desk.get(quote.get_absolute_url()).status_code == 200


def test_an_address_that_was_renamed_before_the_merger_still_leads_there(desk):
    kept, lost = create_speaker(slug="sri-lentera"), create_speaker(slug="sri")
    lost.slug = "s-lentera"
    lost.save()

    merge(desk, kept, lost, kept=kept.pk)

    assert desk.get("/people/sri/").headers["Location"] == "/people/sri-lentera/"
    assert desk.get("/people/s-lentera/").headers["Location"] == "/people/sri-lentera/"


def test_nobody_unnamed_gets_a_name_by_a_merger(desk):
    named = create_speaker()
    unnamed = create_speaker(kind=Speaker.Kind.UNNAMED, slug=None, name="seorang pejabat", unnamed_reason="Takut.")

    for kept in (named, unnamed):
        assert "seorang pejabat" in messages(merge(desk, named, unnamed, kept=kept.pk))

    assert Speaker.objects.count() == 2


def test_quotes_follow_an_item_that_both_sources_had(desk):
    story = create_published()
    kept, lost = create_source(), create_source(may_index=False)
    citations = [create_citation(story, source=source, url="https://radio.example/1") for source in (kept, lost)]
    quote = create_quote(story, citation=citations[1])

    merge(desk, kept, lost, kept=kept.pk)

    quote.refresh_from_db(), kept.refresh_from_db()
    assert quote.citation == Citation.objects.get() == citations[0]
    assert not kept.may_index
    assert desk.get(quote.get_absolute_url()).status_code == 200


def test_a_killed_item_stays_killed_when_its_twin_stood(desk):
    story = create_article()
    kept, lost = create_source(), create_source()
    create_citation(story, source=kept, url="https://radio.example/1")
    create_citation(create_article(), source=lost, url="https://radio.example/1").item.mark(SourceItem.State.KILLED)

    merge(desk, kept, lost, kept=kept.pk)

    item = SourceItem.objects.get()
    assert item.state == SourceItem.State.KILLED
    assert item.rechecks.open().count() == 2


def test_a_merger_that_would_close_a_circle_is_refused_with_the_names_of_two_sources(desk):
    story = create_article()
    agency = create_source(name="Kantor Berita Bahari")
    kept, lost = create_source(name="Radio Lentera"), create_source(name="RL FM")
    last = create_citation(story, source=lost, url="https://radio.example/1")
    middle = create_citation(story, source=agency, via=last)
    create_citation(story, source=kept, url="https://radio.example/1", via=middle)

    response = merge(desk, kept, lost, kept=kept.pk)

    assert "Kantor Berita Bahari" in messages(response) and "Radio Lentera" in messages(response)
    assert Source.objects.count() == 3 and story.citations.count() == 3
