from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("articles", "0074_told_at")]

    operations = [
        migrations.AddField(
            model_name="commenter",
            name="asked_count",
            field=models.PositiveSmallIntegerField(db_default=0, default=0, editable=False),
        ),
        migrations.AddField(
            model_name="commenter",
            name="asked_since",
            field=models.DateTimeField(editable=False, null=True),
        ),
        migrations.AddIndex(
            model_name="comment",
            index=models.Index(
                condition=models.Q(("status", "unconfirmed")), fields=["network", "created_at"], name="comment_unproved"
            ),
        ),
    ]
