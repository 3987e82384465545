"""The application for any WSGI server: Django behind the page cache."""

import os

from django.conf import settings
from django.core.wsgi import get_wsgi_application

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "newsportal.settings")

application = get_wsgi_application()
if not settings.DEBUG:  # a template that is being written shows at once
    from newsportal.pagecache.wrapper import PageCache

    application = PageCache(application)
