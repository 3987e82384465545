"""The copies of a story's new moment on the rows that belong to it: each trigger writes it when the row is written."""

from django.db import migrations

FILL = """
UPDATE articles_{table} SET published_at = published_at
WHERE article_id IN (SELECT id FROM articles_article WHERE changed_at IS NOT NULL)
"""


class Migration(migrations.Migration):
    dependencies = [("articles", "0021_changed_for_readers")]

    operations = [
        migrations.RunSQL(FILL.format(table=table), migrations.RunSQL.noop)
        for table in ("byline", "citation", "quote", "tagging")
    ]
