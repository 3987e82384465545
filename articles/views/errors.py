from django.conf import settings
from django.core.exceptions import BadRequest, RequestDataTooBig
from django.shortcuts import render
from django.utils.translation import gettext


def bad_request(request, exception):
    """400 with the sentence that a view gave to BadRequest, in the site's own page; 413 for more than is taken in.

    What Django says of other requests (a foreign host, too many fields) is for the log, not for readers.
    """
    if isinstance(exception, RequestDataTooBig):
        return too_long(request)
    reason = str(exception) if isinstance(exception, BadRequest) else ""
    return render(request, "400.html", {"reason": reason}, status=400)


def too_long(request):
    """Nothing of the form was read, so it cannot be held as articles/views/held.py does; the browser may still have
    it."""
    most = settings.DATA_UPLOAD_MAX_MEMORY_SIZE // 1024**2
    reason = gettext(
        "What was sent is longer than %(most)d MB, so nothing was saved. Go one page back, where what you typed may "
        "still stand, shorten it and send it again."
    )
    return render(request, "400.html", {"reason": reason % {"most": most}, "is_too_long": True}, status=413)
