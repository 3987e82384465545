from .appeal import Appeal
from .article import Article
from .author import Author, Byline
from .ban import Ban
from .brake import Brake
from .citation import Citation
from .comment import Comment
from .commenter import Commenter
from .correction import Correction
from .decision import Decision
from .former_wording import FormerWording
from .note import Note
from .page import Page
from .photo import Photo
from .preview_link import PreviewLink
from .quote import Quote
from .reason import Reason
from .recheck import Recheck
from .report import Report
from .revision import Revision
from .rewording import Rewording
from .section import Section
from .slug import FormerSlug
from .source import Source, SourceItem
from .speaker import Speaker
from .statement import Likeness, Statement
from .subscription import Subscription
from .tag import Tag, Tagging

__all__ = [
    "Appeal",
    "Article",
    "Author",
    "Ban",
    "Brake",
    "Byline",
    "Citation",
    "Comment",
    "Commenter",
    "Correction",
    "Decision",
    "FormerSlug",
    "FormerWording",
    "Likeness",
    "Note",
    "Page",
    "Photo",
    "PreviewLink",
    "Quote",
    "Reason",
    "Recheck",
    "Report",
    "Revision",
    "Rewording",
    "Section",
    "Source",
    "SourceItem",
    "Speaker",
    "Statement",
    "Subscription",
    "Tag",
    "Tagging",
]
