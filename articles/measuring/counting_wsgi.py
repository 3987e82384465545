"""The application as newsportal.wsgi has it, which also notes in the file $MADE each page that Django makes."""

import os

from django.core.wsgi import get_wsgi_application

from newsportal.pagecache.wrapper import PageCache

django = get_wsgi_application()


def noting(environ, start_response):
    with open(os.environ["MADE"], "a") as made:
        made.write(f"{environ['PATH_INFO']}\n")
    return django(environ, start_response)


application = PageCache(noting)
