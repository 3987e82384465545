"""Turns a story's record into rows: a draft with its sources, its proposed quotations and its tags."""

from dataclasses import dataclass
from datetime import date

from django.conf import settings
from django.core.exceptions import ValidationError
from django.core.validators import URLValidator
from django.db import transaction
from django.utils import timezone
from django.utils.formats import number_format
from django.utils.text import slugify
from django.utils.translation import gettext as _

from articles.body import clean_body, plain_text
from articles.matching import numbered, source_named
from articles.models import Article, Citation, Duplicate, Section, Source, SourceItem, Speaker, Tag
from articles.models.language import LANGUAGES
from articles.proposing import propose_quotes

from .chain import Link
from .names import frequent_names, phrases, spellings
from .proposals import Proposals, propose
from .speakers import kind_of_speaker
from .story import Story, StoryError, gettext_noop

MOST_TAGS = 8
# Pages that name no outlet are kept under this source, so that the newsroom sees which ones they are.
UNSTATED = "publisher-not-stated"


@dataclass(frozen=True, slots=True)
class Saved:
    """What became of a file: the draft, what was proposed for it (None when the file was known already), and the pairs
    that it makes with recent stories which it resembles."""

    article: Article
    proposals: Proposals | None = None
    published_on: date | None = None
    resembles: tuple[Duplicate, ...] = ()

    @property
    def created(self) -> bool:
        return self.proposals is not None


def known(digest: str) -> Saved | None:
    """The story that was made before from the file with this SHA-256, hexadecimal."""
    citation = (
        Citation.objects.filter(item__content_hash=digest, part=Citation.Part.BASED_ON)
        .select_related("article")
        .order_by("pk")
        .first()
    )
    return Saved(citation.article) if citation else None


@transaction.atomic
def save_story(story: Story, digest: str, *, section: Section | None = None, publish: bool = False) -> Saved:
    """Make the rows for `story`, all or none; a file that is known already changes nothing.

    Raises StoryError or ValidationError when the story cannot be kept, or not be published.
    """
    if saved := known(digest):
        return saved
    body = clean_body(story.html())
    text = plain_text(body)
    if len(body) > Article._meta.get_field("body").max_length:
        most = number_format(1_000_000, force_grouping=True)
        raise StoryError(gettext_noop("Its text has more than %(most)s characters."), most=most)
    publisher = _publisher(story.publisher)
    proposals = propose(story, text, publisher.name)
    published_on = story.published_on(timezone.localdate())
    article = _save_article(story, body, proposals.language, section)
    page = SourceItem(
        source=publisher,
        title=story.headline,
        url=_valid_address(story.url),
        published_on=published_on,
        content_hash=digest,
    )
    _save_chain(article, page, proposals.links)
    propose_quotes(article, proposals.quotes)
    article.tags.add(*_tags(story, text, proposals, publisher))
    article.revise(message=_("imported"))
    if publish:
        article.slug = _free_slug(article.slug)
        article.save()
        article.publish()
    return Saved(article, proposals, published_on, tuple(Duplicate.objects.propose(article)))


def _save_article(story: Story, body: str, language: str, section: Section | None) -> Article:
    article = Article(
        headline=story.headline,
        slug=slugify(story.headline)[:190].strip("-") or "story",
        body=body,
        language=language if language in dict(LANGUAGES) else settings.SITE_LANGUAGE,
        section=section,
    )
    article.full_clean(exclude=["search"])
    article.save()
    return article


def _free_slug(slug: str) -> str:
    """`slug`, or with the first number that no story of today has."""
    today = Article.objects.filter(published_on=timezone.localdate())
    return numbered(slug, set(today.filter(slug__startswith=slug).values_list("slug", flat=True)))


def _valid_address(url: str) -> str:
    try:
        URLValidator()(url)
    except ValidationError:
        return ""
    return url


def _publisher(name: str) -> Source:
    if name:
        return source_named(name)
    source, created = Source.objects.get_or_create(
        slug=UNSTATED, defaults={"name": _("Publisher not stated"), "kind": Source.Kind.OUTLET}
    )
    return source


def _save_chain(article: Article, page: SourceItem, links: tuple[Link, ...]) -> None:
    """A citation for each link. The page itself is the first; each has its `via` before it."""
    page.full_clean()
    page.save()
    citations = {}
    for position, link in enumerate(links):
        item = page if link.via is None else SourceItem.objects.create(source=source_named(link.name, link.kind))
        citations[link.key] = Citation.objects.create(
            article=article, item=item, part=link.part, via=citations.get(link.via), position=position
        )


def _tags(story: Story, text: str, proposals: Proposals, publisher: Source) -> list:
    """Tags for the story: the page's own, then those that exist, then names that it keeps coming back to."""
    people = [quote.speaker for quote in proposals.quotes if kind_of_speaker(quote.speaker) == Speaker.Kind.PERSON]
    outlets = [publisher.name, *(link.name for link in proposals.links)]
    names = frequent_names(text, story.headline, people, outlets)
    suggested = {}
    for tag in [*story.tags, *_existing_tags(text), *names]:
        name = str(tag)
        # A tag without an address would have no page.
        if len(name) <= 100 and slugify(name):
            suggested.setdefault(name.casefold(), name)
    # What was merged into another tag does not come back by an import.
    return Tag.objects.present_names(list(suggested.values())[:MOST_TAGS])


def _existing_tags(text: str) -> list[Tag]:
    """Tags whose name stands in `text` as whole words, the most frequent first."""
    counts = {}
    for phrase, count in phrases(text).items():
        for spelling in spellings(phrase):
            counts[spelling] = counts.get(spelling, 0) + count
    found = Tag.objects.filter(name__in=counts)
    return sorted(found, key=lambda tag: (-counts[tag.name], tag.name))
