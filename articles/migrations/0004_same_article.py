"""Rows that name another row of the same story: PostgreSQL refuses a link into another one."""

from django.db import migrations

LINKS = [
    ("articles_comment", "parent_id", "articles_comment", "comment_parent_of_article"),
    ("articles_citation", "via_id", "articles_citation", "citation_via_of_article"),
    ("articles_quote", "citation_id", "articles_citation", "quote_citation_of_article"),
    ("articles_correction", "from_revision_id", "articles_revision", "correction_from_of_article"),
    ("articles_correction", "to_revision_id", "articles_revision", "correction_to_of_article"),
    ("articles_correction", "quote_id", "articles_quote", "correction_quote_of_article"),
    ("articles_comment", "quote_id", "articles_quote", "comment_quote_of_article"),
    ("articles_comment", "citation_id", "articles_citation", "comment_citation_of_article"),
    ("articles_comment", "revision_id", "articles_revision", "comment_revision_of_article"),
    ("articles_comment", "thread_id", "articles_comment", "comment_thread_of_article"),
    ("articles_subscription", "thread_id", "articles_comment", "subscription_thread_of_article"),
]
PENDING = """
ALTER TABLE articles_article ADD CONSTRAINT pending_of_article FOREIGN KEY (pending_id, id)
REFERENCES articles_revision (id, article_id) DEFERRABLE INITIALLY DEFERRED
"""


def same_article(table, column, target, name):
    return migrations.RunSQL(
        f"""
        ALTER TABLE {table} ADD CONSTRAINT {name} FOREIGN KEY ({column}, article_id)
        REFERENCES {target} (id, article_id) DEFERRABLE INITIALLY DEFERRED
        """,
        f"ALTER TABLE {table} DROP CONSTRAINT {name}",
    )


class Migration(migrations.Migration):
    dependencies = [("articles", "0003_initial")]

    operations = [
        *(same_article(*link) for link in LINKS),
        migrations.RunSQL(PENDING, "ALTER TABLE articles_article DROP CONSTRAINT pending_of_article"),
    ]
