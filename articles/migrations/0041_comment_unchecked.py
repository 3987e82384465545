from django.db import migrations, models


class Migration(migrations.Migration):
    """The queue of replies on which a checker did not answer is read off its own index."""

    dependencies = [("articles", "0005_log_indexes")]

    operations = [
        migrations.AddIndex(
            "comment",
            models.Index(condition=models.Q(("is_unchecked", True)), fields=["id"], name="comment_unchecked"),
        ),
    ]
