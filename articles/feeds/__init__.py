from .corrections import CorrectionFeed
from .quotes import SpeakerFeed
from .stories import AuthorFeed, SectionFeed, SiteFeed, SourceFeed, TagFeed

__all__ = ["AuthorFeed", "CorrectionFeed", "SectionFeed", "SiteFeed", "SourceFeed", "SpeakerFeed", "TagFeed"]
