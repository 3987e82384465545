import pgtrigger.compiler
import pgtrigger.migrations
from django.db import migrations


class Migration(migrations.Migration):
    dependencies = [("articles", "0062_note_photo_uses")]

    operations = [
        pgtrigger.migrations.RemoveTrigger(
            model_name="article",
            name="keep_sketch",
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="article",
            trigger=pgtrigger.compiler.Trigger(
                name="keep_sketch",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    declare="DECLARE dated timestamptz;",
                    func="\n            dated := greatest(NEW.created_at, NEW.first_published_at);\n            IF dated > now() - interval '14 days' THEN\n                INSERT INTO articles_sketch (article_id, hashes, dated_at)\n                VALUES (NEW.id, newsportal_sketch(NEW.body) || COALESCE((\n                    SELECT newsportal_sketch(content ->> 'body') FROM articles_revision WHERE id = NEW.pending_id\n                ), '{}'), dated)\n                ON CONFLICT (article_id) DO UPDATE SET hashes = EXCLUDED.hashes, dated_at = EXCLUDED.dated_at;\n            END IF;\n            DELETE FROM articles_sketch WHERE article_id IN (\n                SELECT article_id FROM articles_sketch WHERE dated_at < now() - interval '14 days'\n                ORDER BY dated_at LIMIT 4 FOR UPDATE SKIP LOCKED\n            );\n            RETURN NULL;\n        ",
                    hash="aeeea9c4a4fa969b9a090b2321e679b4299cc248",
                    operation='INSERT OR UPDATE OF "body", "first_published_at", "pending_id"',
                    pgid="pgtrigger_keep_sketch_92366",
                    table="articles_article",
                    when="AFTER",
                ),
            ),
        ),
    ]
