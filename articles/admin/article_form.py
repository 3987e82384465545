from django import forms
from django.contrib.admin import site
from django.contrib.admin.widgets import AdminSplitDateTime
from django.core.exceptions import ValidationError
from django.utils import timezone
from django.utils.text import format_lazy, slugify
from django.utils.translation import gettext_lazy as _

from ..models import Article
from .desk import tidy, zone_lazy
from .tag_field import TagsField, TagsWidget


class ArticleForm(forms.ModelForm):
    tags = TagsField(
        label=_("Tags"),
        required=False,
        widget=TagsWidget(Article._meta.get_field("tags"), site),
        help_text=_("Type to find a tag. A new one is made of what you type, finished with a comma or Enter."),
    )
    stage = forms.ChoiceField(
        label=_("Stage"),
        required=False,
        choices=[(value, label) for value, label in Article.Status.choices[:2]],
        widget=forms.RadioSelect,
        help_text=_("“In review” tells the editors that it is ready for them."),
    )
    publish_at = forms.SplitDateTimeField(
        label=_("Publish at"),
        required=False,
        widget=AdminSplitDateTime,
        help_text=format_lazy(
            _("In the newsroom's time, {zone}. Takes effect with “Save and publish”. Empty: at once."), zone=zone_lazy()
        ),
    )

    class Meta:
        model = Article
        fields = [
            *("headline", "standfirst", "body", "slug", "section", "language", "lead_photo"),
            *("embargo", "rights", "comments_open"),
        ]
        help_texts = {
            "body": _("Paste from a word processor or a web page freely: what does not belong in a story drops out."),
            "slug": _(
                "Last part of the web address. Left empty, it is made of the headline. Changed later, the old address "
                "redirects."
            ),
            "embargo": format_lazy(
                _("Cannot appear before this moment, in the newsroom's time, {zone}, whatever else is set."),
                zone=zone_lazy(),
            ),
            "lead_photo": _("Stands above the text and on every list. It brings its alternative text and credit."),
        }

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        story = self.instance
        if "slug" in self.fields:
            self.fields["slug"].required = False
        if "stage" in self.fields:
            self.initial["stage"] = story.status
        tidy(self.fields["publish_at"])
        if story.first_published_at and story.is_scheduled():
            self.initial["publish_at"] = story.first_published_at

    def clean_slug(self):
        typed = self.cleaned_data["slug"] or slugify(self.cleaned_data.get("headline", ""))
        return typed[: Article._meta.get_field("slug").max_length].strip("-") or timezone.localtime().strftime("%H%M%S")

    def clean_publish_at(self):
        moment = self.cleaned_data["publish_at"]
        if moment and "publish_at" in self.changed_data:
            if "_publish" not in self.data:
                raise ValidationError(_("Not scheduled yet: press “Save and publish”, or empty this field."))
            if moment <= timezone.now():
                raise ValidationError(_("This moment has passed. Leave the field empty to publish at once."))
        return moment

    def clean(self):
        cleaned = super().clean()
        story, moment = self.instance, self.first_publication()
        if moment and cleaned.get("embargo") and moment < cleaned["embargo"]:
            self.add_error("embargo", _("The story would appear before its embargo ends."))
        if moment and cleaned.get("slug") and self.is_taken(cleaned["slug"], timezone.localdate(moment)):
            self.add_error("slug", _("Another story of that day has this address. Change the address."))
        if story.status in Article.Status.values[:2] and cleaned.get("stage"):
            story.status = cleaned["stage"]
        elif story.status == Article.Status.PUBLISHED:
            # Stored along with a new embargo, which the old schedule could contradict.
            story.first_published_at = moment
        return cleaned

    def first_publication(self):
        """When readers first see, or saw, the story as submitted; None for one without a date."""
        stored, now = self.instance.first_published_at, timezone.now()
        if "_publish" not in self.data or (stored and stored <= now):
            return stored
        moments = (self.cleaned_data.get("publish_at") or now, self.cleaned_data.get("embargo"))
        return max(moment for moment in moments if moment)

    def is_taken(self, slug: str, day) -> bool:
        return Article.objects.filter(published_on=day, slug=slug).exclude(pk=self.instance.pk).exists()

    def _get_validation_exclusions(self):
        # Constraints on what the form does not show are checked as well, or the database would answer with an error.
        return super()._get_validation_exclusions() - {
            *("status", "first_published_at", "published_on", "unpublish_at", "retracted_at", "retraction_reason"),
        }
