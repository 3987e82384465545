from .appeal import Appeal
from .arrangement import Arrangement, Placement
from .article import Article
from .author import Author, Byline
from .background_task import BackgroundTask
from .ban import Ban
from .brake import Brake
from .citation import Citation
from .comment import Comment
from .commenter import Commenter
from .correction import Correction
from .decision import Decision
from .deed import Deed
from .duplicate import Duplicate
from .event import Event
from .feed_change import FeedChange
from .former_wording import FormerWording
from .front_purge import FrontPurge
from .link_card import LinkCard
from .note import Note
from .page import Page
from .photo import Photo
from .photo_use import PhotoUse
from .plate import Plate
from .preview_link import PreviewLink
from .quote import Quote
from .reason import Reason
from .recheck import Recheck
from .remark import Remark
from .report import Report
from .revision import Revision
from .rewording import Rewording
from .saved_filter import SavedFilter
from .section import Section
from .series import Part, Series
from .sitting import Sitting
from .sketch import Sketch
from .slug import FormerSlug
from .source import Source, SourceItem
from .speaker import Speaker
from .statement import Likeness, Statement
from .subscription import Subscription
from .tag import Tag, Tagging
from .touch import Touch
from .unsaved_work import UnsavedWork

__all__ = [
    "Appeal",
    "Arrangement",
    "Article",
    "Author",
    "BackgroundTask",
    "Ban",
    "Brake",
    "Byline",
    "Citation",
    "Comment",
    "Commenter",
    "Correction",
    "Decision",
    "Deed",
    "Duplicate",
    "Event",
    "FormerSlug",
    "FeedChange",
    "FormerWording",
    "FrontPurge",
    "Likeness",
    "LinkCard",
    "Note",
    "Page",
    "Part",
    "Photo",
    "PhotoUse",
    "Placement",
    "Plate",
    "PreviewLink",
    "Quote",
    "Reason",
    "Recheck",
    "Remark",
    "Report",
    "Revision",
    "Rewording",
    "SavedFilter",
    "Section",
    "Series",
    "Sitting",
    "Sketch",
    "Source",
    "SourceItem",
    "Speaker",
    "Statement",
    "Subscription",
    "Tag",
    "Tagging",
    "Touch",
    "UnsavedWork",
]
