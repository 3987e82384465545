"""Who may change which story: by permissions, so that a newsroom may deal them out to groups of its own.

Who may publish changes every story; who has `edit_section_article` those of the sections that they edit, and those
without a section; who has neither only drafts of their own: made by them, or with them in the byline.
"""

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from .author import Byline

DRAFTS = ["draft", "in_review"]


class EntrustedQuerySet(models.QuerySet):
    def drafts(self):
        """Stories that are being written."""
        return self.filter(status__in=DRAFTS)

    def of(self, user):
        """Stories made by `user` at the desk, and unpublished ones with them in the byline; each read off its index."""
        made = self.model.objects.filter(created_by=user).order_by().values("pk")
        signed = Byline.objects.filter(author__user=user, published_at__isnull=True).order_by().values("article")
        return self.filter(pk__in=made.union(signed))

    def editable_by(self, user):
        """Stories that `user` may change; of a released one, propose to. See also Article.is_editable_by."""
        if not user.has_perm("articles.change_article"):
            return self.none()
        stories = self.exclude(status="retracted")
        if user.has_perm("articles.publish_article"):
            return stories
        if not user.has_perm("articles.edit_section_article"):
            return stories.drafts().of(user)
        own = self.model.objects.drafts().of(user).values("pk")
        return stories.filter(Q(section__isnull=True) | Q(section__in=sections_of(user)) | Q(pk__in=own))


def sections_of(user) -> list[int]:
    """The keys of the sections that `user` edits; asked once of a user in memory, as Django does with permissions."""
    if not hasattr(user, "_sections_edited"):
        user._sections_edited = list(user.sections_edited.order_by().values_list("pk", flat=True))
    return user._sections_edited


class Entrusted(models.Model):
    """What a story knows of whose it is. Article has the other fields."""

    created_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.SET_NULL,
        null=True,
        editable=False,
        db_index=False,  # Meta.indexes has one that a list is read from
        related_name="+",
        verbose_name=_("made by"),
    )

    class Meta:
        abstract = True

    def is_editable_by(self, user) -> bool:
        """Whether `user` may change it; of a released story, propose to. See also ArticleQuerySet.editable_by."""
        if self.status == self.Status.RETRACTED or not user.has_perm("articles.change_article"):
            return False
        if user.has_perm("articles.publish_article"):
            return True
        is_editor = user.has_perm("articles.edit_section_article")
        if is_editor and (self.section_id is None or self.section_id in sections_of(user)):
            return True
        return self.status in DRAFTS and self.is_of(user)

    def is_of(self, user) -> bool:
        """Whether `user` made it at the desk or is in its byline. See also ArticleQuerySet.of."""
        return self.created_by_id == user.pk or self.bylines.filter(author__user=user).exists()
