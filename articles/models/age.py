"""How old a story is, in whole years of the newsroom's calendar."""

from datetime import datetime

from django.utils import timezone


def years_since(moment: datetime, now: datetime) -> int:
    """How many anniversaries of `moment` have come at `now`."""
    years = timezone.localtime(now).year - timezone.localtime(moment).year
    return max(0, years - (anniversary(moment, years) > now))


def anniversary(moment: datetime, years: int) -> datetime:
    """`moment`, so many years on; of 29 February, the first of March where a year has none."""
    local = timezone.localtime(moment)
    try:
        return local.replace(year=local.year + years)
    except ValueError:
        return local.replace(year=local.year + years, month=3, day=1)
