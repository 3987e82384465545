import django.contrib.postgres.indexes
from django.db import migrations

OFF = "ALTER INDEX quote_fingerprints SET (fastupdate = off); SELECT gin_clean_pending_list('quote_fingerprints')"
ON = "ALTER INDEX quote_fingerprints RESET (fastupdate)"


class Migration(migrations.Migration):
    """New quotes go into the index at once: their list would be read for every fingerprint that is looked up.

    The index is changed where it stands; building it anew takes minutes for a million quotes.
    """

    dependencies = [("articles", "0011_rechecked_again")]

    operations = [
        migrations.SeparateDatabaseAndState(
            database_operations=[migrations.RunSQL(OFF, ON)],
            state_operations=[
                migrations.RemoveIndex(model_name="quote", name="quote_fingerprints"),
                migrations.AddIndex(
                    model_name="quote",
                    index=django.contrib.postgres.indexes.GinIndex(
                        fastupdate=False, fields=["fingerprints"], name="quote_fingerprints"
                    ),
                ),
            ],
        )
    ]
