from .article import Article
from .author import Author, Byline
from .citation import Citation
from .comment import Comment
from .former_wording import FormerWording
from .front_purge import FrontPurge
from .photo import Photo
from .quote import Quote
from .recheck import Recheck
from .section import Section
from .slug import FormerSlug
from .source import Source, SourceItem
from .speaker import Speaker
from .statement import Likeness, Statement
from .tag import Tag, Tagging
from .touch import Touch

__all__ = [
    "Article",
    "Author",
    "Byline",
    "Citation",
    "Comment",
    "FormerSlug",
    "FormerWording",
    "FrontPurge",
    "Likeness",
    "Photo",
    "Quote",
    "Recheck",
    "Section",
    "Source",
    "SourceItem",
    "Speaker",
    "Statement",
    "Tag",
    "Tagging",
    "Touch",
]
