import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("articles", "0076_followers_without_name")]

    operations = [
        migrations.AddField(
            model_name="subscription",
            name="waits_for",
            field=models.ForeignKey(
                db_index=False,
                editable=False,
                null=True,
                on_delete=django.db.models.deletion.CASCADE,
                related_name="+",
                to="articles.comment",
            ),
        ),
        migrations.AddIndex(
            model_name="subscription",
            index=models.Index(
                condition=models.Q(("waits_for__isnull", False)), fields=["waits_for"], name="subscription_waits"
            ),
        ),
    ]
