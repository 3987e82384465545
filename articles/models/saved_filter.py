from django.apps import apps
from django.conf import settings
from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import Q
from django.http import QueryDict
from django.urls import reverse
from django.utils.translation import gettext_lazy as _


class SavedFilterQuerySet(models.QuerySet):
    def seen_by(self, user):
        """One's own, then what colleagues share, each by name."""
        mine = models.Case(models.When(owner=user, then=0), default=1)
        return self.filter(Q(owner=user) | Q(is_shared=True)).order_by(mine, "name", "pk").select_related("owner")

    def of_list(self, model):
        return self.filter(noun=model._meta.label_lower)


class SavedFilter(models.Model):
    """What somebody narrowed a list of the desk down to, under a name."""

    MOST = 50  # of one person; beyond that a name finds nothing again
    # What belongs to one look at a list, and not to what it is narrowed down to.
    PASSING = ("p", "e", "all", "o", "_popup", "_to_field", "_changelist_filters")

    owner = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, related_name="saved_filters", editable=False)
    noun = models.CharField(_("list"), max_length=100, editable=False)
    query = models.CharField(_("filter"), max_length=1000, editable=False)
    name = models.CharField(_("name"), max_length=60)
    is_shared = models.BooleanField(_("for the whole newsroom"), default=False)

    objects = SavedFilterQuerySet.as_manager()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["owner", "noun", "name"], name="saved_filter_name_once")]
        indexes = [models.Index(fields=["name"], condition=Q(is_shared=True), name="saved_filter_shared")]
        verbose_name = _("saved filter")
        verbose_name_plural = _("saved filters")

    def __str__(self):
        return self.name

    def get_absolute_url(self):
        """The address of the list, narrowed down."""
        opts = self.model._meta
        return f"{reverse(f'admin:{opts.app_label}_{opts.model_name}_changelist')}?{self.query}"

    def clean(self):
        if not self.query:
            raise ValidationError(_("The list is not narrowed down. Choose a filter or search for something first."))
        others = SavedFilter.objects.filter(owner=self.owner)
        if self._state.adding and others.count() >= self.MOST:
            sentence = _("You have saved %(limit)d filters already. Delete one first.")
            raise ValidationError(sentence, params={"limit": self.MOST})

    @classmethod
    def lasting(cls, query: QueryDict) -> str:
        """What of a list's query string is worth keeping."""
        kept = query.copy()
        for name in cls.PASSING:
            kept.pop(name, None)
        return kept.urlencode()

    @property
    def model(self):
        """The model whose list it narrows; None when there is no longer such a model."""
        try:
            return apps.get_model(self.noun)
        except (LookupError, ValueError):
            return None
