"""Names that nobody else may write under: those of the desk, of quoted speakers, of confirmed commenters."""

from django.conf import settings
from django.contrib.auth import get_user_model
from django.db.models import Q
from django.db.models.functions import Concat

from .author import Author
from .commenter import Commenter
from .skeleton import Skeleton, skeletons
from .speaker import Speaker

# Words by which a newsroom speaks of itself, in the site's two languages.
OF_THE_DESK = ("admin", "administrator", "editor", "moderator", "redaksi", "redaktur", "newsroom", "the desk")


def is_taken(name: str, *, by: Commenter | None = None) -> bool:
    """Whether readers would take `name` for someone else than the commenter `by`, look-alike letters included."""
    skeleton, *desk = skeletons(name, *OF_THE_DESK, settings.SITE_NAME)
    if skeleton in desk:
        return True
    users = get_user_model().objects.filter(is_staff=True, is_active=True)
    users = users.alias(whole=Skeleton(Concat("first_name", "last_name")), account=Skeleton("username"))
    if users.filter(Q(whole=skeleton) | Q(account=skeleton)).exists():
        return True
    owned = Q(pk=by.pk) if by else Q(pk__in=[])
    speakers = Speaker.objects.exclude(kind=Speaker.Kind.UNNAMED)
    return any(
        rows.alias(skeleton=Skeleton("name")).filter(skeleton=skeleton).exists()
        for rows in (Author.objects, speakers, Commenter.objects.confirmed().exclude(owned))
    )
