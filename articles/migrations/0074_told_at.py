from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("articles", "0073_closed_with_story")]

    operations = [
        migrations.RemoveField(
            model_name="subscription",
            name="told_until",
        ),
        migrations.AddField(
            model_name="comment",
            name="told_at",
            field=models.DateTimeField(editable=False, null=True),
        ),
        migrations.AlterField(
            model_name="commenter",
            name="digest_at",
            field=models.DateTimeField(
                help_text="It told of all until then.", null=True, verbose_name="last daily letter"
            ),
        ),
        migrations.AddIndex(
            model_name="comment",
            index=models.Index(
                condition=models.Q(("told_at__isnull", False)), fields=["article", "told_at"], name="comment_told"
            ),
        ),
    ]
