"""Conversations of any size, for measuring, and writers who all write at once."""

import io
import threading
import time
from datetime import timedelta

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
COUNT = """
    UPDATE articles_comment SET reply_count = counted FROM (
        SELECT thread_id, count(*) AS counted FROM articles_comment WHERE article_id = %(story)s GROUP BY thread_id
    ) threads WHERE articles_comment.id = threads.thread_id;
    UPDATE articles_article SET comment_count = (
        SELECT count(*) FROM articles_comment WHERE article_id = %(story)s AND status = 'approved'
    ) WHERE id = %(story)s
"""

EACH = 50  # replies of one reader
PERSON = "id, email, name, key, mail, created_at, confirmed_at, approved_count"
ROW = (
    "id, article_id, parent_id, thread_id, commenter_id, name, by_staff, kind, text, passages, status, reason, "
    "answers, is_unchecked, is_pick, created_at, waiting_since, outcome, outcome_note, origin, origin_key, "
    "reply_count, open_reports, report_weight"
)
REPORT = "comment_id, reporter_id, reason, text, weight, state, created_at"
# What the last reply to a story is, by the last digit of the story's id; every other is approved and stays.
LAST = {
    0: {"status": "held", "reason": "newcomer"},
    1: {"status": "spam", "reason": "spam"},
    2: {"status": "hidden", "reason": "abuse"},
    3: {"kind": "error"},
    4: {"status": "held", "reason": "links"},
    5: {"open_reports": 1, "report_weight": 1},
    6: {"status": "held", "reason": "unchecked", "is_unchecked": "t"},
}
# The log of what was removed.
DECIDED = """
    INSERT INTO articles_decision (comment_id, article_id, action, before, reason, rule, at, batch)
    SELECT id, article_id, status, 'held', reason, 'words', created_at, gen_random_uuid() FROM articles_comment
    WHERE status IN ('spam', 'hidden') AND article_id BETWEEN %s AND %s
"""


def approved_of(number: int):
    """A function from the id of a story with `number` replies to how many of them readers see."""
    return lambda pk: number - (number > 0 and LAST.get(pk % 10, {}).get("status", "approved") != "approved")


def under(cursor, first: int, last: int, number: int, sentences: list[str], newest) -> list[tuple]:
    """Table, columns and rows for COPY: `number` replies to each story between two ids, and those who wrote them.

    Threads as in REPLIES; the last reply is a root of its own, see LAST.
    """
    cursor.execute("SELECT (SELECT max(id) FROM articles_comment), (SELECT max(id) FROM articles_commenter)")
    pk, person = (found or 0 for found in cursor.fetchone())
    people = 1 + (last - first + 1) * number // EACH
    writers, replies, reports = io.StringIO(), io.StringIO(), io.StringIO()
    for n in range(person + 1, person + people + 1):
        writers.write(f"{n}\treader{n}@example.org\tPembaca {n}\tkey{n}\tat_once\t{newest}\t{newest}\t{EACH - 3}\n")
    for story in range(first, last + 1):
        before = pk
        for n in range(1, number + 1):
            pk += 1
            special = LAST.get(story % 10, {}) if n == number else {}
            if n == number or n % 5 in (1, 2):
                root = r"\N"
                answers = (n + 3 < number) + (len(range(3, number, 5)) if n == 1 else 0) if n < number else 0
            else:
                root, answers = (before + 1 if n % 5 == 3 else pk - 3), 0
            status, at = special.get("status", "approved"), newest - timedelta(minutes=5 * story - n)
            writer = person + 1 + pk * 7919 % people
            replies.write(
                f"{pk}\t{story}\t{root}\t{root}\t{writer}\tPembaca {writer}\tf\t{special.get('kind', 'reply')}\t"
                f"{sentences[pk % len(sentences)]} {pk}\t[]\t{status}\t{special.get('reason', '')}\t{{}}\t"
                f"{special.get('is_unchecked', 'f')}\t{'f' if answers == 0 else 't'}\t{at}\t"
                f"{at if status == 'held' else chr(92) + 'N'}\t\t\t\t\t{answers}\t"
                f"{special.get('open_reports', 0)}\t{special.get('report_weight', 0)}\n"
            )
            if "open_reports" in special:
                reports.write(f"{pk}\t{person + 1 + story % people}\tabuse\t\t1\topen\t{at}\n")
    return [
        ("articles_commenter", PERSON, writers),
        ("articles_comment", ROW, replies),
        ("articles_report", REPORT, reports),
    ]


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
