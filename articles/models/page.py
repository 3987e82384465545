from django.db import models
from django.db.models import Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from newsportal.pagecache.kept import Kept

from ..body import BodyField
from .language import LANGUAGES, site_language
from .shown import EVERY, ShownRow, shows
from .slug import keep_former_slug
from .touch import changed, touches


class PageQuerySet(models.QuerySet):
    def policies(self) -> dict[str, str]:
        """The address of each policy that there is, by schema.org's name of it."""
        slugs = self.exclude(policy="").order_by("position", "title").values_list("policy", "slug")
        return {policy: reverse("articles:page", args=[slug]) for policy, slug in slugs}


class Page(ShownRow):
    """What the newsroom says of itself: who it is, and the policies that it holds itself to."""

    class Policy(models.TextChoices):
        """schema.org's names of a news organisation's policies, by which programs find them."""

        CORRECTIONS = "correctionsPolicy", _("corrections")
        ETHICS = "ethicsPolicy", _("ethics")
        UNNAMED_SOURCES = "unnamedSourcesPolicy", _("unnamed sources")
        VERIFICATION = "verificationFactCheckingPolicy", _("verification and fact checking")
        FEEDBACK = "actionableFeedbackPolicy", _("feedback from readers")
        OWNERSHIP = "ownershipFundingInfo", _("ownership and funding")
        MASTHEAD = "masthead", _("who we are")
        PRIORITIES = "missionCoveragePrioritiesPolicy", _("mission and priorities")
        DIVERSITY = "diversityPolicy", _("diversity")
        BYLINES = "noBylinesPolicy", _("stories without a byline")
        PRINCIPLES = "publishingPrinciples", _("principles of publishing")

    page_noun = "page"

    title = models.CharField(_("title"), max_length=120)
    slug = models.SlugField(_("address"), max_length=120, unique=True, help_text=_("The old one redirects."))
    policy = models.CharField(
        _("policy"),
        max_length=32,
        choices=Policy,
        blank=True,
        help_text=_("Tells programs which of a newsroom's policies this page is. Each can be one page only."),
    )
    body = BodyField(_("text"), max_length=100_000)
    language = models.CharField(_("language"), max_length=8, choices=LANGUAGES, default=site_language)
    position = models.PositiveSmallIntegerField(_("position"), default=0, help_text=_("Smallest first."))
    modified_at = models.DateTimeField(_("last saved"), auto_now=True)

    objects = PageQuerySet.as_manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["policy"],
                condition=~Q(policy=""),
                name="page_policy_once",
                violation_error_message=_("Another page is this policy already."),
            )
        ]
        ordering = ["position", "title"]
        triggers = [
            keep_former_slug("page"),
            touches("page", f"CASE WHEN {changed('title', 'slug', 'policy', 'language', 'position')} THEN 'pages' END"),
        ]
        verbose_name = _("page about us")
        verbose_name_plural = _("pages about us")

    def __str__(self):
        return self.title

    def get_absolute_url(self):
        return reverse("articles:page", args=[self.slug])


known_policies = Kept(lambda using: Page.objects.using(using).policies(), f"page:{EVERY}")


def policies() -> dict[str, str]:
    """The newsroom's policies (PageQuerySet.policies), kept in the process; the page being made tells of them."""
    shows("pages")
    return known_policies()
