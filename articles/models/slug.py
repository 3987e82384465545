import pgtrigger
from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext_lazy as _

from .touch import touches


class FormerSlugQuerySet(models.QuerySet):
    def target_of(self, noun: str, slug: str) -> int | None:
        """The id of the row that answered to `slug` before, or None."""
        return self.filter(noun=noun, slug=slug).values_list("target_id", flat=True).first()


class FormerSlug(models.Model):
    """An address that was renamed or merged away: it redirects for ever. Rows are written by `keep_former_slug`."""

    noun = models.CharField(max_length=20)
    slug = models.CharField(max_length=240)
    target_id = models.BigIntegerField()

    objects = FormerSlugQuerySet.as_manager()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["noun", "slug"], name="former_slug_once")]
        indexes = [models.Index(fields=["noun", "target_id"], name="former_slug_target")]
        triggers = [touches("address", "'addresses'", seen="ROW.noun = 'article'")]
        verbose_name = _("former address")
        verbose_name_plural = _("former addresses")

    def __str__(self):
        return f"{self.noun}/{self.slug}"


def keep_former_slug(noun: str, slug: str = "slug") -> pgtrigger.Trigger:
    """A trigger that remembers a row's old `slug` (an SQL expression on one row) when it changes."""
    before = slug.replace("slug", "OLD.slug").replace("published_on", "OLD.published_on")
    after = before.replace("OLD.", "NEW.")
    return pgtrigger.Trigger(
        name="keep_former_slug",
        when=pgtrigger.After,
        operation=pgtrigger.Update,
        func=f"""
            IF {before} IS NOT NULL AND {before} IS DISTINCT FROM {after} THEN
                INSERT INTO articles_formerslug (noun, slug, target_id) VALUES ('{noun}', {before}, OLD.id)
                ON CONFLICT (noun, slug) DO UPDATE SET target_id = EXCLUDED.target_id;
            END IF;
            RETURN NULL;
        """,
    )


def merge_slugs(noun: str, lost, kept) -> None:
    """Let every address that `lost` has or had answer with `kept` from now on."""
    FormerSlug.objects.filter(noun=noun, target_id=lost.pk).update(target_id=kept.pk)
    FormerSlug.objects.update_or_create(noun=noun, slug=lost.slug, defaults={"target_id": kept.pk})


def refuse_itself(lost, kept) -> None:
    """Raise ValidationError when the two rows of a merger are one: it would be deleted."""
    if lost == kept:
        raise ValidationError(_("%(row)s cannot be merged into itself."), params={"row": lost})
