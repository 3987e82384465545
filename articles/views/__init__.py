from .archive import archive, archive_day, archive_month
from .articles import article_detail, article_list
from .authors import author_detail
from .cards import article_card, quote_card
from .commenters import (
    commenter_confirm,
    commenter_erase,
    commenter_export,
    commenter_leave,
    commenter_link,
    commenter_replies,
)
from .comments import comment_detail, comment_news
from .corrections import article_history, correction_list
from .errors import bad_request
from .fronts import home, section_detail
from .held import csrf_failure, server_error
from .ledger import conversation_ledger
from .machines import humans, robots, security
from .objections import comment_appeal, comment_report
from .oembed import oembed
from .pages import page_detail, page_list
from .preview import preview
from .quotes import quote_detail, quote_list
from .replying import comment_create, comment_delete, comment_edit, comment_sent
from .saved import saved
from .search import search, search_names
from .series import series_detail, series_list
from .sitemaps import news_sitemap, sitemap_archive, sitemap_index, sitemap_lists, sitemap_month, sitemap_noun
from .sources import source_detail, source_list
from .speakers import speaker_detail, speaker_list
from .subscriptions import follow, follow_confirm, letters_off, unsubscribe
from .tags import tag_detail, tag_list, tag_timeline

__all__ = [
    "archive",
    "archive_day",
    "archive_month",
    "article_card",
    "article_detail",
    "article_history",
    "article_list",
    "author_detail",
    "bad_request",
    "comment_appeal",
    "comment_create",
    "comment_delete",
    "comment_detail",
    "comment_edit",
    "comment_news",
    "comment_report",
    "comment_sent",
    "commenter_confirm",
    "commenter_erase",
    "commenter_export",
    "commenter_leave",
    "commenter_link",
    "commenter_replies",
    "conversation_ledger",
    "correction_list",
    "csrf_failure",
    "follow",
    "follow_confirm",
    "home",
    "humans",
    "letters_off",
    "news_sitemap",
    "oembed",
    "page_detail",
    "page_list",
    "preview",
    "quote_card",
    "quote_detail",
    "quote_list",
    "robots",
    "saved",
    "search",
    "search_names",
    "section_detail",
    "security",
    "series_detail",
    "series_list",
    "server_error",
    "sitemap_archive",
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
    "tag_timeline",
    "unsubscribe",
]
