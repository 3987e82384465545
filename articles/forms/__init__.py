from .commenters import FollowForm, LinkForm, PreferencesForm, ProofForm
from .comments import AppealForm, CommentForm, EditForm, ReportForm
from .search import SearchForm, SpokenForm

__all__ = [
    "AppealForm",
    "CommentForm",
    "EditForm",
    "FollowForm",
    "LinkForm",
    "PreferencesForm",
    "ProofForm",
    "ReportForm",
    "SearchForm",
    "SpokenForm",
]
