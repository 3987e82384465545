from datetime import date

from django.urls import register_converter


class DayConverter:
    """A day in an address: 2026/09/13."""

    regex = r"\d{4}/\d{2}/\d{2}"

    def to_python(self, value: str) -> date:
        return date.fromisoformat(value.replace("/", "-"))

    def to_url(self, value: date) -> str:
        return f"{value:%Y/%m/%d}"


register_converter(DayConverter, "day")
