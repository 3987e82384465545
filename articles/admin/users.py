"""Accounts and roles. Administrators deal them out; whoever may see accounts sees who is there and with which role."""

from django.contrib import admin, messages
from django.contrib.admin.utils import unquote
from django.contrib.auth import get_user_model
from django.contrib.auth.admin import GroupAdmin, UserAdmin
from django.contrib.auth.models import Group
from django.forms import ModelMultipleChoiceField
from django.http import HttpResponseRedirect
from django.urls import reverse
from django.utils.html import format_html
from django.utils.translation import gettext, ngettext
from django.utils.translation import gettext_lazy as _

from ..models import Deed
from ..roles import role_name
from .desk import DeskAdmin

User = get_user_model()
admin.site.unregister(User)
admin.site.unregister(Group)


class RolesField(ModelMultipleChoiceField):
    def label_from_instance(self, obj):
        return role_name(obj)


class AdministratorsAdmin(DeskAdmin):
    """Base of what gives rights away. A right to change accounts would be the right to everything: not to be had."""

    def has_add_permission(self, request):
        return request.user.is_superuser

    def has_change_permission(self, request, obj=None):
        return request.user.is_superuser

    def has_delete_permission(self, request, obj=None):
        return request.user.is_superuser


@admin.register(User)
class AccountAdmin(AdministratorsAdmin, UserAdmin):
    list_display = ["username", "name", "roles", "is_active", "last_login", "deeds"]
    list_filter = ["is_active", "is_superuser"]
    filter_horizontal = []
    # Rights are dealt out by roles alone: so who may do what can be read off the list.
    fieldsets = [
        (None, {"fields": ["username", "password"]}),
        (_("Person"), {"fields": ["first_name", "last_name", "email"]}),
        (_("What they may do"), {"fields": ["is_active", "is_staff", "is_superuser", "groups"]}),
        (_("Dates"), {"fields": ["last_login", "date_joined"]}),
    ]
    actions = ["deactivate"]
    search_fields = ["username", "first_name", "last_name"]

    def get_queryset(self, request):
        return super().get_queryset(request).prefetch_related("groups")

    def find(self, queryset, text):
        """By the beginning of any of the names; a newsroom has hundreds of accounts, not millions."""
        found = queryset.none()
        for column in self.search_fields:
            found |= queryset.filter(**{f"{column}__istartswith": text})
        return found

    def get_fieldsets(self, request, obj=None):
        if obj and not self.has_change_permission(request, obj):
            return [(None, {"fields": ["username", "first_name", "last_name", "is_active", "roles", "last_login"]})]
        return super().get_fieldsets(request, obj)

    def get_readonly_fields(self, request, obj=None):
        return ["roles", *super().get_readonly_fields(request, obj)]

    def formfield_for_manytomany(self, db_field, request, **kwargs):
        if db_field.name == "groups":
            kwargs["form_class"] = RolesField
            kwargs["help_text"] = _("What the account may do. An account may have several roles.")
        return super().formfield_for_manytomany(db_field, request, **kwargs)

    @admin.display(description=_("name"))
    def name(self, user):
        return user.get_full_name() or "–"

    @admin.display(description=_("roles"))
    def roles(self, user):
        names = [gettext("administrator")] if user.is_superuser else []
        return ", ".join(names + [role_name(group) for group in user.groups.all()]) or "–"

    @admin.display(description=_("log"))
    def deeds(self, user):
        address = reverse("admin:articles_deed_changelist")
        return format_html('<a href="{}?person={}">{}</a>', address, user.pk, gettext("What they did"))

    # What somebody did stays known to be theirs, so the account stays.

    def get_actions(self, request):
        return {name: action for name, action in super().get_actions(request).items() if name != "delete_selected"}

    @admin.action(description=_("Deactivate: they can no longer sign in"), permissions=["change"])
    def deactivate(self, request, queryset):
        others = queryset.filter(is_active=True).exclude(pk=request.user.pk)
        for user in (changed := list(others)):
            user.is_active = False
            user.save(update_fields=["is_active"])
            self.log_change(request, user, [{"changed": {"fields": ["Active"]}}])
        text = ngettext("%(count)d account deactivated.", "%(count)d accounts deactivated.", len(changed))
        self.message_user(request, text % {"count": len(changed)})

    def delete_view(self, request, object_id, extra_context=None):
        user = self.get_object(request, unquote(object_id))
        if user and self.has_delete_permission(request, user) and Deed.objects.filter(user=user).exists():
            text = gettext(
                "The log tells what %(user)s did, so the account stays. Take the tick off “Active” instead: then "
                "nobody can sign in with it."
            )
            self.message_user(request, text % {"user": user}, messages.ERROR)
            return HttpResponseRedirect(reverse("admin:auth_user_change", args=[user.pk]))
        return super().delete_view(request, object_id, extra_context)


@admin.register(Group)
class RoleAdmin(AdministratorsAdmin, GroupAdmin):
    list_display = ["role"]
    fields = ["name", "permissions"]
    filter_horizontal = []  # the widget's signs cannot be read out

    def find(self, queryset, text):
        return queryset.filter(name__istartswith=text)

    @admin.display(description=_("role"))
    def role(self, group):
        return role_name(group)
