"""What waits at the desk for somebody to do something about it; each list is read off an index of its own."""

from datetime import timedelta

from django.db.models import Q
from django.utils import timezone

from ..days import beginning
from .entrusted import EntrustedQuerySet, sections_of


class OnDeskQuerySet(EntrustedQuerySet):
    def drafts_of(self, user):
        return self.drafts().of(user)

    def waiting_for(self, user):
        """Stories on which `user` has to decide: handed in to a section that they edit; released, with an edit that
        waits, for those who may publish; and drafts of their own with quotations that nobody has decided on."""
        stories = self.model.objects.order_by()
        parts = [stories.drafts_of(user).waiting_for_review()]
        handed_in = stories.filter(status="in_review")
        if user.has_perm("articles.publish_article"):
            parts += [handed_in, stories.filter(pending__isnull=False)]
        elif user.has_perm("articles.edit_section_article"):
            parts.append(handed_in.filter(Q(section__isnull=True) | Q(section__in=sections_of(user))))
        return self.filter(pk__in=union(parts))

    def due_today(self, now=None):
        """Stories that appear by themselves, or whose embargo ends, in the rest of the newsroom's day."""
        now = now or timezone.now()
        end = beginning(timezone.localdate(now) + timedelta(days=1))
        stories = self.model.objects.order_by()
        appearing = stories.scheduled(now).filter(first_published_at__lt=end)
        return self.filter(pk__in=union([appearing, stories.embargoed(now).filter(embargo__lt=end)]))

    def unsourced(self, now=None):
        """Stories that readers see and that name no source."""
        return self.published(now).filter(is_sourced=False)

    def warned(self, now=None):
        """Stories that readers see and that have an open warning, as articles.warnings counted them last."""
        return self.published(now).filter(warning_count__gt=0)


def union(parts: list):
    """The keys of all the stories of `parts`."""
    first, *others = (part.values("pk") for part in parts)
    return first.union(*others) if others else first
