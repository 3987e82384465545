"""A newsroom of any size, for measuring: invented words, the same for the same size, written by COPY."""

import io
import random
from datetime import timedelta
from itertools import accumulate

from django.db import connection, transaction
from django.utils import timezone

from . import conversation_of_size
from .models.event import HAPPENED

# Few of each: every page is full already in a newsroom of a thousand stories, and only the depth behind it grows.
SECTIONS, TAGS, SPEAKERS, SOURCES, SERIES, AUTHORS = 8, 40, 40, 40, 8, 40
PARTED = 5 * SERIES  # of so many stories, one is a part of each series
STEP = 10_000
MINUTES_APART = 5

# Rows that belong to the stories between two ids; the triggers are off, so the copies are written here.
DEPENDENT = [
    # Every fifth story has the first tag; all have one of the others, some two.
    """INSERT INTO articles_tagging (article_id, tag_id, published_at, changed_at)
       SELECT id, CASE WHEN id %% 5 = 0 THEN 1 ELSE 2 + id * 7919 %% {tags} END, first_published_at, changed_at
       FROM articles_article WHERE id BETWEEN %s AND %s""",
    """INSERT INTO articles_tagging (article_id, tag_id, published_at, changed_at)
       SELECT id, 2 + id * 104729 %% {tags}, first_published_at, changed_at
       FROM articles_article WHERE id BETWEEN %s AND %s ON CONFLICT DO NOTHING""",
    """INSERT INTO articles_sourceitem (id, source_id, title, url, first_seen_at, content_hash, state)
       SELECT id, 1 + id %% {sources}, '', '', first_published_at, '', 'live'
       FROM articles_article WHERE id BETWEEN %s AND %s""",
    """INSERT INTO articles_citation (id, article_id, item_id, source_id, part, position, published_at, changed_at)
       SELECT id, id, id, 1 + id %% {sources}, 'cited', 0, first_published_at, changed_at
       FROM articles_article WHERE id BETWEEN %s AND %s""",
    """INSERT INTO articles_sketch (article_id, hashes, dated_at)
       SELECT id, newsportal_sketch(body), first_published_at FROM articles_article
       WHERE id BETWEEN %s AND %s AND first_published_at > now() - interval '14 days'""",
    """INSERT INTO articles_part (series_id, article_id, number, published_at, changed_at)
       SELECT 1 + id %% {series}, id, 1 + id / {parted}, first_published_at, changed_at
       FROM articles_article WHERE id BETWEEN %s AND %s AND id %% {parted} < {series}""",
    f"""INSERT INTO articles_event (tag_id, article_id, quote_id, correction_id, known_at, published_at, changed_at)
       SELECT tag_id, article_id, quote_id, correction_id, known_at, published_at, changed_at
       FROM ({HAPPENED}) AS happened JOIN articles_tagging USING (article_id) WHERE article_id BETWEEN %s AND %s""",
    """INSERT INTO articles_byline (article_id, author_id, contribution, position, published_at, changed_at)
       SELECT id, 1 + id %% {authors}, '', 0, first_published_at, changed_at
       FROM articles_article WHERE id BETWEEN %s AND %s""",
    # What the form of the desk would have kept of it, without the rows beside it.
    """INSERT INTO articles_revision (article_id, number, content, message, is_public, created_at)
       SELECT id, 1, jsonb_build_object(
              'headline', headline, 'slug', slug, 'standfirst', standfirst, 'body', body, 'language', language,
              'rights', '', 'embargo', NULL, 'comments_open', true, 'section', NULL, 'lead_photo', NULL,
              'tags', '[]'::jsonb, 'bylines', '[]'::jsonb, 'citations', '[]'::jsonb, 'quotes', '[]'::jsonb
       ), '', true, first_published_at FROM articles_article WHERE id BETWEEN %s AND %s""",
]
NOUNS = [
    ("articles_section", "name, slug, description, position", "'Section ' || g, 'section-' || g, '', g", SECTIONS),
    ("articles_tag", "name, slug, introduction", "'Tag ' || g, 'tag-' || g, ''", TAGS),
    (
        "articles_author",
        "name, slug, job_title, biography",
        "'Author ' || g, 'author-' || g, '', ''",
        AUTHORS,
    ),
    ("articles_series", "name, slug, introduction", "'Series ' || g, 'series-' || g, ''", SERIES),
    (
        "articles_speaker",
        "kind, name, slug, aliases, description, unnamed_reason",
        "'person', 'Speaker ' || g, 'speaker-' || g, '{}', '', ''",
        SPEAKERS,
    ),
    (
        "articles_source",
        "name, slug, kind, aliases, home_page, country, description, licence, credit_line, may_index, may_syndicate",
        "'Source ' || g, 'source-' || g, 'agency', '{}', '', '', '', '', '', true, true",
        SOURCES,
    ),
]
ARTICLE = (
    "id, headline, slug, standfirst, body, language, section_id, status, first_published_at, published_on, rights, "
    "retraction_reason, comments_open, comment_count, sole_origin_id, is_sourced"
)
QUOTE = (
    "id, article_id, status, speaker_id, exact, prefix, suffix, position, kind, language, is_translation, role, verb, "
    "said_on, said_on_precision, withdrawal_reason, published_at, changed_at, citation_id"
)


def fill(articles: int, progress, *, comments: int = 0) -> None:
    """Bring the newsroom to this many stories, each with a quote, a source, two tags and its share of the comments.

    A newsroom that has as many is left as it is. `progress(done)` is called. Every story holds the word “selalu”; one
    in fifty holds “langka”.
    """
    with connection.cursor() as cursor:
        cursor.execute("SELECT coalesce(max(id), 0) FROM articles_article")
        (done,) = cursor.fetchone()
        if done >= articles:
            return
        # No trigger, no check of keys: what is written here is sound, and a million rows want an hour less.
        cursor.execute("SET session_replication_role = replica")
        if not done:
            for table, columns, values, number in NOUNS:
                cursor.execute(
                    f"INSERT INTO {table} (id, {columns}) SELECT g, {values} FROM generate_series(1, {number}) g"
                )
        for first in range(done + 1, articles + 1, STEP):
            last = min(first + STEP - 1, articles)
            with transaction.atomic():
                write_stories(cursor, first, last, comments // articles)
            progress(last)
        nouns = "article quote citation sourceitem section tag speaker source series author comment commenter"
        for table in nouns.split():
            table = f"articles_{table}"
            cursor.execute(f"SELECT setval(pg_get_serial_sequence('{table}', 'id'), max(id)) FROM {table}")
        cursor.execute("SET session_replication_role = DEFAULT")
        cursor.execute("VACUUM ANALYZE")


def write_stories(cursor, first: int, last: int, comments: int) -> None:
    """Those with the ids `first` to `last`, each with so many comments, and what hangs on them."""
    words = Words(first)
    stories, quotes = io.StringIO(), io.StringIO()
    # The newest story is always an hour old, whatever the size: ids grow into the past.
    newest = timezone.now().replace(microsecond=0) - timedelta(hours=1)
    seen = conversation_of_size.approved_of(comments)
    for pk in range(first, last + 1):
        at = newest - timedelta(minutes=MINUTES_APART * pk)
        rare = "langka" if pk % 50 == 0 else ""
        body = f"<p>selalu {rare} {words(70)}</p>"
        stories.write(
            f"{pk}\t{words(7)}\tstory-{pk}\t{words(14)}\t{body}\tid\t{1 + pk % SECTIONS}\tpublished\t{at.isoformat()}\t"
            f"{timezone.localdate(at)}\t\t\tt\t{seen(pk)}\t{1 + pk % SOURCES}\tt\n"
        )
        quotes.write(
            f"{pk}\t{pk}\taccepted\t{1 + pk % SPEAKERS}\t{words(18)}\t\t\t0\tfull\tid\tf\t\tkata\t"
            f"{timezone.localdate(at)}\tday\t\t{at.isoformat()}\t{at.isoformat()}\t{pk}\n"
        )
    copy(cursor, "articles_article", ARTICLE, stories)
    copy(cursor, "articles_quote", QUOTE, quotes)
    for statement in DEPENDENT:
        numbers = {"tags": TAGS - 1, "sources": SOURCES, "series": SERIES, "authors": AUTHORS, "parted": PARTED}
        cursor.execute(statement.format(**numbers), [first, last])
    if comments:
        sentences = [f"{words(12).capitalize()}." for _each in range(1000)]
        for table, columns, rows in conversation_of_size.under(cursor, first, last, comments, sentences, newest):
            copy(cursor, table, columns, rows)
        cursor.execute(conversation_of_size.DECIDED, [first, last])


def copy(cursor, table: str, columns: str, rows: io.StringIO) -> None:
    rows.seek(0)
    cursor.cursor.copy_expert(f"COPY {table} ({columns}) FROM STDIN", rows)


class Words:
    """Invented words, the frequent ones as much more frequent than the rare as in a language (Zipf)."""

    SYLLABLES = [consonant + vowel for consonant in "bcdfghjklmnprstwy" for vowel in "aiueo"]

    def __init__(self, seed: int):
        chance = random.Random(1)
        self.vocabulary = ["".join(chance.choices(self.SYLLABLES, k=2 + rank % 3)) for rank in range(40_000)]
        self.weights = list(accumulate(1 / (rank + 3) for rank in range(40_000)))
        self.chance = random.Random(seed)

    def __call__(self, number: int) -> str:
        return " ".join(self.chance.choices(self.vocabulary, cum_weights=self.weights, k=number))
