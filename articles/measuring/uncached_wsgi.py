"""The application as it makes a page, without the page cache in front."""

from django.core.wsgi import get_wsgi_application

application = get_wsgi_application()
