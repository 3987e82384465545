"""The newsroom's roles: groups with a fixed name each, and what they may do. Administrators are Django's superusers.

The rules ask for permissions and never for a group, so a newsroom may make groups of its own beside these.
"""

from django.apps import apps as global_apps
from django.contrib.auth.management import create_permissions
from django.utils.translation import gettext_lazy as _


def on(nouns: str, *verbs: str) -> set[str]:
    """The codenames of Django's own permissions: each of the `verbs` on each of the `nouns`."""
    return {f"{verb}_{noun}" for noun in nouns.split() for verb in verbs}


# Rows of a story, which its own form changes; whose story it is decides Article.is_editable_by.
ROWS = on("byline citation quote", "view", "add", "change", "delete")
REPORTER = {
    *ROWS,
    *on("article", "view", "add", "change", "delete"),
    *on("photo source sourceitem speaker tag", "view", "add"),
    *on("author section likeness recheck series part", "view"),
}
EDITOR = {
    *REPORTER,
    "edit_section_article",
    *on("photo source sourceitem speaker tag likeness recheck", "change"),
    *on("series", "add", "change"),
    *on("part", "add", "change", "delete"),
}
MODERATOR = {"moderate_comment"}
CHIEF = {
    *EDITOR,
    *MODERATOR,
    *("publish_article", "arrange_front", "view_deed", "view_user"),
    *on("author section", "add", "change"),
    # With the right to change, that to merge two into one.
    *on("photo source sourceitem speaker tag series", "delete"),
}
# The key is the group's name in the database and stays the same in every language.
ROLES = {
    "reporter": (_("Reporter"), REPORTER),
    "editor": (_("Editor"), EDITOR),
    "chief": (_("Chief editor"), CHIEF),
    "moderator": (_("Moderator"), MODERATOR),
}


def role_name(group) -> str:
    """What a group is called at the desk."""
    return str(ROLES[group.name][0]) if group.name in ROLES else group.name


def keep_roles(sender, using, apps=global_apps, **kwargs) -> None:
    """Make the groups that are missing, and give each what its role may do at least; run behind every `migrate`.

    What a later version of this program brings is so given to the roles of a newsroom that has them already. A group
    that is to have less is made under a name of its own.
    """
    try:
        Group, Permission = apps.get_model("auth", "Group"), apps.get_model("auth", "Permission")
    except LookupError:  # migrated back to before there were accounts
        return
    # Django makes each app's permissions in an order that depends on the settings; what is there already stays.
    for label in ("articles", "auth"):
        create_permissions(global_apps.get_app_config(label), 0, using=using, apps=apps)
    groups = Group.objects.using(using)
    groups.bulk_create([Group(name=name) for name in ROLES], ignore_conflicts=True)
    known = Permission.objects.using(using).filter(content_type__app_label__in=["articles", "auth"])
    keys = dict(known.values_list("codename", "pk"))
    Given = Group.permissions.through
    given = [
        Given(group_id=group.pk, permission_id=keys[codename])
        for group in groups.filter(name__in=ROLES)
        for codename in ROLES[group.name][1] & keys.keys()
    ]
    Given.objects.using(using).bulk_create(given, ignore_conflicts=True)
