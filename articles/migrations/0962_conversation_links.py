"""What a reply names is of the same story: PostgreSQL refuses a link into another one."""

from importlib import import_module

from django.db import migrations

same_article = import_module("articles.migrations.0003_same_article").same_article

LINKS = [
    ("articles_comment", "quote_id", "articles_quote", "comment_quote_of_article"),
    ("articles_comment", "citation_id", "articles_citation", "comment_citation_of_article"),
    ("articles_comment", "revision_id", "articles_revision", "comment_revision_of_article"),
    ("articles_comment", "thread_id", "articles_comment", "comment_thread_of_article"),
    ("articles_subscription", "thread_id", "articles_comment", "subscription_thread_of_article"),
]


class Migration(migrations.Migration):
    dependencies = [("articles", "0961_conversation")]

    operations = [same_article(*link) for link in LINKS]
