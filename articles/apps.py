from django.apps import AppConfig
from django.db.backends.signals import connection_created
from django.utils.translation import gettext_lazy as _


class ArticlesConfig(AppConfig):
    name = "articles"
    verbose_name = _("Newsroom")

    def ready(self):
        from newsportal import pagecache

        from .purging import catch_up, watch

        connection_created.connect(watch)
        pagecache.catching_up.append(catch_up)
