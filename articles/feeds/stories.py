from django.conf import settings
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils.html import escape
from django.utils.text import Truncator
from django.utils.translation import gettext as _

from ..addresses import absolute
from ..body import plain_text, self_contained
from ..insets import Insets
from ..models import Article, Author, Section, Series, Source, Tag
from ..models.citation import chains
from ..models.shown import expires, shows
from .newest import LENGTH, REACH, NewestFeed, lasting_id, link_in_chain, local, retraction


class StoryFeed(NewestFeed):
    """The stories of a list that are new or changed last, each with its whole text; of a retracted one, why it is.

    Subclasses give the list as `keys`.
    """

    def items(self, noun):
        shows("syndication")
        newest = Article.objects.filter(pk__in=self.keys(noun)[:REACH])
        stories = list(newest.told().syndicated().last_changed_first().for_feed()[:LENGTH])
        insets = Insets(*(story.body for story in stories if not story.retracted_at))
        for story in stories:
            story.insets = insets
        return stories

    def description(self, noun):
        return _("The newest stories: %(subject)s") % {"subject": noun}

    def item_title(self, story):
        return _("Retracted: %(headline)s") % {"headline": story.headline} if story.retracted_at else story.headline

    def item_description(self, story):
        return escape(summary(story))

    def item_pubdate(self, story):
        return local(story.first_published_at)

    def item_updateddate(self, story):
        return local(story.changed_at)

    def item_categories(self, story):
        return [tag.name for tag in story.tags.all()]

    def item_comments(self, story):
        return None if story.retracted_at else f"{absolute(story.get_absolute_url())}#replies"

    def authors(self, story):
        authors = [byline.author for byline in story.bylines.all()]
        return [{"name": author.name, "url": absolute(author.get_absolute_url())} for author in authors]

    def item_extra_kwargs(self, story):
        photo = None if story.retracted_at else story.photo
        return {
            "lasting_id": lasting_id(story),
            "summary": summary(story),
            "content": self.content(story),
            "authors": self.authors(story),
            "image": photo and absolute(photo.largest.url),
            "language": story.language,
            "extension": retraction(story) if story.retracted_at else self.extension(story),
        }

    def content(self, story) -> str:
        if story.retracted_at:
            return render_to_string("articles/_feed_retracted.html", {"article": story}).strip()
        text = story.insets.for_programs(self_contained(story.body, absolute(story.get_absolute_url())))
        return render_to_string("articles/_feed.html", {"article": story, "text": text}).strip()

    def extension(self, story) -> dict:
        """Where it comes from and what was wrong in it, for programs: `_newsportal` in the JSON form."""
        corrections = [
            {
                "kind": entry.kind,
                "text": entry.text,
                "date": local(entry.created_at).isoformat(),
                "url": absolute(entry.get_absolute_url()),
            }
            for entry in story.corrections.all()
        ]
        lines = [[link_in_chain(citation) for citation in chain] for chain in chains(story.citations.all())]
        return {"chains": lines} | ({"corrections": corrections} if corrections else {})


def summary(story) -> str:
    """What stands under the headline; without a standfirst, how the text begins."""
    if story.retracted_at:
        return story.retraction_reason
    return story.standfirst or Truncator(plain_text(story.body)).words(40) or story.headline


class SiteFeed(StoryFeed):
    def link(self):
        return absolute(reverse("articles:home"))

    def feed_url(self):
        return f"{self.link()}feed.{self.form}"

    def title(self):
        return settings.SITE_NAME

    def description(self):
        return _("%(site)s: news in which every quotation has a speaker and every story its sources.") % {
            "site": settings.SITE_NAME
        }

    def keys(self, noun):
        shows("feed")
        expires(Article.objects.next_appearance())
        return Article.objects.told().last_changed_first().values("pk")


class SectionFeed(StoryFeed):
    def get_object(self, request, section):
        return Section.objects.get(slug=section)

    def description(self, section):
        return section.description or super().description(section)

    def keys(self, section):
        shows(f"section:{section.pk}", f"section:{section.pk}:feed")
        expires(section.articles.next_appearance())
        return section.articles.told().last_changed_first().values("pk")


class TagFeed(StoryFeed):
    def get_object(self, request, tag):
        return Tag.objects.get(slug=tag)

    def keys(self, tag):
        shows(f"tag:{tag.pk}:stories")
        expires(tag.taggings.next_appearance())
        return tag.taggings.told().last_changed_first().values("content_object")


class AuthorFeed(StoryFeed):
    def get_object(self, request, author):
        return Author.objects.get(slug=author)

    def keys(self, author):
        shows(f"author:{author.pk}:stories")
        expires(author.bylines.next_appearance())
        return author.bylines.told().last_changed_first().values("article")


class SeriesFeed(StoryFeed):
    """The parts of a series."""

    def get_object(self, request, series):
        return Series.objects.defer("introduction").get(slug=series)

    def keys(self, series):
        shows(f"series:{series.pk}:parts")
        expires(series.parts.next_appearance())
        return series.parts.told().last_changed_first().values("article")


class SourceFeed(StoryFeed):
    """The stories that rest on a source."""

    def get_object(self, request, source):
        return Source.objects.get(slug=source)

    def description(self, source):
        return source.description or super().description(source)

    def keys(self, source):
        shows(f"source:{source.pk}:stories")
        expires(source.citations.next_appearance())
        return source.citations.told().last_changed_first().values("article")
