from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('articles', '0008_names_are_found_in_any_case'),
    ]

    operations = [
        migrations.AddIndex(
            model_name='quote',
            index=models.Index(condition=models.Q(('status', 'proposed')), fields=['article'], name='quote_waiting'),
        ),
        migrations.AddIndex(
            model_name='quote',
            index=models.Index(models.OrderBy(models.F('decided_at'), descending=True), models.OrderBy(models.F('id'), descending=True), condition=models.Q(('decided_at__isnull', False)), name='quote_last_decided'),
        ),
    ]
