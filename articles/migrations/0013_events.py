import django.db.models.deletion
import django.db.models.functions.comparison
import pgtrigger.compiler
import pgtrigger.migrations
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("articles", "0012_series"),
    ]

    operations = [
        migrations.CreateModel(
            name="Event",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("published_at", models.DateTimeField(editable=False, null=True)),
                ("published_until", models.DateTimeField(editable=False, null=True)),
                ("changed_at", models.DateTimeField(editable=False, null=True)),
                (
                    "known_at",
                    models.DateTimeField(help_text="When it was said or entered; of a story, nothing.", null=True),
                ),
                (
                    "at",
                    models.GeneratedField(
                        db_persist=True,
                        expression=django.db.models.functions.comparison.Coalesce("known_at", "published_at"),
                        output_field=models.DateTimeField(),
                    ),
                ),
            ],
            options={
                "verbose_name": "event of a timeline",
                "verbose_name_plural": "events of a timeline",
            },
        ),
        pgtrigger.migrations.RemoveTrigger(
            model_name="article",
            name="spread_published_at",
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="article",
            trigger=pgtrigger.compiler.Trigger(
                name="spread_published_at",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="UPDATE articles_tagging SET published_at = NULL WHERE article_id = NEW.id;\nUPDATE articles_byline SET published_at = NULL WHERE article_id = NEW.id;\nUPDATE articles_citation SET published_at = NULL WHERE article_id = NEW.id;\nUPDATE articles_quote SET published_at = NULL WHERE article_id = NEW.id;\nUPDATE articles_event SET published_at = NULL WHERE article_id = NEW.id;\nUPDATE articles_part SET published_at = NULL WHERE article_id = NEW.id;\nRETURN NULL;",
                    hash="26c4f645d1d80b382108f097fba2c92e8d4f5ff1",
                    operation='UPDATE OF "status", "first_published_at", "unpublish_at", "updated_at", "retracted_at"',
                    pgid="pgtrigger_spread_published_at_66aca",
                    table="articles_article",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="correction",
            trigger=pgtrigger.compiler.Trigger(
                name="keep_events",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="\n            IF TG_OP = 'UPDATE' AND NOT (OLD.article_id IS DISTINCT FROM NEW.article_id OR OLD.created_at IS DISTINCT FROM NEW.created_at) THEN\n                RETURN NULL;\n            END IF;\n            IF TG_OP <> 'INSERT' THEN\n                DELETE FROM articles_event WHERE correction_id = OLD.id;\n            END IF;\n            IF TG_OP <> 'DELETE' THEN\n                \n    INSERT INTO articles_event (tag_id, article_id, quote_id, correction_id, known_at)\n    SELECT tagging.tag_id, article_id, quote_id, correction_id, known_at\n    FROM (\n    SELECT id AS article_id, NULL::bigint AS quote_id, NULL::bigint AS correction_id, NULL::timestamptz AS known_at\n    FROM articles_article\n    UNION ALL\n    SELECT article_id, id, NULL, (said_on + time '12:00') AT TIME ZONE 'UTC' FROM articles_quote\n    WHERE status = 'accepted' AND said_on IS NOT NULL\n    UNION ALL\n    SELECT article_id, NULL, id, created_at FROM articles_correction\n) AS happened JOIN articles_tagging AS tagging USING (article_id)\n WHERE correction_id = NEW.id;\n            END IF;\n            RETURN NULL;\n        ",
                    hash="b12fb0229cad849f5fc08b29f496e4145d96e7c9",
                    operation="INSERT OR UPDATE OR DELETE",
                    pgid="pgtrigger_keep_events_495ce",
                    table="articles_correction",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="quote",
            trigger=pgtrigger.compiler.Trigger(
                name="keep_events",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="\n            IF TG_OP = 'UPDATE' AND NOT (OLD.article_id IS DISTINCT FROM NEW.article_id OR OLD.status IS DISTINCT FROM NEW.status OR OLD.said_on IS DISTINCT FROM NEW.said_on) THEN\n                RETURN NULL;\n            END IF;\n            IF TG_OP <> 'INSERT' THEN\n                DELETE FROM articles_event WHERE quote_id = OLD.id;\n            END IF;\n            IF TG_OP <> 'DELETE' THEN\n                \n    INSERT INTO articles_event (tag_id, article_id, quote_id, correction_id, known_at)\n    SELECT tagging.tag_id, article_id, quote_id, correction_id, known_at\n    FROM (\n    SELECT id AS article_id, NULL::bigint AS quote_id, NULL::bigint AS correction_id, NULL::timestamptz AS known_at\n    FROM articles_article\n    UNION ALL\n    SELECT article_id, id, NULL, (said_on + time '12:00') AT TIME ZONE 'UTC' FROM articles_quote\n    WHERE status = 'accepted' AND said_on IS NOT NULL\n    UNION ALL\n    SELECT article_id, NULL, id, created_at FROM articles_correction\n) AS happened JOIN articles_tagging AS tagging USING (article_id)\n WHERE quote_id = NEW.id;\n            END IF;\n            RETURN NULL;\n        ",
                    hash="389ed3820c7ac4b9d5983fa5daf10578fbc9771e",
                    operation="INSERT OR UPDATE OR DELETE",
                    pgid="pgtrigger_keep_events_fd357",
                    table="articles_quote",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="tagging",
            trigger=pgtrigger.compiler.Trigger(
                name="keep_events",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="\n            IF TG_OP = 'UPDATE' AND NOT (OLD.tag_id IS DISTINCT FROM NEW.tag_id OR OLD.article_id IS DISTINCT FROM NEW.article_id) THEN\n                RETURN NULL;\n            END IF;\n            IF TG_OP <> 'INSERT' THEN\n                DELETE FROM articles_event WHERE tag_id = OLD.tag_id AND article_id = OLD.article_id;\n            END IF;\n            IF TG_OP <> 'DELETE' THEN\n                \n    INSERT INTO articles_event (tag_id, article_id, quote_id, correction_id, known_at)\n    SELECT tagging.tag_id, article_id, quote_id, correction_id, known_at\n    FROM (\n    SELECT id AS article_id, NULL::bigint AS quote_id, NULL::bigint AS correction_id, NULL::timestamptz AS known_at\n    FROM articles_article\n    UNION ALL\n    SELECT article_id, id, NULL, (said_on + time '12:00') AT TIME ZONE 'UTC' FROM articles_quote\n    WHERE status = 'accepted' AND said_on IS NOT NULL\n    UNION ALL\n    SELECT article_id, NULL, id, created_at FROM articles_correction\n) AS happened JOIN articles_tagging AS tagging USING (article_id)\n WHERE tagging.id = NEW.id;\n            END IF;\n            RETURN NULL;\n        ",
                    hash="5b755edc773d720698be3dbaefc066fa7c70600b",
                    operation="INSERT OR UPDATE OR DELETE",
                    pgid="pgtrigger_keep_events_76190",
                    table="articles_tagging",
                    when="AFTER",
                ),
            ),
        ),
        migrations.AddField(
            model_name="event",
            name="article",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="+",
                to="articles.article",
                verbose_name="story",
            ),
        ),
        migrations.AddField(
            model_name="event",
            name="correction",
            field=models.ForeignKey(
                null=True,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="+",
                to="articles.correction",
                verbose_name="entry of the ledger",
            ),
        ),
        migrations.AddField(
            model_name="event",
            name="quote",
            field=models.ForeignKey(
                null=True,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="+",
                to="articles.quote",
                verbose_name="quote",
            ),
        ),
        migrations.AddField(
            model_name="event",
            name="tag",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="events",
                to="articles.tag",
                verbose_name="tag",
            ),
        ),
        migrations.AddIndex(
            model_name="event",
            index=models.Index(
                models.F("tag"),
                models.OrderBy(models.F("at"), descending=True),
                models.OrderBy(models.F("id"), descending=True),
                condition=models.Q(("published_at__isnull", False)),
                include=("published_at", "published_until"),
                name="event_latest",
            ),
        ),
        migrations.AddConstraint(
            model_name="event",
            constraint=models.CheckConstraint(
                condition=models.Q(("quote__isnull", True), ("correction__isnull", True), _connector="OR"),
                name="event_is_of_one_kind",
            ),
        ),
        migrations.AddConstraint(
            model_name="event",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("correction__isnull", True), ("known_at__isnull", True), ("quote__isnull", True)),
                    models.Q(
                        ("known_at__isnull", False),
                        models.Q(("quote__isnull", False), ("correction__isnull", False), _connector="OR"),
                    ),
                    _connector="OR",
                ),
                name="event_known_at_paired",
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="event",
            trigger=pgtrigger.compiler.Trigger(
                name="copy_published_at",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="\n            SELECT CASE WHEN status = 'published' THEN first_published_at END,\n                CASE WHEN status = 'published' THEN unpublish_at END,\n                CASE WHEN changed_at IS NOT NULL THEN GREATEST(changed_at) END\n            INTO NEW.published_at, NEW.published_until, NEW.changed_at\n            FROM articles_article WHERE id = NEW.article_id;\n            RETURN NEW;\n        ",
                    hash="e24f1c123bcfb590a9e3b092d82622c231da1701",
                    operation='INSERT OR UPDATE OF "article_id", "published_at", "published_until", "changed_at"',
                    pgid="pgtrigger_copy_published_at_cf7f1",
                    table="articles_event",
                    when="BEFORE",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="event",
            trigger=pgtrigger.compiler.Trigger(
                name="touch_pages",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    declare="DECLARE keys text[] = '{}';",
                    func="\n            IF TG_OP = 'UPDATE' AND to_jsonb(OLD) - '{search, fingerprints, proposal, decided_at, decided_by_id}'::text[] = to_jsonb(NEW) - '{search, fingerprints, proposal, decided_at, decided_by_id}'::text[]\n            THEN\n                RETURN NULL;\n            END IF;\n            \n            IF TG_OP <> 'INSERT' THEN \n        IF OLD.published_at IS NOT NULL THEN\n            keys := keys || ARRAY['event:' || OLD.id, 'event:every', 'timeline:' || OLD.tag_id]::text[];\n        END IF;\n            END IF;\n            IF TG_OP <> 'DELETE' THEN \n        IF NEW.published_at IS NOT NULL THEN\n            keys := keys || ARRAY['event:' || NEW.id, 'event:every', 'timeline:' || NEW.tag_id]::text[];\n        END IF;\n            END IF;\n            INSERT INTO articles_touch (key) SELECT DISTINCT key FROM unnest(keys) AS key WHERE key IS NOT NULL;\n            RETURN NULL;\n        ",
                    hash="d465cbad834034e1ec64bda22e664ad7cbbebb0a",
                    operation="INSERT OR UPDATE OR DELETE",
                    pgid="pgtrigger_touch_pages_eeb37",
                    table="articles_event",
                    when="AFTER",
                ),
            ),
        ),
    ]
