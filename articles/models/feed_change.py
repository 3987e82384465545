import re
from collections import defaultdict
from datetime import timedelta

from django.conf import settings
from django.db import models
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django_tasks import task

from .. import websub
from ..addresses import absolute
from .article import Article
from .author import Author, Byline
from .background_task import BackgroundTask
from .citation import Citation
from .quote import Quote
from .section import Section
from .series import Part, Series
from .source import Source
from .speaker import Speaker
from .tag import Tag, Tagging

FORMS = ("rss", "atom", "json")
# Of which list a feed changed, by the touched key (touch.py); of what a source refuses, the site's own has most.
LISTS = {"feed": "home", "syndication": "home", "corrections": "corrections"}
NOUNS = {"section": Section, "tag": Tag, "source": Source, "author": Author, "person": Speaker, "series": Series}
OF_FEED = re.compile(rf"({'|'.join(LISTS)})|({'|'.join(NOUNS)}):(\d+)(?::\w+)?")
OF_STORY = re.compile(r"fed:(\d+)")  # all the feeds with a story


class FeedChangeQuerySet(models.QuerySet):
    def failing(self):
        """Those that the hub was told of several times in vain, the oldest first."""
        return self.filter(tries__gte=FeedChange.SEVERAL).order_by("pk")

    def note(self, keys) -> None:
        """Have the hub told of what changed in feeds, by the touched `keys`, and of what the clock will change there.

        Called after each commit with what it touched, before the notes of it go: so no change is missed.
        """
        if not settings.WEBSUB_HUB:
            return
        keys = {key for key in keys if OF_FEED.fullmatch(key) or OF_STORY.fullmatch(key)}
        if keys:
            self.bulk_create(FeedChange(key=key) for key in sorted(keys))
            ask_for(tell_hub, timezone.now())
        if any(OF_STORY.fullmatch(key) for key in keys):
            ask_for_next_turn()

    def tell(self) -> None:
        """Tell the hub of changes, those first that failed least. What it does not take waits and is tried again."""
        changes = list(self.order_by("tries", "pk")[: FeedChange.AT_ONCE])
        feeds = feeds_of({change.key for change in changes})
        problems = websub.tell(set().union(*feeds.values()))
        oldest = timezone.now() - FeedChange.GIVEN_UP_AFTER
        left = []
        for change in changes:
            found = [problems[feed] for feed in feeds[change.key] if feed in problems]
            if found and change.created_at > oldest:
                change.tries, change.problem = change.tries + 1, found[0][:500]
                left.append(change)
        self.filter(pk__in=[change.pk for change in changes if change not in left]).delete()
        self.bulk_update(left, ["tries", "problem"])
        if left:
            ask_for(tell_hub, timezone.now() + min(change.pause for change in left))
        if len(changes) == FeedChange.AT_ONCE and len(left) < len(changes):
            ask_for(tell_hub, timezone.now())


class FeedChange(models.Model):
    """That something changed in feeds of which the hub (WEBSUB_HUB) has yet to be told."""

    SEVERAL = 3
    AT_ONCE = 200
    # The pause before another try doubles from the first up to the longest.
    FIRST_PAUSE = timedelta(seconds=10)
    LONGEST_PAUSE = timedelta(minutes=30)
    # Whoever follows a feed fetches it himself now and then; news of two days ago he has.
    GIVEN_UP_AFTER = timedelta(days=2)

    key = models.CharField(_("touched key"), max_length=120)
    tries = models.PositiveSmallIntegerField(_("tries"), default=0)
    problem = models.CharField(_("what went wrong"), max_length=500, blank=True)
    created_at = models.DateTimeField(_("since"), default=timezone.now)

    objects = FeedChangeQuerySet.as_manager()

    class Meta:
        indexes = [models.Index(fields=["tries", "id"], name="feed_change_to_tell")]
        verbose_name = _("change that the hub was not told of")
        verbose_name_plural = _("changes that the hub was not told of")

    def __str__(self):
        return self.key

    @property
    def pause(self) -> timedelta:
        return min(self.FIRST_PAUSE * 2 ** min(self.tries - 1, 10), self.LONGEST_PAUSE)


def feeds_of(keys) -> dict[str, set[str]]:
    """The addresses of the feeds that each of the touched `keys` speaks of; eleven queries at the most."""
    stories = {int(found[1]): found[0] for found in map(OF_STORY.fullmatch, keys) if found}
    nouns, lists = defaultdict(set), defaultdict(set)
    for found in filter(None, map(OF_FEED.fullmatch, keys)):
        if found[2]:
            nouns[found[2]].add((found[0], int(found[3])))
        else:
            lists[found[0]].add(reverse(f"articles:{LISTS[found[1]]}"))
    for story, noun, pk in lists_with(stories):
        nouns[noun].add((stories[story], pk))
    for key in stories.values():
        lists[key].add(reverse("articles:home"))
    for noun, wanted in nouns.items():
        rows = NOUNS[noun].objects.in_bulk({pk for _key, pk in wanted})
        for key, pk in wanted:
            # Whoever was merged or deleted has no feed any more, and whoever is unnamed never had one.
            if pk in rows and (address := rows[pk].get_absolute_url()):
                lists[key].add(address)
    return {key: {f"{absolute(address)}feed.{form}" for address in lists[key] for form in FORMS} for key in keys}


def lists_with(stories):
    """The lists that have the stories with these keys: story, noun and its key."""
    if not stories:
        return
    rows = {
        "section": Article.objects.filter(pk__in=stories).values_list("pk", "section"),
        "tag": Tagging.objects.filter(content_object__in=stories).values_list("content_object", "tag"),
        "source": Citation.objects.filter(article__in=stories).values_list("article", "source"),
        "author": Byline.objects.filter(article__in=stories).values_list("article", "author"),
        "series": Part.objects.filter(article__in=stories).values_list("article", "series"),
        "person": Quote.objects.told().filter(article__in=stories).values_list("article", "speaker"),
    }
    for noun, pairs in rows.items():
        for story, pk in pairs:
            yield story, noun, pk


def ask_for(job, at, *args) -> None:
    """Have `job` done at a moment, unless it is asked for by then already."""
    if not BackgroundTask.asked_for(job).filter(run_after__lte=at).exists():
        job.using(run_after=at).enqueue(*args)


def ask_for_next_turn() -> None:
    """Have the hub told when the next story appears, or ceases to be seen, by itself."""
    if at := Article.objects.next_turn():
        ask_for(tell_of_turns, at, at.isoformat())


@task
def tell_hub() -> None:
    FeedChange.objects.tell()


@task
def tell_of_turns(since: str) -> None:
    """Tell the hub of the stories that appeared, or ceased to be seen, by themselves since that moment."""
    turned = Article.objects.turned(since, timezone.now())
    FeedChange.objects.note({f"fed:{pk}" for pk in turned.values_list("pk", flat=True)})
    ask_for_next_turn()
