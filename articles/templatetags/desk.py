"""What the desk's first page tells of the portal itself."""

from django import template

from ..models import FrontPurge

register = template.Library()


@register.simple_tag
def front_problems():
    """The oldest purge that each cache in front did not take."""
    return FrontPurge.objects.failing().order_by("front", "pk").distinct("front")
