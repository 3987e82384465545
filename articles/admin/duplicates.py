"""A draft that resembles a recent story: both side by side, and what to do about it."""

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.db.models import Q
from django.http import Http404, HttpResponseRedirect
from django.urls import path, reverse
from django.utils.html import format_html
from django.utils.translation import gettext

from ..comparing import blocks_of, compared, line
from ..models import Article, Duplicate
from ..proposing import propose_quotes
from .desk import DeskAdmin, moment
from .publishing import form_address

MOST_NAMED = 3
DRAFTS = (Article.Status.DRAFT, Article.Status.IN_REVIEW)


class DuplicatesAdmin(DeskAdmin):
    def get_urls(self):
        view = self.admin_site.admin_view(self.duplicate)
        return [path("<int:pk>/duplicates/<int:other>/", view, name="articles_article_duplicate"), *super().get_urls()]

    def warn_of_duplicates(self, request, story) -> None:
        """Say what a story resembles, or an edit that waits, once it is saved; and where both stand side by side."""
        for pair in Duplicate.objects.propose(story)[:MOST_NAMED]:
            self.message_user(request, told(pair, story), messages.WARNING)

    def duplicates_of(self, story) -> list[str]:
        """The same, to stand in the story's form until somebody decides."""
        if story.status not in DRAFTS and not story.pending:
            return []
        pairs = Duplicate.objects.of_story(story).undecided().with_stories()
        return [told(pair, story) for pair in pairs[:MOST_NAMED]]

    def duplicate(self, request, pk, other):
        """The story `pk` beside the one that may take its text."""
        story, kept = self.story_or_404(request, pk), self.story_or_404(request, other)
        pair = Duplicate.objects.filter(Q(one=story, other=kept) | Q(one=kept, other=story)).first()
        if pair is None:
            raise Http404
        may_update = story.status in DRAFTS and self.has_change_permission(request, kept)
        if request.method == "POST":
            may = {"update": may_update, "apart": self.has_change_permission(request, story)}
            if not may.get(request.POST.get("verdict")):
                raise PermissionDenied
            return HttpResponseRedirect(self.do_with_pair(request, pair, story, kept))
        context = {
            "pair": pair,
            "sides": [(each, moment(each.first_published_at or each.modified_at)) for each in (kept, story)],
            "rows": side_by_side(kept, story),
            "may_update": may_update,
            "may_part": self.has_change_permission(request, story),
            "decided": moment(pair.decided_at) if pair.decided_at else "",
        }
        return self.story_page(request, story, "duplicate", gettext("Is “%(story)s” a story of its own?"), context)

    def do_with_pair(self, request, pair, story, kept) -> str:
        """Do what was pressed; returns the address of what comes next."""
        if request.POST["verdict"] == "apart":
            pair.keep_apart(by=request.user)
            text = gettext("Two stories: you are not asked about these two again.")
            self.message_user(request, text, messages.SUCCESS)
            return form_address(story)
        kept = pair.update_instead(story, propose=propose_quotes, by=request.user)
        sentence = gettext("The text is here now, as an edit. The draft that it came from stays as it was:")
        link = format_html('{} <a href="{}">{}</a>', sentence, form_address(story), story.headline)
        self.message_user(request, link, messages.SUCCESS)
        return form_address(kept)


def told(pair, story) -> str:
    """A sentence about a pair, with the way to compare the two."""
    other = pair.beside(story)
    sentence = gettext("%(percent)d%% of this text stands in another story of the last days, too: “%(story)s”.")
    address = reverse("admin:articles_article_duplicate", args=[story.pk, other.pk])
    return format_html(
        '{} <a href="{}">{}</a>',
        sentence % {"percent": pair.percent, "story": other.headline},
        address,
        gettext("Compare the two, or update that one instead")
        if story.status in DRAFTS
        else gettext("Compare the two"),
    )


def side_by_side(one, other) -> list[tuple]:
    """Rows of two cells: pieces of the two texts, those that only one of them has marked as such."""
    saved = one.last_saved(), other.last_saved()
    texts = [[line(text["headline"]), line(text["standfirst"]), *blocks_of(text["body"])] for text in saved]
    return [
        (
            [piece for piece in block.pieces if piece.kind != "new"],
            [piece for piece in block.pieces if piece.kind != "gone"],
        )
        for block in compared(*texts)
    ]
