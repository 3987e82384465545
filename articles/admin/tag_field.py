"""The field in which an editor gives a story its tags: known ones to choose, new ones to type."""

from django import forms
from django.contrib.admin.views.autocomplete import AutocompleteJsonView
from django.contrib.admin.widgets import AutocompleteSelectMultiple
from django.core.exceptions import ValidationError
from django.core.validators import ProhibitNullCharactersValidator
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from ..models import Tag


class TagNames(AutocompleteJsonView):
    """What the field offers while an editor types: names, because a new tag has nothing else."""

    def process_request(self, request):
        term, *others = super().process_request(request)
        return term.replace("\0", ""), *others

    def serialize_result(self, obj, to_field_name):
        return {"id": obj.name, "text": obj.name}


class TagsWidget(AutocompleteSelectMultiple):
    def get_url(self):
        return reverse("admin:articles_tag_names")

    def build_attrs(self, base_attrs, extra_attrs=None):
        return super().build_attrs(base_attrs, extra_attrs) | {"data-tags": "true", "data-token-separators": '[","]'}

    def optgroups(self, name, value, attrs=None):
        return [(None, [self.create_option(name, tag, tag, True, n) for n, tag in enumerate(value)], 0)]


class TagsField(forms.Field):
    MOST = 30  # beyond that a tag says nothing about the story
    LONGEST = Tag._meta.get_field("name").max_length

    def prepare_value(self, value):
        return [getattr(tag, "name", tag) for tag in value or []]

    def to_python(self, value):
        names = (" ".join(name.split()) for name in value or [])
        named = [name for name in names if name and "\0" not in name]
        present = Tag.objects.present_names(named) if len(named) <= self.MOST else named
        unreadable = [name for name in value or [] if "\0" in name]
        return list({name.casefold(): name for name in [*present, *unreadable]}.values())

    def validate(self, value):
        super().validate(value)
        if len(value) > self.MOST:
            raise ValidationError(_("A story can have %(limit)d tags at most."), params={"limit": self.MOST})
        for name in value:
            ProhibitNullCharactersValidator()(name)
            if len(name) > self.LONGEST:
                raise ValidationError(
                    _("“%(name)s…” is too long for a tag: %(limit)d characters at most."),
                    params={"name": name[:30], "limit": self.LONGEST},
                )

    def has_changed(self, initial, data):
        return {*self.prepare_value(initial)} != {*self.to_python(data)}
