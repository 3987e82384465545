from django.urls import path

from . import (
    converters,  # noqa: F401 -- registers <day:…>
    feeds,
    views,
)

app_name = "articles"

urlpatterns = [
    path("", views.home, name="home"),
    path("latest/", views.article_list, name="latest"),
    path("articles/<day:day>/<slug:article>/", views.article_detail, name="article"),
    path("articles/<day:day>/<slug:article>/card.png", views.article_card, name="article_card"),
    path("articles/<day:day>/<slug:article>/history/", views.article_history, name="article_history"),
    path("articles/<day:day>/<slug:article>/reply/", views.comment_create, name="comment_create"),
    path("articles/<day:day>/<slug:article>/reply/held/", views.comment_held, name="comment_held"),
    path("preview/<str:token>/", views.preview, name="preview"),
    path("sections/<slug:section>/", views.section_detail, name="section"),
    path("tags/", views.tag_list, name="tags"),
    path("tags/<word:tag>/", views.tag_detail, name="tag"),
    path("sources/", views.source_list, name="sources"),
    path("sources/<slug:source>/", views.source_detail, name="source"),
    path("people/", views.speaker_list, name="speakers"),
    path("people/<slug:speaker>/", views.speaker_detail, name="speaker"),
    path("quotes/", views.quote_list, name="quotes"),
    path("quotes/<int:pk>/", views.quote_detail, name="quote"),
    path("quotes/<int:pk>/card.png", views.quote_card, name="quote_card"),
    path("authors/<slug:author>/", views.author_detail, name="author"),
    path("comments/<int:pk>/", views.comment_detail, name="comment"),
    path("about/", views.page_list, name="pages"),
    path("about/<slug:page>/", views.page_detail, name="page"),
    path("corrections/", views.correction_list, name="corrections"),
    path("search/", views.search, name="search"),
    # For machines
    path("feed.<form:form>", feeds.SiteFeed.as_view(), name="feed"),
    path("sections/<slug:section>/feed.<form:form>", feeds.SectionFeed.as_view(), name="section_feed"),
    path("tags/<word:tag>/feed.<form:form>", feeds.TagFeed.as_view(), name="tag_feed"),
    path("sources/<slug:source>/feed.<form:form>", feeds.SourceFeed.as_view(), name="source_feed"),
    path("people/<slug:speaker>/feed.<form:form>", feeds.SpeakerFeed.as_view(), name="speaker_feed"),
    path("authors/<slug:author>/feed.<form:form>", feeds.AuthorFeed.as_view(), name="author_feed"),
    path("corrections/feed.<form:form>", feeds.CorrectionFeed.as_view(), name="correction_feed"),
    path("sitemap.xml", views.sitemap_index, name="sitemap"),
    path("sitemaps/lists.xml", views.sitemap_lists, name="sitemap_lists"),
    path("sitemaps/<month:month>.xml", views.sitemap_month, name="sitemap_month"),
    path("sitemaps/<slug:noun>.xml", views.sitemap_noun, name="sitemap_noun"),
    path("news-sitemap.xml", views.news_sitemap, name="news_sitemap"),
    path("oembed/", views.oembed, name="oembed"),
    path("robots.txt", views.robots, name="robots"),
    path("humans.txt", views.humans, name="humans"),
    path(".well-known/security.txt", views.security, name="security"),
]
