from django.shortcuts import get_object_or_404, render

from ..models import Quote
from ..models.citation import chains
from ..paging import newest_page
from .shareable import shareable


@shareable
def quote_list(request):
    page = newest_page(Quote.objects.public().newest_first().with_chain(), request, by="published_at")
    return render(request, "quotes/list.html", {"page": page})


@shareable
def quote_detail(request, pk):
    """The quote's own page; withdrawn, its address still answers and says why."""
    quote = get_object_or_404(Quote.objects.addressable().with_chain(), pk=pk)
    if quote.status == Quote.Status.WITHDRAWN:
        return render(request, "quotes/withdrawn.html", {"quote": quote}, status=410)
    citations = list(quote.article.citations.with_chain())
    chain = next((line for line in chains(citations) if quote.citation in line), [])
    chain = chain[chain.index(quote.citation) :] if chain else []
    return render(request, "quotes/detail.html", {"quote": quote, "chain": chain})
