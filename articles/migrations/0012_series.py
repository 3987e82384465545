import django.contrib.postgres.indexes
import django.contrib.postgres.search
import django.core.validators
import django.db.models.constraints
import django.db.models.deletion
import pgtrigger.compiler
import pgtrigger.migrations
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("articles", "0011_tag_introduction"),
    ]

    operations = [
        migrations.CreateModel(
            name="Part",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("published_at", models.DateTimeField(editable=False, null=True)),
                ("published_until", models.DateTimeField(editable=False, null=True)),
                ("changed_at", models.DateTimeField(editable=False, null=True)),
                (
                    "number",
                    models.PositiveSmallIntegerField(
                        help_text="1 for the first. Readers see it.",
                        validators=[django.core.validators.MinValueValidator(1)],
                        verbose_name="part",
                    ),
                ),
            ],
            options={
                "verbose_name": "part of a series",
                "verbose_name_plural": "parts of a series",
                "ordering": ["number", "id"],
            },
        ),
        migrations.CreateModel(
            name="Series",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("name", models.CharField(max_length=120, verbose_name="name")),
                (
                    "slug",
                    models.SlugField(
                        help_text="The old one redirects.", max_length=120, unique=True, verbose_name="address"
                    ),
                ),
                (
                    "introduction",
                    models.TextField(
                        blank=True,
                        help_text="Stands above the parts on the series' own page.",
                        max_length=20000,
                        verbose_name="introduction",
                    ),
                ),
            ],
            options={
                "verbose_name": "series",
                "verbose_name_plural": "series",
                "ordering": ["name", "id"],
            },
        ),
        migrations.AddField(
            model_name="part",
            name="article",
            field=models.OneToOneField(
                on_delete=django.db.models.deletion.CASCADE,
                related_name="part",
                to="articles.article",
                verbose_name="story",
            ),
        ),
        migrations.AddIndex(
            model_name="series",
            index=models.Index(fields=["name", "id"], name="series_by_name"),
        ),
        migrations.AddIndex(
            model_name="series",
            index=django.contrib.postgres.indexes.GinIndex(
                django.contrib.postgres.search.SearchVector("name", config="simple"), name="series_name_words"
            ),
        ),
        migrations.AddField(
            model_name="part",
            name="series",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.CASCADE,
                related_name="parts",
                to="articles.series",
                verbose_name="series",
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="series",
            trigger=pgtrigger.compiler.Trigger(
                name="keep_former_slug",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="\n            IF OLD.slug IS NOT NULL AND OLD.slug IS DISTINCT FROM NEW.slug THEN\n                INSERT INTO articles_formerslug (noun, slug, target_id) VALUES ('series', OLD.slug, OLD.id)\n                ON CONFLICT (noun, slug) DO UPDATE SET target_id = EXCLUDED.target_id;\n            END IF;\n            RETURN NULL;\n        ",
                    hash="66ec5e571c18377ab330c53618c7b09b111b871a",
                    operation="UPDATE",
                    pgid="pgtrigger_keep_former_slug_7908d",
                    table="articles_series",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="series",
            trigger=pgtrigger.compiler.Trigger(
                name="touch_pages",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    declare="DECLARE keys text[] = '{}';",
                    func="\n            IF TG_OP = 'UPDATE' AND to_jsonb(OLD) - '{search, fingerprints, proposal, decided_at, decided_by_id}'::text[] = to_jsonb(NEW) - '{search, fingerprints, proposal, decided_at, decided_by_id}'::text[]\n            THEN\n                RETURN NULL;\n            END IF;\n            \n            IF TG_OP <> 'INSERT' THEN \n        IF true THEN\n            keys := keys || ARRAY['series:' || OLD.id, 'series:every', CASE WHEN (TG_OP <> 'UPDATE' OR OLD.name IS DISTINCT FROM NEW.name OR OLD.slug IS DISTINCT FROM NEW.slug) THEN 'series' END]::text[];\n        END IF;\n            END IF;\n            IF TG_OP <> 'DELETE' THEN \n        IF true THEN\n            keys := keys || ARRAY['series:' || NEW.id, 'series:every', CASE WHEN (TG_OP <> 'UPDATE' OR OLD.name IS DISTINCT FROM NEW.name OR OLD.slug IS DISTINCT FROM NEW.slug) THEN 'series' END]::text[];\n        END IF;\n            END IF;\n            INSERT INTO articles_touch (key) SELECT DISTINCT key FROM unnest(keys) AS key WHERE key IS NOT NULL;\n            RETURN NULL;\n        ",
                    hash="43e7a401fc9b9d9d0cb27a0740cbf78c571ec436",
                    operation="INSERT OR UPDATE OR DELETE",
                    pgid="pgtrigger_touch_pages_eb8d1",
                    table="articles_series",
                    when="AFTER",
                ),
            ),
        ),
        migrations.AddIndex(
            model_name="part",
            index=models.Index(
                condition=models.Q(("published_at__isnull", False)),
                fields=["series", "number"],
                include=("published_at", "published_until"),
                name="part_in_order",
            ),
        ),
        migrations.AddIndex(
            model_name="part",
            index=models.Index(
                models.F("series"),
                models.OrderBy(models.F("changed_at"), descending=True),
                models.OrderBy(models.F("id"), descending=True),
                condition=models.Q(("changed_at__isnull", False)),
                include=("published_until",),
                name="part_last_changed",
            ),
        ),
        migrations.AddConstraint(
            model_name="part",
            constraint=models.UniqueConstraint(
                deferrable=django.db.models.constraints.Deferrable["DEFERRED"],
                fields=("series", "number"),
                name="part_number_once",
                violation_error_message="Another story is this part already.",
            ),
        ),
        migrations.AddConstraint(
            model_name="part",
            constraint=models.CheckConstraint(
                condition=models.Q(("number__gte", 1)),
                name="part_number_from_one",
                violation_error_message="The first part is number 1.",
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="part",
            trigger=pgtrigger.compiler.Trigger(
                name="copy_published_at",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="\n            SELECT CASE WHEN status = 'published' THEN first_published_at END,\n                CASE WHEN status = 'published' THEN unpublish_at END,\n                CASE WHEN changed_at IS NOT NULL THEN GREATEST(changed_at) END\n            INTO NEW.published_at, NEW.published_until, NEW.changed_at\n            FROM articles_article WHERE id = NEW.article_id;\n            RETURN NEW;\n        ",
                    hash="fff58d9eae6cd1c4a56833168954c1f12c1ba534",
                    operation='INSERT OR UPDATE OF "article_id", "published_at", "published_until", "changed_at"',
                    pgid="pgtrigger_copy_published_at_b923c",
                    table="articles_part",
                    when="BEFORE",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="part",
            trigger=pgtrigger.compiler.Trigger(
                name="touch_pages",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    declare="DECLARE keys text[] = '{}';",
                    func="\n            IF TG_OP = 'UPDATE' AND to_jsonb(OLD) - '{search, fingerprints, proposal, decided_at, decided_by_id}'::text[] = to_jsonb(NEW) - '{search, fingerprints, proposal, decided_at, decided_by_id}'::text[]\n            THEN\n                RETURN NULL;\n            END IF;\n            \n            IF TG_OP <> 'INSERT' THEN \n        IF OLD.changed_at IS NOT NULL THEN\n            keys := keys || ARRAY['part:' || OLD.id, 'part:every', 'article:' || OLD.article_id, 'series:' || OLD.series_id || ':parts', CASE WHEN NOT EXISTS (\n        SELECT 1 FROM articles_part AS other WHERE other.series_id = OLD.series_id AND other.published_at <= now() AND true\n        AND CASE WHEN TG_OP = 'DELETE' THEN other.id <> OLD.id ELSE other.id < OLD.id END\n    ) THEN 'series' END]::text[];\n        END IF;\n            END IF;\n            IF TG_OP <> 'DELETE' THEN \n        IF NEW.changed_at IS NOT NULL THEN\n            keys := keys || ARRAY['part:' || NEW.id, 'part:every', 'article:' || NEW.article_id, 'series:' || NEW.series_id || ':parts', CASE WHEN NOT EXISTS (\n        SELECT 1 FROM articles_part AS other WHERE other.series_id = NEW.series_id AND other.published_at <= now() AND true\n        AND CASE WHEN TG_OP = 'DELETE' THEN other.id <> NEW.id ELSE other.id < NEW.id END\n    ) THEN 'series' END]::text[];\n        END IF;\n            END IF;\n            INSERT INTO articles_touch (key) SELECT DISTINCT key FROM unnest(keys) AS key WHERE key IS NOT NULL;\n            RETURN NULL;\n        ",
                    hash="f2762cc8b76f8d7dca69ed26ccc40e87c2c89364",
                    operation="INSERT OR UPDATE OR DELETE",
                    pgid="pgtrigger_touch_pages_5b920",
                    table="articles_part",
                    when="AFTER",
                ),
            ),
        ),
    ]
