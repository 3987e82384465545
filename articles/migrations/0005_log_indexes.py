"""Django's log has no index but on its keys; the desk reads it by time, by person, by thing and by words."""

from django.db import migrations

INDEXES = {
    "log_newest": "(action_time DESC, id DESC)",
    "log_of_person": "(user_id, action_time DESC, id DESC)",
    "log_of_thing": "(content_type_id, object_id, action_time DESC, id DESC)",
    "log_object_words": "USING gin ((to_tsvector('simple'::regconfig, COALESCE(object_repr, ''))))",
    "log_message_words": "USING gin ((to_tsvector('simple'::regconfig, COALESCE(change_message, ''))))",
}


class Migration(migrations.Migration):
    dependencies = [("articles", "0004_same_article")]

    operations = [
        migrations.RunSQL(f"CREATE INDEX {name} ON django_admin_log {columns}", f"DROP INDEX {name}")
        for name, columns in INDEXES.items()
    ]
