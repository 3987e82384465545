"""Finished parts of stories' pages are packed in the way that is unpacked quickest, where the server has it."""

from django.db import migrations

COMPRESS = """
    DO $$ BEGIN
        IF EXISTS (SELECT 1 FROM pg_settings WHERE name = 'default_toast_compression' AND 'lz4' = ANY(enumvals)) THEN
            ALTER TABLE articles_plate ALTER COLUMN html SET COMPRESSION lz4;
        END IF;
    END $$"""


class Migration(migrations.Migration):
    dependencies = [("articles", "0005_log_indexes")]

    operations = [migrations.RunSQL(COMPRESS, migrations.RunSQL.noop)]
