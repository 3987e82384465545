from contextlib import contextmanager, nullcontext

from django.db import models, transaction
from django.utils import timezone

from .content import FIELDS, content_of, put_content
from .link_card import LinkCard
from .revision import Revision

TEXTS = ("headline", "standfirst", "body")


class Revised(models.Model):
    """A story's revisions: each save is one, and what readers see changes only when one is let out.

    The rows of a draft are its latest revision. The rows of a released story are what readers see; an edit of it waits
    as `pending` until someone with the right publishes it.
    """

    pending = models.ForeignKey(Revision, models.SET_NULL, null=True, editable=False, related_name="+")

    class Meta:
        abstract = True

    @property
    def is_released(self) -> bool:
        """Whether readers see the rows, or will by themselves."""
        return self.status == self.Status.PUBLISHED

    def last_saved(self) -> dict[str, str]:
        """Headline, standfirst and text as they were saved last: what waits, or the rows."""
        return {name: self.pending.content[name] if self.pending else getattr(self, name) for name in TEXTS}

    @contextmanager
    def shown_as(self, revision: Revision | None):
        """Within, the rows say what `revision` says (with None, what they say); behind, nothing of it has happened.

        So the desk's own forms, pages and checks serve for what is not out yet. Only row locks of this story are held
        meanwhile; readers wait for nothing. Render a page within it.
        """
        with transaction.atomic():
            if revision is not None:
                put_content(self, revision.content)
            yield self
            transaction.set_rollback(True)
        self.refresh_from_db(fields=[*FIELDS, "section", "lead_photo"])

    def as_last_saved(self):
        """To read the story as it was saved last: what waits, or the rows, which then cost nothing."""
        return self.shown_as(self.pending) if self.pending else nullcontext()

    @transaction.atomic
    def revise(self, content: dict | None = None, *, by=None, message="", is_public=False) -> Revision:
        """Keep `content`, or what the rows say, as the next revision, and return it; the latest one if nothing differs.

        Of a released story it becomes the pending one, unless it `is_public`: then nothing is pending any more.
        """
        type(self).objects.select_for_update(of=("self",)).only("pk").get(pk=self.pk)
        content = content or content_of(self)
        latest = self.revisions.order_by("-number").first()
        if latest is None or latest.content != content or latest.is_public < is_public:
            number = latest.number + 1 if latest else 1
            latest = self.revisions.create(
                number=number, content=content, message=message, is_public=is_public, created_by=by
            )
        LinkCard.objects.ask_for(content["body"])
        waits = self.is_released and not latest.is_public and content != content_of(self)
        self._wait(latest if waits else None)
        return latest

    def keep_first_revision(self) -> None:
        """Keep what the rows say before they are changed for the first time, for a story that came in without."""
        if not self.revisions.exists():
            at = self.first_published_at if self.is_released else self.modified_at
            at = min(at, timezone.now())
            self.revisions.create(number=1, content=content_of(self), is_public=self.is_released, created_at=at)

    def put(self, content: dict) -> None:
        """Let a draft's rows say `content`. Those of a released story are left to `publish`."""
        if not self.is_released:
            put_content(self, content)

    def take_up_pending(self) -> None:
        """Let the rows say what waits. Call it in a transaction that goes on to decide."""
        if self.pending:
            put_content(self, self.pending.content)
            self._wait(None)

    def discard_pending(self) -> None:
        """The edit that waits is given up; it stays among the revisions."""
        self._wait(None)

    def _wait(self, revision) -> None:
        self.pending = revision
        type(self).objects.filter(pk=self.pk).update(pending=revision)
