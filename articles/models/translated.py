import pgtrigger
from django.core.exceptions import ValidationError
from django.db import models, transaction
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from .deed import Deed
from .language import LANGUAGES


class Translated(models.Model):
    """A story and its translations: all name the one original, which is itself no translation; one in each language."""

    translation_of = models.ForeignKey(
        "self",
        models.SET_NULL,
        null=True,
        blank=True,
        editable=False,
        db_index=False,
        related_name="translations",
        verbose_name=_("translation of"),
    )
    tells_of_change = models.BooleanField(
        _("readers are told that the original has changed since"), default=False, db_default=False, editable=False
    )

    CONSTRAINTS = [
        models.UniqueConstraint(
            fields=["translation_of", "language"],
            condition=Q(translation_of__isnull=False),
            name="article_translated_once",
            violation_error_message=_("There is a translation into this language already."),
        ),
        models.CheckConstraint(
            condition=Q(tells_of_change=False) | Q(translation_of__isnull=False), name="article_change_of_an_original"
        ),
    ]
    # What became of an original, or of the language of either, is seen by whoever comes second: both lock its row.
    TRIGGER = pgtrigger.Trigger(
        name="translations_have_one_original",
        when=pgtrigger.After,
        operation=pgtrigger.Insert | pgtrigger.UpdateOf("translation_of_id", "language"),
        declare=[("original", "record")],
        func="""
            IF NEW.translation_of_id IS NOT NULL THEN
                SELECT translation_of_id, language INTO original
                FROM articles_article WHERE id = NEW.translation_of_id FOR NO KEY UPDATE;
                IF original.translation_of_id IS NOT NULL OR original.language = NEW.language THEN
                    RAISE EXCEPTION 'story % cannot be a translation of %', NEW.id, NEW.translation_of_id
                    USING ERRCODE = 'check_violation';
                END IF;
            END IF;
            IF EXISTS (
                SELECT 1 FROM articles_article WHERE translation_of_id = NEW.id
                AND (NEW.translation_of_id IS NOT NULL OR language = NEW.language)
            ) THEN
                RAISE EXCEPTION 'story % has a translation that contradicts it', NEW.id
                USING ERRCODE = 'check_violation';
            END IF;
            RETURN NULL;
        """,
    )

    class Meta:
        abstract = True

    def clean(self):
        super().clean()
        if self.is_taken_in_group(self.language):
            raise ValidationError({"language": _("This story stands in that language already, as a translation.")})

    @property
    def original_id(self):
        """The key of the story that all of its group translate: its own when it is no translation."""
        return self.translation_of_id or self.pk

    def group(self):
        """This story, its original and all translations of that."""
        return type(self).objects.in_group(self.original_id)

    def is_taken_in_group(self, language: str) -> bool:
        """Whether another story of the group is in that language."""
        return self.pk is not None and self.group().exclude(pk=self.pk).filter(language=language).exists()

    @transaction.atomic
    def make_translation_of(self, original, *, by=None) -> None:
        """Link it to `original`; of a translation, its own original is meant. None takes it out of its group.

        Raises ValidationError with a sentence.
        """
        original = original and (original.translation_of or original)
        if original is not None:
            self._refuse_as_translation_of(original)
        self.translation_of = original
        self.tells_of_change = self.tells_of_change and original is not None
        self.save(update_fields=["translation_of", "tells_of_change", "modified_at"])
        verb, said = ("translation", original.headline) if original else ("translation of no story", "")
        Deed.objects.note([self], verb, said, by=by)

    def _refuse_as_translation_of(self, original) -> None:
        if original.pk == self.pk:
            raise ValidationError(_("A story is no translation of itself."))
        if self.translations.exists():
            raise ValidationError(_("This story has translations itself. Take them off first."))
        taken = original.group().exclude(pk=self.pk).filter(language=self.language).first()
        if taken is not None:
            sentence = _("“%(story)s” is that story in %(language)s already. Change the language of one of the two.")
            params = {"story": taken.headline, "language": taken.get_language_display()}
            raise ValidationError(sentence, params=params)

    def languages_to_translate_into(self) -> list[tuple[str, str]]:
        taken = set(self.group().values_list("language", flat=True))
        return [(code, label) for code, label in LANGUAGES if code not in taken]

    @transaction.atomic
    def start_translation(self, language: str, *, by=None):
        """A linked draft in `language` with this story's picture, tags, section, byline, sources, embargo; returns it.

        Its text is this story's, to be written over. Quotations are proposed anew from the translated text.
        """
        if self.is_taken_in_group(language) or language == self.language:
            raise ValidationError(_("This story stands in that language already."))
        same = ["headline", "standfirst", "body", "section", "lead_photo", "rights", "embargo", "comments_open"]
        slug = f"{self.slug[: 199 - len(language)]}-{language}"
        draft = type(self)(language=language, slug=slug, created_by=by, **{name: getattr(self, name) for name in same})
        draft.translation_of_id = self.translation_of_id or self.pk
        draft.save()
        draft.tags.set(self.tags.all())
        for byline in self.bylines.all():
            draft.bylines.create(author=byline.author, contribution=byline.contribution, position=byline.position)
        self._copy_citations(draft)
        Deed.objects.note([draft], "translation started", self.headline, by=by)
        return draft

    def _copy_citations(self, draft) -> None:
        copies, vias = {}, {}
        for citation in self.citations.all():
            vias[citation.pk] = citation.via_id
            copies[citation.pk] = draft.citations.create(
                item=citation.item, part=citation.part, position=citation.position
            )
        for pk, via in vias.items():
            if via:
                copies[pk].via = copies[via]
                copies[pk].save()

    def tell_readers_of_change(self, tells: bool, *, by=None) -> None:
        """Whether the translation says that its original has changed since it was made."""
        if tells and not self.translation_of_id:
            raise ValidationError(_("Only a translation has an original."))
        self.tells_of_change = tells
        self.save(update_fields=["tells_of_change"])
        Deed.objects.note([self], "translation told", "yes" if tells else "no", by=by)

    def flag_translations(self, before=None) -> None:
        """Queue the translations to be looked at again, since readers got something else than in revision `before`."""
        from .recheck import Recheck

        waiting = [
            Recheck(original=self, since=before, article=story)
            for story in self.translations.exclude(status=self.Status.RETRACTED).only("pk")
        ]
        # One that waits already stays as it is: it tells of all that changed since.
        Recheck.objects.bulk_create(waiting, ignore_conflicts=True)
