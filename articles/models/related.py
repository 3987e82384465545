from django.db import models
from django.db.models.expressions import RawSQL
from django.utils import timezone

# What two stories may share, and how much that says: one whom both quote says more than a subject, and a subject more
# than an agency that everybody reads. Weight, table, column, and which of its rows count.
SHARED = [
    (3, "articles_tagging", "tag_id", "true"),
    (4, "articles_quote", "speaker_id", "status = 'accepted'"),
    (1, "articles_citation", "source_id", "true"),
]
# The newest stories of each of the first ten tags, people and sources of a story; so one with a million stories costs
# what a small one does.
NEWEST = """
    SELECT other.article_id, other.published_at, {weight} AS weight, mine.{column} AS thing
    FROM (
        SELECT DISTINCT {column} FROM {table}
        WHERE article_id = %s AND {column} IS NOT NULL AND {condition} LIMIT 10
    ) AS mine
    CROSS JOIN LATERAL (
        SELECT article_id, published_at FROM {table}
        WHERE {column} = mine.{column} AND {condition} AND article_id <> %s AND published_at <= %s
        AND (published_until IS NULL OR published_until > %s)
        ORDER BY published_at DESC LIMIT 20
    ) AS other"""
SCORE = """{weight} * (
    SELECT count(DISTINCT {column}) FROM {table} WHERE article_id = %s AND {condition} AND {column} IN (
        SELECT {column} FROM {table} WHERE article_id = articles_article.id AND {condition}
    )
)"""


def of_each(sql: str, between: str) -> str:
    kinds = [
        sql.format(weight=weight, table=table, column=column, condition=condition)
        for weight, table, column, condition in SHARED
    ]
    return between.join(kinds)


# UNION, not UNION ALL: someone who is quoted twice in a story counts once.
BEST = f"""
    SELECT article_id FROM ({of_each(NEWEST, " UNION ")}) AS shared GROUP BY article_id
    ORDER BY sum(weight) DESC, max(published_at) DESC, article_id DESC LIMIT 4"""


class RelatedQuerySet(models.QuerySet):
    def related_to(self, article, now=None):
        """The four stories that share most tags, people and sources with the one with the key `article`, the newest
        first among equals."""
        now = now or timezone.now()
        best = RawSQL(BEST, [article, article, now, now] * len(SHARED))
        score = RawSQL(f"({of_each(SCORE, ' + ')})", [article] * len(SHARED))
        return self.filter(pk__in=best).order_by(score.desc(), "-first_published_at", "-pk")
