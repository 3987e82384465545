"""Finished parts of stories' pages, packed in the way that is unpacked quickest, where the server has it.

By itself, since Django's own order would make the key before the column of the story that is part of it.
"""

import django.contrib.postgres.fields
import django.db.models.deletion
from django.db import migrations, models

COMPRESS = """
    DO $$ BEGIN
        IF EXISTS (SELECT 1 FROM pg_settings WHERE name = 'default_toast_compression' AND 'lz4' = ANY(enumvals)) THEN
            ALTER TABLE articles_plate ALTER COLUMN html SET COMPRESSION lz4;
        END IF;
    END $$"""


class Migration(migrations.Migration):
    dependencies = [("articles", "0005_log_indexes")]

    operations = [
        migrations.CreateModel(
            name="Plate",
            fields=[
                (
                    "pk",
                    models.CompositePrimaryKey(
                        "article_id",
                        "part",
                        "language",
                        blank=True,
                        editable=False,
                        primary_key=True,
                        serialize=False,
                    ),
                ),
                (
                    "article",
                    models.ForeignKey(
                        db_index=False,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="+",
                        to="articles.article",
                    ),
                ),
                (
                    "part",
                    models.CharField(
                        choices=[("story", "Story"), ("related", "Related"), ("replies", "Replies")], max_length=7
                    ),
                ),
                ("language", models.CharField(max_length=8)),
                ("release", models.CharField(max_length=16)),
                ("html", models.TextField()),
                ("rows", django.contrib.postgres.fields.ArrayField(base_field=models.TextField(), size=None)),
                ("lists", django.contrib.postgres.fields.ArrayField(base_field=models.TextField(), size=None)),
                ("made_at", models.BigIntegerField()),
                ("born", models.BigIntegerField()),
                ("turns_at", models.DateTimeField(null=True)),
                ("good_until", models.DateTimeField()),
            ],
            options={
                "verbose_name": "finished part of a page",
                "verbose_name_plural": "finished parts of pages",
                "indexes": [models.Index(fields=["good_until"], name="plate_good_until")],
            },
        ),
        migrations.RunSQL(COMPRESS, migrations.RunSQL.noop),
    ]
