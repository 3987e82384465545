from .arrangement import Arrangement, Placement
from .article import Article
from .author import Author, Byline
from .citation import Citation
from .comment import Comment
from .correction import Correction
from .deed import Deed
from .duplicate import Duplicate
from .former_wording import FormerWording
from .front_purge import FrontPurge
from .link_card import LinkCard
from .note import Note
from .page import Page
from .photo import Photo
from .preview_link import PreviewLink
from .quote import Quote
from .recheck import Recheck
from .revision import Revision
from .saved_filter import SavedFilter
from .section import Section
from .sitting import Sitting
from .sketch import Sketch
from .slug import FormerSlug
from .source import Source, SourceItem
from .speaker import Speaker
from .statement import Likeness, Statement
from .tag import Tag, Tagging
from .touch import Touch
from .unsaved_work import UnsavedWork

__all__ = [
    "Arrangement",
    "Article",
    "Author",
    "Byline",
    "Citation",
    "Comment",
    "Correction",
    "Deed",
    "Duplicate",
    "FormerSlug",
    "FormerWording",
    "FrontPurge",
    "Likeness",
    "LinkCard",
    "Note",
    "Page",
    "Photo",
    "Placement",
    "PreviewLink",
    "Quote",
    "Recheck",
    "Revision",
    "SavedFilter",
    "Section",
    "Sketch",
    "Sitting",
    "Source",
    "SourceItem",
    "Speaker",
    "Statement",
    "Tag",
    "Tagging",
    "Touch",
    "UnsavedWork",
]
