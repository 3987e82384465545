from django.db import migrations, models


class Migration(migrations.Migration):
    """A source may correct the same thing twice, and a story is then looked at twice."""

    dependencies = [("articles", "0010_desk_finds_rows_by_words")]

    operations = [
        migrations.RemoveConstraint(model_name="recheck", name="recheck_once"),
        migrations.AddConstraint(
            model_name="recheck",
            constraint=models.UniqueConstraint(
                condition=models.Q(("done_at__isnull", True)),
                fields=("item", "state", "article"),
                name="recheck_open_once",
            ),
        ),
    ]
