import django.db.models.lookups
from django.db import migrations, models

import articles.models.written


class Migration(migrations.Migration):
    dependencies = [("articles", "0005_log_indexes")]

    operations = [
        migrations.AlterField(
            model_name="comment",
            name="text",
            field=models.TextField(verbose_name="text"),
        ),
        migrations.AddConstraint(
            model_name="comment",
            constraint=models.CheckConstraint(
                condition=django.db.models.lookups.LessThanOrEqual(articles.models.written.Bytes("text"), 65536),
                name="comment_text_fits",
            ),
        ),
        migrations.AddConstraint(
            model_name="comment",
            constraint=models.CheckConstraint(
                condition=django.db.models.lookups.LessThanOrEqual(
                    articles.models.written.Bytes("proposed_text"), 65536
                ),
                name="comment_edit_fits",
            ),
        ),
        migrations.AddConstraint(
            model_name="rewording",
            constraint=models.CheckConstraint(
                condition=django.db.models.lookups.LessThanOrEqual(articles.models.written.Bytes("text"), 65536),
                name="rewording_fits",
            ),
        ),
    ]
