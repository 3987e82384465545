"""A story in other languages: linked, begun, and said to be behind its original."""

from django import forms
from django.contrib import messages
from django.contrib.admin import site
from django.contrib.admin.widgets import AutocompleteSelect
from django.core.exceptions import PermissionDenied, ValidationError
from django.http import HttpResponseRedirect
from django.urls import path
from django.utils.html import format_html
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from ..models import Article
from ..models.language import LANGUAGES
from .desk import DeskAdmin
from .publishing import form_address

NAMES = dict(LANGUAGES)


class StartForm(forms.Form):
    language = forms.ChoiceField(
        label=_("Language"),
        help_text=_(
            "A draft with the same picture, tags, section, byline and sources, linked to this story. Its text is this "
            "story's, to be written over."
        ),
    )

    def __init__(self, *args, story, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["language"].choices = story.languages_to_translate_into()


class LinkForm(forms.Form):
    original = forms.ModelChoiceField(
        Article.objects.defer("body", "search"),
        label=_("Original"),
        required=False,
        widget=AutocompleteSelect(Article._meta.get_field("translation_of"), site),
        help_text=_("The story of which this one is a translation. Empty: it is no translation."),
    )


class TellForm(forms.Form):
    tells = forms.BooleanField(
        label=_("Tell readers of this translation that the original has changed since"), required=False
    )


class TranslationsAdmin(DeskAdmin):
    # What each button of the page needs beside the right to change the story.
    VERBS = {"start": "articles.add_article", "link": None, "tell": "articles.publish_article"}

    def get_urls(self):
        view = self.admin_site.admin_view(self.translations)
        return [path("<int:pk>/translations/", view, name="articles_article_translations"), *super().get_urls()]

    def translations(self, request, pk):
        """The story in all its languages; a button each to begin another, to link it, to tell readers."""
        story = self.story_or_404(request, pk)
        verb = request.POST.get("verb") if request.method == "POST" else None
        may = {verb: self.may_translate(request, story, needs) for verb, needs in self.VERBS.items()}
        if request.method == "POST" and not may.get(verb):
            raise PermissionDenied
        initial = {"original": story.translation_of_id, "tells": story.tells_of_change}
        given = {name: request.POST if verb == name else None for name in self.VERBS}
        forms_ = {
            "start": StartForm(given["start"], story=story),
            "link": LinkForm(given["link"], initial=initial),
            "tell": TellForm(given["tell"], initial=initial),
        }
        if verb and forms_[verb].is_valid():
            try:
                return HttpResponseRedirect(getattr(self, f"{verb}_translation")(request, story, forms_[verb]))
            except ValidationError as error:
                forms_[verb].add_error(None, error)
        context = {
            "group": [each for each in story.group().defer("body", "search") if each.pk != story.pk],
            "forms": forms_,
            "may": may,
            "languages": forms_["start"].fields["language"].choices,
        }
        status = 422 if verb else 200
        title = gettext("“%(story)s” in other languages")
        return self.story_page(request, story, "translations", title, context, status)

    def may_translate(self, request, story, needs: str | None) -> bool:
        """What is linked to a story that readers see is as good as published."""
        needs = needs or ("articles.publish_article" if story.is_released else "articles.change_article")
        return self.has_change_permission(request, story) and request.user.has_perm(needs)

    def start_translation(self, request, story, form) -> str:
        draft = story.start_translation(form.cleaned_data["language"], by=request.user)
        text = gettext("A draft in %(language)s, linked to its original. Write over its text.")
        self.message_user(request, text % {"language": draft.get_language_display()}, messages.SUCCESS)
        return form_address(draft)

    def link_translation(self, request, story, form) -> str:
        story.make_translation_of(form.cleaned_data["original"], by=request.user)
        self.message_user(request, gettext("The link is saved."), messages.SUCCESS)
        return form_address(story, "translations")

    def tell_translation(self, request, story, form) -> str:
        story.tell_readers_of_change(form.cleaned_data["tells"], by=request.user)
        self.message_user(request, gettext("Saved."), messages.SUCCESS)
        return form_address(story, "translations")

    # The list

    def count_translations(self, stories) -> None:
        """Give each of the listed stories the languages into which it was translated."""
        into = {}
        found = Article.objects.filter(translation_of__in=[story.pk for story in stories]).order_by("language")
        for original, language in found.values_list("translation_of", "language"):
            into.setdefault(original, []).append(str(NAMES.get(language, language)))
        for story in stories:
            story.translated_into = into.get(story.pk, [])


def languages_list(story) -> str:
    """What a list says of a story's other languages; nothing when it has none."""
    if story.translation_of_id:
        said = gettext("translation, %(language)s") % {"language": story.get_language_display()}
    elif story.translated_into:
        said = gettext("also in %(languages)s") % {"languages": ", ".join(story.translated_into)}
    else:
        return ""
    return format_html('<span class="state-time">{}</span>', said)
