from django.http import Http404
from django.shortcuts import get_object_or_404, render

from ..body import mark_quotes
from ..forms import CommentForm
from ..interchange import jsonld
from ..models import Article, Quote, Section
from ..models.citation import chains, every_source_grants
from ..models.shown import expires, names, rows_unnamed, shows
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
    shows("latest")
    published = Article.objects.published().newest_first().for_cards().with_next_appearance()
    newest = list(published[: 1 + SECONDARY + LATEST])
    expires(newest[0].next_appearance if newest else Article.objects.next_appearance())
    lead = next((story for story in newest[: 1 + SECONDARY] if story.lead_photo), newest[0] if newest else None)
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
    shows("quotes")
    of_stories = {}
    with rows_unnamed():
        for quote in Quote.objects.public().newest_first().with_chain()[:50]:
            if quote.speaker and quote.kind == Quote.Kind.FULL and len(quote.exact) <= VOICE_LENGTH:
                of_stories.setdefault(quote.article_id, quote)
    chosen = list(of_stories.values())[:VOICES]
    for quote in chosen:
        names(quote, quote.speaker, quote.article, quote.citation, quote.citation and quote.citation.source)
    return chosen


@shareable(reads=["before"])
def article_list(request):
    shows("latest")
    expires(Article.objects.next_appearance())
    page = newest_page(Article.objects.published().newest_first().for_cards(), request, by="first_published_at")
    return render(request, "articles/list.html", {"page": page})


@shareable(reads=["before"])
def section_detail(request, section):
    section = get_object_or_404(Section, slug=section)
    shows(f"section:{section.pk}", f"section:{section.pk}:stories")
    expires(section.articles.next_appearance())
    stories = Article.objects.published().in_section(section).for_cards()
    page = newest_page(stories, request, by="first_published_at")
    context = {"section": section, "page": page, "linked_data": jsonld.list_page(section)}
    return render(request, "articles/section.html", context)


@shareable(reads=["replies"])
def article_detail(request, day, article):
    story = get_object_or_404(Article.objects.for_page(), published_on=day, slug=article)
    if story.status == Article.Status.RETRACTED:
        return render(request, "articles/retracted.html", {"article": story}, status=410)
    if not story.is_published():
        raise Http404
    return article_page(request, story)


def article_page(request, article):
    """The page of a story, as readers see it and as the desk previews it."""
    shows(f"replies:{article.pk}")
    citations = list(article.citations.with_chain())
    lines = chains(citations)
    quotes = list(article.quotes.accepted().in_order().for_story())
    context = {
        "article": article,
        "body": mark_quotes(article.body, quotes),
        "quotes": quotes,
        "citations": citations,
        "chains": lines,
        "origins": list(dict.fromkeys(line[0].source for line in lines)),
        "related": article.related(),
        "threads": thread_page(article, request.GET.get("replies")),
        "form": CommentForm(article=article),
        "noindex": not every_source_grants("may_index", citations),
        "linked_data": jsonld.story_page(article, quotes, citations),
    }
    return render(request, "articles/detail.html", context)
