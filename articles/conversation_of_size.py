"""Conversations of any size, for measuring, and writers who all write at once."""

import threading
import time

from django.db import connection, connections

from .models import Article, Comment, Commenter

READERS = 50
# From rows of a number, a story, a reader and the root of a thread.
WRITE = """
    INSERT INTO articles_comment (
        id, article_id, parent_id, thread_id, commenter_id, name, by_staff, kind, text, passages, status, reason,
        answers, is_unchecked, is_pick, created_at, waiting_since, outcome, outcome_note, origin, origin_key
    )
    SELECT base + n, story, root, root, reader, 'Pembaca ' || reader, false, 'reply',
           'selalu kata nomor ' || base + n, '[]', %(status)s, '', '{}', false,
           root IS NULL AND %(status)s = 'approved',
           now() - interval '1 hour' + n * interval '1 millisecond',
           CASE WHEN %(status)s = 'held' THEN now() END, '', '', '', ''
    FROM rows CROSS JOIN (SELECT %(base)s::bigint AS base) AS before
"""
# Two of five replies begin threads, all of them editors’ picks, so that fifty fill a page in every order; each has one
# answer, and the first thread besides a fifth of all replies, so that pages in one order show alike much.
REPLIES = f"""
    WITH rows AS (
        SELECT n, %(story)s::bigint AS story, %(reader)s::bigint + n %% %(readers)s AS reader,
               CASE WHEN n %% 5 IN (1, 2) OR %(status)s = 'held' THEN NULL
                    WHEN n %% 5 = 3 THEN %(base)s::bigint + 1
                    ELSE %(base)s::bigint + n - 3 END AS root
        FROM generate_series(1, %(number)s) n
    ) {WRITE}
"""
UNDER_EVERY_STORY = f"""
    WITH rows AS (
        SELECT row_number() OVER () AS n, article.id AS story, %(reader)s::bigint + article.id %% %(readers)s AS reader,
               NULL::bigint AS root
        FROM articles_article AS article CROSS JOIN generate_series(1, %(number)s)
    ) {WRITE}
"""
COUNT = """
    UPDATE articles_comment SET reply_count = counted FROM (
        SELECT thread_id, count(*) AS counted FROM articles_comment WHERE article_id = %(story)s GROUP BY thread_id
    ) threads WHERE articles_comment.id = threads.thread_id;
    UPDATE articles_article SET comment_count = (
        SELECT count(*) FROM articles_comment WHERE article_id = %(story)s AND status = 'approved'
    ) WHERE id = %(story)s
"""


def readers() -> list[Commenter]:
    """Proved readers of whom nobody has written anything yet, made once."""
    Commenter.objects.bulk_create(
        (
            Commenter(name=f"Pembaca {n}", email=f"pembaca{n}@example.org", confirmed_at="2026-01-01T00:00Z")
            for n in range(READERS)
        ),
        ignore_conflicts=True,
    )
    return list(Commenter.objects.order_by("pk")[:READERS])


def fill(story: Article, number: int, status: str = "approved") -> None:
    """Give `story`, which has none, that many replies, in threads as readers make them; held ones are all roots."""
    write([REPLIES, COUNT], {"story": story.pk, "number": number, "status": status})


def spread(number: int, status: str = "approved") -> None:
    """Give every story that many roots of threads; the counters of the stories do not know of them."""
    write([UNDER_EVERY_STORY], {"number": number, "status": status})


def write(statements: list[str], values: dict) -> None:
    first = readers()[0].pk
    with connection.cursor() as cursor:
        cursor.execute("SELECT coalesce(max(id), 0) FROM articles_comment")
        (base,) = cursor.fetchone()
        cursor.execute("SET session_replication_role = replica")
        for statement in statements:
            cursor.execute(statement, values | {"base": base, "reader": first, "readers": READERS})
        cursor.execute("SET session_replication_role = DEFAULT")
        sequence = "pg_get_serial_sequence('articles_comment', 'id')"
        cursor.execute(f"SELECT setval({sequence}, (SELECT max(id) FROM articles_comment))")
        cursor.execute("VACUUM ANALYZE articles_comment")


def write_at_once(story: Article, each: int = 4) -> float:
    """READERS writers answer one reply about a quotation at the same time, `each` so often; returns replies a second.

    Raises AssertionError when a counter is wrong afterwards: the story's, the thread's, the quotation's, a reader's.
    """
    people, quote = readers(), story.quotes.accepted().first()
    had = {person.pk: person.approved_count for person in people}
    root = Comment(article=story, quote=quote, commenter=people[0], name=people[0].name, text="Apa pendapat Anda?")
    root.submit(is_proved=True)
    Comment.objects.filter(article=story).decide(Comment.Status.APPROVED)
    root = story.comments.get()
    start = threading.Barrier(len(people) + 1)

    def write(reader):
        try:
            start.wait()
            for n in range(each):
                comment = Comment(article=story, parent=root, commenter=reader, name=reader.name, text=f"Jawaban {n}")
                Comment.objects.filter(pk=comment.submit(is_proved=True).pk).decide(Comment.Status.APPROVED)
        finally:
            connections.close_all()

    threads = [threading.Thread(target=write, args=[reader]) for reader in people]
    for thread in threads:
        thread.start()
    start.wait()
    began = time.perf_counter()
    for thread in threads:
        thread.join()
    took = time.perf_counter() - began
    story.refresh_from_db()
    root.refresh_from_db()
    written = len(people) * each
    quote.refresh_from_db()
    counted = (story.comment_count, root.reply_count, quote.comment_count)
    assert counted == (written + 1, written, written + 1), counted
    for person in Commenter.objects.filter(pk__in=had):
        mine = each + (person == people[0])
        assert person.approved_count == had[person.pk] + mine, (person.approved_count, had[person.pk], mine)
    return written / took
