from .quotes import SpeakerFeed
from .stories import AuthorFeed, SectionFeed, SiteFeed, SourceFeed, TagFeed

__all__ = ["AuthorFeed", "SectionFeed", "SiteFeed", "SourceFeed", "SpeakerFeed", "TagFeed"]
