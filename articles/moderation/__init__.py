"""What is looked at before a reply appears: a text and its circumstances in, answers out. Knows no database."""

from .answers import Answer, Submission, Verdict, together
from .checkers import screen

__all__ = ["Answer", "Submission", "Verdict", "screen", "together"]
