import time

from django.http import Http404, HttpResponse

from .counts import counts
from .health import alive, ready
from .metrics import metrics

PAGES = {"/healthz": alive, "/readyz": ready, "/metrics": metrics}


class OperatorsMiddleware:
    """What machines ask about this process, answered first; everything else is counted and timed."""

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        if page := PAGES.get(request.path_info):
            try:
                return page(request)
            except Http404:
                return HttpResponse(status=404)
        began = time.perf_counter_ns()
        response = self.get_response(request)
        counts.add(f"{response.status_code // 100}xx")
        counts.add("microseconds", (time.perf_counter_ns() - began) // 1000)
        return response
