"""Finished HTML beside its source: the parts of a story's page, each until something that it shows changes.

A page that no cache has is put together from them (articles/pieces.py) and costs one query. A plate holds as a page in
the page cache does: while none of its keys was purged after its making began. So no change has to look for plates, and
a renamed tag costs nothing; those whose words must go at once (`drop`) are deleted besides.
"""

import re
import time
from datetime import timedelta

from django.contrib.postgres.fields import ArrayField
from django.db import DEFAULT_DB_ALIAS, Error, connections, models, router
from django.utils import timezone
from django.utils.translation import get_language

from newsportal.pagecache import shared
from newsportal.pagecache.release import release
from newsportal.pagecache.touched import slot_of
from newsportal.replicas import apart

from .article import Article
from .shown import Shown

# How long a part is good that nothing changed. What joins the related stories is not worth a purge; the others need no
# limit, but what nobody asks for is not to stay.
LIFETIMES = {"story": timedelta(days=7), "related": timedelta(hours=1), "replies": timedelta(days=7)}
# Keys of which the change takes the words away: of a story, or of the replies to it.
STORY_KEY, REPLIES_KEY = re.compile(r"article:(\d+)"), re.compile(r"replies:(\d+)")
# After a failure nobody waits for the primary again so soon, only to keep a plate.
PAUSE = 30  # seconds


class PlateQuerySet(models.QuerySet):
    paused_until = 0.0

    def at(self, day, slug) -> dict[str, "Plate"]:
        """The parts that hold of the story with this address, by name; one query, through the index of the address."""
        using = router.db_for_read(self.model)
        with connections[using].cursor() as cursor:
            cursor.execute(FIND, [day, slug, get_language(), release(), timezone.now()])
            found = [self.model.from_db(using, COLUMNS, row) for row in cursor.fetchall()]
        return {plate.part: plate for plate in found if plate.holds()}

    def keep(self, plates) -> None:
        """Store the plates in place of older ones. While the primary is away it is simply not done."""
        cls = type(self)
        if not plates or time.monotonic() < cls.paused_until:
            return
        values = [[getattr(plate, column) for column in COLUMNS] for plate in plates]
        rows = ", ".join([f"({', '.join(['%s'] * len(COLUMNS))})"] * len(values))
        try:
            with apart(), connections[DEFAULT_DB_ALIAS].cursor() as cursor:
                cursor.execute(KEEP.format(rows=rows), sum(values, []))
                # A change whose purge came before the row was there has not dropped it.
                if not all(plate.holds() for plate in plates):
                    self.drop([f"article:{plates[0].article_id}"])
        except Error:
            cls.paused_until = time.monotonic() + PAUSE

    def drop(self, keys) -> None:
        """Delete what shows the words of a story or replies that these keys name: what is erased is to be nowhere."""
        stories, replies = (
            [int(found[1]) for key in keys if (found := pattern.fullmatch(key))] for pattern in (STORY_KEY, REPLIES_KEY)
        )
        if stories or replies:
            with connections[DEFAULT_DB_ALIAS].cursor() as cursor:
                cursor.execute(DROP, [stories, replies])

    def tidy(self, now=None) -> int:
        """Delete those that nobody has asked for since their time was over."""
        return self.filter(good_until__lte=now or timezone.now()).delete()[0]


class Plate(models.Model):
    """One part of a story's page as HTML: the `story` itself, the `related` ones, the `replies` as they stand first."""

    class Part(models.TextChoices):
        STORY = "story"
        RELATED = "related"
        REPLIES = "replies"

    pk = models.CompositePrimaryKey("article_id", "part", "language")
    article = models.ForeignKey(Article, models.CASCADE, db_index=False, related_name="+")
    part = models.CharField(max_length=7, choices=Part)
    language = models.CharField(max_length=8)  # of the interface
    release = models.CharField(max_length=16)  # of the portal that made it
    html = models.TextField()
    # What it shows (shown.py).
    rows = ArrayField(models.TextField())
    lists = ArrayField(models.TextField())
    # When the making of it began: a position, and the table that it belongs to (newsportal/pagecache/touched.py).
    made_at = models.BigIntegerField()
    born = models.BigIntegerField()
    # When it becomes another one by itself, and until when it may be used at most.
    turns_at = models.DateTimeField(null=True)
    good_until = models.DateTimeField()

    objects = PlateQuerySet.as_manager()

    class Meta:
        indexes = [models.Index(fields=["good_until"], name="plate_good_until")]
        verbose_name = "finished part of a page"
        verbose_name_plural = "finished parts of pages"

    def __str__(self):
        return f"{self.article_id} {self.part} {self.language}"

    @classmethod
    def of(cls, article, part: str, html: str, shown: Shown) -> "Plate":
        """A part of the page of `article` that was made just now; not stored."""
        end = timezone.now() + LIFETIMES[part]
        return cls(
            article_id=article.pk,
            part=part,
            language=get_language(),
            release=release(),
            html=html,
            rows=shown.row_keys(),
            lists=sorted(shown.lists),
            turns_at=shown.expires_at,
            good_until=min(end, shown.expires_at or end),
        )

    @property
    def shown(self) -> Shown:
        """What it shows."""
        shown = Shown()
        for key in self.rows:
            shown.rows.setdefault(key.partition(":")[0], {})[key] = ""
        shown.lists.update(self.lists)
        shown.expires_at = self.turns_at
        return shown

    def holds(self) -> bool:
        """Whether nothing that it shows has changed since."""
        return shared().holds(self.made_at, self.born, [slot_of(key) for key in (*self.rows, *self.lists)])


COLUMNS = [field.attname for field in Plate._meta.concrete_fields]
TABLE = Plate._meta.db_table
FIND = f"""
    SELECT {", ".join(f"plate.{column}" for column in COLUMNS)}
    FROM articles_article AS article JOIN {TABLE} AS plate ON plate.article_id = article.id
    WHERE article.published_on = %s AND article.slug = %s
    AND plate.language = %s AND plate.release = %s AND plate.good_until > %s"""
KEEP = f"""
    INSERT INTO {TABLE} ({", ".join(COLUMNS)}) VALUES {{rows}}
    ON CONFLICT (article_id, part, language) DO UPDATE
    SET {", ".join(f"{column} = EXCLUDED.{column}" for column in COLUMNS)}"""
# What another one deletes or replaces just now is left to it, so nobody waits for anybody in a circle.
DROP = f"""
    DELETE FROM {TABLE} WHERE (article_id, part, language) IN (
        SELECT article_id, part, language FROM {TABLE}
        WHERE article_id = ANY(%s) OR (article_id = ANY(%s) AND 'replies:' || article_id = ANY(lists))
        FOR UPDATE SKIP LOCKED
    )"""
