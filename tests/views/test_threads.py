"""Sorting, paging, passages and versions of a story's conversation, as readers see it."""

import gzip
import re
from datetime import timedelta

import pytest
from django.conf import settings
from django.core import mail
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from articles.models import Comment, Correction, Revision
from articles.views import comments
from tests.factories import create_citation, create_comment, create_commenter, create_published, create_quote
from tests.readers import send, sign_in

Status = Comment.Status


def public_version(article) -> int | None:
    return Revision.objects.public_version_of(article).first()


def shown(client, article, **query) -> list[str]:
    return re.findall(r"Utas \w+", client.get(article.get_absolute_url(), query).text.split('id="replies"')[1])


def follow_pages(client, article, monkeypatch, **query):
    monkeypatch.setattr(comments, "THREADS", 2)
    seen, key = [], ""
    while True:
        response = client.get(article.get_absolute_url(), query | {"replies": key})
        seen += re.findall(r"Utas \w+", response.text.split('id="replies"')[1])
        key = response.context["threads"].next
        if not key:
            return seen


@pytest.mark.parametrize(
    ("order", "expected"),
    [("oldest", "ABCDE"), ("newest", "EDCBA"), ("discussed", "CAEDB"), ("picks", "BD"), ("junk", "ABCDE")],
)
def test_every_order_goes_through_all_pages_and_repeats_nothing(client, monkeypatch, order, expected):
    article = create_published()
    roots = {letter: create_comment(article, text=f"Utas {letter}") for letter in "ABCDE"}
    for letter, number in {"C": 3, "A": 2, "E": 1}.items():
        for _each in range(number):
            create_comment(article, parent=roots[letter])
    Comment.objects.filter(pk__in=[roots["B"].pk, roots["D"].pk]).update(is_pick=True)

    assert follow_pages(client, article, monkeypatch, order=order) == [f"Utas {letter}" for letter in expected]


def test_long_thread_is_capped_and_says_how_many_more_there_are(client):
    article = create_published()
    root = create_comment(article)
    for _each in range(comments.REPLIES + 3):
        create_comment(article, parent=root)

    page = client.get(article.get_absolute_url()).text

    assert "3 more replies in this thread" in page and f'href="{root.get_absolute_url()}"' in page


def test_permalink_leads_to_the_page_of_the_whole_conversation_on_which_it_stands(client, monkeypatch):
    article = create_published()
    roots = [create_comment(article, text=f"Utas {n}") for n in range(30)]

    link = re.search(r'href="([^"]*\?replies=\d+)#', client.get(roots[25].get_absolute_url()).text)[1]

    assert f'id="comment-{roots[25].pk}"' in client.get(link).text


@pytest.mark.parametrize("number", [3, 400])
def test_story_asks_as_much_for_a_long_conversation_as_for_a_short_one(client, number):
    article = create_published()
    create_quote(article)
    writer = create_commenter()
    Comment.objects.bulk_create(
        Comment(article=article, commenter=writer, name="Ani", text=f"Utas {n}", status=Status.APPROVED)
        for n in range(number)
    )
    root = article.comments.first()
    Comment.objects.bulk_create(
        Comment(article=article, parent=root, commenter=writer, name="B", text=f"Balasan {n}", status=Status.APPROVED)
        for n in range(number)
    )

    with CaptureQueriesContext(connection) as captured:
        client.get(article.get_absolute_url())

    assert len(captured) <= 19


def test_damaged_keys_of_pages_are_answered_with_400_and_nothing_breaks(client):
    article = create_published()
    for query in ({"replies": "x"}, {"order": "discussed", "replies": "1"}, {"quote": "\0"}, {"source": "9" * 40}):
        assert client.get(article.get_absolute_url(), query).status_code == 400
    assert client.get(article.get_absolute_url(), {"order": "discussed", "replies": f"{'9' * 18},1"}).status_code == 200


# Passages


def test_quotation_says_how_many_have_answered_it_and_its_thread_can_be_read_alone(client):
    article = create_published()
    quote, other = create_quote(article), create_quote(article)
    known = create_commenter(email="ani@example.org", name="Ani", approved=3)
    sign_in(client, known)
    send(client, article, quote=quote.pk, text="Utas kutipan")
    create_comment(article, parent=article.comments.get(), text="Utas jawaban")
    create_comment(article, quote=other, text="Utas lain")

    page = client.get(article.get_absolute_url()).text

    assert "2 replies to this quote" in page and "1 reply to this quote" in page
    assert shown(client, article, quote=quote.pk) == ["Utas kutipan", "Utas jawaban"]


def test_source_can_be_discussed_likewise(client):
    article = create_published()
    citation = create_citation(article, title="Laporan pelabuhan")
    create_comment(article, citation=citation, text="Utas sumber")
    create_comment(article, text="Utas umum")

    page = client.get(article.get_absolute_url()).text

    assert "1 reply to this source" in page
    assert f"{reverse('articles:comment_create', args=[article.pk])}?source={citation.pk}" in page
    assert shown(client, article, source=citation.pk) == ["Utas sumber"]


def test_form_for_a_quotation_works_without_scripts(client):
    article = create_published()
    quote = create_quote(article, exact="Kami menunggu sejak subuh.")

    page = client.get(reverse("articles:comment_create", args=[article.pk]), {"quote": quote.pk}).text

    assert "Kami menunggu sejak subuh." in page and f'name="quote" value="{quote.pk}"' in page


# Versions


def rewrite(article, old, new, **correction):
    article.body = article.body.replace(old, new)
    article.save()
    return article.correct(kind=Correction.Kind.CORRECTION, reason="Jamnya salah.", **correction)


def test_reply_remembers_the_version_and_says_when_a_correction_came_since(client):
    article = create_published(body="<p>Kapal berangkat pukul tujuh.</p>")
    known = create_commenter(email="ani@example.org", name="Ani", approved=3)
    send(sign_in(client, known), article, version=public_version(article), text="Utas awal")
    assert "Written before" not in client.get(article.get_absolute_url()).text

    entry = rewrite(article, "tujuh", "delapan")
    send(client, article, version=public_version(article), text="Utas akhir")

    page = client.get(article.get_absolute_url()).text
    first, second = page.split('id="replies"')[1].split("Utas akhir")
    assert page.count("Written before") == 1 and "Written before" in first
    assert entry.get_absolute_url() in first


def test_reply_written_on_a_cached_page_of_before_is_one_of_before(client):
    article = create_published(body="<p>Kapal berangkat pukul tujuh.</p>")
    version = public_version(article)
    rewrite(article, "tujuh", "delapan")
    known = create_commenter(email="ani@example.org", name="Ani", approved=3)

    send(sign_in(client, known), article, version=version)

    assert article.comments.get().revision.number == version
    assert "Written before" in client.get(article.get_absolute_url()).text


@pytest.mark.parametrize("version", ["", "x", "-1", "999999", "9" * 30])
def test_version_that_is_none_is_taken_for_the_present_one_or_refused_with_the_text(client, version):
    article = create_published()
    response = send(client, article, version=version)

    assert response.status_code in (303, 422)
    if response.status_code == 303:
        assert article.comments.get().revision.number == public_version(article)


def test_reply_to_changed_words_says_how_they_read_then(client):
    article = create_published()
    quote = create_quote(article, exact="Kapal berangkat pukul tujuh.")
    # PostgreSQL's clock stands still within a test's transaction.
    create_comment(article, quote=quote, text="Utas awal", created_at=timezone.now() - timedelta(hours=1))

    article.body = article.body.replace("pukul tujuh", "pukul delapan")
    article.save()
    quote.exact = "Kapal berangkat pukul delapan."
    quote.save()

    page = client.get(article.get_absolute_url()).text.split('id="replies"')[1]
    assert "The passage has changed since." in page and "Kapal berangkat pukul tujuh." in page


# Words that a reply quotes


def test_altered_words_of_the_story_are_marked_and_faithful_ones_are_not(client):
    article = create_published(body="<p>Kapal pertama berangkat pukul tujuh pagi dari dermaga lama.</p>")
    known = create_commenter(email="ani@example.org", name="Ani", approved=3)
    sign_in(client, known)
    send(client, article, text="Katanya “Kapal pertama berangkat pukul tujuh pagi”.")
    assert "not word for word" not in client.get(article.get_absolute_url()).text

    send(client, article, text="Katanya “Kapal pertama berangkat pukul <sembilan> pagi”.")

    page = client.get(article.get_absolute_url()).text
    assert "not word for word" in page and "<sembilan" not in page


# Errors, sources, questions


def test_error_is_queued_for_the_desk_and_its_outcome_stands_on_the_reply_with_the_correction(client, desk, editor):
    article = create_published(body="<p>Kapal berangkat pukul tujuh.</p>")
    known = create_commenter(email="ani@example.org", name="Ani", approved=3)
    send(sign_in(Client(), known), article, kind="error", text="Jamnya bukan tujuh.")
    comment = article.comments.get()
    assert "Jamnya bukan tujuh." in desk.get(reverse("admin:articles_comment_changelist"), {"status": "desk"}).text

    entry = rewrite(article, "tujuh", "delapan", by=editor)
    answer = {"verb": "outcome", "outcome": "corrected", "note": "Terima kasih.", "correction": entry.pk}
    desk.post(reverse("admin:articles_comment_moderate", args=[comment.pk]), answer)

    page = Client().get(article.get_absolute_url()).text
    assert "Corrected" in page and "Terima kasih." in page and entry.get_absolute_url() in page
    assert not Comment.objects.to_desk().exists()
    ledger = Client().get(reverse("articles:corrections")).text
    assert f'Readers told us: <a href="{comment.get_absolute_url()}">Ani</a>' in ledger
    Comment.objects.filter(pk=comment.pk).decide(Status.HIDDEN, by=editor)
    assert "Ani" not in Client().get(reverse("articles:corrections")).text


def test_question_is_answered_on_the_reply_and_by_letter(desk):
    asker = create_commenter(email="ani@example.org", name="Ani", approved=3)
    article = create_published()
    send(sign_in(Client(), asker), article, kind="question", text="Kapan jembatan dibuka?")
    address = reverse("admin:articles_comment_moderate", args=[article.comments.get().pk])

    desk.post(address, {"verb": "outcome", "outcome": "answered", "note": "Hari Senin."})

    assert "Hari Senin." in Client().get(article.get_absolute_url()).text
    assert mail.outbox[-1].to == ["ani@example.org"] and "Hari Senin." in mail.outbox[-1].body


def test_answer_of_the_desk_needs_words_and_a_correction_its_entry(desk, editor):
    comment = create_comment(create_published(), kind=Comment.Kind.QUESTION)
    address = reverse("admin:articles_comment_moderate", args=[comment.pk])
    for outcome in ("answered", "corrected"):
        response = desk.post(address, {"verb": "outcome", "outcome": outcome})
        assert response.status_code == 200 and "errorlist" in response.text

    comment.refresh_from_db()
    assert comment.outcome == ""


# Live


def test_scripts_of_readers_pages_weigh_no_more_than_10_kilobytes():
    scripts = [path for path in (settings.BASE_DIR / "static/js").glob("*.js") if not path.name.startswith("admin-")]

    assert 0 < sum(len(gzip.compress(path.read_bytes())) for path in scripts) <= 10_000


def test_page_without_replies_can_tell_of_the_first_one(client):
    assert "data-news-line" in client.get(create_published().get_absolute_url()).text


def test_page_is_told_how_many_are_newer(client):
    article = create_published()
    first = create_comment(article)
    create_comment(article)
    create_comment(article, status=Status.HELD)
    address = reverse("articles:comment_news", args=[article.published_on, article.slug])

    response = client.get(address, {"after": first.pk})

    assert response.json() == {"new": 1} and "public" in response.headers["Cache-Control"]
    assert client.get(address, {"after": "x"}).status_code == 400
