from django.core.exceptions import BadRequest
from django.shortcuts import render


def bad_request(request, exception):
    """400 with the sentence that a view gave to BadRequest, in the site's own page.

    What Django says of other requests (a foreign host, too many fields) is for the log, not for readers.
    """
    reason = str(exception) if isinstance(exception, BadRequest) else ""
    return render(request, "400.html", {"reason": reason}, status=400)
