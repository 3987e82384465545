from .comments import AppealForm, CommentForm, EditForm, FollowForm, LinkForm, PreferencesForm, ReportForm
from .search import SearchForm, SpokenForm

__all__ = [
    "AppealForm",
    "CommentForm",
    "EditForm",
    "FollowForm",
    "LinkForm",
    "PreferencesForm",
    "ReportForm",
    "SearchForm",
    "SpokenForm",
]
