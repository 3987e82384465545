from datetime import timedelta

import pgtrigger
from django.contrib.postgres.fields import ArrayField
from django.contrib.postgres.indexes import GinIndex
from django.db import models

from .resemblance import few_of_each

# As among quotes, each hash is looked up by itself and gives no more than 50 stories: words that stand under every
# story, such as a request to subscribe, cost little. Two hashes in common may still be such words; the text decides.
RESEMBLING = """
    SELECT candidate.article_id
    FROM unnest(newsportal_sketch(%(body)s)) AS hash
    CROSS JOIN LATERAL (
        WITH sharing AS MATERIALIZED (
            SELECT article_id FROM articles_sketch
            WHERE hashes @> ARRAY[hash] AND dated_at > now() - interval '%(days)s days'
        )
        SELECT article_id FROM sharing WHERE article_id <> %(story)s LIMIT 50
    ) AS candidate
    GROUP BY candidate.article_id
    HAVING count(*) >= 2
    ORDER BY count(*) DESC, candidate.article_id DESC
    LIMIT %(limit)s
"""


class SketchQuerySet(models.QuerySet):
    def resembling(self, story, limit: int = 10) -> list[int]:
        """The keys of recent stories whose text, or what waits, shares most with `story` as saved last, most first."""
        with few_of_each(self.db) as cursor:
            asked = {"story": story.pk, "body": story.last_saved()["body"], "days": Sketch.RECENT.days, "limit": limit}
            cursor.execute(RESEMBLING, asked)
            return [pk for (pk,) in cursor.fetchall()]


class Sketch(models.Model):
    """What a story's text and an edit that waits are known again by, kept by `keep_sketch` while the story is recent,
    and no longer."""

    # A story that comes again does so within days; older ones that resemble it are anniversaries and templates.
    RECENT = timedelta(days=14)

    article = models.OneToOneField("articles.Article", models.CASCADE, primary_key=True, related_name="+")
    hashes = ArrayField(models.BigIntegerField())
    dated_at = models.DateTimeField()

    objects = SketchQuerySet.as_manager()

    class Meta:
        indexes = [
            models.Index(fields=["dated_at"], name="sketch_oldest"),
            GinIndex(fields=["hashes"], name="sketch_hashes", fastupdate=False),
        ]
        verbose_name = "sketch"
        verbose_name_plural = "sketches"

    def __str__(self):
        return str(self.article_id)


def keep_sketch() -> pgtrigger.Trigger:
    """The trigger on the story. Each new sketch takes a few that are no longer recent with it, so nothing need tidy up.

    A story is dated by its first publication or its making, whichever is later.
    """
    recent = f"now() - interval '{Sketch.RECENT.days} days'"
    return pgtrigger.Trigger(
        name="keep_sketch",
        when=pgtrigger.After,
        operation=pgtrigger.Insert | pgtrigger.UpdateOf("body", "first_published_at", "pending_id"),
        declare=[("dated", "timestamptz")],
        func=f"""
            dated := greatest(NEW.created_at, NEW.first_published_at);
            IF dated > {recent} THEN
                INSERT INTO articles_sketch (article_id, hashes, dated_at)
                VALUES (NEW.id, newsportal_sketch(NEW.body) || COALESCE((
                    SELECT newsportal_sketch(content ->> 'body') FROM articles_revision WHERE id = NEW.pending_id
                ), '{{}}'), dated)
                ON CONFLICT (article_id) DO UPDATE SET hashes = EXCLUDED.hashes, dated_at = EXCLUDED.dated_at;
            END IF;
            DELETE FROM articles_sketch WHERE article_id IN (
                SELECT article_id FROM articles_sketch WHERE dated_at < {recent}
                ORDER BY dated_at LIMIT 4 FOR UPDATE SKIP LOCKED
            );
            RETURN NULL;
        """,
    )
