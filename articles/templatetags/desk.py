"""What the desk's first page tells of the portal itself, and of the one who looks at it."""

from django import template
from django.conf import settings

from ..models import Deed, FeedChange, FrontPurge

register = template.Library()
LATEST = 10


@register.simple_tag
def front_problems():
    """The oldest purge that each cache in front did not take."""
    return FrontPurge.objects.failing().order_by("front", "pk").distinct("front")


@register.simple_tag
def hub_problem():
    """The oldest change of which the hub was told in vain."""
    return FeedChange.objects.failing().first() if settings.WEBSUB_HUB else None


@register.simple_tag
def latest_deeds(user):
    """The last that `user` did, by the log, with the kind of each thing."""
    return Deed.objects.filter(user=user).select_related("content_type").order_by("-action_time", "-pk")[:LATEST]
