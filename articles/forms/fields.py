"""Fields for what readers type: tidied, measured, and never cut."""

from django import forms
from django.conf import settings
from django.utils.translation import gettext_lazy as _

from ..writing import tidy_name, tidy_text


class WholeText(forms.Textarea):
    """A box for a text of several lines, whose limit the form checks and the browser does not know."""

    def build_attrs(self, base_attrs, extra_attrs=None):
        # With a maxlength the browser cuts what is pasted, and says nothing.
        attrs = super().build_attrs(base_attrs, extra_attrs)
        attrs.pop("maxlength", None)
        return attrs


class WrittenField(forms.CharField):
    """A text by a reader: tidied, its length announced and checked, and never cut by the browser."""

    def __init__(self, *, max_length, rows=6, **kwargs):
        super().__init__(max_length=max_length, widget=WholeText(attrs={"rows": rows}), **kwargs)

    def to_python(self, value):
        return tidy_text(super().to_python(value))


class ReplyField(WrittenField):
    """The text of a reply. Its limit is counted in bytes, as the database counts it."""

    def __init__(self, **kwargs):
        limit = {"limit": settings.COMMENT_MAX_KB}
        text = _("At most %(limit)s KB of text; a long one is folded up under the story.") % limit
        super().__init__(max_length=None, label=_("Your reply"), help_text=text, **kwargs)

    def to_python(self, value):
        # What is far too long is not worth tidying.
        if len(value or "") > 2 * 1024 * settings.COMMENT_MAX_KB:
            self.refuse(value)
        text = super().to_python(value)
        if len(text.encode()) > 1024 * settings.COMMENT_MAX_KB:
            self.refuse(text)
        return text

    def refuse(self, text: str) -> None:
        size = -(-len(text.encode(errors="replace")) // 1024)
        raise forms.ValidationError(
            _("Your text has %(size)s KB, and at most %(limit)s KB are taken. Please shorten it, or send two replies."),
            params={"size": size, "limit": settings.COMMENT_MAX_KB},
        )


class NameField(forms.CharField):
    def to_python(self, value):
        return tidy_name(super().to_python(value))
