import pgtrigger.compiler
import pgtrigger.migrations
from django.db import migrations


class Migration(migrations.Migration):
    dependencies = [("articles", "0077_subscription_waits")]

    operations = [
        pgtrigger.migrations.RemoveTrigger(
            model_name="comment",
            name="touch_pages",
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="comment",
            trigger=pgtrigger.compiler.Trigger(
                name="touch_pages",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    declare="DECLARE keys text[] = '{}';",
                    func="\n            IF TG_OP = 'UPDATE' AND to_jsonb(OLD) - '{search, fingerprints, proposal, decided_at, decided_by_id, answers, claimed_at, claimed_by_id, commenter_id, is_unchecked, network, open_reports, origin, origin_key, proposed_text, report_weight, told_at, waiting_since}'::text[] = to_jsonb(NEW) - '{search, fingerprints, proposal, decided_at, decided_by_id, answers, claimed_at, claimed_by_id, commenter_id, is_unchecked, network, open_reports, origin, origin_key, proposed_text, report_weight, told_at, waiting_since}'::text[]\n            THEN\n                RETURN NULL;\n            END IF;\n            \n            IF TG_OP <> 'INSERT' THEN \n        IF OLD.status IN ('approved', 'hidden', 'deleted') THEN\n            keys := keys || ARRAY['comment:' || OLD.id, 'comment:every', 'replies:' || OLD.article_id, CASE WHEN OLD.correction_id IS NOT NULL THEN 'corrections' END]::text[];\n        END IF;\n            END IF;\n            IF TG_OP <> 'DELETE' THEN \n        IF NEW.status IN ('approved', 'hidden', 'deleted') THEN\n            keys := keys || ARRAY['comment:' || NEW.id, 'comment:every', 'replies:' || NEW.article_id, CASE WHEN NEW.correction_id IS NOT NULL THEN 'corrections' END]::text[];\n        END IF;\n            END IF;\n            INSERT INTO articles_touch (key) SELECT DISTINCT key FROM unnest(keys) AS key WHERE key IS NOT NULL;\n            RETURN NULL;\n        ",
                    hash="f9848cdcf3a202ce81bd21c392acde9d57f55926",
                    operation="INSERT OR UPDATE OR DELETE",
                    pgid="pgtrigger_touch_pages_f6854",
                    table="articles_comment",
                    when="AFTER",
                ),
            ),
        ),
    ]
