"""What names a revision or a quotation names one of the same story: PostgreSQL refuses a link into another one."""

from importlib import import_module

from django.db import migrations

same_article = import_module("articles.migrations.0003_same_article").same_article

LINKS = [
    ("articles_correction", "from_revision_id", "articles_revision", "correction_from_of_article"),
    ("articles_correction", "to_revision_id", "articles_revision", "correction_to_of_article"),
    ("articles_correction", "quote_id", "articles_quote", "correction_quote_of_article"),
]
PENDING = """
ALTER TABLE articles_article ADD CONSTRAINT pending_of_article FOREIGN KEY (pending_id, id)
REFERENCES articles_revision (id, article_id) DEFERRABLE INITIALLY DEFERRED
"""


class Migration(migrations.Migration):
    dependencies = [("articles", "0004_revisions")]

    operations = [
        *(same_article(*link) for link in LINKS),
        migrations.RunSQL(PENDING, "ALTER TABLE articles_article DROP CONSTRAINT pending_of_article"),
    ]
