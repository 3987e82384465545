"""An arrangement while an editor works on it: it travels in the form, so that nothing is half done before readers."""

from dataclasses import dataclass, field
from datetime import timedelta

from django import forms
from django.core.exceptions import ValidationError
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from ..models import Article, Placement
from ..models.arrangement import SLOTS
from ..paging import read_pk

LOCAL = "%Y-%m-%dT%H:%M"


class Moment(forms.DateTimeInput):
    """The browser's own field for a moment in the newsroom's time."""

    input_type = "datetime-local"

    def __init__(self, attrs=None):
        super().__init__(attrs, format=LOCAL)


class MomentField(forms.DateTimeField):
    """A moment that a front may plan with; far ones are slips of the keyboard."""

    widget = Moment
    REACH = timedelta(days=3653)

    def clean(self, value):
        moment = super().clean(value)
        if moment and abs(moment - timezone.now()) > self.REACH:
            raise ValidationError(_("Choose a moment within ten years from now."))
        return moment


class SlotForm(forms.Form):
    story = forms.CharField(required=False, widget=forms.HiddenInput)
    starts_at = MomentField(label=_("From"), required=False)
    until = MomentField(label=_("Until"), required=False)

    def clean_until(self):
        until = self.cleaned_data["until"]
        if until and until <= timezone.now():
            raise ValidationError(_("This moment has passed. Choose a later one, or remove the story."))
        return until

    def clean(self):
        starts_at, until = self.cleaned_data.get("starts_at"), self.cleaned_data.get("until")
        if starts_at and until and until <= starts_at:
            self.add_error("until", _("It would end before it begins."))


EMPTY = {"story": "", "starts_at": "", "until": ""}


@dataclass
class WorkingCopy:
    """What the slots hold, as the form has it: a row a slot, with the story's key and the moments as they were typed.

    `number` is the arrangement that it began from. A slot in `gone` lost its story, which was deleted meanwhile.
    """

    rows: list[dict]
    number: int
    gone: list[int] = field(default_factory=list)

    @classmethod
    def of(cls, arrangement, number: int) -> "WorkingCopy":
        """Of a stored arrangement, or None; pins that are over are left out."""
        rows = [dict(EMPTY) for _slot in range(SLOTS)]
        for placement in arrangement.placements.all() if arrangement else []:
            if not placement.is_over(timezone.now()):
                moments = {"starts_at": written(placement.starts_at), "until": written(placement.until)}
                rows[placement.slot - 1] = {"story": str(placement.article_id), **moments}
        return cls(rows, number)

    @classmethod
    def sent(cls, data) -> "WorkingCopy":
        """As a form or an address brings it back; what cannot be read counts as empty. A story stands once."""
        rows, seen = [], set()
        for slot in range(1, SLOTS + 1):
            row = {name: data.get(f"slot-{slot}-{name}", "").replace("\0", "") for name in EMPTY}
            pk = readable_pk(row["story"])
            rows.append({**row, "story": str(pk)} if pk and pk not in seen else dict(EMPTY))
            seen.add(pk)
        return cls(rows, readable_pk(data.get("number", "")) or 0)

    def as_data(self) -> dict:
        return {f"slot-{n}-{name}": row[name] for n, row in enumerate(self.rows, start=1) for name in row if row[name]}

    @property
    def pks(self) -> list[int]:
        return [int(row["story"]) for row in self.rows if row["story"]]

    def slot_of(self, pk: int) -> int | None:
        return next((slot for slot, row in enumerate(self.rows, start=1) if row["story"] == str(pk)), None)

    def move(self, slot: int, to: int) -> None:
        """Put the row of `slot` where `to` is; those between make room."""
        self.rows.insert(to - 1, self.rows.pop(slot - 1))

    def remove(self, slot: int) -> None:
        self.rows[slot - 1] = dict(EMPTY)

    def place(self, pk: int, slot: int) -> int | None:
        """Put a story into `slot`; what stood there goes one down, and so on to the next free slot.

        Returns the key of the story for which there is no slot left, if any.
        """
        row = {**EMPTY, "story": str(pk)}
        if stood := self.slot_of(pk):
            row = self.rows[stood - 1]
            self.remove(stood)
        while row["story"] and slot <= SLOTS:
            self.rows[slot - 1], row = row, self.rows[slot - 1]
            slot += 1
        return int(row["story"]) if row["story"] else None

    def free_slot(self) -> int:
        """The first slot that fills itself; the lead's when none does."""
        return next((slot for slot, row in enumerate(self.rows, start=1) if not row["story"]), 1)

    def with_stories(self) -> dict[int, Article]:
        """The stories that stand in it, by key. One that was deleted meanwhile leaves its slot."""
        stories = Article.objects.for_cards().in_bulk(self.pks)
        self.gone = [slot for slot, row in enumerate(self.rows, 1) if row["story"] and int(row["story"]) not in stories]
        for slot in self.gone:
            self.remove(slot)
        return stories

    def forms(self) -> list[SlotForm]:
        data = self.as_data()
        return [SlotForm(data, prefix=f"slot-{slot}") for slot in range(1, SLOTS + 1)]


def placements(slot_forms) -> list[Placement]:
    """What the forms say, unsaved; a moment that is wrong counts as none."""
    for form in slot_forms:
        form.full_clean()
    filled = [(slot, form.cleaned_data) for slot, form in enumerate(slot_forms, start=1) if form.cleaned_data["story"]]
    return [
        Placement(slot=slot, article_id=int(row["story"]), starts_at=row.get("starts_at"), until=row.get("until"))
        for slot, row in filled
    ]


def written(moment) -> str:
    return timezone.localtime(moment).strftime(LOCAL) if moment else ""


def readable_pk(text: str) -> int | None:
    try:
        return read_pk(text)
    except ValueError:
        return None
