import pgtrigger.compiler
import pgtrigger.migrations
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("articles", "0005_log_indexes"),
    ]

    operations = [
        pgtrigger.migrations.RemoveTrigger(
            model_name="tag",
            name="touch_pages",
        ),
        pgtrigger.migrations.RemoveTrigger(
            model_name="tagging",
            name="touch_pages",
        ),
        migrations.AddField(
            model_name="tag",
            name="introduction",
            field=models.TextField(
                blank=True,
                help_text="What this is about, for readers who come to it new. Stands above the stories on the tag's page.",
                max_length=20000,
                verbose_name="introduction",
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="tag",
            trigger=pgtrigger.compiler.Trigger(
                name="touch_pages",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    declare="DECLARE keys text[] = '{}';",
                    func="\n            IF TG_OP = 'UPDATE' AND to_jsonb(OLD) - '{search, fingerprints, proposal, decided_at, decided_by_id}'::text[] = to_jsonb(NEW) - '{search, fingerprints, proposal, decided_at, decided_by_id}'::text[]\n            THEN\n                RETURN NULL;\n            END IF;\n            \n            IF TG_OP <> 'INSERT' THEN \n        IF true THEN\n            keys := keys || ARRAY['tag:' || OLD.id, 'tag:every', CASE WHEN (TG_OP <> 'UPDATE' OR OLD.name IS DISTINCT FROM NEW.name OR OLD.slug IS DISTINCT FROM NEW.slug) THEN 'tags' END, CASE WHEN (TG_OP <> 'UPDATE' OR OLD.name IS DISTINCT FROM NEW.name OR OLD.slug IS DISTINCT FROM NEW.slug) THEN 'search' END, CASE WHEN (TG_OP <> 'UPDATE' OR OLD.name IS DISTINCT FROM NEW.name OR OLD.slug IS DISTINCT FROM NEW.slug) THEN 'tagname:' || OLD.id END, CASE WHEN (TG_OP <> 'UPDATE' OR OLD.name IS DISTINCT FROM NEW.name OR OLD.slug IS DISTINCT FROM NEW.slug) THEN 'tagname:every' END]::text[];\n        END IF;\n            END IF;\n            IF TG_OP <> 'DELETE' THEN \n        IF true THEN\n            keys := keys || ARRAY['tag:' || NEW.id, 'tag:every', CASE WHEN (TG_OP <> 'UPDATE' OR OLD.name IS DISTINCT FROM NEW.name OR OLD.slug IS DISTINCT FROM NEW.slug) THEN 'tags' END, CASE WHEN (TG_OP <> 'UPDATE' OR OLD.name IS DISTINCT FROM NEW.name OR OLD.slug IS DISTINCT FROM NEW.slug) THEN 'search' END, CASE WHEN (TG_OP <> 'UPDATE' OR OLD.name IS DISTINCT FROM NEW.name OR OLD.slug IS DISTINCT FROM NEW.slug) THEN 'tagname:' || NEW.id END, CASE WHEN (TG_OP <> 'UPDATE' OR OLD.name IS DISTINCT FROM NEW.name OR OLD.slug IS DISTINCT FROM NEW.slug) THEN 'tagname:every' END]::text[];\n        END IF;\n            END IF;\n            INSERT INTO articles_touch (key) SELECT DISTINCT key FROM unnest(keys) AS key WHERE key IS NOT NULL;\n            RETURN NULL;\n        ",
                    hash="8becd28371a0eeddc1eed82bf3afd22d42f2d173",
                    operation="INSERT OR UPDATE OR DELETE",
                    pgid="pgtrigger_touch_pages_4cbc3",
                    table="articles_tag",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="tagging",
            trigger=pgtrigger.compiler.Trigger(
                name="touch_pages",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    declare="DECLARE keys text[] = '{}';",
                    func="\n            IF TG_OP = 'UPDATE' AND to_jsonb(OLD) - '{search, fingerprints, proposal, decided_at, decided_by_id}'::text[] = to_jsonb(NEW) - '{search, fingerprints, proposal, decided_at, decided_by_id}'::text[]\n            THEN\n                RETURN NULL;\n            END IF;\n            \n                    keys := ARRAY(\n                        SELECT DISTINCT 'person:' || speaker_id || ':quotes' FROM articles_quote\n                        WHERE article_id IN (OLD.article_id, NEW.article_id)\n                        AND status = 'accepted' AND published_at IS NOT NULL\n                        UNION\n                        SELECT 'tag:' || tag_id || ':stories' FROM articles_tagging\n                        WHERE article_id IN (OLD.article_id, NEW.article_id) AND published_at IS NOT NULL\n                    );\n            IF TG_OP <> 'INSERT' THEN \n        IF OLD.changed_at IS NOT NULL THEN\n            keys := keys || ARRAY['tagging:' || OLD.id, 'tagging:every', 'article:' || OLD.article_id, 'tag:' || OLD.tag_id || ':stories', CASE WHEN NOT EXISTS (\n        SELECT 1 FROM articles_tagging AS other WHERE other.tag_id = OLD.tag_id AND other.published_at <= now() AND true\n        AND CASE WHEN TG_OP = 'DELETE' THEN other.id <> OLD.id ELSE other.id < OLD.id END\n    ) THEN 'tags' END, 'search']::text[];\n        END IF;\n            END IF;\n            IF TG_OP <> 'DELETE' THEN \n        IF NEW.changed_at IS NOT NULL THEN\n            keys := keys || ARRAY['tagging:' || NEW.id, 'tagging:every', 'article:' || NEW.article_id, 'tag:' || NEW.tag_id || ':stories', CASE WHEN NOT EXISTS (\n        SELECT 1 FROM articles_tagging AS other WHERE other.tag_id = NEW.tag_id AND other.published_at <= now() AND true\n        AND CASE WHEN TG_OP = 'DELETE' THEN other.id <> NEW.id ELSE other.id < NEW.id END\n    ) THEN 'tags' END, 'search']::text[];\n        END IF;\n            END IF;\n            INSERT INTO articles_touch (key) SELECT DISTINCT key FROM unnest(keys) AS key WHERE key IS NOT NULL;\n            RETURN NULL;\n        ",
                    hash="5b5aa80a0461baa1709e84a0fcf5c512db097574",
                    operation="INSERT OR UPDATE OR DELETE",
                    pgid="pgtrigger_touch_pages_e0bd8",
                    table="articles_tagging",
                    when="AFTER",
                ),
            ),
        ),
    ]
