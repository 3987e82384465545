"""Which quotes of other stories may be the same utterance, found by the fingerprints that they share."""

from contextlib import contextmanager

from django.db import connections, models, transaction

from .deed import Deed

# Each fingerprint is looked up by itself, and no more than 50 quotes are taken for it. So words that everybody says
# cost little, and do not crowd out the few quotes that share the rare ones. The common table expression keeps the
# limit from the planner, which would else read the whole table for those 50.
RESEMBLING = """
    SELECT quote.id, quote.exact, count(*) AS shared
    FROM unnest(%s::bigint[]) AS fingerprint
    CROSS JOIN LATERAL (
        WITH sharing AS MATERIALIZED (
            SELECT id, article_id FROM articles_quote
            WHERE fingerprints @> ARRAY[fingerprint] AND status = 'accepted'
        )
        SELECT id FROM sharing WHERE article_id <> %s LIMIT 50
    ) AS candidate
    JOIN articles_quote AS quote ON quote.id = candidate.id
    GROUP BY quote.id
    ORDER BY shared DESC, quote.id DESC
    LIMIT %s
"""


# Of a fingerprint that stands in more quotes than this, PostgreSQL takes about as many, at random. Of 20,000 it would
# else collect all before it gives the first 50.
ENOUGH = 1000


@contextmanager
def few_of_each(using: str):
    """A cursor within a transaction, to which an index of fingerprints gives no more than about ENOUGH rows for one."""
    with transaction.atomic(using), connections[using].cursor() as cursor:
        cursor.execute("SET LOCAL gin_fuzzy_search_limit = %s", [ENOUGH])
        yield cursor
        cursor.execute("SET LOCAL gin_fuzzy_search_limit = 0")


class ResemblanceQuerySet(models.QuerySet):
    def resembling(self, quote, limit: int = 20) -> list:
        """Accepted quotes of other stories that share most fingerprints with `quote`, most first; words and id only."""
        with few_of_each(self.db):
            return list(self.raw(RESEMBLING, [quote.fingerprints, quote.article_id, limit]))


class Resembling(models.Model):
    """A quotation as one of several that may be the same utterance. Quote has the fields."""

    class Meta:
        abstract = True

    def find_likenesses(self) -> list:
        """Propose the accepted quotes of other stories that may be the same utterance; returns the proposals."""
        from .statement import Likeness

        if self.status != self.Status.ACCEPTED:
            return []
        self.refresh_from_db(fields=["fingerprints"])
        return Likeness.objects.propose(self, type(self).objects.resembling(self))

    @transaction.atomic
    def leave_statement(self, *, by) -> None:
        """The desk user `by` takes it out of its statement again: it is another utterance than the quotes there."""
        from .statement import Likeness

        if self.statement_id is None:
            return
        statement, self.statement = self.statement, None
        self.save(update_fields=["statement"])
        Likeness.objects.between(self, statement).decide(Likeness.Verdict.DIFFERENT, by=by)
        if statement.quotes.count() < 2:
            statement.delete()
        Deed.objects.note([self], "taken out", by=by)

    def others_of_statement(self):
        """The public quotes that an editor confirmed to be the same utterance, the newest first."""
        if self.statement_id is None:
            return type(self).objects.none()
        same = type(self).objects.public().filter(statement=self.statement_id).exclude(pk=self.pk)
        return same.newest_first().with_chain()
