"""What happens to stories by itself, by the clock, and what a change of a story touches on other pages."""

from django.db.models import Subquery

from .planned import PlannedQuerySet
from .shown import EVERY
from .touch import UNSEEN, changed, touches, when

# Columns that only the desk sees.
AT_DESK = ("modified_at", "pending_id", "review_by", "created_by_id", "embargo", "is_sourced", "warning_count")
# Columns that only the story's own page and feeds show; what is left, every list may show.
NOT_ON_CARDS = (
    *(*UNSEEN, *AT_DESK),
    *("body", "comments_open", "rights", "sole_origin_id"),
    *("changed_at", "tells_of_change", "translation_of_id", "updated_at"),
)
OFF_CARDS = f"'{{{', '.join(NOT_ON_CARDS)}}}'::text[]"
CARD = f"TG_OP <> 'UPDATE' OR to_jsonb(OLD) - {OFF_CARDS} <> to_jsonb(NEW) - {OFF_CARDS}"
# Columns of which feeds tell nothing.
NOT_IN_FEEDS = (
    *(*UNSEEN, *AT_DESK),
    *("comment_count", "comments_open", "sole_origin_id", "tells_of_change", "translation_of_id", "warning_count"),
)
OUT_OF_FEEDS = f"'{{{', '.join(NOT_IN_FEEDS)}}}'::text[]"
FED = f"TG_OP <> 'UPDATE' OR to_jsonb(OLD) - {OUT_OF_FEEDS} <> to_jsonb(NEW) - {OUT_OF_FEEDS}"
# What is read of a story with its text. How many replies it has, cards tell, and its own page in a part that rests on
# the replies.
NOT_READ = f"'{{{', '.join((*UNSEEN, *AT_DESK, 'comment_count'))}}}'::text[]"
READ = f"TG_OP <> 'UPDATE' OR to_jsonb(OLD) - {NOT_READ} <> to_jsonb(NEW) - {NOT_READ}"
# Whether and from when to when readers see it.
STANDING = ("status", "first_published_at", "unpublish_at")
# Whether it is the first or the last story of its day, or moves to another: then the archive has other days. Of
# stories that appear together, the one with the lowest id speaks for them.
OTHER_DAYS = f"""{changed(*STANDING)} AND (
    (OLD.first_published_at IS NOT NULL AND NEW.first_published_at <> OLD.first_published_at)
    OR NOT EXISTS (
        SELECT 1 FROM articles_article AS other WHERE other.published_on = ROW.published_on
        AND other.status = 'published' AND other.first_published_at <= now()
        AND (other.unpublish_at IS NULL OR other.unpublish_at > now())
        AND CASE WHEN TG_OP = 'DELETE' THEN other.id <> ROW.id ELSE other.id < ROW.id END
    )
)"""


class TurningQuerySet(PlannedQuerySet):
    def next_appearance(self, now=None):
        """The moment at which the next of them will appear by itself; None when nothing is scheduled."""
        return self.appearances(now).first()

    def with_next_appearance(self):
        """Each with `next_appearance`, the same for all: that moment of all stories, without a query of its own."""
        return self.annotate(next_appearance=Subquery(self.model.objects.appearances()[:1]))

    def next_turn(self, now=None):
        """The moment at which the next of them will appear, or cease to be seen, by itself; one query."""
        endings = self.ending(now).order_by("unpublish_at").values_list("unpublish_at", flat=True)
        return min(self.appearances(now)[:1].union(endings[:1], all=True), default=None)

    def turned(self, since, now):
        """Those that appeared, or ceased to be seen, by themselves from one moment to another."""
        stories = self.model.objects.filter(status="published")
        appeared = stories.filter(first_published_at__gte=since, first_published_at__lte=now)
        ended = stories.filter(unpublish_at__gte=since, unpublish_at__lte=now)
        return self.filter(pk__in=appeared.values("pk").union(ended.values("pk")))

    def appearances(self, now=None):
        return self.scheduled(now).order_by("first_published_at").values_list("first_published_at", flat=True)


def story_touches():
    """The trigger on a story. Lists of nouns follow the triggers on taggings, bylines, citations and quotes."""
    return touches(
        "article",
        *when(CARD, "'card:' || ROW.id", f"'card:{EVERY}'"),
        *when(changed(*STANDING, "section_id"), "'latest'", "'section:' || ROW.section_id || ':stories'"),
        # Feeds have what changed last on top. `fed` is on no page: the hub is told by it (websub.py).
        *when(changed(*STANDING, "section_id", "updated_at"), "'feed'", "'section:' || ROW.section_id || ':feed'"),
        *when(FED, "'fed:' || ROW.id"),
        *when(changed(*STANDING, "sole_origin_id"), "'source:' || ROW.sole_origin_id || ':stories'"),
        *when(changed(*STANDING, "published_on"), "'day:' || ROW.published_on"),
        *when(OTHER_DAYS, "'days'"),
        *when(
            changed(*STANDING, "slug", "published_on", "updated_at"),
            "'sitemap:' || to_char(ROW.published_on, 'YYYY-MM')",
        ),
        *when(changed(*STANDING, "headline", "standfirst", "body", "language", "section_id"), "'search'"),
        *when(
            changed(*STANDING, "translation_of_id", "language", "slug", "headline"),
            "'translations:' || COALESCE(ROW.translation_of_id, ROW.id)",
        ),
        # A week is as long as the front page lists what is discussed (front.py).
        *when(f"{changed('comment_count')} AND ROW.first_published_at > now() - interval '8 days'", "'discussed'"),
        own=READ,
        seen="ROW.status IN ('published', 'retracted')",
        unseen=AT_DESK,
    )
