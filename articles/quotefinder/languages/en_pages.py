"""English: lines of a page that are not the story's words."""

PAGE_LINES = (
    "read more",
    "read also",
    "also read",
    "related:",
    "see also",
    "advertisement",
    "photo:",
    "image:",
    "watch:",
    "video:",
    "more:",
    "sign up",
    "subscribe",
    "share this",
    "image caption",
    "media caption",
    "related news",
    "follow us",
    "translator:",
    "reporter:",
    "editor:",
    "copyright",
    "related article",
    "picture:",
    "recommended",
    "story continues",
)
PAGE_ENDS = (
    "leave a reply",
    "leave a comment",
    "post a comment",
)
FOOTERS = (
    "source:",
    "sources:",
    "this article first appeared",
    "this article was originally published",
    "this story was originally published",
    "originally published",
)
