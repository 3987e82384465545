from .articles import article_detail, article_list
from .authors import author_detail
from .cards import article_card, quote_card
from .comments import comment_create, comment_detail, comment_held
from .corrections import article_history, correction_list
from .errors import bad_request
from .fronts import home, section_detail
from .held import csrf_failure, server_error
from .machines import humans, robots, security
from .oembed import oembed
from .pages import page_detail, page_list
from .preview import preview
from .quotes import quote_detail, quote_list
from .search import search
from .sitemaps import news_sitemap, sitemap_index, sitemap_lists, sitemap_month, sitemap_noun
from .sources import source_detail, source_list
from .speakers import speaker_detail, speaker_list
from .tags import tag_detail, tag_list

__all__ = [
    "article_card",
    "article_detail",
    "article_history",
    "article_list",
    "author_detail",
    "bad_request",
    "comment_create",
    "comment_detail",
    "comment_held",
    "home",
    "correction_list",
    "csrf_failure",
    "humans",
    "news_sitemap",
    "oembed",
    "page_detail",
    "page_list",
    "preview",
    "quote_card",
    "quote_detail",
    "quote_list",
    "robots",
    "search",
    "section_detail",
    "security",
    "server_error",
    "sitemap_index",
    "sitemap_lists",
    "sitemap_month",
    "sitemap_noun",
    "source_detail",
    "source_list",
    "speaker_detail",
    "speaker_list",
    "tag_detail",
    "tag_list",
]
