from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("articles", "0078_credit_in_ledger")]

    operations = [
        migrations.AddIndex(
            model_name="comment",
            index=models.Index(condition=models.Q(("is_unchecked", True)), fields=["id"], name="comment_unchecked"),
        ),
    ]
