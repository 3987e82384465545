from datetime import date

from django.conf import settings
from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.template.loader import render_to_string

from newsportal.pagecache.kept import beginning

from ..body import mark_quotes, reading_minutes, word_count
from ..forms.comments import blank_fields
from ..insets import Insets
from ..interchange import jsonld
from ..models import Article, Plate
from ..models.at_once import AtOnce
from ..models.beside import OF_RELATED, OF_REPLIES, OF_STORY
from ..models.citation import chains, every_source_grants
from ..models.page import policies
from ..models.shown import Shown, expires, includes, showing, shown, shows
from ..paging import newest_page
from ..pieces import hole, piece, put_together
from .comments import KEYS, Asked, ask_for_rows, thread_page
from .gone import gone_page
from .shareable import shareable

STORY, RELATED, REPLIES = Plate.Part
ROWS = {STORY: OF_STORY, RELATED: OF_RELATED, REPLIES: (*OF_REPLIES, "roots", "replies")}
ADDRESSED = AtOnce(
    lambda day, slug: {"story": Article.objects.filter(published_on=day, slug=slug).for_page()}, day=date, slug=str
)


@shareable(reads=["before"])
def article_list(request):
    shows("latest")
    expires(Article.objects.next_appearance())
    page = newest_page(Article.objects.published().newest_first().for_cards(), request, by="first_published_at")
    return render(request, "articles/list.html", {"page": page})


@shareable(reads=KEYS)
def article_detail(request, day, article):
    """Put together from finished parts (models/plate.py); those that are missing are made, and kept for the next."""
    began = None if settings.DEBUG or settings.SESSION_COOKIE_NAME in request.COOKIES else beginning()
    plates = Plate.objects.at(day, article) if began else {}
    if request.GET:
        plates.pop(REPLIES, None)  # which shows the first threads, in the order that nobody has chosen
    if missing := [part for part in Plate.Part if part not in plates]:
        with shown() as on_row:
            [*found] = ADDRESSED(day=day, slug=article)["story"]
        includes(on_row)
        if not found:
            raise Http404
        [story] = found
        if gone := gone_page(request, story):
            return gone
        made = parts_of(request, story, missing, on_row)
        if began:
            keep(made, began, besides=[REPLIES] if request.GET else [])
        plates |= made
    return page_of(plates)


def article_page(request, article, preview):
    """The page of a story as a `preview` (a PreviewLink) shows it before readers see it."""
    return page_of(parts_of(request, article, [*Plate.Part], Shown(), preview))


def page_of(plates: dict) -> HttpResponse:
    for plate in plates.values():
        includes(plate.shown)
    return HttpResponse(put_together(STORY, [plate.html for plate in plates.values()]))


def keep(plates: dict, began: tuple, *, besides) -> None:
    """Keep what was made of rows that were read after the making `began`, except some parts."""
    for plate in plates.values():
        plate.made_at, plate.born = began
    Plate.objects.keep([plate for part, plate in plates.items() if part not in besides])


def parts_of(request, article, parts, on_row, preview=None) -> dict[str, Plate]:
    """The `parts` of a story's page, finished; one query. `on_row` is what the reading of its row has shown."""
    asked = Asked.by(request.GET)
    plates, rows = {}, {}

    def finish(part: str, template: str, context: dict) -> None:
        html = render_to_string(template, {"article": article, "preview": preview} | context, request)
        plates[part] = Plate.of(article, part, piece(part) + html.strip(), showing.get())

    with shown() as on_story:
        includes(on_row)
        read = ask_for_rows(article, asked, {name for part in parts for name in ROWS[part]})
        if STORY in parts:
            rows |= read(*ROWS[STORY])
            finish(STORY, "articles/detail.html", on_its_own(article, rows, preview))
    if RELATED in parts:
        with shown():
            includes(on_row)
            finish(RELATED, "articles/_related.html", read(*ROWS[RELATED]))
    if REPLIES in parts:
        with shown():
            includes(on_story)
            shows(f"replies:{article.pk}", f"history:{article.pk}")
            rows |= read(*(name for name in ROWS[REPLIES] if name not in rows))
            fields = blank_fields(next(iter(rows["version"]), None))
            finish(REPLIES, "comments/_section.html", rows | {"threads": thread_page(asked, rows), "fields": fields})
    return plates


def on_its_own(article, beside: dict, preview) -> dict:
    """What a story's page shows of the story and of the rows beside it."""
    shows(f"translations:{article.original_id}")
    expires(article.grows_older_at())
    citations = {citation.pk: citation for citation in beside["citations"]}
    for quote in beside["quotes"]:
        quote.citation = citations.get(quote.citation_id)
    for entry in beside["corrections"]:
        entry.readers = [reply for reply in beside["tellers"] if reply.correction_id == entry.pk]
    lines = chains(beside["citations"])
    words = word_count(article.body)
    insets = Insets(article.body, photos=beside["photos"], cards=beside["cards"])
    [node, *others] = jsonld.story_page(article, beside, insets.photos_of(article.body), words, policies())
    return beside | {
        "body": insets.for_readers(mark_quotes(article.body, beside["quotes"])),
        "minutes": reading_minutes(words),
        "chains": lines,
        "origins": list(dict.fromkeys(line[0].source for line in lines)),
        **place_in_series(article, beside),
        "noindex": preview is not None or not every_source_grants("may_index", beside["citations"]),
        "embed": every_source_grants("may_syndicate", beside["citations"]) and article.get_absolute_url(),
        "linked_data": [node | {"commentCount": hole("count")}, *others],
    }


def place_in_series(article, beside) -> dict:
    """The story's part of a series and those before and after it, None where there is none; nothing for most."""
    part = next((part for part in beside["parts"] if part.article_id == article.pk), None)
    if part is None:
        return {}
    shows(f"series:{part.series_id}:parts")
    expires(next(iter(beside["next_part"]), None))
    before = [other for other in beside["parts"] if other.number < part.number]
    after = [other for other in beside["parts"] if other.number > part.number]
    return {"part": part, "neighbours": [next(iter(before), None), next(iter(after), None)]}
