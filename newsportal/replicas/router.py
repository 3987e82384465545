from django.db import DEFAULT_DB_ALIAS

from . import current


class ReplicaRouter:
    """Django's question which server to ask; see the package."""

    def db_for_read(self, model, **hints):
        page = current.get()
        return page.alias if page else DEFAULT_DB_ALIAS

    def db_for_write(self, model, **hints):
        return DEFAULT_DB_ALIAS

    def allow_relation(self, one, other, **hints):
        return True  # they are the same rows

    def allow_migrate(self, db, app_label, **hints):
        return db == DEFAULT_DB_ALIAS
