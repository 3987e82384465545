from django.db import models, transaction
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from ..body import plain_text
from ..wording import share_of_runs
from .article import Article
from .content import content_of
from .deed import Deed
from .pair import Pair, PairQuerySet
from .revision import Revision
from .sketch import Sketch


class DuplicateQuerySet(PairQuerySet):
    def of_story(self, story):
        """Pairs with `story`, the most alike first."""
        return self.of(story.pk).order_by("-similarity", "-pk")

    def with_stories(self):
        heavy = [f"{side}__{name}" for side in ("one", "other") for name in ("body", "search")]
        return self.select_related("one", "other").defer(*heavy)

    @transaction.atomic
    def propose(self, story) -> list["Duplicate"]:
        """Compare `story`, as it was saved last, with the recent ones and with what waits in them; returns the pairs on
        which nobody has decided, the most alike first."""
        pks = Sketch.objects.resembling(story)
        others = Article.objects.filter(pk__in=pks).exclude(status=Article.Status.RETRACTED)
        others = others.select_related("pending").only("headline", "standfirst", "body", "pending", "pending__content")
        # A translation that is just started has its original's text, and is no second report.
        others = others.exclude(pk__in=story.group().order_by().values("pk"))
        text, found = plain_text(story.last_saved()["body"]), {}
        for other in others:
            bodies = {other.body, other.last_saved()["body"]}
            alike = max(share_of_runs(text, plain_text(body), least=Duplicate.LEAST) for body in bodies)
            if alike >= Duplicate.THRESHOLD:
                found[other.pk] = alike
        self.propose_for(story.pk, found)
        return list(self.of_story(story).undecided().with_stories())


class Duplicate(Pair):
    """That two stories may be one: a proposal, and what an editor made of it."""

    class Verdict(models.TextChoices):
        DISTINCT = "distinct", _("two stories")
        MOVED = "moved", _("the other one was updated instead")

    # The share of the shorter text's runs of four words. Two reports of one event by different hands that quote the
    # same speech stay below it; an update of a report, or the same copy with another beginning, is above.
    THRESHOLD = 0.3
    # Runs that the shorter one must have: a notice of two sentences resembles many.
    LEAST = 20

    one = models.ForeignKey(Article, models.CASCADE, related_name="+", verbose_name=_("story"))
    other = models.ForeignKey(Article, models.CASCADE, related_name="+", verbose_name=_("other story"))
    similarity = models.FloatField(_("similarity"), help_text=_("Share of the shorter text, from 0 to 1."))
    verdict = models.CharField(_("verdict"), max_length=10, choices=Verdict, blank=True, editable=False)

    objects = DuplicateQuerySet.as_manager()

    class Meta(Pair.Meta):
        verbose_name = _("likeness of two stories")
        verbose_name_plural = _("likenesses of stories")

    @property
    def percent(self) -> int:
        return int(self.similarity * 100)

    def beside(self, story) -> Article:
        """The one of the two that is not `story`."""
        return self.one if self.other_id == story.pk else self.other

    def keep_apart(self, *, by) -> None:
        """They are two stories: the pair is not asked about again."""
        self.decide(self.Verdict.DISTINCT, by=by)
        for story, other in ((self.one, self.other), (self.other, self.one)):
            Deed.objects.note([story], "two stories", Deed.naming(other), by=by)

    @transaction.atomic
    def update_instead(self, story, *, propose, by) -> Article:
        """Give the text of `story` to the other of the two as an edit, and return that one.

        Readers of a released story see the edit once it is published. `propose` brings an edited story's quotations up
        to date with its text. `story` stays as it is.
        """
        kept = Article.objects.select_for_update(of=("self",)).select_related("pending").get(pk=self.beside(story).pk)
        kept.keep_first_revision()
        content = kept.pending.content if kept.pending else content_of(kept)
        with kept.shown_as(Revision(content=content | story.last_saved())):
            propose(kept)
            content = content_of(kept)
        kept.put(content)
        kept.revise(content, by=by, message=gettext("text of “%(story)s”") % {"story": story.headline[:200]})
        self.decide(self.Verdict.MOVED, by=by)
        Deed.objects.note([kept], "updated instead", Deed.naming(story), by=by)
        return kept
