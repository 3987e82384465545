"""A story's conversation as readers see it: which threads, in which order, and counters that triggers keep."""

import pgtrigger
from django.db import models
from django.db.models import F, Func, Value
from django.db.models.expressions import RawSQL


class ConversationQuerySet(models.QuerySet):
    def approved(self):
        return self.filter(status="approved")

    def telling(self):
        """Those that told the newsroom of an error that the ledger now has, as readers see them."""
        return self.approved().filter(correction__isnull=False).only("name", "article", "correction").order_by("pk")

    def listed(self):
        """Roots that readers see, and places of removed ones that have replies."""
        return self.filter(is_listed=True)

    def oldest_first(self):
        return self.order_by("pk")

    def newest_first(self):
        return self.order_by("-pk")

    def most_discussed_first(self):
        return self.order_by("-reply_count", "-pk")

    def most_discussed_from(self, count: int, pk: int):
        """Those from the row with this count and key on. Compared as a pair, so that the index is entered right there
        however many roots have as many replies.
        """
        pair = Func(F("reply_count"), F("pk"), function="ROW", output_field=models.IntegerField())
        start = Func(Value(count), Value(pk), function="ROW", output_field=models.IntegerField())
        return self.alias(pair=pair).filter(pair__lte=start)

    def picks(self):
        return self.filter(is_pick=True, status="approved").order_by("pk")

    def newest_of(self, article):
        """The highest key among a story's approved replies, as a list of one or none."""
        rows = self.approved().filter(article=article).order_by("-article", "-pk")
        return rows.values_list("pk", flat=True)[:1]

    def first_replies(self, roots, limit: int):
        """The first `limit` approved replies under each of the `roots`, a queryset, oldest first; reads no more than
        it returns."""
        sql, params = roots.values("pk").query.sql_with_params()
        first = RawSQL(
            f"""SELECT reply.id FROM ({sql}) AS root (id) CROSS JOIN LATERAL (
                   SELECT id FROM articles_comment
                   WHERE thread_id = root.id AND status = 'approved' ORDER BY id LIMIT %s
               ) AS reply""",
            [*params, limit],
        )
        return self.filter(pk__in=first).order_by("pk")

    def for_thread(self):
        """With what a thread shows of each row; what it answers or is about, the page knows already."""
        return self.select_related("revision").only(
            *("article", "parent", "thread", "quote", "citation", "revision", "correction"),
            *("name", "by_staff", "kind", "text", "passages", "status", "reason", "is_pick", "created_at", "edited_at"),
            *("outcome", "outcome_note", "reply_count", "is_listed"),
            *("revision__article", "revision__number", "revision__created_at"),
        )

    def for_own_page(self):
        """With the story, the root of the thread, and what of the story it is about."""
        page = self.for_thread().select_related("article__section", "thread__revision", "quote", "citation__source")
        return page.defer("article__body", "article__search", "thread__revision__content")


class CommentCounts(pgtrigger.Trigger):
    """Keeps what is counted of approved comments: of the story, the thread, the quotation, the source, the reader.

    Locks are taken in that order by every transaction, so that none waits for another in a circle.
    """

    when = pgtrigger.After
    operation = pgtrigger.Insert | pgtrigger.UpdateOf("status", "quote_id", "citation_id") | pgtrigger.Delete
    declare = [("was", "integer = 0"), ("now_is", "integer = 0"), ("removed", "integer = 0")]
    func = """
        IF TG_OP <> 'INSERT' THEN
            was := (OLD.status = 'approved')::integer;
            removed := - (OLD.status IN ('hidden', 'spam'))::integer;
        END IF;
        IF TG_OP <> 'DELETE' THEN
            now_is := (NEW.status = 'approved')::integer;
            removed := removed + (NEW.status IN ('hidden', 'spam'))::integer;
        END IF;
        IF was <> now_is THEN
            UPDATE articles_article SET comment_count = comment_count + now_is - was
            WHERE id = COALESCE(NEW.article_id, OLD.article_id);
            UPDATE articles_comment SET reply_count = reply_count + now_is - was
            WHERE id = COALESCE(NEW.thread_id, OLD.thread_id);
        END IF;
        IF was = 1 AND OLD.quote_id IS NOT NULL AND (now_is = 0 OR NEW.quote_id IS DISTINCT FROM OLD.quote_id) THEN
            UPDATE articles_quote SET comment_count = comment_count - 1 WHERE id = OLD.quote_id;
        END IF;
        IF now_is = 1 AND NEW.quote_id IS NOT NULL AND (was = 0 OR NEW.quote_id IS DISTINCT FROM OLD.quote_id) THEN
            UPDATE articles_quote SET comment_count = comment_count + 1 WHERE id = NEW.quote_id;
        END IF;
        IF was = 1 AND OLD.citation_id IS NOT NULL
            AND (now_is = 0 OR NEW.citation_id IS DISTINCT FROM OLD.citation_id) THEN
            UPDATE articles_citation SET comment_count = comment_count - 1 WHERE id = OLD.citation_id;
        END IF;
        IF now_is = 1 AND NEW.citation_id IS NOT NULL
            AND (was = 0 OR NEW.citation_id IS DISTINCT FROM OLD.citation_id) THEN
            UPDATE articles_citation SET comment_count = comment_count + 1 WHERE id = NEW.citation_id;
        END IF;
        IF (was <> now_is OR removed <> 0) AND COALESCE(NEW.commenter_id, OLD.commenter_id) IS NOT NULL THEN
            UPDATE articles_commenter
            SET approved_count = GREATEST(approved_count + now_is - was, 0),
                removed_count = GREATEST(removed_count + removed, 0)
            WHERE id = COALESCE(NEW.commenter_id, OLD.commenter_id);
        END IF;
        RETURN NULL;
    """
