"""What stands on a story's own page beside the story: the querysets of its satellites, for one statement."""

from django.db.models.expressions import RawSQL

from .article import Article
from .author import Byline
from .brake import Brake
from .citation import Citation
from .comment import Comment
from .correction import Correction
from .former_wording import FormerWording
from .link_card import LinkCard
from .photo import Photo
from .quote import Quote
from .revision import Revision
from .series import Part
from .tag import Tag

# What each part of the page shows of it, beside the threads of replies; a row is read once for all that are made.
OF_STORY = ("bylines", "tags", "citations", "quotes", "corrections", "tellers", "translations", "parts", "next_part")
OF_STORY += ("photos", "cards")
OF_RELATED = ("related",)
OF_REPLIES = ("citations", "quotes", "corrections", "wordings", "brakes", "newest_reply", "version")


def beside(article: int, original: int, now, photos: list[int], links: list[str]) -> dict:
    """For the story with the key `article`, in the group of translations of `original`, with these keys of `photos`
    and addresses of `links` in its text."""
    return {
        "bylines": Byline.objects.filter(article=article).with_author(),
        "tags": Tag.objects.filter(taggings__content_object=article).order_by("taggings"),
        "citations": Citation.objects.filter(article=article).with_chain(),
        "quotes": Quote.objects.filter(article=article).accepted().in_order().for_story(),
        "corrections": Correction.objects.filter(article=article).for_story(),
        "tellers": Comment.objects.telling().filter(correction__article=article),
        "wordings": FormerWording.objects.of_story(article),
        "translations": Article.objects.in_group(original).published(now).exclude(pk=article).for_cards(),
        "related": Article.objects.published(now).related_to(article, now).for_cards(),
        "parts": Part.objects.around(article, now).for_names(),
        "next_part": Part.objects.next_in_series_of(article, now),
        "photos": Photo.objects.filter(pk__in=RawSQL("SELECT unnest(%s::bigint[])", [photos])),
        "cards": LinkCard.objects.known().filter(url__in=RawSQL("SELECT unnest(%s::text[])", [links])),
        "brakes": Brake.objects.on(article, now),
        "newest_reply": Comment.objects.newest_of(article),
        "version": Revision.objects.public_version_of(article),
    }
