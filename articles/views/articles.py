from django.http import Http404
from django.shortcuts import get_object_or_404, render

from ..body import mark_quotes, reading_minutes
from ..forms import CommentForm
from ..insets import Insets
from ..interchange import jsonld
from ..models import Article, Quote, Section
from ..models.citation import chains, every_source_grants
from ..paging import newest_page
from .comments import thread_page
from .shareable import shareable

SECONDARY = 4
LATEST = 10
OF_EACH_SECTION = 5
VOICES = 3
VOICE_LENGTH = 240  # characters: what a column of the front page takes


@shareable
def home(request):
    """Lead, seconds and latest by time; then the newest of each section that does not stand above."""
    newest = list(Article.objects.published().newest_first().for_cards()[: 1 + SECONDARY + LATEST])
    lead = next((story for story in newest[: 1 + SECONDARY] if story.photo), newest[0] if newest else None)
    others = [story for story in newest if story != lead]
    top = {story.pk for story in [lead, *others[:SECONDARY]] if story}
    sections = list(Section.objects.all())
    stories = Article.objects.newest_of_each(sections, OF_EACH_SECTION + len(top))
    fronts = [
        (section, [story for story in stories[section.pk] if story.pk not in top][:OF_EACH_SECTION])
        for section in sections
    ]
    return render(
        request,
        "home.html",
        {
            "lead": lead,
            "secondary": others[:SECONDARY],
            "latest": others[SECONDARY:],
            "fronts": [(section, stories) for section, stories in fronts if stories],
            "sections": sections,
            "voices": voices(),
            "linked_data": jsonld.front_page(),
        },
    )


def voices() -> list:
    """The newest whole utterances that are short enough for the front page, one of each story."""
    of_stories = {}
    for quote in Quote.objects.public().newest_first().with_chain()[:50]:
        if quote.speaker and quote.kind == Quote.Kind.FULL and len(quote.exact) <= VOICE_LENGTH:
            of_stories.setdefault(quote.article_id, quote)
    return list(of_stories.values())[:VOICES]


@shareable
def article_list(request):
    page = newest_page(Article.objects.published().newest_first().for_cards(), request, by="first_published_at")
    return render(request, "articles/list.html", {"page": page})


@shareable
def section_detail(request, section):
    section = get_object_or_404(Section, slug=section)
    stories = Article.objects.published().in_section(section).for_cards()
    page = newest_page(stories, request, by="first_published_at")
    context = {"section": section, "page": page, "linked_data": jsonld.list_page(section)}
    return render(request, "articles/section.html", context)


@shareable
def article_detail(request, day, article):
    story = get_object_or_404(Article.objects.for_page(), published_on=day, slug=article)
    if story.status == Article.Status.RETRACTED:
        return render(request, "articles/retracted.html", {"article": story}, status=410)
    if not story.is_published():
        raise Http404
    return article_page(request, story)


def article_page(request, article, preview=None):
    """The page of a story, as readers see it; or as a `preview` (a PreviewLink) shows it before them."""
    citations = list(article.citations.with_chain())
    lines = chains(citations)
    quotes = list(article.quotes.accepted().in_order().for_story())
    insets = Insets(article.body)
    corrections = list(article.corrections.select_related("quote")) if article.updated_at else []
    context = {
        "article": article,
        "preview": preview,
        "body": insets.for_readers(mark_quotes(article.body, quotes)),
        "minutes": reading_minutes(article.body),
        "quotes": quotes,
        "citations": citations,
        "chains": lines,
        "origins": list(dict.fromkeys(line[0].source for line in lines)),
        "corrections": corrections,
        "related": article.related(),
        "threads": thread_page(article, request.GET.get("replies")),
        "form": CommentForm(article=article),
        "noindex": preview is not None or not every_source_grants("may_index", citations),
        "linked_data": jsonld.story_page(article, quotes, citations, corrections, insets.photos_of(article.body)),
    }
    return render(request, "articles/detail.html", context)
