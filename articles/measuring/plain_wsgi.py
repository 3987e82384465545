"""What a story's page is compared with: a new Django project's middleware, a view of one query by its index, and one
template; with a body of 19,000 characters the page has 20 kB."""

from pathlib import Path

from django.core.wsgi import get_wsgi_application
from django.shortcuts import get_object_or_404, render
from django.test.utils import override_settings
from django.urls import path

from ..models import Article

CONTEXT = ["template.context_processors.request", "contrib.auth.context_processors.auth"]
CONTEXT += ["contrib.messages.context_processors.messages"]
MIDDLEWARE = ["middleware.security.SecurityMiddleware", "contrib.sessions.middleware.SessionMiddleware"]
MIDDLEWARE += ["middleware.common.CommonMiddleware", "middleware.csrf.CsrfViewMiddleware"]
MIDDLEWARE += ["contrib.auth.middleware.AuthenticationMiddleware", "contrib.messages.middleware.MessageMiddleware"]
MIDDLEWARE += ["middleware.clickjacking.XFrameOptionsMiddleware"]


def story(request, pk):
    row = Article.objects.only("headline", "standfirst", "body", "language", "first_published_at", "unpublish_at")
    return render(request, "plain.html", {"article": get_object_or_404(row, pk=pk)})


urlpatterns = [path("<int:pk>/", story)]
templates = {
    "BACKEND": "django.template.backends.django.DjangoTemplates",
    "DIRS": [Path(__file__).parent],
    "OPTIONS": {"context_processors": [f"django.{name}" for name in CONTEXT]},
}
override_settings(
    MIDDLEWARE=[f"django.{name}" for name in MIDDLEWARE], ROOT_URLCONF=__name__, TEMPLATES=[templates]
).enable()
application = get_wsgi_application()
