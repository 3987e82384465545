from django.contrib.postgres.fields import ArrayField
from django.contrib.postgres.indexes import GinIndex
from django.contrib.postgres.search import SearchQuery, SearchVector
from django.core.exceptions import ValidationError
from django.core.validators import RegexValidator
from django.db import models, transaction
from django.db.models import Exists, OuterRef, Q
from django.db.models.functions import Upper
from django.utils.translation import gettext_lazy as _

from ..addresses import path_to
from .named import NamedQuerySet, aliases_of_both
from .search import words_index
from .shown import ShownRow
from .skeleton import Skeleton, Skeletons
from .slug import keep_former_slug, merge_slugs, refuse_itself
from .touch import changed, touches

NAME_WORDS = SearchVector("name", config="simple")


class SpeakerQuerySet(NamedQuerySet):
    def quoted(self, now=None):
        """Speakers with a page of their own and at least one quotation that readers can see."""
        from .quote import Quote

        return self.exclude(kind=Speaker.Kind.UNNAMED).filter(
            Exists(Quote.objects.public(now).filter(speaker=OuterRef("pk")))
        )

    def search(self, text: str):
        """Speakers in whose name all of a reader's search words stand."""
        query = SearchQuery(text, config="simple", search_type="websearch")
        return self.annotate(words=NAME_WORDS).filter(words=query)

    def named_any(self, names):
        """Someone unnamed goes by no name."""
        return super().named_any(names).exclude(kind=Speaker.Kind.UNNAMED)


class Speaker(ShownRow):
    """Who said it: a person, an institution, or someone whom the story leaves unnamed."""

    page_noun = "person"

    class Kind(models.TextChoices):
        PERSON = "person", _("person")
        INSTITUTION = "institution", _("institution")
        UNNAMED = "unnamed", _("unnamed")

    kind = models.CharField(_("kind"), max_length=12, choices=Kind, default=Kind.PERSON)
    name = models.CharField(
        _("name"), max_length=160, help_text=_("For someone unnamed, the words of the story: “a military official”.")
    )
    slug = models.SlugField(
        _("address"), max_length=160, unique=True, null=True, blank=True, help_text=_("The old one redirects.")
    )
    aliases = ArrayField(
        models.CharField(max_length=160),
        verbose_name=_("other names"),
        default=list,
        blank=True,
        help_text=_("Separated by commas. Imports and the quote finder find the speaker by them."),
    )
    description = models.CharField(
        _("description"), max_length=200, blank=True, help_text=_("Who this is, in a few words.")
    )
    wikidata_id = models.CharField(
        _("Wikidata id"),
        max_length=20,
        unique=True,
        null=True,
        blank=True,
        validators=[RegexValidator(r"^Q[1-9]\d*$", _("A Wikidata id is a Q and a number, for instance Q42."))],
    )
    unnamed_reason = models.CharField(
        _("reason for leaving unnamed"), max_length=300, blank=True, help_text=_("Readers see it beside the words.")
    )

    objects = SpeakerQuerySet.as_manager()

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=(Q(kind="unnamed", slug__isnull=True) & ~Q(unnamed_reason=""))
                | (~Q(kind="unnamed") & Q(slug__isnull=False, unnamed_reason="")),
                name="speaker_unnamed_with_reason",
                violation_error_message=_(
                    "Someone unnamed needs a reason and has no address; everyone else needs an address and no reason."
                ),
            )
        ]
        indexes = [
            models.Index(fields=["name", "id"], name="speaker_by_name"),
            models.Index(Upper("name"), name="speaker_by_upper_name"),
            # What nobody else may call themselves under a story.
            models.Index(Skeleton("name"), name="speaker_skeleton"),
            GinIndex(Skeletons("aliases"), name="speaker_alias_skeletons"),
            GinIndex(fields=["aliases"], name="speaker_aliases"),
            words_index("name", "speaker_name_words"),
        ]
        ordering = ["name", "id"]
        triggers = [
            keep_former_slug("speaker"),
            touches(
                "person",
                f"CASE WHEN {changed('name', 'slug', 'kind')} THEN 'people' END",
                f"CASE WHEN {changed('name', 'kind')} THEN 'search' END",
            ),
        ]
        verbose_name = _("speaker")
        verbose_name_plural = _("speakers")

    def __str__(self):
        return self.name

    def get_absolute_url(self):
        """The speaker's page; empty for someone unnamed."""
        return path_to("speaker", self.slug) if self.slug else ""

    def clean(self):
        if self.kind == self.Kind.UNNAMED and not self.unnamed_reason:
            raise ValidationError({"unnamed_reason": _("Say why the speaker stays unnamed; readers see it.")})
        if self.kind != self.Kind.UNNAMED and not self.slug:
            raise ValidationError({"slug": _("A named speaker needs an address.")})

    @transaction.atomic
    def merge_into(self, kept: "Speaker") -> None:
        """Give this speaker's quotes, names and addresses to `kept` and delete this one."""
        refuse_itself(self, kept)
        if (self.kind == self.Kind.UNNAMED) != (kept.kind == self.Kind.UNNAMED):
            raise ValidationError(
                _("%(lost)s and %(kept)s cannot be merged: one is unnamed, and the story promised to leave it so."),
                params={"lost": self, "kept": kept},
            )
        self.quotes.update(speaker=kept)
        kept.aliases = aliases_of_both(self, kept)
        kept.description = kept.description or self.description
        kept.wikidata_id = kept.wikidata_id or self.wikidata_id
        if self.slug:
            merge_slugs("speaker", self, kept)
        self.delete()
        kept.save(update_fields=["aliases", "description", "wikidata_id"])
