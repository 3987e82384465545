import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from articles.models import Recheck, SourceItem
from tests.admin.forms import fields
from tests.factories import create_article, create_citation, create_published, create_quote, create_source

State = SourceItem.State
ITEMS = "admin:articles_sourceitem_changelist"
QUEUE = "admin:articles_recheck_changelist"


def mark_page(item, state):
    return reverse("admin:articles_sourceitem_mark", args=[item.pk, state])


def mark(client, *items, action="killed", **data):
    data |= {"action": action, "_selected_action": [item.pk for item in items]}
    return client.post(reverse(ITEMS), data)


def queue(client, **query):
    return [*client.get(reverse(QUEUE), query).context["cl"].result_list]


def check(client, recheck, **data):
    address = reverse("admin:articles_recheck_change", args=[recheck.pk])
    return client.post(address, data) if data else client.get(address)


@pytest.fixture
def agency():
    return create_source(name="Kantor Berita Bahari", aliases=["KBB"])


@pytest.fixture
def item(agency):
    """A report that one story cites, with a quote; and another story has only through the radio."""
    origin = create_published()
    radio = create_citation(origin, source=create_source(name="Radio Lentera"))
    citation = create_citation(origin, source=agency, title="Laporan dermaga", via=radio)
    create_quote(origin, citation=citation)
    through = create_published()
    create_quote(through, citation=through.citations.create(item=radio.item))
    return citation.item


def test_marking_asks_first_and_names_stories_quotes_and_addresses(desk, item):
    page = desk.get(mark_page(item, State.KILLED)).content.decode()

    for story in item.stories():
        assert story.headline in page and story.get_absolute_url() in page
        assert story.quotes.get().get_absolute_url() in page
    item.refresh_from_db()
    assert item.state == State.LIVE and not Recheck.objects.exists()


def test_confirmed_it_queues_every_story_and_leads_to_the_queue(desk, item, editor):
    assert mark(desk, item).status_code == 200 and not Recheck.objects.exists()

    response = mark(desk, item, confirmed="1")

    item.refresh_from_db()
    assert item.state == State.KILLED and item.state_changed_at
    assert {entry.article for entry in queue(desk)} == {*item.stories()}
    assert response["Location"] == f"{reverse(QUEUE)}?item={item.pk}"


def test_several_items_are_marked_at_once(desk, item):
    other = create_citation(create_article()).item

    mark(desk, item, other, action="corrected", confirmed="1")

    assert {entry.item for entry in Recheck.objects.open()} == {item, other}


def test_no_story_changes_by_itself(desk, item):
    before = [(story.body, story.modified_at, story.status) for story in item.stories().order_by("pk")]

    mark(desk, item, confirmed="1")

    assert [(story.body, story.modified_at, story.status) for story in item.stories().order_by("pk")] == before


def test_the_state_cannot_be_changed_in_the_form(desk, item):
    address = reverse("admin:articles_sourceitem_change", args=[item.pk])
    data = fields(desk.get(address))
    assert "state" not in data

    desk.post(address, data | {"state": "killed", "title": "Judul lain"})

    item.refresh_from_db()
    assert (item.state, item.title) == (State.LIVE, "Judul lain")


def test_the_form_offers_what_can_happen_to_the_item(desk, item):
    address = reverse("admin:articles_sourceitem_change", args=[item.pk])
    assert mark_page(item, "live") not in desk.get(address).content.decode()

    mark(desk, item, confirmed="1")

    page = desk.get(address).content.decode()
    assert all(mark_page(item, state) in page for state in State.values)
    mark(desk, item, action="live", confirmed="1")
    item.refresh_from_db()
    assert item.state == State.LIVE and Recheck.objects.open().count() == 2


@pytest.mark.parametrize("rights", [["view_sourceitem"], ["view_sourceitem", "change_recheck"]])
def test_only_who_may_change_items_marks_them(allowed, item, rights):
    client = allowed(*rights)

    assert client.get(mark_page(item, State.KILLED)).status_code == 403
    mark(client, item, confirmed="1")

    assert not Recheck.objects.exists()


def test_an_unknown_state_is_not_found(desk, item):
    assert desk.get(mark_page(item, "burnt")).status_code == 404


def test_an_entry_shows_the_quotes_and_paragraphs_that_rest_on_the_item(desk, item):
    story = item.citations.get().article
    story.body += "<p>Menurut KBB, dermaga runtuh.</p><p>Cuaca cerah.</p>"
    story.save()
    create_quote(story)
    item.mark(State.KILLED)

    context = check(desk, Recheck.objects.get(article=story)).context

    assert context["direct"] == [story.quotes.get(citation__item=item)] and context["indirect"] == []
    assert context["passages"] == ["Menurut KBB, dermaga runtuh."]


def test_a_quote_that_came_through_what_passed_the_item_on_is_told_apart(desk, item):
    item.mark(State.KILLED)
    entry = Recheck.objects.exclude(article=item.citations.get().article).get()

    context = check(desk, entry).context

    assert context["direct"] == [] and context["indirect"] == [entry.article.quotes.get()]


def test_done_needs_a_note_and_leads_to_the_next_story(desk, item, editor):
    item.mark(State.KILLED)
    first, second = queue(desk)

    assert check(desk, first, note=" ").context["form"].errors
    assert check(desk, first, note="k" * 301).context["form"].errors
    response = check(desk, first, note="Kutipan ditarik.")

    first.refresh_from_db()
    assert (first.note, first.done_by) == ("Kutipan ditarik.", editor) and first.done_at
    assert response["Location"] == reverse("admin:articles_recheck_change", args=[second.pk])
    assert check(desk, second, note="Tetap berlaku.")["Location"] == reverse(QUEUE)


def test_the_queue_shows_open_entries_and_each_items_progress(desk, item, editor):
    item.mark(State.KILLED)
    done = Recheck.objects.first()
    done.finish(by=editor, note="Dibetulkan.")

    (waiting,) = queue(desk)

    assert waiting.progress == (1, 2)
    assert queue(desk, **{"is": "done"}) == [done] and len(queue(desk, **{"is": "all"})) == 2


def test_the_queue_is_narrowed_to_one_source_or_item(desk, item, agency):
    other = create_citation(create_article()).item
    item.mark(State.KILLED), other.mark(State.CORRECTED)

    assert {entry.item for entry in queue(desk, source=agency.pk)} == {item}
    assert {entry.item for entry in queue(desk, item=other.pk)} == {other}


def test_a_second_correction_queues_what_was_done_and_not_what_still_waits(item, editor):
    item.mark(State.CORRECTED)
    done = Recheck.objects.open().first()
    done.finish(by=editor, note="Angka dibetulkan.")

    (again,) = item.mark(State.CORRECTED)

    assert again.article == done.article and Recheck.objects.open().count() == 2


def test_only_who_may_change_entries_finishes_them(allowed, item):
    item.mark(State.KILLED)
    entry = Recheck.objects.first()
    client = allowed("view_recheck")

    assert check(client, entry).status_code == 200
    assert check(client, entry, note="Selesai.").status_code == 403
    assert not Recheck.objects.done().exists()


def test_a_done_entry_is_not_done_again(desk, item, editor):
    item.mark(State.KILLED)
    entry = Recheck.objects.first()
    entry.finish(by=editor, note="Dibetulkan.")

    check(desk, entry, note="Lain.")

    entry.refresh_from_db()
    assert entry.note == "Dibetulkan."


def test_pages_ask_as_much_for_many_stories_as_for_few(desk, item):
    def queries(address):
        desk.get(address)
        with CaptureQueriesContext(connection) as captured:
            assert desk.get(address).status_code == 200
        return len(captured)

    def counts():
        entry = reverse("admin:articles_recheck_change", args=[Recheck.objects.first().pk])
        return [queries(reverse(QUEUE)), queries(mark_page(item, State.KILLED)), queries(entry)]

    item.mark(State.KILLED)
    few = counts()
    for _each in range(10):
        story = create_published()
        create_quote(story, citation=story.citations.create(item=item))
    item.mark(State.KILLED)
    create_quote(Recheck.objects.first().article, citation=Recheck.objects.first().article.citations.first())

    assert counts() == few and max(few) < 20
