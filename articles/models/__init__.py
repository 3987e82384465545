from .article import Article
from .author import Author, Byline
from .citation import Citation
from .comment import Comment
from .correction import Correction
from .former_wording import FormerWording
from .link_card import LinkCard
from .note import Note
from .page import Page
from .photo import Photo
from .preview_link import PreviewLink
from .quote import Quote
from .recheck import Recheck
from .revision import Revision
from .section import Section
from .sitting import Sitting
from .slug import FormerSlug
from .source import Source, SourceItem
from .speaker import Speaker
from .statement import Likeness, Statement
from .tag import Tag, Tagging
from .unsaved_work import UnsavedWork

__all__ = [
    "Article",
    "Author",
    "Byline",
    "Citation",
    "Comment",
    "Correction",
    "FormerSlug",
    "FormerWording",
    "Likeness",
    "LinkCard",
    "Note",
    "Page",
    "Photo",
    "PreviewLink",
    "Quote",
    "Recheck",
    "Revision",
    "Section",
    "Sitting",
    "Source",
    "SourceItem",
    "Speaker",
    "Statement",
    "Tag",
    "Tagging",
    "UnsavedWork",
]
