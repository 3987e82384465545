from datetime import timedelta

from django.conf import settings
from django.db import models
from django.db.models import F, Q, Subquery
from django.db.models.fields.json import KT
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from ..body import CONTROL, clean_body
from .article import Article
from .revision import Revision


class UnsavedWorkQuerySet(models.QuerySet):
    def offered(self, now=None):
        """What was neither saved nor discarded, and is not too old, the newest first."""
        since = (now or timezone.now()) - UnsavedWork.AGE
        return self.filter(finished_at__isnull=True, kept_at__gte=since).order_by("-kept_at", "-pk")

    def of_story(self, story):
        """What anybody left unsaved in the form of `story`."""
        saved_at = Revision.objects.filter(article=story).order_by("-number").values("created_at")[:1]
        works = self.offered().filter(article=story).select_related("user").defer("form")
        return works.annotate(
            saved_at=Subquery(saved_at), **{name: KT(f"form__{name}__0") for name in ("standfirst", "body")}
        )

    def of_new_stories(self, user):
        """What `user` left unsaved in forms of stories that are not there yet."""
        return self.offered().filter(article__isnull=True, user=user).select_related("user").defer("form")

    def keep(self, form: dict, *, window, user, story=None):
        """Keep the fields of a form (name → values) as it stands in the `window` (UUID) of `user`, and return the work.

        Returns None when the form of that window was saved already. Raises TooLong.
        """
        form = {CONTROL.sub("", name): [CONTROL.sub("", each) for each in values] for name, values in form.items()}
        if sum(len(name) + sum(map(len, values)) for name, values in form.items()) > UnsavedWork.MOST:
            raise TooLong
        title = next(iter(form.get("headline", [])), "")[:250]
        work, is_new = self.get_or_create(
            user=user, window=window, defaults={"form": form, "headline": title, "article": story}
        )
        if is_new:
            self.forget()
            return work
        kept = self.filter(pk=work.pk, finished_at__isnull=True)
        work.form, work.headline, work.kept_at = form, title, timezone.now()
        return work if kept.update(form=form, headline=title, kept_at=work.kept_at) else None

    def finish(self, *, window, user, story) -> None:
        """The form in that window is saved: what was kept of it is not needed, and a late keeping of it refused."""
        values = {"form": {}, "headline": "", "article": story, "finished_at": timezone.now()}
        self.update_or_create(user=user, window=window, defaults=values)

    def forget(self) -> None:
        """Delete what is too old, a few rows at a time."""
        old = self.filter(kept_at__lt=timezone.now() - UnsavedWork.AGE).order_by("kept_at")
        self.filter(pk__in=old.values("pk")[:100]).delete()


class TooLong(Exception):
    """More than may be kept of one form."""


class UnsavedWork(models.Model):
    """What stands in a form of the desk that nobody has saved yet: its fields as they would be sent, valid or not."""

    # Characters: twice the longest text that a story may have.
    MOST = 2_000_000
    AGE = timedelta(days=30)

    article = models.ForeignKey(
        Article,
        models.CASCADE,
        null=True,
        db_index=False,
        related_name="unsaved_works",
        verbose_name=_("story"),
    )
    user = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, related_name="+", verbose_name=_("by"))
    # The form as it was opened once: a colleague, and the same person in a second window, have others.
    window = models.UUIDField()
    form = models.JSONField()
    headline = models.CharField(_("headline"), max_length=250, blank=True)
    kept_at = models.DateTimeField(_("kept"), default=timezone.now)
    finished_at = models.DateTimeField(null=True)

    objects = UnsavedWorkQuerySet.as_manager()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["user", "window"], name="unsaved_work_of_window")]
        indexes = [
            models.Index(
                F("article"), F("kept_at").desc(), condition=Q(finished_at__isnull=True), name="unsaved_work_offered"
            ),
            models.Index(
                F("user"),
                F("kept_at").desc(),
                condition=Q(finished_at__isnull=True, article__isnull=True),
                name="unsaved_work_of_new",
            ),
            models.Index(fields=["kept_at"], name="unsaved_work_age"),
        ]
        verbose_name = _("unsaved work")
        verbose_name_plural = _("unsaved work")

    def __str__(self):
        return self.headline or str(self.window)

    def is_superseded(self, story) -> bool:
        """Whether its words were saved since, so that nobody misses them; of works `of_story`."""
        typed = {"headline": self.headline, "standfirst": self.standfirst or "", "body": clean_body(self.body or "")}
        return bool(self.saved_at) and self.saved_at > self.kept_at and typed == story.last_saved()

    def finish(self) -> None:
        """It was saved from another window, or discarded."""
        self.form, self.headline, self.finished_at = {}, "", timezone.now()
        self.save(update_fields=["form", "headline", "finished_at"])
