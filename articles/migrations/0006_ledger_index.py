"""The open ledger of a story is counted in the index alone."""

from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("articles", "0005_log_indexes"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.RemoveIndex(
            model_name="decision",
            name="decision_of_article",
        ),
        migrations.AddIndex(
            model_name="decision",
            index=models.Index(
                fields=["article", "action"], include=("by", "reason", "undoes", "waited"), name="decision_of_article"
            ),
        ),
    ]
