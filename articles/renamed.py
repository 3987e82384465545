"""Where something is today whose address was renamed or merged away."""

from django.urls import reverse

from .models import Article, Author, FormerSlug, Page, Section, Series, Source, Speaker, Tag

# A view's keyword argument names the noun that it shows, so one rule serves pages and feeds alike.
NOUNS = {
    "section": Section,
    "series": Series,
    "tag": Tag,
    "source": Source,
    "speaker": Speaker,
    "author": Author,
    "page": Page,
    "article": Article,
}


def present_path(match) -> str | None:
    """Where the renamed or merged thing that a resolved address names is today; None when there is no such thing."""
    noun = next((noun for noun in NOUNS if isinstance(match.kwargs.get(noun), str)), None)  # a key is not a slug
    if noun is None:
        return None
    former = f"{match.kwargs['day']}/{match.kwargs[noun]}" if noun == "article" else match.kwargs[noun]
    # What readers cannot see yet keeps its new address to itself.
    rows = Article.objects.addressable() if noun == "article" else NOUNS[noun].objects
    target = rows.filter(pk=FormerSlug.objects.target_of(noun, former)).first()
    if target is None:
        return None
    now = {"day": target.published_on, "article": target.slug} if noun == "article" else {noun: target.slug}
    return reverse(match.view_name, kwargs=match.kwargs | now)
