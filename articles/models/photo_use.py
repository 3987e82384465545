"""Where a photo is used: as a story's lead, in its text, or in its version that waits. A trigger keeps the rows, so
that whatever changes a story, a picture that it shows cannot be deleted."""

import pgtrigger
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from ..body import FIGURE_OPENING
from .photo import Photo

PLACES = ("is_lead", "is_in_text", "is_waiting")


class PhotoUseQuerySet(models.QuerySet):
    def newest_first(self):
        return self.order_by("-article_id")

    def with_stories(self):
        return self.select_related("article__section").defer("article__body", "article__search")


class PhotoUse(models.Model):
    """That a story uses a photo, and where."""

    photo = models.ForeignKey(Photo, models.PROTECT, db_index=False, related_name="uses", verbose_name=_("photo"))
    article = models.ForeignKey(
        "articles.Article", models.CASCADE, db_index=False, related_name="photo_uses", verbose_name=_("story")
    )
    is_lead = models.BooleanField(_("lead photo"))
    is_in_text = models.BooleanField(_("in the text"))
    is_waiting = models.BooleanField(_("in the version that waits"))

    objects = PhotoUseQuerySet.as_manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["article", "photo"], name="photo_use_once"),
            models.CheckConstraint(
                condition=Q(is_lead=True) | Q(is_in_text=True) | Q(is_waiting=True), name="photo_use_somewhere"
            ),
        ]
        indexes = [models.Index(F("photo"), F("article").desc(), name="photo_use_newest")]
        default_permissions = ()
        verbose_name = _("use of a photo")
        verbose_name_plural = _("uses of photos")

    def __str__(self):
        return f"{self.photo_id}, {self.article_id}"

    def places(self) -> list[str]:
        """Where in the story, in words."""
        return [str(self._meta.get_field(name).verbose_name) for name in PLACES if getattr(self, name)]


def keep_photo_uses() -> pgtrigger.Trigger:
    """The trigger on the story. A text may name a photo that was never there; that is no use of one.

    Whoever deletes a photo at the same moment waits for the story, or has done it.
    """
    places = ", ".join(PLACES)
    return pgtrigger.Trigger(
        name="keep_photo_uses",
        when=pgtrigger.After,
        operation=pgtrigger.Insert | pgtrigger.UpdateOf("body", "lead_photo_id", "pending_id"),
        func=f"""
            WITH named (pk, {places}) AS (
                SELECT NEW.lead_photo_id, true, false, false
                UNION ALL
                SELECT figure[1]::bigint, false, true, false
                FROM regexp_matches(NEW.body, '{FIGURE_OPENING}', 'g') AS figure
                UNION ALL
                SELECT (content -> 'lead_photo' ->> 'id')::bigint, false, false, true
                FROM articles_revision WHERE id = NEW.pending_id
                UNION ALL
                SELECT figure[1]::bigint, false, false, true
                FROM articles_revision, regexp_matches(content ->> 'body', '{FIGURE_OPENING}', 'g') AS figure
                WHERE id = NEW.pending_id
            ), used AS MATERIALIZED (
                SELECT pk, {places}
                FROM (
                    SELECT pk, {", ".join(f"bool_or({place}) AS {place}" for place in PLACES)} FROM named GROUP BY pk
                ) AS places
                JOIN articles_photo ON articles_photo.id = pk
                FOR KEY SHARE OF articles_photo
            ), gone AS (
                DELETE FROM articles_photouse WHERE article_id = NEW.id AND photo_id NOT IN (SELECT pk FROM used)
            )
            INSERT INTO articles_photouse (article_id, photo_id, {places})
            SELECT NEW.id, pk, {places} FROM used
            ON CONFLICT (article_id, photo_id) DO UPDATE
            SET {", ".join(f"{place} = EXCLUDED.{place}" for place in PLACES)};
            RETURN NULL;
        """,
    )
