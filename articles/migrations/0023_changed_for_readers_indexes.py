"""Each list of a feed is read off an index."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("articles", "0022_fill_changed_for_readers")]

    operations = [
        migrations.AddIndex(
            model_name="article",
            index=models.Index(
                models.OrderBy(models.F("changed_at"), descending=True),
                models.OrderBy(models.F("id"), descending=True),
                condition=models.Q(("changed_at__isnull", False)),
                include=("unpublish_at",),
                name="article_last_changed",
            ),
        ),
        migrations.AddIndex(
            model_name="article",
            index=models.Index(
                models.F("section"),
                models.OrderBy(models.F("changed_at"), descending=True),
                models.OrderBy(models.F("id"), descending=True),
                condition=models.Q(("changed_at__isnull", False)),
                include=("unpublish_at",),
                name="article_changed_in_section",
            ),
        ),
        migrations.AddIndex(
            model_name="byline",
            index=models.Index(
                models.F("author"),
                models.OrderBy(models.F("changed_at"), descending=True),
                models.OrderBy(models.F("id"), descending=True),
                condition=models.Q(("changed_at__isnull", False)),
                include=("published_until",),
                name="byline_last_changed",
            ),
        ),
        migrations.AddIndex(
            model_name="citation",
            index=models.Index(
                models.F("source"),
                models.OrderBy(models.F("changed_at"), descending=True),
                models.OrderBy(models.F("id"), descending=True),
                condition=models.Q(("changed_at__isnull", False)),
                include=("published_until",),
                name="citation_last_changed",
            ),
        ),
        migrations.AddIndex(
            model_name="quote",
            index=models.Index(
                models.F("speaker"),
                models.OrderBy(models.F("changed_at"), descending=True),
                models.OrderBy(models.F("id"), descending=True),
                condition=models.Q(("changed_at__isnull", False), ("status__in", ["accepted", "withdrawn"])),
                include=("published_until",),
                name="quote_last_changed",
            ),
        ),
        migrations.AddIndex(
            model_name="tagging",
            index=models.Index(
                models.F("tag"),
                models.OrderBy(models.F("changed_at"), descending=True),
                models.OrderBy(models.F("id"), descending=True),
                condition=models.Q(("changed_at__isnull", False)),
                include=("published_until",),
                name="tagging_last_changed",
            ),
        ),
    ]
