from django.shortcuts import render


def bad_request(request, exception):
    """400 with the sentence that a view gave to BadRequest, in the site's own page."""
    return render(request, "400.html", {"reason": str(exception)}, status=400)
