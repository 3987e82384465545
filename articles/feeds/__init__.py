from .corrections import CorrectionFeed
from .quotes import SpeakerFeed
from .stories import AuthorFeed, SectionFeed, SeriesFeed, SiteFeed, SourceFeed, TagFeed

__all__ = [
    "AuthorFeed",
    "CorrectionFeed",
    "SectionFeed",
    "SeriesFeed",
    "SiteFeed",
    "SourceFeed",
    "SpeakerFeed",
    "TagFeed",
]
