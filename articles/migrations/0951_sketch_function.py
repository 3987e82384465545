"""The function that sketches a story's text: the 64 smallest hashes of its runs of four words (bottom-k, Broder 1997).

Two texts that share much share many of them, however long they are, and a sketch is never longer. Tags, letter case and
punctuation do not count; of a very long text the first 100,000 characters do, so that a save costs milliseconds.
"""

from django.db import migrations

CREATE = """
CREATE FUNCTION newsportal_sketch(body text) RETURNS bigint[]
LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
    WITH word AS (
        SELECT w, row_number() OVER (ORDER BY n) AS n, count(*) OVER () AS total
        FROM regexp_split_to_table(
            lower(regexp_replace(left(body, 100000), '<[^>]*>|&[a-z]+;', ' ', 'g')), '[^[:alnum:]]+'
        ) WITH ORDINALITY AS t (w, n) WHERE w <> ''
    ), shingle AS (
        SELECT n, total,
            hashtextextended(string_agg(w, ' ') OVER (ORDER BY n ROWS BETWEEN CURRENT ROW AND 3 FOLLOWING), 0) AS hash
        FROM word
    ), smallest AS (
        SELECT DISTINCT hash FROM shingle WHERE n <= total - 3 ORDER BY hash LIMIT 64
    )
    SELECT coalesce(array_agg(hash ORDER BY hash), '{}') FROM smallest
$$
"""


class Migration(migrations.Migration):
    dependencies = [("articles", "0950_times")]

    operations = [migrations.RunSQL(CREATE, "DROP FUNCTION newsportal_sketch(text)")]
