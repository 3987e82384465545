from datetime import timedelta

from django import forms
from django.db.models import F
from django.urls import reverse_lazy
from django.utils.text import slugify
from django.utils.translation import gettext_lazy as _

from ..days import NEWEST, OLDEST, beginning
from ..models import Article, Quote, Speaker, Tag
from ..models.language import LANGUAGES
from ..paging import SIZE, Page, before, moment_key, read_moment, split_key

FIRST = F("first_published_at")


class TagField(forms.CharField):
    """A tag, by the name that a reader types or the slug that a link carries."""

    def clean(self, value):
        name = super().clean(value)
        if not name:
            return None
        if tag := Tag.objects.filter(slug=slugify(name, allow_unicode=True)).first():
            return tag
        raise forms.ValidationError(_("There is no such tag."))


NAMES = reverse_lazy("articles:search_names")


class DayField(forms.DateField):
    """A day of the newsroom's calendar, as browsers send it."""

    default_error_messages = {"invalid": _("Type a day as year-month-day, for instance 2026-11-17.")}

    def __init__(self, **kwargs):
        widget = forms.DateInput(format="%Y-%m-%d", attrs={"type": "date"})
        super().__init__(input_formats=["%Y-%m-%d"], widget=widget, **kwargs)

    def clean(self, value):
        day = super().clean(value)
        if day and not OLDEST <= day <= NEWEST:
            raise forms.ValidationError(self.error_messages["invalid"])
        return day


class SearchForm(forms.Form):
    """What a reader looks for, in the sections given; `stories`, `quotes` and `people` are what is found."""

    KINDS = {"": _("Everything"), "stories": _("Stories"), "quotes": _("Quotes"), "people": _("People")}
    NARROWING = ["section", "tag", "language", "since", "until"]
    # Stories are ranked within the newest matches, then within those before, and so on: the rank of a word that
    # stands in half of a million stories would otherwise be computed half a million times. Quotes are listed by date;
    # for them the bound is also a hint: asked for a handful only, PostgreSQL would walk the table by date in the hope
    # of meeting them soon, and read a million rows for words that nobody said.
    WINDOW = 500

    q = forms.CharField(
        label=_("Search for"),
        required=False,
        max_length=200,
        help_text=_("“exact words”, -without, this or that"),
        widget=forms.TextInput(attrs={"type": "search", "list": "names", "data-names": NAMES}),
    )
    kind = forms.ChoiceField(required=False, choices=[*KINDS.items()], widget=forms.HiddenInput)
    section = forms.TypedChoiceField(label=_("Section"), required=False, empty_value=None)
    tag = TagField(label=_("Tag"), required=False)
    language = forms.ChoiceField(label=_("Language"), required=False, choices=[("", _("all languages")), *LANGUAGES])
    since = DayField(label=_("From"), required=False)
    until = DayField(label=_("Until"), required=False)

    def __init__(self, data, *, sections):
        super().__init__(data)
        by_slug = {section.slug: section for section in sections}
        self.fields["section"].choices = [("", _("all sections")), *((each.slug, each.name) for each in sections)]
        self.fields["section"].coerce = by_slug.get

    def clean(self):
        cleaned = super().clean()
        if cleaned.get("since") and cleaned.get("until") and cleaned["since"] > cleaned["until"]:
            self.add_error("until", _("This day lies before the first one."))
        return cleaned

    @property
    def is_narrowed(self) -> bool:
        """Whether anything but the words says what is looked for."""
        return any(self.data.get(name) for name in self.NARROWING)

    def narrowing_fields(self) -> list:
        return [self[name] for name in self.NARROWING]

    def narrowed(self, rows, *, date: str, **conditions):
        """Those of the `rows` that the filters ask for; `date` is their moment, `conditions` what leads to the rest."""
        data = self.cleaned_data
        conditions |= {
            "language": data["language"],
            f"{date}__gte": data["since"] and beginning(data["since"]),
            f"{date}__lt": data["until"] and beginning(data["until"] + timedelta(days=1)),
        }
        return rows.filter(**{name: value for name, value in conditions.items() if value})

    def matches(self):
        """The stories that match, each with the date by which they are listed: where a tag is asked for, its tagging's
        copy, by whose index PostgreSQL finds the newest."""
        data, stories = self.cleaned_data, Article.objects
        found = stories.in_tag(data["tag"]) if data["tag"] else stories.published().annotate(listed_at=FIRST)
        return self.narrowed(found.search(data["q"]), date="listed_at", section=data["section"])

    def best_of(self, stories, until=None):
        """The newest of the `stories`, none of which is younger than `until`, best first, with the passages that
        match."""
        text = self.cleaned_data["q"]
        window = Article.objects.filter(pk__in=stories.newest_keys(self.WINDOW, by="listed_at", until=until))
        return window.ranked(text).with_excerpts(text).for_cards()

    def story_page(self) -> Page:
        """The page of the matches, best first, that ?before= names: "score,pk" or "window;score,pk"."""
        window_start, _mark, place = self.data.get("before", "").rpartition(";")
        window, until = self.matches(), None
        if window_start:
            window = before(window, window_start, by="listed_at")
            until, _pk = split_key(window_start, read_moment)
        found = self.best_of(window, until)
        if place:
            score, pk = split_key(place, float)
            found = found.filter(score__lte=score).exclude(score=score, pk__gte=pk)
        rows = list(found[: SIZE + 1])
        prefix = f"{window_start};" if window_start else ""
        if len(rows) > SIZE:
            last = rows[SIZE - 1]
            return Page(rows[:SIZE], "before", f"{prefix}{last.score!r},{last.pk}")
        return Page(rows, "before", self.next_window(window))

    def next_window(self, window) -> str:
        """The key of the window after `window`, or nothing when it holds all that is left."""
        newest = window.order_by("-listed_at", "-pk").only("pk")
        last = list(newest[self.WINDOW - 1 : self.WINDOW + 1])
        return f"{moment_key(last[0], 'listed_at')};" if len(last) > 1 else ""

    def quotes(self, key: str = ""):
        """The quotes that match, newest first; with a `key` of a page of them, those after it."""
        found = Quote.objects.public().search(self.cleaned_data["q"])
        data = self.cleaned_data
        asked = {"article__section": data["section"], "article__taggings__tag": data["tag"]}
        found = self.narrowed(found, date="published_at", **asked)
        until = None
        if key:
            found = before(found, key, by="published_at")
            until, _pk = split_key(key, read_moment)
        newest = found.newest_keys(self.WINDOW, by="published_at", until=until)
        return Quote.objects.filter(pk__in=newest).newest_first().with_chain()

    def people(self):
        """Those who are quoted and have all the words in their names. Nothing but the words narrows them."""
        return Speaker.objects.quoted().search(self.cleaned_data["q"]).order_by("name", "pk")


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
