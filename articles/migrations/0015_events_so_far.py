"""The events of the stories that are there already, by the statement of the trigger `keep_events`."""

from django.db import migrations

HAPPENED = """
    INSERT INTO articles_event (tag_id, article_id, quote_id, correction_id, known_at)
    SELECT tagging.tag_id, article_id, quote_id, correction_id, known_at
    FROM (
        SELECT id AS article_id, NULL::bigint AS quote_id, NULL::bigint AS correction_id, NULL::timestamptz AS known_at
        FROM articles_article
        UNION ALL
        SELECT article_id, id, NULL, (said_on + time '12:00') AT TIME ZONE 'UTC' FROM articles_quote
        WHERE status = 'accepted' AND said_on IS NOT NULL
        UNION ALL
        SELECT article_id, NULL, id, created_at FROM articles_correction
    ) AS happened JOIN articles_tagging AS tagging USING (article_id)
    WHERE NOT EXISTS (SELECT 1 FROM articles_event)
"""


class Migration(migrations.Migration):
    dependencies = [("articles", "0014_archive_days")]

    operations = [migrations.RunSQL(HAPPENED, migrations.RunSQL.noop)]
