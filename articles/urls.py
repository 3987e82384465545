from django.urls import path

from . import (
    converters,  # noqa: F401 -- registers <day:…>
    views,
)

app_name = "articles"

urlpatterns = [
    path("", views.home, name="home"),
    path("latest/", views.article_list, name="latest"),
    path("articles/<day:day>/<slug:article>/", views.article_detail, name="article"),
    path("articles/<day:day>/<slug:article>/reply/", views.comment_create, name="comment_create"),
    path("articles/<day:day>/<slug:article>/reply/held/", views.comment_held, name="comment_held"),
    path("sections/<slug:section>/", views.section_detail, name="section"),
    path("tags/", views.tag_list, name="tags"),
    path("tags/<slug:tag>/", views.tag_detail, name="tag"),
    path("sources/", views.source_list, name="sources"),
    path("sources/<slug:source>/", views.source_detail, name="source"),
    path("people/", views.speaker_list, name="speakers"),
    path("people/<slug:speaker>/", views.speaker_detail, name="speaker"),
    path("quotes/", views.quote_list, name="quotes"),
    path("quotes/<int:pk>/", views.quote_detail, name="quote"),
    path("authors/<slug:author>/", views.author_detail, name="author"),
    path("comments/<int:pk>/", views.comment_detail, name="comment"),
    path("search/", views.search, name="search"),
]
