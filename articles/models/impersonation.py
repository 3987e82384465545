"""Names that nobody else may write under: those of the desk, of speakers and sources, of confirmed commenters."""

from django.conf import settings
from django.contrib.auth import get_user_model
from django.db.models import Q
from django.db.models.functions import Concat

from .author import Author
from .commenter import Commenter
from .skeleton import Skeleton, Skeletons, skeletons
from .source import Source
from .speaker import Speaker

# Words by which a newsroom speaks of itself, in the site's two languages. No name may have one of them in it, nor the
# site's: “Redaksi Satu”, “Budi, Kabar Utama”.
OF_THE_DESK = ("admin", "administrator", "editor", "moderator", "redaksi", "redaktur", "newsroom", "the desk")


def is_taken(name: str, *, by: Commenter | None = None) -> bool:
    """Whether readers would take `name` for someone else than the commenter `by`, look-alike letters included."""
    return is_of_news(name) or is_of_reader(name, by=by)


def is_of_news(name: str) -> bool:
    """Whether readers would take `name` for someone of the desk or someone whom stories quote."""
    desk = (*OF_THE_DESK, settings.SITE_NAME)
    of_desk, (skeleton, *parts) = (
        skeletons(*desk),
        skeletons(name, *runs(name, max(len(each.split()) for each in desk))),
    )
    if set(of_desk) & {skeleton, *parts}:
        return True
    users = get_user_model().objects.filter(is_staff=True, is_active=True)
    users = users.alias(whole=Skeleton(Concat("first_name", "last_name")), account=Skeleton("username"))
    if users.filter(Q(whole=skeleton) | Q(account=skeleton)).exists():
        return True
    named = (Author.objects, Speaker.objects.exclude(kind=Speaker.Kind.UNNAMED), Source.objects)
    if any(rows.alias(skeleton=Skeleton("name")).filter(skeleton=skeleton).exists() for rows in named):
        return True
    return any(
        rows.alias(skeletons=Skeletons("aliases")).filter(skeletons__contains=[skeleton]).exists() for rows in named[1:]
    )


def is_of_reader(name: str, *, by: Commenter | None = None) -> bool:
    """Whether readers would take `name` for another reader, whose address is proved, than `by`."""
    others = Commenter.objects.confirmed().exclude(pk=by.pk if by else None)
    return others.named_like(name).exists()


def runs(name: str, longest: int) -> list[str]:
    """All neighbouring words of a name, up to so many of them."""
    words = name.split()
    return [" ".join(words[n : n + length]) for length in range(1, longest + 1) for n in range(len(words) - length + 1)]
