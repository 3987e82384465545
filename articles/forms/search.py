from datetime import timedelta

from django import forms
from django.utils import timezone
from django.utils.text import slugify
from django.utils.translation import gettext_lazy as _

from ..models import Article, Section, Tag
from ..paging import SIZE, Page, moment_key, read_moment, split_key


class TagField(forms.CharField):
    """A tag, by the name that a reader types or the slug that a link carries."""

    def clean(self, value):
        name = super().clean(value)
        if not name:
            return None
        if tag := Tag.objects.filter(slug=slugify(name, allow_unicode=True)).first():
            return tag
        raise forms.ValidationError(_("There is no such tag."))


class SearchForm(forms.Form):
    """What a reader looks for; `page` finds it."""

    SINCE = {
        "day": (_("the last day"), timedelta(days=1)),
        "week": (_("the last week"), timedelta(weeks=1)),
        "month": (_("the last month"), timedelta(days=31)),
        "year": (_("the last year"), timedelta(days=366)),
    }
    # Stories are ranked within the newest matches, then within those before, and so on: the rank of a word that
    # stands in half of a million stories would otherwise be computed half a million times.
    WINDOW = 1000

    q = forms.CharField(
        label=_("Search for"),
        required=False,
        max_length=200,
        help_text=_("“exact words”, -without, this or that"),
        widget=forms.TextInput(attrs={"type": "search"}),
    )
    section = forms.ModelChoiceField(
        Section.objects.all(),
        label=_("Section"),
        required=False,
        to_field_name="slug",
        empty_label=_("all sections"),
    )
    tag = TagField(label=_("Tag"), required=False)
    since = forms.ChoiceField(
        label=_("Time"),
        required=False,
        choices=[("", _("any time")), *((value, label) for value, (label, _span) in SINCE.items())],
    )

    def matches(self, stories):
        """Those of `stories` that the words and the filters ask for."""
        data = self.cleaned_data
        stories = stories.search(data["q"])
        if data["section"]:
            stories = stories.filter(section=data["section"])
        if data["tag"]:
            stories = stories.filter(taggings__tag=data["tag"])
        if data["since"]:
            _label, span = self.SINCE[data["since"]]
            stories = stories.filter(first_published_at__gte=timezone.now() - span)
        return stories

    def page(self, stories) -> Page:
        """The page of the matches, best first, that ?before= names: "score,pk" or "window;score,pk"."""
        window_start, _mark, place = self.data.get("before", "").rpartition(";")
        window = self.matches(stories).newest_first()
        if window_start:
            moment, pk = split_key(window_start, read_moment)
            window = window.filter(first_published_at__lte=moment).exclude(first_published_at=moment, pk__gte=pk)
        text = self.cleaned_data["q"]
        found = Article.objects.filter(pk__in=window.values("pk")[: self.WINDOW]).ranked(text)
        if place:
            score, pk = split_key(place, float)
            found = found.filter(score__lte=score).exclude(score=score, pk__gte=pk)
        rows = list(found.with_excerpts(text).for_cards()[: SIZE + 1])
        prefix = f"{window_start};" if window_start else ""
        if len(rows) > SIZE:
            last = rows[SIZE - 1]
            return Page(rows[:SIZE], "before", f"{prefix}{last.score!r},{last.pk}")
        return Page(rows, "before", self.next_window(window))

    def next_window(self, window) -> str:
        """The key of the window after `window`, or nothing when it holds all that is left."""
        last = list(window.only("first_published_at")[self.WINDOW - 1 : self.WINDOW + 1])
        return f"{moment_key(last[0], 'first_published_at')};" if len(last) > 1 else ""


class SpokenForm(forms.Form):
    """Which of a speaker's quotes a reader wants to see: of a year, of a topic, of one story."""

    year = forms.TypedChoiceField(label=_("Year"), required=False, coerce=int, empty_value=None)
    tag = TagField(label=_("Topic"), required=False, widget=forms.TextInput(attrs={"list": "topics"}))
    story = forms.ModelChoiceField(None, required=False, widget=forms.HiddenInput, label=_("Story"))

    def __init__(self, *args, quotes, **kwargs):
        super().__init__(*args, **kwargs)
        self.quotes = quotes
        self.fields["story"].queryset = Article.objects.published()
        self.fields["year"].choices = [("", _("all years")), *((year, year) for year in quotes.years())]

    def topics(self):
        """The tags of the stories that quoted the speaker last, to choose from."""
        stories = list(self.quotes.values_list("article", flat=True)[:100])
        return Tag.objects.filter(taggings__content_object__in=stories).distinct().order_by("name")[:50]

    def matches(self):
        """Those of the quotes that the filters ask for."""
        year, tag, story = (self.cleaned_data[name] for name in ("year", "tag", "story"))
        found = self.quotes
        if year:
            found = found.published_in(year)
        if tag:
            found = found.filter(article__taggings__tag=tag)
        if story:
            found = found.filter(article=story)
        return found
