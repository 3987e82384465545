from django.shortcuts import get_object_or_404, render

from ..body import plain_text
from ..models import Quote
from ..models.citation import chains
from ..paging import newest_page
from ..wording import differences
from .shareable import shareable

OTHERS = 20


@shareable
def quote_list(request):
    page = newest_page(Quote.objects.public().newest_first().with_chain(), request, by="published_at")
    return render(request, "quotes/list.html", {"page": page})


@shareable
def quote_detail(request, pk):
    """The quote's own page; withdrawn, its address still answers and says why."""
    quote = get_object_or_404(Quote.objects.addressable().for_page(), pk=pk)
    if quote.status == Quote.Status.WITHDRAWN:
        return render(request, "quotes/withdrawn.html", {"quote": quote}, status=410)
    chain = next((line for line in chains(list(quote.article.citations.with_chain())) if quote.citation in line), [])
    context = {
        "quote": quote,
        "chain": chain[chain.index(quote.citation) :] if chain else [],
        "stands": quote.stands_in(plain_text(quote.article.body)),
        "wordings": [(former, *differences(former.exact, quote.exact)) for former in quote.former_wordings.all()],
        "versions": [(other, *differences(quote.exact, other.exact)) for other in quote.others_of_statement()[:OTHERS]],
    }
    return render(request, "quotes/detail.html", context)
