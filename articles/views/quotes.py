from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils.translation import gettext

from ..body import plain_text
from ..interchange import jsonld
from ..models import Quote
from ..models.citation import every_source_grants
from ..models.shown import expires, shows
from ..paging import newest_page
from ..wording import differences
from .gone import gone_quote_page
from .shareable import shareable

OTHERS = 20


@shareable(reads=["before"])
def quote_list(request):
    shows("quotes")
    expires(Quote.objects.accepted().next_appearance())
    page = newest_page(Quote.objects.public().newest_first().with_chain(), request, by="published_at")
    here = gettext("Quotes"), reverse("articles:quotes")
    return render(request, "quotes/list.html", {"page": page, "linked_data": jsonld.list_page(here)})


@shareable
def quote_detail(request, pk):
    """The quote's own page; withdrawn, or left behind by its story, its address still answers and says why."""
    quote = get_object_or_404(Quote.objects.addressable().for_page(), pk=pk)
    if gone := gone_quote_page(request, quote):
        return gone
    if quote.statement_id:
        shows(f"statement:{quote.statement_id}")
        expires(Quote.objects.accepted().filter(statement=quote.statement_id).next_appearance())
    citations = list(quote.article.citations.with_chain())
    chain = quote.chain_among(citations)
    context = {
        "quote": quote,
        "chain": chain,
        "noindex": not every_source_grants("may_index", citations),
        "embed": every_source_grants("may_syndicate", citations) and quote.get_absolute_url(),
        "linked_data": jsonld.quote_page(quote, chain),
        "stands": quote.stands_in(plain_text(quote.article.body)),
        "wordings": [(former, *differences(former.exact, quote.exact)) for former in quote.former_wordings.all()],
        "versions": [(other, *differences(quote.exact, other.exact)) for other in quote.others_of_statement()[:OTHERS]],
    }
    return render(request, "quotes/detail.html", context)
