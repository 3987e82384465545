"""Which stories name a source; from now on the trigger on citations keeps it."""

from django.db import migrations

FILL = """
UPDATE articles_article SET is_sourced = true
WHERE EXISTS (SELECT 1 FROM articles_citation c WHERE c.article_id = articles_article.id)
"""


class Migration(migrations.Migration):
    dependencies = [("articles", "0942_on_desk")]

    operations = [migrations.RunSQL(FILL, migrations.RunSQL.noop)]
