from django.apps import AppConfig
from django.contrib.admin import apps as admin_apps
from django.contrib.auth.signals import user_logged_in, user_login_failed
from django.db.backends.signals import connection_created
from django.db.models.signals import post_migrate
from django.utils.translation import gettext_lazy as _


class ArticlesConfig(AppConfig):
    name = "articles"
    verbose_name = _("Newsroom")

    def ready(self):
        from newsportal import metrics, pagecache

        from .backlog import backlog
        from .purging import catch_up, watch

        connection_created.connect(watch)
        pagecache.catching_up.append(catch_up)
        metrics.gauges.append(backlog)
        from .models.deed import note_failed_sign_in, note_sign_in
        from .roles import keep_roles

        post_migrate.connect(keep_roles, sender=self)
        user_logged_in.connect(note_sign_in)
        user_login_failed.connect(note_failed_sign_in)


class DeskConfig(admin_apps.AdminConfig):
    default = False
    default_site = "articles.desk.Desk"
