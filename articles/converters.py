from datetime import date

from django.urls import register_converter
from django.urls.converters import StringConverter


class DayConverter:
    """A day in an address: 2026/09/13."""

    regex = r"\d{4}/\d{2}/\d{2}"

    def to_python(self, value: str) -> date:
        return date.fromisoformat(value.replace("/", "-"))

    def to_url(self, value: date) -> str:
        return f"{value:%Y/%m/%d}"


class FeedFormConverter(StringConverter):
    """The form of a feed: feed.rss, feed.atom or feed.json."""

    regex = "rss|atom|json"


class MonthConverter:
    """A month in an address, as its first day: 2026-11. Of years that have a month before and after them."""

    regex = r"(?:19|20)\d{2}-\d{2}"

    def to_python(self, value: str) -> date:
        return date.fromisoformat(f"{value}-01")

    def to_url(self, value: date) -> str:
        return f"{value:%Y-%m}"


class MonthFolderConverter(MonthConverter):
    """The same as a folder in which its days lie: 2026/11."""

    regex = r"(?:19|20)\d{2}/\d{2}"

    def to_python(self, value: str) -> date:
        return super().to_python(value.replace("/", "-"))

    def to_url(self, value: date) -> str:
        return f"{value:%Y/%m}"


class WordConverter(StringConverter):
    """A slug in the letters of any language."""

    regex = r"[-\w]+"


register_converter(DayConverter, "day")
register_converter(FeedFormConverter, "form")
register_converter(MonthConverter, "month")
register_converter(MonthFolderConverter, "month_folder")
register_converter(WordConverter, "word")
