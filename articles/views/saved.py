from django.shortcuts import render

from .shareable import shareable


@shareable
def saved(request):
    """The page of a reader's own list, the same for everyone: the reader's browser fills it (js/saved.js)."""
    return render(request, "saved.html")
