"""The page on which an editor arranges a front: what its buttons do to the working copy."""

from collections import namedtuple

from django.core.exceptions import ValidationError
from django.utils.functional import cached_property
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from ..models import Arrangement, Article
from ..models.arrangement import SLOTS, Overtaken
from ..models.front import front_of
from ..paging import read_pk
from .articles import state_and_time
from .working_copy import WorkingCopy, placements, readable_pk

SLOT_NAMES = [_("Lead"), _("Second"), _("Third"), _("Fourth"), _("Fifth")]
COMING = 8
NEWEST = 15
FOUND = 20

Slot = namedtuple("Slot", "number name form story state when fills is_first is_last is_current")
Candidate = namedtuple("Candidate", "story state when stands")


class Arranging:
    """A request to the page. `said` tells in a sentence what a button did, `refused` why nothing was saved."""

    VERBS = ("up", "down", "move", "remove", "place")

    def __init__(self, request, section, held, site):
        self.request, self.section, self.held, self.site = request, section, held, site
        self.said, self.refused, self.overtaken, self.current = "", "", None, None
        number = held.number if held else 0
        self.copy = WorkingCopy.sent(request.POST) if request.method == "POST" else WorkingCopy.of(self.opened, number)
        self.stories = self.copy.with_stories()
        for verb in self.VERBS:
            if value := request.POST.get(verb):
                getattr(self, verb)(value)
        if self.copy.gone:
            self.said = gettext("A story that stood here was deleted meanwhile. Its slot fills itself.")
        self.forms = self.copy.forms()
        self.placements = placements(self.forms)

    @cached_property
    def opened(self):
        """The arrangement to begin from: the one that holds, or an older one that the address names."""
        number = readable_pk(self.request.GET.get("version", ""))
        older = number and Arrangement.objects.of(self.section).filter(number=min(number, 2**31 - 1)).first()
        return older or self.held

    # What the buttons do

    def up(self, value):
        self.move(f"{value}:{(slot_in(value) or 1) - 1}")

    def down(self, value):
        self.move(f"{value}:{(slot_in(value) or SLOTS) + 1}")

    def move(self, value):
        slot, to = map(slot_in, value.partition(":")[::2])
        if slot and to:
            self.copy.move(slot, to)
            self.say(to, gettext("“%(story)s” now stands at %(slot)s."))

    def remove(self, value):
        if slot := slot_in(value):
            self.say(slot, gettext("“%(story)s” was taken out of %(slot)s, which now fills itself."))
            self.copy.remove(slot)

    def place(self, value):
        """A story's key, and after a colon its slot; else the slot that the form's choice names, or a free one."""
        pk, slot = value.partition(":")[::2]
        slot = slot_in(slot) or slot_in(self.request.POST.get("into", "")) or self.copy.free_slot()
        story = self.choosable.filter(pk=readable_pk(pk) or 0).first()
        if story is None:
            self.said = gettext("This story can no longer be placed.")
            return
        self.stories[story.pk] = story
        left_out = self.copy.place(story.pk, slot)
        self.say(slot, gettext("“%(story)s” now stands at %(slot)s."))
        if left_out:
            text = gettext("“%(story)s” has no slot any more.")
            self.said += " " + text % {"story": self.stories[left_out].headline}

    def say(self, slot: int, sentence: str) -> None:
        self.current = slot
        story = self.stories.get(readable_pk(self.copy.rows[slot - 1]["story"]))
        name = story.headline if story else gettext("what fills itself")
        self.said = sentence % {"story": name, "slot": SLOT_NAMES[slot - 1]}

    def save(self) -> bool:
        """Whether it is saved; if not, `refused` says why, and nothing that was typed is lost."""
        if not all(form.is_valid() for form in self.forms):
            self.refused = gettext("Nothing is saved yet: look at the moments marked below.")
            return False
        if self.copy.gone:
            self.refused = gettext("Nothing is saved yet: look at what became of the deleted story's slot.")
            return False
        try:
            Arrangement.objects.arrange(self.section, self.placements, after=self.copy.number, by=self.request.user)
        except Overtaken as error:
            self.overtaken = error.newest and Arrangement.objects.for_list().get(pk=error.newest.pk)
            self.copy.number = error.newest.number if error.newest else 0
            self.refused = gettext("Nothing is saved yet: somebody else arranged this front while you did.")
        except ValidationError as error:
            self.refused = error.messages[0]
        return not self.refused

    # What the page shows

    @cached_property
    def choosable(self):
        """The stories that may be placed: all that the editor may see at the desk, but none that was retracted."""
        desk = self.site.get_model_admin(Article)
        if desk.has_view_permission(self.request):
            return Article.objects.for_cards().exclude(status=Article.Status.RETRACTED)
        return Article.objects.published().for_cards()

    def candidates(self) -> list[Candidate]:
        """What a search found; else the next that will come out and the newest, of the section when it is one's."""
        words = self.request.POST.get("q", "").replace("\0", "").strip()
        if words:
            found = self.site.get_model_admin(Article).find(self.choosable, words)
            stories = found.order_by("-modified_at", "-id")[:FOUND]
        else:
            own = self.choosable.filter(section=self.section) if self.section else self.choosable
            coming = own.scheduled().order_by("first_published_at", "pk")[:COMING]
            stories = [*reversed(coming), *own.published().newest_first()[:NEWEST]]
        return [Candidate(story, *state_and_time(story), self.copy.slot_of(story.pk)) for story in stories]

    def slots(self) -> list[Slot]:
        filled = front_of(self.section, placements=self.placements).slots
        rows = []
        for n, (form, stands) in enumerate(zip(self.forms, filled, strict=True), start=1):
            story = self.stories.get(readable_pk(self.copy.rows[n - 1]["story"]))
            state, when = state_and_time(story) if story else ("", "")
            fills = stands if stands != story else None
            rows.append(
                Slot(n, SLOT_NAMES[n - 1], form, story, state, when, fills, n == 1, n == SLOTS, n == self.current)
            )
        return rows

    def context(self) -> dict:
        stored = WorkingCopy.of(self.held, 0)
        return {
            "slots": self.slots(),
            "number": self.copy.number,
            "candidates": self.candidates(),
            "q": self.request.POST.get("q", ""),
            "into": None if "place" in self.request.POST else slot_in(self.request.POST.get("into", "")),
            "slot_names": list(enumerate(SLOT_NAMES, start=1)),
            "at": self.request.POST.get("at", ""),
            "said": self.said,
            "refused": self.refused,
            "overtaken": self.overtaken,
            "held": self.held,
            "unsaved": self.copy.rows != stored.rows,
            "opened": self.opened if self.request.method != "POST" and self.opened != self.held else None,
        }


def slot_in(text) -> int | None:
    """A slot's number; None for any other text."""
    try:
        slot = read_pk(str(text))
    except ValueError:
        return None
    return slot if 1 <= slot <= SLOTS else None
