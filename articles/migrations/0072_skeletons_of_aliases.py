import django.contrib.postgres.indexes
from django.db import migrations, models

import articles.models.skeleton

# Its body is bound to the function that it calls, so that a restored dump, which names no schema, can build the indexes.
SKELETONS = """
CREATE FUNCTION newsportal_skeletons(names text[]) RETURNS text[]
LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
RETURN (SELECT coalesce(array_agg(newsportal_skeleton(name)), '{}') FROM unnest(names) AS name)
"""


class Migration(migrations.Migration):
    dependencies = [("articles", "0071_reply_fits")]

    operations = [
        migrations.RunSQL(SKELETONS, "DROP FUNCTION newsportal_skeletons(text[])"),
        migrations.AddIndex(
            model_name="source",
            index=models.Index(articles.models.skeleton.Skeleton("name"), name="source_skeleton"),
        ),
        migrations.AddIndex(
            model_name="source",
            index=django.contrib.postgres.indexes.GinIndex(
                articles.models.skeleton.Skeletons("aliases"), name="source_alias_skeletons"
            ),
        ),
        migrations.AddIndex(
            model_name="speaker",
            index=django.contrib.postgres.indexes.GinIndex(
                articles.models.skeleton.Skeletons("aliases"), name="speaker_alias_skeletons"
            ),
        ),
    ]
