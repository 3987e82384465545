"""What is set down for a story's time to come: said at the top of its form, changed on a page of its own."""

from typing import NamedTuple

from django import forms
from django.contrib import messages
from django.core.exceptions import PermissionDenied, ValidationError
from django.http import HttpResponseRedirect
from django.urls import path
from django.utils import timezone
from django.utils.html import format_html_join
from django.utils.text import format_lazy
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from ..models import Article
from .desk import DeskAdmin, day, moment, zone_lazy
from .publishing import form_address


class Armed(NamedTuple):
    kind: str  # "waits" for what happens by itself, "over" for what has happened
    text: str


def armed(story, now=None) -> list[Armed]:
    """What happens to the story by itself, and what does not though one might think so, in full sentences."""
    now = now or timezone.now()
    is_released = story.status == Article.Status.PUBLISHED
    said = []
    if is_released and story.is_scheduled(now):
        said.append(("waits", gettext("Scheduled: appears by itself on %(moment)s."), story.first_published_at))
    elif not is_released and story.embargo and story.embargo > now and story.status != Article.Status.RETRACTED:
        text = gettext("Not scheduled: the embargo ends on %(moment)s, but nothing appears until it is published.")
        said.append(("over", text, story.embargo))
    if story.unpublish_at and story.is_expired(now):
        said.append(("over", gettext("No longer shown: readers saw it until %(moment)s."), story.unpublish_at))
    elif story.unpublish_at and is_released:
        said.append(("waits", gettext("Ends by itself: readers see it until %(moment)s."), story.unpublish_at))
    return [Armed(kind, text % {"moment": moment(when)}) for kind, text, when in said]


def armed_list(story) -> str:
    """The same under the story's state in a list."""
    return format_html_join("", '<span class="armed armed--{}">{}</span>', armed(story))


class PlanForm(forms.ModelForm):
    unpublish_at = forms.DateTimeField(
        label=_("Readers see it until"),
        required=False,
        widget=forms.DateTimeInput(format="%Y-%m-%dT%H:%M", attrs={"type": "datetime-local"}),
        help_text=format_lazy(
            _("In the newsroom's time, {zone}. Then it leaves every list, and its address says so. Empty: never."),
            zone=zone_lazy(),
        ),
    )
    review_by = forms.DateField(
        label=_("To be looked at again by"),
        required=False,
        widget=forms.DateInput(format="%Y-%m-%d", attrs={"type": "date"}),
        help_text=_("Whether it still holds. The day stands in the calendar until you change or empty it here."),
    )

    class Meta:
        model = Article
        fields = ()


class PlanningAdmin(DeskAdmin):
    def get_urls(self):
        plan = path("<int:pk>/dates/", self.admin_site.admin_view(self.plan), name="articles_article_plan")
        return [plan, *super().get_urls()]

    def may_plan(self, request, story) -> bool:
        """Dates of what readers see, or will by itself, are as good as publishing."""
        may_decide = not story.is_released or self.has_publish_permission(request)
        return self.has_change_permission(request, story) and may_decide

    def plan(self, request, pk):
        story = self.story_or_404(request, pk)
        form = PlanForm(
            request.POST or None, initial={"unpublish_at": story.unpublish_at, "review_by": story.review_by}
        )
        if request.method == "POST" and not self.may_plan(request, story):
            raise PermissionDenied
        if form.is_valid() and self.set_down(request, story, form):
            return HttpResponseRedirect(form_address(story))
        context = {"form": form, "armed": armed(story), "may_plan": self.may_plan(request, story)}
        status = 422 if form.is_bound else 200
        return self.story_page(request, story, "plan", gettext("Dates of “%(story)s”"), context, status)

    def set_down(self, request, story, form) -> bool:
        try:
            story.plan(by=request.user, **form.cleaned_data)
        except ValidationError as error:
            form.add_error(None if hasattr(error, "error_dict") else "unpublish_at", error)
            return False
        said = [each.text for each in armed(story)]
        if story.review_by:
            said.append(gettext("To be looked at again by %(day)s.") % {"day": day(story.review_by)})
        self.message_user(request, " ".join(said) or gettext("No dates are set down."), messages.SUCCESS)
        return True
