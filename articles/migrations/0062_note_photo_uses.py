"""The photos that stories use already are noted, by the trigger that does so from now on."""

from django.db import migrations

NOTE = """
UPDATE articles_article SET lead_photo_id = lead_photo_id
WHERE lead_photo_id IS NOT NULL OR pending_id IS NOT NULL OR body LIKE '%<figure data-photo=%'
"""


class Migration(migrations.Migration):
    dependencies = [("articles", "0061_photo_use")]

    operations = [migrations.RunSQL(NOTE, migrations.RunSQL.noop)]
