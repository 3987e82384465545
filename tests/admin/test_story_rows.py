from django.urls import reverse

from articles.models import Citation, Quote
from tests.admin.forms import fields
from tests.factories import (
    create_article,
    create_author,
    create_citation,
    create_published,
    create_quote,
    create_source,
    create_speaker,
)


def form_of(story):
    return reverse("admin:articles_article_change", args=[story.pk])


def send(client, story, **changes):
    return client.post(form_of(story), fields(client.get(form_of(story))) | changes)


def errors(response, prefix):
    (rows,) = [rows.formset for rows in response.context["inline_admin_formsets"] if rows.formset.prefix == prefix]
    return [{name: list(texts) for name, texts in form.items()} for form in rows.errors]


def test_quotes_sources_and_authors_are_added_within_the_story(desk):
    story = create_article(body="<p>“Kapal tiba,” kata nakhoda.</p>")
    item = create_citation(create_article()).item
    author, speaker = create_author(), create_speaker()

    send(
        desk,
        story,
        **{"bylines-TOTAL_FORMS": 1, "bylines-0-author": author.pk, "bylines-0-article": story.pk},
        **{"citations-TOTAL_FORMS": 1, "citations-0-item": item.pk, "citations-0-part": "cited"},
        **{"quotes-TOTAL_FORMS": 1, "quotes-0-exact": "Kapal tiba,", "quotes-0-speaker": speaker.pk},
        **{"quotes-0-status": "accepted", "quotes-0-kind": "full", "quotes-0-language": "id"},
        **{"quotes-0-said_on_precision": "day"},
    )

    assert story.bylines.get().author == author and story.citations.get().item == item
    quote = story.quotes.get()
    assert (quote.speaker, quote.position, quote.prefix) == (speaker, 1, "“")


def test_rows_without_an_order_go_to_the_end(desk):
    story = create_article(authors=[create_author()])
    first, second = create_author(), create_author()
    rows = {"bylines-TOTAL_FORMS": 3, "bylines-1-author": first.pk, "bylines-2-author": second.pk}

    send(desk, story, **rows, **{"bylines-1-position": "", "bylines-2-position": ""})

    assert [byline.author for byline in story.bylines.all()][1:] == [first, second]


def test_only_sources_of_the_story_can_be_what_another_came_through(desk):
    story, other = create_article(), create_article()
    own, foreign = create_citation(story), create_citation(other)

    page = desk.get(form_of(story)).content.decode()
    response = send(desk, story, **{"citations-0-via": foreign.pk})

    assert f'value="{foreign.pk}"' not in page.split('name="citations-0-via"')[1].split("</select>")[0]
    assert "via" in errors(response, "citations")[0]
    assert Citation.objects.get(pk=own.pk).via is None


def test_a_chain_that_runs_in_a_circle_is_refused_with_the_names_of_two_sources(desk):
    story = create_article()
    one = create_citation(story, source=create_source(name="KCNA"))
    other = create_citation(story, source=create_source(name="AFP"), via=one)

    response = send(desk, story, **{"citations-0-via": other.pk})

    (message,) = errors(response, "citations")[0]["via"]
    assert "KCNA" in message and "AFP" in message


def test_a_circle_of_three_that_one_submit_would_close_is_refused(desk):
    story = create_article()
    names = ["KCNA", "AFP", "Radio Lentera"]
    rows = [create_citation(story, source=create_source(name=name)) for name in names]

    links = {f"citations-{n}-via": rows[(n + 1) % 3].pk for n in range(3)}
    response = send(desk, story, **links)

    message = " ".join(text for form in errors(response, "citations") for text in form.get("via", []))
    assert sum(name in message for name in names) == 2
    assert not story.citations.exclude(via=None).exists()


def test_two_sources_are_exchanged_in_one_submit(desk):
    story = create_article()
    one = create_citation(story)
    other = create_citation(story, via=one)

    response = send(desk, story, **{"citations-0-via": other.pk, "citations-1-via": ""})

    assert response.status_code == 302
    one.refresh_from_db(), other.refresh_from_db()
    assert (one.via, other.via) == (other, None)


def test_a_deleted_source_is_forgotten_by_the_rows_that_named_it(desk):
    story = create_article()
    lost = create_citation(story)
    kept = create_citation(story, via=lost)
    quote = create_quote(story, citation=lost)

    response = send(
        desk, story, **{"citations-0-DELETE": "on", "citations-1-part": "document", "quotes-0-role": "nakhoda"}
    )

    assert response.status_code == 302
    kept.refresh_from_db(), quote.refresh_from_db()
    assert (kept.via, kept.part, quote.citation, quote.role) == (None, "document", None, "nakhoda")


def test_an_altered_accepted_quote_stops_a_story_that_is_being_published_at_the_quotes_field(desk):
    story = create_article()
    create_quote(story)

    response = send(desk, story, body="<p>Tanpa kutipan.</p>", _publish="1")

    assert errors(response, "quotes")[0].keys() == {"exact"}
    assert response.context["adminform"].form["body"].value() == "<p>Tanpa kutipan.</p>"


def test_changes_that_lose_the_words_of_an_accepted_quote_are_saved_but_not_published(desk):
    story = create_article()
    quote = create_quote(story)
    story.publish()

    response = send(desk, story, body="<p>Tanpa kutipan.</p>", _continue="1")
    said = desk.get(response["Location"]).content.decode().split('class="messagelist"')[1]
    refused = desk.post(reverse("admin:articles_article_release", args=[story.pk]), {"kind": "minor"})

    story.refresh_from_db()
    assert story.pending.content["body"] == "<p>Tanpa kutipan.</p>" and quote.exact in said
    assert refused.status_code == 422 and quote.exact in story.body


def test_words_of_an_accepted_quote_typed_wrong_are_said_at_the_field_in_a_published_story_too(desk):
    story = create_article()
    create_quote(story)
    story.publish()

    response = send(desk, story, **{"quotes-0-exact": "Kata lain sama sekali."})

    assert errors(response, "quotes")[0].keys() == {"exact"}


def test_an_altered_accepted_quote_in_a_draft_is_saved_with_a_warning(desk):
    story = create_article()
    quote = create_quote(story)

    response = send(desk, story, body="<p>Tanpa kutipan.</p>", _continue="1")

    story.refresh_from_db()
    assert story.body == "<p>Tanpa kutipan.</p>"
    assert (
        quote.exact in desk.get(response["Location"]).content.decode().split('class="messagelist"')[1].split("</ul>")[0]
    )


def test_a_withdrawn_quote_needs_its_reason_at_the_row(desk):
    story = create_published()
    create_quote(story)

    response = send(desk, story, **{"quotes-0-status": "withdrawn"})

    assert errors(response, "quotes") != [{}]
    assert Quote.objects.get().status == Quote.Status.ACCEPTED


def test_the_same_author_twice_is_refused(desk):
    author = create_author()
    story = create_article(authors=[author])

    response = send(desk, story, **{"bylines-TOTAL_FORMS": 2, "bylines-1-author": author.pk})

    assert response.status_code == 200 and response.context["errors"]


def test_a_row_that_somebody_deleted_meanwhile_is_said_and_nothing_typed_is_lost(desk):
    story = create_article()
    quote = create_quote(story)
    data = fields(desk.get(form_of(story))) | {"headline": "Kapal tiba", "quotes-0-role": "nakhoda"}
    quote.delete()

    response = desk.post(form_of(story), data)

    assert errors(response, "quotes")[0]["__all__"]
    assert response.context["adminform"].form["headline"].value() == "Kapal tiba"
