import django.db.models.deletion
import pgtrigger.compiler
import pgtrigger.migrations
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("articles", "0005_log_indexes")]

    operations = [
        migrations.CreateModel(
            name="PhotoUse",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("is_lead", models.BooleanField(verbose_name="lead photo")),
                ("is_in_text", models.BooleanField(verbose_name="in the text")),
                ("is_waiting", models.BooleanField(verbose_name="in the version that waits")),
                (
                    "article",
                    models.ForeignKey(
                        db_index=False,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="photo_uses",
                        to="articles.article",
                        verbose_name="story",
                    ),
                ),
                (
                    "photo",
                    models.ForeignKey(
                        db_index=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="uses",
                        to="articles.photo",
                        verbose_name="photo",
                    ),
                ),
            ],
            options={
                "verbose_name": "use of a photo",
                "verbose_name_plural": "uses of photos",
                "default_permissions": (),
                "indexes": [
                    models.Index(
                        models.F("photo"), models.OrderBy(models.F("article"), descending=True), name="photo_use_newest"
                    )
                ],
                "constraints": [
                    models.UniqueConstraint(fields=("article", "photo"), name="photo_use_once"),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("is_lead", True), ("is_in_text", True), ("is_waiting", True), _connector="OR"
                        ),
                        name="photo_use_somewhere",
                    ),
                ],
            },
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="article",
            trigger=pgtrigger.compiler.Trigger(
                name="keep_photo_uses",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="\n            WITH named (pk, is_lead, is_in_text, is_waiting) AS (\n                SELECT NEW.lead_photo_id, true, false, false\n                UNION ALL\n                SELECT figure[1]::bigint, false, true, false\n                FROM regexp_matches(NEW.body, '<figure data-photo=\"([0-9]{1,18})\">', 'g') AS figure\n                UNION ALL\n                SELECT (content -> 'lead_photo' ->> 'id')::bigint, false, false, true\n                FROM articles_revision WHERE id = NEW.pending_id\n                UNION ALL\n                SELECT figure[1]::bigint, false, false, true\n                FROM articles_revision, regexp_matches(content ->> 'body', '<figure data-photo=\"([0-9]{1,18})\">', 'g') AS figure\n                WHERE id = NEW.pending_id\n            ), used AS MATERIALIZED (\n                SELECT pk, is_lead, is_in_text, is_waiting\n                FROM (\n                    SELECT pk, bool_or(is_lead) AS is_lead, bool_or(is_in_text) AS is_in_text, bool_or(is_waiting) AS is_waiting FROM named GROUP BY pk\n                ) AS places\n                JOIN articles_photo ON articles_photo.id = pk\n                FOR KEY SHARE OF articles_photo\n            ), gone AS (\n                DELETE FROM articles_photouse WHERE article_id = NEW.id AND photo_id NOT IN (SELECT pk FROM used)\n            )\n            INSERT INTO articles_photouse (article_id, photo_id, is_lead, is_in_text, is_waiting)\n            SELECT NEW.id, pk, is_lead, is_in_text, is_waiting FROM used\n            ON CONFLICT (article_id, photo_id) DO UPDATE\n            SET is_lead = EXCLUDED.is_lead, is_in_text = EXCLUDED.is_in_text, is_waiting = EXCLUDED.is_waiting;\n            RETURN NULL;\n        ",
                    hash="66d32b17f684ba107f171c7a83d281d9d7023d26",
                    operation='INSERT OR UPDATE OF "body", "lead_photo_id", "pending_id"',
                    pgid="pgtrigger_keep_photo_uses_d8000",
                    table="articles_article",
                    when="AFTER",
                ),
            ),
        ),
    ]
