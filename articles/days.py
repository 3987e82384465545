"""Days and months of the newsroom's calendar, and when they begin."""

from datetime import date, datetime, time, timedelta

from django.utils import timezone

# Days that addresses can name.
OLDEST, NEWEST = date(1900, 1, 1), date(2099, 12, 31)


def beginning(day: date) -> datetime:
    """The first moment of a day in the newsroom's zone."""
    return timezone.make_aware(datetime.combine(day, time.min))


def following(month: date) -> date:
    """The first day of the month after the one in which a day is."""
    return (month.replace(day=28) + timedelta(days=4)).replace(day=1)
