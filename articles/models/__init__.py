from .article import Article
from .author import Author, Byline
from .comment import Comment
from .photo import Photo
from .quote import Quote
from .section import Section
from .slug import FormerSlug
from .source import Citation, Source, SourceItem
from .speaker import Speaker
from .tag import Tag, Tagging

__all__ = [
    "Article",
    "Author",
    "Byline",
    "Citation",
    "Comment",
    "FormerSlug",
    "Photo",
    "Quote",
    "Section",
    "Source",
    "SourceItem",
    "Speaker",
    "Tag",
    "Tagging",
]
