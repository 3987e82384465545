"""What an editor should look at again in a story as it stands. None of it stops a save; publish() refuses by itself."""

import re
from typing import NamedTuple

from django.utils.text import Truncator
from django.utils.translation import gettext, ngettext
from django_tasks import task

from .body import plain_text
from .interchange.chain import outlet_key
from .matching import has_own_reason, source_keys
from .models import Article, Citation, Quote, Source, Speaker
from .proposing import findings_in

Status = Quote.Status
# A story in which everything is amiss is not helped by a hundred sentences.
MOST_NAMED = 5
# Stories that are counted again in one task; others may want the worker.
AT_ONCE = 100


class Warning(NamedTuple):
    """A sentence, and what it is about: the story's "quotes" or its "sources"."""

    about: str
    sentence: str


def warnings(article) -> list[Warning]:
    """What is amiss in a story as it stands, in an editor's language."""
    text = plain_text(article.body)
    quotes = list(article.quotes.for_desk())
    citations = list(article.citations.select_related("source").order_by("position", "pk"))
    credited = findings_in(text, article.language).credits
    return [
        *(Warning("quotes", sentence) for sentence in quote_warnings(quotes, text, article)),
        *(Warning("sources", sentence) for sentence in source_warnings(credited, citations, text)),
    ]


def keep_warnings(article) -> list[Warning]:
    """The warnings, counted in the story's row for the desk's list of live stories with an open one.

    Called when a story is saved, let out or reviewed, and by `count_again` when its source or speaker changes.
    """
    found = warnings(article)
    stories = type(article).objects.filter(pk=article.pk)
    stories.exclude(warning_count=len(found)).update(warning_count=len(found))
    return found


def count_again(named: Source | Speaker) -> None:
    """Have the background worker count the warnings of all stories that rest on a source or quote a speaker."""
    count_some_again.enqueue(named.page_noun, named.pk)


@task
def count_some_again(noun: str, pk: int, before: int | None = None) -> None:
    """For the background worker: the newest such stories, of those made before the story `before`; then the next."""
    rows = Citation.objects.filter(source=pk) if noun == "source" else Quote.objects.filter(speaker=pk)
    rows = rows.filter(article__lt=before) if before else rows
    keys = list(rows.order_by("-article").values_list("article", flat=True)[:AT_ONCE])
    for story in Article.objects.filter(pk__in=keys):
        keep_warnings(story)
    if len(keys) == AT_ONCE:
        count_some_again.enqueue(noun, pk, keys[-1])


def quote_warnings(quotes, text: str, article):
    accepted = [quote for quote in quotes if quote.status == Status.ACCEPTED]
    proposed = [quote for quote in quotes if quote.status == Status.PROPOSED]
    for quote in accepted:
        if not quote.stands_in(text):
            yield altered(quote, article.is_published())
    if nameless := [quote for quote in accepted if quote.speaker is None]:
        yield gettext("Nobody is named as the speaker of %(quotes)s.") % {"quotes": listed(map(shortened, nameless))}
    unnamed = {quote.speaker for quote in accepted if quote.speaker and quote.speaker.kind == Speaker.Kind.UNNAMED}
    if unexplained := sorted({speaker.name for speaker in unnamed if not has_own_reason(speaker)}):
        yield gettext("Say why the speaker stays unnamed; readers see it: %(speakers)s.") % {
            "speakers": listed(unexplained)
        }
    if proposed:
        yield waiting(proposed)


def altered(quote, is_published: bool) -> str:
    sentence = (
        gettext("The accepted quotation %(quote)s no longer stands in the text. Its page now says so to readers.")
        if is_published
        else gettext("The accepted quotation %(quote)s does not stand in the text. It must before publication.")
    )
    return sentence % {"quote": quote}


def waiting(proposed) -> str:
    """How many proposals nobody has decided on, and of how many the speaker is unknown."""
    sentence = ngettext(
        "%(count)d proposed quotation waits for a decision.",
        "%(count)d proposed quotations wait for a decision.",
        len(proposed),
    ) % {"count": len(proposed)}
    nameless = sum(quote.speaker is None for quote in proposed)
    if not nameless:
        return sentence
    missing = ngettext("%(count)d has no speaker.", "%(count)d have no speaker.", nameless) % {"count": nameless}
    return f"{sentence} {missing}"


def source_warnings(credited, citations, text: str):
    linked = set().union(*(source_keys(citation.source) for citation in citations))
    names = {outlet_key(credit.name): credit.name for credit in reversed(credited)}
    if unlinked := [name for key, name in names.items() if key not in linked][::-1]:
        yield gettext("Named in the text, but not among the story's sources: %(names)s.") % {"names": listed(unlinked)}
    sources = dict.fromkeys(citation.source for citation in citations)
    if silent := [source.name for source in sources if not is_named(source, names.keys(), text)]:
        yield gettext("Among the story's sources, but not named in the text: %(names)s.") % {"names": listed(silent)}


def is_named(source, credited, text: str) -> bool:
    """Whether the text credits `source` or has one of its names as whole words."""
    if not source_keys(source).isdisjoint(credited):
        return True
    names = "|".join(re.escape(name) for name in (source.name, *source.aliases) if name)
    return re.search(rf"(?<!\w)(?:{names})(?!\w)", text, re.IGNORECASE) is not None


def shortened(quote) -> str:
    return f"“{Truncator(quote.exact).chars(60)}”"


def listed(names) -> str:
    """The first few of `names`, and how many more there are."""
    names = list(names)
    shown = ", ".join(names[:MOST_NAMED])
    if len(names) <= MOST_NAMED:
        return shown
    return gettext("%(names)s and %(count)d more") % {"names": shown, "count": len(names) - MOST_NAMED}
