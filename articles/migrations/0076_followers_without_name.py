from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("articles", "0075_asked_for_proof")]

    operations = [
        migrations.RemoveConstraint(
            model_name="commenter",
            name="commenter_has_name",
        ),
        migrations.AlterField(
            model_name="commenter",
            name="name",
            field=models.CharField(
                blank=True, help_text="Empty: has only followed.", max_length=60, verbose_name="name"
            ),
        ),
    ]
